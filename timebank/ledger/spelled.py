"""Transfers read as the chain spells them, for replaying millions of them.

Keys, days and times come as the text and numbers of the leaf (``ledger/chain.py``): to make UUIDs and
dates of them, only to make text of those again, would take most of the time.
"""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import CursorResult, text
from sqlalchemy.orm import Session

from timebank.ledger.model import Transfer
from timebank.orm import table_of

BATCH = 5000
SEQ_MIN = -(2**63)
COLUMNS = tuple(column.name for column in table_of(Transfer).columns)
DASHED = (
    "substr({0}, 1, 8) || '-' || substr({0}, 9, 4) || '-' || substr({0}, 13, 4) || '-' ||"
    " substr({0}, 17, 4) || '-' || substr({0}, 21)"
)
SEQ = COLUMNS.index("seq")
SPELLED = {
    "sqlite": {
        "id": DASHED.format("id"),
        "pair_id": DASHED.format("pair_id"),
        "recorded_at": "coalesce(CAST(strftime('%s', substr(recorded_at, 1, 19)) AS INTEGER) * 1000000"
        " + CAST(substr(recorded_at, 21, 6) AS INTEGER), 0)",
    },
    "postgresql": {
        "id": "CAST(id AS text)",
        "pair_id": "CAST(pair_id AS text)",
        "done_on": "to_char(done_on, 'YYYY-MM-DD')",
        "concerns_on": "to_char(concerns_on, 'YYYY-MM-DD')",
        "recorded_at": "CAST(extract(epoch FROM recorded_at) * 1000000 AS bigint)",
    },
}


def spelled_batches(
    session: Session, book_id: int, after_seq: int, through_seq: int
) -> Iterator[Sequence[Any]]:
    """A book's transfers after one and up to another, some thousands at a time, in flat memory.

    From the first on (``after_seq`` 0), also those with a number that none can have. A row is a plain
    tuple of ``COLUMNS``, as the driver gives it: SQLAlchemy's own rows would take a third of the time of
    a proof. ``recorded_at`` is in microseconds since 1970.
    """
    spelled = SPELLED[session.get_bind().dialect.name]
    columns = ", ".join(f"{spelled.get(name, name)} AS {name}" for name in COLUMNS)
    query = text(
        f"SELECT {columns} FROM transfer WHERE book_id = :book_id"  # noqa: S608 - constants
        " AND seq > :after_seq AND seq <= :through_seq ORDER BY seq LIMIT :batch"
    )
    about = {"book_id": book_id, "after_seq": after_seq or SEQ_MIN, "through_seq": through_seq}
    while True:
        found = cast(CursorResult[Any], session.execute(query, about | {"batch": BATCH}))
        rows: Sequence[Any] = found.cursor.fetchall()
        found.close()
        if rows:
            yield rows
        if len(rows) < BATCH:
            return
        about["after_seq"] = rows[-1][SEQ]


def named(row: Sequence[Any]) -> SimpleNamespace:
    """The row with its columns under their names, for the few that are looked at more closely."""
    return SimpleNamespace(**dict(zip(COLUMNS, row, strict=True)))

"""On what terms a favour is booked: the antenna's rules, and the books of everyone in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, join, select
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError
from timebank.domain.rules import Rules, rules_from
from timebank.ledger.model import Book
from timebank.models.antenna import Antenna, RuleDecision
from timebank.orm import table_of

ANTENNA, BOOK, DECISION = table_of(Antenna), table_of(Book), table_of(RuleDecision)
TERMS = (
    select(ANTENNA.c.id, ANTENNA.c.timezone, ANTENNA.c.book_id, ANTENNA.c.pot_account_id)
    .add_columns(BOOK.c.closed_through, DECISION.c.rule, DECISION.c.value)
    .select_from(
        join(ANTENNA, BOOK, BOOK.c.id == ANTENNA.c.book_id).outerjoin(
            DECISION, DECISION.c.antenna_id == ANTENNA.c.id
        )
    )
    .where(ANTENNA.c.id.in_(bindparam("antenna_ids", expanding=True)))
    .order_by(DECISION.c.id)
)


@dataclass(frozen=True)
class AntennaBook:
    """An antenna as its book needs it; ``closed_through`` is the last day that it has closed."""

    id: int
    timezone: str
    book_id: int
    pot_account_id: int
    closed_through: date | None


@dataclass(frozen=True)
class Terms:
    """The rules of the antenna where a favour was written down (``home``), and all books, by antenna id."""

    rules: Rules
    home: AntennaBook
    books: Mapping[int, AntennaBook]

    def closed_through(self, book_ids: set[int]) -> date | None:
        """The last day that one of these books has closed."""
        days = (each.closed_through for each in self.books.values() if each.book_id in book_ids)
        return max((day for day in days if day is not None), default=None)


def terms_of(session: Session, antenna_id: int, others: Iterable[int] = ()) -> Terms:
    """The terms in this antenna, with the books of the ``others`` whose members take part.

    Raises:
        NotFoundError: no such antenna.
    """
    books: dict[int, AntennaBook] = {}
    decided: list[tuple[str, str]] = []
    for *about, rule, value in session.execute(TERMS, {"antenna_ids": list({antenna_id, *others})}):
        antenna = AntennaBook(*about)
        books[antenna.id] = antenna
        if antenna.id == antenna_id and rule is not None:
            decided.append((rule, value))
    if antenna_id not in books:
        raise NotFoundError
    return Terms(rules_from(decided), books[antenna_id], books)

"""Which accounts were a member's before the one of now, and how far each is theirs to read.

What the books tell of those who shared or parted before is filled in: the hours that they took along
bear a key made from who took them where, and a parting stands among the steps of both. Two who began to
share without an hour between them left nothing behind that tells of it, and nothing to read.
"""

import uuid
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = timebank.orm.UtcDateTime(timezone=True)
MOVES = sa.text(
    "SELECT t.id AS transfer_id, t.book_id, t.seq, h.id AS household_id, h.antenna_id, h.created_at, a.timezone,"
    " CASE WHEN t.debit_account_id = h.account_id THEN t.credit_account_id ELSE t.debit_account_id END AS old_id"
    " FROM transfer t JOIN household h ON h.account_id IN (t.debit_account_id, t.credit_account_id)"
    " JOIN antenna a ON a.id = h.antenna_id WHERE t.kind = 'move' ORDER BY t.book_id, t.seq"
).columns(transfer_id=sa.Uuid(), created_at=MOMENT)
PEOPLE = sa.text("SELECT id, uid, joined_on FROM member WHERE antenna_id = :antenna_id").columns(
    id=ID, uid=sa.Uuid(), joined_on=sa.Date()
)
PARTED = sa.text(
    "SELECT s.member_id FROM member_step s JOIN member m ON m.id = s.member_id"
    " WHERE s.step = 'part' AND m.antenna_id = :antenna_id AND s.recorded_at = :created_at"
).bindparams(sa.bindparam("created_at", type_=MOMENT))
STAYED = sa.text(  # who left while someone at home goes on with the account
    "SELECT m.id, m.account_id, m.joined_on, m.ended_on, max(s.recorded_at) AS left_at"
    " FROM member m JOIN member_step s ON s.member_id = m.id AND s.step IN ('leave', 'die', 'move')"
    " WHERE m.ended_on IS NOT NULL AND EXISTS (SELECT 1 FROM member o WHERE o.account_id = m.account_id"
    " AND o.id <> m.id AND (o.ended_on IS NULL OR o.ended_on > m.ended_on))"
    " GROUP BY m.id, m.account_id, m.joined_on, m.ended_on ORDER BY m.id"
).columns(joined_on=sa.Date(), ended_on=sa.Date(), left_at=MOMENT)
UNTIL = sa.text(
    "SELECT coalesce(max(CASE WHEN debit_account_id = :old_id THEN debit_version ELSE credit_version END), 0)"
    " FROM transfer WHERE recorded_at <= :left_at AND :old_id IN (debit_account_id, credit_account_id)"
).bindparams(sa.bindparam("left_at", type_=MOMENT))
THROUGH = sa.text(
    "SELECT coalesce(max(CASE WHEN debit_account_id = :old_id THEN debit_version ELSE credit_version END), 0)"
    " FROM transfer WHERE book_id = :book_id AND seq <= :seq AND :old_id IN (debit_account_id, credit_account_id)"
)


def upgrade() -> None:
    made = op.create_table(
        "earlier_account",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("through_version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "account_id", name=op.f("pk_earlier_account")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_earlier_account_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_earlier_account_account_id_account")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_earlier_account_days")),
        sa.CheckConstraint("through_version >= 0", name=op.f("ck_earlier_account_through_version")),
    )
    op.create_index("ix_earlier_account_account_id", "earlier_account", ["account_id"])
    rows = list(_told_by_the_books(op.get_bind()))
    if rows:
        op.bulk_insert(made, rows)


def downgrade() -> None:
    op.drop_table("earlier_account")


def _told_by_the_books(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    """A row for each member and account that they left, in the order in which they left them."""
    left: dict[tuple[int, int], tuple[datetime, str, int, int]] = {}
    joined: dict[int, date] = {}
    shared = set(connection.scalars(sa.text("SELECT account_id FROM household")))
    for move in connection.execute(MOVES).all():
        people = connection.execute(PEOPLE, {"antenna_id": move.antenna_id}).all()
        joined |= {each.id: each.joined_on for each in people}
        who = {each.id for each in people if _key(each.uid, move.household_id) == move.transfer_id}
        moment = {"antenna_id": move.antenna_id, "created_at": move.created_at}
        parted = set(connection.scalars(PARTED, moment))
        if who and who <= parted and len(parted) == 2 and move.old_id in shared:
            who |= parted  # also who took none of the hours along
        left |= {
            (member_id, move.old_id): (move.created_at, move.timezone, move.book_id, move.seq)
            for member_id in who
        }
    for (member_id, old_id), (moment, timezone, book_id, seq) in sorted(
        left.items(), key=lambda each: each[1][3]
    ):
        day = moment.astimezone(ZoneInfo(timezone)).date()
        through = {"old_id": old_id, "book_id": book_id, "seq": seq}
        yield {
            "member_id": member_id,
            "account_id": old_id,
            "starts_on": min(joined[member_id], day),
            "ends_on": day,
            "through_version": connection.scalar(THROUGH, through),
        }
        joined[member_id] = day
    for who in connection.execute(STAYED).all():
        until = {"old_id": who.account_id, "left_at": who.left_at}
        yield {
            "member_id": who.id,
            "account_id": who.account_id,
            "starts_on": min(joined.get(who.id, who.joined_on), who.ended_on),
            "ends_on": who.ended_on,
            "through_version": connection.scalar(UNTIL, until),
        }


def _key(member_uid: uuid.UUID, household_id: int) -> uuid.UUID:
    """The key of the transfer with which a member took hours along to this household."""
    return uuid.uuid5(uuid.uuid5(member_uid, f"household/{household_id}"), "leg/0")

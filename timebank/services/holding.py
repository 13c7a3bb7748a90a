"""Holding rows, so that what is read of them stays true until the transaction ends."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, lazyload

from timebank.models.member import Member

HELD = (
    select(Member)
    .where(Member.id.in_(bindparam("member_ids", expanding=True)))
    .order_by(Member.id)
    .options(lazyload(Member.person), lazyload(Member.antenna))
    .with_for_update(key_share=True, of=Member)
)
"""Without the person and antenna of each, which who holds a member seldom needs."""


def hold_members(session: Session, member_ids: Iterable[int]) -> dict[int, Member]:
    """These members, by id; who asks for one of them meanwhile waits, in the order of ids.

    SQLite holds its one lock since the transaction began.
    """
    rows = session.scalars(HELD, {"member_ids": list(set(member_ids))})
    return {member.id: member for member in rows}

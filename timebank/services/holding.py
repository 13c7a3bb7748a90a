"""Holding rows, so that what is read of them stays true until the transaction ends."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.models.member import Member


def hold_members(session: Session, member_ids: Iterable[int]) -> dict[int, Member]:
    """These members, by id; who asks for one of them meanwhile waits, in the order of ids.

    SQLite holds its one lock since the transaction began.
    """
    query = select(Member).where(Member.id.in_(set(member_ids))).order_by(Member.id)
    rows = session.scalars(query.with_for_update(key_share=True, of=Member))
    return {member.id: member for member in rows}

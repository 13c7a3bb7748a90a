"""Lists by cursor, newest first: what an actor may see of members, favours, gifts and transfers.

Each takes ``before``, the id of the last row that was read (None for the first page), and gives at
most ``limit`` rows, found by an index.
"""

import math
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, Role, may_act_for, may_see_books, require
from timebank.ledger.model import Account, AccountKind, Transfer
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty
from timebank.models.gift import Gift
from timebank.models.member import Member
from timebank.services.membership.earlier_accounts import (
    account_of_now,
    earlier_accounts_of,
    holders_of,
    minutes_of,
)

_BOOKS = (Role.COORDINATOR, Role.TREASURER)


def members_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Member]:
    """The actor's own places, whom they help, and the members of the antennas they coordinate."""
    query = select(Member).where(
        or_(
            Member.id.in_(actor.member_ids | actor.helps),
            Member.antenna_id.in_(actor.antennas_as(Role.COORDINATOR)),
        )
    )
    if before is not None:
        query = query.where(Member.id < before)
    return session.scalars(query.order_by(Member.id.desc()).limit(limit)).all()


def favours_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Favour]:
    """The favours of the actor, of whom they help, and of the antennas whose books they read."""
    own = select(FavourParty.favour_id).where(FavourParty.member_id.in_(actor.member_ids | actor.helps))
    query = (
        select(Favour)
        .options(selectinload(Favour.parties).joinedload(FavourParty.member))
        .where(or_(Favour.id.in_(own), Favour.antenna_id.in_(actor.antennas_as(*_BOOKS))))
    )
    if before is not None:
        query = query.where(Favour.id < before)
    return session.scalars(query.order_by(Favour.id.desc()).limit(limit)).all()


def gifts_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Gift]:
    """The gifts of the actor, of whom they help, and of the antennas whose books they read."""
    mine, staff = actor.member_ids | actor.helps, actor.antennas_as(*_BOOKS)
    query = select(Gift).where(
        or_(
            Gift.from_member_id.in_(mine),
            Gift.to_member_id.in_(mine),
            Gift.from_antenna_id.in_(staff),
            Gift.to_antenna_id.in_(staff),
        )
    )
    if before is not None:
        query = query.where(Gift.id < before)
    return session.scalars(query.order_by(Gift.id.desc()).limit(limit)).all()


def transfers_page(
    session: Session, antenna: Antenna, *, actor: Actor, before: int | None, limit: int
) -> Sequence[Transfer]:
    """An antenna's transfers; ``before`` is a seq of its book.

    Raises:
        NotAllowedError, NotFoundError: not one of who read its books.
    """
    require(may_see_books(actor, antenna.id), actor, antenna.id)
    query = select(Transfer).where(Transfer.book_id == antenna.book_id)
    if before is not None:
        query = query.where(Transfer.seq < before)
    return session.scalars(query.order_by(Transfer.seq.desc()).limit(limit)).all()


def find_transfer(session: Session, transfer_id: uuid.UUID, *, actor: Actor) -> Transfer:
    """A transfer, for who reads the books of its antenna.

    Raises:
        NotFoundError: none of this actor's business.
    """
    transfer = session.scalar(select(Transfer).where(Transfer.id == transfer_id))
    if transfer is None:
        raise NotFoundError
    antenna_id = session.scalar(select(Antenna.id).where(Antenna.book_id == transfer.book_id))
    if antenna_id is None or not may_see_books(actor, antenna_id):
        raise NotFoundError
    return transfer


@dataclass(frozen=True)
class AccountView:
    """An account as this actor may read it; ``version`` is its last entry for them."""

    id: int
    uid: uuid.UUID
    kind: AccountKind
    balance_minutes: int
    version: int


def find_account(session: Session, uid: uuid.UUID, *, actor: Actor) -> AccountView:
    """An account, for who has it or had it, their helpers, and who reads the books of its antenna.

    Who had it reads it up to the last entry of their time.

    Raises:
        NotFoundError: none of this actor's business.
    """
    account = session.scalar(select(Account).where(Account.uid == uid))
    if account is None:
        raise NotFoundError
    antenna_id = session.scalar(select(Antenna.id).where(Antenna.book_id == account.book_id))
    if antenna_id is not None and may_see_books(actor, antenna_id):
        return AccountView(account.id, account.uid, account.kind, account.balance_minutes, account.version)
    mine = [each for each in holders_of(session, account.id) if may_act_for(actor, each.id)]
    held = [
        each
        for member in mine
        for each in (account_of_now(session, member), *earlier_accounts_of(session, member))
        if each is not None and each.id == account.id
    ]
    if not held:
        raise NotFoundError
    widest = max(held, key=lambda each: math.inf if each.through_version is None else each.through_version)
    version = account.version if widest.through_version is None else widest.through_version
    return AccountView(account.id, account.uid, account.kind, minutes_of(session, widest), version)


def member_ids_of(session: Session, uids: Sequence[uuid.UUID], *, field: str) -> tuple[int, ...]:
    """The ids of these members, in the order given; whether they may take part is decided later.

    Raises:
        InvalidInputError: code ``not_a_member``, at ``field``.
    """
    rows = session.execute(select(Member.uid, Member.id).where(Member.uid.in_(uids)))
    found = {row.uid: row.id for row in rows}
    if any(uid not in found for uid in uids):
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field=field)
    return tuple(found[uid] for uid in uids)

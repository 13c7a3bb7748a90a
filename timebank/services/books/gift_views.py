"""Gifts as an actor may see them: who gave an unnamed one is told to nobody but its giver and staff."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from timebank.domain.permissions import Actor, is_coordinator, is_treasurer, may_act_for, may_see_books
from timebank.domain.states import PRESENT_STATES, GiftState
from timebank.models.gift import Gift, GiftKind
from timebank.models.member import Member, Person
from timebank.services.books.gifts import find_gift, gifts_waiting


@dataclass(frozen=True)
class GiftView:
    """One gift; an empty ``giver`` or ``receiver`` is the pot, ``steps`` are what this actor can try.

    ``gone`` names those of the two who left since; only who can take the gift back is told.
    """

    uid: UUID
    kind: GiftKind
    state: GiftState
    giver: str
    receiver: str
    antenna: str
    minutes: int
    done_on: date
    wish: str
    unnamed: bool
    proposed_by: str
    proposed_at: datetime
    steps: frozenset[str]
    gone: tuple[str, ...]


def gift_view(session: Session, uid: UUID, *, actor: Actor) -> GiftView:
    """One gift.

    Raises:
        NotFoundError: none of this actor's business.
    """
    return _view(session, find_gift(session, uid, actor=actor), actor)


def gift_views_waiting(session: Session, antenna_id: int, *, actor: Actor) -> tuple[GiftView, ...]:
    """Grants of this antenna that wait for a second person, oldest first.

    Raises:
        NotAllowedError, NotFoundError: not one of who read its books.
    """
    return tuple(_view(session, gift, actor) for gift in gifts_waiting(session, antenna_id, actor=actor))


def _view(session: Session, gift: Gift, actor: Actor) -> GiftView:
    staff = may_see_books(actor, gift.from_antenna_id)
    given = gift.from_member_id is not None and may_act_for(actor, gift.from_member_id)
    hidden = gift.unnamed and not staff and not given
    by = session.get(Person, gift.proposed_by_id) if gift.proposed_by_id and staff else None
    steps = frozenset(_steps(gift, actor))
    left = [m for m in (gift.from_member, gift.to_member) if m is not None and m.state not in PRESENT_STATES]
    return GiftView(
        uid=gift.uid,
        kind=gift.kind,
        state=gift.state,
        giver="" if hidden else _name(gift.from_member),
        receiver=_name(gift.to_member),
        antenna=gift.from_antenna.name,
        minutes=gift.minutes,
        done_on=gift.done_on,
        wish=gift.wish,
        unnamed=gift.unnamed,
        proposed_by=by.name if by else "",
        proposed_at=gift.proposed_at,
        steps=steps,
        gone=tuple(_name(member) for member in left) if "reverse" in steps else (),
    )


def _name(member: Member | None) -> str:
    return "" if member is None else member.person.name


def _steps(gift: Gift, actor: Actor) -> set[str]:
    antenna_id = gift.from_antenna_id
    coordinator = is_coordinator(actor, antenna_id)
    people = [m.person_id for m in (gift.from_member, gift.to_member) if m is not None]
    part = actor.person_id in people
    if gift.state is GiftState.PROPOSED and (coordinator or is_treasurer(actor, antenna_id)):
        second = not part and gift.proposed_by_id != actor.person_id
        return {"decline"} | ({"approve"} if second else set())
    return {"reverse"} if gift.state is GiftState.BOOKED and coordinator and not part else set()

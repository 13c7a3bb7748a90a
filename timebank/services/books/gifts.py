"""Minutes that move without a favour: gifts between members and pots, and grants from a pot.

None of these counts as an exchange. A grant above the antenna's limit waits for a second person.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, LimitError, NotAllowedError, NotFoundError
from timebank.domain.permissions import (
    SYSTEM,
    Actor,
    is_coordinator,
    is_treasurer,
    may_act_for,
    may_see_books,
    require,
)
from timebank.domain.states import GIFT_STEPS, PRESENT_STATES, GiftState, GiftStep, next_state
from timebank.ledger.model import MINUTES_MAX
from timebank.models.antenna import Antenna
from timebank.models.gift import Gift, GiftKind
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import balance_minutes, hold_books
from timebank.services.books.gift_booking import book_gift, tell_gift
from timebank.services.giving.favour_checks import check_day
from timebank.services.giving.taking_back import take_gift_back
from timebank.services.network.rules import rules_of

BY_HAND = (GiftKind.GIFT, GiftKind.GRANT)
WISH_MAX = 300


@dataclass(frozen=True)
class NewGift:
    """A gift as someone tells it. No member means that antenna's pot; ``minutes`` are whole minutes."""

    from_antenna_id: int
    to_antenna_id: int
    minutes: int
    kind: GiftKind = GiftKind.GIFT
    from_member_id: int | None = None
    to_member_id: int | None = None
    done_on: date | None = None
    wish: str = ""
    unnamed: bool = False
    channel: Channel = Channel.WEB


def give(session: Session, new: NewGift, *, actor: Actor, now: datetime) -> Gift:
    """Give minutes away, or grant them from the pot; booked at once unless a second person is needed.

    Raises:
        InvalidInputError: people or minutes that can't be.
        LimitError: code ``gift_too_large``, more than the giver holds.
        NotAllowedError, NotFoundError: not this actor's to give.
    """
    gift = _new_gift(session, new, actor=actor, now=now)
    _require_may_give(gift, actor)
    rules = rules_of(session, gift.from_antenna_id)
    from_pot = gift.from_member_id is None
    if not from_pot and gift.from_member is not None:
        hold_books(session, {gift.from_antenna.book_id, gift.to_antenna.book_id})
        held = balance_minutes(session, gift.from_member.account_id)
        if gift.minutes > held:
            raise LimitError(
                "gift_too_large",
                "You can give away at most what you have.",
                field="minutes",
                minutes=max(held, 0),
            )
    if not (from_pot and gift.minutes > rules.grant_two_person_minutes):
        gift.state = GiftState.BOOKED
        book_gift(session, gift, actor=actor, now=now)
        tell_gift(session, gift, now=now)
    _note(session, gift, "give", actor=actor, now=now)
    session.flush()
    return gift


def approve_gift(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Gift:
    """The second person agrees with a grant, and it is booked.

    Raises:
        NotAllowedError: code ``second_person`` for who proposed it, or who would receive it.
        WrongStateError: it isn't waiting.
    """
    gift = find_gift(session, uid, actor=actor, lock=True)
    _require_second(gift, actor)
    gift.state = next_state(GIFT_STEPS, gift.state, GiftStep.APPROVE)
    gift.approved_by_id, gift.approved_at = actor.person_id or None, now
    book_gift(session, gift, actor=actor, now=now)
    tell_gift(session, gift, now=now)
    _note(session, gift, "approve_gift", actor=actor, now=now)
    session.flush()
    return gift


def decline_gift(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Gift:
    """A proposed grant isn't given.

    Raises:
        WrongStateError: it isn't waiting.
    """
    gift = find_gift(session, uid, actor=actor, lock=True)
    allowed = is_coordinator(actor, gift.from_antenna_id) or is_treasurer(actor, gift.from_antenna_id)
    require(allowed, actor, gift.from_antenna_id)
    gift.state = next_state(GIFT_STEPS, gift.state, GiftStep.DECLINE)
    _note(session, gift, "decline_gift", actor=actor, now=now)
    session.flush()
    return gift


def reverse_gift(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Gift:
    """A coordinator who isn't part of it takes a booked gift back.

    What falls on the account of someone who has left goes on to the pot, or comes from it.

    Raises:
        NotAllowedError: not a coordinator, or part of it.
        WrongStateError: it isn't booked, or was taken back.
    """
    gift = find_gift(session, uid, actor=actor, lock=True)
    require(is_coordinator(actor, gift.from_antenna_id), actor, gift.from_antenna_id)
    if _is_part(gift, actor):
        raise NotAllowedError(
            "own_favour", "You are part of this favour yourself. Let another coordinator do this."
        )
    gift.state = next_state(GIFT_STEPS, gift.state, GiftStep.REVERSE)
    take_gift_back(session, gift, actor=actor, now=now)
    _note(session, gift, "reverse_gift", actor=actor, now=now)
    session.flush()
    return gift


def find_gift(session: Session, uid: uuid.UUID, *, actor: Actor, lock: bool = False) -> Gift:
    """The gift, for who gives, who receives (not who gave an unnamed one), and the antenna's staff.

    Raises:
        NotFoundError: none of this actor's business.
    """
    query = select(Gift).where(Gift.uid == uid)
    gift = session.scalar(query.with_for_update() if lock else query)
    if gift is None:
        raise NotFoundError
    people = [m for m in (gift.from_member_id, gift.to_member_id) if m is not None]
    mine = any(may_act_for(actor, member_id) for member_id in people)
    staff = any(may_see_books(actor, a) for a in (gift.from_antenna_id, gift.to_antenna_id))
    if not (mine or staff or actor is SYSTEM):
        raise NotFoundError
    return gift


def gifts_waiting(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Gift]:
    """Grants of this antenna that wait for a second person."""
    require(may_see_books(actor, antenna_id), actor, antenna_id)
    return session.scalars(
        select(Gift)
        .where(Gift.from_antenna_id == antenna_id, Gift.state == GiftState.PROPOSED)
        .order_by(Gift.id)
    ).all()


def gifts_of(session: Session, member_ids: Sequence[int], *, limit: int = 50) -> Sequence[Gift]:
    """The newest gifts from or to these members."""
    return session.scalars(
        select(Gift)
        .where(or_(Gift.from_member_id.in_(member_ids), Gift.to_member_id.in_(member_ids)))
        .order_by(Gift.id.desc())
        .limit(limit)
    ).all()


def _new_gift(session: Session, new: NewGift, *, actor: Actor, now: datetime) -> Gift:
    antenna = session.get(Antenna, new.from_antenna_id)
    if antenna is None or session.get(Antenna, new.to_antenna_id) is None:
        raise NotFoundError
    _check(new)
    today = local_day(now, antenna.timezone)
    done_on = new.done_on or today
    check_day(done_on, today)
    gift = Gift(
        uid=uuid.uuid4(),
        kind=new.kind,
        state=GiftState.PROPOSED,
        from_antenna_id=new.from_antenna_id,
        from_member_id=_present(session, new.from_member_id, new.from_antenna_id, "from_member"),
        to_antenna_id=new.to_antenna_id,
        to_member_id=_present(session, new.to_member_id, new.to_antenna_id, "to_member"),
        minutes=new.minutes,
        done_on=done_on,
        wish=new.wish.strip()[:WISH_MAX],
        unnamed=new.unnamed,
        channel=new.channel,
        proposed_by_id=actor.person_id or None,
        proposed_at=now,
    )
    session.add(gift)
    session.flush()
    return gift


def _check(new: NewGift) -> None:
    if not 1 <= new.minutes <= MINUTES_MAX:
        raise InvalidInputError(
            "minutes_out_of_range",
            "Choose between 1 and {maximum} minutes.",
            field="minutes",
            maximum=MINUTES_MAX,
        )
    source, target = (new.from_antenna_id, new.from_member_id), (new.to_antenna_id, new.to_member_id)
    if source == target:
        raise InvalidInputError(
            "giver_is_receiver",
            "Someone can't help themselves. Choose two different people.",
            field="to_member",
        )
    if new.kind in BY_HAND and (new.kind is GiftKind.GRANT) != (new.from_member_id is None):
        raise InvalidInputError(
            "gift_kind", "A gift comes from a member, a grant from the pot.", field="from_member"
        )


def _present(session: Session, member_id: int | None, antenna_id: int, field: str) -> int | None:
    if member_id is None:
        return None
    member = session.get(Member, member_id)
    if member is None or member.antenna_id != antenna_id or member.state not in PRESENT_STATES:
        raise InvalidInputError(
            "not_a_member", "Choose someone who is a member now.", field=field, member_id=member_id
        )
    return member_id


def _require_may_give(gift: Gift, actor: Actor) -> None:
    antenna_id = gift.from_antenna_id
    if gift.from_member_id is not None:
        allowed = may_act_for(actor, gift.from_member_id) or is_coordinator(actor, antenna_id)
        require(allowed, actor, antenna_id)
        if gift.from_member_id not in actor.member_ids and _receives(gift, actor):
            raise NotAllowedError(
                "own_favour", "You are part of this favour yourself. Let another coordinator do this."
            )
        return
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    if _is_part(gift, actor):
        raise NotAllowedError(
            "own_favour", "You are part of this favour yourself. Let another coordinator do this."
        )


def _require_second(gift: Gift, actor: Actor) -> None:
    antenna_id = gift.from_antenna_id
    require(is_coordinator(actor, antenna_id) or is_treasurer(actor, antenna_id), actor, antenna_id)
    if gift.proposed_by_id == actor.person_id or _is_part(gift, actor):
        raise NotAllowedError("second_person", "A second person of the antenna must confirm this one.")


def _is_part(gift: Gift, actor: Actor) -> bool:
    return _is_theirs(gift.from_member, actor) or _receives(gift, actor)


def _receives(gift: Gift, actor: Actor) -> bool:
    return _is_theirs(gift.to_member, actor)


def _is_theirs(member: Member | None, actor: Actor) -> bool:
    """Whether this is the actor, or shares an account with them."""
    if member is None:
        return False
    accounts = {m.account_id for m in actor.memberships if m.account_id is not None}
    return member.person_id == actor.person_id or member.account_id in accounts


def _note(session: Session, gift: Gift, action: str, *, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=gift.from_antenna_id,
        member_id=gift.from_member_id,
        subject=f"gift:{gift.uid}",
        channel=gift.channel,
        detail={"state": gift.state.value, "kind": gift.kind.value},
    )

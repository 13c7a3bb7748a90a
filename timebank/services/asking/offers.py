"""Offers: what a member likes to do, written down by themselves, a helper or a coordinator."""

import uuid
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.ask_states import OFFER_STEPS, OfferState, OfferStep
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.domain.help import ALL_WEEK
from timebank.domain.permissions import SYSTEM, Actor, belongs, is_coordinator, may_act_for, require
from timebank.domain.states import MemberState, next_state
from timebank.models.member import Member, Person
from timebank.models.offer import Offer, OfferKind, Readiness
from timebank.services.asking.categories import known_category
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.audit import write_down

WORDS_MAX = 1000
_BOUNDS = {
    "foot_metres": (0, 20_000),
    "bike_metres": (0, 40_000),
    "car_metres": (0, 100_000),
    "seats": (0, 8),
    "per_week_max": (1, 14),
    "free_parts": (0, ALL_WEEK),
}
_PLAIN = tuple(
    each.name
    for each in fields(OfferDetails)
    if each.name not in {"likes", "may_be_asked", "limits", "languages", "channel", "words"}
)


def save_offer(
    session: Session,
    member_uid: uuid.UUID,
    details: OfferDetails,
    *,
    version: int | None = None,
    actor: Actor,
    now: datetime,
) -> Offer:
    """Write down, or change, what a member is ready to do; an offer that had ended stands again.

    ``version`` is that of the offer that was read, None where there was none.

    Raises:
        StaleError: someone wrote or changed it since.
        InvalidInputError: nothing offered, unknown kinds, or numbers that can't be.
        NotFoundError: no such member, or not this actor's to speak for.
    """
    member = _member(session, member_uid, actor)
    offer = session.scalar(select(Offer).where(Offer.member_id == member.id).with_for_update(of=Offer))
    if (None if offer is None else offer.version) != version:
        raise StaleError
    _check(session, member, details, today=local_day(now, member.antenna.timezone))
    if offer is None:
        offer = Offer(uid=uuid.uuid4(), member_id=member.id, state=OfferState.STANDING, made_at=now)
        offer.made_by_id = actor.person_id or None
        session.add(offer)
    elif offer.state is OfferState.ENDED:
        offer.state = next_state(OFFER_STEPS, offer.state, OfferStep.RENEW)
    _fill(offer, details, now)
    write_down(
        session,
        "save_offer",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
        subject=f"offer:{offer.uid}",
        channel=details.channel,
    )
    session.flush()
    return offer


def end_offer(session: Session, member_uid: uuid.UUID, *, actor: Actor, now: datetime) -> Offer:
    """Someone offers nothing any more; what was promised stays promised.

    Raises:
        NotFoundError: there is no offer, or it isn't this actor's to end.
        WrongStateError: it has ended already.
    """
    member = _member(session, member_uid, actor)
    offer = session.scalar(select(Offer).where(Offer.member_id == member.id).with_for_update(of=Offer))
    if offer is None:
        raise NotFoundError
    offer.state, offer.changed_at = next_state(OFFER_STEPS, offer.state, OfferStep.END), now
    write_down(
        session,
        "end_offer",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
        subject=f"offer:{offer.uid}",
    )
    session.flush()
    return offer


def find_offer(session: Session, member_uid: uuid.UUID, *, actor: Actor) -> tuple[Member, Offer | None]:
    """A member and their offer, if they have one: for themselves, a helper, and their coordinators.

    Raises:
        NotFoundError: no such member, or none of this actor's business.
    """
    member = _member(session, member_uid, actor)
    return member, session.scalar(
        select(Offer).options(selectinload(Offer.kinds)).where(Offer.member_id == member.id)
    )


def standing_offers(
    session: Session, antenna_id: int, *, actor: Actor, category: str = "", today: date
) -> Sequence[Offer]:
    """The offers that stand in an antenna, by given name: for its members and its team.

    A paused one is left out until its day.

    Raises:
        NotFoundError: the antenna is none of this actor's business.
    """
    require(belongs(actor, antenna_id), actor, antenna_id)
    query = _standing(antenna_id, category, today)
    return session.scalars(query.order_by(Person.given_name, Member.number)).all()


def offers_page(
    session: Session,
    antenna_id: int,
    *,
    actor: Actor,
    category: str = "",
    today: date,
    before: int | None,
    limit: int,
) -> Sequence[Offer]:
    """The same by cursor, newest first.

    Raises:
        NotFoundError: the antenna is none of this actor's business.
    """
    require(belongs(actor, antenna_id), actor, antenna_id)
    query = _standing(antenna_id, category, today)
    if before is not None:
        query = query.where(Offer.id < before)
    return session.scalars(query.order_by(Offer.id.desc()).limit(limit)).all()


def _standing(antenna_id: int, category: str, today: date) -> Select[Offer]:
    query = (
        select(Offer)
        .join(Member, Member.id == Offer.member_id)
        .join(Person, Person.id == Member.person_id)
        .options(selectinload(Offer.kinds), joinedload(Offer.member).joinedload(Member.person))
        .where(
            Member.antenna_id == antenna_id,
            Member.state == MemberState.ACTIVE,
            Offer.state == OfferState.STANDING,
            or_(Offer.paused_until.is_(None), Offer.paused_until < today),
        )
    )
    return query.where(Offer.kinds.any(OfferKind.category == category)) if category else query


def _member(session: Session, uid: uuid.UUID, actor: Actor) -> Member:
    member = session.scalar(select(Member).where(Member.uid == uid))
    if member is None:
        raise NotFoundError
    if not (may_act_for(actor, member.id) or is_coordinator(actor, member.antenna_id) or actor is SYSTEM):
        raise NotFoundError
    return member


def _check(session: Session, member: Member, details: OfferDetails, *, today: date) -> None:
    if member.state is not MemberState.ACTIVE:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="member")
    if not details.likes and not details.may_be_asked:
        raise InvalidInputError("offer_empty", "Choose one or more kinds of help.", field="likes")
    if set(details.likes) & set(details.may_be_asked):
        raise InvalidInputError(
            "offer_twice", "Choose for each kind either one or the other.", field="may_be_asked"
        )
    for code in (*details.likes, *details.may_be_asked):
        known_category(session, member.antenna_id, code)
    for field, (low, high) in _BOUNDS.items():
        if not low <= getattr(details, field) <= high:
            raise InvalidInputError(
                "number_out_of_range", "Choose between {low} and {high}.", field=field, low=low, high=high
            )
    if details.paused_until is not None and details.paused_until < today:
        raise InvalidInputError(
            "date_past", "This day has gone by. Choose today or a day to come.", field="paused_until"
        )
    if len(details.words) > WORDS_MAX:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field="words", maximum=WORDS_MAX
        )


def _fill(offer: Offer, details: OfferDetails, now: datetime) -> None:
    for name in _PLAIN:
        setattr(offer, name, getattr(details, name))
    offer.words = details.words.strip()
    offer.languages, offer.limits = list(details.languages), [limit.value for limit in details.limits]
    offer.channel, offer.changed_at = details.channel, now
    wanted = dict.fromkeys(details.likes, Readiness.LIKES)
    wanted |= dict.fromkeys(details.may_be_asked, Readiness.MAY_BE_ASKED)
    for kind in list(offer.kinds):
        if wanted.get(kind.category) is kind.readiness:
            del wanted[kind.category]
        elif kind.category in wanted:
            kind.readiness = wanted.pop(kind.category)
        else:
            offer.kinds.remove(kind)
    offer.kinds += [OfferKind(category=code, readiness=readiness) for code, readiness in wanted.items()]

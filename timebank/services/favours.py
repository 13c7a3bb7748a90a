"""Writing favours down: who gave, who received, how long, and through which channel.

The receiver who writes it down has agreed with it; a giver's favour waits for the other side.
Confirming, disputing and taking back are in ``favour_steps``, reading in ``favour_lists``.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from timebank.domain.categories import CATEGORIES
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, WrongStateError
from timebank.domain.permissions import (
    Actor,
    is_coordinator,
    may_act_for,
    may_log_for_others,
    require,
)
from timebank.domain.quarters import parse_minutes, round_minutes
from timebank.domain.rules import GroupMode, Rules, TravelRule
from timebank.domain.states import PRESENT_STATES, FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy, Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.favour_agreement import Evidence
from timebank.services.favour_steps import agree_at_once, tell_receivers
from timebank.services.rules import rules_of

LIVE_STATES = (FavourState.LOGGED, FavourState.AWAITING_SECOND, FavourState.CONFIRMED, FavourState.DISPUTED)
TEXT_MAX = 500


class NearDoubleError(WrongStateError):
    """The same two people, day and minutes stand there already; a coordinator may overrule."""

    code = "near_double"
    message = "This looks like a favour that is already there. If it is another one, call your antenna."


@dataclass(frozen=True)
class NewFavour:
    """A favour as someone tells it. Ids are member ids; times are as said ('1u30', '90 min').

    ``travel_said`` counts by the antenna's rule, under 'agreed' only with ``travel_agreed``.
    ``evidence`` is a slip or phone call that confirms it at once. ``allow_double`` is a
    coordinator's 'yes, it's another one'.
    """

    antenna_id: int
    giver_ids: tuple[int, ...]
    done_on: date
    receiver_ids: tuple[int, ...] = ()
    for_antenna: bool = False
    time_said: str = ""
    travel_said: str = ""
    travel_agreed: bool = False
    with_hours: bool = True
    category: str = ""
    note: str = ""
    thanks: str = ""
    channel: Channel = Channel.WEB
    logged_for_id: int | None = None
    group_mode: GroupMode | None = None
    evidence: Evidence | None = None
    allow_double: bool = False
    repeats_id: int | None = None


def log_favour(session: Session, new: NewFavour, *, actor: Actor, now: datetime) -> Favour:
    """Write a favour down; it is confirmed at once where the receiver, a slip or a call agrees.

    Raises:
        InvalidInputError: people, day or time that can't be (``field`` says where).
        NotAllowedError, NotFoundError: not a favour of this actor's to write down.
        NearDoubleError: one like it is there; ``params['uid']`` names it.
    """
    antenna = session.get(Antenna, new.antenna_id)
    if antenna is None:
        raise NotFoundError
    rules = rules_of(session, antenna.id)
    givers, receivers = _parties(session, new, antenna)
    _require_may_log(actor, new, givers + receivers)
    _check_day(new.done_on, local_day(now, antenna.timezone))
    minutes, travel = minutes_of(new, rules)
    _check_accounts(givers, receivers, minutes)
    double = find_near_double(session, givers, receivers, new.done_on, minutes)
    overrule = new.allow_double and is_coordinator(actor, antenna.id)
    if double is not None and not overrule:
        raise NearDoubleError(state=double.state.value, uid=double.uid)
    favour = Favour(
        antenna_id=antenna.id,
        state=FavourState.LOGGED,
        done_on=new.done_on,
        minutes=minutes,
        travel_minutes=travel,
        with_hours=minutes > 0,
        stated=new.time_said.strip() if minutes else "",
        for_antenna=new.for_antenna,
        group_mode=new.group_mode or rules.group_mode,
        category=_known_category(new.category),
        note=_short(new.note, "note"),
        thanks=_short(new.thanks, "thanks"),
        channel=new.channel,
        logged_by_id=actor.person_id or None,
        logged_for_id=new.logged_for_id,
        logged_at=now,
        undo_until=now + timedelta(minutes=rules.undo_minutes),
        repeats_id=new.repeats_id,
        double_allowed_by_id=actor.person_id if double is not None else None,
    )
    favour.parties = [FavourParty(member_id=m.id, member=m, side=Side.GIVER) for m in givers]
    favour.parties += [FavourParty(member_id=m.id, member=m, side=Side.RECEIVER) for m in receivers]
    session.add(favour)
    session.flush()
    write_down(
        session,
        "log_favour",
        actor=actor,
        now=now,
        antenna_id=antenna.id,
        member_id=new.logged_for_id,
        subject=f"favour:{favour.uid}",
        channel=new.channel,
    )
    agree_at_once(session, favour, new.evidence, rules, actor=actor, now=now)
    if favour.state is FavourState.LOGGED:
        tell_receivers(session, favour, actor=actor, now=now)
    session.flush()
    return favour


def minutes_of(new: NewFavour, rules: Rules) -> tuple[int, int]:
    """What is booked for ``new``: (minutes with travel, travel alone), rounded by the rules.

    Raises:
        InvalidInputError: a time that is missing, not understood or out of range.
    """
    if not new.with_hours or not rules.hours_on:
        return 0, 0
    if new.for_antenna and not rules.antenna_work_counts:
        raise InvalidInputError(
            "antenna_work_not_counted",
            "Your antenna books no hours for antenna work. Choose 'just thanks'.",
            field="time_said",
        )
    stated = parse_minutes(new.time_said)
    travel = parse_minutes(new.travel_said) if new.travel_said.strip() else 0
    if rules.travel is TravelRule.NO or (rules.travel is TravelRule.AGREED and not new.travel_agreed):
        travel = 0
    minutes = round_minutes(stated + travel, rules.rounding)
    if minutes > 1440:
        raise InvalidInputError(
            "duration_out_of_range",
            "One favour lasts at most a day. Write longer help down day by day.",
            field="time_said",
        )
    return minutes, min(travel, minutes)


def find_near_double(
    session: Session, givers: Iterable[Member], receivers: Iterable[Member], done_on: date, minutes: int
) -> Favour | None:
    """A favour that still counts, of one of these givers to one of these receivers, that day, as long."""
    giver, receiver = aliased(FavourParty), aliased(FavourParty)
    query = (
        select(Favour)
        .join(giver, giver.favour_id == Favour.id)
        .where(
            Favour.done_on == done_on,
            Favour.minutes == minutes,
            Favour.state.in_(LIVE_STATES),
            giver.side == Side.GIVER,
            giver.member_id.in_([m.id for m in givers]),
        )
        .limit(1)
    )
    receiver_ids = [m.id for m in receivers]
    if receiver_ids:
        query = query.join(receiver, receiver.favour_id == Favour.id).where(
            receiver.side == Side.RECEIVER, receiver.member_id.in_(receiver_ids)
        )
    else:
        query = query.where(Favour.for_antenna.is_(True))
    return session.scalar(query)


def same_again(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> NewFavour:
    """The favour ``uid`` once more, done today: what 'same as last week' writes down in one tap.

    Raises:
        NotFoundError: no such favour, or not one of this actor's.
    """
    old = session.scalar(select(Favour).where(Favour.uid == uid))
    if old is None:
        raise NotFoundError
    mine = any(may_act_for(actor, party.member_id) for party in old.parties)
    if not mine and not may_log_for_others(actor, old.antenna_id):
        raise NotFoundError
    antenna = session.get_one(Antenna, old.antenna_id)
    return NewFavour(
        antenna_id=old.antenna_id,
        giver_ids=tuple(m.id for m in old.givers),
        receiver_ids=tuple(m.id for m in old.receivers),
        for_antenna=old.for_antenna,
        done_on=local_day(now, antenna.timezone),
        time_said=f"{old.minutes} min" if old.with_hours else "",
        with_hours=old.with_hours,
        category=old.category,
        note=old.note,
        group_mode=old.group_mode,
        repeats_id=old.id,
    )


def _parties(session: Session, new: NewFavour, antenna: Antenna) -> tuple[list[Member], list[Member]]:
    if not new.giver_ids:
        raise InvalidInputError("giver_missing", "Say who helped.", field="givers")
    if not new.receiver_ids and not new.for_antenna:
        raise InvalidInputError("receiver_missing", "Say who was helped.", field="receivers")
    if new.receiver_ids and new.for_antenna:
        raise InvalidInputError(
            "receiver_twice", "Choose either the antenna or the people who were helped.", field="receivers"
        )
    if set(new.giver_ids) & set(new.receiver_ids):
        raise InvalidInputError(
            "giver_is_receiver",
            "Someone can't help themselves. Choose two different people.",
            field="receivers",
        )
    members = {
        m.id: m
        for m in session.scalars(select(Member).where(Member.id.in_([*new.giver_ids, *new.receiver_ids])))
    }
    givers = [_present(members, member_id, "givers") for member_id in dict.fromkeys(new.giver_ids)]
    receivers = [_present(members, member_id, "receivers") for member_id in dict.fromkeys(new.receiver_ids)]
    if all(m.antenna_id != antenna.id for m in givers + receivers):
        raise InvalidInputError(
            "not_this_antenna", "None of them is a member of this antenna.", field="givers"
        )
    return givers, receivers


def _present(members: dict[int, Member], member_id: int, field: str) -> Member:
    member = members.get(member_id)
    if member is None or member.state not in PRESENT_STATES:
        raise InvalidInputError(
            "not_a_member", "Choose someone who is a member now.", field=field, member_id=member_id
        )
    return member


def _require_may_log(actor: Actor, new: NewFavour, parties: list[Member]) -> None:
    mine = any(may_act_for(actor, member.id) for member in parties)
    others = any(may_log_for_others(actor, m.antenna_id) for m in parties)
    require(mine or others, actor, new.antenna_id)


def _check_accounts(givers: list[Member], receivers: list[Member], minutes: int) -> None:
    """Between two people who share an account no hours can move."""
    if minutes and {m.account_id for m in givers} & {m.account_id for m in receivers}:
        raise InvalidInputError(
            "same_account",
            "These two share one account, so no hours move between them. Choose 'just thanks'.",
            field="time_said",
        )


def _check_day(done_on: date, today: date) -> None:
    if done_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="done_on"
        )
    if done_on < today - timedelta(days=730):
        raise InvalidInputError(
            "date_old",
            "This is more than two years ago. Ask your coordinator to bring in old sheets.",
            field="done_on",
        )


def _known_category(code: str) -> str:
    if code and code not in CATEGORIES:
        raise InvalidInputError("category_unknown", "Choose a kind of help from the list.", field="category")
    return code


def _short(text: str, field: str) -> str:
    text = text.strip()
    if len(text) > TEXT_MAX:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=TEXT_MAX
        )
    return text


__all__ = [
    "ConfirmedBy",
    "Evidence",
    "NearDoubleError",
    "NewFavour",
    "find_near_double",
    "log_favour",
    "minutes_of",
    "same_again",
]

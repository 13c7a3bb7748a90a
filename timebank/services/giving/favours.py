"""Writing favours down: who gave, who received, how long, and through which channel.

The receiver who writes it down has agreed with it; a giver's favour waits for the other side.
Confirming, disputing and taking back are in ``favour_steps``, reading in ``favour_lists``.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, WrongStateError
from timebank.domain.permissions import (
    Actor,
    is_coordinator,
    may_act_for,
    may_log_for_others,
)
from timebank.domain.quarters import parse_minutes, round_minutes
from timebank.domain.rules import Rules, TravelRule
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.orm import table_of
from timebank.services.asking.categories import known_category
from timebank.services.audit import write_down
from timebank.services.giving.favour_agreement import write_favour
from timebank.services.giving.favour_checks import (
    check_accounts,
    check_day,
    parties,
    require_may_log,
    short,
)
from timebank.services.giving.favour_steps import agree_at_once, tell_receivers
from timebank.services.giving.new_favour import NewFavour
from timebank.services.giving.terms import Terms, terms_of
from timebank.services.holding import hold_members

FAVOUR = table_of(Favour)
GIVER, RECEIVER = table_of(FavourParty).alias("giver"), table_of(FavourParty).alias("receiver")
LIVE_STATES = (FavourState.LOGGED, FavourState.AWAITING_SECOND, FavourState.CONFIRMED, FavourState.DISPUTED)
SAME_DEED = (
    select(FAVOUR.c.uid, FAVOUR.c.state)
    .join(GIVER, GIVER.c.favour_id == FAVOUR.c.id)
    .where(
        FAVOUR.c.done_on == bindparam("done_on"),
        FAVOUR.c.minutes == bindparam("minutes"),
        FAVOUR.c.state.in_(LIVE_STATES),
        GIVER.c.side == Side.GIVER,
        GIVER.c.member_id.in_(bindparam("giver_ids", expanding=True)),
    )
    .limit(1)
)
SAME_FOR_ANTENNA = SAME_DEED.where(FAVOUR.c.for_antenna.is_(True))
SAME_PEOPLE = SAME_DEED.join(RECEIVER, RECEIVER.c.favour_id == FAVOUR.c.id).where(
    RECEIVER.c.side == Side.RECEIVER, RECEIVER.c.member_id.in_(bindparam("receiver_ids", expanding=True))
)


@dataclass(frozen=True)
class NearDouble:
    """A favour that looks like the one that is being written down."""

    uid: uuid.UUID
    state: FavourState


class NearDoubleError(WrongStateError):
    """The same two people, day and minutes stand there already; a coordinator may overrule."""

    code = "near_double"
    message = "This looks like a favour that is already there. If it is another one, call your antenna."


def log_favour(session: Session, new: NewFavour, *, actor: Actor, now: datetime) -> Favour:
    """Write a favour down; it is confirmed at once where the receiver, a slip or a call agrees.

    Raises:
        InvalidInputError: people, day or time that can't be (``field`` says where).
        NotAllowedError, NotFoundError: not a favour of this actor's to write down.
        NearDoubleError: one like it is there; ``params['uid']`` names it.
    """
    members = hold_members(session, (*new.giver_ids, *new.receiver_ids))
    terms = terms_of(session, new.antenna_id, {member.antenna_id for member in members.values()})
    givers, receivers = parties(new, members)
    require_may_log(actor, new, givers + receivers)
    check_day(new.done_on, local_day(now, terms.home.timezone))
    known_category(session, new.antenna_id, new.category, retired=True)
    minutes, travel = minutes_of(new, terms.rules)
    check_accounts(givers, receivers, minutes)
    double = find_near_double(session, givers, receivers, new.done_on, minutes)
    overrule = new.allow_double and is_coordinator(actor, new.antenna_id)
    if double is not None and not overrule:
        raise NearDoubleError(state=double.state.value, uid=double.uid)
    favour = _new_row(new, terms, givers, receivers, minutes, travel, actor=actor, now=now)
    favour.double_allowed_by_id = actor.person_id if double is not None else None
    write_down(
        session,
        "log_favour",
        actor=actor,
        now=now,
        antenna_id=new.antenna_id,
        member_id=new.logged_for_id,
        subject=f"favour:{favour.uid}",
        channel=new.channel,
    )
    agree_at_once(session, favour, new.evidence, terms, actor=actor, now=now)
    if favour.id is None:
        write_favour(session, favour)
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
    session: Session, givers: Sequence[Member], receivers: Sequence[Member], done_on: date, minutes: int
) -> NearDouble | None:
    """A favour that still counts, of one of these givers to one of these receivers, that day, as long."""
    said = {"done_on": done_on, "minutes": minutes, "giver_ids": [m.id for m in givers]}
    if receivers:
        query, said = SAME_PEOPLE, said | {"receiver_ids": [m.id for m in receivers]}
    else:
        query = SAME_FOR_ANTENNA
    row = session.execute(query, said).first()
    return None if row is None else NearDouble(*row)


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


def _new_row(
    new: NewFavour,
    terms: Terms,
    givers: list[Member],
    receivers: list[Member],
    minutes: int,
    travel: int,
    *,
    actor: Actor,
    now: datetime,
) -> Favour:
    favour = Favour(
        uid=uuid.uuid4(),
        antenna_id=new.antenna_id,
        state=FavourState.LOGGED,
        done_on=new.done_on,
        minutes=minutes,
        travel_minutes=travel,
        with_hours=minutes > 0,
        stated=new.time_said.strip() if minutes else "",
        for_antenna=new.for_antenna,
        group_mode=new.group_mode or terms.rules.group_mode,
        category=new.category,
        note=short(new.note, "note"),
        thanks=short(new.thanks, "thanks"),
        channel=new.channel,
        logged_by_id=actor.person_id or None,
        logged_for_id=new.logged_for_id,
        logged_at=now,
        undo_until=now + timedelta(minutes=terms.rules.undo_minutes),
        repeats_id=new.repeats_id,
        confirmations=[],
        version=1,
    )
    favour.parties = [FavourParty(member_id=m.id, member=m, side=Side.GIVER) for m in givers]
    favour.parties += [FavourParty(member_id=m.id, member=m, side=Side.RECEIVER) for m in receivers]
    return favour

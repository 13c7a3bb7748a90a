"""The totals of a period once more, slowly: every row is read and looked at in plain Python."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tests.factories import TODAY, World
from timebank.domain.ask_states import AskState, ProposalState
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.states import FavourState
from timebank.models.antenna import RoleMandate
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.participation.facts import FavourFact
from timebank.participation.periods import Period
from timebank.participation.totals import Wait, in_period

CAST = ("ana", "ben", "cora", "carl", "tess", "ann", "hugo", "fay", "dov")
ENDED = (AskState.FILLED, AskState.PARTLY, AskState.REFERRED, AskState.WITHDRAWN, AskState.NOBODY)
STATES = (*5 * (FavourState.CONFIRMED,), *FavourState)


def scatter_favours(session: Session, world: World, count: int, seed: int) -> None:
    """Favours of every kind over a year and a half, put in as rows; some of groups, some for the antenna."""
    draw = random.Random(seed)
    for _ in range(count):
        people = draw.sample(CAST, draw.choice((2, 2, 2, 2, 3, 4)))
        givers = draw.randint(1, len(people) - 1)
        done_on = TODAY - timedelta(days=draw.randint(0, 540))
        at = datetime.combine(done_on, time(draw.randint(0, 23), 30), UTC) + timedelta(
            days=draw.randint(0, 9)
        )
        minutes = draw.choice((0, 15, 30, 50, 75))
        for_antenna = draw.random() < 0.1
        session.add(
            Favour(
                antenna_id=world.antenna,
                state=draw.choice(STATES),
                done_on=done_on,
                minutes=minutes,
                with_hours=minutes > 0,
                for_antenna=for_antenna,
                category=draw.choice(("visit", "lift", "")),
                channel=draw.choice((Channel.WEB, Channel.PHONE, Channel.SLIP)),
                logged_at=at,
                undo_until=at,
                disputed_at=at if draw.random() < 0.1 else None,
                parties=[
                    FavourParty(
                        member_id=world.members[name], side=Side.GIVER if place < givers else Side.RECEIVER
                    )
                    for place, name in enumerate(people)
                    if place < givers or not for_antenna
                ],
            )
        )
    session.flush()


def all_favours(session: Session) -> list[Favour]:
    """Every favour with its people."""
    people = selectinload(Favour.parties).joinedload(FavourParty.member)
    return list(session.scalars(select(Favour).options(people).order_by(Favour.id)))


def is_final(favour: Favour) -> bool:
    """One of E."""
    return favour.state is FavourState.CONFIRMED and not favour.for_antenna


def facts_of(session: Session, period: Period) -> list[FavourFact]:
    """The final favours of the period as facts, a giver with a receiver each."""
    mandates = list(session.scalars(select(RoleMandate)))
    facts = [fact for favour in all_favours(session) if is_final(favour) for fact in _legs(favour, mandates)]
    return in_period(facts, period)


def _legs(favour: Favour, mandates: list[RoleMandate]) -> Iterator[FavourFact]:
    receivers = sorted(member.id for member in favour.receivers)
    people = {member.id: member for member in favour.givers + favour.receivers}
    for giver in favour.givers:
        for place, receiver in enumerate(receivers):
            share, rest = divmod(favour.minutes, len(receivers))
            yield FavourFact(
                giver_id=giver.id,
                receiver_id=receiver,
                minutes=share + (rest if place == 0 else 0),
                done_on=favour.done_on,
                recorded_on=local_day(favour.logged_at, "Europe/Brussels"),
                category=favour.category,
                channel=favour.channel,
                both_in_team=people[giver.id].antenna_id == people[receiver].antenna_id
                and all(_in_team(people[each], favour.done_on, mandates) for each in (giver.id, receiver)),
            )


def _in_team(member: Member, day: date, mandates: list[RoleMandate]) -> bool:
    return any(
        each.person_id == member.person_id
        and each.antenna_id == member.antenna_id
        and each.starts_on <= day
        and (each.ends_on is None or day <= each.ends_on)
        and (each.ended_at is None or day <= local_day(each.ended_at, "Europe/Brussels"))
        for each in mandates
    )


def slices_of(session: Session, period: Period) -> dict[tuple[date, str, Channel], tuple[int, int]]:
    """(month, category, channel) -> (favours, minutes of all givers)."""
    favours: Counter[tuple[date, str, Channel]] = Counter()
    minutes: Counter[tuple[date, str, Channel]] = Counter()
    for favour in all_favours(session):
        if is_final(favour) and favour.done_on in period:
            key = favour.done_on.replace(day=1), favour.category, favour.channel
            favours[key] += 1
            minutes[key] += favour.minutes * len(favour.givers)
    return {key: (favours[key], minutes[key]) for key in favours}


def lags_of(session: Session, period: Period, zone: str = "Europe/Brussels") -> dict[int, int]:
    """Days to the entry -> favours, those from sheets left out."""
    counted = Counter(
        (local_day(favour.logged_at, zone) - favour.done_on).days
        for favour in all_favours(session)
        if is_final(favour) and favour.done_on in period and favour.import_batch_id is None
    )
    return dict(counted)


def scatter_asks(session: Session, world: World, count: int, seed: int) -> None:
    """Asks of two antennas over a year and a half, some answered, some ended; at every hour of the day."""
    draw = random.Random(seed)
    for number in range(count):
        name = draw.choice(("ana", "ben", "dov"))
        made_at = datetime.combine(
            TODAY - timedelta(days=draw.randint(0, 540)), time(draw.randint(0, 23)), UTC
        )
        state = draw.choice(tuple(AskState))
        ask = Ask(
            antenna_id=world.antennas["marolles" if name == "dov" else "heembeek"],
            state=state,
            words=f"Ask {number}",
            member_id=world.members[name],
            channel=draw.choice((Channel.WEB, Channel.PHONE, Channel.SLIP)),
            category=draw.choice(("visit", "lift", "")),
            slots=2,
            made_at=made_at,
            ended_at=made_at + timedelta(hours=draw.randint(1, 300)) if state in ENDED else None,
        )
        session.add(ask)
        session.flush()
        for helper in draw.sample(("fay", "hugo", "carl"), draw.choice((0, 1, 1, 2))):
            answered_at = made_at + timedelta(hours=draw.randint(0, 200))
            session.add(
                Proposal(
                    ask_id=ask.id,
                    member_id=world.members[helper],
                    state=draw.choice((ProposalState.DONE, ProposalState.DECLINED)),
                    on_day=answered_at.date(),
                    minutes=60,
                    ask_channel=Channel.PHONE,
                    asked_at=made_at,
                    answer_by=answered_at.date(),
                    answered_at=answered_at,
                )
            )
    session.flush()


def waits_of(
    session: Session, period: Period, zones: Mapping[int, str], today: date
) -> dict[Channel, tuple[Wait, ...]]:
    """How long the asks of a period waited: to the last yes that was kept, to their end, or until today."""
    counted: dict[Channel, Counter[tuple[int, bool]]] = defaultdict(Counter)
    for ask in session.scalars(select(Ask)):
        zone = zones[ask.antenna_id]
        made_on = local_day(ask.made_at, zone)
        if made_on not in period:
            continue
        found = ask.state in (AskState.PROMISED, AskState.FILLED, AskState.PARTLY)
        kept = [
            each.answered_at
            for each in session.scalars(select(Proposal).where(Proposal.ask_id == ask.id))
            if each.state is ProposalState.DONE and each.answered_at is not None
        ]
        until = max(kept) if found and kept else ask.ended_at
        last = today if until is None else local_day(until, zone)
        counted[ask.channel][(last - made_on).days, found] += 1
    return {
        channel: tuple(Wait(days, found, asks) for (days, found), asks in sorted(counted[channel].items()))
        for channel in sorted(counted)
    }

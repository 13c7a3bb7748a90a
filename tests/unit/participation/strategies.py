"""Random antennas: members, favours, asks, over a year and a half."""

from datetime import date, timedelta

from hypothesis import strategies as st

from timebank.domain.channels import Channel
from timebank.participation.facts import (
    AskFact,
    AskOutcome,
    AttendanceFact,
    FavourFact,
    LeftBecause,
    MemberFact,
)
from timebank.participation.periods import Period

FIRST = date(2025, 7, 1)
SPAN = Period(FIRST, FIRST + timedelta(days=540))

days = st.integers(0, 539).map(lambda number: FIRST + timedelta(days=number))
numbers = st.integers(1, 9)


@st.composite
def favour_facts(draw):
    giver = draw(numbers)
    receiver = draw(st.none() | numbers.filter(lambda number: number != giver))
    done_on = draw(days)
    return FavourFact(
        giver_id=giver,
        receiver_id=receiver,
        minutes=15 * draw(st.integers(0, 12)),
        done_on=done_on,
        recorded_on=done_on + timedelta(days=draw(st.integers(0, 20))),
        both_in_team=draw(st.booleans()) and receiver is not None,
    )


@st.composite
def member_facts(draw, number):
    joined_on = draw(days)
    left_on = draw(st.none() | st.integers(0, 300).map(lambda later: joined_on + timedelta(days=later)))
    return MemberFact(
        member_id=number,
        joined_on=joined_on,
        left_on=left_on,
        left_because=draw(st.sampled_from(LeftBecause)) if left_on else None,
        language=draw(st.sampled_from(["nl", "fr", ""])),
    )


@st.composite
def ask_facts(draw):
    made_on = draw(days)
    outcome = draw(st.sampled_from(AskOutcome))
    closed = None if outcome is AskOutcome.OPEN else made_on + timedelta(days=draw(st.integers(0, 9)))
    return AskFact(draw(numbers), made_on, draw(st.sampled_from(Channel)), "visit", outcome, closed)


visits = st.lists(st.builds(AttendanceFact, numbers, days), max_size=30)
favours = st.lists(favour_facts(), max_size=40)
asks = st.lists(ask_facts(), max_size=30)
members = st.lists(numbers, unique=True).flatmap(
    lambda chosen: st.tuples(*(member_facts(number) for number in chosen))
)
periods = (
    st.tuples(days, days).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Period(*sorted(pair)))
)

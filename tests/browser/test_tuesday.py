"""Tuesday from nine to ten: six asks, a signal among them, four slips and two calls, by keyboard alone.

What each task costs in keys and page loads stands in ``benchmarks/tuesday.json``; it may not grow.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browser.conftest import SignedIn
from tests.browser.keyboard import Cost, Keyboard
from tests.factories import World
from timebank.clock import now
from timebank.domain.ask_states import AskState, ProposalState
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.domain.help import ALL_WEEK
from timebank.models.ask import Ask
from timebank.models.favour import ConfirmedBy, Favour
from timebank.models.signal import Signal
from timebank.services.asking.ask_lists import proposals_of
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.coordinating.signals import SignalDetails, tell_signal
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favours import log_favour
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, propose
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.uow import reading, transact

pytestmark = pytest.mark.browser

COUNTS = Path(__file__).parents[2] / "benchmarks" / "tuesday.json"
INTAKE_LOADS = 4
LOGGING_LOADS = 3
"""From an accepted lift to the favour that is written down."""


@pytest.fixture
def morning(network: tuple[str, World, Flask]) -> Iterator[World]:
    """What there is at nine: helpers, a service, and what came in by itself."""
    _address, world, _app = network
    moment = now()
    offers(world, moment)
    came_in(world, moment)
    waiting(world, moment)
    return world


def offers(world: World, moment: datetime) -> None:
    """Three who like to help, and a service that washes."""
    likes = {"ana": ("lift",), "carl": ("odd_job", "phone_and_computer"), "hugo": ("visit", "meal")}
    for name, kinds in likes.items():
        details = OfferDetails(likes=kinds, free_parts=ALL_WEEK, car_metres=10_000, per_week_max=5)
        transact(save_offer, world.uids[name], details, actor=world.actor(name, now=moment), now=moment)
    service = EntryDetails(name="Zenne", kinds=("home_nursing",), phone="02 555 80 10", languages=("nl",))
    cora = world.actor("cora", now=moment)
    transact(add_entry, world.antenna, service, checked_on=network_day(moment), actor=cora, now=moment)


def came_in(world: World, moment: datetime) -> None:
    """By web, and by an antenna person."""
    tablet = NewAsk(
        world.antenna,
        "Ik zoek hulp met mijn tablet",
        member_id=world.members["fay"],
        channel=Channel.WEB,
        details=AskDetails(category="phone_and_computer"),
    )
    transact(make_ask, tablet, actor=world.actor("fay", now=moment), now=moment)
    closed = SignalDetails("Curtains closed for two days", about_words="Kruisberg 14")
    transact(tell_signal, world.antenna, closed, actor=world.actor("ann", now=moment), now=moment)


def waiting(world: World, moment: datetime) -> None:
    """Four favours of last week, two that wait for a yes, and a lift of yesterday."""
    signed = Evidence(ConfirmedBy.SLIP)
    do = partial(
        world.favour,
        done_on=network_day(moment) - timedelta(days=7),
        category="visit",
        channel=Channel.SLIP,
        evidence=signed,
    )
    cora = world.actor("cora", now=moment)
    for giver, receiver in (("ana", "ben"), ("hugo", "ben"), ("carl", "fay"), ("fay", "ben")):
        transact(log_favour, do(giver, receiver), actor=cora, now=moment - timedelta(days=7))
    for giver in ("ana", "carl"):
        new = world.favour(giver, "fay", said="30 min", done_on=network_day(moment) - timedelta(days=20))
        transact(log_favour, new, actor=world.actor(giver, now=moment), now=moment - timedelta(days=20))
    before = moment - timedelta(days=2)
    day = network_day(moment - timedelta(days=1))
    details = AskDetails(category="lift", windows=(Window(day, 480, 720),))
    lift = NewAsk(world.antenna, "Naar de bank", member_id=world.members["ben"], details=details)
    ask = transact(make_ask, lift, actor=cora, now=before)
    question = transact(propose, ask.uid, NewProposal(world.members["ana"], day), actor=cora, now=before)
    transact(answer_proposal, question.uid, Answer(yes=True), actor=cora, now=before)


def test_a_tuesday_morning_by_keyboard(
    network: tuple[str, World, Flask], morning: World, signed_in: SignedIn
) -> None:
    address, world, app = network
    page = signed_in(address, app, world, "cora")
    page.goto(f"{address}/en/desk/heembeek")
    hands = Keyboard(page)
    lift_by_phone(hands)
    wash_is_referred(hands)
    bulb_on_a_card(hands)
    tablet_by_web(hands)
    newcomer_at_the_desk(hands)
    curtains(hands)
    for _ in range(4):
        slip(hands)
    for name in ("Fay", "Fay"):
        call(hands, name)
    lift_happened(hands)
    everything_has_an_outcome(world)
    costs_do_not_grow(hands.costs)


def ask_down(hands: Keyboard, who: str, words: str, *after: str) -> None:
    """From the desk to the ask's own page; ``after`` are keys between the name and Enter."""
    hands.open("n")
    hands.type(words)
    hands.tab_to("Who asks?")
    hands.type(who)
    for key in after:
        hands.press(key) if len(key) > 1 else hands.type(key)
    hands.open("Enter")
    hands.open("y")


def lift_by_phone(hands: Keyboard) -> None:
    """9.05: the helper says yes while the phone is still in hand."""
    with hands.task("a lift by phone: written down"):
        ask_down(hands, "Ben Peeters", "Kan iemand mij overmorgen om 10 uur naar de oogarts brengen?")
    with hands.task("a lift by phone: accepted"):
        hands.open("1")
    back_to_the_desk(hands)


def wash_is_referred(hands: Keyboard) -> None:
    """9.20: handed on with a yes, and a weekly visit beside it."""
    with hands.task("a wash: referred, with a visit beside it"):
        ask_down(hands, "Tess Peeters", "Wie kan mijn vader twee keer per week wassen?")
        hands.open("r")
        hands.skip()
        hands.tab_to("Zenne")
        hands.press("Space")
        hands.tab_to("They said yes")
        hands.press("Space")
        hands.tab_to("Yes, a neighbour")
        hands.press("Space")
        hands.open("Enter")
        hands.open("y")
    back_to_the_desk(hands)


def bulb_on_a_card(hands: Keyboard) -> None:
    """A card from the pharmacy."""
    with hands.task("a light bulb on a card"):
        ask_down(hands, "Ben Peeters", "Lamp vervangen in de gang", "Tab", "ArrowDown", "ArrowDown")
        hands.open("1")
    back_to_the_desk(hands)


def tablet_by_web(hands: Keyboard) -> None:
    """It came in by itself: open the row, ring the first helper."""
    with hands.task("help with a tablet, by web"):
        hands.walk_to("Look at what Fay")
        hands.open("1")
    back_to_the_desk(hands)


def newcomer_at_the_desk(hands: Keyboard) -> None:
    """Someone who isn't a member yet, in a talk: a first visit."""
    with hands.task("a first visit for a newcomer"):
        ask_down(hands, "Lucie", "Graag eens bezoek", "Tab", "ArrowDown", "Tab", "Space")
        hands.open("1")
    back_to_the_desk(hands)


def curtains(hands: Keyboard) -> None:
    """Noticed by an antenna person: the key holder was rung, all is well."""
    with hands.task("a signal: closed"):
        hands.walk_to("Look after what was noticed")
        hands.skip()
        hands.tab_to("All is well")
        hands.press("Space")
        hands.open("Enter")
    back_to_the_desk(hands)


def slip(hands: Keyboard) -> None:
    """The same as last week."""
    with hands.task("four slips, the same as last week"):
        hands.open("w")
        hands.open("1")
        hands.open("y")


def call(hands: Keyboard, name: str) -> None:
    """Heard by phone that it is right; who is next is said."""
    back_to_the_desk(hands)
    with hands.task("two calls to confirm"):
        hands.walk_to("Ring to hear")
        hands.type(name)
        hands.open("Enter")
    assert hands.page.url.endswith("/ring")


def lift_happened(hands: Keyboard) -> None:
    """Yesterday's lift: Ana tells how it went."""
    back_to_the_desk(hands)
    with hands.task("an accepted lift: logged"):
        hands.walk_to("Ask Ana")
        hands.open("h")
        hands.skip()
        hands.tab_to("Whom did you hear?")
        hands.type("Ben")
        hands.open("Enter")


def back_to_the_desk(hands: Keyboard) -> None:
    """The key that is the same on every page."""
    with hands.task("back to the desk"):
        hands.open("d")


def everything_has_an_outcome(world: World) -> None:
    """Each of the six is promised to someone for a day, referred or closed; nothing waits for a yes."""
    cora = world.actor("cora", now=now())
    beside, bank = "I would like someone to come by.", "Naar de bank"
    with reading() as session:
        asks = {ask.words: ask for ask in session.scalars(select(Ask))}
        assert asks.pop(bank).state is AskState.FILLED
        assert asks.pop(beside).repeat_days == 7
        states = sorted(ask.state.value for ask in asks.values())
        assert states == ["promised"] * 4 + ["referred"], {ask.words: ask.state for ask in asks.values()}
        for ask in asks.values():
            if ask.state is AskState.PROMISED:
                promises = [
                    p for p in proposals_of(session, ask, actor=cora) if p.state is ProposalState.ACCEPTED
                ]
                assert [each.on_day is not None for each in promises] == [True]
        assert session.scalars(select(Signal)).one().ended_at is not None
        favours = session.scalars(select(Favour)).all()
        assert {each.state.value for each in favours} == {"confirmed"}
        assert [each.channel for each in favours].count(Channel.SLIP) == 4 + 4


def costs_do_not_grow(costs: dict[str, Cost]) -> None:
    """Neither above what the issue allows nor above what is written down."""
    intake = costs["a lift by phone: written down"].loads + costs["a lift by phone: accepted"].loads
    assert intake <= INTAKE_LOADS
    assert costs["an accepted lift: logged"].loads <= LOGGING_LOADS
    told = {name: asdict(cost) for name, cost in costs.items()}
    most = json.loads(COUNTS.read_text())
    assert most.keys() == told.keys(), json.dumps(told, indent=2)
    grown = {name: cost for name, cost in told.items() if any(cost[k] > most[name][k] for k in cost)}
    assert not grown, f"This costs more than it did: {grown}"

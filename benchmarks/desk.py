"""Suggestions and the plan as a coordinator gets them: through the service, from a database of drawn neighbours."""

import random
import statistics
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks.matching_times import HELPERS_OF_A_MEMBER
from benchmarks.neighbours import NOW, Member, draw_asks, draw_town
from benchmarks.network import Place, make_network, open_app
from benchmarks.results import Result, figure
from timebank.domain.ask_states import AskState, OfferState
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.help import AskedAs, DayPart, Limit, Wish, part_bit
from timebank.domain.permissions import Actor, Mandate, Role
from timebank.domain.rules import Rules
from timebank.domain.states import MemberState
from timebank.extensions import db
from timebank.matching import inputs as engine
from timebank.matching.inputs import House
from timebank.matching.planning import plan
from timebank.matching.suggesting import suggest
from timebank.matching.week import BITS_A_DAY, FIRST_MINUTE, HALF_HOURS_A_DAY, MINUTES, half_day_mask
from timebank.models.ask import Ask, AskWindow
from timebank.models.member import Member as MemberRow, Person
from timebank.models.offer import Offer, OfferKind, Readiness
from timebank.orm import table_of
from timebank.services.books.bookkeeping import open_member_account
from timebank.services.matchmaking.plans import plan_for
from timebank.services.matchmaking.suggestions import matching_for_asks, suggest_for
from timebank.uow import reading, transact

FIRST_KEY = 100_000
_WISHES = {
    House.CAT: Wish.HAS_CAT,
    House.DOG: Wish.HAS_DOG,
    House.SMOKE: Wish.SMOKES,
    House.STAIRS: Wish.STAIRS,
}
_LIMITS = {
    House.CAT: Limit.NO_CATS,
    House.DOG: Limit.NO_DOGS,
    House.SMOKE: Limit.NO_SMOKE,
    House.STAIRS: Limit.NO_STAIRS,
}


class Size(NamedTuple):
    """How many offers an antenna has, and how many asks are open on its desk."""

    offers: int
    asks: int


def on_database(kind: str, urls: dict[Size, str], folder: Path, rounds: int) -> list[Result]:
    """Each size in a database of its own: the service and the engine alone take turns on the same asks."""
    results = []
    for size, url in urls.items():
        place = make_network(url, folder)[0]
        with open_app(url, folder):
            _fill(place, size)
            results += _measure(kind, size, place, rounds)
    return results


def _measure(kind: str, size: Size, place: Place, rounds: int) -> list[Result]:
    actor = Actor(place.person_id, mandates=frozenset({Mandate(Role.COORDINATOR, place.antenna_id)}))
    with reading() as session:
        uids = list(session.scalars(select(Ask.uid).order_by(Ask.id)))
        matching = matching_for_asks(session, session.scalars(select(Ask)).all(), now=NOW)

    def service(session: Session, number: int) -> object:
        return suggest_for(session, uids[number % len(uids)], actor=actor, now=NOW)

    def alone(_: Session, number: int) -> object:
        return suggest(matching.asks[number % len(uids)], matching.offers, matching.context)

    def whole(session: Session, _: int) -> object:
        return plan_for(session, place.antenna_id, actor=actor, now=NOW)

    def plan_alone(_: Session, __: int) -> object:
        return plan(matching.asks, matching.offers, matching.context)

    what = f"{kind}, {size.offers:,} offers"
    how = f"{size.asks} open asks; medians of {rounds} rounds in turn with the engine alone"
    return _pair(f"{what}: suggestions through the service", service, alone, 5 * rounds, how) + _pair(
        f"{what}: the plan of {size.asks} asks through the service", whole, plan_alone, rounds, how
    )


def _pair(
    name: str,
    service: Callable[[Session, int], object],
    alone: Callable[[Session, int], object],
    rounds: int,
    how: str,
) -> list[Result]:
    times: dict[str, list[float]] = {"service": [], "alone": []}
    for number in range(rounds):
        for which, work in (("service", service), ("alone", alone)):
            began = time.perf_counter()
            with reading() as session:
                work(session, number)
            times[which].append(1000 * (time.perf_counter() - began))
    whole, engine_ms = (statistics.median(times[which]) for which in ("service", "alone"))
    return [
        figure(name, whole, "ms", how, better="lower"),
        figure(f"{name}, of which the engine", engine_ms, "ms", how, better="lower"),
    ]


def _fill(place: Place, size: Size) -> None:
    """Drawn neighbours as rows: people with a cell, their offers, and the open asks of one week."""
    town = draw_town(1, round(1.2 * size.offers / HELPERS_OF_A_MEMBER) + 20, antennas=1)
    helpers = [member for member in town.members if member.offer is not None][: size.offers]
    assert len(helpers) == size.offers
    asks = draw_asks(town, size.asks, seed=1)
    askers = {ask.asker for ask in asks}
    people = [member for member in town.members if member in helpers or member.id in askers]
    accounts = transact(_accounts, place.book_id, len(people))
    rows = [_member(each, place.antenna_id, account) for each, account in zip(people, accounts, strict=True)]
    draw = random.Random(2)
    with db.engine.begin() as connection:
        connection.execute(insert(table_of(Person)), [_person(each) for each in people])
        connection.execute(insert(table_of(MemberRow)), rows)
        connection.execute(insert(table_of(Offer)), [_offer(each) for each in helpers])
        connection.execute(insert(table_of(OfferKind)), [kind for each in helpers for kind in _kinds(each)])
        connection.execute(insert(table_of(Ask)), [_ask(each, place.antenna_id, draw) for each in asks])
        connection.execute(insert(table_of(AskWindow)), [span for each in asks for span in _windows(each)])


def _person(member: Member) -> dict[str, Any]:
    name = f"Neighbour {member.id}"
    return {
        "id": FIRST_KEY + member.id,
        "given_name": name,
        "sort_name": name.casefold(),
        "language": member.mother_tongue if member.mother_tongue in {"fr", "nl", "en"} else "fr",
        "preferred_channel": ContactChannel.PHONE,
        "cell_row": member.place.row,
        "cell_column": member.place.column,
        "created_at": NOW,
        "version": 1,
    }


def _accounts(session: Session, book_id: int, count: int) -> list[int]:
    return [open_member_account(session, book_id, Rules()) for _ in range(count)]


def _member(member: Member, antenna_id: int, account_id: int) -> dict[str, Any]:
    key = FIRST_KEY + member.id
    return {
        "id": key,
        "antenna_id": antenna_id,
        "person_id": key,
        "account_id": account_id,
        "number": key,
        "state": MemberState.ACTIVE,
        "joined_on": NOW.date(),
        "joined_through": Channel.TALK,
        "version": 1,
    }


def _offer(member: Member) -> dict[str, Any]:
    offer = member.offer
    assert offer is not None
    parts = [(day, part) for day in range(7) for part in DayPart]
    return {
        "id": FIRST_KEY + member.id,
        "uid": uuid.UUID(int=FIRST_KEY + member.id),
        "member_id": FIRST_KEY + member.id,
        "state": OfferState.STANDING,
        "free_parts": sum(
            part_bit(*each) for each in parts if offer.free & half_day_mask(3 * each[0] + each[1])
        ),
        "foot_metres": offer.walk_metres,
        "bike_metres": min(40_000, offer.bike_metres),
        "car_metres": offer.lift_metres,
        "by_phone": bool(offer.phone_for),
        "seats": offer.seats,
        "takes_wheelchair": offer.takes_wheelchair,
        "languages": sorted(offer.languages),
        "limits": [_LIMITS[house].value for house in sorted(offer.refuses)],
        "asked_as": AskedAs.WOMAN if member.woman else AskedAs.MAN,
        "per_week_max": offer.ceiling_per_week,
        "channel": Channel.TALK,
        "made_at": NOW,
        "changed_at": NOW,
        "version": 1,
    }


def _kinds(member: Member) -> list[dict[str, Any]]:
    assert member.offer is not None
    return [
        {"offer_id": FIRST_KEY + member.id, "category": category, "readiness": Readiness.LIKES}
        for category in sorted(member.offer.categories)
    ]


def _ask(ask: engine.Ask, antenna_id: int, draw: random.Random) -> dict[str, Any]:
    wishes = [_WISHES[house].value for house in sorted(ask.house)]
    wishes += [Wish.WOMAN.value] if ask.gender_wanted else []
    wishes += [Wish.WHEELCHAIR.value] if ask.wheelchair else []
    return {
        "id": FIRST_KEY + ask.id,
        "uid": uuid.UUID(int=draw.getrandbits(128)),
        "antenna_id": antenna_id,
        "state": AskState.OPEN,
        "words": "Who can help me?",
        "member_id": FIRST_KEY + ask.asker,
        "channel": Channel.PHONE,
        "made_at": NOW,
        "category": ask.category,
        "to_cell_row": ask.destination.row if ask.destination else None,
        "to_cell_column": ask.destination.column if ask.destination else None,
        "minutes": MINUTES * ask.half_hours,
        "wishes": wishes,
        "languages": sorted(ask.languages),
        "urgency": ask.urgency,
        "version": 1,
    }


def _windows(ask: engine.Ask) -> list[dict[str, Any]]:
    """The ask's half hours, each run of them in one day as a stretch of minutes."""
    found = []
    for weekday in range(7):
        day: date = NOW.date() + timedelta(days=weekday)
        bits = [bit for bit in range(HALF_HOURS_A_DAY) if ask.window >> (BITS_A_DAY * weekday + bit) & 1]
        starts = [bit for bit in bits if bit - 1 not in bits]
        ends = [bit + 1 for bit in bits if bit + 1 not in bits]
        for start, end in zip(starts, ends, strict=True):
            found.append(
                {
                    "ask_id": FIRST_KEY + ask.id,
                    "on_day": day,
                    "from_minute": FIRST_MINUTE + MINUTES * start,
                    "until_minute": FIRST_MINUTE + MINUTES * end,
                }
            )
    return found

"""The rows of a network's year, to be put in by bulk: members in antennas, favours, transfers, asks, promises.

People help mostly within a circle of thirty, now and then someone else of their antenna. The transfers
carry right balances, but no hashes: nothing here is proven.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Table

from timebank.ledger.model import Account, Transfer
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty
from timebank.models.member import Member, Person
from timebank.models.proposal import Proposal
from timebank.orm import table_of

FIRST_DAY = date(2025, 1, 1)
FAVOURS_OF_A_MEMBER, FAVOURS_TO_AN_ASK = 50, 4
CIRCLE, OUTSIDE_CIRCLE = 30, 0.1
CHUNK = 10_000
KINDS = ("visit", "lift", "errands", "phone_call", "odd_job", "garden", "paperwork", "walk")
WAYS = ("web", "phone", "card", "slip", "talk")
START = datetime(2025, 1, 1, 9, tzinfo=UTC)
NO_HASH = bytes(32)
Rows = tuple[Table, list[dict[str, Any]]]


@dataclass
class Town:
    """One antenna: its ids, its members from ``first`` on, and how its books stand."""

    antenna_id: int
    book_id: int
    first: int
    members: int
    seq: int = 0
    balances: dict[int, int] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)


def rows_of(towns: list[Town], favours: int, seed: int = 11) -> Iterator[Rows]:
    """Everything, table by table where one needs the other, in chunks. Ids and account ids are those of members."""
    draw = random.Random(seed)
    for town in towns:
        yield from _members(town, draw)
    for start in range(0, favours, CHUNK):
        yield from _favours(towns, range(start + 1, min(start + CHUNK, favours) + 1), favours, draw)
    yield table_of(Account), [_account(town, member) for town in towns for member in _ids(town)]


def _ids(town: Town) -> range:
    return range(town.first, town.first + town.members)


def _members(town: Town, draw: random.Random) -> Iterator[Rows]:
    yield table_of(Person), [_person(number, draw) for number in _ids(town)]
    yield (
        table_of(Member),
        [
            {
                "id": number,
                "uid": _uid(draw),
                "antenna_id": town.antenna_id,
                "person_id": number,
                "number": number - town.first + 1,
                "state": "active",
                "account_id": number,
                "cannot_give": False,
                "joined_on": FIRST_DAY + timedelta(days=draw.randint(-900, 300)),
                "joined_through": "talk",
                "message": "",
                "version": 1,
            }
            for number in _ids(town)
        ],
    )


def _person(number: int, draw: random.Random) -> dict[str, Any]:
    return {
        "id": number,
        "uid": _uid(draw),
        "given_name": "Member",
        "family_name": str(number),
        "sort_name": f"{number} member",
        "language": draw.choice(("nl", "fr")),
        "preferred_channel": "phone",
        "phone": "",
        "email": "",
        "street": f"Street {number % 40}",
        "house_number": "",
        "building": "",
        "postal_code": "1120",
        "gender_words": "",
        "birth_year": draw.randint(1930, 1965),
        "created_at": START,
        "version": 1,
    }


def _account(town: Town, member: int) -> dict[str, Any]:
    return {
        "id": member,
        "uid": uuid.UUID(int=member),
        "book_id": town.book_id,
        "kind": "member",
        "balance_minutes": town.balances.get(member, 0),
        "version": town.versions.get(member, 0),
        "given_minutes": 0,
    }


def _favours(towns: list[Town], numbers: range, favours: int, draw: random.Random) -> Iterator[Rows]:
    made: dict[Table, list[dict[str, Any]]] = {
        table_of(model): [] for model in (Favour, FavourParty, Transfer, Ask, Proposal)
    }
    for number in numbers:
        town = towns[number % len(towns)]
        giver, receiver = _two(town, draw)
        day = FIRST_DAY + timedelta(days=365 * (number - 1) // favours)
        at = datetime.combine(day, time(draw.randint(7, 22), draw.randint(0, 59)), UTC)
        kind, way, minutes = draw.choice(KINDS), draw.choice(WAYS), draw.randint(1, 12) * 15
        written = at + timedelta(days=draw.choice((0, 0, 0, 1, 1, 3, 7)))
        made[table_of(Favour)].append(_favour(number, town, day, minutes, kind, way, written, draw))
        made[table_of(FavourParty)] += [
            {"id": 2 * number, "favour_id": number, "member_id": giver, "side": "giver"},
            {"id": 2 * number + 1, "favour_id": number, "member_id": receiver, "side": "receiver"},
        ]
        made[table_of(Transfer)].append(_transfer(town, giver, receiver, minutes, day, written, draw))
        if number % FAVOURS_TO_AN_ASK == 0:
            made[table_of(Ask)].append(_ask(number, town, receiver, at, kind, way, draw))
            made[table_of(Proposal)].append(_proposal(number, giver, at, day, draw))
    yield from made.items()


def _two(town: Town, draw: random.Random) -> tuple[int, int]:
    """Who gave and who received: most often two of one circle."""
    giver = draw.randrange(town.members)
    if town.members > CIRCLE and draw.random() > OUTSIDE_CIRCLE:
        start = giver - giver % CIRCLE
        other = start + draw.randrange(min(CIRCLE, town.members - start))
    else:
        other = draw.randrange(town.members)
    if other == giver:
        other = (giver + 1) % town.members
    return town.first + giver, town.first + other


def _favour(
    number: int, town: Town, day: date, minutes: int, kind: str, way: str, at: datetime, draw: random.Random
) -> dict[str, Any]:
    return {
        "id": number,
        "uid": _uid(draw),
        "antenna_id": town.antenna_id,
        "state": "confirmed",
        "done_on": day,
        "minutes": minutes,
        "travel_minutes": 0,
        "with_hours": True,
        "stated": "",
        "for_antenna": False,
        "group_mode": "pot",
        "category": kind,
        "note": "To the doctor and back",
        "thanks": "",
        "channel": way,
        "logged_at": at,
        "undo_until": at,
        "dispute_reason": "",
        "settlement": "",
        "version": 1,
    }


def _transfer(
    town: Town, giver: int, receiver: int, minutes: int, day: date, at: datetime, draw: random.Random
) -> dict[str, Any]:
    town.seq += 1
    for member, moved in ((receiver, -minutes), (giver, minutes)):
        town.balances[member] = town.balances.get(member, 0) + moved
        town.versions[member] = town.versions.get(member, 0) + 1
    return {
        "book_id": town.book_id,
        "seq": town.seq,
        "id": _uid(draw),
        "minutes": minutes,
        "kind": "favour",
        "debit_account_id": receiver,
        "debit_version": town.versions[receiver],
        "credit_account_id": giver,
        "credit_version": town.versions[giver],
        "debit_balance_minutes": town.balances[receiver],
        "credit_balance_minutes": town.balances[giver],
        "done_on": day,
        "recorded_at": at,
        "actor_id": 0,
        "memo_hash": NO_HASH,
        "hash": NO_HASH,
    }


def _ask(
    number: int, town: Town, member: int, at: datetime, kind: str, way: str, draw: random.Random
) -> dict[str, Any]:
    made_at = at - timedelta(days=draw.choice((1, 1, 2, 3, 5, 8)))
    return {
        "id": number,
        "uid": _uid(draw),
        "antenna_id": town.antenna_id,
        "state": "filled",
        "ended_at": at,
        "words": "Who can come along?",
        "member_id": member,
        "asker_name": "",
        "asker_phone": "",
        "channel": "web" if way == "slip" else way,
        "drop_point": "",
        "consent_note": "",
        "made_at": made_at,
        "category": kind,
        "place": "",
        "minutes": 60,
        "slots": 1,
        "wishes": [],
        "languages": [],
        "urgency": 1,
        "first_meeting": False,
        "show_phone": False,
        "end_note": "",
        "version": 1,
    }


def _proposal(number: int, member: int, at: datetime, day: date, draw: random.Random) -> dict[str, Any]:
    asked_at = at - timedelta(days=1)
    return {
        "id": number,
        "uid": _uid(draw),
        "ask_id": number,
        "member_id": member,
        "state": "done",
        "on_day": day,
        "minutes": 60,
        "introduction": False,
        "reasons": [],
        "override_note": "",
        "ask_channel": "phone",
        "asked_by_id": draw.randint(1, 3),
        "asked_at": asked_at,
        "answer_by": day,
        "answered_at": asked_at + timedelta(hours=draw.randint(0, 20)),
        "closed_note": "",
        "favour_id": number,
        "version": 1,
    }


def _uid(draw: random.Random) -> uuid.UUID:
    return uuid.UUID(int=draw.getrandbits(128), version=4)

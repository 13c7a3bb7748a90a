"""What it costs to forgive: one box over 10,000 members, beside a bare LIKE over their names."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks.filling import guards_of
from benchmarks.network import Place, make_network, open_app
from benchmarks.results import Result, figure
from timebank.domain.ask_states import AskState
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, Mandate, Role
from timebank.domain.states import MemberState
from timebank.extensions import db
from timebank.models.ask import Ask
from timebank.models.member import Member, Person
from timebank.orm import table_of
from timebank.services.coordinating.searching import search_antenna
from timebank.uow import reading

MOMENT = datetime(2026, 6, 30, 12, tzinfo=UTC)
SYLLABLES = [
    "van",
    "der",
    "ber",
    "tin",
    "ka",
    "lo",
    "mi",
    "ra",
    "den",
    "ho",
    "ve",
    "ste",
    "pe",
    "ter",
    "jans",
    "wou",
    "mar",
    "tens",
    "go",
    "de",
    "la",
    "cour",
    "du",
    "bois",
    "é",
]
ASKED = [
    "Wie",
    "kan",
    "donderdag",
    "mee",
    "naar",
    "de",
    "oogarts",
    "in",
    "het",
    "ziekenhuis",
    "en",
    "daarna",
    "nog",
    "brood",
    "halen",
]
STEP = 1_000
GOAL_MS = 250
Search = Callable[[Session, int, str], Any]


def on_database(kind: str, url: str, folder: Path, members: int, rounds: int) -> list[Result]:
    """Fill one antenna, then search it with slips of the finger and with LIKE in turn."""
    place = make_network(url, folder)[0]
    with open_app(url, folder):
        names = _fill(place, members)
        draw, forgiving, bare = random.Random(3), [], []
        for _ in range(rounds):
            questions = [_with_a_slip(draw.choice(names), draw) for _ in range(10)]
            forgiving.append(_median_ms(_box, place.antenna_id, questions))
            bare.append(_median_ms(_like, place.antenna_id, questions))
    how = (
        f"{members:,} members and half as many asks in one antenna, ten names with a slip of the finger in each"
        f" of {rounds} rounds, in turn with ten bare SELECTs of ten names by LIKE"
    )
    ratio = statistics.median(mine / theirs for mine, theirs in zip(forgiving, bare, strict=True))
    box = statistics.median(forgiving)
    return [
        figure(f"{kind}: search of {members:,} members", box, "ms", how, goal=GOAL_MS, better="lower"),
        figure(f"{kind}: bare LIKE", statistics.median(bare), "ms", how, better="lower"),
        figure(f"{kind}: search / bare LIKE", ratio, "ratio", how, better="lower"),
    ]


def _box(session: Session, antenna_id: int, question: str) -> Any:
    mandates = frozenset({Mandate(Role.COORDINATOR, antenna_id)})
    actor = Actor(person_id=1, mandates=mandates)
    return search_antenna(session, antenna_id, question, kind_names={}, actor=actor, today=MOMENT.date())


def _like(session: Session, antenna_id: int, question: str) -> Any:
    """What finds nobody where a letter is wrong."""
    query = select(Member.id, Person.given_name, Person.family_name)
    query = query.join(Person, Person.id == Member.person_id).where(Member.antenna_id == antenna_id)
    for word in fold_name(question).split():
        query = query.where(Person.sort_name.contains(word, autoescape=True))
    return session.execute(query.order_by(Person.sort_name).limit(10)).all()


def _median_ms(search: Search, antenna_id: int, questions: Sequence[str]) -> float:
    times = []
    for question in questions:
        began = time.perf_counter()
        with reading() as session:
            search(session, antenna_id, question)
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def _with_a_slip(name: str, draw: random.Random) -> str:
    """The name with two neighbouring letters swapped."""
    place = draw.randrange(len(name) - 1)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _fill(place: Place, members: int) -> list[str]:
    """Members, and an ask of every second one, put in by bulk into the first antenna; their names."""
    draw, names = random.Random(1), []
    db.engine.dispose()
    with db.engine.connect() as connection:
        take_off, put_back = guards_of(connection)
        for statement in take_off:
            connection.exec_driver_sql(statement)
        for first in range(100_000, 100_000 + members, STEP):
            rows = [_rows(place, first + number, draw) for number in range(min(STEP, members))]
            names += [f"{person['given_name']} {person['family_name']}" for person, _member, _ask in rows]
            connection.execute(insert(table_of(Person)), [person for person, _member, _ask in rows])
            connection.execute(insert(table_of(Member)), [member for _person, member, _ask in rows])
            connection.execute(insert(table_of(Ask)), [ask for _person, _member, ask in rows[::2]])
        for statement in put_back:
            connection.exec_driver_sql(statement)
        connection.commit()
        connection.invalidate()
    return names


def _rows(place: Place, key: int, draw: random.Random) -> tuple[dict[str, Any], ...]:
    given, family = ("".join(draw.choices(SYLLABLES, k=length)) for length in (2, 3))
    person = {
        "id": key,
        "given_name": given,
        "family_name": family,
        "sort_name": fold_name(f"{family} {given}"),
    }
    person |= {"preferred_channel": ContactChannel.PHONE, "created_at": MOMENT, "version": 1}
    person |= {"street": f"{draw.choice(SYLLABLES)}straat {key % 300}", "house_number": str(key % 90)}
    member = {"id": key, "antenna_id": place.antenna_id, "person_id": key, "number": key}
    member |= {"state": MemberState.ACTIVE, "account_id": place.account_id, "joined_on": MOMENT.date()}
    member |= {"joined_through": Channel.TALK, "version": 1}
    ask = {"id": key, "antenna_id": place.antenna_id, "state": AskState.OPEN, "member_id": key}
    ask |= {"words": " ".join(draw.choices(ASKED, k=14)), "channel": Channel.PHONE, "made_at": MOMENT}
    return person, member, ask

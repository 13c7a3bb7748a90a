"""A network's figures of a year, against loading the rows that they are made of."""

import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session, selectinload

from benchmarks.filling import guards_of
from benchmarks.network import open_app
from benchmarks.results import Result, figure
from benchmarks.yearly_rows import FAVOURS_OF_A_MEMBER, FAVOURS_TO_AN_ASK, Town, rows_of
from tests.conftest import migrate
from timebank.clock import now
from timebank.domain.permissions import SYSTEM
from timebank.extensions import db
from timebank.models.favour import Favour, FavourParty
from timebank.orm import insert_rows
from timebank.participation.indicators import Indicators
from timebank.participation.periods import year_of
from timebank.services.measuring.participation import participation_of
from timebank.services.measuring.participation_scope import scope_of_network
from timebank.services.network.antennas import AntennaDetails, open_antenna
from timebank.uow import reading, transact

YEAR = year_of(2025)
MEMBERS_OF_AN_ANTENNA = 200
FIRST_MEMBER = 1_000_000
"""Well above the ids of the antennas' own accounts."""

GOAL = 0.1
LOADED = 2_000
ONCE_FROM = 1_000_000
"""So many favours take minutes to load: that is done once."""


def on_database(kind: str, urls: dict[int, str], folder: Path, rounds: int) -> list[Result]:
    """For each number of favours: fill a database, then make the figures and load the rows, in turn."""
    results = []
    for size, url in urls.items():
        migrate(url, folder)
        with open_app(url, folder):
            _fill(size)
        pairs = []
        for _ in range(rounds if size < ONCE_FROM else 1):
            with open_app(url, folder):
                pairs.append((_seconds(_figures), _seconds(_load_objects), _seconds(_load_columns)))
        results += _results(kind, size, pairs)
    return results


def _results(kind: str, size: int, times: list[tuple[float, float, float]]) -> list[Result]:
    made, objects, columns = (sorted(each)[len(times) // 2] for each in zip(*times, strict=True))
    shares = sorted(figures / loading for figures, loading, _ in times)
    bare = sorted(figures / loading for figures, _, loading in times)
    how = (
        f"participation_of the network, 2025, {size:,} favours, as many transfers, {size // FAVOURS_OF_A_MEMBER:,}"
        f" members, {size // FAVOURS_TO_AN_ASK:,} asks; median of {len(times)} rounds, in turn with the loading"
    )
    name = f"{kind}, {size:,} favours: the year's figures"
    return [
        figure(name, made, "s", how, better="lower"),
        figure(
            f"{kind}, {size:,} favours: loading them",
            objects,
            "s",
            f"favours with their people; {how}",
            better="lower",
        ),
        figure(
            f"{kind}, {size:,} favours: loading bare columns",
            columns,
            "s",
            f"as tuples; {how}",
            better="lower",
        ),
        figure(f"{name} / loading", shares[len(shares) // 2], "ratio", how, goal=GOAL, better="lower"),
        figure(f"{name} / loading bare columns", bare[len(bare) // 2], "ratio", how, better="lower"),
    ]


def _seconds(work: Callable[[Session], object]) -> float:
    began = time.perf_counter()
    with reading() as session:
        work(session)
    return time.perf_counter() - began


def _figures(session: Session) -> Indicators:
    return participation_of(session, scope_of_network(session), YEAR, actor=SYSTEM, now=now())


def _load_objects(session: Session) -> int:
    """The favours of the year with who gave and received, a few at a time, as a list page has them."""
    query = select(Favour).where(Favour.done_on >= YEAR.first, Favour.done_on < YEAR.after)
    people = query.options(selectinload(Favour.parties)).execution_options(yield_per=LOADED)
    return sum(1 for _ in session.scalars(people))


def _load_columns(session: Session) -> int:
    """The same as tuples, one for each person in a favour: the least that adding up in Python needs."""
    query = (
        select(
            Favour.id,
            Favour.done_on,
            Favour.minutes,
            Favour.category,
            Favour.channel,
            Favour.logged_at,
            FavourParty.member_id,
            FavourParty.side,
        )
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(Favour.done_on >= YEAR.first, Favour.done_on < YEAR.after)
    )
    return sum(1 for _ in session.execute(query.execution_options(yield_per=LOADED)))


def _fill(favours: int) -> None:
    """Antennas through the services, everything else as rows, with the guards off meanwhile."""
    towns = _towns(favours // FAVOURS_OF_A_MEMBER)
    db.engine.dispose()
    with db.engine.connect() as connection:
        take_off, put_back = guards_of(connection)
        for statement in take_off:
            connection.exec_driver_sql(statement)
        with Session(connection) as session:
            for table, rows in rows_of(towns, favours):
                insert_rows(session, table, rows)
            session.commit()
        for statement in put_back:
            connection.exec_driver_sql(statement)
        connection.commit()
        connection.execute(text("ANALYZE"))
        connection.commit()
        connection.invalidate()


def _towns(members: int) -> list[Town]:
    """Antennas of two hundred members, as many as it takes; ids are left free for those of members."""
    towns = []
    for number in range(max(1, members // MEMBERS_OF_AN_ANTENNA)):
        details = AntennaDetails(name=f"Antenna {number}", languages=("nl", "fr"), phone="02 123 45 67")
        antenna = transact(open_antenna, f"antenna-{number}", details, actor=SYSTEM, now=now())
        first = FIRST_MEMBER + number * MEMBERS_OF_AN_ANTENNA
        towns.append(Town(antenna.id, antenna.book_id, first, MEMBERS_OF_AN_ANTENNA))
    return towns

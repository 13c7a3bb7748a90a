"""Releases made through the database tell of nobody: the judge of the gate's own tests reads them all."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import World
from tests.property.disclosure_judge import Judge
from tests.property.disclosure_worlds import to_base
from tests.unit.services.releasing import Help, helped, neighbours
from timebank.domain.release_states import ReleaseAudience, ReleaseStep
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.release import Release
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import first_figures
from timebank.participation.disclosure.storing import drafts_from
from timebank.participation.periods import quarter_of, year_of
from timebank.services.telling.release_tables import tables_of
from timebank.services.telling.releases import AUDIENCES, decide_release, prepare_release
from timebank.uow import reading, transact

PERIODS = [*(quarter_of(2025, number) for number in (1, 2, 3, 4)), year_of(2025)]
LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
CATEGORIES = ("visit", "lift", "errands", "paperwork", "garden", "other")


def live(session: Session, antenna_id: int, seed: int) -> None:
    """A random antenna: some help much, some once, in a few kinds of help more than in others."""
    chance = random.Random(seed)
    people = chance.choice((18, 40, 75))
    members = neighbours(session, antenna_id, people)
    helps: list[Help] = []
    for _favour in range(people * chance.choice((2, 5, 9))):
        giver, receiver = chance.sample(range(people), 2)
        giver = min(giver, chance.randrange(people))
        if giver == receiver:
            continue
        day = date(2025, 1, 1) + timedelta(days=chance.randrange(365))
        category = CATEGORIES[min(chance.randrange(6), chance.randrange(6))]
        helps.append((giver, receiver, day, 15 * chance.randrange(12), category))
    helped(session, antenna_id, members, helps)


def take_some_back(session: Session, seed: int) -> None:
    chance = random.Random(seed)
    for favour in session.scalars(select(Favour).where(Favour.state == FavourState.CONFIRMED)):
        if chance.random() < 0.05:
            favour.state = FavourState.REVERSED


def told(world: World, audience: ReleaseAudience, seed: int) -> list[Draft]:
    """A year of releases, between which the books go on; some of them refused and prepared again."""
    cora = world.actor("cora")
    for period in PERIODS:
        made = transact(prepare_release, world.antenna, period, audience, now=LATER)
        if (seed + period.days) % 3 == 0:
            transact(decide_release, made.uid, ReleaseStep.REFUSE, "no", actor=cora, now=LATER)
            made = transact(prepare_release, world.antenna, period, audience, now=LATER)
        transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=cora, now=LATER)
        transact(take_some_back, seed)
    with reading() as session:
        rows: Sequence[Release] = session.scalars(select(Release).order_by(Release.id)).all()
        return [
            draft
            for each in rows
            if each.state.value == "approved"
            for draft in drafts_from(each.contents["tables"], each.truths)
        ]


@pytest.mark.parametrize("audience", [ReleaseAudience.PARTNER, ReleaseAudience.BOARD])
@pytest.mark.parametrize("seed", range(3))
def test_nobody_proves_a_small_group_from_a_year_of_releases(
    world: World, audience: ReleaseAudience, seed: int
) -> None:
    transact(live, world.antenna, seed)
    assert Judge(told(world, audience, seed), AUDIENCES[audience].k).proven() == []


def test_the_judge_would_see_it_in_exact_figures(world: World) -> None:
    transact(live, world.antenna, 1)
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        tables = [table for period in PERIODS for table in tables_of(session, antenna, period)]
    exact = [
        to_base(Draft(table, first_figures(table, AUDIENCES[ReleaseAudience.PARTNER])), 1) for table in tables
    ]
    assert Judge(exact, 10, 1).proven()

"""Whom a partner knows is left out of what a release may tell of the others."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import World
from tests.unit.services.releasing import busy_year
from timebank.domain.channels import Channel
from timebank.domain.consents import TEXT_VERSION, LookReason, Purpose
from timebank.domain.release_states import ReleaseStep
from timebank.models.antenna import Antenna
from timebank.models.consent import MemberConsent, PartnerLook
from timebank.models.favour import Favour
from timebank.models.release import Release
from timebank.participation.catalogue import GIVERS, WHOLE
from timebank.participation.disclosure.figures import Figure, Sign
from timebank.participation.disclosure.storing import drafts_from
from timebank.participation.disclosure.tables import ALL, MINUTES
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.telling.release_lists import check_releases
from timebank.services.telling.release_own import own_people
from timebank.services.telling.release_tables import tables_of
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.uow import reading, transact

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
SPRING, SUMMER = quarter_of(2025, 2), quarter_of(2025, 3)


@pytest.fixture
def street(world: World) -> list[int]:
    """Thirty neighbours who help one another in each quarter of 2025."""
    return transact(busy_year, world.antenna, 2025)


def say_yes(session: Session, members: list[int]) -> None:
    """They may be asked for by the partner."""
    session.add_all(
        MemberConsent(
            member_id=member,
            purpose=Purpose.PARTNER_LOOK,
            text_version=TEXT_VERSION,
            language="nl",
            channel=Channel.TALK,
            said_on=date(2025, 1, 1),
            ends_on=date(2025, 12, 1),
            witness="Cora",
            recorded_at=LATER,
        )
        for member in members
    )


def look(session: Session, antenna_id: int, asked_by: int, member: int, *, answered: bool) -> None:
    session.add(
        PartnerLook(
            antenna_id=antenna_id,
            member_id=member,
            asked_by_id=asked_by,
            asked_at=LATER,
            reason=LookReason.WELCOME,
            answered=answered,
        )
    )


def told(world: World, period: Period) -> Release:
    made = transact(prepare_release, world.antenna, period, actor=world.actor("cora"), now=LATER)
    return transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=world.actor("cora"), now=LATER)


def givers(release: Release) -> Figure:
    drafts = drafts_from(release.contents["tables"], release.truths)
    return next(each for each in drafts if each.table.frame.name == "favours").figures[GIVERS, (WHOLE, ALL)]


def people_known(world: World) -> list[frozenset[int]]:
    with reading() as session:
        return list(own_people(session, world.antenna))


def test_nobody_is_known_before_anyone_was_asked_for(world: World, street: list[int]) -> None:
    assert people_known(world) == []


def test_who_was_asked_for_is_known_surely_after_a_yes_and_maybe_otherwise(
    world: World, street: list[int]
) -> None:
    pia = world.people["pia"]
    transact(look, world.antenna, pia, street[0], answered=True)
    transact(look, world.antenna, pia, street[1], answered=False)
    transact(say_yes, [street[2]])
    assert people_known(world) == [frozenset(street[:1]), frozenset(street[:3])]


def test_someone_of_another_antenna_is_nobody_here(world: World, street: list[int]) -> None:
    transact(say_yes, transact(busy_year, world.antennas["marolles"], 2025, people=3, first_number=7000))
    assert people_known(world) == []


def test_a_table_can_leave_members_out(world: World, street: list[int]) -> None:
    with reading() as session:
        antenna = session.get(Antenna, world.antenna)
        assert antenna is not None
        for table in tables_of(session, antenna, year_of(2025), frozenset(street)):
            counted = {key: count for key, count in table.figures.items() if count}
            assert table.frame.population == "members" or counted == {}
        rest = tables_of(session, antenna, SUMMER, frozenset(street[:4]))[0]
    assert rest.figures[GIVERS, WHOLE, ALL] == 26
    assert (
        sum(count for (measure, _area, _group), count in rest.figures.items() if measure == MINUTES)
        == 26 * 60
    )


def test_few_others_beside_the_partner_s_own_people_are_not_told(world: World, street: list[int]) -> None:
    transact(say_yes, street[:25])
    release = told(world, SUMMER)
    assert givers(release) == Figure(Sign.WITHHELD)
    with reading() as session:
        assert check_releases(session) == []


def test_enough_others_are_told_as_before(world: World, street: list[int]) -> None:
    transact(say_yes, street[:10])
    assert givers(told(world, SUMMER)) == Figure(Sign.SHOWN, 30)


def test_everyone_is_told_where_all_are_the_partner_s_own(world: World, street: list[int]) -> None:
    transact(say_yes, street)
    assert givers(told(world, SUMMER)) == Figure(Sign.SHOWN, 30)


def test_whom_a_partner_came_to_know_after_a_release_stops_no_later_one(
    world: World, street: list[int]
) -> None:
    for number in (1, 2, 3, 4):
        told(world, quarter_of(2025, number))
    transact(say_yes, street[:12])
    transact(take_back, 20)
    assert givers(told(world, year_of(2025))).sign in (Sign.SHOWN, Sign.WITHHELD)


def take_back(session: Session, count: int) -> None:
    for favour in session.scalars(select(Favour).where(Favour.logged_by_id.is_(None)).limit(count)):
        favour.state = "reversed"  # type: ignore[assignment]
    session.flush()

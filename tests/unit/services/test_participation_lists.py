"""Lists to ring: names for the coordinators of that antenna, in the order of names, never a ranking."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from tests.unit.services.counting import scatter_favours
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.extensions import db
from timebank.models.member import Member
from timebank.services.measuring.participation_lists import Signs, ToRing, signs_of
from timebank.services.measuring.sectors import import_sectors
from timebank.services.membership.member_endings import pause_member, record_death
from timebank.sheets.reading import read_sheet
from timebank.uow import reading, transact

LATER = NOW + timedelta(days=70)


def signs(world: World, *, by: str = "cora", now=NOW, **changes) -> Signs:
    actor = world.actor(by, now=now)
    with reading() as session:
        return signs_of(session, world.antenna, actor=actor, now=now, **changes)


def names(people: tuple[ToRing, ...]) -> list[str]:
    return [each.name.split()[0].lower() for each in people]


def joined(world: World, days: int, *people: str) -> None:
    """They became members so many days ago."""
    with Session(db.engine) as session:
        for name in people:
            session.get_one(Member, world.members[name]).joined_on = TODAY - timedelta(days=days)
        session.commit()


def test_who_offers_and_never_asks_is_to_be_spoken_to(world: World) -> None:
    for name in ("fay", "ana", "hugo"):
        offer_of(world, name)
    ask_of(world, "hugo")
    assert names(signs(world).never_ask) == ["ana", "fay"]


def test_who_is_on_a_list_stands_there_with_the_sector_of_their_street(world: World) -> None:
    offer_of(world, "ana")
    assert [each.sector for each in signs(world).never_ask] == [""]
    sheet = read_sheet(b"Straat;Sector\nZennestraat;Kanaal\n", "sectoren.csv")
    transact(import_sectors, world.antenna, sheet, actor=world.actor("cora"), now=NOW)
    with Session(db.engine) as session:
        session.get_one(Member, world.members["ana"]).person.street = "ZENNESTRAAT "
        session.commit()
    assert [each.sector for each in signs(world).never_ask] == ["Kanaal"]


def test_two_months_without_a_sign_is_not_seen(world: World) -> None:
    transact(pause_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert signs(world).not_seen == ()
    found = signs(world, now=LATER, seen_elsewhere={world.members["tess"]: TODAY + timedelta(days=30)})
    assert names(found.not_seen) == ["ana", "ann", "carl", "cora", "hugo"]
    assert found.not_seen[0].since == TODAY


def test_who_is_asked_more_than_they_want_is_on_a_list(world: World) -> None:
    offer_of(world, "ana", per_week_max=1)
    for number in range(5):
        ask = ask_of(world, "ben", place=f"Doctor {number}")
        proposed(world, ask, "ana", override_note="Nobody else can")
        if number < 4:
            proposed(world, ask, "fay", override_note="Nobody else can")
    found = signs(world).asked_often
    assert [(each.name.split()[0], each.times) for each in found] == [("Ana", 5)]
    assert signs(world, now=LATER).asked_often == ()


def test_newcomers_without_two_people_are_to_be_introduced(world: World) -> None:
    joined(world, 40, "fay", "hugo")
    joined(world, 400, "ana", "ben", "cora", "carl", "tess", "ann")
    for giver in ("ana", "ben"):
        world.logged("hugo", giver, "hugo")
    found = signs(world).newcomers
    assert names(found) == ["fay"]
    assert found[0].since == TODAY - timedelta(days=40)


def test_the_lists_are_for_the_antennas_own_coordinators(world: World) -> None:
    for name in ("ana", "ann", "tess", "pia"):
        with pytest.raises(NotAllowedError):
            signs(world, by=name)
    for name in ("dov", "olga"):
        with pytest.raises((NotFoundError, NotAllowedError)):
            signs(world, by=name)
    with pytest.raises((NotFoundError, NotAllowedError)):
        signs(world, by="cora", now=NOW + timedelta(days=900))


def test_help_inside_the_core_group_is_a_sign_of_the_antenna(world: World) -> None:
    assert not signs(world).antenna.closed_group
    world.logged("carl", "cora", "carl")
    found = signs(world)
    assert found.antenna.closed_group
    assert found.year.shape is not None
    assert found.year.shape.core_share == 1


def test_nobody_of_another_antenna_is_on_a_list(world: World) -> None:
    with Session(db.engine) as session:
        scatter_favours(session, world, 60, 4)
        session.commit()
    found = signs(world, now=NOW + timedelta(days=700 - 380))
    listed = {name for people in (found.not_seen, found.newcomers, found.never_ask) for name in names(people)}
    assert "dov" not in listed
    assert "dia" not in listed

"""Agreements to help over the border, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import offer_of
from tests.unit.services.bordering import DECISION, agreed
from tests.unit.services.test_desk import rows
from timebank.domain.desk import DeskKind
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.permissions import Rights
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.audit import AuditEntry
from timebank.models.matching import Pool
from timebank.services.matchmaking.pools import (
    agree_to_pool,
    border_of,
    end_pool,
    neighbours_of,
    propose_pool,
)
from timebank.services.promising.proposal_checks import may_pool
from timebank.uow import reading, transact


def states(world: World) -> dict[str, list[str]]:
    """How each of the two stands to the other."""
    found = {}
    for slug, who in (("heembeek", "cora"), ("marolles", "dov")):
        with reading() as session:
            rows = neighbours_of(session, world.antennas[slug], actor=world.actor(who))
            found[slug] = [each.state for each in rows]
    return found


def propose(world: World, by: str = "cora", decision=DECISION):
    return transact(propose_pool, world.antenna, "marolles", decision, actor=world.actor(by), now=NOW)


def holds(world: World) -> bool:
    with reading() as session:
        return may_pool(session, world.antenna, world.antennas["marolles"])


def test_it_holds_once_both_have_decided(world: World) -> None:
    propose(world)
    assert states(world) == {"heembeek": ["proposed"], "marolles": ["asked"]}
    assert not holds(world)
    there = world.antennas["marolles"]
    transact(agree_to_pool, there, "heembeek", DECISION, actor=world.actor("dov"), now=NOW)
    assert states(world) == {"heembeek": ["agreed"], "marolles": ["agreed"]}
    assert holds(world)


def test_each_decision_is_kept_with_its_day_and_its_name_and_in_both_audits(world: World) -> None:
    agreed(world)
    with reading() as session:
        kept = session.scalars(select(Pool).order_by(Pool.id)).all()
        assert [(each.agreed_on, each.agreed_by) for each in kept] == [(TODAY, "The team")] * 2
        assert [each.recorded_by_id for each in kept] == [world.people["cora"], world.people["dov"]]
        entries = session.execute(
            select(AuditEntry.action, AuditEntry.antenna_id).where(AuditEntry.action.contains("pool"))
        ).all()
    both = set(world.antennas.values())
    assert {tuple(each) for each in entries} == {
        (action, antenna) for action in ("propose_pool", "agree_to_pool") for antenna in both
    }


@pytest.mark.parametrize("by", ["ana", "ann", "tess", "pia", "olga", "dov"])
def test_only_a_coordinator_of_the_antenna_decides_or_looks(world: World, by: str) -> None:
    with pytest.raises((NotAllowedError, NotFoundError)):
        propose(world, by)
    with pytest.raises((NotAllowedError, NotFoundError)), reading() as session:
        border_of(session, world.antenna, actor=world.actor(by))
    propose(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(end_pool, world.antenna, "marolles", actor=world.actor(by), now=NOW)


def test_nobody_says_yes_for_the_other_side(world: World) -> None:
    propose(world)
    there = world.antennas["marolles"]
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(agree_to_pool, there, "heembeek", DECISION, actor=world.actor("cora"), now=NOW)
    with pytest.raises(WrongStateError):
        transact(agree_to_pool, world.antenna, "marolles", DECISION, actor=world.actor("cora"), now=NOW)


def test_a_card_decides_nothing(world: World) -> None:
    small = replace(world.actor("cora"), rights=Rights.SMALL)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(propose_pool, world.antenna, "marolles", DECISION, actor=small, now=NOW)


def test_a_decision_has_a_name_and_a_day_that_has_come(world: World) -> None:
    with pytest.raises(InvalidInputError):
        propose(world, decision=replace(DECISION, agreed_by="  "))
    with pytest.raises(InvalidInputError):
        propose(world, decision=replace(DECISION, agreed_on=TODAY + timedelta(days=1)))


@pytest.mark.parametrize("other", ["heembeek", "nowhere", ""])
def test_it_takes_another_antenna(world: World, other: str) -> None:
    with pytest.raises(InvalidInputError):
        transact(propose_pool, world.antenna, other, DECISION, actor=world.actor("cora"), now=NOW)


@pytest.mark.parametrize("slug", ["heembeek", "marolles"])
def test_an_antenna_that_is_not_open_yet_helps_nowhere(world: World, slug: str) -> None:
    def close(session: object) -> None:
        session.get(Antenna, world.antennas[slug]).live_on = None  # type: ignore[attr-defined]

    transact(close)
    with pytest.raises((InvalidInputError, WrongStateError)):
        propose(world)


def test_it_is_proposed_once(world: World) -> None:
    propose(world)
    with pytest.raises(WrongStateError):
        propose(world)
    there = world.antennas["marolles"]
    with pytest.raises(WrongStateError):
        transact(propose_pool, there, "heembeek", DECISION, actor=world.actor("dov"), now=NOW)


def test_two_who_propose_at_once_make_one_proposal(world: World, app: Flask) -> None:
    actors = {"marolles": world.actor("cora"), "heembeek": world.actor("dov")}
    db.session.remove()

    def say(other: str) -> str:
        here = world.antenna if other == "marolles" else world.antennas["marolles"]
        with app.app_context():
            try:
                transact(propose_pool, here, other, DECISION, actor=actors[other], now=NOW)
            except WrongStateError as error:
                return error.error_code
            finally:
                db.session.remove()
        return "proposed"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(say, actors)) == ["pool_there", "proposed"]


@pytest.mark.parametrize(("slug", "by"), [("heembeek", "cora"), ("marolles", "dov")])
def test_either_ends_it_for_both_and_it_can_be_agreed_again(world: World, slug: str, by: str) -> None:
    agreed(world)
    other = "marolles" if slug == "heembeek" else "heembeek"
    transact(end_pool, world.antennas[slug], other, "A quiet winter", actor=world.actor(by), now=NOW)
    assert states(world) == {"heembeek": [], "marolles": []}
    assert not holds(world)
    with reading() as session:
        [ended] = border_of(session, world.antennas[slug], actor=world.actor(by)).ended
        assert (ended.ended_note, ended.ended_at) == ("A quiet winter", NOW)
    agreed(world)
    assert holds(world)


def test_the_other_side_doesn_t_read_why(world: World) -> None:
    agreed(world)
    transact(end_pool, world.antenna, "marolles", "They are slow", actor=world.actor("cora"), now=NOW)
    with reading() as session:
        [ended] = border_of(session, world.antennas["marolles"], actor=world.actor("dov")).ended
        assert ended.ended_note == ""


def test_what_was_never_agreed_can_t_be_ended(world: World) -> None:
    with pytest.raises(NotFoundError):
        transact(end_pool, world.antenna, "marolles", actor=world.actor("cora"), now=NOW)


def test_the_page_tells_who_is_willing_and_who_could_be_asked(world: World) -> None:
    offer_of(world, "ana", over_border=True)
    offer_of(world, "fay")
    offer_of(world, "dia", over_border=True)
    with reading() as session:
        page = border_of(session, world.antenna, actor=world.actor("cora"))
        assert [member.id for member in page.willing] == [world.members["ana"]]
        assert [member.id for member in page.to_ask] == [world.members["fay"]]
        assert [each.slug for each in page.others] == ["marolles"]


def test_a_proposal_waits_on_the_other_antenna_s_desk_until_it_has_an_answer(world: World) -> None:
    transact(
        propose_pool,
        world.antennas["marolles"],
        "heembeek",
        DECISION,
        actor=world.actor("dov"),
        now=NOW,
    )
    [row] = [row for row in rows(world) if row.kind is DeskKind.POOL]
    assert (row.who, row.target) == ("Marolles", "heembeek")
    transact(agree_to_pool, world.antenna, "marolles", DECISION, actor=world.actor("cora"), now=NOW)
    assert DeskKind.POOL not in {row.kind for row in rows(world)}

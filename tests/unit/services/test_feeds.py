"""Calendar feeds: one secret for each, what stands in them, and when they end."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories import NOW, TODAY, World, make_world
from tests.unit.services.asking import THURSDAY, ask_of, proposed
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.domain.permissions import Role
from timebank.models.antenna import RoleMandate
from timebank.models.desk import CalendarFeed
from timebank.services.membership.member_endings import leave_member, record_death
from timebank.services.promising.feeds import Feed, has_feed, make_feed, read_feed, revoke_feed
from timebank.services.promising.promises import call_off
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, propose
from timebank.uow import reading, transact


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def promised(world: World, day: date = THURSDAY, minute: int | None = 600, *, at: datetime = NOW) -> UUID:
    """Ana said ``at`` this instant that she helps Ben on this day, for an hour."""
    question = NewProposal(world.members["ana"], on_day=day, from_minute=minute, minutes=60)
    ask, cora = ask_of(world, windows=()), world.actor("cora")
    uid = transact(propose, ask, question, actor=cora, now=at).uid
    return transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=at).uid


def made(world: World, name: str, antenna_id: int | None = None) -> str:
    return transact(make_feed, antenna_id, actor=world.actor(name), now=NOW)


def read(secret: str, at: datetime = NOW) -> Feed:
    with reading() as session:
        return read_feed(session, secret, now=at)


def test_both_sides_read_a_promise_with_given_names_only(world: World) -> None:
    uid = promised(world)
    proposed(world, ask_of(world), "ana")
    for name, side in (("ana", "helper"), ("ben", "asker")):
        (event,) = read(made(world, name)).events
        assert (event.uid, event.side, event.helper, event.asker) == (uid, side, "Ana", "Ben")
        assert event.stands
        assert "Peeters" not in repr(event)
    assert read(made(world, "hugo")).events == ()


def test_the_hour_is_told_in_utc_on_either_side_of_the_change_of_clocks(world: World) -> None:
    day, at = date(2026, 10, 25), datetime(2026, 10, 20, 10, 0, tzinfo=UTC)
    for minute in (90, 240, None):
        promised(world, day, minute, at=at)
    events = read(made(world, "ana")).events
    assert [(event.starts_at, event.ends_at) for event in events] == [
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), datetime(2026, 10, 25, 4, 0, tzinfo=UTC)),
        (None, None),
    ]


def test_a_promise_called_off_stays_as_called_off_and_an_old_one_goes(world: World) -> None:
    uid, secret = promised(world), made(world, "ben")
    (before,) = read(secret).events
    transact(call_off, uid, note="the flu", actor=world.actor("ana"), now=NOW)
    (after,) = read(secret).events
    assert (before.stands, after.stands) == (True, False)
    assert after.version > before.version
    assert read(secret, NOW + timedelta(days=34)).events == ()


def test_only_the_hash_is_kept_and_a_new_secret_ends_the_old(world: World) -> None:
    old = made(world, "ana")
    new = made(world, "ana")
    with reading() as session:
        kept = session.scalars(select(CalendarFeed.token_hash)).all()
        assert has_feed(session, actor=world.actor("ana"))
    assert all(old.encode() not in each and new.encode() not in each for each in kept)
    assert read(new).events == ()
    for wrong in (old, "x", "é\x00", ""):
        with pytest.raises(NotFoundError):
            read(wrong)
    transact(revoke_feed, actor=world.actor("ana"), now=NOW)
    with pytest.raises(NotFoundError):
        read(new)


def test_a_coordinator_reads_all_promises_while_they_coordinate(world: World) -> None:
    promised(world)
    secret, own = made(world, "cora", world.antenna), made(world, "cora")
    (event,) = read(secret).events
    assert (event.side, read(secret).antenna != "") == ("beside", True)
    assert read(own).events == ()
    for other in ("ana", "dov"):
        with pytest.raises((NotAllowedError, NotFoundError)):
            made(world, other, world.antenna)

    def end(session) -> None:
        found = select(RoleMandate).where(
            RoleMandate.person_id == world.people["cora"], RoleMandate.role == Role.COORDINATOR
        )
        for mandate in session.scalars(found):
            mandate.ended_at = NOW

    transact(end)
    with pytest.raises(NotFoundError):
        read(secret)
    assert read(own).events == ()


def died(world: World, name: str) -> None:
    transact(record_death, world.uids[name], died_on=TODAY, actor=world.actor("cora"), now=NOW)


def left(world: World, name: str) -> None:
    transact(leave_member, world.uids[name], actor=world.actor("cora"), now=NOW)


@pytest.mark.parametrize("ending", [died, left])
def test_a_feed_ends_with_its_owner(world: World, ending: Callable[[World, str], None]) -> None:
    secret = made(world, "ana")
    ending(world, "ana")
    with pytest.raises(NotFoundError):
        read(secret)
    with reading() as session:
        assert session.scalars(select(CalendarFeed.revoked_at)).one() is not None


def test_nobody_hears_of_a_death_from_a_calendar(world: World) -> None:
    promised(world)
    secret = made(world, "ben")
    died(world, "ana")
    assert read(secret).events == ()

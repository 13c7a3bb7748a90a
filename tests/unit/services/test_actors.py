"""Who someone is today: mandates and consents on the antenna's own days, by session and by token alike."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from tests.factories import World
from timebank.domain.channels import Channel
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import SYSTEM, Role
from timebank.extensions import db
from timebank.models.login import ApiToken
from timebank.models.member import Person
from timebank.services.membership.members import NewHelper, add_helper
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.services.signing_in.tokens import LASTS, actor_for_token, create_token
from timebank.uow import glancing, transact

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 2)


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 30, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 2, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 2, 23, 0, tzinfo=UTC), False),
    ],
)
def test_a_mandate_and_a_consent_begin_and_end_at_the_antenna_s_midnight(
    world: World, moment: datetime, holds: bool
) -> None:
    mandate = NewMandate(world.people["fay"], Role.COORDINATOR, FIRST, LAST, world.antenna)
    transact(give_mandate, mandate, actor=SYSTEM, now=world.now)
    consent = NewHelper(world.people["fay"], Channel.TALK, world.today, FIRST, LAST)
    transact(add_helper, world.uids["ana"], consent, actor=world.actor("cora"), now=world.now)
    fay = world.actor("fay", now=moment)
    assert bool(fay.mandates) is holds
    assert (world.members["ana"] in fay.helps) is holds


def token_of(world: World, name: str) -> str:
    return transact(create_token, "x", ["favours:read"], actor=world.actor(name), now=world.now)[1]


@pytest.mark.parametrize("name", ["ana", "cora", "pia", "fay", "dov", "olga"])
def test_a_token_s_actor_is_the_person_with_the_token_s_scopes(world: World, name: str) -> None:
    for role in (Role.COORDINATOR, Role.TREASURER):
        mandate = NewMandate(world.people["fay"], role, world.today, None, world.antenna)
        transact(give_mandate, mandate, actor=SYSTEM, now=world.now)
    for helped in ("ana", "ben"):
        consent = NewHelper(world.people["fay"], Channel.TALK, world.today, world.today, LAST)
        transact(add_helper, world.uids[helped], consent, actor=world.actor("cora"), now=world.now)
    secret = token_of(world, name)
    asked: list[str] = []
    event.listen(
        db.engine, "before_cursor_execute", lambda _c, _cursor, statement, *_: asked.append(statement)
    )
    with glancing() as session:
        actor = actor_for_token(session, secret, now=world.now)
    assert sum(statement.startswith("SELECT") for statement in asked) == 1
    assert actor == replace(world.actor(name), scopes=frozenset({"favours:read"}))


def test_a_token_that_is_over_or_revoked_and_that_of_someone_who_died_open_nothing(world: World) -> None:
    over, revoked, dead = token_of(world, "cora"), token_of(world, "ana"), token_of(world, "fay")
    with db.engine.begin() as connection:
        mine = ApiToken.person_id == world.people["ana"]
        connection.execute(update(ApiToken).where(mine).values(revoked_at=world.now))
        connection.execute(update(Person).where(Person.id == world.people["fay"]).values(died_on=world.today))
    with glancing() as session:
        assert actor_for_token(session, over, now=world.now) is not None
        assert actor_for_token(session, over, now=world.now + LASTS) is None
        for secret in (revoked, dead, "tb_nonsense"):
            assert actor_for_token(session, secret, now=world.now) is None


def test_after_a_glance_a_unit_of_work_is_all_or_nothing_again(world: World) -> None:
    def half_done(session: Session) -> None:
        session.execute(update(Person).values(given_name="Somebody"))
        raise NotFoundError

    for _ in range(20):  # whichever connection of the pool it was
        with glancing() as session:
            assert session.scalar(select(Person.given_name).where(Person.id == world.people["ana"])) == "Ana"
        with pytest.raises(NotFoundError):
            transact(half_done)

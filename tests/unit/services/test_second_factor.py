"""The second factor below the pages: who may, what is kept, and several at once on both databases."""

from dataclasses import replace
from datetime import datetime, timedelta

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories import NOW, World
from tests.unit.services.test_races import at_once
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.domain.permissions import SYSTEM, Rights
from timebank.domain.second_factor import STEP_SECONDS, plain_digits, secret_of, step_that_fits
from timebank.models.login import RecoveryCode, SecondFactor
from timebank.services.signing_in.second_factor import (
    SecondFactorWrongError,
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    has_second_factor,
    lacks_second_factor,
    pass_second_factor,
    reset_second_factor,
    second_factor_state,
    secret_to_show,
)
from timebank.uow import reading, transact

KEY = "the installation's own key, long and random"
LATER = NOW + timedelta(minutes=5)


def digits_at(secret: str, moment: datetime) -> str:
    return pyotp.TOTP(secret).at(moment)


def begun(world: World, name: str = "cora") -> str:
    """Cora's secret, as her app has learnt it."""
    actor = world.actor(name)
    transact(begin_second_factor, actor=actor, now=NOW)
    with reading() as session:
        secret = secret_to_show(session, key=KEY, actor=actor)
    assert secret is not None
    return secret


def switched_on(world: World, name: str = "cora") -> tuple[str, tuple[str, ...]]:
    secret, actor = begun(world, name), world.actor(name)
    codes = transact(confirm_second_factor, digits_at(secret, NOW), key=KEY, actor=actor, now=NOW)
    return secret, codes


def passes(world: World, typed: str, moment: datetime = LATER) -> bool:
    return transact(pass_second_factor, world.people["cora"], typed, key=KEY, now=moment)


def passing(world: World, typed: str):
    def work() -> None:
        if not passes(world, typed):
            raise SecondFactorWrongError

    return work


def test_of_many_who_type_the_same_digits_at_once_one_gets_in(app: Flask, world: World):
    secret, _codes = switched_on(world)
    works = [passing(world, digits_at(secret, LATER)) for _ in range(4)]
    assert at_once(app, *works) == ["done", *["second_factor_wrong"] * 3]


def test_of_many_who_type_the_same_recovery_code_at_once_one_gets_in(app: Flask, world: World):
    _secret, codes = switched_on(world)
    works = [passing(world, codes[4]) for _ in range(3)]
    assert at_once(app, *works) == ["done", *["second_factor_wrong"] * 2]


def test_two_taps_switch_it_on_once_with_one_set_of_codes(app: Flask, world: World):
    secret, actor = begun(world), world.actor("cora")
    sets: list[tuple[str, ...]] = []

    def confirm() -> None:
        typed = digits_at(secret, NOW)
        sets.append(transact(confirm_second_factor, typed, key=KEY, actor=actor, now=NOW))

    assert at_once(app, confirm, confirm) == ["done", "second_factor_on"]
    assert passes(world, sets[0][0])
    with reading() as session:
        assert len(session.scalars(select(RecoveryCode)).all()) == 10


def test_the_database_holds_neither_the_secret_nor_a_code(world: World):
    secret, codes = switched_on(world)
    with reading() as session:
        row = session.scalars(select(SecondFactor)).one()
        kept = [each.code_hash for each in session.scalars(select(RecoveryCode))]
    assert secret_of(KEY, row.salt) == secret
    assert secret_of("another key", row.salt) != secret
    assert all(each.startswith("$argon2id$") for each in kept)
    assert not any(code in each for code in codes for each in kept)


def test_with_another_key_only_the_recovery_codes_still_fit(world: World):
    secret, codes = switched_on(world)
    person = world.people["cora"]
    assert not transact(pass_second_factor, person, digits_at(secret, LATER), key="new", now=LATER)
    assert transact(pass_second_factor, person, codes[0], key="new", now=LATER)


@pytest.mark.parametrize("name", ["ana", "ben"])
def test_it_is_for_who_has_a_role(world: World, name: str):
    with pytest.raises(NotAllowedError):
        begun(world, name)


def test_whoever_s_role_has_ended_is_still_asked_and_can_switch_it_off(world: World):
    _secret, codes = switched_on(world)
    after = replace(world.actor("cora"), mandates=frozenset())
    with reading() as session:
        assert has_second_factor(session, world.people["cora"])
        assert not lacks_second_factor(session, after)
        assert second_factor_state(session, actor=after).codes_left == 10
    transact(end_second_factor, "", codes[0], key=KEY, actor=after, now=LATER)
    with reading() as session:
        assert not has_second_factor(session, world.people["cora"])
        with pytest.raises(NotAllowedError):
            second_factor_state(session, actor=after)


def test_only_the_operator_or_the_shell_takes_it_off_and_nobody_their_own(world: World):
    switched_on(world)
    switched_on(world, "olga")
    person = world.people
    for by, of in (("cora", "cora"), ("carl", "cora"), ("dov", "cora"), ("pia", "cora"), ("olga", "olga")):
        with pytest.raises((NotAllowedError, NotFoundError)):
            transact(reset_second_factor, person[of], actor=world.actor(by), now=LATER)
    small = replace(world.actor("olga"), rights=Rights.SMALL)
    with pytest.raises(NotAllowedError):
        transact(reset_second_factor, person["cora"], actor=small, now=LATER)
    transact(reset_second_factor, person["cora"], actor=world.actor("olga"), now=LATER)
    transact(reset_second_factor, person["olga"], actor=SYSTEM, now=LATER)
    with reading() as session:
        assert session.scalars(select(SecondFactor)).all() == []
        assert session.scalars(select(RecoveryCode)).all() == []


def test_a_card_or_the_tablet_can_t_set_it_up(world: World):
    with pytest.raises(NotAllowedError):
        transact(begin_second_factor, actor=replace(world.actor("cora"), rights=Rights.SMALL), now=NOW)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "１２３４５６", "12a456", "-12345"])
def test_what_aren_t_six_digits_is_taken_for_a_recovery_code(typed: str):
    assert plain_digits(typed) is None


def test_blanks_don_t_matter():
    assert plain_digits(" 123 456 ") == "123456"


@pytest.mark.parametrize("off", [-2, -1, 0, 1, 2])
def test_one_half_minute_to_either_side_fits(off: int):
    secret = secret_of(KEY, b"salt")
    moment = NOW + timedelta(seconds=off * STEP_SECONDS)
    found = step_that_fits(secret, digits_at(secret, moment), now=NOW)
    assert found == (int(moment.timestamp()) // STEP_SECONDS if abs(off) <= 1 else None)

"""Certificates: what the paper says, who makes one, and what its code tells to whom."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from tests.factories import NOW, TODAY, World
from timebank.domain.certificates import HOLDS, STANDING_MAX, Stretch, Tells, stretch_of
from timebank.domain.errors import (
    InvalidInputError,
    LimitError,
    NotFoundError,
    TimebankError,
    WrongStateError,
)
from timebank.domain.permissions import Rights
from timebank.models.certificate import Certificate
from timebank.models.member import Person
from timebank.services.membership.member_endings import leave_member, pause_member
from timebank.services.membership.members import find_member
from timebank.services.privacy.erasing import erase_member
from timebank.services.signing_in.attempts import TooManyAttemptsError, count_attempt
from timebank.services.signing_in.cards import ALPHABET
from timebank.services.telling.certificate_checks import ALL_CODES, check_code, code_in_address
from timebank.services.telling.certificates import (
    LETTERS,
    CertificateFacts,
    NewCertificate,
    certificates_of,
    make_certificate,
    paper_of,
    revoke_certificate,
)
from timebank.uow import reading, transact

KEY = "a long secret of the installation"
LATER = NOW + timedelta(hours=1)


def made(world: World, name: str = "ben", by: str = "ben", **wished) -> Certificate:
    new = NewCertificate(**wished)
    return transact(make_certificate, world.uids[name], new, KEY, actor=world.actor(by), now=NOW)


def code_of(world: World, certificate: Certificate, by: str = "cora") -> str:
    with reading() as session:
        return paper_of(session, certificate.uid, KEY, actor=world.actor(by), now=NOW).code


def told(code: str, now=NOW) -> CertificateFacts | None:
    return transact(check_code, code, now=now)


def test_it_says_who_takes_part_where_and_since_which_month_and_no_number(world: World) -> None:
    world.logged("ben")
    facts = told(code_of(world, made(world)))
    assert facts is not None
    assert (facts.name, facts.antenna_name) == ("Ben Peeters", "Heembeek")
    assert (facts.since, facts.made_on, facts.ends_on) == (TODAY.replace(day=1), TODAY, TODAY + HOLDS)
    assert (facts.times, facts.minutes, facts.counted_from) == (None, None, None)


def test_the_code_tells_what_the_paper_says_and_no_more(world: World) -> None:
    kept = made(world)
    with reading() as session:
        paper = paper_of(session, kept.uid, KEY, actor=world.actor("ben"), now=NOW)
    assert told(paper.code) == paper.facts
    assert set(CertificateFacts.__dataclass_fields__) == {
        *("name", "antenna_name", "antenna_phone", "since", "made_on", "ends_on"),
        *("counted_from", "counted_until", "times", "minutes"),
    }


def test_what_was_given_and_received_is_one_sum_from_which_no_balance_can_be_read(world: World) -> None:
    world.logged("ben", said="2u")
    world.logged("fay", "ben", "fay", said="1u")
    world.logged("ana", said="45 min")
    kept = made(world, tells=Tells.HOURS)
    assert (kept.times, kept.minutes) == (2, 180)
    assert made(world, tells=Tells.TIMES).minutes is None


def test_a_count_is_of_the_time_that_was_chosen(world: World) -> None:
    world.logged("ben", done_on=TODAY)
    kept = made(world, tells=Tells.TIMES, stretch=Stretch.SINCE)
    assert (kept.counted_from, kept.counted_until) == (TODAY, TODAY)
    long_ago = TODAY - timedelta(days=2000)
    year = stretch_of(Stretch.YEAR, joined_on=long_ago, made_on=TODAY)
    assert year == (TODAY - timedelta(days=364), TODAY)
    assert stretch_of(Stretch.SINCE, joined_on=long_ago, made_on=TODAY) == (long_ago, TODAY)
    with pytest.raises(InvalidInputError):
        made(world, "fay", by="fay", tells=Tells.TIMES)


def test_a_member_and_their_coordinator_make_one_and_nobody_else(world: World) -> None:
    made(world, by="ben")
    made(world, by="cora")
    for name in ("ana", "hugo", "ann", "tess", "pia", "olga", "dov"):
        with pytest.raises(TimebankError):
            made(world, by=name)
    small = replace(world.actor("ben"), rights=Rights.SMALL)
    with pytest.raises(TimebankError):
        transact(make_certificate, world.uids["ben"], NewCertificate(), KEY, actor=small, now=NOW)


def test_who_takes_a_break_or_left_gets_no_new_one_and_the_old_one_stays_true(world: World) -> None:
    code = code_of(world, made(world))
    transact(pause_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    with pytest.raises(WrongStateError):
        made(world)
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    with pytest.raises(TimebankError):
        made(world, by="cora")
    assert told(code) is not None


def test_unknown_revoked_and_over_get_one_and_the_same_answer(world: World) -> None:
    kept, other = made(world), made(world)
    code = code_of(world, kept)
    assert told(code.lower().replace(" ", "-")) is not None
    assert told("A" * LETTERS) is None
    assert told(code, NOW + HOLDS) is not None
    assert told(code, NOW + HOLDS + timedelta(days=1)) is None
    transact(revoke_certificate, kept.uid, actor=world.actor("ben"), now=LATER)
    assert told(code) is None
    assert told(code_of(world, other)) is not None
    with pytest.raises(WrongStateError):
        code_of(world, kept)


def test_revoking_twice_keeps_the_first_moment_and_a_helper_may(world: World) -> None:
    kept = made(world)
    for name in ("ana", "ann", "tess", "pia", "dov"):
        with pytest.raises(NotFoundError):
            transact(revoke_certificate, kept.uid, actor=world.actor(name), now=NOW)
    transact(revoke_certificate, kept.uid, actor=world.actor("hugo"), now=NOW)
    transact(revoke_certificate, kept.uid, actor=world.actor("ben"), now=LATER)
    with reading() as session:
        assert session.scalars(select(Certificate.revoked_at)).one() == NOW


def test_nobody_else_sees_that_there_are_any(world: World) -> None:
    kept = made(world)
    for name in ("ana", "ann", "tess", "pia", "olga", "dov"):
        with reading() as session:
            member = find_member(session, world.uids["ben"], actor=world.actor("cora"))
            with pytest.raises(NotFoundError):
                certificates_of(session, member, actor=world.actor(name))
            with pytest.raises(NotFoundError):
                paper_of(session, kept.uid, KEY, actor=world.actor(name), now=NOW)


def test_a_code_has_120_bits_and_the_database_keeps_none(world: World) -> None:
    codes = {code_of(world, made(world)).replace(" ", "") for _each in range(5)}
    assert len(codes) == 5
    assert all(len(code) == LETTERS and set(code) <= set(ALPHABET) for code in codes)
    with reading() as session:
        rows = session.execute(text("SELECT * FROM certificate")).all()
        assert not any(code in str(row) for code in codes for row in rows)


def test_another_secret_key_prints_no_wrong_code(world: World) -> None:
    kept = made(world)
    code = code_of(world, kept)
    with reading() as session, pytest.raises(WrongStateError):
        paper_of(session, kept.uid, "a new key", actor=world.actor("ben"), now=NOW)
    assert told(code) is not None


def test_guesses_at_one_paper_are_held_back_and_other_papers_are_not(world: World) -> None:
    right, other = code_of(world, made(world)), code_of(world, made(world))
    wrong = right[:4] + "A" * (LETTERS - 4)
    for _each in range(5):
        assert told(wrong) is None
    with pytest.raises(TooManyAttemptsError):
        told(right)
    assert right[:4] == other[:4] or told(other) is not None
    assert told(right, NOW + timedelta(minutes=17)) is not None


def test_guesses_all_over_are_held_back(world: World) -> None:
    def tried(session) -> None:
        for _each in range(299):
            count_attempt(session, "certificates", now=NOW, limits=ALL_CODES)

    transact(tried)
    assert told("A" * LETTERS) is None
    with pytest.raises(TooManyAttemptsError):
        told("B" * LETTERS)


@pytest.mark.parametrize("typed", ["", "ABCD", "A" * 23, "A" * 40, "é" * 25, "\x00"])
def test_what_can_be_no_code_is_said_so(world: World, typed: str) -> None:
    with pytest.raises(InvalidInputError):
        told(typed)


def test_an_older_paper_does_not_tell_a_newer_name(world: World) -> None:
    code = code_of(world, made(world))

    def rename(session) -> None:
        session.get_one(Person, world.people["ben"]).given_name = "Benedikt"

    transact(rename)
    facts = told(code)
    assert facts is not None
    assert facts.name == "Ben Peeters"


def test_so_many_hold_at_once_and_no_more(world: World) -> None:
    first = made(world)
    for _each in range(STANDING_MAX - 1):
        made(world)
    with pytest.raises(LimitError):
        made(world)
    transact(revoke_certificate, first.uid, actor=world.actor("ben"), now=NOW)
    made(world)


def test_the_database_keeps_what_was_printed(world: World) -> None:
    kept = made(world)
    for statement in (
        "UPDATE certificate SET name = 'x'",
        "UPDATE certificate SET times = 3, revoked_at = made_at",
        "DELETE FROM certificate",
    ):
        with pytest.raises(DBAPIError, match=r"TB000|append-only|certificate"):
            transact(lambda session, sql=statement: session.execute(text(sql)))
    transact(revoke_certificate, kept.uid, actor=world.actor("ben"), now=NOW)
    with pytest.raises(DBAPIError, match=r"TB000|append-only"):
        transact(lambda session: session.execute(text("UPDATE certificate SET revoked_at = NULL")))


def test_erasing_takes_the_certificates_and_their_answers_along(world: World) -> None:
    code = code_of(world, made(world))
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    transact(erase_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    assert told(code) is None
    with reading() as session:
        assert session.scalars(select(Certificate)).all() == []


@pytest.mark.parametrize("told", ["", "ABCD", "A" * 30, "é" * 24, "<b>" + "A" * 20])
def test_an_address_fills_in_nothing_that_is_no_code(told: str) -> None:
    assert code_in_address(told) == ""


def test_an_address_fills_in_the_code_as_it_is_printed() -> None:
    assert code_in_address("abcdefgh" * 3) == "ABCD EFGH ABCD EFGH ABCD EFGH"

"""Consents for each purpose, and what a partner hears of who takes part."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.consents import LookReason, Purpose
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, TimebankError
from timebank.domain.permissions import Rights
from timebank.models.antenna import RoleMandate
from timebank.models.consent import MemberConsent, PartnerLook
from timebank.models.member import Member, Person
from timebank.services.books.statements import Period, statement_for
from timebank.services.membership.member_endings import leave_member, pause_member
from timebank.services.privacy.consents import (
    NewConsent,
    consent_stands,
    consents_of,
    give_consent,
    withdraw_consent,
)
from timebank.services.signing_in.attempts import TooManyAttemptsError
from timebank.services.telling.partner_looks import Question, TakesPart, ask_whether_takes_part, looks_at
from timebank.uow import reading, transact

NEXT_YEAR = TODAY + timedelta(days=365)
NOTHING = TakesPart()


def yes(world: World, name: str = "ana", by: str = "ana", purpose: Purpose = Purpose.PARTNER_LOOK, **changes):
    new = NewConsent(purpose, **({"ends_on": NEXT_YEAR} | changes))
    return transact(give_consent, world.uids[name], new, actor=world.actor(by), now=NOW)


def stands(world: World, name: str = "ana", today: date = TODAY) -> bool:
    with reading() as session:
        return consent_stands(session, world.members[name], Purpose.PARTNER_LOOK, today=today)


def asked(world: World, name: str = "ana", by: str = "pia", **changes) -> TakesPart:
    values = {"given_name": name.capitalize(), "family_name": "Peeters"}
    with reading() as session:
        values["number"] = session.get_one(Member, world.members[name]).number
    return transact(
        ask_whether_takes_part,
        world.antenna,
        Question(**(values | changes)),
        actor=world.actor(by),
        now=NOW,
    )


def refused(statement: str) -> None:
    def work(session):
        session.execute(text(statement))

    with pytest.raises(DBAPIError, match=r"TB000|append-only"):
        transact(work)


def test_a_yes_stands_until_its_last_day(world: World) -> None:
    assert not stands(world)
    yes(world)
    assert stands(world)
    assert stands(world, today=NEXT_YEAR)
    assert not stands(world, today=NEXT_YEAR + timedelta(days=1))


def test_a_coordinator_says_who_heard_the_yes(world: World) -> None:
    with pytest.raises(InvalidInputError):
        yes(world, by="cora", channel=Channel.TALK)
    kept = yes(world, by="cora", channel=Channel.SLIP, witness="Cora Peeters")
    assert (kept.witness, kept.channel, kept.language) == ("Cora Peeters", Channel.SLIP, "nl")


def test_nobody_else_gives_a_yes_but_who_acts_for_a_member_may_end_it(world: World) -> None:
    for name in ("dov", "tess", "pia", "fay", "ann"):
        with pytest.raises(TimebankError):
            yes(world, "ben", by=name)
    with pytest.raises(NotAllowedError):
        yes(world, "ben", by="hugo")
    kept = yes(world, "ben", by="ben")
    with pytest.raises(NotFoundError):
        transact(withdraw_consent, kept.uid, actor=world.actor("dov"), now=NOW)
    transact(withdraw_consent, kept.uid, channel=Channel.PHONE, actor=world.actor("hugo"), now=NOW)
    assert not stands(world, "ben")


def test_a_printed_card_ends_a_yes_but_gives_none(world: World) -> None:
    small = replace(world.actor("ana"), rights=Rights.SMALL)
    new = NewConsent(Purpose.PARTNER_LOOK, NEXT_YEAR)
    with pytest.raises(NotAllowedError):
        transact(give_consent, world.uids["ana"], new, actor=small, now=NOW)
    kept = yes(world)
    transact(withdraw_consent, kept.uid, actor=small, now=NOW)
    assert not stands(world)


def test_a_new_yes_renews_the_old_one_and_both_are_kept(world: World) -> None:
    first, second = yes(world), yes(world)
    with reading() as session:
        member = session.get_one(Member, world.members["ana"])
        rows = consents_of(session, member, actor=world.actor("ana"))
        assert [row.id for row in rows] == [second.id, first.id]
        assert [row.ended_at is None for row in rows] == [True, False]


@pytest.mark.parametrize("ends_on", [TODAY - timedelta(days=1), TODAY + timedelta(days=800)])
def test_a_yes_ends_within_two_years(world: World, ends_on: date) -> None:
    with pytest.raises(InvalidInputError):
        yes(world, ends_on=ends_on)


def test_leaving_ends_every_yes(world: World) -> None:
    yes(world)
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert not stands(world)
    with pytest.raises(TimebankError):
        yes(world, by="cora", witness="Cora")


def test_the_database_keeps_what_was_said(world: World) -> None:
    yes(world)
    refused("UPDATE member_consent SET ends_on = '2030-01-01'")
    refused("UPDATE member_consent SET witness = 'x', ended_at = recorded_at")
    refused("DELETE FROM member_consent")
    asked(world)
    refused("UPDATE partner_look SET answered = (1 = 0)")


def test_the_partner_hears_yes_and_since_when_of_who_said_yes(world: World) -> None:
    assert asked(world) == NOTHING
    yes(world)
    assert asked(world) == TakesPart(TODAY)
    assert asked(world, family_name="PEETERS ") == TakesPart(TODAY)


def test_no_consent_unknown_wrong_number_and_a_pause_get_one_answer(world: World) -> None:
    yes(world)
    assert asked(world, "ben") == NOTHING
    assert asked(world, number=999) == NOTHING
    assert asked(world, given_name="An") == NOTHING
    assert asked(world, given_name="Nobody") == NOTHING
    assert asked(world, "dov") == NOTHING
    transact(pause_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert asked(world) == NOTHING


def test_a_whole_name_alone_is_not_enough(world: World) -> None:
    yes(world)
    for changes in ({"number": None}, {"family_name": ""}, {"given_name": " "}):
        with pytest.raises(InvalidInputError):
            asked(world, **changes)


def test_a_year_of_birth_does_as_well_as_a_number(world: World) -> None:
    def give_year(session) -> None:
        session.get_one(Person, world.people["ana"]).birth_year = 1948

    transact(give_year)
    yes(world)
    assert asked(world, number=None, birth_year=1948) == TakesPart(TODAY)
    assert asked(world, number=None, birth_year=1949) == NOTHING


def test_only_staff_of_the_antenna_s_partner_asks(world: World) -> None:
    yes(world)
    for name in ("cora", "tess", "ann", "ben", "olga"):
        with pytest.raises(NotAllowedError):
            asked(world, by=name)
    with pytest.raises(NotFoundError):
        asked(world, by="dov")


def test_every_look_is_kept_and_the_member_sees_it_also_on_paper(world: World) -> None:
    asked(world)
    yes(world)
    asked(world)
    asked(world, given_name="Nobody")
    with reading() as session:
        seen = looks_at(session, world.members["ana"])
        assert [(look.by, look.partner, look.answered) for look in seen] == [
            ("Pia Peeters", "LDC Icarus", True),
            ("Pia Peeters", "LDC Icarus", False),
        ]
        kept = session.scalars(select(PartnerLook).order_by(PartnerLook.id)).all()
        assert [look.member_id for look in kept] == [world.members["ana"], world.members["ana"], None]
        member = session.get_one(Member, world.members["ana"])
        this_year, before = Period(date(2026, 1, 1), date(2026, 12, 31)), Period(end=date(2025, 12, 31))
        paper = statement_for(session, member, this_year, actor=world.actor("ana"))
        earlier = statement_for(session, member, before, actor=world.actor("ana"))
        assert (len(paper.looks), len(earlier.looks)) == (2, 0)


def test_a_look_after_midnight_is_of_the_partner_that_began_that_day(world: World) -> None:
    with reading() as session:
        begun = session.scalars(select(RoleMandate).where(RoleMandate.person_id == world.people["pia"])).one()
        midnight = datetime.combine(begun.starts_on, time.min, ZoneInfo("Europe/Brussels"))
    for minutes, partner in ((-1, ""), (1, "LDC Icarus")):
        asked_at = (midnight + timedelta(minutes=minutes)).astimezone(UTC)
        look = PartnerLook(
            antenna_id=world.antenna,
            member_id=world.members["ben"],
            asked_by_id=world.people["pia"],
            asked_at=asked_at,
            reason=LookReason.OTHER,
            answered=False,
        )
        transact(lambda session, each: session.add(each), look)
        with reading() as session:
            assert looks_at(session, world.members["ben"])[0].partner == partner


def test_going_through_a_list_of_names_is_held_back(world: World) -> None:
    for _each in range(10):
        asked(world, given_name="Nobody")
    with pytest.raises(TooManyAttemptsError):
        asked(world)


def test_a_second_word_to_end_a_yes_changes_nothing(world: World) -> None:
    kept = yes(world)
    transact(withdraw_consent, kept.uid, actor=world.actor("ana"), now=NOW)
    later = NOW + timedelta(hours=1)
    transact(withdraw_consent, kept.uid, actor=world.actor("cora"), now=later)
    with reading() as session:
        assert session.scalars(select(MemberConsent.ended_at)).one() == NOW

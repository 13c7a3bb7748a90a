"""People who are members nowhere aren't kept for ever: applicants, staff, helpers and callers."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World
from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel
from timebank.domain.erasing import EraseHold
from timebank.domain.permissions import SYSTEM, Role
from timebank.extensions import db
from timebank.ledger.guards import check_guards
from timebank.models.ask import Ask
from timebank.models.consent import LookReason, PartnerLook
from timebank.models.directory import DirectoryEntry
from timebank.models.member import Member, Person
from timebank.orm import table_of
from timebank.services.asking.asks import end_ask, make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.membership.member_endings import decline_member
from timebank.services.membership.members import NewMember, apply_for_membership
from timebank.services.membership.people import PersonDetails, add_person
from timebank.services.network.antennas import NewMandate, end_mandate, give_mandate
from timebank.services.privacy.outsiders import (
    STAFF_DAYS,
    callers_to_erase,
    erase_callers,
    erase_outsider,
    outsiders_to_come,
    outsiders_to_erase,
)
from timebank.services.privacy.retention import delete_old_rows, old_rows, what_will_go
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.uow import reading, transact


def after(days: int) -> datetime:
    return NOW + timedelta(days=days)


def name_of(person_id: int) -> str:
    with reading() as session:
        return session.get_one(Person, person_id).name


def due(now: datetime) -> list[int]:
    with reading() as session:
        return [each.person_id for each in outsiders_to_erase(session, now=now)]


def declined(world: World) -> int:
    new = NewMember(PersonDetails("Zoë", "Kanarie", phone="0470 11 22 33"), joined_through=Channel.WEB)
    member = transact(apply_for_membership, world.antenna, new, now=NOW)
    transact(decline_member, member.uid, actor=world.actor("cora"), now=NOW)
    return member.person_id


def former_staff(world: World) -> int:
    person = transact(add_person, PersonDetails("Sam", email="sam@example.org"), actor=SYSTEM, now=NOW)
    new = NewMandate(person.id, Role.OPERATOR, TODAY, TODAY + timedelta(days=10))
    transact(give_mandate, new, actor=SYSTEM, now=NOW)
    return person.id


def test_an_applicant_who_was_declined_is_erased_after_the_antenna_s_days(world: World) -> None:
    zoe = declined(world)
    assert due(after(89)) == []
    assert due(after(91)) == [zoe]
    assert transact(erase_outsider, zoe, now=after(89)) is False
    assert transact(erase_outsider, zoe, now=after(91)) is True
    assert transact(erase_outsider, zoe, now=after(92)) is False
    assert "Zoë" not in name_of(zoe)
    with reading() as session:
        assert session.scalars(select(Member).where(Member.person_id == zoe)).one().person.phone == ""


def test_who_is_declined_here_and_a_member_elsewhere_is_left_alone(world: World) -> None:
    zoe = declined(world)
    transact(_make_member_of_marolles, world, zoe)
    assert due(after(1000)) == []


def _make_member_of_marolles(session, world: World, person_id: int) -> None:
    other = session.get_one(Member, world.members["dov"])
    copy = {"person_id": person_id, "antenna_id": other.antenna_id, "number": 900, "state": "applied"}
    copy |= {"uid": uuid.uuid4(), "joined_on": TODAY, "joined_through": Channel.TALK, "version": 1}
    session.execute(insert(table_of(Member)), copy)


def test_the_page_says_before_when_an_applicant_is_erased(world: World) -> None:
    declined(world)
    with reading() as session:
        antenna = session.get_one(Member, world.members["ana"]).antenna
        coming = what_will_go(session, antenna, actor=world.actor("cora"), now=NOW)
        elsewhere = outsiders_to_come(session, world.antennas["marolles"], now=NOW)
    assert [each.due_on for each in coming.declined] == [TODAY + timedelta(days=90)]
    assert list(elsewhere) == []


def test_staff_are_erased_a_year_after_their_last_role(world: World) -> None:
    sam = former_staff(world)
    assert due(after(9)) == []
    assert due(after(10 + STAFF_DAYS - 1)) == []
    assert sam in due(after(10 + STAFF_DAYS))
    assert transact(erase_outsider, sam, now=after(10 + STAFF_DAYS)) is True
    assert "Sam" not in name_of(sam)


def test_who_works_still_is_kept_and_who_was_stopped_counts_from_then(world: World) -> None:
    assert world.people["pia"] not in due(after(5000))  # her role has no end
    sam = former_staff(world)
    new = NewMandate(sam, Role.OPERATOR, TODAY, TODAY + timedelta(days=2000))
    mandate = transact(give_mandate, new, actor=SYSTEM, now=NOW)
    assert sam not in due(after(10 + STAFF_DAYS))
    transact(end_mandate, mandate.id, actor=SYSTEM, now=NOW)
    assert sam in due(after(10 + STAFF_DAYS))


def test_a_role_that_runs_holds_an_applicant(world: World) -> None:
    zoe = declined(world)
    transact(give_mandate, NewMandate(zoe, Role.OPERATOR, TODAY, None), actor=SYSTEM, now=NOW)
    assert zoe not in due(after(5000))


def test_who_keeps_an_entry_right_is_held_and_is_asked_about_it_only_when_the_time_is_over(
    world: World,
) -> None:
    zoe = declined(world)
    entry = EntryDetails(name="Thuisverpleging", phone="02 555 80 10")
    made = transact(add_entry, world.antenna, entry, checked_on=None, actor=world.actor("cora"), now=NOW)
    transact(_hand_to, made.id, zoe)
    with reading() as session:
        assert [each.holds for each in outsiders_to_come(session, now=NOW)] == [()]
        (held,) = outsiders_to_erase(session, now=after(91))
    assert held.holds == (EraseHold.DIRECTORY,)
    assert transact(erase_outsider, zoe, now=after(91)) is False


def _hand_to(session: Session, entry_id: int, person_id: int) -> None:
    session.get_one(DirectoryEntry, entry_id).owner_id = person_id


def statements_of(work: Callable[..., object], *given: object, moment: datetime) -> int:
    """How many statements this takes."""
    ran: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        ran.append(statement)

    with reading() as session:
        event.listen(db.engine, "before_cursor_execute", note)
        work(session, *given, now=moment)
        event.remove(db.engine, "before_cursor_execute", note)
    return len(ran)


def test_judging_many_takes_as_many_statements_as_judging_one(world: World) -> None:
    zoe = declined(world)
    both = ((outsiders_to_come,), (erase_outsider, zoe))
    few = [statements_of(*work, moment=NOW) for work in both]
    for _more in range(12):
        declined(world)
        former_staff(world)
    assert [statements_of(*work, moment=NOW) for work in both] == few
    assert max(few) <= 8


def caller(world: World) -> UUID:
    new = NewAsk(
        world.antenna,
        "My tap drips and I am alone",
        asker_name="Madame Kanarie",
        asker_phone="02 555 99 99",
        channel=Channel.PHONE,
    )
    return transact(make_ask, new, actor=world.actor("cora"), now=NOW).uid


def test_a_caller_s_words_go_after_the_ask_ended_and_the_ask_still_counts(world: World) -> None:
    uid = caller(world)
    with reading() as session:
        assert list(callers_to_erase(session, now=after(1000))) == []
    transact(end_ask, uid, AskStep.GIVE_UP, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        assert list(callers_to_erase(session, now=after(89))) == []
    assert transact(erase_callers, now=after(91)) == 1
    assert transact(erase_callers, now=after(92)) == 0
    with reading() as session:
        ask = session.scalars(select(Ask).where(Ask.uid == uid)).one()
        assert (ask.asker_name, ask.asker_phone, ask.words) == ("-", "", "-")
        assert ask.ended_at == NOW


def look(world: World, asked_at: datetime) -> None:
    row = {"antenna_id": world.antenna, "member_id": world.members["ana"], "reason": next(iter(LookReason))}
    row |= {"asked_by_id": world.people["pia"], "asked_at": asked_at, "answered": True}
    transact(lambda session: session.execute(insert(table_of(PartnerLook)), row))


def test_a_partner_s_look_is_kept_for_two_years_also_from_a_database_shell(world: World) -> None:
    look(world, NOW)
    look(world, NOW - timedelta(days=800))
    with reading() as session:
        assert old_rows(session, now=NOW)["looks of partners"] == 1
    transact(delete_old_rows, now=NOW)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(PartnerLook)) == 1
        assert check_guards(session) == ()
    with pytest.raises(DBAPIError, match="TB000"):
        transact(lambda session: session.execute(table_of(PartnerLook).delete()))

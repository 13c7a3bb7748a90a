"""Erasing a person: no trace of a name or a text in any table, and books that hold as before."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

import timebank.models  # noqa: F401 - makes every table known
from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of
from tests.unit.services.canary import CANARY, lived, write_everywhere
from timebank.domain.erasing import EraseHold
from timebank.domain.errors import NotAllowedError, NotFoundError, TimebankError, WrongStateError
from timebank.extensions import db
from timebank.ledger.guards import check_guards
from timebank.ledger.proof import check_books
from timebank.models.gathering import Attendance
from timebank.models.member import Member, Person
from timebank.models.questionnaire import QuestionnaireAnswer
from timebank.models.story import Story
from timebank.orm import Base, table_of
from timebank.services.asking.asks import reopen_ask
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import dispute_favour
from timebank.services.membership.member_endings import leave_member, return_member
from timebank.services.membership.member_lists import list_members
from timebank.services.membership.members import change_member
from timebank.services.membership.people import PersonDetails
from timebank.services.network.rules import decide_rule
from timebank.services.privacy.erase_holds import holds_of
from timebank.services.privacy.erasing import erase_member, erased_uids, erasures_to_come
from timebank.services.privacy.personal_data import EXPLAINED, PLACES
from timebank.uow import reading, transact


def traces() -> Iterator[str]:
    """Every cell of the whole database in which the canary still sings."""
    with db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                for name, value in row.items():
                    if CANARY.casefold() in str(value).casefold() or (name == "birth_year" and value):
                        yield f"{table.name}.{name}: {value}"


def erase(world: World, uid: UUID, by: str = "cora") -> None:
    transact(erase_member, uid, actor=world.actor(by), now=NOW)


def books() -> dict[int, str]:
    with reading() as session:
        proof = check_books(session)
        assert proof.holds
        assert check_causes(session) == ()
        assert check_guards(session) == ()
        return {book: f"{seq} {head}" for book, (seq, head) in proof.heads.items()}


def test_no_trace_of_an_erased_person_is_left_in_any_table_and_the_books_hold(world: World) -> None:
    uid = lived(world)
    transact(write_everywhere, world.people["zoe"])
    before, found = books(), {trace.partition(":")[0] for trace in traces()}
    tables = {"person.phone", "ask.words", "favour.thanks", "favour_confirmation.heard_from", "gift.wish"}
    tables |= {"referral.handed", "signal.words", "offer.words", "member_consent.witness", "notice.params"}
    tables |= {"recovery_code.code_hash"}
    tables |= {"story.words", "story.translation", "story.witness", "hours_wish.words", "hours_wish.witness"}
    assert tables <= found
    erase(world, uid)
    assert list(traces()) == []
    assert books() == before
    with reading() as session:
        member = session.scalars(select(Member).where(Member.uid == uid)).one()
        assert member.person.name == "Vroeger lid"
        assert (
            list_members(session, world.antenna, words="kanarie", actor=world.actor("cora"), ended=True) == []
        )
        assert [each for each, _at in erased_uids(session)].count(member.person.uid) == 1


def test_a_story_goes_a_score_goes_and_that_someone_came_still_counts(world: World) -> None:
    uid = lived(world)
    erase(world, uid)
    zoe = world.members["zoe"]
    with reading() as session:
        stories = session.scalars(select(Story).where(Story.member_id == zoe).order_by(Story.id)).all()
        assert [(story.erased_at, story.withdrawn_at) for story in stories] == [(NOW, NOW), (NOW, None)]
        assert session.scalar(select(func.count()).select_from(QuestionnaireAnswer)) == 0
        assert session.scalars(select(Attendance.member_id)).all() == [zoe]


def test_who_is_still_here_or_has_something_open_is_held(world: World) -> None:
    with pytest.raises(WrongStateError):
        erase(world, world.uids["ana"])
    favour = world.logged("ana")
    transact(dispute_favour, favour, "Shorter", actor=world.actor("ben"), now=NOW)
    ask, cora = ask_of(world, "ana"), world.actor("cora")
    transact(leave_member, world.uids["ana"], actor=cora, now=NOW)
    transact(reopen_ask, ask, actor=cora, now=NOW)
    with reading() as session:
        held = holds_of(session, world.people["ana"], now=NOW)
    assert set(held) == {EraseHold.DISPUTE, EraseHold.OPEN_ASK}
    with pytest.raises(WrongStateError):
        erase(world, world.uids["ana"])


def test_only_a_coordinator_of_the_antenna_erases(world: World) -> None:
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    for name, error in (("dov", NotFoundError), ("tess", TimebankError), ("pia", TimebankError)):
        with pytest.raises(error):
            erase(world, world.uids["fay"], by=name)
    erase(world, world.uids["fay"], by="carl")
    erase(world, world.uids["fay"], by="carl")


def test_nobody_erases_themselves(world: World) -> None:
    with pytest.raises(NotAllowedError):
        erase(world, world.uids["cora"])


def test_who_was_erased_does_not_come_back(world: World) -> None:
    cora, uid = world.actor("cora"), world.uids["fay"]
    transact(leave_member, uid, actor=cora, now=NOW)
    with reading() as session:
        version = session.get_one(Person, world.people["fay"]).version
    erase(world, uid)
    with pytest.raises(WrongStateError):
        transact(return_member, uid, actor=cora, now=NOW)
    changed = {"cannot_give": False, "version": version + 1}
    with pytest.raises(WrongStateError):
        transact(change_member, uid, PersonDetails(given_name="Fay"), **changed, actor=cora, now=NOW)
    with pytest.raises(DBAPIError):
        transact(
            lambda session: session.execute(text("UPDATE person SET email = 'x' WHERE erased_at IS NOT NULL"))
        )


def test_the_guards_let_go_only_what_was_of_someone_erased(world: World) -> None:
    lived(world)
    for statement in (
        "UPDATE favour_confirmation SET heard_from = '-'",
        "DELETE FROM member_consent",
        "DELETE FROM favour_confirmation",
    ):
        with pytest.raises(DBAPIError):
            transact(lambda session, what: session.execute(text(what)), statement)


def test_a_page_says_who_will_be_erased_and_when(world: World) -> None:
    decided = {"decided_on": TODAY, "decided_by": "The team", "actor": world.actor("cora"), "now": NOW}
    transact(decide_rule, world.antenna, "erase_days", "30", **decided)
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    with reading() as session:
        (due,) = erasures_to_come(session, world.antenna, now=NOW)
        assert (due.member.id, due.due_on, due.holds) == (
            world.members["fay"],
            TODAY + timedelta(days=30),
            (),
        )
        assert erasures_to_come(session, world.antennas["marolles"], now=NOW) == []


def test_every_table_that_names_someone_has_its_place_or_its_reason() -> None:
    placed = {table_of(place.model).name for place in PLACES}
    named = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in {"person", "member"}
    }
    assert named - placed - set(EXPLAINED) == set()
    assert placed & set(EXPLAINED) == set()


def test_every_column_that_is_emptied_is_there() -> None:
    for place in PLACES:
        columns = table_of(place.model).columns
        assert set(place.blank or ()) <= set(columns.keys())

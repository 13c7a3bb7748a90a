"""The desk's queue and who has a row in hand, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from tests.unit.services.test_referrals import referred, service_of
from timebank.domain.channels import Channel
from timebank.domain.desk import FEW, DeskKind
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.domain.help import Urgency
from timebank.domain.permissions import Role
from timebank.extensions import db
from timebank.models.antenna import RoleMandate
from timebank.models.gift import GiftKind
from timebank.services.books.gifts import NewGift, give
from timebank.services.coordinating.desk import desk_rows
from timebank.services.coordinating.desk_team import team_warnings
from timebank.services.coordinating.holds import holds_of, let_row_go, take_row
from timebank.services.coordinating.signals import FollowUp, SignalDetails, follow_signal, tell_signal
from timebank.services.giving.favour_steps import dispute_favour
from timebank.services.giving.favours import log_favour
from timebank.services.membership.members import NewMember, apply_for_membership
from timebank.services.membership.people import PersonDetails
from timebank.services.network.antennas import end_mandate
from timebank.services.promising.promises import call_off
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import volunteer
from timebank.services.referring.referrals import NewReferral, refer_ask
from timebank.uow import reading, transact

ROW = "ask:00000000-0000-0000-0000-000000000001"


def rows(world: World, by: str = "cora", now=NOW):
    """The desk as this person finds it, with the mandates of today."""
    with reading() as session:
        return desk_rows(session, world.antenna, actor=world.actor(by), now=now)


def kinds(world: World, now=NOW) -> list[str]:
    """The kinds of rows, without the hints about quiet members and unused offers."""
    hints = DeskKind.QUIET, DeskKind.UNUSED_OFFER
    return [row.kind.value for row in rows(world, now=now) if row.kind not in hints]


def promised(world: World):
    """Ana said that she brings Ben on Thursday; the promise's uid."""
    uid = proposed(world, ask_of(world))
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=NOW)
    return uid


def test_an_empty_desk_has_no_rows(world: World) -> None:
    assert kinds(world) == []


def test_an_ask_that_needs_someone_says_who_and_what(world: World) -> None:
    uid = ask_of(world)
    [row] = [row for row in rows(world) if row.kind is DeskKind.OPEN_ASK]
    assert (row.target, row.who) == (str(uid), "Ben Peeters")
    assert row.what == "Who can bring me to the eye doctor?"


def test_an_urgent_ask_stands_above_an_older_one(world: World) -> None:
    ask_of(world)
    urgent = ask_of(world, "fay", urgency=Urgency.URGENT)
    assert rows(world)[0].target == str(urgent)
    assert kinds(world) == ["urgent_ask", "open_ask"]


def test_a_question_by_phone_is_one_row_until_it_has_an_answer(world: World) -> None:
    asked = proposed(world, ask_of(world))
    [row] = [row for row in rows(world) if row.kind is DeskKind.NO_ANSWER]
    assert row.target == str(asked)
    assert "open_ask" not in kinds(world)


def test_a_promise_that_is_over_leads_to_its_own_page(world: World) -> None:
    promise = promised(world)
    after = NOW + timedelta(days=4)
    [row] = [row for row in rows(world, now=after) if row.kind is DeskKind.HOW_IT_WENT]
    assert row.target == str(promise)


def test_a_promise_called_off_brings_its_ask_back(world: World) -> None:
    promise = promised(world)
    transact(call_off, promise, actor=world.actor("ana"), now=NOW)
    assert kinds(world)[0] == "called_off"


def test_who_says_i_can_is_answered_on_the_question_and_the_ask_is_no_second_row(world: World) -> None:
    offer_of(world)
    one = transact(volunteer, ask_of(world), world.members["ana"], actor=world.actor("ana"), now=NOW)
    found = [row for row in rows(world) if row.kind in (DeskKind.VOLUNTEER, DeskKind.OPEN_ASK)]
    assert [(row.kind, row.target) for row in found] == [(DeskKind.VOLUNTEER, str(one.uid))]


def test_an_ask_beyond_what_neighbours_do_is_marked_until_someone_was_asked(world: World) -> None:
    often = ask_of(world, repeat_days=1)
    ask_of(world, "fay")
    asks = {row.target: row.professional for row in rows(world) if row.kind is DeskKind.OPEN_ASK}
    assert [target for target, marked in asks.items() if marked] == [str(often)]
    proposed(world, often)
    assert not any(row.professional for row in rows(world))


def test_who_says_i_can_for_such_an_ask_is_answered_knowingly(world: World) -> None:
    offer_of(world)
    often = ask_of(world, repeat_days=1)
    transact(volunteer, often, world.members["ana"], actor=world.actor("ana"), now=NOW)
    assert [row.kind for row in rows(world) if row.professional] == [DeskKind.VOLUNTEER]


def test_a_signal_is_there_until_someone_has_it_for_a_later_day(world: World) -> None:
    details = SignalDetails("Curtains closed", about_words="Kruisberg 14")
    cora = world.actor("cora")
    uid = transact(tell_signal, world.antenna, details, actor=cora, now=NOW).uid
    [row] = [row for row in rows(world) if row.kind is DeskKind.SIGNAL]
    assert (row.target, row.who) == (str(uid), "Kruisberg 14")
    follow = FollowUp(world.people["cora"], TODAY + timedelta(days=2))
    transact(follow_signal, uid, follow, version=1, actor=cora, now=NOW)
    assert "signal" not in kinds(world)


def test_a_referral_comes_back_on_its_day(world: World) -> None:
    made = referred(world, ask_of(world))
    assert "referral" not in kinds(world)
    later = rows(world, now=NOW + timedelta(days=40))
    assert [row.target for row in later if row.kind is DeskKind.REFERRAL] == [str(made.uid)]


def test_services_to_check_again_are_one_row_with_a_count(world: World) -> None:
    service_of(world)
    service_of(world, "Maks", phone="02 555 80 11")
    [row] = [row for row in rows(world, now=NOW + timedelta(days=800)) if row.kind is DeskKind.STALE]
    assert (row.number, row.target) == (2, "heembeek")


def test_a_favour_that_waits_and_an_application_are_rows(world: World) -> None:
    transact(log_favour, world.favour("ana", "ben"), actor=world.actor("ana"), now=NOW)
    new = NewMember(PersonDetails(given_name="Lucie", phone="02 555 00 11"), joined_through=Channel.WEB)
    transact(apply_for_membership, world.antenna, new, now=NOW)
    found = kinds(world, now=NOW + timedelta(days=60))
    assert found.index("to_confirm") < found.index("application")


def test_who_went_quiet_and_unused_offers_are_a_few_hints_at_the_end(world: World) -> None:
    offer_of(world)
    ask_of(world)
    found = rows(world, now=NOW + timedelta(days=200))
    quiet = [row for row in found if row.kind is DeskKind.QUIET]
    assert 0 < len(quiet) <= FEW
    assert {row.who for row in quiet}.isdisjoint({"Cora Peeters", "Tess Peeters", "Ann Peeters"})
    assert found[-1].kind is DeskKind.UNUSED_OFFER


def test_the_number_of_statements_does_not_grow_with_the_desk(world: World) -> None:
    def statements() -> int:
        counted: list[str] = []

        def count(_c: object, _cur: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        actor = world.actor("cora")
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            with reading() as session:
                desk_rows(session, world.antenna, actor=actor, now=NOW + timedelta(days=200))
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
        return len(counted)

    def fill(asker: str, helper: str) -> None:
        ask_of(world, asker)
        proposed(world, ask_of(world, asker), helper)
        transact(log_favour, world.favour(helper, asker), actor=world.actor(helper), now=NOW)
        details = SignalDetails(f"Curtains closed at {asker}'s", about_member_id=world.members[asker])
        transact(tell_signal, world.antenna, details, actor=world.actor("cora"), now=NOW)
        promise = proposed(world, ask_of(world, asker), helper)
        transact(answer_proposal, promise, Answer(yes=True), actor=world.actor(helper), now=NOW)
        new = NewReferral(service_of(world, f"Zenne {asker}"), agreed=True)
        transact(refer_ask, ask_of(world, asker), new, actor=world.actor("cora"), now=NOW)
        applicant = PersonDetails(given_name=f"Lucie {asker}", phone="02 555 00 11")
        apply = NewMember(applicant, joined_through=Channel.WEB)
        transact(apply_for_membership, world.antenna, apply, now=NOW)

    fill("ben", "ana")
    few = statements()
    fill("fay", "hugo")
    fill("hugo", "carl")
    assert statements() == few


def test_only_a_coordinator_has_a_desk(world: World) -> None:
    for name in ("ana", "tess"):
        with pytest.raises(NotAllowedError):
            rows(world, by=name)
    with pytest.raises(NotFoundError):
        rows(world, by="dov")


def held(world: World, by: str, now=NOW):
    with reading() as session:
        return holds_of(session, world.antenna, actor=world.actor(by), now=now).get(ROW)


def test_two_coordinators_see_who_has_a_row(world: World) -> None:
    cora, carl = world.actor("cora"), world.actor("carl")
    transact(take_row, world.antenna, ROW, actor=cora, now=NOW)
    assert held(world, "cora").mine
    assert (held(world, "carl").mine, held(world, "carl").name.split()[0]) == (False, "Cora")
    second = transact(take_row, world.antenna, ROW, actor=carl, now=NOW + timedelta(minutes=5))
    assert second.person_id == cora.person_id
    transact(let_row_go, world.antenna, ROW, actor=carl)
    assert held(world, "cora").mine
    transact(let_row_go, world.antenna, ROW, actor=cora)
    assert held(world, "carl") is None


def test_a_hold_ends_by_itself_and_the_next_one_takes_the_row(world: World) -> None:
    transact(take_row, world.antenna, ROW, actor=world.actor("cora"), now=NOW)
    later = NOW + timedelta(minutes=31)
    assert held(world, "carl", later) is None
    transact(take_row, world.antenna, ROW, actor=world.actor("carl"), now=later)
    assert held(world, "carl", later).mine


def test_only_the_name_of_a_row_can_be_taken(world: World) -> None:
    with pytest.raises(NotFoundError):
        transact(take_row, world.antenna, "anything at all", actor=world.actor("cora"), now=NOW)


def test_the_desk_says_that_one_person_asks_nearly_everybody(world: World) -> None:
    def warned() -> str:
        with reading() as session:
            return team_warnings(session, world.antenna, actor=world.actor("carl"), now=NOW).nearly_all_by

    for _ in range(9):
        proposed(world, ask_of(world))
    assert warned() == ""
    proposed(world, ask_of(world))
    assert warned().startswith("Cora")


def test_an_ended_mandate_has_no_desk(world: World) -> None:
    with reading() as session:
        query = select(RoleMandate.id).where(
            RoleMandate.person_id == world.people["carl"], RoleMandate.role == Role.COORDINATOR
        )
        mandate = session.scalars(query).one()
    assert rows(world, by="carl") is not None
    transact(end_mandate, mandate, actor=world.actor("cora"), now=NOW)
    later = NOW + timedelta(days=2)
    carl = world.actor("carl", now=later)
    with reading() as session, pytest.raises(NotAllowedError):
        desk_rows(session, world.antenna, actor=carl, now=later)


def test_hours_from_the_pot_wait_for_a_second_person(world: World) -> None:
    new = NewGift(world.antenna, world.antenna, 3000, GiftKind.GRANT, None, world.members["fay"])
    uid = transact(give, new, actor=world.actor("carl"), now=NOW).uid
    [row] = [row for row in rows(world) if row.kind is DeskKind.GIFT_SECOND]
    assert (row.target, row.who) == (str(uid), "Fay Peeters")


def test_whoever_is_to_be_told_something_is_one_row_with_a_count(world: World) -> None:
    promised(world)
    [row] = [row for row in rows(world, now=NOW + timedelta(hours=1)) if row.kind is DeskKind.TO_TELL]
    assert row.number >= 1
    assert row.target == "heembeek"


def test_an_ask_whose_day_is_over_asks_how_it_ended(world: World) -> None:
    ask_of(world)
    assert "past_day" in kinds(world, now=NOW + timedelta(days=4))


def test_a_favour_that_is_talked_about_stands_above_one_to_confirm(world: World) -> None:
    world.logged("ana")
    wrong = world.logged("ana", said="2u", allow_double=True)
    transact(dispute_favour, wrong, "It was one hour", actor=world.actor("ben"), now=NOW)
    found = kinds(world, now=NOW + timedelta(days=60))
    assert found.index("dispute") < found.index("to_confirm")

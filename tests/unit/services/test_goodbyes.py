"""Dying, moving, consents and roles that end: at once, everywhere, and without a word by machine."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotFoundError,
    WrongStateError,
)
from timebank.domain.permissions import Role
from timebank.domain.states import FavourState
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.antenna import RoleMandate
from timebank.models.audit import AuditEntry
from timebank.models.member import Helper, Member
from timebank.models.notice import Notice
from timebank.services.coordinating.notice_desk import mails_due, messages_to_tell, take_mail
from timebank.services.giving.favour_lists import desk_list
from timebank.services.membership.helpers import end_helper
from timebank.services.membership.households import share_account
from timebank.services.membership.member_endings import (
    leave_member,
    move_member,
    record_death,
    return_member,
)
from timebank.services.membership.member_lists import member_page, short_of_coordinators
from timebank.services.membership.member_roles import roles_that_end
from timebank.services.membership.members import NewHelper, add_helper, add_membership
from timebank.services.network.antennas import NewMandate, end_mandate, give_mandate
from timebank.services.ticking import favours_to_remind, remind_of_favour
from timebank.uow import reading, transact


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).holds


@pytest.fixture
def ana_has_two_hours(world: World) -> World:
    world.logged("ben", said="2u")
    return world


def test_death_ends_every_place_and_consent_in_the_whole_network(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    dov = world.actor("dov")
    there = transact(add_membership, world.antennas["marolles"], world.people["ana"], actor=dov, now=NOW)
    consent = NewHelper(world.people["ana"], Channel.TALK, TODAY, TODAY, TODAY + timedelta(days=90))
    transact(add_helper, world.uids["fay"], consent, actor=world.actor("cora"), now=NOW)
    later = NewMandate(world.people["ana"], Role.TREASURER, TODAY + timedelta(days=9), None, world.antenna)
    past = NewMandate(
        world.people["ana"],
        Role.TREASURER,
        TODAY - timedelta(days=9),
        TODAY - timedelta(days=5),
        world.antenna,
    )
    for mandate in (later, past):
        transact(give_mandate, mandate, actor=world.actor("cora"), now=NOW)
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        assert session.get_one(Member, there.id).state.value == "died"
        page = member_page(session, world.uids["fay"], actor=world.actor("cora"), today=TODAY)
        assert page.helpers == ()
        ended = {m.ends_on: m.ended_at for m in session.scalars(select(RoleMandate).where(
            RoleMandate.person_id == world.people["ana"]))}  # fmt: skip
        assert ended == {None: NOW, past.ends_on: None}
    assert books_hold()


def test_after_a_death_nobody_is_written_to_as_if_nothing_had_happened(world: World) -> None:
    world.logged("ana", "ana", "ben")
    world.logged("fay", "fay", "ana")
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    later = NOW + timedelta(days=30)
    with reading() as session:
        due = list(favours_to_remind(session, now=later))
        told = messages_to_tell(session, world.antenna, actor=world.actor("cora"), now=later)
    assert len(due) == 2
    assert told == ()
    with reading() as session:
        before = session.scalars(select(func.max(Notice.id))).one()
    for favour_id in due:
        transact(remind_of_favour, favour_id, now=later)
    with reading() as session:
        assert session.scalars(select(func.max(Notice.id))).one() == before
        mails = [transact(take_mail, each, now=later) for each in mails_due(session, now=later)]
        assert [each for each in mails if each is not None] == []
        ring = desk_list(session, world.antenna, FavourState.LOGGED, actor=world.actor("cora"), now=later)
    assert all(view.someone_died for view in ring)


def test_a_widow_s_page_speaks_of_no_sharing_and_she_can_share_anew(world: World) -> None:
    cora = world.actor("cora")
    transact(share_account, world.uids["ana"], world.uids["ben"], actor=cora, now=NOW)
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=cora, now=NOW)
    with reading() as session:
        assert member_page(session, world.uids["ben"], actor=cora, today=TODAY).sharing == ()
    transact(share_account, world.uids["ben"], world.uids["fay"], actor=cora, now=NOW)
    assert books_hold()


def test_moving_to_where_one_is_a_member_already_brings_the_hours_there(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    place = world.antennas["marolles"]
    there = transact(add_membership, place, world.people["ana"], actor=world.actor("dov"), now=NOW)
    moved = transact(
        move_member, world.uids["ana"], place, with_hours=True, actor=world.actor("cora"), now=NOW
    )
    assert moved.id == there.id
    with reading() as session:
        assert session.get_one(Account, there.account_id).balance_minutes == 120
    assert books_hold()


def test_nobody_inherits_who_is_no_member(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    for heir in ("fay", "ana"):
        with pytest.raises(InvalidInputError):
            transact(
                leave_member, world.uids["ana"], hours_to=world.uids[heir], actor=world.actor("cora"), now=NOW
            )


def test_one_word_ends_a_consent_at_once(world: World) -> None:
    with reading() as session:
        uid = session.scalars(select(Helper.uid)).one()
    assert world.actor("hugo").helps
    with pytest.raises(NotFoundError):
        transact(end_helper, uid, actor=world.actor("fay"), now=NOW)
    transact(end_helper, uid, actor=world.actor("ben"), now=NOW)
    assert not world.actor("hugo").helps


def test_a_role_that_ends_on_its_first_day_is_over_at_once(world: World) -> None:
    new = NewMandate(world.people["fay"], Role.COORDINATOR, TODAY, None, world.antenna)
    mandate = transact(give_mandate, new, actor=world.actor("cora"), now=NOW)
    assert world.actor("fay").has(Role.COORDINATOR, world.antenna)
    transact(end_mandate, mandate.id, actor=world.actor("cora"), now=NOW)
    assert not world.actor("fay").has(Role.COORDINATOR, world.antenna)


def roles_of(world: World, name: str) -> set[str]:
    return {f"{each.role.value}:{each.antenna_id or ''}" for each in world.actor(name).mandates}


def test_who_leaves_the_network_gives_up_every_role_in_it_and_each_is_logged(world: World) -> None:
    marolles = world.antennas["marolles"]
    new = NewMandate(world.people["carl"], Role.ANTENNA_PERSON, TODAY, None, marolles)
    transact(give_mandate, new, actor=world.actor("dov"), now=NOW)
    with reading() as session:
        member = session.get_one(Member, world.members["carl"])
        ending = roles_that_end(session, member, now=NOW)
    assert [(each.role, each.antenna.id, each.too_few) for each in ending] == [
        (Role.COORDINATOR, world.antenna, True),
        (Role.ANTENNA_PERSON, marolles, False),
    ]
    transact(leave_member, world.uids["carl"], actor=world.actor("cora"), now=NOW)
    assert roles_of(world, "carl") == set()
    with reading() as session:
        lines = session.scalars(select(AuditEntry).where(AuditEntry.action == "end_mandate")).all()
        assert [(each.antenna_id, each.detail["role"]) for each in lines] == [
            (world.antenna, "coordinator"),
            (marolles, "antenna_person"),
        ]


def test_who_stays_a_member_elsewhere_keeps_the_roles_there(world: World) -> None:
    marolles = world.antennas["marolles"]
    transact(add_membership, marolles, world.people["carl"], actor=world.actor("dov"), now=NOW)
    new = NewMandate(world.people["carl"], Role.TREASURER, TODAY, None, marolles)
    transact(give_mandate, new, actor=world.actor("dov"), now=NOW)
    transact(leave_member, world.uids["carl"], actor=world.actor("cora"), now=NOW)
    assert roles_of(world, "carl") == {f"treasurer:{marolles}"}


def test_a_coordinator_s_own_goodbye_ends_the_role_too_and_work_for_a_partner_stays(world: World) -> None:
    transact(leave_member, world.uids["cora"], actor=world.actor("cora"), now=NOW)
    assert roles_of(world, "cora") == set()
    transact(leave_member, world.uids["pia"], actor=world.actor("dov"), now=NOW)
    assert world.actor("pia").antennas_as(Role.PARTNER_STAFF) == {world.antenna}


def test_a_team_hears_in_time_that_fewer_than_two_coordinators_are_left(world: World) -> None:
    with reading() as session:
        assert not short_of_coordinators(session, world.antenna, TODAY)
        assert short_of_coordinators(session, world.antenna, TODAY + timedelta(days=320))
        assert short_of_coordinators(session, world.antennas["marolles"], TODAY)


def test_a_death_written_down_by_mistake_is_taken_back_by_a_new_membership(world: World) -> None:
    cora = world.actor("cora")
    with pytest.raises(WrongStateError):
        transact(return_member, world.uids["ana"], actor=cora, now=NOW)
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=cora, now=NOW)
    again = transact(return_member, world.uids["ana"], actor=cora, now=NOW)
    assert [m.member_id for m in world.actor("ana").memberships] == [again.id]
    with pytest.raises(InvalidInputError):
        transact(return_member, world.uids["ana"], actor=cora, now=NOW)
    assert books_hold()

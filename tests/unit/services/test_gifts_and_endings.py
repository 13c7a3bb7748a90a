"""Gifts, grants, moving, leaving and dying, on both databases: the books always hold."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import (
    InvalidInputError,
    LimitError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.gift import Gift, GiftKind
from timebank.models.login import LoginSession, SignedInBy
from timebank.models.member import Member, Person
from timebank.models.notice import Notice, NoticeState
from timebank.services.books.causes import check_causes
from timebank.services.books.gifts import NewGift, approve_gift, decline_gift, give, reverse_gift
from timebank.services.coordinating.notices import queue_notice
from timebank.services.membership.member_endings import (
    leave_member,
    move_member,
    pause_member,
    record_death,
    resume_member,
)
from timebank.services.signing_in.sessions import find_session, open_session
from timebank.uow import reading, transact


def gift(
    world: World, minutes: int = 60, giver: str | None = "ana", to: str | None = "fay", **changes: object
) -> NewGift:
    values: dict[str, object] = {
        "from_antenna_id": world.antenna,
        "to_antenna_id": world.antenna,
        "minutes": minutes,
        "kind": GiftKind.GIFT if giver else GiftKind.GRANT,
        "from_member_id": world.members[giver] if giver else None,
        "to_member_id": world.members[to] if to else None,
    }
    return NewGift(**(values | changes))  # type: ignore[arg-type]


def state_of(uid: UUID) -> str:
    with reading() as session:
        return session.scalars(select(Gift.state).where(Gift.uid == uid)).one().value


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).holds


@pytest.fixture
def ana_has_two_hours(world: World) -> World:
    world.logged("ben", said="2u")
    return world


def test_ana_gives_an_hour_to_fay_and_one_to_the_pot(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(give, gift(world), actor=world.actor("ana"), now=NOW)
    transact(give, gift(world, to=None), actor=world.actor("ana"), now=NOW)
    assert (world.balance("ana"), world.balance("fay"), world.pot()) == (0, 60, 60)
    with pytest.raises(LimitError):
        transact(give, gift(world, 15), actor=world.actor("ana"), now=NOW)
    assert books_hold()


def test_nobody_gives_away_what_is_another_s(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    with pytest.raises(NotAllowedError):
        transact(give, gift(world), actor=world.actor("fay"), now=NOW)
    with pytest.raises(NotFoundError):
        transact(give, gift(world), actor=world.actor("dov"), now=NOW)


def test_a_gift_to_a_member_of_another_antenna_arrives_there(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    new = gift(world, to="dia", to_antenna_id=world.antennas["marolles"])
    transact(give, new, actor=world.actor("ana"), now=NOW)
    assert world.balance("dia") == 60
    assert books_hold()


def test_a_small_grant_is_booked_and_a_large_one_takes_two_people(world: World) -> None:
    small = transact(give, gift(world, 120, None), actor=world.actor("cora"), now=NOW)
    assert small.state.value == "booked"
    large = transact(give, gift(world, 660, None), actor=world.actor("cora"), now=NOW)
    assert large.state.value == "proposed"
    with pytest.raises(NotAllowedError):
        transact(approve_gift, large.uid, actor=world.actor("cora"), now=NOW)
    transact(approve_gift, large.uid, actor=world.actor("tess"), now=NOW)
    assert world.balance("fay") == 780
    with pytest.raises(WrongStateError):
        transact(decline_gift, large.uid, actor=world.actor("tess"), now=NOW)


def test_a_coordinator_grants_nothing_to_herself_nor_takes_it_back(world: World) -> None:
    with pytest.raises(NotAllowedError):
        transact(give, gift(world, 60, None, "cora"), actor=world.actor("cora"), now=NOW)
    granted = transact(give, gift(world, 60, None, "cora"), actor=world.actor("carl"), now=NOW)
    with pytest.raises(NotAllowedError):
        transact(reverse_gift, granted.uid, actor=world.actor("cora"), now=NOW)
    transact(reverse_gift, granted.uid, actor=world.actor("carl"), now=NOW)
    assert world.balance("cora") == 0
    assert books_hold()


@pytest.mark.parametrize("gone", ["ana", "fay"])
def test_a_gift_of_someone_who_has_gone_is_taken_back_by_way_of_the_pot(world: World, gone: str) -> None:
    cora = world.actor("cora")
    transact(give, gift(world, 60, None, "ana"), actor=cora, now=NOW)
    made = transact(give, gift(world), actor=world.actor("ana"), now=NOW)
    pot, there = world.pot(), world.antennas["marolles"]
    transact(move_member, world.uids[gone], there, with_hours=True, actor=cora, now=NOW)
    transact(reverse_gift, made.uid, actor=cora, now=NOW)
    assert state_of(made.uid) == "reversed"
    assert world.pot() == pot + (60 if gone == "ana" else -60)
    assert world.balance("fay" if gone == "ana" else "ana") == (0 if gone == "ana" else 60)
    assert world.balance(gone) == 0
    with reading() as session:
        account = session.scalars(
            select(Account)
            .join(Member, Member.account_id == Account.id)
            .where(Member.id == world.members[gone])
        ).one()
        assert account.closed_on == TODAY
        assert check_causes(session) == ()
    assert books_hold()
    with pytest.raises(WrongStateError):
        transact(reverse_gift, made.uid, actor=cora, now=NOW)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"minutes": 0}, "minutes_out_of_range"),
        ({"to": "ana"}, "giver_is_receiver"),
        ({"kind": GiftKind.GRANT}, "gift_kind"),
    ],
)
def test_a_gift_that_can_t_be_is_refused(world: World, changes: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        transact(give, gift(world, **changes), actor=world.actor("ana"), now=NOW)
    assert caught.value.error_code == code


def test_moving_with_the_hours_takes_them_along_debt_or_not(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    for name in ("ana", "ben"):
        new = transact(
            move_member, world.uids[name], world.antennas["marolles"], with_hours=True,
            actor=world.actor("cora"), now=NOW,
        )  # fmt: skip
        with reading() as session:
            account = session.get_one(Account, new.account_id)
            assert account.balance_minutes == (120 if name == "ana" else -120)
    assert books_hold()


def test_leaving_can_give_the_hours_to_a_neighbour(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(leave_member, world.uids["ana"], hours_to=world.uids["fay"], actor=world.actor("cora"), now=NOW)
    assert world.balance("fay") == 120


def test_death_stops_every_notice_session_and_role_at_once(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    token = transact(open_session, world.people["ana"], SignedInBy.MAIL, device="", now=NOW)

    def queue(session: object) -> None:
        person = session.get_one(Person, world.people["ana"])  # type: ignore[attr-defined]
        queue_notice(session, person, "statement", dedupe_key="s", now=NOW)  # type: ignore[arg-type]

    transact(queue)
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    transact(queue)
    with reading() as session:
        assert {n.state for n in session.scalars(select(Notice).where(Notice.kind == "statement"))} == {
            NoticeState.STOPPED
        }
        assert find_session(session, token, now=NOW + timedelta(minutes=1)) is None
        assert session.scalars(select(LoginSession)).one().revoked_at is not None
    assert world.pot() == 120
    assert books_hold()


def test_a_day_to_come_is_no_day_of_death(world: World) -> None:
    with pytest.raises(InvalidInputError):
        transact(
            record_death,
            world.uids["ana"],
            died_on=TODAY + timedelta(days=1),
            actor=world.actor("cora"),
            now=NOW,
        )


def test_a_pause_ends_when_they_are_back(world: World) -> None:
    transact(pause_member, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    with pytest.raises(WrongStateError):
        transact(pause_member, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    transact(resume_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)

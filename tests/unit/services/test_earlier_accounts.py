"""What stood on an account that was theirs stays theirs to read, and nothing of another's time on it shows."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import NotFoundError
from timebank.ledger.model import Transfer
from timebank.models.member import EarlierAccount, Member
from timebank.services.books.statements import Period, Statement, statement_for
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.listing import AccountView, find_account
from timebank.services.membership.earlier_accounts import HeldAccount, earlier_accounts_of
from timebank.services.membership.households import part_account, share_account
from timebank.services.membership.member_endings import leave_member
from timebank.services.privacy.erasing import erase_member
from timebank.services.privacy.own_file import own_file_of
from timebank.uow import reading, transact

SHARED_AT, PARTED_AT = NOW + timedelta(days=10), NOW + timedelta(days=40)


@pytest.fixture
def parted(world: World) -> World:
    """Ana gave two hours alone; shared with Fay, who gave one and then Ana half an hour; they parted."""
    world.logged("ben", "ana", "ben", said="2u")
    later(world, SHARED_AT, share_account, world.uids["ana"], world.uids["fay"])
    world.logged("ben", "fay", "ben", said="1u", note="By Fay")
    world.logged("ben", "ana", "ben", said="30 min", note="By Ana")
    later(world, PARTED_AT, part_account, world.uids["ana"], 90, "Both agreed")
    return world


def later(world: World, moment: datetime, work: Callable[..., object], *told: object, **more: object) -> None:
    transact(work, *told, **more, actor=world.actor("cora"), now=moment)


def earlier(world: World, name: str) -> tuple[HeldAccount, ...]:
    with reading() as session:
        return earlier_accounts_of(session, session.get_one(Member, world.members[name]))


def read(world: World, name: str, account: UUID | None = None, by: str = "") -> Statement:
    with reading() as session:
        member = session.get_one(Member, world.members[name])
        return statement_for(session, member, Period(), account=account, actor=world.actor(by or name))


def lines(statement: Statement) -> list[tuple[int, str]]:
    return [(line.minutes, line.note or line.kind.value) for line in reversed(statement.lines)]


def test_each_earlier_account_has_its_days_and_what_stood_on_it(parted: World) -> None:
    shared, own = earlier(parted, "ana")
    assert (own.starts_on, own.ends_on) == (TODAY, TODAY + timedelta(days=10))
    assert (shared.starts_on, shared.ends_on) == (own.ends_on, TODAY + timedelta(days=40))
    assert lines(read(parted, "ana", own.uid)) == [(120, "favour"), (-120, "move")]
    page = read(parted, "ana", shared.uid)
    moved = [(-90, "move"), (-120, "move")]
    assert sorted(lines(page)) == sorted([(120, "move"), (60, "By Fay"), (30, "By Ana"), *moved])
    assert (page.closing_minutes, page.names) == (0, ("Ana Peeters", "Fay Peeters"))
    assert (page.lines[0].balance_minutes, page.is_earlier) == (0, True)
    now = read(parted, "ana")
    assert ([each.held.uid for each in now.earlier], now.is_earlier) == ([shared.uid, own.uid], False)
    assert [each.others for each in now.earlier] == [("Fay Peeters",), ()]
    assert lines(now) == [(90, "move")]


def test_fay_reads_of_the_time_that_they_shared_and_not_of_ana_s_before(parted: World) -> None:
    shared, own = earlier(parted, "fay")
    assert lines(read(parted, "fay", own.uid)) == []
    assert shared.uid == earlier(parted, "ana")[0].uid
    with pytest.raises(NotFoundError):
        read(parted, "fay", earlier(parted, "ana")[1].uid)


def test_what_comes_on_it_later_shows_to_neither_not_even_in_the_sums(parted: World) -> None:
    shared = earlier(parted, "ana")[0]
    before = read(parted, "ana", shared.uid)
    by_fay = next(line.favour_uid for line in before.lines if line.note == "By Fay")
    later(parted, PARTED_AT + timedelta(days=1), reverse_favour, by_fay, "Another day")
    with reading() as session:
        kinds = session.scalars(
            select(Transfer.kind).where(Transfer.debit_account_id == shared.id).order_by(Transfer.seq)
        ).all()
    assert "reversal" in kinds
    for name in ("ana", "fay", "cora"):
        assert read(parted, "ana" if name == "cora" else name, shared.uid, by=name).lines == before.lines
    after = read(parted, "ana", shared.uid)
    assert (after.given_minutes, after.closing_minutes) == (before.given_minutes, 0)
    assert "reversal" not in {row["kind"] for row in transfers_in_file(parted, "ana")}
    assert viewed(parted, shared.uid, "ana") == AccountView(shared.id, shared.uid, shared.kind, 0, 5)


def transfers_in_file(world: World, name: str) -> list[dict[str, object]]:
    made = transact(own_file_of, world.uids[name], actor=world.actor(name), now=PARTED_AT)
    sections = {section.table: section for section in made.sections}
    assert "earlier_account" in sections
    found = sections["transfer"]
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def viewed(world: World, uid: UUID, by: str) -> AccountView:
    with reading() as session:
        return find_account(session, uid, actor=world.actor(by))


def test_the_own_file_holds_the_entries_of_every_account_in_one_s_own_time(parted: World) -> None:
    assert len(transfers_in_file(parted, "ana")) == 1 + 1 + 2 + 2
    assert len(transfers_in_file(parted, "fay")) == 1 + 2 + 2
    minutes = {row["minutes"] for row in transfers_in_file(parted, "fay")}
    assert minutes == {120, 60, 30, 90}


def test_nobody_else_opens_an_earlier_account(parted: World) -> None:
    shared = earlier(parted, "ana")[0].uid
    for name in ("ben", "hugo", "ann", "pia", "dov", "fay"):
        with pytest.raises(NotFoundError):
            read(parted, "ana", shared, by=name)
    for name in ("cora", "tess"):
        assert read(parted, "ana", shared, by=name).names == ("Ana Peeters", "Fay Peeters")
    for name in ("ben", "hugo", "dov", "pia"):
        with pytest.raises(NotFoundError):
            viewed(parted, shared, name)


def test_neither_the_account_of_now_nor_another_member_s_counts_as_earlier(parted: World) -> None:
    theirs = read(parted, "ben").held.uid
    for uid in (read(parted, "ana").held.uid, read(parted, "fay").held.uid, theirs, UUID(int=1)):
        with pytest.raises(NotFoundError):
            read(parted, "ana", uid)


def test_who_left_reads_nothing_of_who_goes_on_with_the_account(world: World) -> None:
    later(world, NOW, share_account, world.uids["ana"], world.uids["fay"])
    world.logged("ben", "ana", "ben", said="1u", note="By Ana")
    later(world, SHARED_AT, leave_member, world.uids["ana"])
    world.logged("ben", "fay", "ben", said="2u", note="By Fay")
    assert lines(read(world, "ana", by="cora")) == [(60, "By Ana")]
    assert lines(read(world, "fay")) == [(60, "By Ana"), (120, "By Fay")]
    assert earlier(world, "ana") == earlier(world, "ana")[:1]
    made = transact(own_file_of, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    (kept,) = (section for section in made.sections if section.table == "transfer")
    assert [row[kept.columns.index("minutes")] for row in kept.rows] == [60]


def test_who_was_erased_is_a_former_member_to_the_one_they_shared_with(parted: World) -> None:
    later(parted, PARTED_AT, leave_member, parted.uids["fay"], hours_to=parted.uids["ben"])
    later(parted, PARTED_AT, erase_member, parted.uids["fay"])
    page = read(parted, "ana")
    assert page.earlier[0].others == ("Vroeger lid",)
    assert "Fay" not in str(read(parted, "ana", page.earlier[0].held.uid))


def test_days_that_can_t_be_are_refused_by_the_database(parted: World) -> None:
    def turn_round(session) -> None:
        for row in session.scalars(select(EarlierAccount)):
            row.ends_on = row.starts_on - timedelta(days=1)
        session.flush()

    with pytest.raises(IntegrityError):
        transact(turn_round)


def test_a_correction_on_an_earlier_account_says_on_the_one_of_now_what_it_corrects(parted: World) -> None:
    shared = earlier(parted, "ana")[0]
    by_ana, by_fay = (
        next(line.favour_uid for line in read(parted, "ana", shared.uid).lines if line.note == note)
        for note in ("By Ana", "By Fay")
    )
    later(parted, PARTED_AT + timedelta(days=1), reverse_favour, by_ana, "Another day")
    later(parted, PARTED_AT + timedelta(days=2), reverse_favour, by_fay, "Another day")
    told = {name: [line for line in read(parted, name).lines if line.on_earlier] for name in ("ana", "fay")}
    found = {
        (name, line.minutes, line.note, line.others, line.concerns_on)
        for name, rows in told.items()
        for line in rows
    }
    assert found >= {("ana", -30, "By Ana", ("Ben P.",), TODAY)}
    assert {line.kind.value for rows in told.values() for line in rows} == {"reversal"}
    assert not [row for row in found if row[0] == "fay" and row[2] == "By Ana"]
    moves = [line for line in read(parted, "ana").lines if line.kind.value == "move"]
    assert [(line.minutes, line.on_earlier) for line in moves] == [(90, False)]


def test_of_what_another_did_before_they_shared_only_the_correction_shows(world: World) -> None:
    favour = world.logged("ben", "ana", "ben", said="2u", note="By Ana alone")
    later(world, SHARED_AT, share_account, world.uids["ana"], world.uids["fay"])
    later(world, PARTED_AT, reverse_favour, favour, "Another day")
    (theirs,) = (line for line in read(world, "fay").lines if line.on_earlier)
    assert (theirs.minutes, theirs.note, theirs.others, theirs.favour_uid) == (-120, "", (), None)
    (hers,) = (line for line in read(world, "ana").lines if line.on_earlier)
    assert (hers.minutes, hers.note, hers.favour_uid) == (-120, "By Ana alone", favour)

"""Imports book what a sheet says and nothing else, and are taken back as a whole."""

from datetime import date

import pytest
from sqlalchemy import func, select

from tests.factories import TODAY, World
from tests.unit.sheets.workbooks import row, xlsx
from timebank.domain.errors import NotAllowedError, NotFoundError, WrongStateError
from timebank.ledger.model import Transfer
from timebank.ledger.proof import check_books
from timebank.models.favour import Favour
from timebank.models.importing import ImportBatch, ImportKind
from timebank.models.member import Member
from timebank.services.books.bookkeeping import close_books_through
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import confirm_favour, reverse_favour
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.import_steps import book_import, change_import, preview_import, start_import
from timebank.services.imports.import_undo import undo_import
from timebank.services.membership.households import share_account
from timebank.services.membership.member_endings import leave_member, record_death
from timebank.uow import reading, transact

HEADER = "Datum;Wie hielp;Wie kreeg hulp;Duur;Wat;Opmerking\n"
ONE = "2/3/2026;Ana Peeters;Ben Peeters;1u10;bezoek;\n"
PEOPLE = "Nr;Voornaam;Achternaam;Kanaal;E-mail\n40;Zoë;Ünal;e-mail;\n41;Jef;Maes;brief;jef@example.org\n"


def bring_in(
    world: World, text: str, *, by: str = "cora", kind: ImportKind = ImportKind.FAVOURS
) -> ImportBatch:
    """Upload and book, as the pages do."""
    upload = Upload(kind, "blad.csv", text.encode())
    actor = world.actor(by)
    batch = transact(start_import, world.antenna, upload, actor=actor, now=world.now)
    return transact(book_import, batch.uid, actor=actor, now=world.now)


def undo(world: World, batch: ImportBatch, by: str = "cora") -> int:
    return transact(undo_import, batch.uid, actor=world.actor(by), now=world.now)


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).faults == () and check_causes(session) == ()


def favour_of(batch: ImportBatch) -> Favour:
    with reading() as session:
        return session.scalars(select(Favour).where(Favour.import_batch_id == batch.id)).one()


def test_minutes_stand_as_written(world: World):
    favour = favour_of(bring_in(world, HEADER + ONE))
    assert (favour.minutes, favour.done_on, favour.category) == (70, date(2026, 3, 2), "visit")
    assert world.balance("ana") == 70
    assert books_hold()


def test_taking_back_reverses_on_the_day_itself(world: World):
    batch = bring_in(world, HEADER + ONE + "4/3/2026;Ben Peeters;Ana Peeters;20 min;;\n")
    assert undo(world, batch) == 2
    with reading() as session:
        days = session.scalars(select(Transfer.done_on).order_by(Transfer.seq)).all()
    assert days == [date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 2), date(2026, 3, 4)]
    assert (world.balance("ana"), world.balance("ben")) == (0, 0)
    assert books_hold()


def test_taking_back_twice_is_refused(world: World):
    batch = bring_in(world, HEADER + ONE)
    undo(world, batch)
    with pytest.raises(WrongStateError):
        undo(world, batch)


def test_after_taking_back_the_sheet_goes_in_again(world: World):
    undo(world, bring_in(world, HEADER + ONE))
    bring_in(world, HEADER + ONE)
    assert world.balance("ana") == 70


def test_a_favour_taken_back_by_itself_is_not_taken_back_again(world: World):
    batch = bring_in(world, HEADER + ONE + "4/3/2026;Ben Peeters;Ana Peeters;20 min;;\n")
    with reading() as session:
        first = session.scalars(select(Favour).order_by(Favour.id)).first()
    assert first is not None
    transact(reverse_favour, first.uid, "wrong", actor=world.actor("carl"), now=world.now)
    assert undo(world, batch) == 1
    assert (world.balance("ana"), world.balance("ben")) == (0, 0)
    assert books_hold()


def test_a_closed_period_takes_the_import_today_and_says_which_day_it_concerns(world: World):
    transact(close_books_through, world.books["heembeek"], through=date(2026, 6, 30))
    batch = bring_in(world, HEADER + ONE)
    with reading() as session:
        row = session.scalars(select(Transfer)).one()
        assert (row.done_on, row.concerns_on) == (world.today, date(2026, 3, 2))
    undo(world, batch)
    assert world.balance("ana") == 0
    assert books_hold()


def test_hours_of_the_uploader_wait_and_another_coordinator_confirms_them(world: World):
    batch = bring_in(world, HEADER + "2/3/2026;Cora Peeters;Ben Peeters;1;;\n")
    favour = favour_of(batch)
    assert favour.state.value == "logged"
    assert world.balance("cora") == 0
    transact(confirm_favour, favour.uid, actor=world.actor("ben"), now=world.now)
    assert world.balance("cora") == 60
    assert undo(world, batch) == 1
    assert world.balance("cora") == 0
    assert books_hold()


def test_two_who_share_an_account_are_a_fault_and_the_rest_is_booked(world: World):
    transact(share_account, world.uids["ana"], world.uids["ben"], actor=world.actor("cora"), now=world.now)
    batch = bring_in(world, HEADER + ONE + "2/3/2026;Ana Peeters;Fay Peeters;1;;\n")
    assert [fault["code"] for fault in batch.report["faults"]] == ["same_account"]
    assert world.balance("fay") == -60


def test_someone_who_left_is_not_booked(world: World):
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=world.now)
    batch = bring_in(world, HEADER + ONE + "2/3/2026;Ana Peeters;Fay Peeters;1;;\n")
    assert [fault["code"] for fault in batch.report["faults"]] == ["receiver_unknown"]


def test_an_import_is_taken_back_though_its_people_died_since(world: World):
    batch = bring_in(world, HEADER + ONE + ONE.replace("2/3", "3/3"))
    for name in ("ana", "ben"):
        transact(record_death, world.uids[name], died_on=TODAY, actor=world.actor("cora"), now=world.now)
    assert undo(world, batch) == 2
    assert world.pot() == 0
    assert books_hold()


def test_two_of_one_name_are_told_apart_by_number_or_by_choice(world: World):
    bring_in(world, "Nr;Voornaam;Achternaam\n50;Jan;Maes\n51;Jan;Maes\n", kind=ImportKind.MEMBERS)
    text = HEADER + "2/3/2026;Jan Maes;Ben Peeters;1;;\n2/3/2026;MAES Jan (51);Ben Peeters;2;;\n"
    actor = world.actor("cora")
    batch = transact(
        start_import, world.antenna, Upload(ImportKind.FAVOURS, "b.csv", text.encode()), actor=actor,
        now=world.now,
    )  # fmt: skip
    with reading() as session:
        preview = preview_import(session, batch.uid, actor=actor, now=world.now)
        assert preview.look is not None
        assert [(n.name, n.candidates) for n in preview.names] == [("Jan Maes", (50, 51))]
        assert [row.giver for row in preview.look.favours] == [51]
    transact(change_import, batch.uid, {}, {"Jan Maes": 50}, actor=actor)
    transact(book_import, batch.uid, actor=actor, now=world.now)
    assert world.balance("ben") == -180


def test_a_number_beside_another_name_credits_nobody(world: World):
    batch = bring_in(world, HEADER + ONE + "5/3/2026;Ana Peeters (2);Fay Peeters;1;;\n")
    assert [fault["code"] for fault in batch.report["faults"]] == ["giver_unknown"]
    assert world.balance("ben") == -70


def test_members_keep_the_numbers_of_their_sheet(world: World):
    bring_in(world, PEOPLE, kind=ImportKind.MEMBERS)
    with reading() as session:
        found = session.scalars(
            select(Member).where(Member.number.in_((40, 41))).order_by(Member.number)
        ).all()
        assert [(m.person.name, m.person.preferred_channel.value) for m in found] == [
            ("Zoë Ünal", "phone"),
            ("Jef Maes", "letter"),
        ]


def test_members_who_did_nothing_are_taken_back_and_can_come_again(world: World):
    batch = bring_in(world, PEOPLE, kind=ImportKind.MEMBERS)
    bring_in(world, HEADER + "2/3/2026;Zoë Ünal;Ben Peeters;1;;\n")
    assert undo(world, batch) == 1
    with reading() as session:
        present = select(func.count()).where(Member.number.in_((40, 41)), Member.ended_on.is_(None))
        assert session.scalar(present) == 1
    again = bring_in(world, PEOPLE, kind=ImportKind.MEMBERS)
    assert (again.report["posted"], again.report["doubles"]) == (1, 1)


def test_a_number_of_another_member_is_a_fault_and_not_a_double(world: World):
    batch = bring_in(world, "Nr;Naam\n1;Jef Maes\n40;Zoë Ünal\n", kind=ImportKind.MEMBERS)
    assert (batch.report["posted"], batch.report["doubles"]) == (1, 0)
    assert [(fault["row"], fault["code"]) for fault in batch.report["faults"]] == [(2, "number_taken")]


def test_another_sheet_of_a_workbook_is_read_with_its_own_columns(world: World):
    first = row("Datum", "Gever", "Ontvanger", "Uren") + row("2/3/2026", "Ana Peeters", "Ben Peeters", "1")
    second = row("Uren", "Gever", "Ontvanger", "Datum") + row("2", "Ben Peeters", "Fay Peeters", "3/3/2026")
    actor = world.actor("cora")
    upload = Upload(ImportKind.FAVOURS, "jaar.xlsx", xlsx(first, second))
    batch = transact(start_import, world.antenna, upload, actor=actor, now=world.now)
    transact(change_import, batch.uid, {"time": 3}, {}, sheet="S2", actor=actor)
    transact(book_import, batch.uid, actor=actor, now=world.now)
    assert (world.balance("ana"), world.balance("ben")) == (0, 120)


def test_only_the_own_coordinators_and_treasurer_import(world: World):
    with pytest.raises(NotFoundError):
        bring_in(world, HEADER + ONE, by="dov")
    for name in ("ana", "ann"):
        with pytest.raises(NotAllowedError):
            bring_in(world, HEADER + ONE, by=name)
    bring_in(world, HEADER + ONE, by="tess")

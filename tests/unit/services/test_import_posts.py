"""Offers and asks from TimeOverflow's file: looked at, made in one go, and taken back with it."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import offer_of
from timebank.domain.ask_states import AskState, OfferState
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.models.ask import Ask
from timebank.models.importing import ImportBatch, ImportFormat, ImportKind
from timebank.models.offer import Offer
from timebank.services.asking.asks import change_ask
from timebank.services.asking.new_ask import details_of
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.import_steps import book_import, preview_import, start_import
from timebank.services.imports.import_undo import undo_import
from timebank.services.imports.importing import Look
from timebank.services.membership.member_endings import pause_member
from timebank.uow import reading, transact

FILE = Path(__file__).parents[2] / "data" / "sheets" / "timeoverflow-posts.csv"


def started(world: World, by: str = "cora", content: bytes | None = None) -> ImportBatch:
    upload = Upload(ImportKind.POSTS, FILE.name, content or FILE.read_bytes(), ImportFormat.TIMEOVERFLOW)
    return transact(start_import, world.antenna, upload, actor=world.actor(by), now=NOW)


def looked_at(world: World, batch: ImportBatch) -> Look:
    with reading() as session:
        look = preview_import(session, batch.uid, actor=world.actor("cora"), now=NOW).look
    assert look is not None
    return look


def booked(world: World) -> ImportBatch:
    return transact(book_import, started(world).uid, actor=world.actor("cora"), now=NOW)


def asks() -> list[Ask]:
    with reading() as session:
        found = session.scalars(select(Ask).order_by(Ask.id)).all()
        for ask in found:
            assert len(ask.windows) >= 0  # read while the session is open
        return list(found)


def offers() -> list[Offer]:
    with reading() as session:
        found = session.scalars(select(Offer).order_by(Offer.id)).all()
        for offer in found:
            assert offer.kinds
        return list(found)


def test_every_row_is_looked_at_before_anything_is_made(world: World) -> None:
    look = looked_at(world, started(world))
    assert (look.count, look.posted) == (8, 4)
    assert [(fault.row, fault.code) for fault in look.faults] == [
        (5, "post_over"),
        (6, "member_unknown"),
        (7, "post_kind_unknown"),
        (8, "post_words_missing"),
    ]
    assert [(row.member, row.is_offer, row.category) for row in look.posts] == [
        (1, True, "errands"),
        (1, True, "lift"),
        (2, False, "lift"),
        (2, False, "visit"),
    ]
    assert asks() == []
    assert offers() == []


def test_a_member_s_posts_make_one_offer_and_new_asks_for_the_desk(world: World) -> None:
    booked(world)
    (offer,) = offers()
    assert (offer.member_id, offer.state) == (world.members["ana"], OfferState.STANDING)
    assert {kind.category for kind in offer.kinds} == {"errands", "lift"}
    assert offer.words == "Boodschappen doen: Ik ga elke week naar de winkel\nLift naar de dokter"
    lift, visit = asks()
    assert {lift.state, visit.state} == {AskState.NEW}
    assert [(w.on_day - TODAY).days for w in lift.windows] == [3, 4]
    assert visit.windows == []
    assert lift.member_id == world.members["ben"]


def test_the_same_file_again_makes_nothing(world: World) -> None:
    booked(world)
    look = looked_at(world, started(world))
    assert (look.posted, len(look.doubles)) == (0, 4)


def test_a_post_that_stands_twice_in_the_file_counts_once(world: World) -> None:
    line = b"2,Inquiry,Bezoek,,1,2026-10-01,,\n"
    look = looked_at(world, started(world, content=line + line))
    assert (look.posted, len(look.doubles)) == (1, 1)


def test_what_a_member_told_here_themselves_is_not_changed(world: World) -> None:
    offer_of(world, "ana")
    look = looked_at(world, started(world))
    assert [fault.row for fault in look.faults if fault.code == "offer_there"] == [1, 2]


def test_who_takes_a_break_offers_nothing_yet_and_may_ask(world: World) -> None:
    for name in ("ana", "ben"):
        transact(pause_member, world.uids[name], actor=world.actor("cora"), now=NOW)
    look = looked_at(world, started(world))
    assert [fault.row for fault in look.faults if fault.code == "offer_paused"] == [1, 2]
    assert look.posted == 2


def test_taking_it_back_withdraws_asks_and_ends_offers_and_it_can_come_again(world: World) -> None:
    batch = booked(world)
    assert transact(undo_import, batch.uid, actor=world.actor("cora"), now=NOW) == 3
    assert {ask.state for ask in asks()} == {AskState.WITHDRAWN}
    assert [offer.state for offer in offers()] == [OfferState.ENDED]
    booked(world)
    assert [ask.state for ask in asks()].count(AskState.NEW) == 2
    assert [offer.state for offer in offers()] == [OfferState.STANDING]


def test_what_someone_took_up_since_stays_when_the_file_is_taken_back(world: World) -> None:
    batch = booked(world)
    lift, _visit = asks()
    transact(change_ask, lift.uid, details_of(lift), version=lift.version, actor=world.actor("cora"), now=NOW)
    transact(undo_import, batch.uid, actor=world.actor("cora"), now=NOW)
    assert [ask.state for ask in asks()] == [AskState.OPEN, AskState.WITHDRAWN]


def test_words_that_are_too_long_stay_out(world: World) -> None:
    content = f"1,Offer,{'a' * 600},,1,2025-01-01,,\n1,Offer,{'b' * 600},,1,2025-01-01,,\n"
    look = looked_at(world, started(world, content=content.encode()))
    assert [(fault.row, fault.code) for fault in look.faults] == [(2, "text_long")]
    assert look.posted == 1


def test_only_the_own_coordinator_brings_posts_in(world: World) -> None:
    for name, error in (("tess", NotAllowedError), ("ana", NotAllowedError), ("dov", NotFoundError)):
        with pytest.raises(error):
            started(world, by=name)
    batch = booked(world)
    with pytest.raises(NotAllowedError):
        transact(undo_import, batch.uid, actor=world.actor("tess"), now=NOW)

"""The year in the books: the balance on its last day, what the pot did, and what still hangs."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import SYSTEM
from timebank.ledger.model import AccountKind, TransferKind
from timebank.ledger.reading import statement_of
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy
from timebank.models.gift import GiftKind
from timebank.models.member import Member
from timebank.orm import table_of
from timebank.services.books.gifts import NewGift, give
from timebank.services.books.hanging import HangingKind
from timebank.services.books.year_end import YearEnd, year_end_of
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.giving.favours import log_favour
from timebank.uow import reading, transact

LAST_YEAR = date(2025, 11, 3)


def year_of(world: World, year: int = TODAY.year, *, by: str = "tess", now: datetime = NOW) -> YearEnd:
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        return year_end_of(session, antenna, year, actor=world.actor(by), now=now)


def counts(books: YearEnd) -> dict[HangingKind, int]:
    return {each.kind: each.count for each in books.hanging if each.count}


def gift_to_pot(world: World, minutes: int = 60, *, unnamed: bool = False) -> None:
    gift = NewGift(
        from_antenna_id=world.antenna,
        to_antenna_id=world.antenna,
        minutes=minutes,
        kind=GiftKind.GIFT,
        from_member_id=world.members["ana"],
        unnamed=unnamed,
    )
    transact(give, gift, actor=world.actor("ana"), now=NOW)


def test_the_balance_of_a_year_leaves_out_what_is_dated_later(world: World):
    world.logged("ben", said="2u", done_on=LAST_YEAR)
    world.logged("ben", said="1u", giver="dov")
    gift_to_pot(world, 30)
    before, now = year_of(world, 2025), year_of(world)
    assert {(row.kind, row.other): row.minutes for row in before.trial} == {
        (AccountKind.MEMBER, ""): 0,
        (AccountKind.POT, ""): 0,
        (AccountKind.CLEARING, "Marolles"): 0,
    }
    assert {(row.kind, row.other): row.minutes for row in now.trial} == {
        (AccountKind.MEMBER, ""): -90,
        (AccountKind.POT, ""): 30,
        (AccountKind.CLEARING, "Marolles"): 60,
    }
    assert before.trial[0].more_given_minutes == before.trial[0].more_received_minutes == 120
    assert (now.trial[0].more_given_minutes, now.trial[0].more_received_minutes) == (90, 180)
    assert before.total_minutes == now.total_minutes == 0
    assert (before.running, before.day) == (False, date(2025, 12, 31))
    assert (now.running, now.day) == (True, TODAY)


def test_the_pot_s_statement_comes_to_its_balance_and_hides_who_gave_unnamed(world: World):
    world.logged("ben", said="2u")
    gift_to_pot(world, 45)
    gift_to_pot(world, 15, unnamed=True)
    pot = year_of(world).pot
    with reading() as session:
        page = statement_of(session, world.pots["heembeek"])
    moved = sum(kind.in_minutes - kind.out_minutes for kind in pot.kinds)
    assert pot.opening_minutes + moved == pot.closing_minutes == page.closing_minutes == 60
    assert [(kind.kind, kind.count, kind.in_minutes) for kind in pot.kinds] == [(TransferKind.GIFT, 2, 60)]
    assert [(line.minutes, bool(line.who)) for line in pot.lines] == [(15, False), (45, True)]


def test_what_hangs_is_listed_once_with_who_and_since_when(world: World):
    waiting = world.logged("ana")
    late = world.favour(
        done_on=TODAY - timedelta(days=40), channel=Channel.SLIP, evidence=Evidence(ConfirmedBy.SLIP)
    )
    transact(log_favour, late, actor=world.actor("cora"), now=NOW)
    gone = world.logged("ben", giver="fay")
    later = NOW + timedelta(hours=2)
    transact(reverse_favour, gone, "Twice", actor=world.actor("cora"), now=later)
    books = year_of(world, now=later)
    assert counts(books) == {HangingKind.UNCONFIRMED: 1, HangingKind.LATE_SLIP: 1, HangingKind.REVERSED: 1}
    rows = {each.kind: each.rows for each in books.hanging}
    assert rows[HangingKind.UNCONFIRMED][0].favour_uid == waiting
    assert rows[HangingKind.UNCONFIRMED][0].names == ("Ana Peeters (1)",)
    assert rows[HangingKind.UNCONFIRMED][0].others == ("Ben Peeters (2)",)


def test_hours_from_the_pot_that_wait_for_a_second_person_hang(world: World):
    grant = NewGift(world.antenna, world.antenna, 3000, GiftKind.GRANT, None, world.members["fay"])
    uid = transact(give, grant, actor=world.actor("cora"), now=NOW).uid
    books = year_of(world)
    assert counts(books) == {HangingKind.PROPOSED: 1}
    (row,) = (row for each in books.hanging for row in each.rows)
    assert (row.gift_uid, row.names, row.minutes) == (uid, (), 3000)


def test_who_is_over_a_limit_or_not_seen_for_long_is_listed(world: World):
    for days in (0, 9):
        world.logged("ben", said="6u", done_on=TODAY - timedelta(days=days))
    with reading() as session:
        members = session.scalars(select(Member).where(Member.antenna_id == world.antenna)).all()
    assert counts(year_of(world)) == {HangingKind.OVER_LIMIT: 1}
    much_later = NOW + timedelta(days=400)
    assert counts(year_of(world, now=much_later))[HangingKind.QUIET] == len(members)
    later_still = NOW + timedelta(days=800)
    assert counts(year_of(world, now=later_still))[HangingKind.DORMANT] == len(members)


def test_who_can_t_give_now_has_no_floor(world: World):
    for days in (0, 9):
        world.logged("ben", said="6u", done_on=TODAY - timedelta(days=days))

    def rest(session: object) -> None:
        member = table_of(Member)
        session.execute(update(member).where(member.c.id == world.members["ben"]).values(cannot_give=True))

    transact(rest)
    assert counts(year_of(world)) == {}


@pytest.mark.parametrize(
    ("name", "refusal"), [("ana", NotAllowedError), ("ann", NotAllowedError), ("dov", NotFoundError)]
)
def test_only_coordinators_and_the_treasurer_see_the_year(world: World, name: str, refusal: type[Exception]):
    with pytest.raises(refusal):
        year_of(world, by=name)


def test_a_year_that_can_t_be_is_refused(world: World):
    with pytest.raises(InvalidInputError):
        year_of(world, 99999)
    with reading() as session, pytest.raises(NotAllowedError):
        year_end_of(session, session.get_one(Antenna, world.antenna), 2026, actor=SYSTEM, now=NOW)

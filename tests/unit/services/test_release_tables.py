"""What each table of a release counts, by hand: who came and left, waits, gifts, grants and work for the antenna."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, insert, select, update
from sqlalchemy.orm import Session

from tests.factories import World
from tests.unit.services.asking import ask_of, proposed
from tests.unit.services.releasing import helped, neighbours
from timebank.domain.channels import Channel
from timebank.domain.states import GiftState, MemberState
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty
from timebank.models.gift import Gift, GiftKind
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.orm import table_of
from timebank.participation.catalogue import GIFT_GIVERS, GRANT_RECEIVERS, MEMBERS, WHOLE, WORKERS
from timebank.participation.disclosure.tables import ALL, MINUTES, THINGS, Table
from timebank.participation.periods import year_of
from timebank.services.telling.release_tables import tables_of
from timebank.uow import reading, transact

YEAR = 2027
"""A year in which nothing of the cast happened."""


def table_named(world: World, name: str, year: int = YEAR) -> Table:
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        return {each.frame.name: each for each in tables_of(session, antenna, year_of(year))}[name]


def figures_of(table: Table, measure: str) -> dict[str, int]:
    return {group: table.true_figure(measure, (WHOLE, group)) for group in (*table.frame.groups, ALL)}


def gift(session: Session, world: World, kind: GiftKind, minutes: int, **changes: object) -> None:
    values: dict[str, object] = {
        "kind": kind,
        "state": GiftState.BOOKED,
        "from_antenna_id": world.antenna,
        "to_antenna_id": world.antenna,
        "minutes": minutes,
        "done_on": date(YEAR, 3, 1),
        "channel": Channel.TALK,
        "proposed_at": datetime(YEAR, 3, 1, tzinfo=UTC),
    }
    session.execute(insert(table_of(Gift)), values | {"uid": uuid.uuid4()} | changes)


def test_gifts_to_a_neighbour_and_to_the_pot_are_told_apart_and_nothing_else_is_a_gift(world: World) -> None:
    ana, ben = world.members["ana"], world.members["ben"]

    def give(session: Session) -> None:
        gift(session, world, GiftKind.GIFT, 60, from_member_id=ana, to_member_id=ben)
        gift(session, world, GiftKind.GIFT, 30, from_member_id=ana, to_member_id=None)
        gift(session, world, GiftKind.GIFT, 45, from_member_id=ben, to_member_id=None)
        gift(session, world, GiftKind.GIFT, 99, from_member_id=ben, state=GiftState.REVERSED)
        gift(session, world, GiftKind.GIFT, 99, from_member_id=ben, done_on=date(YEAR - 1, 12, 31))
        gift(session, world, GiftKind.CLOSING, 99, from_member_id=ben)
        gift(session, world, GiftKind.WELCOME, 99, to_member_id=ben)
        gift(session, world, GiftKind.GRANT, 120, to_member_id=ben)

    transact(give)
    gifts, grants = table_named(world, "gifts"), table_named(world, "grants")
    assert figures_of(gifts, GIFT_GIVERS) == {"to_neighbours": 1, "to_the_pot": 2, ALL: 2}
    assert figures_of(gifts, MINUTES) == {"to_neighbours": 60, "to_the_pot": 75, ALL: 135}
    assert (WHOLE, ALL) in gifts.dominated
    assert figures_of(grants, GRANT_RECEIVERS) == {"from_the_pot": 1, ALL: 1}
    assert figures_of(grants, MINUTES)[ALL] == 120


def test_work_for_the_antenna_is_told_apart_from_favours(world: World) -> None:
    def work(session: Session) -> None:
        people = [world.members["ana"], world.members["ben"]]
        helped(session, world.antenna, people, [(0, 1, date(YEAR, 2, 1), 90, "other")])
        favours = table_of(Favour)
        session.execute(update(favours).where(favours.c.done_on == date(YEAR, 2, 1)).values(for_antenna=True))
        helped(session, world.antenna, people, [(1, 0, date(YEAR, 2, 2), 30, "other")])

    transact(work)
    told = table_named(world, "antenna_work")
    assert figures_of(told, WORKERS) == {"for_the_antenna": 1, ALL: 1}
    assert figures_of(told, MINUTES)[ALL] == 90
    assert figures_of(table_named(world, "favours"), MINUTES)[ALL] == 30


def test_members_are_told_by_how_long_they_were_there(world: World) -> None:
    def move(session: Session) -> None:
        ids = neighbours(session, world.antenna, 5)
        days = [
            (date(YEAR - 1, 5, 1), None),
            (date(YEAR, 1, 1), None),
            (date(YEAR - 1, 12, 31), date(YEAR, 12, 31)),
            (date(YEAR, 2, 1), date(YEAR, 2, 9)),
            (date(YEAR - 1, 1, 1), date(YEAR - 1, 12, 31)),
        ]
        for member_id, (joined, ended) in zip(ids, days, strict=True):
            state = MemberState.ACTIVE if ended is None else MemberState.LEFT
            session.execute(
                update(table_of(Member))
                .where(table_of(Member).c.id == member_id)
                .values(joined_on=joined, ended_on=ended, state=state)
            )

    before = figures_of(table_named(world, "members_by_stay"), MEMBERS)
    transact(move)
    after = figures_of(table_named(world, "members_by_stay"), MEMBERS)
    assert {group: after[group] - before[group] for group in after} == {
        "stayed": 1, "joined": 1, "left": 1, "briefly": 1, ALL: 4,
    }  # fmt: skip
    languages = figures_of(table_named(world, "members_by_language"), MEMBERS)
    assert languages[ALL] == after[ALL]


@pytest.mark.parametrize(
    ("days", "within"),
    [
        (0, {"asks_in_a_day", "asks_in_three_days", "asks_in_a_week"}),
        (1, {"asks_in_a_day", "asks_in_three_days", "asks_in_a_week"}),
        (2, {"asks_in_three_days", "asks_in_a_week"}),
        (7, {"asks_in_a_week"}),
        (8, set()),
    ],
)
def test_an_ask_counts_in_each_stretch_in_which_it_had_a_helper(
    world: World, days: int, within: set[str]
) -> None:
    ask = ask_of(world)
    question = proposed(world, ask)
    made = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)

    def answer(session: Session) -> None:
        asks, proposals = table_of(Ask), table_of(Proposal)
        session.execute(update(asks).where(asks.c.uid == ask).values(made_at=made, state="promised"))
        session.execute(
            update(proposals)
            .where(proposals.c.uid == question)
            .values(state="accepted", answered_at=made + timedelta(days=days))
        )

    transact(answer)
    names = {"asks_in_a_day", "asks_in_three_days", "asks_in_a_week"}
    found = {name for name in names if table_named(world, name, 2026).true_figure(THINGS, (WHOLE, ALL))}
    assert found == within
    assert table_named(world, "asks_made", 2026).true_figure(THINGS, (WHOLE, ALL)) == 1


def test_a_favour_of_two_neighbours_is_one_favour_of_two_who_helped(world: World) -> None:
    world.logged("ben")
    before = table_named(world, "favours", 2026).true_figure(THINGS, (WHOLE, ALL))

    def second_giver(session: Session) -> None:
        favour = session.scalars(select(Favour).order_by(Favour.id.desc()).limit(1)).one()
        session.add(FavourParty(favour_id=favour.id, member_id=world.members["carl"], side="giver"))

    transact(second_giver)
    table = table_named(world, "favours", 2026)
    assert before == table.true_figure(THINGS, (WHOLE, ALL)) == 1
    assert table.true_figure("givers", (WHOLE, ALL)) == 2


def test_a_year_takes_one_statement_for_each_table_and_one_more_each_for_favours_and_areas(
    world: World,
) -> None:
    seen = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            tables = tables_of(session, antenna, year_of(YEAR))
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
    assert len(seen) == len(tables) + 2

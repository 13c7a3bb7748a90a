"""What the database counts is what plain Python counts, is what the books hold, in as many statements as ever."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from tests.unit.services.counting import (
    all_favours,
    facts_of,
    is_final,
    lags_of,
    scatter_favours,
    slices_of,
)
from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import SYSTEM
from timebank.domain.rules import GroupMode
from timebank.domain.states import FavourState
from timebank.extensions import db
from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.favour import ConfirmedBy
from timebank.models.member import Member
from timebank.participation import network, totals as plain
from timebank.participation.facts import AskOutcome, MemberFact
from timebank.participation.indicators import Indicators
from timebank.participation.ledger_health import hours_agree
from timebank.participation.periods import Period, days_before, month_of, quarter_of, year_earlier, year_of
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.giving.favours import log_favour
from timebank.services.measuring.participation import participation_of, totals_of
from timebank.services.measuring.participation_books import month_ends
from timebank.services.measuring.participation_scope import (
    scope_of_antenna,
    scope_of_network,
    scope_of_partner,
)
from timebank.services.membership.member_endings import record_death
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
YEAR = days_before(TODAY, 365)
PERIODS = (
    YEAR,
    month_of(2026, 11),
    quarter_of(2026, 3),
    year_of(2025),
    Period(TODAY - timedelta(days=9), TODAY),
)
SLIP = Evidence(ConfirmedBy.SLIP)


def figures(world: World, period: Period = YEAR, *, by: str = "cora", now: datetime = NOW) -> Indicators:
    actor = world.actor(by)
    with reading() as session:
        scope = scope_of_antenna(session, world.antenna)
        return participation_of(session, scope, period, actor=actor, now=now)


@contextmanager
def statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_database_counts_favours_as_plain_python_does(world: World, session: Session, seed: int) -> None:
    scatter_favours(session, world, 150, seed)
    scope = scope_of_antenna(session, world.antenna)
    for period in PERIODS:
        counted = totals_of(session, scope, period, now=NOW)
        found, facts = counted.favours, facts_of(session, period)
        assert list(found.members) == plain.member_totals(facts)
        assert list(found.pairs) == plain.pair_totals(facts)
        assert found.team_minutes == network.team_minutes(facts)
        assert found.lags == lags_of(session, period)
        slices = {
            (each.month, each.category, each.channel): (each.favours, each.minutes) for each in found.slices
        }
        assert slices == slices_of(session, period)
        people = [MemberFact(each.member_id, each.joined_on) for each in counted.members]
        later = facts_of(session, Period(period.first, period.after + timedelta(days=90)))
        assert list(found.newcomers) == plain.newcomers(people, later, period)
        before = plain.member_totals(facts_of(session, year_earlier(period)))
        assert found.active_before == {each.member_id for each in before}
        everything = [each for each in all_favours(session) if each.done_on in period]
        assert found.reversed == sum(each.state is FavourState.REVERSED for each in everything)
        assert found.antenna_work_minutes == sum(
            each.minutes * len(each.givers)
            for each in everything
            if each.for_antenna and each.state is FavourState.CONFIRMED
        )


def test_minutes_given_are_minutes_received_are_the_entries_in_the_books(world: World) -> None:
    people = ("ana", "ben", "fay", "hugo", "dov")
    for number in range(12):
        giver, receiver = people[number % 5], people[(number + 1 + number // 5) % 5]
        favour = world.favour(giver, receiver, said=f"{30 + 15 * number} min", evidence=SLIP)
        transact(log_favour, favour, actor=world.actor("cora"), now=NOW)
    for mode in GroupMode:
        group = world.favour(
            "ana",
            said="50 min",
            receiver_ids=tuple(world.members[name] for name in ("ben", "fay", "hugo")),
            group_mode=mode,
            evidence=SLIP,
            allow_double=True,
        )
        transact(log_favour, group, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        scope = scope_of_antenna(session, world.antenna)
        found = totals_of(session, scope, YEAR, now=NOW).favours
        finals = [each for each in all_favours(session) if is_final(each)]
        ids = [tie.transfer_id for each in finals for tie in each.transfers]
        entries = session.scalar(
            select(func.sum(Transfer.minutes))
            .join(Account, Account.id == Transfer.credit_account_id)
            .where(
                Transfer.id.in_(ids),
                Transfer.kind == TransferKind.FAVOUR,
                Account.kind.in_((AccountKind.MEMBER, AccountKind.HOUSEHOLD)),
            )
        )
        given, received = zip(
            *((each.given_minutes, each.received_minutes) for each in found.members), strict=True
        )
        assert len(finals) == 12 + len(GroupMode)
        assert hours_agree(given, received, entries)
        assert found.minutes == entries


def test_what_was_reversed_or_waits_is_no_hour(world: World) -> None:
    for receiver in ("ben", "fay"):
        world.logged(receiver, "ana", receiver)
    world.logged("ana", "ana", "hugo")
    reversed_uid = world.logged("hugo", "fay", "hugo")
    later = NOW + timedelta(days=2)
    transact(reverse_favour, reversed_uid, "It was another day", actor=world.actor("cora"), now=later)
    found = figures(world)
    assert (found.favours.count, found.favours.minutes) == (2, 120)
    assert (found.saved.health.favours, found.saved.health.reversed) == (3, 1)
    assert found.saved.health.balanced


@pytest.mark.parametrize("name", ["heembeek", "marolles"])
def test_the_sheets_of_a_year_give_their_indicators(app: Flask, name: str) -> None:
    expected = json.loads((SHEETS / f"{name}-expected.json").read_text())
    kinds = {"heembeek": "xlsx", "marolles": "ods"}[name]
    run = app.test_cli_runner().invoke
    run(args=["add-antenna", "leeg", "--name", "Leeg", "--languages", "nl,fr"])
    for part in ("members", "favours"):
        run(args=["import", part, str(SHEETS / f"{name}-{part}.{kinds}"), "--antenna", "leeg"])
    with reading() as session:
        scope = scope_of_antenna(session, session.scalars(select(Antenna.id)).one())
        found = participation_of(session, scope, year_of(2025), actor=SYSTEM, now=NOW)
    wanted = expected["indicators"]
    assert (found.favours.count, found.favours.minutes) == (expected["favours"], expected["minutes"])
    assert found.taking_part.enrolled == expected["members"]
    assert found.taking_part.active == wanted["active"]
    assert (found.taking_part.givers, found.taking_part.receivers) == (wanted["givers"], wanted["receivers"])
    assert found.reciprocity.two_way_share == pytest.approx(wanted["two_way"] / wanted["active"])
    assert found.reciprocity.system == pytest.approx(wanted["system_reciprocity"], abs=1e-6)


def test_asks_wait_until_a_helper_agrees_and_end_as_they_end(world: World) -> None:
    ask_of(world, "fay")
    promised = proposed(world, ask_of(world))
    answer, later = Answer(yes=True), NOW + timedelta(days=2)
    transact(answer_proposal, promised, answer, actor=world.actor("ana"), now=later)
    offer_of(world, "ana")
    offer_of(world, "fay")
    found = figures(world, year_of(2026), now=NOW + timedelta(days=5)).asking
    assert (found.asks, found.outcomes) == (2, {AskOutcome.OPEN: 2})
    assert found.by_channel == {Channel.PHONE: 2}
    assert found.median_days == 2
    assert found.shyness_gap == 0.5
    assert found.non_web_share == 1
    assert found.fill_rate is None


def test_an_ask_just_after_midnight_belongs_to_the_new_local_day(world: World, session: Session) -> None:
    uid = ask_of(world)
    with Session(db.engine) as writing:
        ask = writing.scalars(select(Ask).where(Ask.uid == uid)).one()
        ask.made_at = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # 0.30 on 1 November in Brussels
        writing.commit()
    assert figures(world, month_of(2026, 11)).asking.asks == 1
    assert figures(world, month_of(2026, 10)).asking.asks == 0


def test_who_died_stands_apart_from_who_stopped(world: World) -> None:
    with Session(db.engine) as writing:
        for member in writing.scalars(select(Member)):
            member.joined_on = date(2025, 1, 1)
        writing.commit()
    for name in ("ben", "fay"):
        favour = world.favour("ana", name, done_on=TODAY - timedelta(days=50), evidence=SLIP)
        transact(log_favour, favour, actor=world.actor("cora"), now=NOW)
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    later = Period(YEAR.first + timedelta(days=320), YEAR.after + timedelta(days=320))
    retention = figures(world, later, now=NOW + timedelta(days=330)).taking_part.retention
    assert (retention.active_before, retention.died, retention.otherwise) == (3, 1, 2)


def test_saved_hours_are_those_of_each_months_end(world: World) -> None:
    for day in (date(2026, 9, 5), date(2026, 10, 31)):
        favour = world.favour("ana", "ben", done_on=day, evidence=SLIP)
        transact(log_favour, favour, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        scope = scope_of_antenna(session, world.antenna)
        stocks = totals_of(session, scope, year_of(2026), now=NOW).books.stocks
    assert stocks == (0,) * 8 + (60, 120)
    assert month_ends(Period(date(2026, 11, 2), date(2026, 11, 29)), TODAY) == []


def test_the_number_of_statements_is_fixed(world: World) -> None:
    def count() -> int:
        with reading() as session:
            scope = scope_of_network(session)
            with statements() as seen:
                totals_of(session, scope, YEAR, now=NOW)
            return len(seen)

    few = count()
    with Session(db.engine) as writing:
        scatter_favours(writing, world, 200, 3)
        writing.commit()
    for name in ("ana", "ben", "fay"):
        proposed(world, ask_of(world, "hugo"), name)
    assert count() == few == 16


def test_exact_figures_are_for_the_antennas_own_board_and_coordinators(world: World) -> None:
    assert figures(world, by="tess").period == YEAR
    for name in ("ana", "ann", "pia"):
        with pytest.raises(NotAllowedError):
            figures(world, by=name)
    for name in ("dov", "olga"):
        with pytest.raises((NotFoundError, NotAllowedError)):
            figures(world, by=name)


def test_small_groups_of_members_are_for_coordinators_who_know_them(world: World) -> None:
    assert figures(world).taking_part.by_language == {"nl": 8}
    board = figures(world, by="tess").taking_part
    assert (board.enrolled, board.by_language, board.by_gender_words, board.by_area) == (8, {}, {}, {})


def test_a_partner_scope_holds_its_antennas_and_shows_no_shape_of_several(world: World) -> None:
    with reading() as session:
        partner = scope_of_partner(session, 1)
        everything = scope_of_network(session)
        assert partner.antenna_ids == (world.antenna,)
        whole = participation_of(session, everything, YEAR, actor=SYSTEM, now=NOW)
    assert whole.shape is None
    assert figures(world).shape is not None
    with pytest.raises(NotFoundError), reading() as session:
        scope_of_partner(session, 99)


def test_a_period_to_come_has_no_figures(world: World) -> None:
    with pytest.raises(InvalidInputError):
        figures(world, year_of(2030))

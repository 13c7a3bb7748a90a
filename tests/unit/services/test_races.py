"""Several at once, on both databases: what is refused one after the other is refused at the same time."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from tests.unit.reporting import release_year
from tests.unit.services.test_gifts_and_endings import books_hold, gift
from timebank.domain.errors import TimebankError
from timebank.models.favour import ConfirmedBy
from timebank.models.report import Report, ReportAudience
from timebank.services.books.gifts import give
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.giving.favours import log_favour
from timebank.services.signing_in.attempts import PER_CHANNEL, count_attempt
from timebank.services.telling.reports import approve_report, make_report
from timebank.uow import reading, transact


def at_once(app: Flask, *works: Callable[[], Any]) -> list[str]:
    """Do all of these at the same moment: 'done', or the code of the refusal, of each."""
    ready = Barrier(len(works))

    def one(work: Callable[[], Any]) -> str:
        with app.app_context():
            ready.wait(10)
            try:
                work()
            except TimebankError as refusal:
                return refusal.error_code
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return sorted(pool.map(one, works))


def test_both_sides_write_the_same_favour_down_and_it_is_there_once(app: Flask, world: World) -> None:
    ana, ben = world.actor("ana"), world.actor("ben")
    for minutes in range(15, 15 * 9, 15):
        new = world.favour(said=f"{minutes} min")
        told = at_once(
            app,
            lambda new=new: transact(log_favour, new, actor=ana, now=NOW),
            lambda new=new: transact(log_favour, new, actor=ben, now=NOW),
        )
        assert told == ["done", "near_double"]


def test_nobody_gives_away_the_same_hours_twice(app: Flask, world: World) -> None:
    world.logged("ben", said="2u")
    ana = world.actor("ana")
    given = [
        lambda to=to: transact(give, gift(world, 100, "ana", to), actor=ana, now=NOW)
        for to in ("fay", "ben", None, "hugo", "cora", "carl")
    ]
    assert at_once(app, *given) == ["done", *["gift_too_large"] * 5]
    assert world.balance("ana") == 20
    assert books_hold()


def test_antenna_work_isn_t_paid_twice_up_to_its_monthly_minutes(app: Flask, world: World) -> None:
    word, cora = Evidence(ConfirmedBy.COORDINATOR), world.actor("cora")
    for_antenna = {"receiver_ids": (), "for_antenna": True}
    uids = [world.logged("ana", said=f"{hours}u", **for_antenna) for hours in (6, 7, 8)]
    works = [
        lambda uid=uid: transact(confirm_favour, uid, actor=cora, now=NOW, evidence=word) for uid in uids
    ]
    assert at_once(app, *works) == ["antenna_work_limit", "antenna_work_limit", "done"]
    assert -480 <= world.pot() <= -360


def test_hours_by_phone_are_capped_even_when_two_coordinators_ring_at_once(app: Flask, world: World) -> None:
    heard = Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=NOW)
    uids = [world.logged("ana", said=said) for said in ("2u15", "2u30")]
    works = [
        lambda uid=uid, who=who: transact(confirm_favour, uid, actor=who, now=NOW, evidence=heard)
        for uid, who in zip(uids, (world.actor("cora"), world.actor("carl")), strict=True)
    ]
    assert at_once(app, *works) == ["done", "done"]
    assert sorted(map(world.state_of, uids)) == ["awaiting_second", "confirmed"]


def test_one_favour_confirmed_by_many_at_once_is_booked_once(app: Flask, world: World) -> None:
    uid = world.logged("ana")
    works = [
        lambda name=name: transact(confirm_favour, uid, actor=world.actor(name), now=NOW)
        for name in ("ben", "hugo", "ben", "hugo")
    ]
    assert at_once(app, *works) == ["done", "wrong_state", "wrong_state", "wrong_state"]
    assert world.balance("ana") == 60
    assert books_hold()


def test_neighbours_who_give_to_each_other_in_a_circle_all_get_through(app: Flask, world: World) -> None:
    names = ("ana", "ben", "fay", "hugo", "dia")
    for giver in names:
        world.logged("carl", giver, "carl")
    works = []
    for place, name in enumerate(names):
        to = names[(place + 2) % len(names)]
        antenna = {n: world.antennas["marolles" if n == "dia" else "heembeek"] for n in names}
        new = gift(world, 15, name, to, from_antenna_id=antenna[name], to_antenna_id=antenna[to])
        who = world.actor(name)
        works.append(lambda new=new, who=who: transact(give, new, actor=who, now=NOW))
    assert at_once(app, *works) == ["done"] * len(names)
    assert books_hold()


def test_a_report_that_several_make_and_approve_at_once_is_there_once(app: Flask, world: World) -> None:
    release_year(world, 2025)
    people = [world.actor(name) for name in ("cora", "carl", "tess")]
    works = [
        lambda who=who: transact(make_report, world.antenna, 2025, ReportAudience.PARTNER, actor=who, now=NOW)
        for who in people
    ]
    assert at_once(app, *works) == ["done"] * 3
    with reading() as session:
        (uid,) = session.scalars(select(Report.uid)).all()
    works = [lambda who=who: transact(approve_report, uid, version=1, actor=who, now=NOW) for who in people]
    assert at_once(app, *works) == ["done", "stale", "stale"]


def test_attempts_on_both_sides_of_a_minute_count_together(app: Flask, world: World) -> None:
    """The first five aren't committed yet when the sixth comes, a second and a minute later."""
    before, after = NOW.replace(second=59), NOW.replace(second=59) + timedelta(seconds=1)
    most, counted = min(limit.count for limit in PER_CHANNEL), Event()

    def five(session: Session) -> None:
        for _attempt in range(most):
            count_attempt(session, "card:1", now=before)
        counted.set()
        time.sleep(0.5)

    def sixth() -> None:
        assert counted.wait(10)
        transact(count_attempt, "card:1", now=after)

    assert at_once(app, lambda: transact(five), sixth) == ["done", "too_many_attempts"]

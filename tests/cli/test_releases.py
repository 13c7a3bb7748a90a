"""Releases by the clock and by the operator's shell, and that a tampered one is found."""

import json
from datetime import UTC, datetime

import time_machine
from flask import Flask
from sqlalchemy import select, text

from tests.factories import World
from tests.unit.services.releasing import busy_year
from timebank.domain.release_states import ReleaseStep
from timebank.extensions import db
from timebank.models.release import Release
from timebank.services.telling.releases import decide_release
from timebank.uow import reading, transact

LATER = datetime(2026, 1, 20, 9, tzinfo=UTC)
A_YEAR_LATER = datetime(2027, 1, 20, 9, tzinfo=UTC)


def told_of(app: Flask) -> list[tuple[str, str, str]]:
    with reading() as session:
        rows = session.scalars(select(Release).order_by(Release.id))
        return [(str(each.first_on), str(each.last_on), each.audience.value) for each in rows]


def test_the_tick_prepares_a_quarter_and_its_year_once_and_then_the_public_s_part(
    app: Flask, world: World
) -> None:
    transact(busy_year, world.antenna, 2026)
    runner = app.test_cli_runner()
    with time_machine.travel(A_YEAR_LATER, tick=False):
        first = runner.invoke(args=["tick"])
        again = runner.invoke(args=["tick"])
    assert "prepared 4," in first.output, first.output
    assert "prepared 0," in again.output
    assert told_of(app)[:2] == [
        ("2026-10-01", "2026-12-31", "partner"),
        ("2026-01-01", "2026-12-31", "partner"),
    ]
    with reading() as session:
        uid = session.scalars(select(Release.uid).order_by(Release.id)).first()
    transact(decide_release, uid, ReleaseStep.APPROVE, actor=world.actor("cora"), now=A_YEAR_LATER)
    with time_machine.travel(A_YEAR_LATER, tick=False):
        assert "prepared 1," in runner.invoke(args=["tick"]).output
    assert told_of(app)[-1] == ("2026-10-01", "2026-12-31", "public")


def test_the_operator_prepares_any_period_that_is_over(app: Flask, world: World) -> None:
    transact(busy_year, world.antenna, 2025)
    runner = app.test_cli_runner()
    with time_machine.travel(LATER, tick=False):
        done = runner.invoke(args=["prepare-release", "heembeek", "2025-3", "--audience", "board"])
        running = runner.invoke(args=["prepare-release", "heembeek", "2026-1"])
        unread = runner.invoke(args=["prepare-release", "heembeek", "2025-5"])
        nowhere = runner.invoke(args=["prepare-release", "elsewhere", "2025"])
    assert "release 1 for the board is prepared: 40 figures" in done.output
    assert "two weeks" in running.output
    assert "write a year" in unread.output
    assert {each.exit_code == 0 for each in (running, unread, nowhere)} == {False}
    assert told_of(app) == [("2025-07-01", "2025-09-30", "board")]


def test_a_tampered_release_is_found(app: Flask, world: World) -> None:
    transact(busy_year, world.antenna, 2025)
    runner = app.test_cli_runner()
    with time_machine.travel(LATER, tick=False):
        runner.invoke(args=["prepare-release", "heembeek", "2025-3"])
        runner.invoke(args=["prepare-release", "heembeek", "2025-2"])
    assert runner.invoke(args=["check-releases"]).exit_code == 0
    tamper()
    found = runner.invoke(args=["check-releases"])
    assert found.exit_code == 1
    assert "its contents don't have its checksum" in found.output
    assert "its figures aren't those of its truths" in found.output


def tamper() -> None:
    """What only a database's owner can do: switch the guards off and rewrite one's figures and the other's truth."""
    with reading() as session:
        first, second = session.scalars(select(Release).order_by(Release.id)).all()
    first.contents["tables"][0]["figures"][0]["value"] = 990
    second.truths[0]["figures"] = [[*key, 99] for *key, _count in second.truths[0]["figures"]]
    table = "" if db.engine.dialect.name == "sqlite" else " ON release"
    with db.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER release_contents_stay{table}"))
        update = "UPDATE release SET {} = :value WHERE id = :id"
        values = {"value": json.dumps(first.contents), "id": first.id}
        connection.execute(text(update.format("contents")), values)
        connection.execute(
            text(update.format("truths")), {"value": json.dumps(second.truths), "id": second.id}
        )

"""``flask backup``: a sound copy each night, and nobody who was erased in any of them after so many days."""

import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text

from tests import archives
from tests.conftest import settings_for
from tests.factories import NOW, World
from tests.postgres_server import find_programs
from tests.unit.services.canary import CANARY, lived
from timebank.app import create_app
from timebank.cli.backup import KEPT_DAYS
from timebank.extensions import db
from timebank.services.privacy.erasing import erase_member
from timebank.uow import transact


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump of the server that the tests use."""
    monkeypatch.setenv("PATH", f"{find_programs()}:{os.environ['PATH']}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def backup(app: Flask, folder: Path, *more: str, days: float = 0, code: int = 0) -> str:
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        done = app.test_cli_runner().invoke(args=["backup", str(folder), *more])
    assert done.exit_code == code, done.output
    return done.output


def kept_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def text_of(path: Path) -> bytes:
    """All that stands in a backup, also in what SQLite holds for empty."""
    if path.suffix == ".sqlite":
        return path.read_bytes()
    command = ["pg_restore", "--file=-", str(path)]
    return subprocess.run(command, capture_output=True, check=True, env=dict(os.environ)).stdout


@pytest.fixture
def put_back(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[Path], Flask]]:
    """The installation that the newest backup makes."""

    def make(path: Path) -> Flask:
        if path.suffix == ".sqlite":
            shutil.copy(path, tmp_path / "back.sqlite")
            return create_app(settings_for(f"sqlite:///{tmp_path / 'back.sqlite'}", tmp_path / "outbox"))
        cluster = request.getfixturevalue("postgres")
        made.append(cluster.restore(path))
        return create_app(settings_for(made[-1], tmp_path / "outbox"))

    made: list[str] = []
    yield make
    for url in made:
        request.getfixturevalue("postgres").drop_database(url)


def test_a_backup_can_be_put_back_and_is_what_was_there(
    app: Flask, world: World, folder: Path, put_back: Callable[[Path], Flask]
) -> None:
    world.logged("ben", said="2u")
    before = archives.balances(world.books["heembeek"])
    told = backup(app, folder)
    (path,) = folder.iterdir()
    assert str(path) in told
    assert "No old one was taken away" in told
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    world.logged("ana", said="45 min")
    with archives.used(put_back(path)) as elsewhere:
        assert archives.balances(world.books["heembeek"]) == before
        checked = elsewhere.test_cli_runner().invoke(args=["check-books", "--quiet"])
        assert "The books hold" in checked.output


def test_after_so_many_days_no_backup_holds_who_was_erased(app: Flask, world: World, folder: Path) -> None:
    uid = lived(world)
    backup(app, folder)
    transact(erase_member, uid, actor=world.actor("cora"), now=NOW)
    for days in (1, KEPT_DAYS - 1):
        backup(app, folder, days=days)
    holding = [path.name for path in sorted(folder.iterdir()) if CANARY.encode() in text_of(path)]
    assert holding == kept_in(folder)[:1], "a control: the first night's does hold them, later ones don't"
    assert "1 old ones were taken away" in backup(app, folder, days=KEPT_DAYS)
    assert len(kept_in(folder)) == 3
    assert [path for path in folder.iterdir() if CANARY.encode() in text_of(path)] == []


def test_a_shorter_time_may_be_chosen_and_no_longer_one(app: Flask, world: World, folder: Path) -> None:
    for days in range(4):
        backup(app, folder, "--keep", "2", days=days)
    assert len(kept_in(folder)) == 2
    backup(app, folder, "--keep", str(KEPT_DAYS + 1), code=2)
    backup(app, folder, "--keep", "0", code=2)
    # A run that begins a little before the night's hour takes away what is due all the same.
    backup(app, folder, "--keep", "2", days=4.98)
    assert len(kept_in(folder)) == 1


def test_files_that_are_no_backups_stay_and_halves_of_killed_runs_go(
    app: Flask, world: World, folder: Path
) -> None:
    folder.mkdir()
    others = ["erased.txt", "timebank-20200101T030000Z.sqlite.gpg", "timebank-20200101.dump"]
    for name in (*others, "timebank-20200101T030000Z.dump.part", "timebank-20200101T030000Z.sqlite"):
        (folder / name).touch()
    fresh = f"timebank-{NOW - timedelta(hours=2):%Y%m%dT%H%M%S}Z.dump.part"
    (folder / fresh).touch()
    assert "2 old ones were taken away" in backup(app, folder)
    assert set(kept_in(folder)) > {*others, fresh}
    assert len(kept_in(folder)) == len(others) + 2


def test_two_in_the_same_second_are_one(app: Flask, world: World, folder: Path) -> None:
    backup(app, folder)
    assert "is there already" in backup(app, folder, code=1)
    assert len(kept_in(folder)) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_the_copy_is_not_sound_nothing_is_taken_away(
    app: Flask, world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(app, folder)

    class Torn(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, **_options: object) -> None:
            super().backup(target)
            target.execute("PRAGMA writable_schema = ON")
            target.execute("UPDATE sqlite_master SET rootpage = rootpage + 1 WHERE name = 'favour'")
            target.commit()

    with monkeypatch.context() as broken:
        real = sqlite3.connect
        broken.setattr("sqlite3.connect", lambda *a, **k: real(*a, **k | {"factory": Torn}))
        assert "No backup was made" in backup(app, folder, days=60, code=1)
    assert len(kept_in(folder)) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_backup_of_books_that_do_not_hold_says_so_and_takes_nothing_away(
    app: Flask, world: World, folder: Path
) -> None:
    world.logged("ben", said="2u")
    backup(app, folder)
    with db.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER transfer_no_update"))
        connection.execute(text("UPDATE transfer SET actor_id = 77"))
    told = backup(app, folder, days=60, code=1)
    assert "FAULT in book 1 (invariant 6)" in told
    assert "No old one was taken away" in told
    assert len(kept_in(folder)) == 2


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_without_pg_dump_or_server_it_says_what_is_missing_and_takes_nothing_away(
    app: Flask, world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(app, folder)
    with monkeypatch.context() as gone:
        gone.setattr("shutil.which", lambda _name: None)
        assert "apt-get install postgresql-client" in backup(app, folder, days=60, code=1)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(db.engine, "url", db.engine.url.set(port=9, password="a secret"))
        told = backup(app, folder, days=60, code=1)
        assert "pg_dump failed" in told
        assert "a secret" not in told
    assert len(kept_in(folder)) == 1

"""The power goes, or the disk fails, under SQLite: what was acknowledged is there, and the file is whole."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine

from tests.faults.bank import Looks, kept
from tests.faults.counter import Bank, books_hold
from tests.faults.disk import Tape, taped
from timebank.database import prepare_engine
from timebank.extensions import db

pytestmark = [pytest.mark.faults, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]

SAFE = (("DELETE", "EXTRA"), ("WAL", "FULL"))
"""What ``journal_for`` chooses from."""
ORDERS = 40
KEEPS = (0, 0.25, 0.5, 0.9)
"""Which share of the unsynced sectors survives the cut."""
CUTS = 8


@pytest.fixture(params=SAFE, ids="-".join)
def journal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setattr("timebank.database.journal_for", lambda _version: request.param)
    return request.param


def database_of(bank: Bank) -> Path:
    return Path(bank.url.removeprefix("sqlite:///"))


@contextmanager
def work(bank: Bank) -> Iterator[Tape]:
    """The bank's database is opened, used and closed while all is written down."""
    bank.let_go()
    with taped(database_of(bank)) as tape:
        yield tape
        bank.let_go()


def give(bank: Bank, app: Flask, tape: Tape, count: int) -> list[int]:
    """So many orders one after the other, each noted when it was acknowledged; how each was answered."""
    client, statuses = app.test_client(), []
    for _n in range(count):
        order = bank.order()
        answer = client.post("/api/v1/gifts", json=order, headers=bank.headers(order))
        if answer.status_code == 201:
            tape.answered(order["wish"])
        statuses.append(answer.status_code)
    return statuses


def moments(tape: Tape, draw: random.Random) -> list[int]:
    """When the power goes: anywhere, and right after somebody was told that it is done."""
    answers = [at + 1 for at, note in enumerate(tape.notes) if note.kind == "answered"]
    return [draw.randrange(1, len(tape.notes)) for _n in range(CUTS)] + draw.sample(answers, CUTS)


def wrong_after_cuts(tape: Tape, folder: Path) -> list[str]:
    """What is lost or broken after each of many power cuts."""
    draw, wrong = random.Random(5), []
    for moment in moments(tape, draw):
        for keep in KEEPS:
            image = folder / f"cut-{moment}-{keep}"
            image.mkdir(exist_ok=True)
            for name, content in tape.cut(moment, keep, draw).items():
                (image / name).write_bytes(content)
            proof = keep == KEEPS[moment % len(KEEPS)]
            found = fault_of(image / "timebank.sqlite", tape.told_before(moment), proof=proof)
            wrong += [f"{image.name}: {found}"] if found else []
    return wrong


def fault_of(path: Path, told: set[str], *, proof: bool) -> str:
    """What is wrong with the database that the power cut left; empty when nothing is.

    The proof of the whole books takes longest, and is made of one image for each moment.
    """
    try:
        with closing(sqlite3.connect(path)) as file:
            state = file.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return str(error)
    if state != "ok":
        return str(state)
    with opened(path):
        lost = told - set(kept())
        if lost:
            return f"{len(lost)} of {len(told)} lost"
        looks = Looks()
        looks.look()
        return "the books don't hold" if looks.bad or (proof and not books_hold()) else ""


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """The app works on this database during the block."""
    own, engine = db.engines[None], create_engine(f"sqlite:///{path}")
    prepare_engine(engine)
    db.engines[None] = engine
    try:
        yield
    finally:
        engine.dispose()
        db.engines[None] = own


def test_a_power_cut_loses_nothing_that_was_acknowledged(
    bank: Bank, app: Flask, journal: tuple[str, str], tmp_path: Path
) -> None:
    with work(bank) as tape:
        assert set(give(bank, app, tape, ORDERS)) == {201}
    assert wrong_after_cuts(tape, tmp_path) == []


@pytest.mark.parametrize("journal", [("DELETE", "FULL"), ("WAL", "NORMAL")], indirect=True, ids="-".join)
def test_with_less_care_for_the_disk_a_power_cut_loses_what_was_acknowledged(
    bank: Bank, app: Flask, journal: tuple[str, str], tmp_path: Path
) -> None:
    """A negative control: one step less of ``synchronous``."""
    with work(bank) as tape:
        give(bank, app, tape, ORDERS)
    wrong = wrong_after_cuts(tape, tmp_path)
    assert [each for each in wrong if "lost" in each]


@pytest.mark.parametrize("journal", [("DELETE", "OFF")], indirect=True, ids="-".join)
def test_without_any_sync_a_power_cut_breaks_the_file(
    bank: Bank, app: Flask, journal: tuple[str, str], tmp_path: Path
) -> None:
    """A negative control: the disk is never waited for."""
    with work(bank) as tape:
        give(bank, app, tape, ORDERS)
    wrong = wrong_after_cuts(tape, tmp_path)
    assert [each for each in wrong if "lost" not in each], wrong


def test_what_a_failing_disk_didn_t_keep_is_never_acknowledged_and_work_goes_on(
    bank: Bank, app: Flask, journal: tuple[str, str], tmp_path: Path
) -> None:
    with work(bank) as tape:
        statuses = give(bank, app, tape, 5)
        first = tape.syncs
        tape.fails = lambda number: first < number <= first + 20
        statuses += give(bank, app, tape, 25)
        tape.fails = lambda _number: False
        assert set(give(bank, app, tape, 10)) == {201}
    assert set(statuses) == {201, 503}
    assert tape.told_before(len(tape.notes)) <= set(kept())
    assert wrong_after_cuts(tape, tmp_path) == []
    assert books_hold()


def test_a_failed_sync_that_is_taken_for_done_is_found(
    bank: Bank, app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A negative control: the same failing disk, and a database that doesn't listen to it."""
    monkeypatch.setattr("timebank.database.journal_for", lambda _version: ("WAL", "FULL"))
    monkeypatch.setattr("tests.faults.disk.SYNC_FAILED", 0)
    with work(bank) as tape:
        tape.fails = lambda number: 10 < number <= 30
        assert set(give(bank, app, tape, ORDERS)) == {201}
    assert wrong_after_cuts(tape, tmp_path) != []

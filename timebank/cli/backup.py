"""``flask backup``: the whole database in one file, looked over, and old ones taken away.

SQLite is copied by its online backup and PostgreSQL by pg_dump: each is one snapshot, while work goes on.
What is erased goes from the backups only because old ones are taken away, so that they never pile up.
"""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import click
from flask import Flask
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from timebank.clock import now
from timebank.extensions import db
from timebank.ledger.guards import check_guards
from timebank.ledger.proof import check_books
from timebank.ledger.replay import Fault
from timebank.services.books.causes import check_causes
from timebank.uow import reading_file

KEPT_DAYS = 35
"""What neighbours are told (docs/privacy): after so many days who was erased is gone from the backups, too."""
EARLY = timedelta(hours=1)
"""A night's run that begins a little before the one of the night that counts."""
HALF_KEPT = timedelta(days=1)
"""A file of a run that was killed is taken away after so long, when surely nobody writes it any more."""
STAMP = "%Y%m%dT%H%M%S"
OURS = re.compile(r"timebank-([0-9]{8}T[0-9]{6})Z\.(?:sqlite|dump)(\.part)?")
LOCK_SECONDS = 60


class BackupError(Exception):
    """No backup could be made; says why, in words for the operator."""


UNSOUND = (BackupError, OSError, sqlite3.Error, DBAPIError)
"""What making a backup, or reading it, raises where the disk, the database or the copy isn't sound."""


def register(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(backup_command)


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keep",
    "days",
    default=KEPT_DAYS,
    type=click.IntRange(1, KEPT_DAYS),
    show_default=True,
    help="Take away backups of so many days ago.",
)
def backup_command(folder: Path, days: int) -> None:
    """Write the whole database into a new file in FOLDER, look it over, and take old ones away.

    Nothing is taken away when the new one isn't sound: an older one may be the last that is.
    """
    moment = now()
    try:
        file, faults = write_backup(db.engine.url, folder, moment)
    except UNSOUND as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise click.ClickException(f"No backup was made, and no old one taken away: {reason}") from error
    click.echo(f"{file} holds everything, {file.stat().st_size:,} bytes.")
    if faults:
        for fault in faults:
            click.echo(
                f"FAULT in book {fault.book_id} (invariant {fault.invariant}): {fault.message}", err=True
            )
        raise click.ClickException("The books in it do NOT hold. No old one was taken away.")
    gone = take_away_old(folder, moment, days)
    click.echo(f"{len(gone)} old ones were taken away." if gone else "No old one was taken away.")


def write_backup(url: URL, folder: Path, moment: datetime) -> tuple[Path, tuple[Fault, ...]]:
    """A new file that only its owner can read, and what is wrong with the books in it.

    Of PostgreSQL's dump only that it can be read is found out here, not its books.

    Raises:
        BackupError, OSError, sqlite3.Error, DBAPIError: there is no new file.
    """
    sqlite = url.get_backend_name() == "sqlite"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / f"timebank-{moment:{STAMP}}Z.{'sqlite' if sqlite else 'dump'}"
    part = file.with_name(f"{file.name}.part")
    if file.exists():
        raise BackupError(f"{file} is there already")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        faults = _copy_sqlite(str(url.database), part) if sqlite else _dump_postgresql(url, part)
        _sync(part)
        part.rename(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync(folder)
    return file, faults


def take_away_old(folder: Path, moment: datetime, days: int) -> list[Path]:
    """Delete the backups of ``days`` days ago and earlier, by the time in their names; other files stay."""
    gone = []
    for path in sorted(folder.iterdir()):
        found = OURS.fullmatch(path.name)
        if found is None:
            continue
        age = moment - datetime.strptime(found[1], STAMP).replace(tzinfo=UTC)
        if age > (HALF_KEPT if found[2] else timedelta(days=days) - EARLY):
            path.unlink()
            gone.append(path)
    return gone


def _copy_sqlite(database: str, part: Path) -> tuple[Fault, ...]:
    """All pages in one go: in steps it would begin again whenever somebody writes in between."""
    source = sqlite3.connect(f"file:{quote(database)}?mode=rw", uri=True, timeout=LOCK_SECONDS)
    with closing(source), closing(sqlite3.connect(part)) as target:
        source.backup(target)
    with reading_file(part) as session:
        found = session.connection().exec_driver_sql("PRAGMA quick_check").scalars().all()
        if found != ["ok"]:
            raise BackupError(f"the copy isn't sound: {'; '.join(map(str, found[:3]))}")
        return check_books(session).faults + check_causes(session) + check_guards(session)


def _dump_postgresql(url: URL, part: Path) -> tuple[Fault, ...]:
    """The password goes by the environment: a command line can be read by everybody on the machine."""
    server = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    arguments = ("--format=custom", "--no-password", "--file", str(part), "--dbname", server)
    _run("pg_dump", *arguments, secret=url.password)
    _run("pg_restore", "--file=/dev/null", str(part))
    return ()


def _run(program: str, *arguments: str, secret: str | None = None) -> None:
    found = shutil.which(program)
    if found is None:
        raise BackupError(f"{program} isn't here: apt-get install postgresql-client")
    environment = os.environ | ({"PGPASSWORD": secret} if secret else {})
    done = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
        [found, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")


def _sync(path: Path) -> None:
    """Wait until the disk has it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

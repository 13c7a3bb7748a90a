"""``flask import members|favours|posts|directory|population|sectors`` and ``flask balances``."""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.clock import now
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import SYSTEM
from timebank.ledger.model import Account
from timebank.models.importing import ImportFormat, ImportKind
from timebank.models.member import Member
from timebank.services.imports.import_favours import import_favours
from timebank.services.imports.import_members import import_members
from timebank.services.imports.import_posts import import_posts
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.importing import Look, look_at, new_batch
from timebank.services.measuring.population import import_population, look_at_population
from timebank.services.measuring.sectors import import_sectors, look_at_sectors
from timebank.services.network.antennas import find_antenna
from timebank.services.referring.directory_sheets import import_directory, look_at_directory
from timebank.sheets.reading import Sheet, read_sheet
from timebank.sheets.rows import Progress
from timebank.uow import reading, transact


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(import_group)
    app.cli.add_command(balances_command)


@click.group("import")
def import_group() -> None:
    """Bring in what an antenna has: members first, then favours, then offers and asks."""


def _options(command: Any) -> Any:
    for option in (
        click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
        click.option("--antenna", "slug", required=True, help="The antenna's short name."),
        click.option("--dry-run", is_flag=True, help="Book nothing; report what would be booked."),
        click.option("--json", "as_json", is_flag=True, help="Print the counts and faults as JSON."),
        click.option(
            "--format", "file_format", default="sheet", type=click.Choice([f.value for f in ImportFormat])
        ),
        click.option(
            "--units-per-hour",
            default=60,
            type=click.IntRange(min=1),
            show_default=True,
            help="For eLAS: units in an hour.",
        ),
        click.option("--sheet", default="", help="Which sheet of a workbook; left out, the likeliest."),
    ):
        command = option(command)
    return command


@import_group.command("members")
@_options
def members_command(file: Path, **options: Any) -> None:
    """Make a member of every row of FILE (.xlsx, .ods or .csv)."""
    _run(ImportKind.MEMBERS, file, **options)


@import_group.command("favours")
@_options
def favours_command(file: Path, **options: Any) -> None:
    """Book every favour of FILE (.xlsx, .ods or .csv), in full minutes as written."""
    _run(ImportKind.FAVOURS, file, **options)


@import_group.command("posts")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--antenna", "slug", required=True, help="The antenna's short name.")
@click.option("--dry-run", is_flag=True, help="Make nothing; report what would be made.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts and faults as JSON.")
def posts_command(file: Path, **options: Any) -> None:
    """Make the offers and asks of TimeOverflow's posts FILE (.csv)."""
    source = ImportFormat.TIMEOVERFLOW.value
    _run(ImportKind.POSTS, file, units_per_hour=60, sheet="", file_format=source, **options)


@click.command("balances")
@click.option("--antenna", "slug", required=True, help="The antenna's short name.")
@click.option("--json", "as_json", is_flag=True, help="Print {member number: balance in minutes}.")
def balances_command(slug: str, as_json: bool) -> None:  # noqa: FBT001 - click hands options over by name
    """Print every member's balance in minutes. For the operator's checks only: it is nobody's ranking."""
    try:
        with reading() as session:
            antenna = find_antenna(session, slug)
            rows = session.execute(
                select(Member.number, Account.balance_minutes)
                .join(Account, Account.id == Member.account_id)
                .where(Member.antenna_id == antenna.id)
                .order_by(Member.number)
            ).all()
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    balances = {str(number): minutes for number, minutes in rows}
    if as_json:
        click.echo(json.dumps(balances))
        return
    for number, minutes in balances.items():
        click.echo(f"{number}\t{minutes}")


def _sheet_options(command: Any) -> Any:
    for option in (
        click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
        click.option("--antenna", "slug", required=True, help="The antenna's short name."),
        click.option("--dry-run", is_flag=True, help="Keep nothing; report what would be kept."),
        click.option("--json", "as_json", is_flag=True, help="Print the counts and faults as JSON."),
    ):
        command = option(command)
    return command


@import_group.command("directory")
@_sheet_options
def directory_command(file: Path, **options: Any) -> None:
    """Add every service of FILE (.xlsx, .ods or .csv) to the antenna's directory."""
    moment = now()
    look = partial(look_at_directory, columns=None, actor=SYSTEM, now=moment)
    keep = partial(import_directory, columns=None, actor=SYSTEM, now=moment)
    _bring_in(file, look, keep, **options)


@import_group.command("population")
@_sheet_options
def population_command(file: Path, **options: Any) -> None:
    """Put the population figures of FILE (.xlsx, .ods or .csv) in place of those of its years."""
    moment = now()
    look = partial(look_at_population, actor=SYSTEM, now=moment)
    keep = partial(import_population, actor=SYSTEM, now=moment)
    _bring_in(file, look, keep, **options)


@import_group.command("sectors")
@_sheet_options
def sectors_command(file: Path, **options: Any) -> None:
    """Put the streets of FILE (.xlsx, .ods or .csv) with their sectors in place of those that are there."""
    look, keep = partial(look_at_sectors, actor=SYSTEM), partial(import_sectors, actor=SYSTEM, now=now())
    _bring_in(file, look, keep, **options)


def _bring_in(
    file: Path,
    look_at: Callable[[Session, int, Sheet], Any],
    keep: Callable[[Session, int, Sheet], int],
    *,
    slug: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Look at a sheet, keep its good rows, and tell what stayed out."""
    try:
        sheet = read_sheet(file.read_bytes(), file.name)
        with reading() as session:
            antenna_id = find_antenna(session, slug).id
            look = look_at(session, antenna_id, sheet)
        _require_columns(look.missing)
        if look.rows and not dry_run:
            transact(keep, antenna_id, sheet)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    faults = [{"row": each.row, "code": each.code, "message": each.message} for each in look.faults]
    counts = {"rows": look.count, "posted": len(look.rows), "doubles": len(getattr(look, "doubles", ()))}
    _tell(counts | {"faults": faults}, as_json=as_json, dry_run=dry_run)


def _run(
    kind: ImportKind,
    file: Path,
    *,
    slug: str,
    dry_run: bool,
    as_json: bool,
    units_per_hour: int,
    sheet: str,
    **options: str,
) -> None:
    upload = Upload(
        kind,
        file.name,
        file.read_bytes(),
        ImportFormat(options["file_format"]),
        units_per_hour=units_per_hour,
        sheet=sheet,
    )
    moment = now()
    try:
        with reading() as session:
            antenna_id = find_antenna(session, slug).id
            if dry_run:
                look = _look(session, antenna_id, upload, moment)
        if not dry_run:
            with click.progressbar(length=1, label="Rows", file=sys.stderr) as bar:
                look = transact(_carry_out, antenna_id, upload, moment, lambda *seen: _move(bar, *seen))
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    _tell(look.report(), as_json=as_json, dry_run=dry_run)


def _move(bar: Any, done: int, total: int) -> None:
    """Show how far the import is; the number of rows is known only once the file is read."""
    bar.length = max(total, 1)
    bar.update(done - bar.pos)


def _look(session: Session, antenna_id: int, upload: Upload, moment: datetime) -> Look:
    look = look_at(session, antenna_id, upload, actor=SYSTEM, now=moment)
    _require_columns(look.missing)
    if upload.sheet and upload.sheet != look.sheet:
        raise InvalidInputError(
            "sheet_unknown",
            "There is no sheet of that name, only: {names}.",
            names=", ".join(look.sheet_names),
        )
    return look


def _require_columns(missing: Sequence[str]) -> None:
    if missing:
        raise InvalidInputError(
            "columns_missing",
            "Columns not found: {names}. Name them in the first row.",
            names=", ".join(missing),
        )


def _carry_out(
    session: Session, antenna_id: int, upload: Upload, moment: datetime, progress: Progress
) -> Look:
    """Look inside the transaction that books, so that nothing comes in between."""
    look = _look(session, antenna_id, upload, moment)
    batch = new_batch(session, antenna_id, upload, look, actor=SYSTEM, now=moment)
    if upload.kind is ImportKind.MEMBERS:
        import_members(session, batch, look.members, actor=SYSTEM, now=moment, on_progress=progress)
    elif upload.kind is ImportKind.POSTS:
        import_posts(session, batch, look.posts, actor=SYSTEM, now=moment, on_progress=progress)
    else:
        import_favours(session, batch, look.favours, actor=SYSTEM, now=moment, on_progress=progress)
    return look


def _tell(report: dict[str, Any], *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False))
        return
    verb = "would be taken" if dry_run else "taken"
    click.echo(
        f"{report['rows']} rows: {report['posted']} {verb}, {report['doubles']} possible doubles left out."
    )
    for fault in report["faults"]:
        click.echo(f"row {fault['row']}: {fault['message']} ({fault['code']})")

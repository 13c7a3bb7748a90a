"""``flask archive export`` and ``flask archive import``: an antenna leaves with everything, or arrives."""

from pathlib import Path

import click
from flask import Flask

from timebank.clock import now
from timebank.documents.archive import open_archive, write_archive
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import SYSTEM
from timebank.services.archives.archive_restoring import restore_antenna
from timebank.services.archives.archiving import Archive, ArchiveFacts, archive_of
from timebank.services.audit import write_down
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

archive_group = click.Group("archive", help="An antenna's whole archive: take it along, or take it in.")


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(archive_group)


@archive_group.command("export")
@click.option("--antenna", "slug", required=True, help="The antenna's short name.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export_command(slug: str, file: Path) -> None:
    """Write everything of an antenna into FILE, a zip that only its owner can read; an old file stays."""
    try:
        with reading() as session:
            antenna = find_antenna(session, slug)
            archive = archive_of(session, antenna.id, actor=SYSTEM, now=now())
            rows = _write(file, archive)
        transact(write_down, "export_archive", actor=SYSTEM, now=now(), antenna_id=antenna.id)
    except FileExistsError as error:
        raise click.ClickException(f"{file} is there already. Choose another name.") from error
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{rows} rows of {archive.facts.name} are in {file}. {_books(archive.facts)}")


@archive_group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_command(file: Path) -> None:
    """Take an archive into this empty installation, and prove that its books are what they were."""
    try:
        archive = open_archive(file)
        antenna = transact(restore_antenna, archive, now=now())
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{antenna.name} is here, and its books hold. {_books(archive.facts)}")
    click.echo("Nobody can sign in yet: flask set-password SLUG-NUMBER gives one of the team a password.")


def _write(file: Path, archive: Archive) -> int:
    """Half an archive is none: what broke off is taken away again."""
    with file.open("xb") as out:
        file.chmod(0o600)
        try:
            return write_archive(out, archive)
        except BaseException:
            file.unlink()
            raise


def _books(facts: ArchiveFacts) -> str:
    return f"The newest transfer is number {facts.seq}, head {facts.head}."

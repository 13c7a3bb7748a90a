"""``flask prepare-release`` and ``flask check-releases``."""

import click
from flask import Flask

from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.domain.release_states import ReleaseAudience
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.release_lists import check_releases
from timebank.services.telling.releases import prepare_release
from timebank.uow import reading, transact

AUDIENCES = [each.value for each in ReleaseAudience]


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(prepare_release_command)
    app.cli.add_command(check_releases_command)


@click.command("prepare-release")
@click.argument("slug")
@click.argument("period")
@click.option("--audience", type=click.Choice(AUDIENCES), default="partner", show_default=True)
def prepare_release_command(slug: str, period: str, audience: str) -> None:
    """Prepare the figures of antenna SLUG over PERIOD (2026 or 2026-3, its third quarter), to be approved."""
    try:
        with reading() as session:
            antenna_id = find_antenna(session, slug).id
        made = transact(prepare_release, antenna_id, _period(period), ReleaseAudience(audience), now=now())
    except TimebankError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    gate = made.gate
    click.echo(
        f"release {made.number} for the {audience} is prepared: {gate['figures']} figures, "
        f"{gate['few']} with few people, {gate['withheld']} withheld, checksum {made.checksum}"
    )


@click.command("check-releases")
def check_releases_command() -> None:
    """Prove that every release is what it was when it was made; exit with 1 if one isn't."""
    with reading() as session:
        found = check_releases(session)
    for each in found:
        click.echo(f"FAULT in release {each.uid}: {each.message}", err=True)
    if found:
        raise SystemExit(1)
    click.echo("Every release is what it was when it was made.")


def _period(said: str) -> Period:
    year, _, quarter = said.partition("-")
    known = year.isdecimal() and len(year) == 4 and int(year) > 1900
    if not known or (quarter and quarter not in {"1", "2", "3", "4"}) or said.endswith("-"):
        raise click.BadParameter("write a year (2026) or a quarter of one (2026-3)")
    return quarter_of(int(year), int(quarter)) if quarter else year_of(int(year))

"""``flask add-partner-staff`` and ``flask add-operator``: people who are no members anywhere."""

from datetime import timedelta

import click
from flask import Flask

from timebank.cli.opening import MANDATE_DAYS, check_given, give_password
from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.days import network_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import SYSTEM, Role
from timebank.services.network.antennas import add_partner, find_antenna
from timebank.services.network.staffing import NewStaff, let_in_staff
from timebank.uow import reading, transact


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(add_partner_staff_command)
    app.cli.add_command(add_operator_command)


@click.command("add-partner-staff")
@click.argument("partner")
@click.option(
    "--antenna", "slugs", multiple=True, required=True, help="An antenna it supports; may be repeated."
)
@click.option("--name", required=True, help="Given and family name.")
@click.option("--email", required=True, help="With it they sign in.")
@click.option("--language", default="nl", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--days", default=MANDATE_DAYS, show_default=True, help="How long the mandate lasts.")
@click.option("--password", default=None, help="15 to 128 characters; asked for if left out.")
def add_partner_staff_command(
    partner: str,
    slugs: tuple[str, ...],
    name: str,
    email: str,
    language: str,
    days: int,
    password: str | None,
) -> None:
    """Let someone who works for PARTNER in; a partner that isn't there yet is added."""
    moment = now()
    try:
        check_given(password)
        with reading() as session:
            antennas = [find_antenna(session, slug).id for slug in slugs]
        found = transact(add_partner, partner, antennas, actor=SYSTEM, now=moment)
        ends_on = network_day(moment) + timedelta(days=days)
        new = NewStaff(
            Role.PARTNER_STAFF, ends_on, name=name, email=email, language=language, partner_id=found.id
        )
        give_password(transact(let_in_staff, new, actor=SYSTEM, now=moment).person_id, password)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{name} works for {partner} and signs in as {email}.")


@click.command("add-operator")
@click.option("--name", required=True, help="Given and family name.")
@click.option("--email", required=True, help="With it they sign in.")
@click.option("--language", default="nl", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--days", default=MANDATE_DAYS, show_default=True, help="How long the mandate lasts.")
@click.option("--password", default=None, help="15 to 128 characters; asked for if left out.")
def add_operator_command(name: str, email: str, language: str, days: int, password: str | None) -> None:
    """Let someone operate the network from its pages: open antennas' details and rules, see no hours."""
    moment = now()
    try:
        check_given(password)
        ends_on = network_day(moment) + timedelta(days=days)
        new = NewStaff(Role.OPERATOR, ends_on, name=name, email=email, language=language)
        give_password(transact(let_in_staff, new, actor=SYSTEM, now=moment).person_id, password)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{name} operates the network and signs in as {email}.")

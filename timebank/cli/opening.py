"""``flask add-antenna``, ``flask add-coordinator`` and ``flask set-password``."""

from datetime import timedelta

import click
from flask import Flask

from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.days import network_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.login import StaffPassword
from timebank.services.network.antennas import AntennaDetails, find_antenna, open_antenna
from timebank.services.network.staffing import NewStaff, let_in_staff, person_by_label
from timebank.services.signing_in.passwords import check_password, set_password
from timebank.uow import reading, transact

MANDATE_DAYS = 365
ASKED = "Password (15 to 128 characters)"


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(add_antenna_command)
    app.cli.add_command(add_coordinator_command)
    app.cli.add_command(set_password_command)


@click.command("add-antenna")
@click.argument("slug")
@click.option("--name", required=True, help="The name on pages and prints.")
@click.option("--languages", default="nl,fr", show_default=True, help="Its languages, its own one first.")
@click.option("--phone", default="", help="The number that stands on every page and print.")
@click.option("--hours", default="", help="Opening hours, in the antenna's own language.")
@click.option("--preparing", is_flag=True, help="Nothing is sent outside its team until it goes live.")
def add_antenna_command(
    slug: str,
    name: str,
    languages: str,
    phone: str,
    hours: str,
    preparing: bool,  # noqa: FBT001 - click hands options over by name
) -> None:
    """Open an antenna with an empty book and pot, under the short name SLUG."""
    codes = tuple(code.strip() for code in languages.split(",") if code.strip())
    opening = {codes[0]: hours} if hours and codes else {}
    details = AntennaDetails(name=name, languages=codes, phone=phone, opening_hours=opening)
    try:
        antenna = transact(open_antenna, slug, details, actor=SYSTEM, now=now(), preparing=preparing)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    state = "is being prepared" if preparing else "is open"
    click.echo(
        f"Antenna {antenna.slug} {state}. Add a coordinator: flask add-coordinator {antenna.slug} --name …"
    )


@click.command("add-coordinator")
@click.argument("slug")
@click.option("--name", default="", help="Given and family name of someone new.")
@click.option("--member", default="", help="Or who is a member somewhere already: heembeek-5.")
@click.option("--email", default="", help="Optional.")
@click.option("--phone", default="", help="Optional.")
@click.option("--language", default="nl", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--days", default=MANDATE_DAYS, show_default=True, help="How long the mandate lasts.")
@click.option("--password", default=None, help="15 to 128 characters; asked for if left out.")
def add_coordinator_command(slug: str, days: int, password: str | None, **told: str) -> None:
    """Make someone coordinator of the antenna SLUG, with a password to sign in.

    Someone new becomes a member there too; a member of any antenna (--member) stays where they are.
    """
    moment = now()
    try:
        check_given(password)
        with reading() as session:
            antenna = find_antenna(session, slug)
        new = NewStaff(
            role=Role.COORDINATOR,
            ends_on=network_day(moment) + timedelta(days=days),
            member=told["member"],
            name=told["name"],
            email=told["email"],
            phone=told["phone"],
            language=told["language"],
            antenna_id=antenna.id,
        )
        found = transact(let_in_staff, new, actor=SYSTEM, now=moment)
        give_password(found.person_id, password)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(
        f"{told['name'] or told['member']} coordinates {antenna.name} and signs in as {found.sign_in_name}."
    )


@click.command("set-password")
@click.argument("member")
@click.option("--password", default=None, help="15 to 128 characters; asked for if left out.")
def set_password_command(member: str, password: str | None) -> None:
    """Give someone who works for an antenna a password: MEMBER is written like heembeek-5."""
    secret = password or click.prompt(ASKED, hide_input=True, confirmation_prompt=True)
    try:
        transact(set_password, _known(member), secret, actor=SYSTEM, now=now())
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{member} signs in with this password from now on.")


def check_given(password: str | None) -> None:
    """Refuse a password that can't be before anything is written.

    Raises:
        InvalidInputError: too short or too long.
    """
    if password is not None:
        check_password(password)


def give_password(person_id: int, password: str | None) -> None:
    """Set a password, asked for where none is given; one that is there already is kept then.

    Raises:
        InvalidInputError: too short or too long.
    """
    with reading() as session:
        there = session.get(StaffPassword, person_id) is not None
    if password is None and there:
        return
    secret = password or str(click.prompt(ASKED, hide_input=True, confirmation_prompt=True))
    transact(set_password, person_id, secret, actor=SYSTEM, now=now())


def _known(label: str) -> int:
    with reading() as session:
        return person_by_label(session, label)

"""``flask add-antenna`` and ``flask add-coordinator``."""

from datetime import timedelta

import click
from flask import Flask

from timebank.clock import now
from timebank.domain.channels import LANGUAGES, Channel, ContactChannel
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import SYSTEM, Role
from timebank.services.antennas import AntennaDetails, NewMandate, find_antenna, give_mandate, open_antenna
from timebank.services.members import NewMember, add_member
from timebank.services.passwords import set_password
from timebank.services.people import PersonDetails
from timebank.uow import reading, transact

MANDATE_DAYS = 365


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(add_antenna_command)
    app.cli.add_command(add_coordinator_command)


@click.command("add-antenna")
@click.argument("slug")
@click.option("--name", required=True, help="The name on pages and prints.")
@click.option("--languages", default="nl,fr", show_default=True, help="Its languages, its own one first.")
@click.option("--phone", default="", help="The number that stands on every page and print.")
@click.option("--hours", default="", help="Opening hours, in the antenna's own language.")
def add_antenna_command(slug: str, name: str, languages: str, phone: str, hours: str) -> None:
    """Open an antenna with an empty book and pot, under the short name SLUG."""
    codes = tuple(code.strip() for code in languages.split(",") if code.strip())
    opening = {codes[0]: hours} if hours and codes else {}
    details = AntennaDetails(name=name, languages=codes, phone=phone, opening_hours=opening)
    try:
        antenna = transact(open_antenna, slug, details, actor=SYSTEM, now=now())
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(
        f"Antenna {antenna.slug} is open. Add a coordinator: flask add-coordinator {antenna.slug} --name …"
    )


@click.command("add-coordinator")
@click.argument("slug")
@click.option("--name", required=True, help="Given and family name.")
@click.option("--email", default="", help="Optional.")
@click.option("--phone", default="", help="Optional.")
@click.option("--language", default="nl", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--days", default=MANDATE_DAYS, show_default=True, help="How long the mandate lasts.")
@click.password_option(
    "--password", required=False, prompt=False, help="15 to 128 characters; asked for if left out."
)
def add_coordinator_command(
    slug: str, name: str, email: str, phone: str, language: str, days: int, password: str | None
) -> None:
    """Make someone a member and coordinator of the antenna SLUG, with a password to sign in."""
    given, _, family = name.strip().partition(" ")
    channel = ContactChannel.MAIL if email else ContactChannel.PHONE
    details = PersonDetails(
        given_name=given,
        family_name=family,
        email=email,
        phone=phone,
        language=language,
        preferred_channel=channel,
    )
    secret = password or _ask_password()
    moment = now()
    try:
        with reading() as session:
            antenna = find_antenna(session, slug)
        new = NewMember(details=details, joined_through=Channel.TALK)
        member = transact(add_member, antenna.id, new, actor=SYSTEM, now=moment)
        last = moment.date() + timedelta(days=days)
        mandate = NewMandate(member.person_id, Role.COORDINATOR, moment.date(), last, antenna.id)
        transact(give_mandate, mandate, actor=SYSTEM, now=moment)
        transact(set_password, member.person_id, secret, actor=SYSTEM, now=moment)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(
        f"{name} coordinates {antenna.name} and signs in with member number {member.number} of {slug}."
    )


def _ask_password() -> str:
    return str(click.prompt("Password (15 to 128 characters)", hide_input=True, confirmation_prompt=True))

"""How the demo cast signs in: made with the demo, and told by ``flask sign-in-help``."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import click
from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.cli.demo_people import STAFF
from timebank.domain.permissions import SYSTEM
from timebank.models.antenna import Antenna
from timebank.models.login import CardCode, PrintedCard
from timebank.models.member import Member, Person
from timebank.services.signing_in.cards import print_card
from timebank.services.signing_in.passwords import HASHER, set_password
from timebank.uow import reading, transact

PASSWORD = "good neighbours help"  # noqa: S105 - the demo's own, printed for everyone
CODES = tuple(f"DEMU{sign * 4}" for sign in "23456789AB")
CARD_HOLDERS = ("Georgette", "Marcel")


def register(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(sign_in_help_command)


def give_sign_ins(members: Mapping[str, Member], moment: datetime) -> None:
    """Give the demo's staff its password and two neighbours a card with known codes."""
    for name in {name for name, _role, _slug in STAFF}:
        transact(set_password, members[name].person_id, PASSWORD, actor=SYSTEM, now=moment)
    for name in CARD_HOLDERS:
        card = transact(print_card, members[name].uid, actor=SYSTEM, now=moment)
        transact(_know_codes, card.uid)


def _know_codes(session: Session, card_uid: UUID) -> None:
    card = session.scalars(select(PrintedCard).where(PrintedCard.uid == card_uid)).one()
    for code, text in zip(card.codes, CODES, strict=True):
        code.code_hash = HASHER.hash(text)
    session.flush()


@click.command("sign-in-help")
def sign_in_help_command() -> None:
    """Print where to go, and how each of the demo cast signs in."""
    settings = current_app.extensions["timebank_settings"]
    click.echo(f"\n  Open {settings.base_url}\n")
    with reading() as session:
        if not session.scalars(select(Antenna.id).where(Antenna.is_demo.is_(True)).limit(1)).all():
            click.echo("  This isn't a demo network: sign in as you were told.\n")
            return
        for name in CARD_HOLDERS[:1]:
            _card_line(session, name)
        for name, role, slug in STAFF:
            person = session.scalars(select(Person).where(Person.given_name == name)).first()
            if person is not None and role in ("coordinator", "partner_staff", "operator"):
                who = role.replace("_", "'s ") + (f" of {slug}" if slug else "")
                click.echo(f"  {name} ({who}): 'I work for an antenna', {person.email}, password: {PASSWORD}")
    click.echo("")


def _card_line(session: Session, name: str) -> None:
    row = session.execute(
        select(Member, Antenna)
        .join(Person, Person.id == Member.person_id)
        .join(Antenna, Antenna.id == Member.antenna_id)
        .where(Person.given_name == name)
    ).first()
    if row is None:
        return
    used = session.scalars(
        select(CardCode.position)
        .join(PrintedCard, PrintedCard.id == CardCode.card_id)
        .where(PrintedCard.member_id == row[0].id, CardCode.used_at.is_not(None))
    ).all()
    left = [code for place, code in enumerate(CODES, 1) if place not in used]
    click.echo(
        f"  {name} (a neighbour): 'With my printed card', {row[1].name}, number {row[0].number},"
        f" one of these codes, each works once: {' '.join(left)}"
    )

"""``flask reset-second-factor``: for who lost the phone and the paper with recovery codes."""

import click
from flask import Flask
from sqlalchemy.orm import Session

from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import SYSTEM
from timebank.services.network.staffing import person_by_label
from timebank.services.signing_in.second_factor import person_by_address, reset_second_factor
from timebank.uow import transact


def register(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(reset_second_factor_command)


@click.command("reset-second-factor")
@click.argument("who")
def reset_second_factor_command(who: str) -> None:
    """Take the second step off for WHO, after a talk: heembeek-5, or an e-mail address.

    They are signed out everywhere, and sign in by password or mail alone until they set it up anew.
    """
    try:
        mailed = transact(_reset, who)
    except TimebankError as error:
        raise click.ClickException(error.text) from error
    click.echo(f"{who} signs in without a second step from now on, and is signed out everywhere.")
    click.echo(
        "A mail tells them at the next `flask tick`."
        if mailed
        else "They have no e-mail address, so nobody writes to them: tell them yourself."
    )


def _reset(session: Session, who: str) -> bool:
    person_id = person_by_address(session, who) if "@" in who else person_by_label(session, who)
    return reset_second_factor(session, person_id, actor=SYSTEM, now=now())

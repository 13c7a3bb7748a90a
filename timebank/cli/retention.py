"""``flask retention`` erases what has had its time; ``flask erasures`` keeps and replays who was erased."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import click
from flask import Flask, current_app
from sqlalchemy import select

from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.mailer import forget_kept_mails
from timebank.models.member import Person
from timebank.services.coordinating.signal_erasing import erase_signal, signals_to_erase
from timebank.services.measuring.questionnaire_results import erase_round, rounds_to_erase
from timebank.services.privacy.erasing import erase_person, erased_uids, last_erased_at
from timebank.services.privacy.outsiders import (
    callers_to_erase,
    erase_callers,
    erase_outsider,
    outsiders_to_erase,
)
from timebank.services.privacy.retention import (
    delete_old_rows,
    empty_referrals,
    erase_leaver,
    old_rows,
    people_to_erase,
    referrals_to_empty,
)
from timebank.services.telling.stories import stories_to_erase
from timebank.uow import reading, transact


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(retention_command)
    app.cli.add_command(erasures_command)


@click.command("retention")
@click.option("--dry-run", is_flag=True, help="Erase nothing; say what would be erased.")
def retention_command(dry_run: bool) -> None:  # noqa: FBT001 - click hands options over by name
    """Erase what has had its time: people who left, texts of signals and referrals, old logs. The tick does so too."""
    erased = erase_what_is_due(now(), dry_run=dry_run)
    if not dry_run:
        click.echo(f"erased {erased}")


@click.command("erasures")
@click.option(
    "--replay",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list that this command printed: erase these people again.",
)
def erasures_command(replay: Path | None) -> None:
    """Print who was erased, as ids; after a backup was put back, erase them again with --replay."""
    if replay is None:
        with reading() as session:
            for uid, at in erased_uids(session):
                click.echo(f"{uid} {at:%Y-%m-%dT%H:%M:%SZ}")
        return
    lines = [line.split()[0] for line in replay.read_text(encoding="utf-8").splitlines() if line.strip()]
    again, held = 0, 0
    for uid in (UUID(line) for line in lines):
        with reading() as session:
            person_id = session.scalar(select(Person.id).where(Person.uid == uid))
        if person_id is None:
            continue
        try:
            again += transact(erase_person, person_id, now=now())
        except TimebankError as refusal:
            held += 1
            click.echo(f"{uid} is NOT erased: {refusal.text}", err=True)
    _forget_mails()
    click.echo(f"erased again {again} of {len(lines)}")
    if held:
        raise SystemExit(1)


def erase_what_is_due(moment: datetime, *, dry_run: bool) -> int:
    """Say what is due to be erased, and erase it unless this is only to look; how many things."""
    texts = _signals(moment, dry_run=dry_run) + _answers(moment, dry_run=dry_run)
    _tell_stories(moment, dry_run=dry_run)
    outsiders = _outsiders(moment, dry_run=dry_run)
    with reading() as session:
        people, referrals = people_to_erase(session, now=moment), referrals_to_empty(session, now=moment)
        callers = callers_to_erase(session, now=moment)
    for due in people:
        verb = "held back" if due.holds else "would erase" if dry_run else "erasing"
        reasons = f": {', '.join(due.holds)}" if due.holds else ""
        click.echo(f"{verb} person {due.member.person.uid} (left on {due.member.ended_on}){reasons}")
    if dry_run:
        with reading() as session:
            old = old_rows(session, now=moment)
        click.echo(f"{len(referrals)} referrals would lose their words.")
        click.echo(", ".join(f"{count} {name}" for name, count in old.items()) + " would go.")
        click.echo(f"{len(callers)} asks of people who are no members would lose their words.")
        return 0
    ready = {due.member.person_id for due in people if not due.holds}
    erased = sum(transact(erase_leaver, person_id, now=moment) for person_id in sorted(ready))
    emptied = transact(empty_referrals, now=moment) + transact(erase_callers, now=moment)
    _forget_mails()
    return texts + outsiders + erased + emptied + transact(delete_old_rows, now=moment)


def _forget_mails() -> None:
    """Mails that were kept as files when someone was erased, by whoever and whenever: they can name them."""
    with reading() as session:
        last = last_erased_at(session)
    if last is not None:
        forget_kept_mails(current_app.extensions["timebank_settings"], before=last)


def _outsiders(moment: datetime, *, dry_run: bool) -> int:
    """Applicants who were declined, and staff and helpers of long ago; how many were erased."""
    with reading() as session:
        due = outsiders_to_erase(session, now=moment)
    for each in due:
        verb = "held back" if each.holds else "would erase" if dry_run else "erasing"
        reasons = f": {', '.join(each.holds)}" if each.holds else ""
        click.echo(f"{verb} person {each.uid} (a member nowhere, kept until {each.due_on}){reasons}")
    if dry_run:
        return 0
    return sum(transact(erase_outsider, each.person_id, now=moment) for each in due if not each.holds)


def _signals(moment: datetime, *, dry_run: bool) -> int:
    with reading() as session:
        due = signals_to_erase(session, now=moment)
    for each in due:
        verb = "would erase" if dry_run else "erasing"
        click.echo(f"{verb} the text of signal {each.uid} ({each.antenna}, ended on {each.ended_on})")
    if dry_run:
        click.echo(f"{len(due)} signals would lose their text; channel, outcome and days would stay.")
        return 0
    return sum(transact(erase_signal, each.signal_id, now=moment) for each in due)


def _tell_stories(moment: datetime, *, dry_run: bool) -> None:
    """Say which stories' text is due to be erased; tidying up erases it."""
    with reading() as session:
        due = [(each.uid, each.use_until) for each in stories_to_erase(session, now=moment)]
    for uid, until in due:
        click.echo(
            f"{'would erase' if dry_run else 'erasing'} the text of story {uid} (consent until {until})"
        )


def _answers(moment: datetime, *, dry_run: bool) -> int:
    """Say which rounds of the questionnaire are over, and erase their answers unless this is only to look."""
    with reading() as session:
        due = rounds_to_erase(session, now=moment)
    for each in due:
        verb = "would erase" if dry_run else "erasing"
        click.echo(f"{verb} {each.erases} answers of round {each.round.uid} (ended on {each.round.ends_on})")
    if dry_run:
        return 0
    return sum(transact(erase_round, each.round.id, now=moment) for each in due)

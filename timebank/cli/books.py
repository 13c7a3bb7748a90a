"""``flask check-books`` and ``flask tick``."""

import logging
import sys
from datetime import datetime

import click
from flask import Flask, current_app
from sqlalchemy import func, select

from timebank.cli.proving import processes_for, replaying
from timebank.cli.retention import erase_what_is_due
from timebank.clock import now
from timebank.documents.notices import notice_mail
from timebank.domain.errors import TimebankError
from timebank.ledger.guards import check_guards
from timebank.ledger.model import Transfer
from timebank.ledger.proof import check_books
from timebank.ledger.replay import Fault
from timebank.mailer import MailError, send_mail
from timebank.services.asking.asks import asks_to_repeat, make_next_occurrence
from timebank.services.books.causes import check_causes
from timebank.services.coordinating.notice_desk import mail_failed, mail_sent, mails_due, take_mail
from timebank.services.membership.member_closing import close_leaver, leavers_to_close
from timebank.services.promising.promises import ask_how_it_went, promises_to_ask_about
from timebank.services.promising.proposal_answers import lapse_proposal, proposals_to_lapse
from timebank.services.telling.release_lists import releases_due
from timebank.services.telling.releases import prepare_release
from timebank.services.ticking import (
    confirm_by_silence,
    favours_that_silence_confirms,
    favours_to_remind,
    remind_of_favour,
    tidy_up,
)
from timebank.uow import reading, transact

logger = logging.getLogger("timebank.tick")


def register(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(check_books_command)
    app.cli.add_command(tick_command)


@click.command("check-books")
@click.option("--quiet", is_flag=True, help="No progress bar.")
@click.option("--processes", type=click.IntRange(1, 64), help="For long books; as many as there are cores.")
def check_books_command(quiet: bool, processes: int | None) -> None:  # noqa: FBT001 - click hands options over by name
    """Prove every invariant of the books; exit with 1 and name the first bad transfer on a fault."""
    with replaying(processes_for(processes)) as replay, reading() as session:
        total = session.scalar(select(func.count()).select_from(Transfer)) or 0
        with click.progressbar(length=max(total, 1), label="Transfers", file=sys.stderr, hidden=quiet) as bar:
            proof = check_books(
                session, on_progress=lambda done, _total: bar.update(done - bar.pos), replay=replay
            )
        faults: tuple[Fault, ...] = proof.faults + check_causes(session) + check_guards(session)
    for fault in faults:
        place = "network" if not fault.book_id else f"book {fault.book_id}"
        click.echo(f"FAULT in {place} (invariant {fault.invariant}): {fault.message}", err=True)
    for book_id, (seq, head) in sorted(proof.heads.items()):
        click.echo(f"book {book_id}: {seq} transfers, head {head}")
    if faults:
        click.echo(f"The books do NOT hold: {len(faults)} faults in {proof.checked} transfers.", err=True)
        raise SystemExit(1)
    click.echo(f"The books hold: {proof.checked} transfers checked.")


@click.command("tick")
@click.option("--dry-run", is_flag=True, help="Erase and send nothing; say what would be erased.")
def tick_command(dry_run: bool) -> None:  # noqa: FBT001 - click hands options over by name
    """Do what is due: reminders, silence where it counts, questions and promises whose day has passed,
    asks that repeat, hours of who left, figures of a quarter that is over, notices by mail, tidying
    up. Run it every few minutes."""
    moment = now()
    erased = erase_what_is_due(moment, dry_run=dry_run)
    if dry_run:
        return
    with reading() as session:
        due = list(favours_to_remind(session, now=moment))
        silent = list(favours_that_silence_confirms(session, now=moment))
    reminded = sum(transact(remind_of_favour, favour_id, now=moment) for favour_id in due)
    confirmed = 0
    for favour_id in silent:
        try:
            confirmed += transact(confirm_by_silence, favour_id, now=moment)
        except TimebankError as refusal:
            logger.warning("silence refused", extra={"code": refusal.error_code})
    lapsed, asked, repeated = _move_promises(moment)
    closed = _close_leavers(moment)
    prepared = _prepare_releases(moment)
    mailed = _send_mails(moment)
    tidied = transact(tidy_up, now=moment)
    click.echo(
        f"reminded {reminded}, confirmed by silence {confirmed}, lapsed {lapsed}, asked how it went {asked}, "
        f"repeated {repeated}, leavers closed {closed}, prepared {prepared}, mailed {mailed}, "
        f"erased {erased}, tidied {sum(tidied.values())}"
    )


def _move_promises(moment: datetime) -> tuple[int, int, int]:
    """(questions that lapsed, promises that were asked about, asks that repeated)."""
    with reading() as session:
        unanswered = proposals_to_lapse(session, now=moment)
        over = promises_to_ask_about(session, now=moment)
        repeating = asks_to_repeat(session, now=moment)
    lapsed = sum(transact(lapse_proposal, each, now=moment) for each in unanswered)
    asked = sum(transact(ask_how_it_went, each, now=moment) for each in over)
    made = [transact(make_next_occurrence, each, now=moment) for each in repeating]
    return lapsed, asked, sum(each is not None for each in made)


def _close_leavers(moment: datetime) -> int:
    """Let the hours of who left go where they should, after the antenna's days; of how many."""
    with reading() as session:
        due = leavers_to_close(session, now=moment)
    closed = 0
    for member_id in due:
        try:
            closed += transact(close_leaver, member_id, now=moment)
        except TimebankError as refusal:
            logger.warning("leaver not closed", extra={"code": refusal.error_code})
    return closed


def _prepare_releases(moment: datetime) -> int:
    """Work out the figures that are due, for each antenna to look at; how many releases."""
    with reading() as session:
        due = releases_due(session, now=moment)
    prepared = 0
    for each in due:
        try:
            transact(prepare_release, each.antenna_id, each.period, each.audience, now=moment)
        except TimebankError as refusal:
            logger.warning("release not prepared", extra={"code": refusal.error_code})
        else:
            prepared += 1
    return prepared


def _send_mails(moment: datetime) -> int:
    """Send every mail that is due; how many were taken."""
    settings = current_app.extensions["timebank_settings"]
    sent = 0
    with reading() as session:
        due = list(mails_due(session, now=moment))
    for notice_id in due:
        message = transact(take_mail, notice_id, now=moment)
        if message is None:
            continue
        try:
            send_mail(settings, message.email, *notice_mail(message, settings.base_url, settings.secret_key))
        except MailError as refusal:
            logger.warning("notice not mailed", extra={"code": str(refusal)})
            transact(mail_failed, notice_id, now=moment)
        else:
            transact(mail_sent, notice_id, now=moment)
            sent += 1
    return sent

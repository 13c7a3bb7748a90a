"""What happens by itself: reminders, silence where an antenna lets it count, and tidying up.

Every step is safe to run twice and on two machines at once: each row is moved on by its own
transaction, and what another run has moved on already isn't there any more.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from timebank.domain.rules import Rules, SilenceRule
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.importing import ImportBatch, ImportState
from timebank.models.login import AttemptCount, SignInCode
from timebank.models.request_key import RequestKeyRow
from timebank.services.coordinating.notices import queue_notice, someone_died
from timebank.services.giving.favour_steps import count_silence
from timebank.services.network.rules import rules_of
from timebank.services.telling.stories import erase_old_stories

REQUEST_KEYS_KEPT = timedelta(days=30)
UPLOADS_KEPT = timedelta(days=1)


def favours_to_remind(session: Session, *, now: datetime) -> Sequence[int]:
    """Ids of favours whose receivers should be reminded that they wait."""
    found: list[int] = []
    for antenna_id, rules in _antennas(session):
        found += session.scalars(
            select(Favour.id).where(
                Favour.antenna_id == antenna_id,
                Favour.state == FavourState.LOGGED,
                Favour.reminded_at.is_(None),
                Favour.logged_at <= now - timedelta(days=rules.reminder_days),
            )
        )
    return found


def remind_of_favour(session: Session, favour_id: int, *, now: datetime) -> bool:
    """Remind the receivers of one favour, once; whether this run did it."""
    favour = session.scalar(select(Favour).where(Favour.id == favour_id).with_for_update())
    if favour is None or favour.reminded_at is not None or favour.state is not FavourState.LOGGED:
        return False
    favour.reminded_at = now
    for member in () if someone_died(favour) else favour.receivers:
        queue_notice(
            session,
            member.person,
            "favour_reminder",
            dedupe_key=f"favour_reminder:{favour.uid}:{member.id}",
            now=now,
            antenna_id=member.antenna_id,
            params={"favour": str(favour.uid)},
        )
    session.flush()
    return True


def favours_that_silence_confirms(session: Session, *, now: datetime) -> Sequence[int]:
    """Ids of favours that nobody objected to in time, in antennas where that counts."""
    found: list[int] = []
    for antenna_id, rules in _antennas(session):
        if rules.silence is not SilenceRule.COUNTS:
            continue
        found += session.scalars(
            select(Favour.id).where(
                Favour.antenna_id == antenna_id,
                *_silent_since(rules, now),
            )
        )
    return found


def _silent_since(rules: Rules, now: datetime) -> Sequence[ColumnElement[bool]]:
    """Nobody objected in time: not since it was logged, and not since those who were helped were reminded.

    Antenna work has nobody to remind: a coordinator has to say a word for it.
    """
    return (
        Favour.state == FavourState.LOGGED,
        Favour.for_antenna.is_(False),
        Favour.logged_at <= now - timedelta(days=rules.final_days),
        Favour.reminded_at <= now - timedelta(days=rules.final_days - rules.reminder_days),
    )


def confirm_by_silence(session: Session, favour_id: int, *, now: datetime) -> bool:
    """Confirm one favour that nobody objected to; whether this run did it.

    Raises:
        TimebankError: the books refuse it; it stays on the ring list.
    """
    antenna_id = session.scalar(select(Favour.antenna_id).where(Favour.id == favour_id))
    if antenna_id is None:
        return False
    rules = rules_of(session, antenna_id)
    query = select(Favour).where(Favour.id == favour_id, *_silent_since(rules, now))
    favour = session.scalar(query.with_for_update())
    if favour is None or rules.silence is not SilenceRule.COUNTS:
        return False
    if someone_died(favour):
        return False
    count_silence(session, favour, now=now)
    return True


def tidy_up(session: Session, *, now: datetime) -> dict[str, int]:
    """Erase what has had its time; how many rows of each kind."""
    uploads = (
        update(ImportBatch)
        .where(
            ImportBatch.state == ImportState.DRAFT,
            ImportBatch.uploaded_at < now - UPLOADS_KEPT,
            ImportBatch.content.is_not(None),
        )
        .values(content=None, version=ImportBatch.version + 1)
    )
    work = {
        "uploads": uploads,
        "request_keys": delete(RequestKeyRow).where(RequestKeyRow.created_at < now - REQUEST_KEYS_KEPT),
        "sign_in_codes": delete(SignInCode).where(SignInCode.expires_at < now - timedelta(days=1)),
        "attempts": delete(AttemptCount).where(AttemptCount.window_start < now - timedelta(days=2)),
    }
    options = {"synchronize_session": False}
    done = {
        name: int(getattr(session.execute(statement, execution_options=options), "rowcount", 0))
        for name, statement in work.items()
    }
    return done | {"stories": erase_old_stories(session, now=now)}


def _antennas(session: Session) -> list[tuple[int, Rules]]:
    ids = session.scalars(select(Antenna.id).order_by(Antenna.id)).all()
    return [(antenna_id, rules_of(session, antenna_id)) for antenna_id in ids]

"""Erasing the text of signals, some days after their end; channel, outcome and days stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.permissions import SYSTEM
from timebank.domain.states import SIGNAL_STEPS, SignalState, SignalStep, next_state
from timebank.models.antenna import Antenna
from timebank.models.signal import Signal, SignalLine
from timebank.services.audit import write_down
from timebank.services.network.rules import rules_of


@dataclass(frozen=True)
class ToErase:
    """A signal whose time is over: which one, where, and since when."""

    signal_id: int
    uid: UUID
    antenna: str
    ended_on: date


def signals_to_erase(session: Session, *, now: datetime) -> Sequence[ToErase]:
    """Signals that ended at least the antenna's number of days ago; nothing is erased."""
    found: list[ToErase] = []
    for antenna in session.scalars(select(Antenna).order_by(Antenna.id)):
        days = rules_of(session, antenna.id).signal_days
        rows = session.scalars(
            select(Signal)
            .where(
                Signal.antenna_id == antenna.id,
                Signal.state == SignalState.ENDED,
                Signal.ended_at <= now - timedelta(days=days),
            )
            .order_by(Signal.id)
        )
        found += [
            ToErase(row.id, row.uid, antenna.slug, local_day(row.ended_at, antenna.timezone))
            for row in rows
            if row.ended_at is not None
        ]
    return found


def erase_signal(session: Session, signal_id: int, *, now: datetime) -> bool:
    """Erase the words of one signal and of its lines, and whom it was about; whether this run did it."""
    signal = session.scalar(select(Signal).where(Signal.id == signal_id).with_for_update(of=Signal))
    if signal is None or signal.state is not SignalState.ENDED or signal.ended_at is None:
        return False
    if signal.ended_at > now - timedelta(days=rules_of(session, signal.antenna_id).signal_days):
        return False
    empty_signal(session, signal, now=now)
    return True


def empty_signal(session: Session, signal: Signal, *, now: datetime) -> None:
    """Erase what an ended signal and its lines say, before its time when the person it is about is erased."""
    if signal.state is not SignalState.ENDED:
        return
    signal.state = next_state(SIGNAL_STEPS, signal.state, SignalStep.ERASE)
    signal.words = signal.about_words = signal.told_by = ""
    signal.about_member_id, signal.erased_at = None, now
    session.flush()  # the guard lets lines go only once their signal is erased
    session.execute(
        update(SignalLine).where(SignalLine.signal_id == signal.id).values(words=""),
        execution_options={"synchronize_session": False},
    )
    write_down(
        session,
        "signal_erase",
        actor=SYSTEM,
        now=now,
        antenna_id=signal.antenna_id,
        subject=f"signal:{signal.uid}",
    )
    session.flush()

"""What comes of a questionnaire: counts while it runs, one mean once it is over, and no single answer."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.days import local_day, network_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require
from timebank.models.questionnaire import CHANGE_LEAST, QuestionnaireAnswer, QuestionnaireRound
from timebank.participation.periods import Period
from timebank.participation.wellbeing import PairedChange, paired_change
from timebank.services.audit import write_down


@dataclass(frozen=True)
class RoundView:
    """A round and how many answered; who didn't agree is nowhere. ``erases`` answers go on ``erased_on``."""

    round: QuestionnaireRound
    first: int
    again: int
    erased_on: date

    @property
    def erases(self) -> int:
        """How many single answers go."""
        return self.first + self.again


def find_round(session: Session, uid: uuid.UUID, *, actor: Actor) -> RoundView:
    """A round with its counts, for the antenna's coordinators.

    Raises:
        NotFoundError, NotAllowedError: none of this actor's business.
    """
    found = session.scalar(select(QuestionnaireRound).where(QuestionnaireRound.uid == uid))
    if found is None:
        raise NotFoundError
    require(is_coordinator(actor, found.antenna_id), actor, found.antenna_id)
    return _views(session, [found])[0]


def list_rounds(session: Session, antenna_id: int, *, actor: Actor) -> tuple[RoundView, ...]:
    """An antenna's rounds, newest first, for its coordinators.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    query = select(QuestionnaireRound).where(QuestionnaireRound.antenna_id == antenna_id)
    return _views(session, session.scalars(query.order_by(QuestionnaireRound.id.desc())).all())


def change_of(found: QuestionnaireRound, *, least: int) -> PairedChange | None:
    """What may be told of a round that is over to an audience of ``least``; None where that is nothing."""
    if found.change_tenths is None or found.answered_twice is None or found.answered_twice < least:
        return None
    return PairedChange(found.change_tenths / 10, found.answered_twice, found.asked)


def wellbeing_of(session: Session, antenna_id: int, *, through: date, least: int) -> PairedChange | None:
    """The paired change of the last round that was over on ``through``, for an audience of ``least``."""
    found = session.scalar(_over(antenna_id).where(QuestionnaireRound.ends_on <= through).limit(1))
    return None if found is None else change_of(found, least=least)


def round_ended_in(session: Session, antenna_id: int, period: Period) -> QuestionnaireRound | None:
    """The last round that ended in the period and whose answers are erased."""
    within = (QuestionnaireRound.ends_on >= period.first, QuestionnaireRound.ends_on < period.after)
    return session.scalar(_over(antenna_id).where(*within).limit(1))


def _over(antenna_id: int) -> Select[QuestionnaireRound]:
    """Rounds that are over, the last one first."""
    return (
        select(QuestionnaireRound)
        .where(QuestionnaireRound.antenna_id == antenna_id, QuestionnaireRound.erased_at.is_not(None))
        .order_by(QuestionnaireRound.ends_on.desc(), QuestionnaireRound.id.desc())
    )


def rounds_to_erase(session: Session, *, now: datetime) -> tuple[RoundView, ...]:
    """The rounds that are over and whose answers go at the next tick; the day is each antenna's own."""
    waiting = session.scalars(
        select(QuestionnaireRound)
        .where(QuestionnaireRound.erased_at.is_(None))
        .where(QuestionnaireRound.ends_on <= network_day(now) + timedelta(days=1))
        .order_by(QuestionnaireRound.id)
    ).all()
    over = [each for each in waiting if each.ends_on < local_day(now, each.antenna.timezone)]
    return _views(session, over)


def erase_round(session: Session, round_id: int, *, now: datetime) -> bool:
    """Add the answers of a round that is over up, and erase every one of them; whether this run did it."""
    query = select(QuestionnaireRound).where(QuestionnaireRound.id == round_id)
    found = session.scalar(query.with_for_update(of=QuestionnaireRound))
    if found is None or found.erased_at is not None:
        return False
    if found.ends_on >= local_day(now, found.antenna.timezone):
        return False
    pairs = _pairs(session, found)
    change = paired_change(pairs, found.asked, least=CHANGE_LEAST)
    session.execute(
        delete(QuestionnaireAnswer).where(QuestionnaireAnswer.round_id == found.id),
        execution_options={"synchronize_session": False},
    )
    found.answered_twice, found.erased_at = len(pairs), now
    found.change_tenths = None if change is None else round(change.mean * 10)
    write_down(
        session,
        "erase_answers",
        actor=SYSTEM,
        now=now,
        antenna_id=found.antenna_id,
        subject=f"round:{found.uid}",
    )
    session.flush()
    return True


def _pairs(session: Session, found: QuestionnaireRound) -> list[tuple[int, int]]:
    first, again = aliased(QuestionnaireAnswer), aliased(QuestionnaireAnswer)
    rows = session.execute(
        select(first.score, again.score)
        .join(again, (again.round_id == first.round_id) & (again.member_id == first.member_id))
        .where(first.round_id == found.id, first.second.is_(False), again.second.is_(True))
    )
    return [(row[0], row[1]) for row in rows]


def _views(session: Session, rounds: Sequence[QuestionnaireRound]) -> tuple[RoundView, ...]:
    counted = {
        (row[0], row[1]): row[2]
        for row in session.execute(
            select(QuestionnaireAnswer.round_id, QuestionnaireAnswer.second, func.count())
            .where(QuestionnaireAnswer.round_id.in_([each.id for each in rounds]))
            .group_by(QuestionnaireAnswer.round_id, QuestionnaireAnswer.second)
        )
    }
    return tuple(
        RoundView(
            each,
            counted.get((each.id, False), 0),
            counted.get((each.id, True), 0),
            each.ends_on + timedelta(days=1),
        )
        for each in rounds
    )

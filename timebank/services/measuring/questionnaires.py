"""The questionnaire: voluntary, spoken or on paper, and never more than one mean is told of it.

Nobody reads an answer back: whoever wrote it down sees it once, before it is kept. The audit says
neither whose answer it was nor how they answered.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from timebank.domain.channels import Channel
from timebank.domain.consents import Purpose
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.domain.scales import Scale, score_of
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.questionnaire import QuestionnaireAnswer, QuestionnaireRound
from timebank.orm import insert_rows, table_of
from timebank.services.audit import write_down
from timebank.services.privacy.consents import consent_ended

PERIOD_MAX = timedelta(days=2 * 366)
ASKED_MAX = 100_000


@dataclass(frozen=True)
class NewRound:
    """A scale and its period, at most two years."""

    scale: Scale
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class NewAnswer:
    """The answers of one member, item by item, and their yes to it. ``second``: at the end of the round."""

    member_uid: uuid.UUID
    answers: tuple[str, ...]
    agreed: bool
    second: bool = False
    channel: Channel = Channel.TALK


def open_round(
    session: Session, antenna_id: int, new: NewRound, *, actor: Actor, now: datetime
) -> QuestionnaireRound:
    """Begin a round; one of the same scale at a time.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
        InvalidInputError: days that can't be (``round_days``), or a round that overlaps (``round_open``).
    """
    antenna = session.scalar(select(Antenna).where(Antenna.id == antenna_id).with_for_update())
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    today = local_day(now, antenna.timezone)
    if not new.starts_on < new.ends_on <= new.starts_on + PERIOD_MAX or new.ends_on < today:
        raise InvalidInputError(
            "round_days", "Choose a last day that is still to come, within two years.", field="ends_on"
        )
    there = select(QuestionnaireRound.id).where(
        QuestionnaireRound.antenna_id == antenna_id,
        QuestionnaireRound.scale == new.scale,
        QuestionnaireRound.starts_on <= new.ends_on,
        QuestionnaireRound.ends_on >= new.starts_on,
    )
    if session.scalar(there.limit(1)) is not None:
        raise InvalidInputError("round_open", "There is a round in these days already.", field="starts_on")
    made = QuestionnaireRound(
        uid=uuid.uuid4(),
        antenna_id=antenna_id,
        scale=new.scale,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        asked=0,
        opened_by_id=actor.person_id or None,
        opened_at=now,
    )
    session.add(made)
    session.flush()
    session.refresh(made)
    _note(session, made, "open_round", actor, now)
    return made


def note_asked(
    session: Session,
    uid: uuid.UUID,
    asked: int,
    *,
    version: int | None = None,
    actor: Actor,
    now: datetime,
) -> QuestionnaireRound:
    """Write down how many members were offered the questionnaire, whether or not they answered.

    Raises:
        InvalidInputError: ``number_out_of_range``.
        StaleError: something of the round changed since ``version`` was read.
        WrongStateError: the round is over.
    """
    found = _lock(session, uid, actor)
    if version is not None and found.version != version:
        raise StaleError
    _refuse_over(found, now)
    if not 0 <= asked <= ASKED_MAX:
        raise InvalidInputError(
            "number_out_of_range", "Choose between {low} and {high}.", field="asked", low=0, high=ASKED_MAX
        )
    found.asked = asked
    _note(session, found, "note_asked", actor, now)
    return found


def add_answer(
    session: Session, uid: uuid.UUID, new: NewAnswer, *, actor: Actor, now: datetime
) -> QuestionnaireRound:
    """Keep the score of one member's answers, and nothing else of them.

    Raises:
        InvalidInputError: no yes, or one to such questions that ended (``questions_not_wished``), an item
            without answer, someone who isn't a member, or who has answered already (``answered_already``).
        WrongStateError: the round is over or still to come.
    """
    found = _lock(session, uid, actor)
    _refuse_over(found, now)
    if not new.agreed:
        raise InvalidInputError(
            "consent_to_answer", "Ask them first. Nobody answers without their yes.", field="agreed"
        )
    score = score_of(found.scale, new.answers)
    member = session.scalar(select(Member).where(Member.uid == new.member_uid))
    if member is None or member.antenna_id != found.antenna_id or member.state not in PRESENT_STATES:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="member")
    today = local_day(now, found.antenna.timezone)
    if consent_ended(session, member.id, Purpose.QUESTIONS, today=today):
        raise InvalidInputError(
            "questions_not_wished",
            "Their yes to such questions has ended. Ask for it again first, on their page.",
            field="member",
        )
    key = {"round_id": found.id, "member_id": member.id, "second": new.second}
    if session.get(QuestionnaireAnswer, tuple(key.values())) is not None:
        raise InvalidInputError("answered_already", "Their answers are kept already.", field="member")
    row = key | {
        "scale": found.scale.value,
        "score": score,
        "channel": new.channel.value,
        "consent_on": today,
    }
    insert_rows(session, table_of(QuestionnaireAnswer), [row])
    _counts_changed(found)
    _note(session, found, "add_answer", actor, now)
    return found


def withdraw_answers(
    session: Session, uid: uuid.UUID, member_uid: uuid.UUID, *, actor: Actor, now: datetime
) -> QuestionnaireRound:
    """A member would rather not have answered: both answers go, if there were any. Nothing tells which.

    Raises:
        WrongStateError: the round is over: no single answer is left.
    """
    found = _lock(session, uid, actor)
    if found.erased_at is not None:
        raise WrongStateError(state="over", step="withdraw")
    member = select(Member.id).where(Member.uid == member_uid, Member.antenna_id == found.antenna_id)
    session.execute(
        delete(QuestionnaireAnswer)
        .where(QuestionnaireAnswer.round_id == found.id)
        .where(QuestionnaireAnswer.member_id.in_(member)),
        execution_options={"synchronize_session": False},
    )
    _counts_changed(found)
    _note(session, found, "withdraw_answers", actor, now)
    return found


def _lock(session: Session, uid: uuid.UUID, actor: Actor) -> QuestionnaireRound:
    query = select(QuestionnaireRound).where(QuestionnaireRound.uid == uid)
    found = session.scalar(query.with_for_update(of=QuestionnaireRound))
    if found is None:
        raise NotFoundError
    require(is_coordinator(actor, found.antenna_id), actor, found.antenna_id)
    require_full_rights(actor)
    return found


def _refuse_over(found: QuestionnaireRound, now: datetime) -> None:
    today = local_day(now, found.antenna.timezone)
    if found.erased_at is not None or today > found.ends_on:
        raise WrongStateError(state="over", step="answer")
    if today < found.starts_on:
        raise InvalidInputError(
            "not_yet", "This day is still to come. Say afterwards how it went.", field="member"
        )


def _counts_changed(found: QuestionnaireRound) -> None:
    """Readers hold the round's version: it grows with the counts, also where nothing was there to withdraw."""
    flag_modified(found, "asked")


def _note(session: Session, found: QuestionnaireRound, action: str, actor: Actor, now: datetime) -> None:
    write_down(
        session, action, actor=actor, now=now, antenna_id=found.antenna_id, subject=f"round:{found.uid}"
    )
    session.flush()

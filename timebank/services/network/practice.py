"""Practice asks: what a team tries the desk on before it goes live, and what goes away then.

Who asks is invented and no member, so that a promise that happened writes no favour and moves no
hours (``say_it_happened``). That is why they can be deleted: nothing of them is in the books.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.ask import Ask, AskWindow
from timebank.models.desk import OpeningStep
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal, ShownList
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk
from timebank.services.audit import write_down
from timebank.services.network.preparing import check_preparing, hold_antenna

PRACTICE = "practice:"
"""How the step of a practice ask begins; its uid follows."""


@dataclass(frozen=True)
class PracticeAsk:
    """An invented ask, in the team's own language."""

    words: str
    asker_name: str
    category: str


def begin_practice(
    session: Session, antenna_id: int, asks: Sequence[PracticeAsk], *, actor: Actor, now: datetime
) -> None:
    """Put practice asks on the desk; where some are there already, nothing changes.

    Raises:
        WrongStateError: the antenna is open already.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    antenna = hold_antenna(session, antenna_id, actor=actor)
    check_preparing(antenna)
    if practice_asks(session, antenna_id):
        return
    for each in asks:
        details = AskDetails(category=each.category)
        new = NewAsk(
            antenna_id, each.words, asker_name=each.asker_name, channel=Channel.PHONE, details=details
        )
        ask = make_ask(session, new, actor=actor, now=now)
        session.add(
            OpeningStep(
                antenna_id=antenna_id,
                step=f"{PRACTICE}{ask.uid}",
                done_on=local_day(now, antenna.timezone),
                done_by_id=actor.person_id or None,
            )
        )
    write_down(session, "begin_practice", actor=actor, now=now, antenna_id=antenna_id)
    session.flush()


def end_practice(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> None:
    """Delete the practice asks with all that came of them; a second time changes nothing.

    Raises:
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    hold_antenna(session, antenna_id, actor=actor)
    ids = practice_asks(session, antenna_id)
    if not ids:
        return
    _stop_notices(session, ids)
    for table, column in ((Proposal, Proposal.ask_id), (ShownList, ShownList.ask_id)):
        session.execute(delete(table).where(column.in_(ids)))
    session.execute(delete(AskWindow).where(AskWindow.ask_id.in_(ids)))
    session.execute(delete(Ask).where(Ask.id.in_(ids)))
    session.execute(
        delete(OpeningStep).where(OpeningStep.antenna_id == antenna_id, OpeningStep.step.startswith(PRACTICE))
    )
    write_down(session, "end_practice", actor=actor, now=now, antenna_id=antenna_id)
    session.flush()


def practice_asks(session: Session, antenna_id: int) -> frozenset[int]:
    """Ids of the practice asks, and of those that follow them because they repeat."""
    uids = [
        step.removeprefix(PRACTICE)
        for step in session.scalars(
            select(OpeningStep.step).where(
                OpeningStep.antenna_id == antenna_id, OpeningStep.step.startswith(PRACTICE)
            )
        )
    ]
    found: set[int] = set()
    newest = set(session.scalars(select(Ask.id).where(Ask.uid.in_([UUID(uid) for uid in uids]))))
    while newest:
        found |= newest
        newest = set(session.scalars(select(Ask.id).where(Ask.follows_id.in_(newest))))
    return frozenset(found)


def refuse_practice(session: Session, ask: Ask) -> None:
    """No service is told of someone invented: a referral is kept for good.

    Raises:
        WrongStateError: ``practice_ask``.
    """
    if ask.id in practice_asks(session, ask.antenna_id):
        raise WrongStateError("practice_ask", "This ask is for practice. Nobody outside is told of it.")


def _stop_notices(session: Session, ask_ids: frozenset[int]) -> None:
    """What still waits to be told about them isn't told."""
    uids = session.scalars(select(Proposal.uid).where(Proposal.ask_id.in_(ask_ids))).all()
    if uids:
        session.execute(
            update(Notice)
            .where(
                Notice.state == NoticeState.WAITING, or_(*(Notice.dedupe_key.contains(str(u)) for u in uids))
            )
            .values(state=NoticeState.STOPPED)
        )

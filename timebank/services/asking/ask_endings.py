"""What becomes of someone's asks when they go."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ASK_STEPS, LIVE_ASKS, AskStep
from timebank.domain.permissions import Actor
from timebank.domain.states import next_state
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.services.asking.ask_settling import drop_proposals
from timebank.services.audit import write_down


def end_asks_of(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """Someone goes: their asks are withdrawn, for nobody is there to be helped.

    With ``tell`` who was asked or had promised hears so; after a death they hear it from people.
    """
    live = select(Ask).where(Ask.member_id == member.id, Ask.state.in_(LIVE_ASKS)).order_by(Ask.id)
    held = live.with_for_update(of=Ask).execution_options(populate_existing=True)
    for ask in session.scalars(held).all():
        drop_proposals(session, ask, tell=tell, actor=actor, now=now)
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.WITHDRAW)
        ask.ended_at, ask.ended_by_id = now, actor.person_id or None
        write_down(
            session,
            "ask_withdraw",
            actor=actor,
            now=now,
            antenna_id=ask.antenna_id,
            member_id=member.id,
            subject=f"ask:{ask.uid}",
            channel=ask.channel,
        )
    session.flush()

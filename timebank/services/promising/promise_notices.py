"""What helpers and askers are told about a proposal, each through their own channel.

Before an antenna is open (``Antenna.live_on``), nothing leaves its team: ``queue_notice`` holds that.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ProposalState
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.models.member import Member
from timebank.models.notice import Notice
from timebank.models.proposal import Proposal
from timebank.services.coordinating.notices import queue_notice

REMINDED_AT = time(9, 0)
"""When on the day before someone is reminded of a promise, local time."""


STATE_TOLD = {
    "proposal_asked": ProposalState.ASKED,
    "proposal_taken_back": ProposalState.TAKEN_BACK,
    "promise_made": ProposalState.ACCEPTED,
    "promise_reminder": ProposalState.ACCEPTED,
    "promise_called_off": ProposalState.CALLED_OFF,
    "promise_over": ProposalState.ACCEPTED,
}
"""The state in which each kind of notice still has a point."""


def notice_has_point(session: Session, notice: Notice, proposal: Proposal, *, now: datetime) -> bool:
    """Whether there is still something to tell: nothing changed since, nobody died, no reminder comes
    late, and nobody is told that a question is taken back that never reached them."""
    sides = (proposal.member, proposal.ask.member)
    if any(side is not None and side.person.died_on is not None for side in sides):
        return False
    if proposal.state is not STATE_TOLD.get(notice.kind):
        return False
    if notice.kind == "promise_reminder" and proposal.on_day is not None:
        return proposal.on_day >= local_day(now, proposal.ask.antenna.timezone)
    if notice.kind == "proposal_taken_back":
        question = session.scalar(
            select(Notice).where(
                Notice.dedupe_key == _key("proposal_asked", proposal, notice.params.get("member", 0))
            )
        )
        if question is None or question.channel is not ContactChannel.MAIL:
            return True
        return question.handed_at is not None
    return True


def tell_asked(session: Session, proposal: Proposal, *, now: datetime) -> None:
    """Ask the helper, in the way that the coordinator chose."""
    _queue(session, proposal, proposal.member, "proposal_asked", now=now, own_way=False)


def tell_taken_back(session: Session, proposal: Proposal, *, now: datetime) -> None:
    """The helper needn't answer any more."""
    _queue(session, proposal, proposal.member, "proposal_taken_back", now=now)


def tell_promised(session: Session, proposal: Proposal, *, now: datetime) -> None:
    """Both sides get who, when and where, and a reminder on the day before."""
    sides = [proposal.member] + ([proposal.ask.member] if proposal.ask.member else [])
    for member in sides:
        _queue(session, proposal, member, "promise_made", now=now)
        reminded = _day_before(proposal)
        if reminded is not None and reminded > now:
            _queue(session, proposal, member, "promise_reminder", now=now, due_at=reminded)


def tell_called_off(session: Session, proposal: Proposal, *, to_helper: bool, now: datetime) -> None:
    """A promise doesn't hold: tell the helper, or who asked."""
    member = proposal.member if to_helper else proposal.ask.member
    if member is not None:
        _queue(session, proposal, member, "promise_called_off", now=now)


def tell_over(session: Session, proposal: Proposal, *, now: datetime) -> None:
    """Ask the helper whether it happened, and how long it took."""
    _queue(session, proposal, proposal.member, "promise_over", now=now)


def _queue(
    session: Session,
    proposal: Proposal,
    member: Member,
    kind: str,
    *,
    now: datetime,
    due_at: datetime | None = None,
    own_way: bool = True,
) -> None:
    queue_notice(
        session,
        member.person,
        kind,
        dedupe_key=_key(kind, proposal, member.id),
        now=now,
        antenna_id=member.antenna_id,
        params={"proposal": str(proposal.uid), "member": member.id},
        due_at=due_at,
        channel=None if own_way else proposal.ask_channel,
    )


def _key(kind: str, proposal: Proposal, member_id: int) -> str:
    return f"{kind}:{proposal.uid}:{member_id}"


def _day_before(proposal: Proposal) -> datetime | None:
    if proposal.on_day is None:
        return None
    day = proposal.on_day - timedelta(days=1)
    return datetime.combine(day, REMINDED_AT, ZoneInfo(proposal.ask.antenna.timezone)).astimezone(UTC)

"""What helpers and askers are told about a proposal, each through their own channel.

Before an antenna is open (``Antenna.live_on``), nothing leaves its team: ``queue_notice`` holds that.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.notices import queue_notice

REMINDED_AT = time(9, 0)
"""When on the day before someone is reminded of a promise, local time."""


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
        dedupe_key=f"{kind}:{proposal.uid}:{member.id}",
        now=now,
        antenna_id=proposal.ask.antenna_id,
        params={"proposal": str(proposal.uid), "member": member.id},
        due_at=due_at,
        channel=None if own_way else proposal.ask_channel,
    )


def _day_before(proposal: Proposal) -> datetime | None:
    if proposal.on_day is None:
        return None
    day = proposal.on_day - timedelta(days=1)
    return datetime.combine(day, REMINDED_AT, ZoneInfo(proposal.ask.antenna.timezone)).astimezone(UTC)

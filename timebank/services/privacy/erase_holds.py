"""What has to be settled before a person can be erased; a dispute that runs is a hold as well."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import LIVE_PROPOSALS
from timebank.domain.days import network_day
from timebank.domain.erasing import EraseHold
from timebank.domain.referral_states import ReferralState
from timebank.domain.states import PRESENT_STATES, FavourState, MemberState, SignalState
from timebank.ledger.model import Account
from timebank.models.antenna import RoleMandate
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.favour import Favour
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.models.referral import Referral
from timebank.models.signal import Signal
from timebank.services.privacy.personal_data import asks_of, favours_of, members_of

_NEEDS_A_PLACE = (*PRESENT_STATES, MemberState.APPLIED)
_TALKED_ABOUT = (FavourState.DISPUTED, FavourState.AWAITING_SECOND)


def holds_of(session: Session, person_id: int, *, now: datetime) -> tuple[EraseHold, ...]:
    """Every reason why this person can't be erased now; none when they can."""
    checks = _own(person_id) | _with_others(person_id, now)
    return tuple(hold for hold, query in checks.items() if session.scalar(query.limit(1)) is not None)


def _own(person_id: int) -> dict[EraseHold, Select[Any]]:
    """Places, asks and promises of their own."""
    mine = members_of(person_id)
    return {
        EraseHold.STILL_MEMBER: select(Member.id).where(
            Member.person_id == person_id, Member.state.in_(_NEEDS_A_PLACE)
        ),
        EraseHold.HOURS: select(Member.id)
        .join(Account, Account.id == Member.account_id)
        .where(
            Member.person_id == person_id,
            Member.state == MemberState.LEFT,
            Account.closed_on.is_(None),
            Account.balance_minutes != 0,
        ),
        EraseHold.OPEN_ASK: select(Ask.id).where(Ask.member_id.in_(mine), Ask.ended_at.is_(None)),
        EraseHold.PROMISE: select(Proposal.id).where(
            Proposal.member_id.in_(mine), Proposal.state.in_(LIVE_PROPOSALS)
        ),
    }


def _with_others(person_id: int, now: datetime) -> dict[EraseHold, Select[Any]]:
    """What someone else has to settle with them, or take over from them."""
    mine = members_of(person_id)
    return {
        EraseHold.DISPUTE: select(Favour.id).where(
            Favour.id.in_(favours_of(person_id)), Favour.state.in_(_TALKED_ABOUT)
        ),
        EraseHold.SIGNAL: select(Signal.id).where(
            Signal.about_member_id.in_(mine), Signal.state.not_in((SignalState.ENDED, SignalState.ERASED))
        ),
        EraseHold.REFERRAL: select(Referral.id).where(
            Referral.ask_id.in_(asks_of(person_id)), Referral.state == ReferralState.OPEN
        ),
        EraseHold.ROLE: select(RoleMandate.id).where(
            RoleMandate.person_id == person_id,
            RoleMandate.ended_at.is_(None),
            or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= network_day(now)),
        ),
        EraseHold.DIRECTORY: select(DirectoryEntry.id).where(
            DirectoryEntry.owner_id == person_id, DirectoryEntry.ended_on.is_(None)
        ),
    }

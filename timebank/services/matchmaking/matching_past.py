"""What is remembered of helpers for matching: favours, noes, promises, whom they know, who is kept apart."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.ask_states import ProposalState
from timebank.domain.states import FavourState
from timebank.ledger.model import Account
from timebank.matching.inputs import Pair, Past, Promise, pair
from timebank.matching.week import BITS_A_DAY, FIRST_MINUTE, HALF_HOURS_A_DAY
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.matching import Apart
from timebank.models.member import Member
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.promising.proposal_checks import reached_helper

LATELY = timedelta(days=28)
NOES_LATELY = timedelta(days=14)
NO_KIND_LASTS = timedelta(days=180)
NO_DAY_LASTS = timedelta(days=60)
"""A 'not this kind' holds for half a year, a 'not this day' for two months, a 'not this person' always."""


def pasts_of(
    session: Session, helper_ids: frozenset[int], *, monday: date, today: date
) -> Mapping[int, Past]:
    """The past of each helper, by member id, in five statements."""
    facts: dict[int, dict[str, Any]] = defaultdict(dict)
    for helper, count in _favours_lately(session, helper_ids, today):
        facts[helper]["favours_28_days"] = count
    balances = select(Member.id, Account.balance_minutes).join(Account, Account.id == Member.account_id)
    for helper, balance in session.execute(balances.where(Member.id.in_(helper_ids))):
        facts[helper]["balance_minutes"] = balance
    for helper, last in _last_asked(session, helper_ids):
        facts[helper]["last_asked"] = last.date()
    for helper, promises in _promises(session, helper_ids, monday).items():
        facts[helper]["promises"] = tuple(promises)
    for helper, noes in _noes(session, helper_ids, today).items():
        facts[helper].update(noes)
    return {helper: Past(**known) for helper, known in facts.items()}


def known_pairs(session: Session, asker_ids: frozenset[int]) -> frozenset[Pair]:
    """Pairs of an asker and someone with whom a favour went either way."""
    one, other = aliased(FavourParty), aliased(FavourParty)
    rows = session.execute(
        select(one.member_id, other.member_id)
        .join(other, other.favour_id == one.favour_id)
        .join(Favour, Favour.id == one.favour_id)
        .where(
            one.member_id.in_(asker_ids),
            other.side != one.side,
            Favour.state == FavourState.CONFIRMED,
        )
        .distinct()
    )
    return frozenset(pair(first, second) for first, second in rows)


def kept_apart(session: Session, asker_ids: frozenset[int]) -> frozenset[Pair]:
    """Pairs of an asker and someone who isn't proposed to them, nor they to that one."""
    rows = session.execute(
        select(Apart.member_id, Apart.other_member_id).where(
            or_(Apart.member_id.in_(asker_ids), Apart.other_member_id.in_(asker_ids))
        )
    )
    return frozenset(pair(first, second) for first, second in rows)


def _last_asked(session: Session, helper_ids: frozenset[int]) -> Any:
    """When each helper was last asked; what their own antenna kept from them doesn't count."""
    return session.execute(
        select(Proposal.member_id, func.max(Proposal.asked_at))
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(Member, Member.id == Proposal.member_id)
        .where(
            Proposal.member_id.in_(helper_ids), Proposal.state != ProposalState.VOLUNTEERED, reached_helper()
        )
        .group_by(Proposal.member_id)
    )


def _favours_lately(session: Session, helper_ids: frozenset[int], today: date) -> Any:
    return session.execute(
        select(FavourParty.member_id, func.count())
        .join(Favour, Favour.id == FavourParty.favour_id)
        .where(
            FavourParty.member_id.in_(helper_ids),
            FavourParty.side == Side.GIVER,
            Favour.state == FavourState.CONFIRMED,
            Favour.done_on > today - LATELY,
            Favour.for_antenna.is_(False),
        )
        .group_by(FavourParty.member_id)
    )


def _promises(session: Session, helper_ids: frozenset[int], monday: date) -> dict[int, list[Promise]]:
    rows = session.execute(
        select(Proposal.member_id, Proposal.on_day, Proposal.from_minute, Proposal.minutes).where(
            Proposal.member_id.in_(helper_ids),
            Proposal.state.in_((ProposalState.ACCEPTED, ProposalState.DONE)),
            Proposal.on_day >= monday,
        )
    )
    found: dict[int, list[Promise]] = defaultdict(list)
    for helper, on_day, from_minute, minutes in rows:
        if on_day is None:
            continue
        half_hour = ((from_minute or FIRST_MINUTE) - FIRST_MINUTE) // 30
        start = BITS_A_DAY * (on_day - monday).days + min(max(half_hour, 0), HALF_HOURS_A_DAY - 1)
        found[helper].append(Promise(start, -(-minutes // 30)))
    return found


def _noes(session: Session, helper_ids: frozenset[int], today: date) -> dict[int, dict[str, Any]]:
    """Noes that still hold, and how many there were in the last two weeks.

    A no without a kind was their own antenna's, who said it for them: it holds for that ask alone.
    """
    midnight = datetime.combine(today, time(), ZoneInfo("UTC"))
    rows = session.execute(
        select(
            Proposal.member_id,
            Proposal.ask_id,
            Proposal.asked_at,
            Proposal.answered_at,
            Proposal.decline_kind,
            Proposal.on_day,
            Ask.member_id.label("asker"),
            Ask.category,
        )
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(Proposal.member_id.in_(helper_ids), Proposal.state == ProposalState.DECLINED)
    )
    found: dict[int, dict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    lately: dict[int, int] = defaultdict(int)
    for no in rows:
        said = no.answered_at or no.asked_at
        mine = found[no.member_id]
        mine["no_to_asks"].add(no.ask_id)
        own_no = no.decline_kind is not None
        lately[no.member_id] += own_no and said > midnight - NOES_LATELY
        if no.decline_kind is DeclineKind.NOT_THIS_KIND and said > midnight - NO_KIND_LASTS:
            mine["no_to_categories"].add(no.category)
        if no.decline_kind is DeclineKind.NOT_THIS_DAY and said > midnight - NO_DAY_LASTS:
            mine["no_to_weekdays"] |= {no.on_day.weekday()} if no.on_day else set()
        if no.decline_kind is DeclineKind.NOT_THIS_PERSON and no.asker is not None:
            mine["no_to_people"].add(no.asker)
    return {
        helper: {name: frozenset(values) for name, values in kinds.items()} | {"noes_14_days": lately[helper]}
        for helper, kinds in found.items()
    }

"""Asks, offers, matches and referrals of a period, grouped by the database."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskState, OfferState, ProposalState
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.referral_states import ReferralState
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.models.referral import Referral
from timebank.participation.counted import AskTotals
from timebank.participation.facts import AskOutcome, ReferralFact
from timebank.participation.periods import Period
from timebank.participation.referrals import ReferralFigures, referral_figures
from timebank.participation.totals import Wait
from timebank.services.measuring.participation_days import local_day_number, number_of
from timebank.services.measuring.participation_scope import Scope

KEPT = (ProposalState.ACCEPTED, ProposalState.DONE)
HELPED = frozenset({AskState.PROMISED, AskState.FILLED, AskState.PARTLY})
"""Asks that have found a helper."""

OUTCOMES: Mapping[AskState, AskOutcome] = {
    AskState.NEW: AskOutcome.OPEN,
    AskState.OPEN: AskOutcome.OPEN,
    AskState.PROMISED: AskOutcome.OPEN,
    AskState.FILLED: AskOutcome.FILLED,
    AskState.PARTLY: AskOutcome.PARTLY,
    AskState.REFERRED: AskOutcome.REFERRED,
    AskState.WITHDRAWN: AskOutcome.WITHDRAWN,
    AskState.NOBODY: AskOutcome.NOBODY,
}
"""How each state counts: a promise is an ask whose end isn't known yet."""

A_YEAR = timedelta(days=365)


def ask_totals(session: Session, scope: Scope, period: Period, *, now: datetime) -> AskTotals:
    """Everything that is counted of asks, offers and matches."""
    today = scope.today(now)
    asks = _Asks()
    asks.add(session, scope, period, today)
    agreed, recorded = _agreed(session, scope, period, today)
    return AskTotals(
        outcomes=dict(sorted(asks.outcomes.items())),
        by_channel=dict(sorted(asks.channels.items())),
        by_category=dict(sorted(asks.categories.items())),
        waits={channel: _waits(asks.waits[channel]) for channel in sorted(asks.waits)},
        with_offer=_with_offer(session, scope, period),
        with_ask=_with_ask(session, scope, Period(period.after - A_YEAR, period.after)),
        approvals=_approvals(session, scope, period),
        agreed=agreed,
        recorded=recorded,
    )


class _Asks:
    """Counts of asks while their rows are read."""

    def __init__(self) -> None:
        self.outcomes: Counter[AskOutcome] = Counter()
        self.channels: Counter[Channel] = Counter()
        self.categories: Counter[str] = Counter()
        self.waits: dict[Channel, Counter[tuple[int, bool]]] = defaultdict(Counter)

    def add(self, session: Session, scope: Scope, period: Period, today: date) -> None:
        """Read the asks made in the period; an open one has waited until today."""
        agreed = (
            select(Proposal.ask_id, func.max(Proposal.answered_at).label("at"))
            .where(Proposal.state.in_(KEPT))
            .group_by(Proposal.ask_id)
            .subquery()
        )
        until = func.coalesce(agreed.c.at, Ask.ended_at)
        last = func.coalesce(local_day_number(session, until, scope, today), number_of(today))
        asked = (
            select(
                Ask.state,
                Ask.channel,
                Ask.category,
                (last - local_day_number(session, Ask.made_at, scope, today)).label("days"),
            )
            .join(Antenna, Antenna.id == Ask.antenna_id)
            .outerjoin(agreed, and_(agreed.c.ask_id == Ask.id, Ask.state.in_(HELPED)))
            .where(scope.made_in(Ask.antenna_id, Ask.made_at, period))
            .subquery()
        )
        groups = asked.c.state, asked.c.channel, asked.c.category, asked.c.days
        for state, channel, category, days, asks in session.execute(
            select(*groups, func.count()).group_by(*groups)
        ):
            self.outcomes[OUTCOMES[state]] += asks
            self.channels[channel] += asks
            self.categories[category] += asks
            self.waits[channel][days, state in HELPED] += asks


def _waits(counted: Mapping[tuple[int, bool], int]) -> tuple[Wait, ...]:
    return tuple(Wait(days, filled, counted[days, filled]) for days, filled in sorted(counted))


def _with_offer(session: Session, scope: Scope, period: Period) -> frozenset[int]:
    """Members whose offer stood on some day of the period."""
    ever = Period(date(1970, 1, 1), period.after)
    later = Period(period.first, date(9999, 1, 1))
    return frozenset(
        session.scalars(
            select(Offer.member_id)
            .join(Member, Member.id == Offer.member_id)
            .where(
                scope.made_in(Member.antenna_id, Offer.made_at, ever),
                or_(
                    Offer.state == OfferState.STANDING,
                    scope.made_in(Member.antenna_id, Offer.changed_at, later),
                ),
                or_(Member.ended_on.is_(None), Member.ended_on > period.first),
            )
        )
    )


def _with_ask(session: Session, scope: Scope, period: Period) -> frozenset[int]:
    """Members who asked for something in the period."""
    rows = session.scalars(
        select(Ask.member_id)
        .where(scope.made_in(Ask.antenna_id, Ask.made_at, period), Ask.member_id.is_not(None))
        .distinct()
    )
    return frozenset(each for each in rows if each is not None)


def _approvals(session: Session, scope: Scope, period: Period) -> dict[int, int]:
    """How many matches each person of the team brought about: questions that got a yes."""
    rows = session.execute(
        select(Proposal.asked_by_id, func.count())
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(
            scope.made_in(Ask.antenna_id, Proposal.asked_at, period),
            Proposal.state.in_(KEPT),
            Proposal.asked_by_id.is_not(None),
        )
        .group_by(Proposal.asked_by_id)
        .order_by(Proposal.asked_by_id)
    )
    return {person_id: count for person_id, count in rows if person_id is not None}


def _agreed(session: Session, scope: Scope, period: Period, today: date) -> tuple[int, int]:
    """(promises whose day is past, of them written down as a favour)."""
    row = session.execute(
        select(func.count(), func.count(Proposal.favour_id))
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(
            and_(Ask.antenna_id.in_(scope.antenna_ids), Proposal.state.in_(KEPT)),
            Proposal.on_day >= period.first,
            Proposal.on_day < min(period.after, today),
        )
        .select_from(Proposal)
    ).one()
    return row[0], row[1]


def referral_totals(session: Session, scope: Scope, period: Period) -> ReferralFigures:
    """The referrals made in the period. That the service helped is its yes, and the day on which we heard so."""
    rows = session.execute(
        select(
            Ask.antenna_id,
            Referral.entry_id,
            Referral.made_at,
            Referral.consent_on,
            Referral.state,
            Referral.ended_at,
        )
        .join(Ask, Ask.id == Referral.ask_id)
        .where(scope.made_in(Ask.antenna_id, Referral.made_at, period))
    )
    return referral_figures(
        ReferralFact(
            service=str(entry_id),
            proposed_on=local_day(made_at, scope.zone_of(antenna_id)),
            consented_on=consent_on,
            accepted_on=_yes_on(state, ended_at, scope.zone_of(antenna_id)),
            outcome_known=state in (ReferralState.HELPED, ReferralState.NOT_HELPED),
        )
        for antenna_id, entry_id, made_at, consent_on, state, ended_at in rows
    )


def _yes_on(state: ReferralState, ended_at: datetime | None, zone: str) -> date | None:
    if state is not ReferralState.HELPED or ended_at is None:
        return None
    return local_day(ended_at, zone)

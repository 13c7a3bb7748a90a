"""One queue for an antenna's coordinators: everything that needs a person, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.ask_states import AskState, ProposalState
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.domain.desk import DeskKind, DeskRow, in_order, kind_of_ask
from timebank.domain.help import Urgency
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import FavourState, GiftState
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty
from timebank.models.gift import Gift
from timebank.models.member import Member
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_guesses import flags_of_asks
from timebank.services.coordinating.desk_people import member_rows, offer_rows, start_of
from timebank.services.coordinating.signal_lists import about_of, list_signals
from timebank.services.matchmaking.pools import neighbours_of
from timebank.services.network.rules import rules_of
from timebank.services.promising.promise_lists import LIVE, call_kind
from timebank.services.promising.promise_views import asker_given_name
from timebank.services.promising.proposal_endings import gone_helper, why_called_off
from timebank.services.referring.directory_lists import count_stale
from timebank.services.referring.referral_lists import referrals_to_follow

_CALL_KINDS = {
    "volunteers": DeskKind.VOLUNTEER,
    "questions": DeskKind.NO_ANSWER,
    "over": DeskKind.HOW_IT_WENT,
}
_FAVOUR_KINDS = {
    FavourState.DISPUTED: DeskKind.DISPUTE,
    FavourState.AWAITING_SECOND: DeskKind.FAVOUR_SECOND,
    FavourState.LOGGED: DeskKind.TO_CONFIRM,
}


def desk_rows(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> tuple[DeskRow, ...]:
    """What needs a person in this antenna, in the order in which it does.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    antenna = session.get_one(Antenna, antenna_id)
    today = local_day(now, antenna.timezone)
    final_days = rules_of(session, antenna_id).final_days
    return in_order(
        (
            *_asks(session, antenna_id, today, actor),
            *_over_border(session, antenna_id, today),
            *_favours(session, antenna_id, now - timedelta(days=final_days)),
            *_gifts(session, antenna_id),
            *_signals(session, antenna_id, today, actor),
            *_referrals(session, antenna_id, actor, now),
            *member_rows(session, antenna_id, today),
            *offer_rows(session, antenna_id, today, now),
            *_notices(session, antenna, now),
            *_stale(session, antenna, actor, now),
            *_pools(session, antenna, actor),
        )
    )


def _asks(session: Session, antenna_id: int, today: date, actor: Actor) -> Iterator[DeskRow]:
    """Asks that need someone, and the questions, volunteers and promises about which someone is rung."""
    open_states = AskState.NEW, AskState.OPEN
    asks = session.scalars(
        select(Ask)
        .options(joinedload(Ask.member), selectinload(Ask.windows))
        .where(Ask.antenna_id == antenna_id, Ask.state.in_(open_states))
    ).all()
    flags = flags_of_asks(session, antenna_id, asks)
    proposals: dict[int, list[Proposal]] = defaultdict(list)
    for proposal in session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .options(joinedload(Proposal.member), joinedload(Proposal.ask).joinedload(Ask.member))
        .where(Ask.antenna_id == antenna_id, or_(Ask.state.in_(open_states), Proposal.state.in_(LIVE)))
        .order_by(Proposal.id)
    ):
        proposals[proposal.ask_id].append(proposal)
    in_hand = set()
    for ask_id, asked in proposals.items():
        # Another antenna's helpers are rung from their own desk.
        rows = [row for each in asked if _is_rung_here(each) for row in _proposal(each, today)]
        if any(row.kind is not DeskKind.HOW_IT_WENT for row in rows):
            in_hand.add(ask_id)
        # Nobody has decided yet about a volunteer; whom a coordinator asked, was asked knowingly.
        flagged = bool(flags.get(ask_id))
        yield from (replace(r, professional=flagged and r.kind is DeskKind.VOLUNTEER) for r in rows)
    for ask in asks:
        for row in _ask(ask, proposals[ask.id], today, in_hand=ask.id in in_hand):
            professional = bool(flags[ask.id]) and row.kind is not DeskKind.PAST_DAY
            why = why_called_off(proposals[ask.id], actor=actor)
            yield replace(row, professional=professional, why=why)


def _over_border(session: Session, antenna_id: int, today: date) -> Iterator[DeskRow]:
    """What another antenna asks of a helper of ours: to pass on, and then to ring about like any other."""
    for proposal in session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(Member, Member.id == Proposal.member_id)
        .options(
            joinedload(Proposal.member),
            joinedload(Proposal.ask).options(joinedload(Ask.antenna), joinedload(Ask.member)),
        )
        .where(
            Member.antenna_id == antenna_id,
            Ask.antenna_id != antenna_id,
            Proposal.state.in_((ProposalState.HANDED_OVER, *LIVE)),
        )
        .order_by(Proposal.id)
    ):
        if not proposal.at_own_desk:
            if proposal.state is ProposalState.VOLUNTEERED:
                continue
            for row in _proposal(proposal, today):
                # As to the helper: who asks has a given name until there is a promise.
                asked = proposal.state is ProposalState.ASKED
                yield replace(row, what=asker_given_name(proposal.ask)) if asked else row
            continue
        who, what = proposal.member.person.name, proposal.ask.antenna.name
        key, urgent = f"promise:{proposal.uid}", _is_urgent(proposal.ask)
        offered = proposal.state is ProposalState.VOLUNTEERED
        kind = DeskKind.OFFER_OVER if offered else DeskKind.OVER_BORDER
        yield DeskRow(kind, key, str(proposal.uid), proposal.asked_at, who, what, urgent=urgent)


def _is_rung_here(proposal: Proposal) -> bool:
    """Whether it is a row of the ask's antenna: of another one's helpers, only an 'I can' that was passed on."""
    passed_on = proposal.state is ProposalState.VOLUNTEERED and not proposal.at_own_desk
    return passed_on or not proposal.over_border


def _proposal(proposal: Proposal, today: date) -> Iterator[DeskRow]:
    kind = _CALL_KINDS.get(call_kind(proposal, today)) if proposal.state in LIVE else None
    if kind is None:
        return
    ask, over = proposal.ask, kind is DeskKind.HOW_IT_WENT
    since = start_of(proposal.on_day or today) if over else proposal.asked_at
    what = ask.words if kind is DeskKind.VOLUNTEER else ask.asker
    key, who, urgent = f"promise:{proposal.uid}", proposal.member.person.name, not over and _is_urgent(ask)
    yield DeskRow(kind, key, str(proposal.uid), since, who, what, urgent)


def _ask(ask: Ask, proposals: list[Proposal], today: date, *, in_hand: bool) -> Iterator[DeskRow]:
    states = [each.state for each in proposals]
    past = ask.last_day is not None and ask.last_day < today
    kind = kind_of_ask(ask.state, states, urgent=_is_urgent(ask), past=past, in_hand=in_hand)
    if kind is None:
        return
    soon = ask.last_day is not None and today <= ask.last_day <= today + timedelta(days=1)
    urgent = kind is not DeskKind.PAST_DAY and (_is_urgent(ask) or soon)
    key, gone = f"ask:{ask.uid}", gone_helper(proposals)
    yield DeskRow(kind, key, str(ask.uid), ask.made_at, ask.asker, ask.words, urgent, gone=gone)


def _is_urgent(ask: Ask) -> bool:
    return ask.urgency >= Urgency.URGENT


def _favours(session: Session, antenna_id: int, late: datetime) -> Iterator[DeskRow]:
    """Disputes, what waits for a second person, and what waits for a yes since before ``late``."""
    party = selectinload(Favour.parties).joinedload(FavourParty.member).joinedload(Member.person)
    for favour in session.scalars(
        select(Favour)
        .options(party)
        .where(
            Favour.antenna_id == antenna_id,
            or_(
                Favour.state.in_((FavourState.DISPUTED, FavourState.AWAITING_SECOND)),
                (Favour.state == FavourState.LOGGED) & (Favour.logged_at <= late),
            ),
        )
    ):
        givers = ", ".join(member.person.name for member in favour.givers)
        receivers = ", ".join(member.person.name for member in favour.receivers)
        since = favour.disputed_at or favour.logged_at
        kind, key = _FAVOUR_KINDS[favour.state], f"favour:{favour.uid}"
        yield DeskRow(kind, key, str(favour.uid), since, givers, receivers)


def _gifts(session: Session, antenna_id: int) -> Iterator[DeskRow]:
    for gift in session.scalars(
        select(Gift)
        .options(joinedload(Gift.to_member))
        .where(Gift.from_antenna_id == antenna_id, Gift.state == GiftState.PROPOSED)
    ):
        who = gift.to_member.person.name if gift.to_member else ""
        yield DeskRow(DeskKind.GIFT_SECOND, f"gift:{gift.uid}", str(gift.uid), gift.proposed_at, who)


def _signals(session: Session, antenna_id: int, today: date, actor: Actor) -> Iterator[DeskRow]:
    """Signals that nobody has, or whose day of the next look is here."""
    for signal in list_signals(session, antenna_id, actor=actor):
        if signal.follow_up_on is None or signal.follow_up_on <= today:
            key, who = f"signal:{signal.uid}", about_of(signal)
            yield DeskRow(DeskKind.SIGNAL, key, str(signal.uid), signal.told_at, who, signal.words)


def _referrals(session: Session, antenna_id: int, actor: Actor, now: datetime) -> Iterator[DeskRow]:
    for referral in referrals_to_follow(session, antenna_id, actor=actor, now=now).due:
        since, key = start_of(referral.follow_up_on), f"referral:{referral.uid}"
        who, what = referral.ask.asker, referral.entry.name
        yield DeskRow(DeskKind.REFERRAL, key, str(referral.uid), since, who, what)


def _notices(session: Session, antenna: Antenna, now: datetime) -> Iterator[DeskRow]:
    """One row for all that is to be told by phone or in a talk, and one for the letters to send."""
    by_letter = Notice.channel == ContactChannel.LETTER
    for letter, number, since in session.execute(
        select(by_letter, func.count(Notice.id), func.min(Notice.due_at))
        .where(
            Notice.state == NoticeState.WAITING,
            Notice.channel != ContactChannel.MAIL,
            Notice.antenna_id == antenna.id,
            Notice.due_at <= now,
        )
        .group_by(by_letter)
    ):
        kind, name = (DeskKind.TO_POST, "post") if letter else (DeskKind.TO_TELL, "tell")
        yield DeskRow(kind, f"{name}:{antenna.slug}", antenna.slug, since, number=number)


def _pools(session: Session, antenna: Antenna, actor: Actor) -> Iterator[DeskRow]:
    """Each antenna that would help over the border and waits for our answer."""
    for each in neighbours_of(session, antenna.id, actor=actor):
        if each.state == "asked" and each.theirs is not None:
            key, since = f"pool:{each.antenna.slug}", each.theirs.recorded_at
            yield DeskRow(DeskKind.POOL, key, antenna.slug, since, each.antenna.name)


def _stale(session: Session, antenna: Antenna, actor: Actor, now: datetime) -> Iterator[DeskRow]:
    """One row for all services that are to be checked again."""
    number = count_stale(session, antenna.id, actor=actor, now=now)
    if number:
        yield DeskRow(DeskKind.STALE, f"stale:{antenna.slug}", antenna.slug, now, number=number)

"""Proving that causes and transfers agree (invariant 13): nothing moves without a favour or gift, and each
moved exactly what it says."""

from collections.abc import Iterator

from sqlalchemy import Select, and_, exists, func, not_, or_, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.states import FavourState, GiftState
from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind
from timebank.ledger.replay import Fault
from timebank.models.favour import Favour, FavourConfirmation, FavourParty, FavourTransfer, Side
from timebank.models.gift import Gift, GiftKind, GiftTransfer
from timebank.models.member import Household, Member

INVARIANT = 13
FAULTS_MAX = 100
PEOPLES = (AccountKind.MEMBER, AccountKind.HOUSEHOLD)
GONE = (FavourState.UNDONE, FavourState.WITHDRAWN, FavourState.REVERSED)
TIES = ((Favour, FavourTransfer, FavourTransfer.favour_id), (Gift, GiftTransfer, GiftTransfer.gift_id))


def check_causes(session: Session) -> tuple[Fault, ...]:
    """Transfers without a cause, causes without their transfers, and whatever differs between the two."""
    return tuple(fault for check in _CHECKS for fault in check(session))


def _without_cause(session: Session) -> Iterator[Fault]:
    """Only what two members bring along when they begin to share an account needs no gift or favour."""
    by_favour = exists().where(FavourTransfer.transfer_id == Transfer.id)
    by_gift = exists().where(GiftTransfer.transfer_id == Transfer.id)
    shared, closed = aliased(Account), aliased(Account)
    sides = (Transfer.debit_account_id, Transfer.credit_account_id)
    brought_along = exists().where(
        Household.account_id == shared.id,
        closed.closed_on.is_not(None),
        or_(
            and_(shared.id == sides[0], closed.id == sides[1]),
            and_(shared.id == sides[1], closed.id == sides[0]),
        ),
    )
    query = select(Transfer.book_id, Transfer.seq).where(
        ~or_(by_favour, by_gift), or_(Transfer.kind != TransferKind.MOVE, not_(brought_along))
    )
    for book, seq in session.execute(query.order_by(Transfer.book_id, Transfer.seq).limit(FAULTS_MAX)):
        yield Fault(book, seq, INVARIANT, f"transfer {seq} has no cause")


def _torn_ties(session: Session) -> Iterator[Fault]:
    """A tie whose transfer or cause is gone, or is another one."""
    for cause, tie, cause_id in TIES:
        query = (
            select(tie.book_id, tie.seq)
            .outerjoin(Transfer, Transfer.id == tie.transfer_id)
            .outerjoin(cause, cause.id == cause_id)
            .where(
                or_(
                    cause.id.is_(None),
                    Transfer.id.is_(None),
                    Transfer.book_id != tie.book_id,
                    Transfer.seq != tie.seq,
                    (Transfer.kind == TransferKind.REVERSAL) != tie.reversal,
                )
            )
        )
        for book, seq in session.execute(query.order_by(tie.book_id, tie.seq).limit(FAULTS_MAX)):
            yield Fault(book, seq, INVARIANT, f"transfer {seq} isn't the one that its cause names")


def _other_than_said(session: Session) -> Iterator[Fault]:
    """Transfers of another day or kind than their cause, or of other minutes than their gift."""
    day = func.coalesce(Transfer.concerns_on, Transfer.done_on)
    work = Favour.for_antenna.is_(True)
    queries: tuple[Select[int, int], ...] = (
        select(Transfer.book_id, Transfer.seq)
        .join(FavourTransfer, FavourTransfer.transfer_id == Transfer.id)
        .join(Favour, Favour.id == FavourTransfer.favour_id)
        .where(
            FavourTransfer.reversal.is_(False),
            or_(
                day != Favour.done_on,
                and_(work, Transfer.kind.not_in((TransferKind.ANTENNA_WORK, TransferKind.FAVOUR))),
                and_(not_(work), Transfer.kind != TransferKind.FAVOUR),
            ),
        ),
        select(Transfer.book_id, Transfer.seq)
        .join(GiftTransfer, GiftTransfer.transfer_id == Transfer.id)
        .join(Gift, Gift.id == GiftTransfer.gift_id)
        .where(
            GiftTransfer.reversal.is_(False),
            or_(
                day != Gift.done_on,
                Transfer.minutes != Gift.minutes,
                *(and_(Gift.kind == kind, Transfer.kind != TransferKind(kind.value)) for kind in GiftKind),
            ),
        ),
    )
    for query in queries:
        for book, seq in session.execute(query.order_by(Transfer.book_id, Transfer.seq).limit(FAULTS_MAX)):
            yield Fault(book, seq, INVARIANT, f"transfer {seq} isn't what its favour or gift says")


def _wrong_people(session: Session) -> Iterator[Fault]:
    """A favour's hours on the open account of someone who took no part."""
    for side, account_id in (
        (Side.GIVER, Transfer.credit_account_id),
        (Side.RECEIVER, Transfer.debit_account_id),
    ):
        took_part = exists().where(
            FavourParty.favour_id == FavourTransfer.favour_id,
            FavourParty.side == side,
            Member.id == FavourParty.member_id,
            Member.account_id == Account.id,
        )
        query = (
            select(Transfer.book_id, Transfer.seq)
            .join(FavourTransfer, FavourTransfer.transfer_id == Transfer.id)
            .join(Account, Account.id == account_id)
            .where(
                FavourTransfer.reversal.is_(False),
                Account.kind.in_(PEOPLES),
                Account.closed_on.is_(None),
                ~took_part,
            )
        )
        for book, seq in session.execute(query.order_by(Transfer.book_id, Transfer.seq).limit(FAULTS_MAX)):
            yield Fault(book, seq, INVARIANT, f"transfer {seq} moves hours of someone who took no part")


def _wrong_minutes(session: Session) -> Iterator[Fault]:
    """Each giver of a booked favour was credited its minutes, no more and no less."""
    givers = (
        select(func.count())
        .where(FavourParty.favour_id == Favour.id, FavourParty.side == Side.GIVER)
        .scalar_subquery()
    )
    credited = (
        select(func.coalesce(func.sum(Transfer.minutes), 0))
        .join(FavourTransfer, FavourTransfer.transfer_id == Transfer.id)
        .join(Account, Account.id == Transfer.credit_account_id)
        .where(
            FavourTransfer.favour_id == Favour.id,
            FavourTransfer.reversal.is_(False),
            Account.kind.in_(PEOPLES),
            givers > 0,
        )
        .scalar_subquery()
    )
    booked = exists().where(FavourTransfer.favour_id == Favour.id)
    query = select(Favour.uid).where(booked, givers > 0, credited != Favour.minutes * givers)
    for uid in session.scalars(query.order_by(Favour.id).limit(FAULTS_MAX)):
        yield Fault(0, None, INVARIANT, f"favour {uid} says other minutes than were booked")


def _wrong_states(session: Session) -> Iterator[Fault]:
    """What is confirmed was agreed on and is booked, what waits isn't, what is gone was taken back whole."""
    there, back = (
        select(func.count())
        .where(FavourTransfer.favour_id == Favour.id, FavourTransfer.reversal.is_(reversal))
        .scalar_subquery()
        for reversal in (False, True)
    )
    agreed = exists().where(FavourConfirmation.favour_id == Favour.id)
    helped = exists().where(FavourParty.favour_id == Favour.id, FavourParty.side == Side.RECEIVER)
    confirmed, waiting = (FavourState.CONFIRMED,), (FavourState.LOGGED, FavourState.AWAITING_SECOND)
    wrong = {
        "is confirmed and not booked": and_(
            Favour.state.in_(confirmed), Favour.with_hours.is_(True), or_(there == 0, back > 0)
        ),
        "is confirmed, and nobody agreed": and_(Favour.state.in_(confirmed), ~agreed),
        "waits, and its hours were booked": and_(Favour.state.in_(waiting), there > 0),
        "is disputed, and its hours were taken back": and_(Favour.state == FavourState.DISPUTED, back > 0),
        "was taken back, and its hours weren't": and_(Favour.state.in_(GONE), there != back),
        "is for the antenna and for someone, or for nobody": or_(
            and_(Favour.for_antenna.is_(True), helped), and_(Favour.for_antenna.is_(False), ~helped)
        ),
    }
    for words, condition in wrong.items():
        for uid in session.scalars(select(Favour.uid).where(condition).order_by(Favour.id).limit(FAULTS_MAX)):
            yield Fault(0, None, INVARIANT, f"favour {uid} {words}")


def _wrong_gift_states(session: Session) -> Iterator[Fault]:
    there, back = (
        select(func.count())
        .where(GiftTransfer.gift_id == Gift.id, GiftTransfer.reversal.is_(reversal))
        .scalar_subquery()
        for reversal in (False, True)
    )
    wrong = {
        "is booked without a transfer": and_(Gift.state == GiftState.BOOKED, or_(there == 0, back > 0)),
        "isn't booked, and its hours were": and_(
            Gift.state.in_((GiftState.PROPOSED, GiftState.DECLINED)), there > 0
        ),
        "was taken back, and its hours weren't": and_(
            Gift.state == GiftState.REVERSED, or_(there == 0, there != back)
        ),
    }
    for words, condition in wrong.items():
        for uid in session.scalars(select(Gift.uid).where(condition).order_by(Gift.id).limit(FAULTS_MAX)):
            yield Fault(0, None, INVARIANT, f"gift {uid} {words}")


_CHECKS = (
    _without_cause,
    _torn_ties,
    _other_than_said,
    _wrong_people,
    _wrong_minutes,
    _wrong_states,
    _wrong_gift_states,
)

"""Offers and asks from another time bank's file, all of one file in one transaction.

A member has one offer, so all that a file says of what they offer comes together in it. Asks stay new
until a coordinator has looked at them, for what kind of help they are about was only guessed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskState, AskStep, OfferState
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError
from timebank.domain.help import DayPart
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.intake.kinds import CategoryReader
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.importing import ImportBatch, ImportedPost
from timebank.models.member import Member, Person
from timebank.models.offer import Offer
from timebank.services.asking.ask_checks import AHEAD_MAX, WORDS_MAX as ASK_WORDS_MAX
from timebank.services.asking.ask_guesses import DAYS_SHOWN, category_reader, windows_of
from timebank.services.asking.asks import end_ask, make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import WORDS_MAX as OFFER_WORDS_MAX, end_offer, save_offer
from timebank.services.imports.import_batches import finish_batch
from timebank.sheets.matching import Roster, RosterEntry
from timebank.sheets.rows import Fault, PostRow, PostRows, Progress

NO_IDEA = "other"
"""The kind of help of an offer whose words say none: an offer is never without one."""


@dataclass(frozen=True)
class FoundPosts:
    """Of a file's posts: those that would be taken, those that stand there already, and the faults."""

    rows: tuple[PostRow, ...]
    doubles: tuple[PostRow, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _Teller:
    """A member as a file of posts needs them."""

    member: Member
    offer: Offer | None
    asked: frozenset[str]
    may_renew: bool


def require_post_importer(actor: Actor, antenna_id: int) -> None:
    """Asks and offers are a coordinator's to bring in; a treasurer keeps the books.

    Raises:
        NotAllowedError, NotFoundError: anyone else.
    """
    require(actor is SYSTEM or is_coordinator(actor, antenna_id), actor, antenna_id)


def post_roster(session: Session, antenna_id: int, choices: Mapping[str, int] | None) -> Roster:
    """The members of today by whom a file's numbers and names are read."""
    people = session.execute(
        select(Member.number, Person.given_name, Person.family_name)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
        .order_by(Member.number)
    )
    return Roster([RosterEntry(*row) for row in people], choices or {})


def sort_posts(session: Session, antenna: Antenna, found: PostRows) -> FoundPosts:
    """Which of the file's posts are new here; what a member told here themselves is never changed."""
    tellers = _tellers(session, antenna.id)
    reader = category_reader(session, antenna)
    seen: set[tuple[int, bool, str]] = set()
    length: dict[int, int] = defaultdict(int)
    new: list[PostRow] = []
    doubles: list[PostRow] = []
    faults = list(found.faults)
    for row in found.rows:
        teller, likeness = tellers[row.member], (row.member, row.is_offer, fold_name(row.words))
        length[row.member] += len(row.words) + 1 if row.is_offer else 0
        fault = _fault(row, teller, length[row.member])
        if likeness in seen or _is_there(row, teller):
            doubles.append(row)
        elif fault is not None:
            faults.append(Fault.of(row.row, fault, (teller.member.label, row.words)))
        else:
            new.append(replace(row, category=_category(row, reader)))
        seen.add(likeness)
    return FoundPosts(tuple(new), tuple(doubles), tuple(sorted(faults, key=lambda fault: fault.row)))


def import_posts(
    session: Session,
    batch: ImportBatch,
    rows: Sequence[PostRow],
    *,
    actor: Actor,
    now: datetime,
    on_progress: Progress | None = None,
) -> int:
    """Make an ask of every row that asks, and one offer of all that a member offers; how many rows.

    Raises:
        TimebankError: a row can't be taken; then none is.
    """
    require_post_importer(actor, batch.antenna_id)
    antenna = session.get_one(Antenna, batch.antenna_id)
    tellers, today = _tellers(session, antenna.id), local_day(now, antenna.timezone)
    offered: dict[int, list[PostRow]] = defaultdict(list)
    for done, row in enumerate(rows, 1):
        if row.is_offer:
            offered[row.member].append(row)
        else:
            new = _new_ask(antenna, tellers[row.member].member, row, today)
            ask = make_ask(session, new, actor=actor, now=now)
            session.add(ImportedPost(batch_id=batch.id, row=row.row, ask_id=ask.id))
        if on_progress is not None:
            on_progress(done, len(rows))
    for number, posts in offered.items():
        offer = _save_offer(session, tellers[number], posts, actor=actor, now=now)
        session.add_all(ImportedPost(batch_id=batch.id, row=post.row, offer_id=offer.id) for post in posts)
    return finish_batch(session, batch, len(rows), actor=actor, now=now)


def undo_posts(session: Session, batch: ImportBatch, *, actor: Actor, now: datetime) -> int:
    """Withdraw the asks that nobody has looked at, end the offers that nobody has changed; how many.

    What someone has taken up since then stays.
    """
    require_post_importer(actor, batch.antenna_id)
    asks = session.scalars(
        select(Ask)
        .join(ImportedPost, ImportedPost.ask_id == Ask.id)
        .where(ImportedPost.batch_id == batch.id, Ask.state == AskState.NEW)
    ).all()
    for ask in asks:
        end_ask(session, ask.uid, AskStep.WITHDRAW, actor=actor, now=now)
    mine = select(ImportedPost.offer_id).where(ImportedPost.batch_id == batch.id)
    offers = session.scalars(
        select(Offer).where(
            Offer.id.in_(mine), Offer.state == OfferState.STANDING, Offer.changed_at == batch.posted_at
        )
    ).all()
    for offer in offers:
        end_offer(session, offer.member.uid, actor=actor, now=now)
    return len(asks) + len(offers)


def _tellers(session: Session, antenna_id: int) -> dict[int, _Teller]:
    """Every member of today by number, with what they offer and ask already."""
    asked: dict[int, set[str]] = defaultdict(set)
    for member_id, words in session.execute(
        select(Ask.member_id, Ask.words).where(Ask.antenna_id == antenna_id, Ask.state != AskState.WITHDRAWN)
    ):
        if member_id is not None:
            asked[member_id].add(fold_name(words))
    taken_back = (
        select(ImportedPost.offer_id)
        .join(ImportBatch, ImportBatch.id == ImportedPost.batch_id)
        .where(ImportedPost.offer_id == Offer.id, ImportBatch.undone_at == Offer.changed_at)
    )
    rows = session.execute(
        select(Member, Offer, taken_back.exists())
        .outerjoin(Offer, Offer.member_id == Member.id)
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
    )
    return {
        member.number: _Teller(member, offer, frozenset(asked[member.id]), may_renew)
        for member, offer, may_renew in rows
    }


def _is_there(row: PostRow, teller: _Teller) -> bool:
    if not row.is_offer:
        return fold_name(row.words) in teller.asked
    offer = teller.offer
    if offer is None or offer.state is not OfferState.STANDING:
        return False
    return fold_name(row.words) in {fold_name(line) for line in offer.words.splitlines()}


def _fault(row: PostRow, teller: _Teller, offered_length: int) -> InvalidInputError | None:
    """What stands against a row, if anything."""
    most, length = (OFFER_WORDS_MAX, offered_length) if row.is_offer else (ASK_WORDS_MAX, len(row.words))
    if length > most:
        return InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", maximum=most
        )
    if not row.is_offer:
        return None
    name = teller.member.person.name
    if teller.member.state is not MemberState.ACTIVE:
        return InvalidInputError(
            "offer_paused", "{name} takes a break. Add the offer when they are back.", name=name
        )
    if teller.offer is not None and not teller.may_renew:
        return InvalidInputError(
            "offer_there", "{name} has told here already what they offer. Add this to it by hand.", name=name
        )
    return None


def _category(row: PostRow, reader: CategoryReader) -> str:
    """The likeliest kind of help; an ask may have none, for a coordinator looks at it."""
    guesses = reader.guess(row.words)
    return guesses[0].category if guesses else NO_IDEA if row.is_offer else ""


def _new_ask(antenna: Antenna, member: Member, row: PostRow, today: date) -> NewAsk:
    details = AskDetails(category=row.category, windows=_windows(row, today))
    return NewAsk(
        antenna_id=antenna.id,
        words=row.words,
        member_id=member.id,
        channel=Channel.IMPORT,
        details=details,
    )


def _windows(row: PostRow, today: date) -> tuple[Window, ...]:
    """The days of a short ask; one that holds for weeks or that nobody ends says no day."""
    first = max(row.starts_on or today, today)
    if row.ends_on is None or row.ends_on > today + AHEAD_MAX:
        return ()
    days = [first + timedelta(days=n) for n in range((row.ends_on - first).days + 1)]
    return windows_of(days, tuple(DayPart)) if len(days) <= DAYS_SHOWN else ()


def _save_offer(
    session: Session, teller: _Teller, posts: Sequence[PostRow], *, actor: Actor, now: datetime
) -> Offer:
    details = OfferDetails(
        likes=tuple(dict.fromkeys(post.category for post in posts)),
        words="\n".join(post.words for post in posts),
        channel=Channel.IMPORT,
    )
    version = None if teller.offer is None else teller.offer.version
    return save_offer(session, teller.member.uid, details, version=version, actor=actor, now=now)

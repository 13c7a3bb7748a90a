"""Looking for people, asks and offers of one antenna by what someone remembers of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from timebank.domain.ask_states import OfferState
from timebank.domain.finding import find_folded
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, is_coordinator, may_log_for_others, require
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.ask import Ask
from timebank.models.member import Member, Person
from timebank.models.offer import Offer, OfferKind

QUESTION_MAX = 80
"""Letters of a question beyond these are left out."""
SHOWN = 10
"""Rows of each group that are told; the number of them that there are more of isn't counted."""
ASKS_LOOKED_AT = 5_000
"""The newest asks of an antenna: the words of older ones are looked for in vain."""

T = TypeVar("T", Member, Ask, Offer)
Texts = Sequence[str]


@dataclass(frozen=True)
class Found:
    """What was found, the best first; ``more`` names the groups that have further rows.

    ``coordinator`` says whether streets, phones and everybody's asks may be told: an antenna person
    gets names and numbers, the offers that the antenna lists, and the asks that they may open anyway.
    """

    coordinator: bool
    people: tuple[Member, ...] = ()
    asks: tuple[Ask, ...] = ()
    offers: tuple[Offer, ...] = ()
    more: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.people or self.asks or self.offers)


def search_antenna(
    session: Session,
    antenna_id: int,
    question: str,
    *,
    kind_names: Mapping[str, str],
    actor: Actor,
    today: date,
) -> Found:
    """People, asks and offers in which every word of ``question`` is found, with slips of the finger too.

    ``kind_names`` is what kinds of help are called by who asks, by code. Who has left is not among
    the people; of who died or was erased nothing is found, nor what they asked. No words find nothing.

    Raises:
        NotAllowedError, NotFoundError: not one who writes down for others here.
    """
    require(may_log_for_others(actor, antenna_id), actor, antenna_id)
    coordinator, question = is_coordinator(actor, antenna_id), question[:QUESTION_MAX]
    if not fold_name(question):
        return Found(coordinator)
    people = _best(_people(session, antenna_id, coordinator=coordinator), question)
    asks = _best(_asks(session, antenna_id, actor), question)
    offers = _best(_offers(session, antenna_id, kind_names, today), question)
    groups = {"people": people, "asks": asks, "offers": offers}
    member = joinedload(Offer.member).joinedload(Member.person)
    return Found(
        coordinator=coordinator,
        people=_load(session, Member, Member.id, people, joinedload(Member.person)),
        asks=_load(session, Ask, Ask.id, asks, joinedload(Ask.member), selectinload(Ask.windows)),
        offers=_load(session, Offer, Offer.id, offers, member, selectinload(Offer.kinds)),
        more=frozenset(name for name, ids in groups.items() if len(ids) > SHOWN),
    )


def _best(rows: Iterable[tuple[int, Texts]], question: str) -> list[int]:
    """The ids of the best rows, one more than are shown where there are more."""
    return [row[0] for row in find_folded(rows, question, lambda row: row[1])[: SHOWN + 1]]


def _load(
    session: Session, model: type[T], key: InstrumentedAttribute[int], ids: list[int], *options: Any
) -> tuple[T, ...]:
    """The things of these ids in their order, without the one too many."""
    shown = ids[:SHOWN]
    rows = session.scalars(select(model).options(*options).where(key.in_(shown))).all() if shown else ()
    return tuple(sorted(rows, key=lambda row: shown.index(row.id)))


def _alive() -> ColumnElement[bool]:
    return Person.died_on.is_(None) & Person.erased_at.is_(None)


def _people(session: Session, antenna_id: int, *, coordinator: bool) -> list[tuple[int, Texts]]:
    """By name, number and, for a coordinator, street; who waits for a first talk is for her, too."""
    fold = cache(fold_name)
    states = {*PRESENT_STATES, MemberState.APPLIED} if coordinator else PRESENT_STATES
    rows = session.execute(
        select(Member.id, Person.sort_name, Member.number, Person.street, Person.house_number)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.state.in_(states), _alive())
        .order_by(Person.sort_name, Member.number)
    )
    if not coordinator:
        return [(key, (name, str(number))) for key, name, number, _street, _house in rows]
    return [
        (key, (name, str(number), fold(street), fold(house))) for key, name, number, street, house in rows
    ]


def _asks(session: Session, antenna_id: int, actor: Actor) -> list[tuple[int, Texts]]:
    """By the person's words, who asks and where, newest first."""
    query = (
        select(Ask.id, Ask.words, Person.sort_name, Ask.asker_name, Ask.place)
        .join(Member, Member.id == Ask.member_id, isouter=True)
        .join(Person, Person.id == Member.person_id, isouter=True)
        .where(Ask.antenna_id == antenna_id, or_(Ask.member_id.is_(None), _alive()))
        .order_by(Ask.id.desc())
        .limit(ASKS_LOOKED_AT)
    )
    if not is_coordinator(actor, antenna_id):
        mine = Ask.member_id.in_(actor.member_ids | actor.helps)
        query = query.where(or_(mine, Ask.made_by_id == actor.person_id))
    return [
        (key, (fold_name(words), name or fold_name(asker), fold_name(place)))
        for key, words, name, asker, place in session.execute(query)
    ]


def _offers(
    session: Session, antenna_id: int, kind_names: Mapping[str, str], today: date
) -> list[tuple[int, Texts]]:
    """The offers that the antenna lists, by kind of help, who helps, and their words."""
    called = {code: fold_name(name) for code, name in kind_names.items()}
    stands = (
        (Member.antenna_id == antenna_id)
        & (Member.state == MemberState.ACTIVE)
        & (Offer.state == OfferState.STANDING)
        & or_(Offer.paused_until.is_(None), Offer.paused_until < today)
        & _alive()
    )
    kinds: dict[int, list[str]] = defaultdict(list)
    for key, code in session.execute(
        select(OfferKind.offer_id, OfferKind.category)
        .join(Offer, Offer.id == OfferKind.offer_id)
        .join(Member, Member.id == Offer.member_id)
        .join(Person, Person.id == Member.person_id)
        .where(stands)
    ):
        kinds[key].append(called.get(code, ""))
    rows = session.execute(
        select(Offer.id, Offer.words, Person.sort_name)
        .join(Member, Member.id == Offer.member_id)
        .join(Person, Person.id == Member.person_id)
        .where(stands)
        .order_by(Person.sort_name, Member.number)
    )
    return [(key, (" ".join(kinds[key]), name, fold_name(words))) for key, words, name in rows]

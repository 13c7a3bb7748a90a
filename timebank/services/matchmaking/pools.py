"""Helping over the border: two antennas that agree let their willing helpers be proposed to one another.

Each antenna takes its own decision, with a day and a name; the agreement holds while both stand. Either
ends it at once, for both. What becomes of single questions is in ``over_border``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.ask_states import OfferState
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.domain.states import MemberState
from timebank.models.antenna import Antenna
from timebank.models.matching import Pool
from timebank.models.member import Member, Person
from timebank.models.offer import Offer
from timebank.services.audit import write_down
from timebank.services.promising.proposal_endings import take_back_between

NOTE_MAX = 300
DECIDED_BY_MAX = 120
ENDED_SHOWN = 10


@dataclass(frozen=True)
class PoolDecision:
    """One antenna's yes: on which day, and who took it."""

    agreed_on: date
    agreed_by: str


@dataclass(frozen=True)
class Neighbour:
    """How another antenna stands to this one: what each has decided, None where it hasn't."""

    antenna: Antenna
    ours: Pool | None
    theirs: Pool | None

    @property
    def state(self) -> str:
        """'agreed', 'proposed' (by us, they haven't answered) or 'asked' (by them, we haven't)."""
        if self.ours is None:
            return "asked"
        return "proposed" if self.theirs is None else "agreed"


@dataclass(frozen=True)
class BorderPage:
    """What an antenna's coordinators see: agreements and proposals, those of ours that ended, the
    antennas that could be asked, and which of our members help there or could be asked whether they do."""

    neighbours: tuple[Neighbour, ...]
    ended: tuple[Pool, ...]
    others: tuple[Antenna, ...]
    willing: tuple[Member, ...]
    to_ask: tuple[Member, ...]


def border_of(session: Session, antenna_id: int, *, actor: Actor) -> BorderPage:
    """Everything about helping over this antenna's border.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    neighbours = neighbours_of(session, antenna_id, actor=actor)
    known = {antenna_id, *(each.antenna.id for each in neighbours)}
    others = session.scalars(
        select(Antenna).where(Antenna.live_on.is_not(None), Antenna.id.not_in(known)).order_by(Antenna.name)
    )
    ended = session.scalars(
        select(Pool)
        .options(joinedload(Pool.other))
        .where(Pool.antenna_id == antenna_id, Pool.ended_at.is_not(None))
        .order_by(Pool.id.desc())
        .limit(ENDED_SHOWN)
    )
    offers = session.scalars(
        select(Offer)
        .join(Member, Member.id == Offer.member_id)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Offer.member).joinedload(Member.person))
        .where(
            Member.antenna_id == antenna_id,
            Member.state == MemberState.ACTIVE,
            Offer.state == OfferState.STANDING,
        )
        .order_by(Person.sort_name, Member.number)
    ).all()
    return BorderPage(
        neighbours=neighbours,
        ended=tuple(ended),
        others=tuple(others),
        willing=tuple(offer.member for offer in offers if offer.over_border),
        to_ask=tuple(offer.member for offer in offers if not offer.over_border),
    )


def neighbours_of(session: Session, antenna_id: int, *, actor: Actor) -> tuple[Neighbour, ...]:
    """The antennas with which there is an agreement or a proposal of one, by name.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    rows = session.scalars(
        select(Pool)
        .options(joinedload(Pool.antenna), joinedload(Pool.other))
        .where(
            or_(Pool.antenna_id == antenna_id, Pool.with_antenna_id == antenna_id), Pool.ended_at.is_(None)
        )
    ).all()
    ours = {row.with_antenna_id: row for row in rows if row.antenna_id == antenna_id}
    theirs = {row.antenna_id: row for row in rows if row.with_antenna_id == antenna_id}
    antennas = {row.other.id: row.other for row in ours.values()}
    antennas |= {row.antenna.id: row.antenna for row in theirs.values()}
    found = (Neighbour(each, ours.get(each.id), theirs.get(each.id)) for each in antennas.values())
    return tuple(sorted(found, key=lambda each: (each.antenna.name, each.antenna.id)))


def find_neighbour(session: Session, antenna_id: int, slug: str, *, actor: Actor) -> Neighbour:
    """One of them, by its short name.

    Raises:
        NotFoundError: neither an agreement nor a proposal with it.
        NotAllowedError: not a coordinator here.
    """
    for each in neighbours_of(session, antenna_id, actor=actor):
        if each.antenna.slug == slug:
            return each
    raise NotFoundError


def propose_pool(
    session: Session, antenna_id: int, slug: str, decision: PoolDecision, *, actor: Actor, now: datetime
) -> Neighbour:
    """Say that this antenna would help over the border with another, which then answers.

    Raises:
        InvalidInputError: not another antenna that is open, or a decision without a name or day.
        WrongStateError: code ``pool_there``: one of the two has said so already.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    other = session.scalar(select(Antenna).where(Antenna.slug == slug))
    if other is None or other.id == antenna_id or other.live_on is None:
        require(is_coordinator(actor, antenna_id), actor, antenna_id)
        raise InvalidInputError("neighbour_missing", "Choose another antenna that is open.", field="other")
    _hold(session, antenna_id, other.id, actor=actor)
    if _live(session, antenna_id, other.id):
        raise WrongStateError("pool_there", "One of the two antennas has said so already.")
    _say_yes(session, antenna_id, other.id, decision, "propose_pool", actor=actor, now=now)
    return find_neighbour(session, antenna_id, slug, actor=actor)


def agree_to_pool(
    session: Session, antenna_id: int, slug: str, decision: PoolDecision, *, actor: Actor, now: datetime
) -> Neighbour:
    """Say yes to what another antenna proposed: from now on it holds.

    Raises:
        InvalidInputError: a decision without a name or day.
        WrongStateError: code ``pool_there``: we have said so already.
        NotFoundError: they haven't proposed it, or not an antenna of this actor's.
        NotAllowedError: not a coordinator here.
    """
    other = find_neighbour(session, antenna_id, slug, actor=actor).antenna
    _hold(session, antenna_id, other.id, actor=actor)
    sides = {row.antenna_id for row in _live(session, antenna_id, other.id)}
    if antenna_id in sides:
        raise WrongStateError("pool_there", "One of the two antennas has said so already.")
    if not sides:
        raise NotFoundError
    _say_yes(session, antenna_id, other.id, decision, "agree_to_pool", actor=actor, now=now)
    return find_neighbour(session, antenna_id, slug, actor=actor)


def end_pool(
    session: Session, antenna_id: int, slug: str, note: str = "", *, actor: Actor, now: datetime
) -> Antenna:
    """End an agreement, take a proposal of one back, or say no to one; the other antenna.

    Questions that wait between the two are taken back, and helpers who were asked hear so. What was
    promised stays promised.

    Raises:
        NotFoundError: there is none, or not an antenna of this actor's.
        NotAllowedError: not a coordinator here.
    """
    other = find_neighbour(session, antenna_id, slug, actor=actor).antenna
    _hold(session, antenna_id, other.id, actor=actor)
    rows = _live(session, antenna_id, other.id)
    if not rows:
        raise NotFoundError
    for row in rows:
        row.ended_at, row.ended_by_id = now, actor.person_id or None
        if row.antenna_id == antenna_id:
            row.ended_note = note.strip()[:NOTE_MAX]
    session.flush()
    take_back_between(session, antenna_id, other.id, actor=actor, now=now)
    _note(session, "end_pool", (antenna_id, other.id), actor=actor, now=now)
    return other


def _hold(session: Session, antenna_id: int, other_id: int, *, actor: Actor) -> None:
    """Both antennas held until the transaction ends, in one order: two who decide at once take turns."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    both = select(Antenna.id).where(Antenna.id.in_((antenna_id, other_id))).order_by(Antenna.id)
    session.execute(both.with_for_update(key_share=True)).all()


def _live(session: Session, one_id: int, other_id: int) -> Sequence[Pool]:
    both = (one_id, other_id)
    return session.scalars(
        select(Pool).where(Pool.antenna_id.in_(both), Pool.with_antenna_id.in_(both), Pool.ended_at.is_(None))
    ).all()


def _say_yes(
    session: Session,
    antenna_id: int,
    other_id: int,
    decision: PoolDecision,
    action: str,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    antenna = session.get_one(Antenna, antenna_id)
    if antenna.live_on is None:
        raise WrongStateError("antenna_not_open", "This antenna has to be open first.")
    if not decision.agreed_by.strip():
        raise InvalidInputError(
            "decided_by_missing", "Write down who took this decision, and it is logged.", field="agreed_by"
        )
    if decision.agreed_on > local_day(now, antenna.timezone):
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="agreed_on"
        )
    session.add(
        Pool(
            antenna_id=antenna_id,
            with_antenna_id=other_id,
            agreed_on=decision.agreed_on,
            agreed_by=decision.agreed_by.strip()[:DECIDED_BY_MAX],
            recorded_by_id=actor.person_id or None,
            recorded_at=now,
        )
    )
    session.flush()
    _note(session, action, (antenna_id, other_id), actor=actor, now=now)


def _note(session: Session, action: str, sides: Iterable[int], *, actor: Actor, now: datetime) -> None:
    """Each of the two antennas finds it in its own audit."""
    both = tuple(sides)
    for antenna_id, other_id in (both, both[::-1]):
        subject = f"antenna:{other_id}"
        write_down(session, action, actor=actor, now=now, antenna_id=antenna_id, subject=subject)
    session.flush()

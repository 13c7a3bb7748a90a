"""Reading releases: an antenna's own, what a partner's staff may open, what is public, and what is due."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session, defer

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Role, is_operator, may_see_books, require
from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.antenna import Antenna
from timebank.models.release import Release
from timebank.participation.catalogue import last_quarter, told_with
from timebank.participation.disclosure.figures import Sign, first_figures
from timebank.participation.disclosure.storing import checksum_of, drafts_from
from timebank.participation.periods import Period
from timebank.services.telling.releases import AUDIENCES, WAIT_AFTER_PERIOD

BOOKS = (Role.COORDINATOR, Role.TREASURER)
OUTSIDE = (ReleaseAudience.PARTNER, ReleaseAudience.PUBLIC)


@dataclass(frozen=True)
class Due:
    """A release that nobody prepared yet."""

    antenna_id: int
    period: Period
    audience: ReleaseAudience


@dataclass(frozen=True)
class BadRelease:
    """A release that isn't what it was when it was made."""

    uid: uuid.UUID
    message: str


def releases_due(session: Session, *, now: datetime) -> Sequence[Due]:
    """The last quarter, and the year with its last quarter, of each live antenna, once they can be told.

    What an antenna refused isn't prepared again by itself. The public's part follows the partner's yes.
    """
    due: list[Due] = []
    for antenna in session.scalars(select(Antenna).where(Antenna.live_on.is_not(None)).order_by(Antenna.id)):
        known = _known(session, antenna.id)
        day = local_day(now, antenna.timezone) - WAIT_AFTER_PERIOD
        due += [
            Due(antenna.id, period, ReleaseAudience.PARTNER)
            for period in told_with(last_quarter(day))
            if (period, ReleaseAudience.PARTNER) not in known
            and antenna.live_on is not None
            and antenna.live_on < period.after
        ]
        due += [
            Due(antenna.id, period, ReleaseAudience.PUBLIC)
            for (period, audience), states in known.items()
            if audience is ReleaseAudience.PARTNER
            and ReleaseState.APPROVED in states
            and (period, ReleaseAudience.PUBLIC) not in known
        ]
    return due


def _known(session: Session, antenna_id: int) -> dict[tuple[Period, ReleaseAudience], set[ReleaseState]]:
    """What was ever prepared, and what became of it; without the figures, since this is asked every few minutes."""
    query = select(Release.first_on, Release.last_on, Release.audience, Release.state)
    known: dict[tuple[Period, ReleaseAudience], set[ReleaseState]] = {}
    for first, last, audience, state in session.execute(
        query.where(Release.antenna_id == antenna_id).order_by(Release.number)
    ):
        known.setdefault((Period(first, last + timedelta(days=1)), audience), set()).add(state)
    return known


def releases_of(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Release]:
    """All releases of an antenna, the newest period first, for its coordinators and treasurer.

    Raises:
        NotAllowedError, NotFoundError: for anyone else.
    """
    require(may_see_books(actor, antenna_id), actor, antenna_id)
    query = select(Release).where(Release.antenna_id == antenna_id)
    return session.scalars(query.order_by(Release.last_on.desc(), Release.first_on, Release.id.desc())).all()


def releases_waiting(session: Session, *, actor: Actor) -> Sequence[Release]:
    """What waits for a yes in the antennas whose books the actor reads, oldest first."""
    query = select(Release).where(
        Release.antenna_id.in_(actor.antennas_as(*BOOKS)), Release.state == ReleaseState.PREPARED
    )
    return session.scalars(query.order_by(Release.id)).all()


def told_to_partner(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Release]:
    """What this antenna told its partners, oldest first, for the partner's staff and the antenna itself.

    Raises:
        NotAllowedError, NotFoundError: for anyone else.
    """
    staff = actor.has(Role.PARTNER_STAFF, antenna_id)
    require(staff or may_see_books(actor, antenna_id), actor, antenna_id)
    return _approved(session, Release.antenna_id == antenna_id, ReleaseAudience.PARTNER)


def told_to_partner_by_antenna(session: Session, *, actor: Actor) -> Mapping[int, Sequence[Release]]:
    """All that each antenna told the actor's partner, oldest first, by antenna; those that told nothing aren't in it.

    Raises:
        NotFoundError: the actor is no partner's staff.
    """
    ids = actor.antennas_as(Role.PARTNER_STAFF)
    if not ids:
        raise NotFoundError
    told: dict[int, list[Release]] = {}
    for release in _approved(session, Release.antenna_id.in_(ids), ReleaseAudience.PARTNER):
        told.setdefault(release.antenna_id, []).append(release)
    return told


def public_releases(session: Session, antenna_id: int) -> Sequence[Release]:
    """What an antenna told everybody, oldest first."""
    return _approved(session, Release.antenna_id == antenna_id, ReleaseAudience.PUBLIC)


def antennas_of_partner(session: Session, *, actor: Actor) -> Sequence[Antenna]:
    """The antennas that the actor's partner supports, by name.

    Raises:
        NotFoundError: the actor is no partner's staff.
    """
    ids = actor.antennas_as(Role.PARTNER_STAFF)
    if not ids:
        raise NotFoundError
    return session.scalars(select(Antenna).where(Antenna.id.in_(ids)).order_by(Antenna.name)).all()


def newest_of_partner(session: Session, *, actor: Actor) -> Mapping[int, Release]:
    """The newest figures of each antenna that the actor's partner supports, by antenna.

    Raises:
        NotFoundError: the actor is no partner's staff.
    """
    ids = actor.antennas_as(Role.PARTNER_STAFF)
    if not ids:
        raise NotFoundError
    return _newest(session, Release.antenna_id.in_(ids))


def newest_of_all(session: Session, *, actor: Actor) -> Mapping[int, Release]:
    """The newest figures that each antenna told its partners, to lay side by side: for teams and the operator.

    Raises:
        NotAllowedError: for anyone else.
    """
    require(is_operator(actor) or bool(actor.antennas_as(*BOOKS)), actor)
    return _newest(session, Release.antenna_id.is_not(None))


def releases_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Release]:
    """What the actor may read of all antennas, newest first; ``before`` is the id of the last row that was read."""
    told = and_(
        Release.antenna_id.in_(actor.antennas_as(Role.PARTNER_STAFF)),
        Release.state == ReleaseState.APPROVED,
        Release.audience.in_(OUTSIDE),
    )
    query = select(Release).where(or_(told, Release.antenna_id.in_(actor.antennas_as(*BOOKS))))
    if before is not None:
        query = query.where(Release.id < before)
    return session.scalars(query.order_by(Release.id.desc()).limit(limit)).all()


def check_releases(session: Session) -> Sequence[BadRelease]:
    """Every release whose checksum, columns or figures don't agree with one another any more."""
    found = []
    for release in session.scalars(select(Release).order_by(Release.id).execution_options(yield_per=100)):
        message = _fault_of(release)
        if message:
            found.append(BadRelease(release.uid, message))
    return found


def _fault_of(release: Release) -> str:
    """What is wrong with it; nothing if all is well."""
    if checksum_of(release.contents) != release.checksum:
        return "its contents don't have its checksum"
    told = [release.contents[name] for name in ("antenna", "audience", "first_on", "last_on", "number")]
    kept = [release.antenna.slug, release.audience.value, *_days(release), release.number]
    if told != kept:
        return "its contents are of another release"
    try:
        drafts = drafts_from(release.contents["tables"], release.truths)
    except (KeyError, TypeError, ValueError):
        return "its contents can't be read"
    for draft in drafts:
        first = first_figures(draft.table, AUDIENCES[release.audience])
        if any(each.sign is not Sign.WITHHELD and each != first[at] for at, each in draft.figures.items()):
            return "its figures aren't those of its truths"
    return ""


def _days(release: Release) -> tuple[str, str]:
    return release.first_on.isoformat(), release.last_on.isoformat()


def _newest(session: Session, where: ColumnElement[bool]) -> Mapping[int, Release]:
    """Of each antenna's newest day the year rather than the quarter."""
    told = (
        where,
        Release.audience == ReleaseAudience.PARTNER,
        Release.state == ReleaseState.APPROVED,
    )
    last = select(Release.antenna_id, func.max(Release.last_on)).where(*told).group_by(Release.antenna_id)
    query = select(Release).where(*told, tuple_(Release.antenna_id, Release.last_on).in_(last))
    return {each.antenna_id: each for each in session.scalars(query.order_by(Release.first_on.desc()))}


def _approved(session: Session, where: ColumnElement[bool], audience: ReleaseAudience) -> Sequence[Release]:
    told = (where, Release.audience == audience, Release.state == ReleaseState.APPROVED)
    query = select(Release).options(defer(Release.truths)).where(*told)
    return session.scalars(query.order_by(Release.last_on, Release.first_on.desc(), Release.number)).all()

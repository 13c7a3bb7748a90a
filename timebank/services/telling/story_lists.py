"""Lists of stories: a coordinator's, a teller's own, and page by page for other programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Role, is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.story import Story

SHOWN = 200
"""The most stories of one list on the page, newest first."""


@dataclass(frozen=True)
class AntennaStories:
    """An antenna's stories: with a yes that holds, and over but not erased yet."""

    standing: tuple[Story, ...]
    over: tuple[Story, ...]


def list_stories(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> AntennaStories:
    """An antenna's stories that still have a text, newest first, for its coordinators.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, antenna.timezone)
    query = _whole().where(Story.antenna_id == antenna_id, Story.erased_at.is_(None))
    rows = session.scalars(query.order_by(Story.id.desc()).limit(SHOWN)).all()
    return AntennaStories(
        tuple(each for each in rows if each.use_until >= today),
        tuple(each for each in rows if each.use_until < today),
    )


def stories_of(session: Session, *, actor: Actor) -> Sequence[Story]:
    """What the actor told, or someone for whom they act, as long as it has a text; newest first."""
    own = actor.member_ids | actor.helps
    query = _whole().where(Story.member_id.in_(own), Story.erased_at.is_(None))
    return session.scalars(query.order_by(Story.id.desc()).limit(SHOWN)).all()


def stories_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Story]:
    """By cursor, newest first: those of the antennas that the actor coordinates, and their own; erased ones too."""
    query = _whole().where(
        or_(
            Story.antenna_id.in_(actor.antennas_as(Role.COORDINATOR)),
            Story.member_id.in_(actor.member_ids | actor.helps),
        )
    )
    if before is not None:
        query = query.where(Story.id < before)
    return session.scalars(query.order_by(Story.id.desc()).limit(limit)).all()


def _whole() -> Select[Story]:
    return select(Story).options(joinedload(Story.member).joinedload(Member.person))

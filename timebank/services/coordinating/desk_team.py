"""Whether an antenna's desk rests on enough people: how many coordinate, and who asks the questions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.desk import nearly_all_by_one
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.member import Person
from timebank.models.proposal import Proposal
from timebank.services.membership.member_lists import short_of_coordinators

JUDGED_DAYS = 90
"""Over so many days it is looked at who asked the questions."""


@dataclass(frozen=True)
class TeamWarnings:
    """``short``: fewer than two coordinators are left soon; ``nearly_all_by`` is a name, or empty."""

    short: bool
    nearly_all_by: str


def team_warnings(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> TeamWarnings:
    """What a coordinator should know about the team itself.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    counted = session.execute(
        select(Proposal.asked_by_id, func.count(Proposal.id))
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(
            Ask.antenna_id == antenna_id,
            Proposal.asked_at >= now - timedelta(days=JUDGED_DAYS),
            Proposal.asked_by_id.is_not(None),
        )
        .group_by(Proposal.asked_by_id)
    )
    one = nearly_all_by_one({who: number for who, number in counted if who is not None})
    person = None if one is None else session.get(Person, one)
    return TeamWarnings(short_of_coordinators(session, antenna_id, today), person.name if person else "")

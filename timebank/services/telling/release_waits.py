"""Asks that soon had a helper, as tables of a release."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.participation.catalogue import ASKERS, DAYS_OF, way_of
from timebank.participation.disclosure.tables import Frame, Table
from timebank.participation.periods import Period
from timebank.services.measuring.participation_asks import HELPED, KEPT
from timebank.services.telling.release_rows import moments_of, people_table


def waits_table(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Members whose asks of the period had a helper within the table's days, and how many asks those were.

    To the last yes of a promise that stands or was kept; where a helper was found without one, to the ask's end.
    """
    first, after = moments_of(antenna, period)
    agreed = (
        select(Proposal.ask_id, func.max(Proposal.answered_at).label("at"))
        .where(Proposal.state.in_(KEPT))
        .group_by(Proposal.ask_id)
        .subquery()
    )
    helped = func.coalesce(agreed.c.at, Ask.ended_at)
    query = (
        select(Ask.channel, Ask.member_id, Ask.made_at, helped)
        .outerjoin(agreed, agreed.c.ask_id == Ask.id)
        .where(
            Ask.antenna_id == antenna.id,
            Ask.member_id.is_not(None),
            Ask.state.in_(HELPED),
            Ask.made_at >= first,
            Ask.made_at < after,
        )
    )
    zone, most = antenna.timezone, DAYS_OF[frame.name]
    return people_table(
        frame,
        period,
        ASKERS,
        (
            (way_of(channel), member_id, 1)
            for channel, member_id, asked, found in session.execute(query)
            if member_id is not None
            and found is not None
            and (local_day(found, zone) - local_day(asked, zone)).days <= most
        ),
        leaving_out,
    )

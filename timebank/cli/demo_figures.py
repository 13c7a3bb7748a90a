"""Figures of the demo network: the quarters and the year that are over, told to the partner and everybody.

The newest quarter waits for the antenna's yes, and the year has its report.
"""

from datetime import UTC, datetime, time, timedelta

from timebank.domain.days import network_day
from timebank.domain.permissions import Actor
from timebank.domain.release_states import ReleaseAudience, ReleaseStep
from timebank.models.member import Member
from timebank.models.report import ReportAudience
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.network.actors import actor_of
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.services.telling.reports import approve_report, make_report
from timebank.uow import reading, transact

TOLD_AFTER = timedelta(days=20)
"""When the team looks at a quarter: the late slips are in."""


def fill_figures(members: dict[str, Member], began: datetime, moment: datetime) -> None:
    """Each period as soon as it could be told, one after another."""
    cora = members["Cora"]
    with reading() as session:
        coordinator = actor_of(session, cora.person_id, now=moment)
    first = network_day(began).year
    periods = [
        period
        for year in range(first, network_day(moment).year + 1)
        for period in (*(quarter_of(year, quarter) for quarter in (1, 2, 3, 4)), year_of(year))
        if period.after + TOLD_AFTER <= network_day(moment)
    ]
    for period in periods:
        last = period == [each for each in periods if each.after - each.first < timedelta(days=100)][-1]
        _tell(cora.antenna_id, period, coordinator, decided=not last)
        if period == year_of(period.first.year):
            _report(cora.antenna_id, period.first.year, coordinator, moment)


def _tell(antenna_id: int, period: Period, coordinator: Actor, *, decided: bool) -> None:
    at = datetime.combine(period.after + TOLD_AFTER, time(10), UTC)
    for audience in (ReleaseAudience.PARTNER, ReleaseAudience.PUBLIC):
        made = transact(prepare_release, antenna_id, period, audience, now=at)
        if not decided:
            return
        transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=coordinator, now=at)


def _report(antenna_id: int, year: int, coordinator: Actor, moment: datetime) -> None:
    made = transact(make_report, antenna_id, year, ReportAudience.PARTNER, actor=coordinator, now=moment)
    transact(approve_report, made.uid, version=made.version, actor=coordinator, now=moment)

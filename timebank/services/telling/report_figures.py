"""What a yearly report is made of: the released figures of its year and of the year before, and what counts nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.antenna import Antenna, PartnerAntenna
from timebank.models.directory import DirectoryEntry
from timebank.models.release import Release
from timebank.models.report import Report, ReportAudience, ReportState
from timebank.participation.alone import change_lines, counted, people_told
from timebank.participation.disclosure.audiences import Audience
from timebank.participation.periods import Period, year_of
from timebank.participation.waits import Key, Told
from timebank.participation.yearly import (
    REPORT_AUDIENCES,
    from_json,
    kept_lines,
    told_of,
)
from timebank.services.coordinating.signal_lists import signals_between
from timebank.services.measuring.gathering_lists import gathering_totals
from timebank.services.measuring.questionnaire_results import change_of, round_ended_in
from timebank.services.telling.release_rows import moments_of
from timebank.services.telling.releases import released_figures


@dataclass(frozen=True)
class YearFigures:
    """The lines of a year and of the year before it, and the checksums of the releases that they come from."""

    now: Mapping[Key, Told]
    before: Mapping[Key, Told]
    sources: tuple[str, ...]


def figures_of_year(session: Session, antenna: Antenna, year: int, audience: ReportAudience) -> YearFigures:
    """What this audience was told of the year and of the one before; ``now`` is empty where it was told nothing."""
    present = _release(session, antenna, year, audience)
    earlier = _release(session, antenna, year - 1, audience)
    if present is None:
        return YearFigures({}, {}, ())
    return YearFigures(
        now=_told(session, present)
        | _alone(session, antenna, year, audience)
        | counted(_things(session, antenna)),
        before=({} if earlier is None else _told(session, earlier))
        | _kept(session, antenna.id, year - 1, audience),
        sources=tuple(each.checksum for each in (present, earlier) if each is not None),
    )


def newest_edition(
    session: Session, antenna_id: int, year: int, audience: ReportAudience, *, approved: bool = False
) -> Report | None:
    """The newest edition of a report, or the newest of those that are approved."""
    query = select(Report).where(
        Report.antenna_id == antenna_id, Report.year == year, Report.audience == audience
    )
    if approved:
        query = query.where(Report.state == ReportState.APPROVED)
    return session.scalar(query.order_by(Report.edition.desc()).limit(1))


def _alone(session: Session, antenna: Antenna, year: int, audience: ReportAudience) -> dict[Key, Told]:
    """What is in no release. What an approved edition told stays: a difference would tell of who was added."""
    to, period = REPORT_AUDIENCES[audience.value], year_of(year)
    totals = gathering_totals(session, [antenna.id], period)
    people = {
        "guests": totals.people,
        "new_faces": totals.new_faces,
        "signals": signals_between(session, antenna.id, *moments_of(antenna, period)),
    }
    return (
        counted({"gatherings": totals.gatherings})
        | {(code, ""): people_told(number, to) for code, number in people.items()}
        | _change_told(session, antenna.id, period, to)
        | _kept(session, antenna.id, year, audience)
    )


def _change_told(session: Session, antenna_id: int, period: Period, audience: Audience) -> dict[Key, Told]:
    """What a questionnaire that ended in the period says of loneliness; nothing where none did."""
    found = round_ended_in(session, antenna_id, period)
    if found is None:
        return {}
    return change_lines(change_of(found, least=audience.k), audience)


def _kept(session: Session, antenna_id: int, year: int, audience: ReportAudience) -> dict[Key, Told]:
    edition = newest_edition(session, antenna_id, year, audience, approved=True)
    return {} if edition is None else kept_lines(from_json(edition.content))


def _release(session: Session, antenna: Antenna, year: int, audience: ReportAudience) -> Release | None:
    period = year_of(year)
    return session.scalar(
        select(Release).where(
            Release.antenna_id == antenna.id,
            Release.audience == ReleaseAudience(audience.value),
            Release.state == ReleaseState.APPROVED,
            Release.first_on == period.first,
            Release.last_on == period.last,
        )
    )


def _told(session: Session, release: Release) -> dict[Key, Told]:
    return told_of(released_figures(session, release))


def _things(session: Session, antenna: Antenna) -> dict[str, int]:
    """What there is today and counts nobody: services in the directory, organisations that support the antenna."""
    services = select(func.count(DirectoryEntry.id)).where(
        or_(DirectoryEntry.antenna_id == antenna.id, DirectoryEntry.antenna_id.is_(None)),
        DirectoryEntry.ended_on.is_(None),
    )
    partners = select(func.count()).where(PartnerAntenna.antenna_id == antenna.id)
    return {"services": session.scalar(services) or 0, "partners": session.scalar(partners) or 0}

"""What a yearly report is made of: the released figures of its year and of the year before, and what counts nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.antenna import Antenna, PartnerAntenna
from timebank.models.directory import DirectoryEntry
from timebank.models.release import Release
from timebank.models.report import ReportAudience
from timebank.participation.periods import year_of
from timebank.participation.yearly import Key, Told, counted, told_of
from timebank.services.releases import released_figures


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
        now=_told(session, present) | counted(_things(session, antenna)),
        before={} if earlier is None else _told(session, earlier),
        sources=tuple(each.checksum for each in (present, earlier) if each is not None),
    )


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

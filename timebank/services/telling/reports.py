"""Yearly reports: made from what was released, looked at and approved by the antenna, then open to the partner."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.permissions import (
    Actor,
    Role,
    may_approve_reports,
    may_read_report,
    require,
    require_full_rights,
)
from timebank.models.antenna import Antenna
from timebank.models.report import Report, ReportAudience, ReportState
from timebank.models.story import StoryPhoto, StoryUse
from timebank.participation.yearly import YearlyReport, checksum_of, from_json, lines_of, to_json
from timebank.services.audit import write_down
from timebank.services.telling.report_figures import figures_of_year, newest_edition
from timebank.services.telling.stories import ToldStory, stories_for
from timebank.services.telling.story_photos import photos_of

SHOWN = 100
"""The most reports of one list on the page, newest first."""
EARLIER_YEARS = 3
"""Of how many years before the antenna was opened here a report can be made."""
STORIES_LEAST = 3
"""So many stories a report should have; it says so where there are fewer."""
STORIES_MOST = 6
"""The most that are printed: those with the newest consent."""


@dataclass(frozen=True)
class ReportPaper:
    """A report as it is read or printed today: its figures, and the stories and photos that may stand there today."""

    report: Report
    content: YearlyReport
    stories: tuple[ToldStory, ...]
    intact: bool
    photos: Mapping[uuid.UUID, StoryPhoto] = field(default_factory=dict)


def make_report(
    session: Session, antenna_id: int, year: int, audience: ReportAudience, *, actor: Actor, now: datetime
) -> Report:
    """A new draft from what is released of this year; the newest edition itself where nothing changed since.

    Raises:
        InvalidInputError: code ``report_year``: the year isn't over; ``report_no_figures``: nothing of it is
            released to this audience.
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    antenna = _antenna(session, antenna_id, actor)
    require_full_rights(actor)
    if not _first_year(antenna) <= year <= last_year_of(antenna, now):
        raise InvalidInputError("report_year", "Choose a year that is over.", field="year")
    figures = figures_of_year(session, antenna, year, audience)
    if not figures.now:
        raise InvalidInputError(
            "report_no_figures",
            "No figures of this year are released yet. Approve those first.",
            field="year",
        )
    lines = lines_of(figures.now, figures.before)
    content = to_json(YearlyReport(antenna.slug, year, audience.value, figures.sources, lines))
    newest = newest_edition(session, antenna_id, year, audience)
    if newest is not None and newest.content == content:
        return newest
    report = Report(
        uid=uuid.uuid4(),
        antenna_id=antenna_id,
        year=year,
        audience=audience,
        edition=1 if newest is None else newest.edition + 1,
        content=content,
        sha256=checksum_of(content),
        state=ReportState.DRAFT,
        made_by_id=actor.person_id or None,
        made_at=now,
    )
    session.add(report)
    _note(session, report, "make_report", actor, now)
    return report


def approve_report(
    session: Session, report_uid: uuid.UUID, *, version: int, actor: Actor, now: datetime
) -> Report:
    """Let it be opened by whom it was made for, in the actor's name and with today's date.

    Raises:
        StaleError: it isn't what was read (``version``), or its checksum doesn't fit what it says.
        WrongStateError: it is approved already; code ``report_old``: there is a newer edition.
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    report = session.scalar(select(Report).where(Report.uid == report_uid).with_for_update(of=Report))
    if report is None:
        raise NotFoundError
    require(may_approve_reports(actor, report.antenna_id), actor, report.antenna_id)
    require_full_rights(actor)
    if report.version != version or checksum_of(report.content) != report.sha256:
        raise StaleError
    if report.state is not ReportState.DRAFT:
        raise WrongStateError(state=report.state.value, step="approve")
    newest = newest_edition(session, report.antenna_id, report.year, report.audience)
    if newest is not None and newest.edition > report.edition:
        raise WrongStateError(
            "report_old", "There is a newer draft of this report. Look at that one.", state="draft"
        )
    report.state, report.approved_by_id, report.approved_at = ReportState.APPROVED, actor.person_id, now
    _note(session, report, "approve_report", actor, now)
    session.refresh(report)
    return report


def list_reports(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Report]:
    """All editions of an antenna, newest first, for its coordinators and treasurer.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    _antenna(session, antenna_id, actor)
    query = select(Report).where(Report.antenna_id == antenna_id).order_by(Report.id.desc())
    return session.scalars(query.limit(SHOWN)).all()


def partner_reports(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Report]:
    """What the partners of an antenna can open: of each year the newest approved edition.

    Raises:
        NotAllowedError, NotFoundError: neither of a partner that supports it, nor its coordinator or treasurer.
    """
    require(may_read_report(actor, antenna_id, released=True), actor, antenna_id)
    query = select(Report).where(
        Report.antenna_id == antenna_id,
        Report.audience == ReportAudience.PARTNER,
        Report.state == ReportState.APPROVED,
    )
    newest: dict[int, Report] = {}
    for each in session.scalars(query.order_by(Report.year.desc(), Report.edition.desc()).limit(SHOWN)):
        newest.setdefault(each.year, each)
    return tuple(newest.values())


def reports_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Report]:
    """By cursor, newest first: all reports of the actor's antennas; as a partner's staff what is made for them."""
    released = and_(Report.state == ReportState.APPROVED, Report.audience == ReportAudience.PARTNER)
    query = select(Report).where(
        or_(
            Report.antenna_id.in_(actor.antennas_as(Role.COORDINATOR, Role.TREASURER)),
            and_(Report.antenna_id.in_(actor.antennas_as(Role.PARTNER_STAFF)), released),
        )
    )
    if before is not None:
        query = query.where(Report.id < before)
    return session.scalars(query.order_by(Report.id.desc()).limit(limit)).all()


def find_report(session: Session, report_uid: uuid.UUID, *, actor: Actor) -> Report:
    """A report, for the antenna's coordinators and treasurer; once approved, for the partner's staff if made for it.

    Raises:
        NotFoundError: there is none, or none of this actor's business.
    """
    report = session.scalar(select(Report).where(Report.uid == report_uid))
    if report is None:
        raise NotFoundError
    released = report.state is ReportState.APPROVED and report.audience is ReportAudience.PARTNER
    if not may_read_report(actor, report.antenna_id, released=released):
        raise NotFoundError
    return report


def read_report(session: Session, report_uid: uuid.UUID, *, actor: Actor, now: datetime) -> ReportPaper:
    """A report with the stories that may stand in it today; ``intact`` is whether its checksum fits.

    Raises:
        NotFoundError: there is none, or none of this actor's business.
    """
    report = find_report(session, report_uid, actor=actor)
    today = local_day(now, report.antenna.timezone)
    stories = stories_for(session, [report.antenna_id], StoryUse.REPORT, today=today)
    intact = checksum_of(report.content) == report.sha256
    printed = stories[:STORIES_MOST]
    photos = photos_of(session, [each.uid for each in printed])
    return ReportPaper(report, from_json(report.content), printed, intact, photos)


def last_year_of(antenna: Antenna, now: datetime) -> int:
    """The last year that is over where the antenna is."""
    return local_day(now, antenna.timezone).year - 1


def years_of(antenna: Antenna, now: datetime) -> tuple[int, ...]:
    """The years of which a report can be made, newest first."""
    return tuple(range(last_year_of(antenna, now), _first_year(antenna) - 1, -1))


def _first_year(antenna: Antenna) -> int:
    """Books of before the antenna came here can be brought in: some years of them."""
    return local_day(antenna.created_at, antenna.timezone).year - EARLIER_YEARS


def _antenna(session: Session, antenna_id: int, actor: Actor) -> Antenna:
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(may_approve_reports(actor, antenna_id), actor, antenna_id)
    return antenna


def _note(session: Session, report: Report, action: str, actor: Actor, now: datetime) -> None:
    session.flush()
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=report.antenna_id,
        subject=f"report:{report.uid}",
        detail={"year": report.year, "edition": report.edition, "audience": report.audience.value},
    )
    session.flush()

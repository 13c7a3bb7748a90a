"""A yearly report of Heembeek made by hand: figures, signs and stories, as the documents take them."""

import uuid
from datetime import UTC, datetime

from sqlalchemy import func, select

from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.models.release import Release
from timebank.models.report import Report, ReportAudience, ReportState
from timebank.participation.alone import counted
from timebank.participation.catalogue import WHOLE, frames_of
from timebank.participation.disclosure.figures import FEW, WITHHELD, Figure, Released, Sign
from timebank.participation.disclosure.storing import checksum_of as releases_checksum, told_json
from timebank.participation.disclosure.tables import ALL, MINUTES
from timebank.participation.periods import year_of
from timebank.participation.yearly import (
    YearlyReport,
    checksum_of,
    lines_of,
    to_json,
    told_of,
)
from timebank.services.telling.reports import ReportPaper
from timebank.services.telling.stories import ToldStory
from timebank.uow import transact

YEAR = 2025
STORY = ToldStory(
    uuid.uuid4(), 1, "Georgette", "nl", "Fatima komt elke week.\nWe lachen veel.", "fr", "Fatima vient."
)


def shown(value):
    return Figure(Sign.SHOWN, value)


def tables_of(year, people, hours):
    """Every table of a year: in each whole ``people`` and ``hours``, half of them in the first group, then signs."""
    tables = []
    for frame in frames_of(year_of(year)):
        figures = {}
        for measure in frame.measures:
            whole = 60 * hours if measure == MINUTES else people
            parts = [shown(whole // 2), FEW, WITHHELD, shown(whole // 4)]
            cells = zip(frame.groups, parts * 3, strict=False)
            figures |= {(measure, (WHOLE, group)): figure for group, figure in cells}
            figures[measure, (WHOLE, ALL)] = shown(whole)
        tables.append(Released(frame, year_of(year), figures))
    return tables


def content_of(audience="partner", before=True):
    """A report of ``YEAR`` with all its lines, with or without the year before."""
    now = told_of(tables_of(YEAR, 120, 400)) | counted({"gatherings": 12, "services": 31, "partners": 2})
    earlier = told_of(tables_of(YEAR - 1, 100, 320)) if before else {}
    return YearlyReport("heembeek", YEAR, audience, ("a" * 64,), lines_of(now, earlier))


def paper_of(content, *, approved=True, stories=(STORY,)):
    """The report as ``read_report`` gives it."""
    made = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
    text = to_json(content)
    report = Report(
        uid=uuid.uuid4(),
        year=content.year,
        audience=ReportAudience(content.audience),
        edition=1,
        content=text,
        sha256=checksum_of(text),
        state=ReportState.APPROVED if approved else ReportState.DRAFT,
        made_at=made,
        approved_at=made if approved else None,
    )
    report.antenna = Antenna(
        slug="heembeek",
        name="Heembeek",
        languages=["nl", "fr"],
        phone="02 123 45 67",
        opening_hours={},
        timezone="Europe/Brussels",
    )
    report.approved_by = Person(given_name="Cora", family_name="Peeters") if approved else None
    return ReportPaper(report, content, tuple(stories), intact=True)


def release_year(world, year, people=120, hours=400, audience=ReleaseAudience.PARTNER):
    """An approved release of a year, as the gate would have left it."""

    def add(session):
        contents = {"tables": [told_json(each) for each in tables_of(year, people, hours)]}
        period = year_of(year)
        taken = session.scalar(select(func.count(Release.id)).where(Release.audience == audience)) or 0
        session.add(
            Release(
                uid=uuid.uuid4(),
                antenna_id=world.antenna,
                audience=audience,
                first_on=period.first,
                last_on=period.last,
                number=taken + 1,
                state=ReleaseState.APPROVED,
                contents=contents,
                truths=[],
                gate={},
                checksum=releases_checksum(contents),
                made_at=world.now,
                decided_at=world.now,
                decided_by_id=world.people["cora"],
            )
        )

    transact(add)


def keep_report(world, *, edition=1, approved=False, content=None):
    """An edition of a report as the timebank keeps it; its uid."""
    text, uid = to_json(content or CONTENT), uuid.uuid4()

    def add(session):
        session.add(
            Report(
                uid=uid,
                antenna_id=world.antenna,
                year=YEAR,
                audience=ReportAudience.PARTNER,
                edition=edition,
                content=text,
                sha256=checksum_of(text),
                state=ReportState.APPROVED if approved else ReportState.DRAFT,
                made_at=world.now,
                approved_at=world.now if approved else None,
                approved_by_id=world.people["cora"] if approved else None,
            )
        )

    transact(add)
    return uid


CONTENT = content_of()

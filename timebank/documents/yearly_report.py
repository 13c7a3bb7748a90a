"""The yearly report on paper and as a sheet: one page with what says most, and an annex with everything.

Takes what ``services.reports.read_report`` gives; each in the language that is asked for.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template
from flask_babel import force_locale, get_locale, gettext as _
from markupsafe import Markup

from timebank.documents.charts import PAPER_WIDTH, SCREEN_WIDTH, Chart, ChartRow, bar_chart
from timebank.documents.pdf import render_pdf
from timebank.documents.report_words import (
    AUDIENCE_WORDS,
    BLOCK_WORDS,
    DEFINITIONS,
    LINE_WORDS,
    TASK_WORDS,
    behind_words,
    figure_words,
    line_words,
)
from timebank.documents.sheets import as_csv, as_xlsx
from timebank.domain.days import local_day
from timebank.participation.catalogue import WAYS
from timebank.participation.yearly import TASKS, Block, ReportLine, Unit, YearlyReport
from timebank.paths import data_dir
from timebank.services.telling.reports import STORIES_LEAST, ReportPaper


@dataclass(frozen=True)
class ReportRow:
    """One line in words: what it counts, this year, the year before, the people behind it."""

    words: str
    now: str
    before: str
    behind: str


@dataclass(frozen=True)
class ReportGroup:
    """A line, or a line for each group, with what it counts."""

    title: str
    definition: str
    rows: tuple[ReportRow, ...]

    @property
    def behind(self) -> bool:
        """Whether it says of a figure how many people stand behind it."""
        return any(each.behind for each in self.rows)


@dataclass(frozen=True)
class ReportView:
    """The report in the reader's language: what page, paper and sheet show alike."""

    first_page: tuple[ReportRow, ...]
    summary: tuple[str, ...]
    equity: str
    blocks: tuple[tuple[str, tuple[ReportGroup, ...]], ...]
    tasks: tuple[tuple[int, str, tuple[str, ...]], ...]
    chart: Chart | None
    drawing: Markup
    audience: str
    stories_missing: int


def view_of(paper: ReportPaper, width: int = SCREEN_WIDTH) -> ReportView:
    """The report in words of the language that is in force; ``width`` is that of its chart."""
    content = paper.content
    chart = _chart(content)
    return ReportView(
        first_page=tuple(_row(each, content.k) for each in content.first_page),
        summary=_summary(content),
        equity=_equity_words(content),
        blocks=tuple((str(BLOCK_WORDS[block]), _groups(content, block)) for block in Block),
        tasks=tuple(
            (task, str(TASK_WORDS[task]), tuple(str(LINE_WORDS[code]) for code in content.of_task(task)))
            for task in TASKS
        ),
        chart=chart,
        drawing=Markup() if chart is None else bar_chart(chart, "hours-by-kind", width),
        audience=str(AUDIENCE_WORDS[content.audience]),
        stories_missing=max(0, STORIES_LEAST - len(paper.stories)),
    )


def report_page(paper: ReportPaper, language: str, **where: Any) -> str:
    """The report as a page for paper; ``where`` has the addresses of ``print/base.html``."""
    antenna = paper.report.antenna
    hours = antenna.opening_hours.get(language) or antenna.opening_hours.get(antenna.language, "")
    with force_locale(language):
        return render_template(
            "print/yearly_report.html",
            paper=paper,
            view=view_of(paper, PAPER_WIDTH),
            lang=language,
            text_size="normal",
            antenna={"name": antenna.name, "phone": antenna.phone, "opening_hours": hours},
            made_on=local_day(paper.report.made_at, antenna.timezone),
            approved_on=_approved_on(paper),
            **where,
        )


def report_pdf(paper: ReportPaper, language: str) -> bytes:
    """The report as a tagged PDF.

    Raises:
        PdfMissingError: the libraries for it aren't on this machine.
    """
    static = data_dir("static")
    css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
    return render_pdf(report_page(paper, language, css_url=css, logo_url=logo))


def report_xlsx(paper: ReportPaper, language: str) -> bytes:
    """The report as a workbook with one sheet, a row for each figure."""
    with force_locale(language):
        header, rows = _sheet(paper)
        return as_xlsx(_("Report of %(year)s", year=paper.content.year), header, rows)


def report_csv(paper: ReportPaper, language: str) -> bytes:
    """The same rows as CSV."""
    with force_locale(language):
        return as_csv(*_sheet(paper))


REPORT_FILES = {
    "pdf": (report_pdf, "application/pdf"),
    "xlsx": (report_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (report_csv, "text/csv; charset=utf-8"),
}
"""How each kind of file is made, and what it calls itself."""


def _row(line: ReportLine, k: int) -> ReportRow:
    unit = line.kind.unit
    return ReportRow(
        line_words(line),
        figure_words(line.now, unit, k),
        figure_words(line.before, unit, k),
        behind_words(line, k),
    )


def _rows(content: YearlyReport, code: str) -> tuple[ReportRow, ...]:
    """A row for each group; one for all where none of them is told, as so many signs say nothing more."""
    lines = content.of_code(code)
    rows = tuple(_row(each, content.k) for each in lines)
    told = any(one is not None and one.value is not None for each in lines for one in _both(each))
    same = len({(each.now, each.before, each.behind) for each in rows}) == 1
    return rows[:1] if same and not told else rows


def _groups(content: YearlyReport, block: Block) -> tuple[ReportGroup, ...]:
    codes = dict.fromkeys(each.code for each in content.blocks[block])
    return tuple(
        ReportGroup(
            str(LINE_WORDS[code]),
            str(DEFINITIONS[code]),
            _rows(content, code),
        )
        for code in codes
    )


def _summary(content: YearlyReport) -> tuple[str, ...]:
    """What the figures say, in a few sentences; nothing about what isn't told."""
    told = {each.code: each.now.value for each in content.first_page if each.now.value is not None}
    said = []
    if "members" in told:
        said.append(_("In %(year)s we had about %(members)s members.", year=content.year, **told))
    if {"givers", "receivers"} <= told.keys():
        said.append(
            _("About %(givers)s of them helped someone, and about %(receivers)s were helped.", **told)
        )
    if {"favours", "hours"} <= told.keys():
        hours = told["hours"] // 60
        said.append(
            _("That is about %(favours)s favours and %(hours)s hours.", favours=told["favours"], hours=hours)
        )
    elif "hours" in told:
        said.append(_("Together that is about %(hours)s hours.", hours=told["hours"] // 60))
    return tuple(str(each) for each in said)


def _equity_words(content: YearlyReport) -> str:
    """Whether paper and phone are served as soon as a screen; nothing where one of them isn't told."""
    soon = {each.group: each.now for each in content.of_code("soon_by_channel")}
    values = [soon[way].value for way in WAYS if way in soon]
    if len(values) < len(WAYS) or None in values:
        return ""
    paper, screen = (figure_words(soon[way], Unit.PERCENT, content.k) for way in WAYS)
    return str(
        _(
            "Within 3 days, %(paper)s of the asks by voice or paper had a helper, and %(screen)s of those by a screen.",
            paper=paper,
            screen=screen,
        )
    )


def _chart(content: YearlyReport) -> Chart | None:
    """The hours by kind of help, most first; None where fewer than two kinds are told."""
    lines = [each for each in content.of_code("hours_by_kind") if each.now.value is not None]
    if len(lines) < 2:
        return None
    lines.sort(key=lambda each: (-(each.now.value or 0), each.group))
    rows = tuple(
        ChartRow(
            line_words(each),
            tuple(None if one is None or one.value is None else one.value // 60 for one in _both(each)),
            tuple(figure_words(one, each.kind.unit, content.k) for one in _both(each)),
        )
        for each in lines
    )
    most = rows[0]
    return Chart(
        title=str(LINE_WORDS["hours_by_kind"]),
        summary=str(_("Most hours: %(kind)s, about %(hours)s.", kind=most.label, hours=most.words[0])),
        series=(str(content.year), str(content.year - 1)),
        rows=rows,
        label_heading=str(_("Kind of help")),
    )


def _both(line: ReportLine) -> tuple[Any, Any]:
    return line.now, line.before


def _sheet(paper: ReportPaper) -> tuple[list[str], list[list[object]]]:
    content, report = paper.content, paper.report
    header = [
        _("Heading"),
        _("What"),
        _("Group"),
        str(content.year),
        str(content.year - 1),
        _("People behind it"),
        _("What it means"),
    ]
    rows: list[list[object]] = []
    for each in content.lines:
        row = _row(each, content.k)
        label, group = str(LINE_WORDS[each.code]), row.words if each.group else ""
        heading, meaning = str(BLOCK_WORDS[each.kind.block]), str(DEFINITIONS[each.code])
        rows.append([heading, label, group, row.now, row.before, row.behind, meaning])
    language = get_locale().language
    rows += [[_("Stories"), each.name, "", each.words_in(language), "", "", ""] for each in paper.stories]
    approved_on = _approved_on(paper)
    for label, value in (
        (_("Antenna"), report.antenna.name),
        (_("Edition"), report.edition),
        (_("Checksum of the figures (SHA-256)"), report.sha256),
        (_("Approved on"), _("not approved yet") if approved_on is None else approved_on),
    ):
        rows.append([_("This report"), label, "", value, "", "", ""])
    return header, rows


def _approved_on(paper: ReportPaper) -> date | None:
    moment = paper.report.approved_at
    return None if moment is None else local_day(moment, paper.report.antenna.timezone)

"""Releases in the reader's words: periods, tables, figures and signs, and one year beside the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import format_decimal, gettext as _, lazy_gettext as _l

from timebank.documents.charts import Chart, ChartRow
from timebank.documents.report_words import GROUP_WORDS
from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.release import Release
from timebank.participation.catalogue import (
    ELSEWHERE,
    GIFT_GIVERS,
    GIVERS,
    GRANT_RECEIVERS,
    MEMBERS,
    RECEIVERS,
    WHOLE,
    WORKERS,
)
from timebank.participation.disclosure.figures import Figure, Released, Sign, base_of
from timebank.participation.disclosure.storing import released_from
from timebank.participation.disclosure.tables import ALL, MINUTES, THINGS
from timebank.participation.periods import Period, year_earlier, year_of
from timebank.services.telling.releases import AUDIENCES, period_of

QUARTERS_SHOWN = 8

TABLE_WORDS = {
    "favours": _l("Help between neighbours"),
    "asks_ended": _l("Who asked for something, and how it ended"),
    "asks_made": _l("Who asked for something, and how"),
    "members_by_language": _l("Members, by language"),
    "members_by_age": _l("Members, by age"),
    "members_by_stay": _l("Members, by how long they were there"),
    "members_by_area": _l("Members, by area"),
    "favours_by_area": _l("Help between neighbours, by area"),
    "asks_in_a_day": _l("Asks that had a helper the same day or the next"),
    "asks_in_three_days": _l("Asks that had a helper within 3 days"),
    "asks_in_a_week": _l("Asks that had a helper within a week"),
    "gifts": _l("Hours that members gave away"),
    "grants": _l("Hours that neighbours got from the pot"),
    "antenna_work": _l("Hours of work for the antenna itself"),
}
MEASURE_WORDS = {
    GIVERS: _l("Helped"),
    RECEIVERS: _l("Were helped"),
    MINUTES: _l("Hours"),
    "askers": _l("People"),
    MEMBERS: _l("Members"),
    GIFT_GIVERS: _l("Gave"),
    GRANT_RECEIVERS: _l("Got hours"),
    WORKERS: _l("Worked"),
}
THING_WORDS = {"favours": _l("Favours done")}
"""What is counted as things, by table; asks in all others."""

ROW_WORDS = {ALL: _l("All together"), **GROUP_WORDS}
AREA_WORDS = {WHOLE: _l("The whole antenna"), ELSEWHERE: _l("Elsewhere, or not known")}
AUDIENCE_WORDS = {
    ReleaseAudience.PARTNER: _l("For the partner"),
    ReleaseAudience.PUBLIC: _l("For everybody"),
    ReleaseAudience.BOARD: _l("For the antenna itself"),
}
STATE_WORDS = {
    ReleaseState.PREPARED: (_l("waits for your yes"), "wait"),
    ReleaseState.APPROVED: (_l("is told"), "good"),
    ReleaseState.REFUSED: (_l("not told"), "plain"),
}
SIGN_WORDS = {Sign.FEW: _l("few people"), Sign.WITHHELD: _l("not told")}


@dataclass(frozen=True)
class ShownTable:
    """A table in words: the heads of its columns, and rows whose first cell says which group.

    ``few`` are the groups of which nothing is shown because of few people: one sentence says so of them all.
    ``told`` is whether anything of it is shown.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    few: tuple[str, ...] = ()
    told: bool = True


@dataclass(frozen=True)
class Overview:
    """An antenna's newest figures in a sentence and a few rows, with those of a year before beside them.

    ``rows`` are (what, now, a year before); ``sentence`` is empty where nothing was told yet.
    """

    sentence: str
    now: str
    before: str
    rows: tuple[tuple[str, str, str], ...]
    trend: Chart | None


def period_words(period: Period) -> str:
    """'2025', or 'Quarter 3 of 2025'."""
    if period == year_of(period.first.year):
        return str(period.first.year)
    return str(
        _("Quarter %(number)s of %(year)s", number=(period.first.month + 2) // 3, year=period.first.year)
    )


def release_words(release: Release) -> str:
    """'Heembeek: 2025, for the partner'."""
    audience = str(AUDIENCE_WORDS[release.audience])
    period = period_words(period_of(release))
    return f"{release.antenna.name}: {period}, {audience[:1].lower()}{audience[1:]}"


def measure_words(table: str, measure: str) -> str:
    """What a measure of a table counts."""
    if measure == THINGS:
        return str(THING_WORDS.get(table, _("Asks")))
    return str(MEASURE_WORDS[measure])


def figure_words(measure: str, figure: Figure) -> str:
    """'about 30', or the sign in words. Hours are whole."""
    if figure.value is None:
        return str(SIGN_WORDS[figure.sign])
    value = figure.value // 60 if measure == MINUTES else figure.value
    return str(_("about %(number)s", number=format_decimal(value)))


def figure_cell(measure: str, figure: Figure) -> int | str:
    """The same for a spreadsheet: a number where there is one."""
    if figure.value is None:
        return str(SIGN_WORDS[figure.sign])
    return figure.value // 60 if measure == MINUTES else figure.value


def tables_of(release: Release) -> dict[str, Released]:
    """What a release tells, by the name of the table."""
    return {each["name"]: released_from(each) for each in release.contents["tables"]}


def shown_tables(release: Release) -> list[ShownTable]:
    """Every table of a release in words, all groups together first."""
    return [
        _shown(name, table, area) for name, table in tables_of(release).items() for area in table.frame.areas
    ]


def _shown(name: str, table: Released, area: str) -> ShownTable:
    measures = table.frame.measures
    rows, few = [], []
    groups = table.frame.groups if len(table.frame.groups) > 1 else ()
    for group in (ALL, *groups):
        figures = [(each, table.figures[each, (area, group)]) for each in measures]
        if group != ALL and all(figure.sign is Sign.FEW for _measure, figure in figures):
            few.append(_group_words(name, group))
            continue
        rows.append((_group_words(name, group), *(figure_words(*each) for each in figures)))
    heads = ("", *(measure_words(name, each) for each in measures))
    told = any(
        figure.sign is not Sign.FEW for (_measure, cell), figure in table.figures.items() if cell[0] == area
    )
    caption = TABLE_WORDS[name]
    if area != WHOLE:
        caption = _("%(table)s: %(area)s", table=caption, area=_area_words(area))
    return ShownTable(str(caption), heads, tuple(rows), tuple(few), told)


def _group_words(table: str, group: str) -> str:
    """The words for a group; areas that are groups are called as the antenna's sheets do."""
    if table == "members_by_area" and group != ALL:
        return _area_words(group)
    return str(ROW_WORDS[group])


def _area_words(area: str) -> str:
    return str(AREA_WORDS.get(area, area))


def sheet_of(release: Release) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    """Every figure of a release as (header, rows): table, area, group, what is counted, figure, rounded to what."""
    header = (_("Table"), _("Area"), _("Group"), _("What is counted"), _("Figure"), _("Rounded to"))
    audience = AUDIENCES[release.audience]
    rows: list[tuple[str | int, ...]] = []
    for name, table in tables_of(release).items():
        for (measure, (area, group)), figure in table.figures.items():
            base = base_of(audience, measure)
            rows.append(
                (
                    str(TABLE_WORDS[name]),
                    _area_words(area),
                    _group_words(name, group),
                    measure_words(name, measure),
                    figure_cell(measure, figure),
                    base // 60 if measure == MINUTES else base,
                )
            )
    return header, rows


def headline(release: Release) -> dict[str, Figure]:
    """Who helped, who was helped, their favours and hours, all kinds of help together; members where they are told."""
    tables = tables_of(release)
    favours = tables["favours"]
    measures = (each for each in (GIVERS, RECEIVERS, THINGS, MINUTES) if each in favours.frame.measures)
    found = {each: favours.figures[each, (WHOLE, ALL)] for each in measures}
    if "members_by_language" in tables:
        found[MEMBERS] = tables["members_by_language"].figures[MEMBERS, (WHOLE, ALL)]
    return found


def years_of(releases: Sequence[Release]) -> list[Release]:
    """Those about a whole year."""
    return [each for each in releases if period_of(each) == year_of(each.first_on.year)]


def overview_of(releases: Sequence[Release]) -> Overview:
    """From an antenna's releases to one audience, oldest first."""
    if not releases:
        return Overview("", "", "", (), None)
    by_period = {period_of(each): each for each in releases}
    newest = releases[-1]
    period = period_of(newest)
    earlier = by_period.get(year_earlier(period))
    now, before = headline(newest), headline(earlier) if earlier is not None else {}
    rows = tuple(
        (
            measure_words("favours", measure),
            figure_words(measure, figure),
            figure_words(measure, before[measure]) if measure in before else "-",
        )
        for measure, figure in now.items()
    )
    return Overview(
        _sentence(period, now),
        period_words(period),
        period_words(year_earlier(period)),
        rows,
        _trend(releases),
    )


def _sentence(period: Period, figures: dict[str, Figure]) -> str:
    values = {measure: figure_words(measure, figure) for measure, figure in figures.items()}
    if any(figures[each].value is None for each in (GIVERS, RECEIVERS)):
        return str(_("%(period)s: neighbours helped one another.", period=period_words(period)))
    return str(
        _(
            "%(period)s: %(givers)s neighbours helped, and %(receivers)s were helped.",
            period=period_words(period),
            givers=values[GIVERS],
            receivers=values[RECEIVERS],
        )
    )


def _trend(releases: Sequence[Release]) -> Chart | None:
    """Who helped, quarter by quarter; None before there are two."""
    quarters = quarters_of(releases)[-QUARTERS_SHOWN:]
    figures = [(period_of(each), headline(each)[GIVERS]) for each in quarters]
    return trend_of(figures, str(_("Neighbours who helped, each quarter")))


def quarters_of(releases: Sequence[Release]) -> list[Release]:
    """Those about a quarter."""
    years = years_of(releases)
    return [each for each in releases if each not in years]


def trend_of(figures: Sequence[tuple[Period, Figure]], title: str) -> Chart | None:
    """Who helped in each of these quarters, as a line; None before there are two."""
    rows = []
    for period, figure in figures:
        label = f"{(period.first.month + 2) // 3}/{period.first.year}"
        rows.append(ChartRow(label, (figure.value,), (figure_words(GIVERS, figure),)))
    if len(rows) < 2:
        return None
    return Chart(
        title=title,
        summary=str(
            _(
                "From %(first)s in quarter %(from)s to %(last)s in quarter %(to)s.",
                **{
                    "first": rows[0].words[0],
                    "from": rows[0].label,
                    "last": rows[-1].words[0],
                    "to": rows[-1].label,
                },
            )
        ),
        series=(str(MEASURE_WORDS[GIVERS]),),
        rows=tuple(rows),
        label_heading=str(_("Quarter")),
    )

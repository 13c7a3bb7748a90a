"""All antennas of a partner on one page: each year beside the last, and the trend, from released figures alone.

What is added up here was told antenna by antenna, so that a sum tells nothing more. A sum of which one part
isn't shown isn't shown either: it would look like less help than there was.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from timebank.documents.charts import Chart, line_chart
from timebank.models.antenna import Antenna
from timebank.models.release import Release
from timebank.participation.catalogue import GIVERS
from timebank.participation.disclosure.figures import WITHHELD, Figure, Sign
from timebank.participation.disclosure.tables import MINUTES
from timebank.services.telling.releases import period_of
from timebank.web.telling.release_words import (
    MEASURE_WORDS,
    QUARTERS_SHOWN,
    ShownTable,
    figure_words,
    headline,
    overview_of,
    quarters_of,
    trend_of,
    years_of,
)

YEAR_MEASURES = (GIVERS, MINUTES)
Drawn = tuple[Chart, Markup]
"""A chart, and what was drawn of it."""


@dataclass(frozen=True)
class AntennaTrend:
    """One antenna by name, in a sentence and a line; the sentence is empty where nothing was told."""

    slug: str
    name: str
    sentence: str
    trend: Drawn | None


@dataclass(frozen=True)
class AllAntennas:
    """What a partner's staff see first. ``years`` is None before a whole year was told."""

    years: ShownTable | None
    together: tuple[str, ...]
    trend: Drawn | None
    each: tuple[AntennaTrend, ...]


def all_antennas(antennas: Sequence[Antenna], told: Mapping[int, Sequence[Release]]) -> AllAntennas:
    """``told`` has each antenna's releases to the partner, oldest first."""
    years, together = _years(antennas, told)
    return AllAntennas(
        years, together, _trend(antennas, told), tuple(_one(each, told.get(each.id, ())) for each in antennas)
    )


def _one(antenna: Antenna, told: Sequence[Release]) -> AntennaTrend:
    overview = overview_of(told)
    return AntennaTrend(
        antenna.slug, antenna.name, overview.sentence, _drawn(overview.trend, f"trend-{antenna.slug}")
    )


def _years(
    antennas: Sequence[Antenna], told: Mapping[int, Sequence[Release]]
) -> tuple[ShownTable | None, tuple[str, ...]]:
    """A row for each antenna with the newest year and the one before it, and their sums under them."""
    by_year = {
        antenna_id: {each.first_on.year: headline(each) for each in years_of(releases)}
        for antenna_id, releases in told.items()
    }
    newest = max((year for each in by_year.values() for year in each), default=None)
    if newest is None:
        return None, ()
    columns = [(measure, year) for measure in YEAR_MEASURES for year in (newest, newest - 1)]
    rows = []
    for each in antennas:
        known = by_year.get(each.id, {})
        figures = ((measure, known[year][measure]) if year in known else None for measure, year in columns)
        rows.append((each.name, *("-" if at is None else figure_words(*at) for at in figures)))
    heads = (_("Antenna"), *(f"{MEASURE_WORDS[measure]}, {year}" for measure, year in columns))
    table = ShownTable(_("%(year)s beside the year before", year=newest), heads, tuple(rows))
    if len(antennas) < 2:
        return table, ()
    sums = []
    for measure, year in columns:
        parts = [by_year[each.id][year][measure] for each in antennas if year in by_year.get(each.id, {})]
        whole = added_up(parts) if len(parts) == len(antennas) else None
        sums.append("-" if whole is None or whole.value is None else figure_words(measure, whole))
    return table, (_("All together"), *sums) if any(each != "-" for each in sums) else ()


def _trend(antennas: Sequence[Antenna], told: Mapping[int, Sequence[Release]]) -> Drawn | None:
    """Of the antennas that told all of the last quarters, added up: one that came later would look like growth.

    The line ends with the newest quarter that all have told who tell at all: nobody drops out of it by being late.
    """
    by_quarter = {
        antenna_id: {period_of(each): headline(each)[GIVERS] for each in quarters_of(releases)}
        for antenna_id, releases in told.items()
    }
    quarters = sorted({period for each in by_quarter.values() for period in each})
    telling = [known for known in by_quarter.values() if any(period in known for period in quarters[-4:])]
    while quarters and not all(quarters[-1] in known for known in telling):
        quarters.pop()
    quarters = quarters[-QUARTERS_SHOWN:]
    whole = [each for each in antennas if all(period in by_quarter.get(each.id, {}) for period in quarters)]
    if len(whole) < 2:
        return None
    figures = [(period, added_up(by_quarter[each.id][period] for each in whole)) for period in quarters]
    names = ", ".join(each.name for each in whole)
    title = _("Neighbours who helped, each quarter, added up: %(names)s", names=names)
    return _drawn(trend_of(figures, title), "trend")


def added_up(figures: Iterable[Figure]) -> Figure:
    """The sum of what was told; withheld where one of them isn't shown."""
    values = [each.value for each in figures]
    if None in values:
        return WITHHELD
    return Figure(Sign.SHOWN, sum(value for value in values if value is not None))


def _drawn(chart: Chart | None, name: str) -> Drawn | None:
    return None if chart is None else (chart, line_chart(chart, name))

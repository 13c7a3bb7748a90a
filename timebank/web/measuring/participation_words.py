"""How figures are said on a page: percents, numbers and days, with a year before beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from flask_babel import LazyString, format_decimal, format_percent, gettext as _, ngettext

from timebank.participation.indicators import Indicators, Shape
from timebank.participation.network import EIIndex

Show = Callable[[Indicators], str]


@dataclass(frozen=True)
class Measure:
    """One figure: ``show`` says it in words, ``reading`` what is wished for, ``meaning`` how it is made.

    ``behind`` says how many members, favours or asks a share or a middle is made of.
    """

    name: LazyString
    show: Show
    meaning: LazyString
    reading: LazyString | None = None
    behind: Show | None = None


@dataclass(frozen=True)
class MeasureLine:
    """A measure of one period as it stands on the page, with the same of a year before."""

    name: str
    now: str
    before: str
    meaning: str
    reading: str
    behind: str


def lines_of(measures: tuple[Measure, ...], now: Indicators, before: Indicators) -> list[MeasureLine]:
    """Each measure of both periods, in words."""
    return [
        MeasureLine(
            name=str(each.name),
            now=each.show(now),
            before=each.show(before),
            meaning=str(each.meaning),
            reading=str(each.reading or ""),
            behind="" if each.behind is None else each.behind(now),
        )
        for each in measures
    ]


def members(count: Callable[[Indicators], int]) -> Show:
    """So many members, behind a figure."""
    return lambda found: str(ngettext("%(num)s member", "%(num)s members", count(found)))


def favours(count: Callable[[Indicators], int]) -> Show:
    """So many favours, behind a figure."""
    return lambda found: str(ngettext("%(num)s favour", "%(num)s favours", count(found)))


def asks(count: Callable[[Indicators], int]) -> Show:
    """So many asks, behind a figure."""
    return lambda found: str(ngettext("%(num)s ask", "%(num)s asks", count(found)))


def percent(share: float | None) -> str:
    """A share as whole percents; where it isn't defined, that it isn't known."""
    return _unknown() if share is None else str(format_percent(round(share, 2), "#,##0 %"))


def at_most_all(share: float | None) -> float | None:
    """A share of the mean number of members, which passes 1 where most came only lately."""
    return None if share is None else min(share, 1.0)


def number(value: float | None) -> str:
    """A number with at most two digits behind the comma."""
    return _unknown() if value is None else str(format_decimal(value, "#,##0.##"))


def days(value: float | None) -> str:
    """How many days; 0 is the same day."""
    if value is None:
        return _unknown()
    if value == 0:
        return str(_("the same day"))
    return str(ngettext("%(days)s day", "%(days)s days", ceil(value), days=number(value)))


def shaped(figure: Callable[[Shape], float | None], say: Callable[[float | None], str] = number) -> Show:
    """A figure of the network's shape, which only a single antenna has."""
    return lambda found: say(None if found.shape is None else figure(found.shape))


def mixed(index_of: Callable[[Shape], EIIndex]) -> Show:
    """An E-I index with its value by chance."""

    def show(found: Indicators) -> str:
        index = None if found.shape is None else index_of(found.shape)
        if index is None or index.value is None:
            return _unknown()
        return str(
            _("%(value)s (by chance %(chance)s)", value=number(index.value), chance=number(index.by_chance))
        )

    return show


def _unknown() -> str:
    return str(_("not known yet"))

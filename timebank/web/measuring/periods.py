"""The period of figures as a page asks for it: one of the calendar's, or days of a coordinator's own choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import request
from flask_babel import format_date, gettext as _

from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import Actor, is_coordinator
from timebank.participation.periods import LAST_YEAR, Period
from timebank.services.measuring.participation import named_period
from timebank.web.errors import text_of
from timebank.web.forms import read_day

MONTHS_SHOWN = 13


@dataclass(frozen=True)
class PeriodChoice:
    """The period that was chosen, or the last 12 months and in ``fault`` why it isn't that one.

    ``groups`` are what can be chosen, by heading; ``since`` and ``until`` are as they were typed.
    """

    period: Period
    code: str
    fault: str
    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    any_days: bool
    since: str
    until: str


def chosen_period(today: date, antenna_id: int, actor: Actor) -> PeriodChoice:
    """What the address of this page says."""
    since, until = (request.args.get(name, "").strip()[:40] for name in ("since", "until"))
    code, fault = request.args.get("period", LAST_YEAR), ""
    try:
        if since or until:
            code = f"{read_day(since, 'since')}..{read_day(until, 'until')}"
        period = named_period(code, today, antenna_id=antenna_id, actor=actor)
    except InvalidInputError as error:
        code, fault = LAST_YEAR, text_of(error)
        period = named_period(code, today, antenna_id=antenna_id, actor=actor)
    any_days = is_coordinator(actor, antenna_id)
    return PeriodChoice(period, code, fault, _choices(today), any_days, since, until)


def _choices(today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The newest first: 12 months, two years, their quarters so far, and thirteen months."""
    years = [today.year, today.year - 1]
    quarters = [
        (year, quarter)
        for year in years
        for quarter in (4, 3, 2, 1)
        if date(year, 3 * quarter - 2, 1) <= today
    ]
    places = [12 * today.year + today.month - 1 - back for back in range(MONTHS_SHOWN)]
    months = [date(place // 12, place % 12 + 1, 1) for place in places]
    return [
        (_("Years"), [(LAST_YEAR, _("The last 12 months")), *((str(year), str(year)) for year in years)]),
        (
            _("Quarters"),
            [(f"{y}-q{q}", _("%(year)s, quarter %(number)s", year=y, number=q)) for y, q in quarters],
        ),
        (_("Months"), [(f"{month:%Y-%m}", format_date(month, "MMMM yyyy")) for month in months]),
    ]

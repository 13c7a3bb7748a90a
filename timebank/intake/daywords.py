"""On which days, from the words: 'woensdag', 'overmorgen', 'le 3 décembre', 'volgende week', 'tot Pasen'."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from timebank.intake.calendar_words import FEASTS, MONTHS, WEEKDAYS, choice, feast_day, number_of
from timebank.intake.guesses import DayRange, Guess
from timebank.intake.wording import Wording

PART_ENDS = "voormid+ag|namid+ag|morgen|ochtend|middag|avond"
_DAY = rf"(?P<day>{choice(WEEKDAYS)})(?:{PART_ENDS})?(?:vroeg)?"
_MONTH = rf"(?P<month>{choice(MONTHS)})"
_NEXT_WEEK = r"(?:volgende week|komende week|la semaine prochaine|semaine prochaine|next week)"
_DATE = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:e|de|ste|er|st|nd|rd|th)?(?: of| van)? {_MONTH}\b(?: (?P<year>20\d\d)\b)?"
    rf"|\b(?P<month2>{choice(MONTHS)}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:uur|h\b|heures|o clock"
    rf"|am\b|pm\b))"
    r"|\b(?P<d3>\d{1,2})[/-](?P<m3>\d{1,2})(?:[/-](?P<y3>\d{2,4}))?\b"
    r"|\b(?:den|de|le|the) (?P<d4>\d{1,2})(?:e|de|ste|den|er|st|nd|rd|th)\b(?! (?:verdiep|etage|floor|keer"
    r"|fois|time))"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<after>overmorgen|apres demain|(?:the )?day after tomorrow)|(?P<tomorrow>demain|tomorrow)"
    r"|(?P<today>vandaag|vanavond|vanmiddag|vannamiddag|vanmorgen|vanochtend|aujourd hui|ce soir|ce matin"
    r"|cet apres midi"
    r"|today|tonight|this (?:morning|afternoon|evening))"
    r"|(?:over|binnen|dans|in) (?P<n>\w+) (?P<unit>dagen|weken|jours|semaines|days|weeks))\b"
)
_MORGEN = re.compile(
    r"(?<!s )(?<!elke )(?<!iedere )(?<!goede )(?<!goeie )(?<!tot in de )(?<!in de )\bmorgen(?:vroeg)?\b"
)
_WEEKDAY = re.compile(
    rf"(?P<before>{_NEXT_WEEK} (?:op )?)?\b{_DAY}\b(?P<behind>,? (?:van |de |of )?{_NEXT_WEEK}| week\b"
    rf"| en huit\b)?"
)
_FEAST = re.compile(rf"\b(?P<feast>{choice(FEASTS)})\b")
_UNTIL = re.compile(
    r"\b(?:tot(?: en met| aan)?|voor|jusqu(?: a| au| aux| en)|avant|until|till|by|before)(?: (?:de|het|la"
    r"|le|the|l))?"
    r"(?P<end> ?(?:eind(?:e)?(?: van)?|fin(?: de)?|end of))? "
    rf"(?:(?P<feast>{choice(FEASTS)})|(?:(?P<d>\d{{1,2}})(?:er|e|de|st|nd|rd|th)? (?:of )?)?{_MONTH}"
    rf"|{_DAY})\b"
)
_RANGES = re.compile(
    r"\b(?:(?P<this_week>deze week|van de week|cette semaine|this week)"
    r"|(?P<next_week>volgende week|komende week|(?:la )?semaine prochaine|next week)"
    r"|(?P<weekend>(?:dit |het |ce |this |the )?(?:weekend|week end))"
    r"|(?P<next_month>volgende maand|(?:le )?mois prochain|next month)"
    rf"|(?:in|en) (?P<in_month>{choice(MONTHS)}))\b"
)

Spans = list[tuple[int, int]]


def read_until(wording: Wording, today: date) -> tuple[Guess[date] | None, Spans]:
    """The last day of a repeat or a wish ('until Easter'), and where it stood."""
    for match in _UNTIL.finditer(wording.plain):
        day = _until_day(match, today)
        # 'voor kerstmis' and 'pour' may mean 'for'; only 'voor eind maart' surely ends there.
        if day is not None and (match["end"] or not match[0].startswith("voor ")):
            return Guess(day, wording.found_in(match)), [match.span()]
    return None, []


def _until_day(match: re.Match[str], today: date) -> date | None:
    if match["feast"]:
        return feast_day(match["feast"], today)
    if match["day"]:
        return _coming(WEEKDAYS[match["day"]], today)
    month = MONTHS[match["month"]]
    year = today.year + (month < today.month)
    last = monthrange(year, month)[1]
    if match["d"]:
        return _safe(year, month, int(match["d"]), today)
    # 'until March' ends as March begins; 'until the end of March' as it ends.
    return date(year, month, last) if match["end"] else date(year, month, 1)


def read_days(wording: Wording, today: date, taken: Spans) -> tuple[Guess[date], ...]:
    """Every single day that is named, from today on, each once."""
    spans = list(taken)
    found: dict[date, Guess[date]] = {}
    for reader in (_dates, _relatives, _feasts, _weekdays):
        for match, day in reader(wording.plain, today):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans.append(match.span())
                found.setdefault(day, Guess(day, wording.found_in(match)))
        if reader is _dates and found:
            # 'Thursday 3 December' is one day; the weekday beside a date adds none.
            return tuple(found[day] for day in sorted(found))
    return tuple(found[day] for day in sorted(found))


def _dates(plain: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    for match in _DATE.finditer(plain):
        day = int(match["d"] or match["d2"] or match["d3"] or match["d4"])
        name = match["month"] or match["month2"]
        month = MONTHS[name] if name else int(match["m3"] or 0)
        year = match["year"] or match["y3"]
        whole = _day_of_month(day, today) if not month else _safe(_year(year), month, day, today)
        if whole is not None:
            yield match, whole


def _year(text: str | None) -> int | None:
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def _safe(year: int | None, month: int, day: int, today: date) -> date | None:
    """This day, in the coming year where none is said; None where there is no such day or it is long past."""
    for each in (year,) if year else (today.year, today.year + 1, today.year + 2, today.year + 4):
        if 1 <= month <= 12 and 1 <= day <= monthrange(each, month)[1] and 1900 < each < 2200:
            found = date(each, month, day)
            if found >= today:
                return found
    return None


def _day_of_month(day: int, today: date) -> date | None:
    months = ((today.year, today.month), (today.year + today.month // 12, today.month % 12 + 1))
    days = [date(y, m, day) for y, m in months if 1 <= day <= monthrange(y, m)[1]]
    return next((each for each in days if each >= today), None)


def _relatives(plain: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    for match in _RELATIVE.finditer(plain):
        if match["n"]:
            number = number_of(match["n"])
            if number is not None and number < 400:
                weeks = match["unit"] in {"weken", "semaines", "weeks"}
                yield match, today + timedelta(days=number * (7 if weeks else 1))
        else:
            yield match, today + timedelta(days=2 if match["after"] else 1 if match["tomorrow"] else 0)
    for match in _MORGEN.finditer(plain):
        yield match, today + timedelta(days=1)


def _feasts(plain: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    for match in _FEAST.finditer(plain):
        yield match, feast_day(match["feast"], today)


def _weekdays(plain: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    for match in _WEEKDAY.finditer(plain):
        weekday = WEEKDAYS[match["day"]]
        if match["before"] or match["behind"]:
            monday = today + timedelta(days=7 - today.weekday())
            yield match, monday + timedelta(days=weekday)
        else:
            yield match, _coming(weekday, today)


def _coming(weekday: int, today: date) -> date:
    """The next such weekday after today: today itself would be called 'today'."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def read_range(wording: Wording, today: date, taken: Spans) -> Guess[DayRange] | None:
    """A stretch of days: this week, next week, the weekend, a month."""
    for match in _RANGES.finditer(wording.plain):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            return Guess(_range_of(match, today), wording.found_in(match))
    return None


def _range_of(match: re.Match[str], today: date) -> DayRange:
    sunday = today + timedelta(days=6 - today.weekday())
    if match["this_week"]:
        return DayRange(today, sunday)
    if match["next_week"]:
        return DayRange(sunday + timedelta(days=1), sunday + timedelta(days=7))
    if match["weekend"]:
        return DayRange(max(today, sunday - timedelta(days=1)), sunday)
    month = MONTHS[match["in_month"]] if match["in_month"] else today.month % 12 + 1
    year = today.year + (month < today.month)
    return DayRange(max(today, date(year, month, 1)), date(year, month, monthrange(year, month)[1]))

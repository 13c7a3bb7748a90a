"""What an ask's own words say, with the antenna's own kinds of help, streets and earlier asks in mind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import LANGUAGES
from timebank.domain.help import PART_MINUTES, DayPart, Urgency, Wish
from timebank.intake.asking import guess_ask
from timebank.intake.boundaries import BOUNDARIES, Boundary, BoundaryFlag, check_boundaries
from timebank.intake.guesses import AskGuess
from timebank.intake.kinds import CategoryReader, Example, OwnCategory, learn_categories
from timebank.models.antenna import Antenna, AreaKind
from timebank.models.ask import Ask
from timebank.models.matching import Boundary as BoundaryRow
from timebank.services.asking.categories import CategoryView, categories_of
from timebank.services.asking.new_ask import AskDetails, Window
from timebank.services.network.rules import rules_of

EXAMPLES = 500
"""How many of the antenna's newest asks are learned from."""
DAYS_SHOWN = 14
WEEK = 7

_PARTS = {
    "morning": (DayPart.MORNING,),
    "noon": (DayPart.MORNING, DayPart.AFTERNOON),
    "afternoon": (DayPart.AFTERNOON,),
    "evening": (DayPart.EVENING,),
}
_WISHES = {
    "woman": Wish.WOMAN,
    "man": Wish.MAN,
    "wheelchair": Wish.WHEELCHAIR,
    "wheelchair_car": Wish.WHEELCHAIR,
}
_SPOKEN = {"speaks_dutch": "nl", "speaks_french": "fr", "speaks_english": "en"}
_URGENCY = {"urgent": Urgency.URGENT, "no_hurry": Urgency.CAN_WAIT}


@dataclass(frozen=True)
class UnderstoodAsk:
    """What was understood: details to correct, the guess they came from, and boundaries it touches."""

    details: AskDetails
    guess: AskGuess
    flags: tuple[BoundaryFlag, ...]


def understand_ask(session: Session, antenna: Antenna, words: str, *, today: date) -> UnderstoodAsk:
    """Fill an ask's details in from its words, as far as they say something."""
    reader = category_reader(session, antenna)
    streets = [area.name for area in antenna.areas if area.kind is AreaKind.STREET]
    guess = guess_ask(words, today=today, language=antenna.language, categories=reader, streets=streets)
    details = details_from(guess, today)
    return UnderstoodAsk(details, guess, flags_of(session, antenna.id, words, details))


def category_reader(session: Session, antenna: Antenna) -> CategoryReader:
    """What tells a kind of help from words, with the antenna's own kinds and newest asks in mind."""
    own = categories_of(session, antenna.id)
    return learn_categories(
        _examples(session, antenna.id),
        [_own(each) for each in own if each.names],
    )


def _own(kind: CategoryView) -> OwnCategory:
    asked_by = tuple((language, word) for language in LANGUAGES for word in kind.words.get(language, ()))
    return OwnCategory(kind.code, " ".join(kind.names.values()), asked_by)


def flags_of(session: Session, antenna_id: int, words: str, details: AskDetails) -> tuple[BoundaryFlag, ...]:
    """Which of the antenna's boundaries an ask touches; a hint, never a refusal."""
    return _flags(words, details.repeat_days, details.minutes, boundaries_of(session, antenna_id))


def flags_of_asks(
    session: Session, antenna_id: int, asks: Iterable[Ask]
) -> Mapping[int, tuple[BoundaryFlag, ...]]:
    """The same for many asks of one antenna, by id, in as many statements as for one."""
    boundaries = boundaries_of(session, antenna_id)
    return {ask.id: _flags(ask.words, ask.repeat_days, ask.minutes, boundaries) for ask in asks}


def _flags(
    words: str, repeat_days: int | None, minutes: int, boundaries: Sequence[Boundary]
) -> tuple[BoundaryFlag, ...]:
    per_week = None if repeat_days is None else WEEK / repeat_days
    return check_boundaries(words, repeats_per_week=per_week, minutes=minutes, boundaries=boundaries)


def boundaries_of(session: Session, antenna_id: int) -> Sequence[Boundary]:
    """What this antenna's neighbours don't do: the common list, less and more what it decided.

    How often is too often is its rule ``boundary_per_week``.
    """
    rows = session.scalars(
        select(BoundaryRow).where(BoundaryRow.antenna_id == antenna_id).order_by(BoundaryRow.id)
    ).all()
    off = {row.code for row in rows if not row.active}
    most = rules_of(session, antenna_id).boundary_per_week
    kept = [
        boundary if boundary.most_per_week is None else replace(boundary, most_per_week=most)
        for boundary in BOUNDARIES
        if boundary.code not in off
    ]
    known = {boundary.code for boundary in BOUNDARIES}
    for row in rows:
        if row.active and row.code not in known:
            words = tuple(word for language in LANGUAGES for word in row.words.get(language, ()))
            kept.append(Boundary(row.code, words))
    return kept


def details_from(guess: AskGuess, today: date) -> AskDetails:
    """The guess as details: windows for each day and part that was said; what is daily begins tomorrow."""
    category = guess.categories[0].category if guess.categories else ""
    fixed = None if guess.clock is None else guess.clock.value.hour * 60 + guess.clock.value.minute
    repeat = None if guess.repeat is None else guess.repeat.value
    return AskDetails(
        category=category,
        place=guess.place.value.name if guess.place and guess.place.value.kind != "home" else "",
        windows=_windows(guess, today),
        minutes=guess.minutes.value if guess.minutes else 60,
        fixed_minute=fixed,
        slots=guess.helpers.value if guess.helpers else 1,
        wishes=tuple(_WISHES[each.value] for each in guess.wishes if each.value in _WISHES),
        languages=tuple(_SPOKEN[each.value] for each in guess.wishes if each.value in _SPOKEN),
        urgency=_URGENCY.get(guess.urgency.value, Urgency.SOON) if guess.urgency else Urgency.SOON,
        repeat_days=None if repeat is None else max(1, min(92, round(WEEK / repeat.per_week))),
        repeat_until=None if guess.until is None else guess.until.value,
    )


def _windows(guess: AskGuess, today: date) -> tuple[Window, ...]:
    days = [each.value for each in guess.days]
    if not days and guess.between is not None:
        span = guess.between.value
        days = [
            span.first + timedelta(days=n) for n in range(min((span.last - span.first).days + 1, DAYS_SHOWN))
        ]
    if not days and guess.weekdays is not None:
        coming = (today + timedelta(days=n) for n in range(WEEK))
        days = [day for day in coming if day.weekday() in guess.weekdays.value]
    if not days and guess.repeat is not None and guess.repeat.value.per_week >= WEEK:
        days = [today + timedelta(days=1)]
    parts = _PARTS.get(guess.part.value, tuple(DayPart)) if guess.part else tuple(DayPart)
    return windows_of(days, parts)


def windows_of(days: Sequence[date], parts: Sequence[DayPart]) -> tuple[Window, ...]:
    """One window for each stretch of parts that touch, on each day."""
    spans: list[tuple[int, int]] = []
    for part in sorted(parts):
        first, last = PART_MINUTES[part]
        if spans and spans[-1][1] == first:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return tuple(Window(day, first, last) for day in sorted(set(days)) for first, last in spans)


def parts_in(windows: Sequence[Window]) -> tuple[DayPart, ...]:
    """The parts of the day that lie in any of the windows."""
    return tuple(
        part
        for part, (first, last) in PART_MINUTES.items()
        if any(window.from_minute <= first and last <= window.until_minute for window in windows)
    )


def _examples(session: Session, antenna_id: int) -> list[Example]:
    rows = session.execute(
        select(Ask.words, Ask.category)
        .where(Ask.antenna_id == antenna_id, Ask.category != "", Ask.follows_id.is_(None))
        .order_by(Ask.id.desc())
        .limit(EXAMPLES)
    )
    return [Example(words, category) for words, category in rows]

"""Reads an ask in its own words: everything that the form needs, as far as it was said."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timebank.intake.daywords import read_days, read_range, read_until
from timebank.intake.guesses import AskGuess, Guess, Repeat
from timebank.intake.hourwords import read_clock, read_minutes, read_part
from timebank.intake.kinds import CategoryReader, learn_categories
from timebank.intake.mending import mend_time_words
from timebank.intake.places import read_place
from timebank.intake.repeats import habit_day, read_repeat
from timebank.intake.wishes import read_helpers, read_urgency, read_wishes
from timebank.intake.wording import Wording, read_words


@lru_cache(maxsize=1)
def plain_reader() -> CategoryReader:
    """A reader with the built-in words alone, made when it is first needed (some tenths of a second)."""
    return learn_categories()


def guess_ask(
    words: str,
    *,
    today: date,
    language: str = "nl",
    categories: CategoryReader | None = None,
    streets: Sequence[str] = (),
) -> AskGuess:
    """What ``words`` say, in Dutch, French, English or a mix.

    ``today`` is the antenna's day; ``language`` (the antenna's or the caller's) decides what 'half 3' means.
    ``categories`` comes from ``learn_categories`` and is kept between asks.
    """
    wording = read_words(words)
    timed = mend_time_words(wording)
    until, taken = read_until(timed, today)
    repeat = read_repeat(timed)
    part = read_part(timed)
    clock, clock_at = read_clock(timed, language, part.value if part else None)
    weekdays = _weekdays(repeat, timed)
    days = () if weekdays is not None else read_days(timed, today, taken)
    return AskGuess(
        categories=(categories or plain_reader()).guess_wording(wording),
        days=days,
        between=None if days else read_range(timed, today, taken),
        weekdays=weekdays,
        part=part,
        clock=clock,
        minutes=read_minutes(timed, clock_at),
        repeat=repeat,
        until=until,
        place=read_place(wording, streets),
        helpers=read_helpers(timed),
        urgency=read_urgency(timed),
        wishes=read_wishes(timed),
    )


def _weekdays(repeat: Guess[Repeat] | None, wording: Wording) -> Guess[tuple[int, ...]] | None:
    """The repeat's own days, or 'le dimanche': such a weekday is offered as one, and gives no date."""
    if repeat is not None:
        return Guess(repeat.value.weekdays, repeat.found) if repeat.value.weekdays else None
    return habit_day(wording)

"""What must hold before an ask is kept: words, people, times and numbers that can be."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from timebank.domain.days import clocks_show
from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import SYSTEM, Actor, may_act_for, may_log_for_others, require
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.asking.categories import known_category
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window

WORDS_MAX = 2000
NOTE_MAX = 300
LONGEST_MINUTES = 720
SHORTEST_MINUTES = 15
SLOTS_MAX = 20
REPEAT_MAX_DAYS = 92
AHEAD_MAX = timedelta(days=366)


def check_ask(session: Session, new: NewAsk, *, actor: Actor, today: date) -> None:
    """Words, an asker whom this actor may speak for, and details that can be.

    Raises:
        InvalidInputError: what is missing or can't be; ``field`` says where.
        NotAllowedError, NotFoundError: not this actor's to ask for.
    """
    if not new.words.strip():
        raise InvalidInputError("words_missing", "Write down what is asked, in plain words.", field="words")
    if len(new.words) > WORDS_MAX:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field="words", maximum=WORDS_MAX
        )
    _check_asker(session, new, actor)
    check_details(session, new.antenna_id, new.details, today=today)


def check_details(session: Session, antenna_id: int, details: AskDetails, *, today: date) -> None:
    """A known kind of help, windows that are still to come, and numbers within bounds.

    Raises:
        InvalidInputError: ``field`` says where.
    """
    known_category(session, antenna_id, details.category)
    _check_windows(details.windows, details, today)
    _check_hour(session, antenna_id, details)
    _within("minutes", details.minutes, SHORTEST_MINUTES, LONGEST_MINUTES)
    _within("slots", details.slots, 1, SLOTS_MAX)
    if details.repeat_days is None:
        return
    _within("repeat_days", details.repeat_days, 1, REPEAT_MAX_DAYS)
    if not details.windows:
        raise InvalidInputError(
            "repeat_without_day", "Say on which day it begins, and we make the next ones.", field="windows"
        )
    if details.repeat_until is not None and details.repeat_until < today:
        raise InvalidInputError(
            "repeat_over", "Choose a last day that is still to come.", field="repeat_until"
        )


def _check_asker(session: Session, new: NewAsk, actor: Actor) -> None:
    staff = may_log_for_others(actor, new.antenna_id) or actor is SYSTEM
    if new.member_id is None:
        require(staff, actor, new.antenna_id)
        if not new.asker_name.strip():
            raise InvalidInputError("asker_missing", "Say who asks.", field="asker")
        return
    member = session.get(Member, new.member_id)
    if member is None or member.antenna_id != new.antenna_id or member.state not in PRESENT_STATES:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="asker")
    require(staff or may_act_for(actor, member.id), actor, new.antenna_id)


def _check_windows(windows: Iterable[Window], details: AskDetails, today: date) -> None:
    for window in windows:
        if window.on_day < today:
            raise InvalidInputError(
                "date_past", "This day has gone by. Choose today or a day to come.", field="windows"
            )
        if window.on_day > today + AHEAD_MAX:
            raise InvalidInputError("date_far", "Choose a day within a year.", field="windows")
        if not 0 <= window.from_minute < window.until_minute <= 24 * 60:
            raise InvalidInputError(
                "window_order", "The end of the time must come after its beginning.", field="windows"
            )
        if details.fixed_minute is None and window.until_minute - window.from_minute < details.minutes:
            raise InvalidInputError(
                "window_short", "This takes longer than the time that was given.", field="minutes"
            )


def _check_hour(session: Session, antenna_id: int, details: AskDetails) -> None:
    """The hour that a clock skips in spring can't be promised; of the one that comes twice we take the first."""
    if details.fixed_minute is None:
        return
    timezone = session.get_one(Antenna, antenna_id).timezone
    for window in details.windows:
        if not clocks_show(window.on_day, details.fixed_minute, timezone):
            raise InvalidInputError(
                "hour_skipped",
                "The clocks go forward that night, and this hour isn't there. Choose another.",
                field="clock",
            )


def _within(field: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise InvalidInputError(
            "number_out_of_range",
            "Choose between {low} and {high}.",
            field=field,
            low=low,
            high=high,
        )

"""The forms about asks: telling it in one's own words, and correcting what was understood."""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from flask_babel import LazyString, lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from timebank.domain.ask_states import AskStep
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError
from timebank.domain.help import DAY_FROM_MINUTE, DAY_UNTIL_MINUTE, DayPart, Urgency, Wish
from timebank.domain.quarters import parse_minutes
from timebank.services.asking.ask_guesses import parts_in, windows_of
from timebank.services.asking.new_ask import AskDetails, Window
from timebank.services.matchmaking.places import parse_point, say_point
from timebank.web.forms import TimebankForm

DAYS_TO_CHOOSE = 10
PART_WORDS: dict[DayPart, LazyString] = {
    DayPart.MORNING: _l("In the morning, 8 to 12"),
    DayPart.AFTERNOON: _l("In the afternoon, 12 to 5"),
    DayPart.EVENING: _l("Early in the evening, 5 to 8"),
}
WISH_WORDS: dict[Wish, LazyString] = {
    Wish.WOMAN: _l("Rather a woman"),
    Wish.MAN: _l("Rather a man"),
    Wish.WHEELCHAIR: _l("Room for a wheelchair or walker"),
    Wish.STAIRS: _l("There are stairs to climb"),
    Wish.HAS_CAT: _l("There is a cat"),
    Wish.HAS_DOG: _l("There is a dog"),
    Wish.SMOKES: _l("People smoke there"),
}
URGENCY_WORDS: dict[Urgency, LazyString] = {
    Urgency.URGENT: _l("It can't wait"),
    Urgency.SOON: _l("Soon"),
    Urgency.CAN_WAIT: _l("There is time"),
}
REPEATS: dict[str, LazyString] = {
    "": _l("Just once"),
    "1": _l("Every day"),
    "7": _l("Every week"),
    "14": _l("Every two weeks"),
    "28": _l("Every four weeks"),
}
ASK_CHANNELS = [
    ("phone", _l("By phone")),
    ("talk", _l("In a talk, at the desk")),
    ("card", _l("On a card")),
    ("mail", _l("By e-mail")),
    ("letter", _l("By letter")),
]


class TellForm(TimebankForm):
    """An ask in someone's own words, and who asks. ``member`` is the id that was chosen or found."""

    words = TextAreaField(_l("What is asked, in their own words"))
    who = StringField(_l("Who asks?"))
    member = HiddenField()
    antenna = HiddenField()
    not_member = BooleanField(_l("Not a member yet"))
    asker_phone = StringField(_l("Their phone number, if they aren't a member yet"))
    channel = RadioField(_l("How did it come?"), choices=ASK_CHANNELS, default="phone", validate_choice=False)
    drop_point = StringField(_l("Where was the card left?"))
    consent_note = StringField(_l("If you ask for someone else: how did they agree to it?"))
    understood = HiddenField()

    error_fields: ClassVar[dict[str, str]] = {"asker": "who"}


class DetailsForm(TimebankForm):
    """What was understood, to be corrected."""

    category = RadioField(_l("What kind of help is it?"), choices=[], validate_choice=False, default="")
    days = SelectMultipleField(_l("Which days suit?"), choices=[], validate_choice=False)
    other_day = StringField(_l("Another day"))
    parts = SelectMultipleField(
        _l("Which part of the day?"),
        choices=[(str(p.value), w) for p, w in PART_WORDS.items()],
        validate_choice=False,
    )
    clock = StringField(_l("Or at a fixed hour"))
    time = StringField(_l("How long may it take?"), default="1u")
    place = StringField(_l("Where, or where to?"))
    point = StringField(_l("That place on a map"))
    wishes = SelectMultipleField(
        _l("What should a helper know?"),
        choices=[(w.value, words) for w, words in WISH_WORDS.items()],
        validate_choice=False,
    )
    language = SelectMultipleField(_l("In which languages can they talk?"), choices=[], validate_choice=False)
    urgency = RadioField(
        _l("How urgent is it?"),
        choices=[(str(u.value), w) for u, w in URGENCY_WORDS.items()],
        default="1",
        validate_choice=False,
    )
    slots = StringField(_l("How many helpers does it take?"), default="1")
    repeat = RadioField(_l("How often?"), choices=list(REPEATS.items()), default="", validate_choice=False)
    repeat_until = StringField(_l("Until which day?"))
    first_meeting = BooleanField(_l("A coordinator comes along the first time"))
    show_phone = BooleanField(_l("Whoever helps may have their phone number"))

    error_fields: ClassVar[dict[str, str]] = {
        "windows": "days",
        "minutes": "time",
        "repeat_days": "repeat",
        "languages": "language",
    }

    def fill(self, details: AskDetails) -> None:
        """Show these details."""
        self.category.data = details.category
        self.days.data = sorted({window.on_day.isoformat() for window in details.windows})
        parts = parts_in(details.windows)
        self.parts.data = [str(part.value) for part in parts] if len(parts) < len(DayPart) else []
        fixed = details.fixed_minute
        self.clock.data = "" if fixed is None else f"{fixed // 60}:{fixed % 60:02d}"
        self.time.data = f"{details.minutes} min" if details.minutes % 60 else f"{details.minutes // 60}u"
        self.place.data, self.point.data = details.place, say_point(details.destination)
        self.wishes.data = [wish.value for wish in details.wishes]
        self.language.data = list(details.languages)
        self.urgency.data = str(int(details.urgency))
        self.slots.data = str(details.slots)
        self.repeat.data = "" if details.repeat_days is None else str(details.repeat_days)
        until = details.repeat_until
        self.repeat_until.data = "" if until is None else f"{until:%d/%m/%Y}"
        self.first_meeting.data, self.show_phone.data = details.first_meeting, details.show_phone

    def days_to_show(self, today: date) -> list[date]:
        """The coming days, and any later one that was chosen."""
        coming = [today + timedelta(days=ahead) for ahead in range(DAYS_TO_CHOOSE)]
        return sorted({*coming, *(day for day in map(_iso, self.days.data or []) if day is not None)})

    def details(self, kept: AskDetails = AskDetails()) -> AskDetails:  # noqa: B008 - frozen
        """What was typed; ``kept`` has what this form doesn't ask.

        Raises:
            InvalidInputError: a day, hour, time or number that isn't understood.
        """
        fixed, urgency = clock_said(self.clock.data or "", "clock"), number_in(self.urgency.data)
        return AskDetails(
            category=self.category.data or "",
            place=self.place.data or "",
            home=kept.home,
            destination=parse_point(self.point.data or ""),
            windows=self._windows(fixed),
            minutes=parse_minutes(self.time.data) if (self.time.data or "").strip() else kept.minutes,
            fixed_minute=fixed,
            slots=whole_number(self.slots.data or "1", "slots"),
            wishes=tuple(Wish(value) for value in self.wishes.data or [] if value in set(Wish)),
            languages=tuple(self.language.data or []),
            urgency=Urgency(urgency) if urgency in set(Urgency) else Urgency.SOON,
            first_meeting=bool(self.first_meeting.data),
            show_phone=bool(self.show_phone.data),
            repeat_days=whole_number(self.repeat.data, "repeat") if self.repeat.data else None,
            repeat_until=day_said(self.repeat_until.data or "", "repeat_until"),
        )

    def _windows(self, fixed: int | None) -> tuple[Window, ...]:
        days = [day for day in map(_iso, self.days.data or []) if day is not None]
        other = day_said(self.other_day.data or "", "other_day")
        days += [] if other is None else [other]
        if fixed is not None:
            return tuple(Window(d, min(DAY_FROM_MINUTE, fixed), max(DAY_UNTIL_MINUTE, fixed)) for d in days)
        parts = [DayPart(int(part)) for part in self.parts.data or [] if part in {"0", "1", "2"}]
        return windows_of(days, parts or list(DayPart))


ENDING_NOTES: dict[AskStep, LazyString] = {
    AskStep.FILL: _l("A few words for who takes over (if you like)"),
    AskStep.FILL_PARTLY: _l("What is still to be done? (if you like)"),
    AskStep.WITHDRAW: _l("Why isn't it needed any more? (if you like)"),
    AskStep.GIVE_UP: _l("What did you try? (if you like)"),
}
"""What else is asked about each ending."""
ENDINGS = {*ENDING_NOTES, AskStep.REFER}


class EndForm(TimebankForm):
    """How an ask ended, in one of five ways."""

    step = RadioField(
        _l("How did it end?"),
        choices=[
            ("fill", _l("Someone helped")),
            ("fill_partly", _l("Someone helped with a part of it")),
            ("refer", _l("Handed to a professional")),
            ("withdraw", _l("It isn't needed any more")),
            ("give_up", _l("We found nobody")),
        ],
        validate_choice=False,
    )
    note = StringField(_l("A few words for who takes over (if you like)"))
    stop_repeating = BooleanField(_l("Don't make the next ones either"))

    @property
    def chosen(self) -> AskStep | None:
        """The ending that was chosen, if any."""
        return AskStep(self.step.data) if self.step.data in ENDINGS else None

    def told(self) -> dict[str, Any]:
        """What was said of it besides."""
        return {"note": self.note.data or "", "stop_repeating": bool(self.stop_repeating.data)}


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_said(said: str, field: str) -> date | None:
    """A day as it was typed, None where nothing was.

    Raises:
        InvalidInputError: code ``day_not_understood``.
    """
    said = said.strip().replace(".", "/").replace("-", "/").replace(" ", "/")
    if not said:
        return None
    for pattern in ("%d/%m/%Y", "%Y/%m/%d", "%d/%m/%y"):
        try:
            return datetime.strptime(said, pattern).date()  # noqa: DTZ007 - a day, without a time
        except ValueError:
            continue
    raise InvalidInputError("day_not_understood", "Write the day like 23/11/2026.", field=field)


def clock_said(said: str, field: str) -> int | None:
    """The minute of the day as it was typed, None where nothing was.

    Raises:
        InvalidInputError: code ``time_not_understood``.
    """
    said = said.strip().lower().replace("u", ":").replace("h", ":").replace(".", ":").rstrip(":")
    if not said:
        return None
    try:
        moment = datetime.strptime(said if ":" in said else f"{said}:00", "%H:%M")  # noqa: DTZ007 - only hour and minute
    except ValueError:
        raise InvalidInputError("time_not_understood", "Write the time like 10:30.", field=field) from None
    return moment.hour * 60 + moment.minute


def whole_number(said: str, field: str) -> int:
    """A whole number as it was typed.

    Raises:
        InvalidInputError: code ``number_out_of_range``.
    """
    try:
        return int(said)
    except ValueError:
        raise InvalidInputError(
            "number_out_of_range", "Choose between {low} and {high}.", field=field, low=1, high=20
        ) from None

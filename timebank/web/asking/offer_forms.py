"""The form in which someone tells what they like to do; a coordinator fills it in while talking."""

from datetime import date
from typing import ClassVar

from flask_babel import LazyString, get_locale, gettext as _, lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectMultipleField, StringField, TextAreaField

from timebank.domain.channels import Channel
from timebank.domain.help import ALL_WEEK, PARTS, SPOKEN_LANGUAGES, AskedAs, DayPart, Limit, has_part
from timebank.models.offer import Offer, Readiness
from timebank.services.asking.new_offer import OfferDetails
from timebank.web.asking.ask_forms import ASK_CHANNELS, day_said, whole_number
from timebank.web.forms import TimebankForm
from timebank.web.words import language_words

LIMIT_WORDS: dict[Limit, LazyString] = {
    Limit.NO_CATS: _l("No cats"),
    Limit.NO_DOGS: _l("No dogs"),
    Limit.NO_SMOKE: _l("No smoke"),
    Limit.NO_STAIRS: _l("No stairs"),
}
ASKED_AS_WORDS: dict[AskedAs, LazyString] = {
    AskedAs.UNSAID: _l("It doesn't matter"),
    AskedAs.WOMAN: _l("As a woman"),
    AskedAs.MAN: _l("As a man"),
}
FOOT = [
    ("0", _l("Not on foot")),
    ("300", _l("In my own street")),
    ("1000", _l("A quarter of an hour")),
    ("2000", _l("Half an hour")),
]
BIKE = [("0", _l("Not by bike")), ("3000", _l("Up to 3 km")), ("6000", _l("Up to 6 km"))]
CAR = [
    ("0", _l("Not by car")),
    ("5000", _l("Up to 5 km")),
    ("10000", _l("Up to 10 km")),
    ("25000", _l("Up to 25 km")),
]


class OfferForm(TimebankForm):
    """What a member is ready to do. ``free`` holds the ticked boxes of the week grid, as bits."""

    likes = SelectMultipleField(_l("What do you like to do for someone?"), choices=[], validate_choice=False)
    may_be_asked = SelectMultipleField(
        _l("Would you like to be asked for any of these?"), choices=[], validate_choice=False
    )
    words = TextAreaField(_l("In your own words (if you like)"))
    free = SelectMultipleField(_l("When are you free, as a rule?"), choices=[], validate_choice=False)
    foot = RadioField(_l("How far do you go on foot?"), choices=FOOT, default="1000", validate_choice=False)
    bike = RadioField(_l("And by bike?"), choices=BIKE, default="0", validate_choice=False)
    car = RadioField(_l("And by car?"), choices=CAR, default="0", validate_choice=False)
    seats = StringField(_l("Seats for others in the car"), default="0")
    takes_wheelchair = BooleanField(_l("A wheelchair or walker fits in"))
    by_phone = BooleanField(_l("I help by phone, too"))
    languages = SelectMultipleField(_l("Which languages do you speak?"), choices=[], validate_choice=False)
    limits = SelectMultipleField(
        _l("What can't you do with?"),
        choices=[(k.value, w) for k, w in LIMIT_WORDS.items()],
        validate_choice=False,
    )
    asked_as = RadioField(
        _l("Some ask for a woman or a man. May we ask you then?"),
        choices=[(k.value, w) for k, w in ASKED_AS_WORDS.items()],
        default="",
        validate_choice=False,
    )
    per_week_max = StringField(_l("At most how often a week?"), default="2")
    paused_until = StringField(_l("Not now, but again after this day"))
    over_border = BooleanField(_l("I also help in the neighbourhood next to ours"))
    show_phone = BooleanField(_l("Whom I help may have my phone number"))
    channel = RadioField(
        _l("How did you hear of it?"), choices=ASK_CHANNELS, default="talk", validate_choice=False
    )

    error_fields: ClassVar[dict[str, str]] = {
        "foot_metres": "foot",
        "bike_metres": "bike",
        "car_metres": "car",
        "free_parts": "free",
    }

    def fill(self, offer: Offer | None, language: str) -> None:
        """Show what is known: the offer, or for a new one the member's own language and a free week."""
        free = ALL_WEEK if offer is None else offer.free_parts
        self.free.data = [str(bit) for bit in range(7 * PARTS) if free >> bit & 1]
        if offer is None:
            self.languages.data = [language]
            return
        self.likes.data = [k.category for k in offer.kinds if k.readiness is Readiness.LIKES]
        self.may_be_asked.data = [k.category for k in offer.kinds if k.readiness is Readiness.MAY_BE_ASKED]
        self.words.data, self.languages.data, self.limits.data = offer.words, offer.languages, offer.limits
        self.foot.data, self.bike.data, self.car.data = (
            nearest(choices, metres)
            for choices, metres in (
                (FOOT, offer.foot_metres),
                (BIKE, offer.bike_metres),
                (CAR, offer.car_metres),
            )
        )
        self.seats.data, self.per_week_max.data = str(offer.seats), str(offer.per_week_max)
        self.takes_wheelchair.data, self.by_phone.data = offer.takes_wheelchair, offer.by_phone
        self.asked_as.data = offer.asked_as.value
        self.paused_until.data = "" if offer.paused_until is None else f"{offer.paused_until:%d/%m/%Y}"
        self.over_border.data, self.show_phone.data = offer.over_border, offer.show_phone

    def set_choices(self, categories: list[tuple[str, str]]) -> None:
        """The antenna's kinds of help and the languages, in the reader's words."""
        self.likes.choices = self.may_be_asked.choices = categories
        names, parts = get_locale().days["format"]["wide"], (_("Morning"), _("Afternoon"), _("Evening"))
        self.free.choices = [
            (str(day * PARTS + part), f"{names[day]}: {parts[part]}")
            for day in range(7)
            for part in range(PARTS)
        ]
        self.languages.choices = [(code, language_words(code)) for code in SPOKEN_LANGUAGES]

    def details(self, *, staff: bool) -> OfferDetails:
        """What was ticked and typed.

        Raises:
            InvalidInputError: a day or number that isn't understood.
        """
        bits = {int(bit) for bit in self.free.data or [] if bit.isdecimal() and int(bit) < 7 * PARTS}
        return OfferDetails(
            likes=tuple(self.likes.data or []),
            may_be_asked=tuple(self.may_be_asked.data or []),
            words=self.words.data or "",
            free_parts=sum(1 << bit for bit in bits),
            foot_metres=whole_number(self.foot.data or "0", "foot"),
            bike_metres=whole_number(self.bike.data or "0", "bike"),
            car_metres=whole_number(self.car.data or "0", "car"),
            by_phone=bool(self.by_phone.data),
            seats=whole_number(self.seats.data or "0", "seats"),
            takes_wheelchair=bool(self.takes_wheelchair.data),
            languages=tuple(code for code in self.languages.data or [] if code in SPOKEN_LANGUAGES),
            limits=tuple(Limit(each) for each in self.limits.data or [] if each in set(Limit)),
            asked_as=AskedAs(self.asked_as.data) if self.asked_as.data in set(AskedAs) else AskedAs.UNSAID,
            per_week_max=whole_number(self.per_week_max.data or "2", "per_week_max"),
            paused_until=self._paused(),
            over_border=bool(self.over_border.data),
            show_phone=bool(self.show_phone.data),
            channel=Channel(self.channel.data)
            if staff and self.channel.data in set(Channel)
            else Channel.WEB,
        )

    def _paused(self) -> date | None:
        return day_said(self.paused_until.data or "", "paused_until")


def nearest(choices: list[tuple[str, LazyString]], metres: int) -> str:
    """The choice that comes nearest to a distance."""
    return min((value for value, _words in choices), key=lambda value: abs(int(value) - metres))


def grid_of(free: list[str]) -> list[list[tuple[int, bool]]]:
    """The week grid: for each weekday its boxes as (bit, ticked)."""
    ticked = sum(1 << int(bit) for bit in free if bit.isdecimal() and int(bit) < 7 * PARTS)
    return [
        [((day * PARTS) + part, has_part(ticked, day, DayPart(part))) for part in range(PARTS)]
        for day in range(7)
    ]

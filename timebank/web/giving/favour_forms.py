"""The forms about favours."""

from datetime import date, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from timebank.domain.channels import Channel
from timebank.domain.days import NETWORK_ZONE, clocks_show
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError
from timebank.models.favour import ConfirmedBy
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.new_favour import NewFavour
from timebank.web.forms import TimebankForm


class DayField(Form):  # type: ignore[misc]  # the base has no types
    """Today, yesterday, or three boxes."""

    when = RadioField(
        choices=[("today", ""), ("yesterday", ""), ("other", "")], default="today", validate_choice=False
    )
    day = StringField()
    month = StringField()
    year = StringField()


class TimeField(Form):  # type: ignore[misc]  # the base has no types
    """A button of quarters, or other words."""

    choice = RadioField(choices=[], validate_choice=False)
    other = StringField()


class FavourForm(TimebankForm):
    """A favour as someone tells it. ``side``: 'gave', 'got' or 'others' (written down for two others).

    Of others the people are typed; ``giver_asked`` and ``receiver_asked`` hold the names of which somebody was
    asked who is meant.
    """

    side = HiddenField(default="gave")
    antenna = HiddenField()
    member = HiddenField()
    neighbours = SelectMultipleField(_l("Who?"), coerce=int, validate_choice=False)
    receivers = SelectMultipleField(_l("Who was helped?"), coerce=int, validate_choice=False)
    giver_names = StringField(_l("Name or member number"))
    giver_asked = HiddenField()
    receiver_names = StringField(_l("Name or member number"))
    receiver_asked = HiddenField()
    for_antenna = BooleanField(_l("It was work for the antenna, for everybody"))
    when = FormField(DayField, label=_l("When was it?"))
    time = FormField(TimeField, label=_l("How long did it take?"))
    just_thanks = BooleanField(_l("Just thanks: no hours"))
    travel = StringField(_l("The way there and back, if you agreed to count it"))
    category = SelectField(_l("What was it?"), validate_choice=False)
    thanks = TextAreaField(_l("A line of thanks (if you like)"))
    channel = RadioField(
        _l("How did you hear of it?"),
        choices=[
            ("talk", _l("In a talk")),
            ("phone", _l("By phone")),
            ("card", _l("On a card")),
            ("slip", _l("On a paper slip")),
        ],
        default="talk",
        validate_choice=False,
    )
    slip_signed = BooleanField(_l("The slip has two signatures"))
    allow_double = BooleanField(_l("Yes, this is another favour"))

    error_fields: ClassVar[dict[str, str]] = {
        "time_said": "time",
        "done_on": "when",
        "givers": "neighbours",
        "group": "neighbours",
    }

    def fill_choices(self, kinds: list[tuple[str, str]]) -> None:
        """Offer these kinds of help (codes and words), or none."""
        self.category.choices = [("", _l("Not said")), *kinds]

    def day(self, today: date) -> date:
        """The day that was meant.

        Raises:
            InvalidInputError: boxes that make no day.
        """
        chosen = self.when.form
        if chosen.when.data != "other" and not chosen.day.data:
            return today - timedelta(days=1) if chosen.when.data == "yesterday" else today
        try:
            return date(int(chosen.year.data or today.year), int(chosen.month.data), int(chosen.day.data))
        except (TypeError, ValueError):
            raise InvalidInputError(
                "day_not_understood", "Write the day like 23/11/2026.", field="when"
            ) from None

    def time_said(self) -> str:
        """The time in words that ``parse_minutes`` reads."""
        chosen = self.time.form
        if (chosen.other.data or "").strip():
            return str(chosen.other.data)
        return f"{chosen.choice.data} min" if (chosen.choice.data or "").isdigit() else ""

    def told(self, today: date, antenna_id: int) -> NewFavour:
        """The favour that was told."""
        others = self.side.data == "others"
        member = number_in(self.member.data)
        mine = () if member is None else (member,)
        chosen = tuple(self.neighbours.data or ())
        givers = mine if self.side.data == "gave" else chosen
        receivers = (
            tuple(self.receivers.data or ()) if others else (chosen if self.side.data == "gave" else mine)
        )
        if not givers:
            raise InvalidInputError("giver_missing", "Say who helped.", field="neighbours")
        if not receivers and not self.for_antenna.data:
            field = "receivers" if others else "neighbours"
            raise InvalidInputError("receiver_missing", "Say who was helped.", field=field)
        slip = others and self.channel.data == "slip" and self.slip_signed.data
        return NewFavour(
            antenna_id=antenna_id,
            giver_ids=givers,
            receiver_ids=() if self.for_antenna.data else receivers,
            for_antenna=bool(self.for_antenna.data),
            done_on=self.day(today),
            time_said=self.time_said(),
            travel_said=self.travel.data or "",
            travel_agreed=bool((self.travel.data or "").strip()),
            with_hours=not self.just_thanks.data,
            category=self.category.data or "",
            thanks=self.thanks.data or "",
            channel=Channel(self.channel.data) if others else Channel.WEB,
            logged_for_id=mine[0] if mine and not others else (receivers or givers or (None,))[0],
            evidence=Evidence(ConfirmedBy.SLIP) if slip else None,
            allow_double=bool(self.allow_double.data),
        )


class ReasonForm(TimebankForm):
    """A few words on what is wrong."""

    reason = TextAreaField(_l("What is wrong? A few words are enough."))


class HeardForm(TimebankForm):
    """A coordinator heard it by phone."""

    heard_from = StringField(_l("Whom did you hear?"))
    at = StringField(_l("At what time?"))

    def evidence(self, moment: datetime) -> Evidence:
        """The call: whom, and when (now, unless a time was typed)."""
        typed = (self.at.data or "").strip().replace("u", ":").replace("h", ":")
        heard_at = moment
        if typed:
            try:
                clock = datetime.strptime(typed, "%H:%M")  # noqa: DTZ007 - only hour and minute are taken
            except ValueError:
                raise InvalidInputError(
                    "time_not_understood", "Write the time like 10:30.", field="at"
                ) from None
            local = moment.astimezone(ZoneInfo(NETWORK_ZONE))
            if not clocks_show(local.date(), clock.hour * 60 + clock.minute, NETWORK_ZONE):
                raise InvalidInputError(
                    "hour_skipped",
                    "The clocks go forward that night, and this hour isn't there. Choose another.",
                    field="at",
                )
            heard_at = local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
        return Evidence(ConfirmedBy.PHONE, heard_from=self.heard_from.data or "", heard_at=heard_at)


class SettleForm(TimebankForm):
    """How a coordinator settled it."""

    stands = RadioField(
        _l("What did you agree on?"),
        choices=[("yes", _l("It stands as it is")), ("no", _l("It is taken back"))],
        validate_choice=False,
    )
    settlement = TextAreaField(_l("How did you settle it? A few words."))

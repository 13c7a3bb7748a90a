"""The forms about proposals: yes, the four kinds of no, a word on why not, and how it went."""

from datetime import date
from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Form, FormField, RadioField, StringField, TextAreaField

from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError
from timebank.models.proposal import DeclineKind
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.promising.promises import Happening
from timebank.web.forms import TimebankForm
from timebank.web.giving.favour_forms import HeardForm, TimeField

NO_WORDS = {
    DeclineKind.NOT_THIS_TIME: _l("Not this time. Ask me again another day."),
    DeclineKind.NOT_THIS_DAY: _l("That day doesn't suit me."),
    DeclineKind.NOT_THIS_KIND: _l("I'd rather do another kind of help."),
    DeclineKind.NOT_THIS_PERSON: _l("I'd rather help someone else."),
}


class DayBoxes(Form):  # type: ignore[misc]  # the base has no types
    """Three boxes."""

    day = StringField()
    month = StringField()
    year = StringField()


class YesForm(TimebankForm):
    """'I can', with a day where none was agreed."""

    on_day = FormField(DayBoxes, label=_l("On which day?"))

    def day(self, today: date) -> date | None:
        """The day in the boxes; None where they are empty.

        Raises:
            InvalidInputError: boxes that make no day.
        """
        boxes = self.on_day.form
        if not boxes.day.data and not boxes.month.data:
            return None
        try:
            return date(int(boxes.year.data or today.year), int(boxes.month.data), int(boxes.day.data))
        except (TypeError, ValueError):
            raise InvalidInputError(
                "day_not_understood", "Write the day like 23/11/2026.", field="on_day"
            ) from None


class NoForm(TimebankForm):
    """How far a no reaches; only coordinators ever see it."""

    kind = RadioField(
        _l("What suits you best?"),
        choices=[(kind.value, words) for kind, words in NO_WORDS.items()],
        default=DeclineKind.NOT_THIS_TIME.value,
        validate_choice=False,
    )

    def decline_kind(self) -> DeclineKind:
        """The kind that was chosen, or the mildest."""
        said = self.kind.data
        return DeclineKind(said) if said in set(DeclineKind) else DeclineKind.NOT_THIS_TIME


class NoteForm(TimebankForm):
    """A few words for the coordinator."""

    note = TextAreaField(_l("What came in between? A few words are enough."))


class HappenedForm(HeardForm):
    """How long it took, thanks, and for a coordinator whom they heard."""

    time = FormField(TimeField, label=_l("How long did it take?"))
    just_thanks = BooleanField(_l("Just thanks: no hours"))
    thanks = TextAreaField(_l("A line of thanks (if you like)"))
    allow_double = BooleanField(_l("Yes, this is another favour"))

    error_fields: ClassVar[dict[str, str]] = {"time_said": "time"}

    def fill(self, minutes: int) -> None:
        """Start from the time that was agreed."""
        quarters = 15 * max(1, round(minutes / 15))
        listed = quarters in (15, 30, 45, 60, 75, 90, 120, 180)
        self.time.form.choice.data = str(quarters) if listed else "other"
        self.time.form.other.data = "" if listed else f"{quarters} min"

    def happening(self, heard: Evidence | None = None) -> Happening:
        """How it went, as it was said; ``heard`` is the call that a coordinator had."""
        chosen = self.time.form
        said = (chosen.other.data or "").strip()
        if chosen.choice.data != "other" and (chosen.choice.data or "").isdigit():
            said = f"{chosen.choice.data} min"
        return Happening(
            time_said=said,
            with_hours=not self.just_thanks.data,
            thanks=self.thanks.data or "",
            channel=Channel.WEB if heard is None else Channel.PHONE,
            evidence=heard,
            allow_double=bool(self.allow_double.data),
        )


class LinkForm(YesForm, HappenedForm):
    """All that can be answered on the page behind a mail's link."""

    note = TextAreaField(_l("What came in between? A few words are enough."))

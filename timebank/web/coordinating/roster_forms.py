"""The form of a turn in the roster."""

import re
from collections.abc import Mapping
from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField

from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError
from timebank.models.desk import Duty
from timebank.services.coordinating.roster import DutyDetails
from timebank.web.asking.ask_forms import clock_said
from timebank.web.forms import TimebankForm, read_day
from timebank.web.words import clock_words


class DutyForm(TimebankForm):
    """A turn as a coordinator plans it. ``version`` is empty for a new one; ``weeks`` counts only there."""

    version = HiddenField()
    on_day = StringField(_l("On which day?"))
    starts = StringField(_l("From what time?"))
    ends = StringField(_l("Until what time?"))
    person = SelectField(_l("Whose turn is it?"), validate_choice=False)
    substitute = SelectField(_l("Who steps in if that doesn't work out?"), validate_choice=False)
    weeks = StringField(_l("For how many weeks, on the same day?"), default="1")

    error_fields: ClassVar[dict[str, str]] = {"from_minute": "starts", "until_minute": "ends"}

    @classmethod
    def of(cls, kept: Duty) -> "DutyForm":
        """What is kept, to change it; or what was sent."""
        return cls(
            data={
                "on_day": f"{kept.on_day:%d/%m/%Y}",
                "starts": clock_words(kept.from_minute),
                "ends": clock_words(kept.until_minute),
                "person": str(kept.person_id),
                "substitute": str(kept.substitute_id or ""),
                "version": str(kept.version),
            }
        )

    def fill_choices(self, people: Mapping[int, str]) -> None:
        """Who can have a turn: person id -> name."""
        choices = [(str(person_id), name) for person_id, name in people.items()]
        self.person.choices = choices
        self.substitute.choices = [("", _l("Nobody yet")), *choices]

    def details(self) -> DutyDetails:
        """What was told.

        Raises:
            InvalidInputError: a day or time that isn't understood or is missing, at its field.
        """
        return DutyDetails(
            on_day=read_day(self.on_day.data or "", "on_day"),
            from_minute=_minute(self.starts.data, "starts"),
            until_minute=_minute(self.ends.data, "ends"),
            person_id=number_in(self.person.data) or 0,
            substitute_id=number_in(self.substitute.data),
        )

    def number_of_weeks(self) -> int:
        """For how many weeks; 0, which no roster takes, where it isn't understood."""
        said = (self.weeks.data or "1").strip()
        return int(said) if re.fullmatch(r"[0-9]{1,3}", said) else 0


def _minute(said: str | None, field: str) -> int:
    minute = clock_said(said or "", field)
    if minute is None:
        raise InvalidInputError("time_not_understood", "Write the time like 10:30.", field=field)
    return minute

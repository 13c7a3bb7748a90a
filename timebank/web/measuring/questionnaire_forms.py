"""The forms of the questionnaire, and the words of its items and answers."""

from typing import ClassVar
from uuid import UUID

from flask_babel import LazyString, lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField

from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError
from timebank.domain.scales import ITEMS, Scale
from timebank.services.measuring.questionnaires import ASKED_MAX, NewAnswer, NewRound
from timebank.web.forms import TimebankForm, read_day

SCALE_WORDS = {
    Scale.GIERVELD: _l("Six short sentences (De Jong Gierveld)"),
    Scale.UCLA: _l("Three short questions (UCLA)"),
}
ANSWER_WORDS = {
    "yes": _l("Yes"),
    "more_or_less": _l("More or less"),
    "no": _l("No"),
    "hardly_ever": _l("Hardly ever"),
    "sometimes": _l("Sometimes"),
    "often": _l("Often"),
}
ITEM_WORDS: dict[Scale, tuple[LazyString, ...]] = {
    Scale.GIERVELD: (
        _l("I feel an emptiness around me."),
        _l("I miss people around me."),
        _l("I often feel let down."),
        _l("There are enough people I can fall back on when things are hard."),
        _l("There are many people whom I can trust completely."),
        _l("There are enough people to whom I feel close."),
    ),
    Scale.UCLA: (
        _l("How often do you miss company?"),
        _l("How often do you feel left out?"),
        _l("How often do you feel cut off from others?"),
    ),
}


class RoundForm(TimebankForm):
    """Which scale, from when to when."""

    scale = RadioField(
        _l("Which list?"),
        choices=[(each.value, SCALE_WORDS[each]) for each in Scale],
        default=Scale.GIERVELD.value,
        validate_choice=False,
    )
    starts_on = StringField(_l("From which day? (day/month/year)"))
    ends_on = StringField(_l("Until which day? (day/month/year)"))

    def told(self) -> NewRound:
        """What was told.

        Raises:
            InvalidInputError: code ``day_not_understood``, at its field.
        """
        scale = str(self.scale.data)
        return NewRound(
            Scale(scale) if scale in set(Scale) else Scale.GIERVELD,
            read_day(self.starts_on.data or "", "starts_on"),
            read_day(self.ends_on.data or "", "ends_on"),
        )


class AskedForm(TimebankForm):
    """How many were offered the list."""

    asked = StringField(_l("To how many members did you offer the list?"))

    def told(self) -> int:
        """The number.

        Raises:
            InvalidInputError: code ``number_out_of_range``.
        """
        said = (self.asked.data or "").strip()
        if not said.isascii() or not said.isdigit() or len(said) > 6:
            raise InvalidInputError(
                "number_out_of_range",
                "Choose between {low} and {high}.",
                field="asked",
                low=0,
                high=ASKED_MAX,
            )
        return int(said)


class WhoForm(TimebankForm):
    """One member."""

    member = SelectField(_l("Whose answers?"), validate_choice=False)

    def uid(self) -> UUID:
        """The member's id.

        Raises:
            InvalidInputError: nobody was chosen (``not_a_member``).
        """
        try:
            return UUID(str(self.member.data))
        except ValueError:
            raise InvalidInputError(
                "not_a_member", "Choose someone who is a member now.", field="member"
            ) from None


class AnswerForm(WhoForm):
    """The answers of one member; ``item_0`` and so on are radio buttons of the page."""

    moment = RadioField(
        _l("Which time is it?"),
        choices=[("first", _l("The first time")), ("second", _l("The second time, near the end"))],
        default="first",
        validate_choice=False,
    )
    agreed = BooleanField(_l("They said yes, and know that only the sum is kept until the round is over"))
    how = RadioField(
        _l("How did they answer?"),
        choices=[("talk", _l("In a talk")), ("slip", _l("On paper")), ("phone", _l("By phone"))],
        default="talk",
        validate_choice=False,
    )

    error_fields: ClassVar[dict[str, str]] = {"answers": "moment"}

    def told(self, answers: tuple[str, ...]) -> NewAnswer:
        """What was told, with the answers item by item."""
        how = str(self.how.data)
        return NewAnswer(
            self.uid(),
            answers,
            agreed=bool(self.agreed.data),
            second=self.moment.data == "second",
            channel=Channel(how) if how in {"talk", "slip", "phone"} else Channel.TALK,
        )


def item_names(scale: Scale) -> tuple[str, ...]:
    """The names of the radio buttons, in the order of the items."""
    return tuple(f"item_{place}" for place in range(ITEMS[scale]))

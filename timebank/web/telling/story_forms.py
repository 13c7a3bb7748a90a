"""The form of a story: its words, where it may stand, and the teller's yes."""

from datetime import date, timedelta
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from timebank.domain.channels import LANGUAGES, Channel
from timebank.models.member import Member
from timebank.models.story import NameShown, Story, StoryUse
from timebank.services.telling.stories import details_of
from timebank.services.telling.story_checks import StoryDetails
from timebank.web.asking.ask_forms import day_said
from timebank.web.context import OWN_NAMES
from timebank.web.forms import TimebankForm

USE_WORDS = {
    StoryUse.REPORT: _l("In the yearly report"),
    StoryUse.NEWSLETTER: _l("In the neighbourhood newsletter"),
    StoryUse.PUBLIC: _l("On the antenna's public page"),
}
USE_DAYS = 365
"""For how long a yes is proposed to last."""


class StoryForm(TimebankForm):
    """A story as a coordinator writes it down. ``version`` is empty for a new one."""

    version = HiddenField()
    words = TextAreaField(_l("What did they tell?"))
    language = RadioField(
        _l("In which language is it?"),
        choices=[(code, OWN_NAMES[code]) for code in LANGUAGES],
        validate_choice=False,
    )
    translation = TextAreaField(_l("A translation (if you like)"))
    translated_to = SelectField(
        _l("Into which language?"),
        choices=[("", "-"), *((code, OWN_NAMES[code]) for code in LANGUAGES)],
        validate_choice=False,
    )
    name_shown = RadioField(
        _l("Which name stands under it?"),
        choices=[("first", _l("The first name")), ("full", _l("The whole name")), ("none", _l("No name"))],
        default="first",
        validate_choice=False,
    )
    uses = SelectMultipleField(
        _l("Where may it stand?"),
        choices=[(use.value, USE_WORDS[use]) for use in StoryUse],
        default=["report"],
        validate_choice=False,
    )
    use_until = StringField(_l("Until which day?"))
    agreed = BooleanField(_l("They read or heard exactly these words, and said yes"))
    how = RadioField(
        _l("How did they say so?"),
        choices=[
            ("talk", _l("In a talk")),
            ("slip", _l("On paper, signed")),
            ("phone", _l("By phone")),
            ("mail", _l("By e-mail")),
        ],
        default="talk",
        validate_choice=False,
    )
    consent_on = StringField(_l("When? (if it wasn't today)"))
    witness = StringField(_l("Who heard the yes?"))

    error_fields: ClassVar[dict[str, str]] = {"consent_channel": "how"}

    @classmethod
    def for_new(cls, member: Member, witness: str, today: date) -> "StoryForm":
        """An empty form, or what was sent."""
        until = f"{today + timedelta(days=USE_DAYS):%d/%m/%Y}"
        return cls(data={"language": member.person.language, "witness": witness, "use_until": until})

    @classmethod
    def of(cls, story: Story) -> "StoryForm":
        """What is kept, to change it with a new yes; or what was sent."""
        kept = details_of(story)
        values: dict[str, Any] = {name: getattr(kept, name) for name in ("words", "language", "translation")}
        values |= {
            "translated_to": kept.translated_to,
            "witness": kept.witness,
            "version": str(story.version),
        }
        values |= {"name_shown": kept.name_shown.value, "uses": [use.value for use in kept.uses]}
        return cls(data=values | {"use_until": f"{kept.use_until:%d/%m/%Y}"})

    def told(self, today: date) -> StoryDetails:
        """What was told; without a last day it is today, which the service then judges.

        Raises:
            InvalidInputError: code ``day_not_understood``, at its field.
        """
        how, shown = str(self.how.data), str(self.name_shown.data)
        return StoryDetails(
            words=self.words.data or "",
            language=str(self.language.data or ""),
            uses=tuple(use for use in StoryUse if use.value in (self.uses.data or [])),
            use_until=day_said(self.use_until.data or "", "use_until") or today,
            agreed=bool(self.agreed.data),
            witness=self.witness.data or "",
            name_shown=NameShown(shown) if shown in set(NameShown) else NameShown.FIRST,
            translated_to=self.translated_to.data or "",
            translation=self.translation.data or "",
            consent_on=day_said(self.consent_on.data or "", "consent_on"),
            consent_channel=Channel(how) if how in {"talk", "slip", "phone", "mail"} else Channel.TALK,
        )

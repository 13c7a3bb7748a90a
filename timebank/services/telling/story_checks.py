"""A story as it is told to us, and whether it can be kept: words, a yes, a place and an end."""

from dataclasses import dataclass
from datetime import date, timedelta

from timebank.domain.channels import LANGUAGES, Channel
from timebank.domain.errors import InvalidInputError
from timebank.domain.names import clean_text
from timebank.models.story import NameShown, StoryUse

WORDS_MAX = 2000
WITNESS_MAX = 120
USE_MAX = timedelta(days=3 * 366)
"""The longest that one yes lasts."""


@dataclass(frozen=True)
class StoryDetails:
    """A story and the yes to it. ``agreed`` says that the teller read or heard exactly these words."""

    words: str
    language: str
    uses: tuple[StoryUse, ...]
    use_until: date
    agreed: bool
    witness: str
    name_shown: NameShown = NameShown.FIRST
    translated_to: str = ""
    translation: str = ""
    consent_on: date | None = None
    consent_channel: Channel = Channel.TALK


def check_story(details: StoryDetails, today: date) -> None:
    """Whether the story could be kept today.

    Raises:
        InvalidInputError: what is missing or can't be, at its field.
    """
    _check_texts(details)
    if not details.uses:
        raise InvalidInputError("story_uses_missing", "Say where the story may stand.", field="uses")
    if not clean_text(details.witness):
        raise InvalidInputError("witness_missing", "Say who heard the yes.", field="witness")
    if len(clean_text(details.witness)) > WITNESS_MAX:
        _refuse_length("witness", WITNESS_MAX)
    if details.consent_on is not None and details.consent_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="consent_on"
        )
    if details.use_until < today:
        raise InvalidInputError("day_over", "This day is over. Choose today or later.", field="use_until")
    if details.use_until > (details.consent_on or today) + USE_MAX:
        raise InvalidInputError("story_too_long", "A yes lasts three years at most.", field="use_until")
    if not details.agreed:
        raise InvalidInputError(
            "story_consent_missing",
            "Read it to them and ask first. No story without their yes.",
            field="agreed",
        )


def _check_texts(details: StoryDetails) -> None:
    if not clean_text(details.words):
        raise InvalidInputError("story_words_missing", "Write down what they told.", field="words")
    for field in ("words", "translation"):
        if len(getattr(details, field)) > WORDS_MAX:
            _refuse_length(field, WORDS_MAX)
    if details.language not in LANGUAGES:
        raise InvalidInputError("language_unknown", "Choose a language from the list.", field="language")
    if not clean_text(details.translation):
        return
    if details.translated_to not in LANGUAGES or details.translated_to == details.language:
        raise InvalidInputError(
            "translation_language", "Choose another language for the translation.", field="translated_to"
        )


def _refuse_length(field: str, most: int) -> None:
    raise InvalidInputError(
        "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=most
    )


def story_lines(text: str) -> str:
    """The text cleaned line by line: a story may have paragraphs."""
    return "\n".join(clean_text(line) for line in text.strip().splitlines())

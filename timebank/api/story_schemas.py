"""What the API takes and gives about stories."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import LANGUAGES, Channel
from timebank.models.story import NameShown, StoryUse
from timebank.services.telling.story_checks import WITNESS_MAX, WORDS_MAX

_CHANNELS = validate.OneOf([each.value for each in Channel])
_LANGUAGES = validate.OneOf(LANGUAGES)


class StorySchema(Schema):
    """A story. ``name`` is as the teller wished; the texts are empty once ``erased_at`` is set."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    member = fields.UUID(required=True)
    name = fields.String(required=True)
    name_shown = fields.Enum(NameShown, by_value=True, required=True)
    language = fields.String(required=True)
    words = fields.String(required=True)
    translated_to = fields.String(allow_none=True, required=True)
    translation = fields.String(required=True)
    uses = fields.List(fields.Enum(StoryUse, by_value=True), required=True)
    use_until = fields.Date(required=True)
    consent_version = fields.Integer(required=True)
    consent_on = fields.Date(required=True)
    consent_channel = fields.String(required=True)
    witness = fields.String(required=True)
    written_at = fields.DateTime(required=True)
    withdrawn_at = fields.DateTime(allow_none=True, required=True)
    erased_at = fields.DateTime(allow_none=True, required=True)


class KeptStorySchema(Schema):
    """What a POST answers: no text, so that none outlives its erasing among the answers that are kept."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    withdrawn_at = fields.DateTime(allow_none=True, required=True)


class StoryChange(Schema):
    """What can be changed, with a new yes (``agreed``); what is left out stays."""

    words = text(WORDS_MAX, least=1)
    language = fields.String(validate=_LANGUAGES)
    translated_to = fields.String(validate=_LANGUAGES)
    translation = text(WORDS_MAX)
    name_shown = fields.Enum(NameShown, by_value=True)
    uses = fields.List(fields.Enum(StoryUse, by_value=True), validate=validate.Length(1, len(StoryUse)))
    use_until = fields.Date()
    agreed = fields.Boolean()
    consent_on = fields.Date(allow_none=True)
    consent_channel = fields.String(validate=_CHANNELS)
    witness = text(WITNESS_MAX, least=1)


class NewStorySchema(Schema):
    """What a member told, and their yes."""

    member = fields.UUID(required=True)
    words = text(WORDS_MAX, least=1, required=True)
    language = fields.String(required=True, validate=_LANGUAGES)
    translated_to = fields.String(load_default="", validate=validate.OneOf(("", *LANGUAGES)))
    translation = text(WORDS_MAX, load_default="")
    name_shown = fields.Enum(NameShown, by_value=True, load_default=NameShown.FIRST)
    uses = fields.List(
        fields.Enum(StoryUse, by_value=True), required=True, validate=validate.Length(1, len(StoryUse))
    )
    use_until = fields.Date(required=True)
    agreed = fields.Boolean(required=True)
    consent_on = fields.Date(load_default=None, allow_none=True)
    consent_channel = fields.String(load_default=Channel.API.value, validate=_CHANNELS)
    witness = text(WITNESS_MAX, least=1, required=True)


class StoryList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(StorySchema), required=True)

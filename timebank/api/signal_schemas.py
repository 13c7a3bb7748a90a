"""What the API takes and gives about signals."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import Channel
from timebank.domain.states import SignalState
from timebank.models.signal import SignalOutcome
from timebank.services.coordinating.signals import LINE_MAX, WORDS_MAX

_CHANNELS = validate.OneOf([each.value for each in Channel])


class SignalSchema(Schema):
    """A signal, for the coordinators of its antenna. People are members' ids; texts go some days after the end."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    state = fields.Enum(SignalState, by_value=True, required=True)
    words = fields.String(required=True)
    about_member = fields.UUID(allow_none=True, required=True)
    about_words = fields.String(required=True)
    channel = fields.String(required=True)
    told_by = fields.String(required=True)
    told_at = fields.DateTime(required=True)
    assignee = fields.UUID(allow_none=True, required=True)
    follow_up_on = fields.Date(allow_none=True, required=True)
    outcome = fields.Enum(SignalOutcome, by_value=True, allow_none=True, required=True)
    ended_at = fields.DateTime(allow_none=True, required=True)


class LineSchema(Schema):
    """One line of what was done."""

    deed = fields.String(required=True)
    words = fields.String(required=True)
    by = fields.String(required=True)
    at = fields.DateTime(required=True)


class WholeSignalSchema(SignalSchema):
    """A signal with what was done, oldest first."""

    lines = fields.List(fields.Nested(LineSchema), required=True)


class KeptSignalSchema(Schema):
    """What a step answers: no text, so that none outlives its erasing among the answers that are kept."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    state = fields.Enum(SignalState, by_value=True, required=True)


class SignalChange(Schema):
    """What can be changed of a signal; what is left out stays. ``assignee`` and ``follow_up_on`` go together."""

    words = text(WORDS_MAX, least=1)
    about_member = fields.UUID(allow_none=True)
    about_words = text(200)
    channel = fields.String(validate=_CHANNELS)
    told_by = text(120)
    assignee = fields.UUID()
    follow_up_on = fields.Date()


class NewSignalSchema(Schema):
    """Something noticed, about a member or an address in words."""

    antenna = text(40, required=True)
    words = text(WORDS_MAX, least=1, required=True)
    about_member = fields.UUID(load_default=None, allow_none=True)
    about_words = text(200, load_default="")
    channel = fields.String(load_default=Channel.API.value, validate=_CHANNELS)
    told_by = text(120, load_default="")


class NewLineSchema(Schema):
    """A short line about what was done."""

    words = text(LINE_MAX, least=1, required=True)


class SignalEndSchema(Schema):
    """How it ended."""

    outcome = fields.Enum(SignalOutcome, by_value=True, required=True)
    words = text(LINE_MAX, load_default="")


class SignalList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(SignalSchema), required=True)

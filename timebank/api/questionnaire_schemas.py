"""What the API takes and gives about the questionnaire."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import Channel
from timebank.domain.scales import ANSWERS, ITEMS, Scale
from timebank.services.measuring.questionnaires import ASKED_MAX

_ANSWERS = sorted({each for answers in ANSWERS.values() for each in answers})


class ChangeOfRoundSchema(Schema):
    """The mean change of those who answered both times, in points of the scale."""

    mean = fields.Float(required=True)
    answered_twice = fields.Integer(required=True)
    asked = fields.Integer(required=True)


class RoundSchema(Schema):
    """One round: ``first`` and ``again`` count the answers that are still kept, ``change`` is told after its end."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    scale = fields.Enum(Scale, by_value=True, required=True)
    items = fields.Integer(required=True)
    answers = fields.List(fields.String(), required=True)
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)
    asked = fields.Integer(required=True)
    first = fields.Integer(required=True)
    again = fields.Integer(required=True)
    erased_on = fields.Date(required=True)
    erased_at = fields.DateTime(allow_none=True, required=True)
    change = fields.Nested(ChangeOfRoundSchema, allow_none=True, required=True)


class KeptRoundSchema(Schema):
    """What opening a round answers."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    scale = fields.Enum(Scale, by_value=True, required=True)
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)


class NewRoundSchema(Schema):
    """A scale and its days, at most two years."""

    antenna = text(40, least=2, required=True)
    scale = fields.Enum(Scale, by_value=True, required=True)
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)


class RoundChange(Schema):
    """To how many members the list was offered."""

    asked = fields.Integer(required=True, strict=True, validate=validate.Range(0, ASKED_MAX))


class NewAnswerSchema(Schema):
    """One member's answers in the order of the items, and their yes. ``second``: near the end of the round."""

    member = fields.UUID(required=True)
    answers = fields.List(
        fields.String(validate=validate.OneOf(_ANSWERS)),
        required=True,
        validate=validate.Length(min(ITEMS.values()), max(ITEMS.values())),
    )
    agreed = fields.Boolean(required=True)
    second = fields.Boolean(load_default=False)
    channel = fields.String(
        load_default=Channel.TALK.value, validate=validate.OneOf([each.value for each in Channel])
    )


class WhoseAnswersSchema(Schema):
    """Whose answers go."""

    member = fields.UUID(required=True)


class RoundList(Schema):
    """Every round of an antenna, newest first."""

    items = fields.List(fields.Nested(RoundSchema), required=True)

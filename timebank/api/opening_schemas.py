"""What the API takes and gives about opening an antenna."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import AntennaChange, text
from timebank.domain.channels import LANGUAGES
from timebank.domain.opening import Step
from timebank.services.network.opening import NOTE_MAX

PRACTICE_MAX = 5


class NewAntennaSchema(AntennaChange):
    """A new antenna, which stays among its team until it goes live, and its partner where there is one."""

    slug = text(40, least=1, required=True)
    name = text(120, least=1, required=True)
    languages = fields.List(
        fields.String(validate=validate.OneOf(LANGUAGES)),
        required=True,
        validate=validate.Length(1, 3),
    )
    partner = text(120, load_default="")


class StepSchema(Schema):
    """One step: ``found`` in what is there, or done by someone's word."""

    step = fields.Enum(Step, by_value=True, required=True)
    required = fields.Boolean(required=True)
    by_word = fields.Boolean(required=True)
    found = fields.Boolean(required=True)
    done = fields.Boolean(required=True)
    note = fields.String(required=True)
    by = fields.String(required=True)
    done_on = fields.Date(required=True, allow_none=True)


class OpeningSchema(Schema):
    """How far an antenna is: its steps in order, and since when it is live."""

    antenna = fields.String(required=True)
    live_on = fields.Date(required=True, allow_none=True)
    practising = fields.Boolean(required=True)
    steps = fields.List(fields.Nested(StepSchema), required=True)


class StepDoneSchema(Schema):
    """A word on how a step was done."""

    note = text(NOTE_MAX, least=1, required=True)


class PracticeAskSchema(Schema):
    """An invented ask: its words, the name of someone invented, and a kind of help."""

    words = text(500, least=1, required=True)
    asker_name = text(120, least=1, required=True)
    category = text(60, least=1, required=True)


class PracticeSchema(Schema):
    """Invented asks, in the team's own language."""

    asks = fields.List(
        fields.Nested(PracticeAskSchema), required=True, validate=validate.Length(1, PRACTICE_MAX)
    )


class StageSchema(Schema):
    """Where the antenna stands after this: since when it is live, and whether it practises."""

    antenna = fields.String(required=True)
    live_on = fields.Date(required=True, allow_none=True)
    practising = fields.Boolean(required=True)

"""What the API gives about erasing, and about a person's own file."""

from marshmallow import Schema, fields

from timebank.domain.erasing import EraseHold

_HOLDS = fields.List(fields.Enum(EraseHold, by_value=True), required=True)


class ErasureSchema(Schema):
    """One person's erasure: the day on which it comes by itself, and what has to be settled first."""

    member = fields.UUID(required=True)
    antenna = fields.String(required=True)
    due_on = fields.Date(allow_none=True, required=True)
    holds = _HOLDS
    erased_at = fields.DateTime(allow_none=True, required=True)


class ErasedSchema(Schema):
    """What erasing answers: no name, so that none outlives its erasing among the answers that are kept."""

    member = fields.UUID(required=True)
    antenna = fields.String(required=True)
    erased_at = fields.DateTime(required=True)


class LeaverSchema(Schema):
    """Someone who left: when, the day on which they are erased, and what has to be settled first."""

    member = fields.UUID(required=True)
    number = fields.Integer(required=True)
    ended_on = fields.Date(required=True)
    due_on = fields.Date(required=True)
    holds = _HOLDS


class TextDueSchema(Schema):
    """A text that goes some days after the end of what it is about."""

    ended_on = fields.Date(required=True)
    due_on = fields.Date(required=True)


class ComingSchema(Schema):
    """What an antenna loses by itself, soonest first; ``declined`` is a day for each who didn't become a member."""

    antenna = fields.String(required=True)
    erase_days = fields.Integer(required=True)
    signal_days = fields.Integer(required=True)
    referral_days = fields.Integer(required=True)
    leavers = fields.List(fields.Nested(LeaverSchema), required=True)
    declined = fields.List(fields.Date(), required=True)
    signals = fields.List(fields.Nested(TextDueSchema), required=True)
    referrals = fields.List(fields.Nested(TextDueSchema), required=True)


class OwnFileSchema(Schema):
    """Everything that is kept about one person: for each table its rows, with the names that columns have here."""

    format = fields.String(required=True)
    made_at = fields.DateTime(required=True)
    tables = fields.Dict(keys=fields.String(), values=fields.List(fields.Dict()), required=True)

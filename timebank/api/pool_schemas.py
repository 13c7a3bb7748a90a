"""What the API takes and gives about helping over the border."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.services.matchmaking.pools import DECIDED_BY_MAX, NOTE_MAX


class PoolDecisionSchema(Schema):
    """One antenna's yes: on which day, and who took the decision."""

    agreed_on = fields.Date(required=True)
    agreed_by = text(DECIDED_BY_MAX, least=1, required=True)


class NewPoolSchema(PoolDecisionSchema):
    """Our yes, and the short name of the antenna to which it is proposed."""

    antenna = text(40, least=2, required=True)


class PoolEndSchema(Schema):
    """A few words on who decided it and why, for one's own list."""

    note = text(NOTE_MAX, load_default="")


class PoolSchema(Schema):
    """How another antenna stands to this one: each side's decision, null where it hasn't decided.

    ``state`` is 'agreed', 'proposed' (they haven't answered) or 'asked' (this antenna hasn't).
    """

    antenna = fields.String(required=True)
    name = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(("agreed", "proposed", "asked")))
    ours = fields.Nested(PoolDecisionSchema, allow_none=True, required=True)
    theirs = fields.Nested(PoolDecisionSchema, allow_none=True, required=True)


class PoolList(Schema):
    """The antennas with which there is an agreement or a proposal of one, by name."""

    items = fields.List(fields.Nested(PoolSchema), required=True)


class PoolEndedSchema(Schema):
    """With which antenna it has ended."""

    antenna = fields.String(required=True)
    state = fields.String(required=True)

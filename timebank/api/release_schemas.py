"""What the API takes and gives about releases."""

from marshmallow import Schema, fields

from timebank.api.schemas import text
from timebank.domain.release_states import ReleaseAudience, ReleaseState, ReleaseStep
from timebank.participation.disclosure.figures import Sign
from timebank.services.telling.releases import REFUSAL_MAX


class ReleasedFigureSchema(Schema):
    """One figure: people, or minutes, rounded; None where the sign says that it isn't shown. Group ``*`` is all.

    Area ``antenna`` is the whole antenna, ``elsewhere`` whoever lives in no area that is told.
    """

    measure = fields.String(required=True)
    area = fields.String(required=True)
    group = fields.String(required=True)
    sign = fields.Enum(Sign, by_value=True, required=True)
    value = fields.Integer(allow_none=True, required=True)


class ReleasedTableSchema(Schema):
    """One table of the catalogue."""

    name = fields.String(required=True)
    figures = fields.List(fields.Nested(ReleasedFigureSchema), required=True)


class ReleaseSchema(Schema):
    """A release: an antenna's figures of a calendar quarter or year for an audience, and what became of them."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    audience = fields.Enum(ReleaseAudience, by_value=True, required=True)
    first_on = fields.Date(required=True)
    last_on = fields.Date(required=True)
    number = fields.Integer(required=True)
    state = fields.Enum(ReleaseState, by_value=True, required=True)
    checksum = fields.String(required=True)
    made_at = fields.DateTime(required=True)
    decided_at = fields.DateTime(allow_none=True, required=True)
    refusal = fields.String(required=True)
    tables = fields.List(fields.Nested(ReleasedTableSchema), required=True)


class DecisionSchema(Schema):
    """The antenna's yes, or its no with a word why."""

    step = fields.Enum(ReleaseStep, by_value=True, required=True)
    refusal = text(REFUSAL_MAX, load_default="")


class ReleaseList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(ReleaseSchema), required=True)

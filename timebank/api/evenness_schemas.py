"""What the API gives about who is suggested and asked."""

from marshmallow import Schema, fields

from timebank.api.participation_schemas import PeriodSchema
from timebank.participation.evenness import Advice


class CountSchema(Schema):
    """Numbers of people: who could help, and who of them was suggested, was asked, said yes once or more."""

    people = fields.Integer(required=True)
    suggested = fields.Integer(required=True)
    asked = fields.Integer(required=True)
    yes = fields.Integer(required=True)


class GroupSchema(CountSchema):
    """One group of a kind: ``language``, ``age``, ``street``, ``sector``, ``since`` or ``channel``."""

    kind = fields.String(required=True)
    name = fields.String(required=True)
    advice = fields.Enum(Advice, by_value=True, required=True)


class EvennessSchema(Schema):
    """All together, and each group of five people and more."""

    antenna = fields.String(required=True)
    period = fields.Nested(PeriodSchema, required=True)
    all = fields.Nested(CountSchema, required=True)
    groups = fields.List(fields.Nested(GroupSchema), required=True)

"""What the API takes and gives about members who aren't proposed to one another."""

from marshmallow import Schema, fields


class PairSchema(Schema):
    """The two, in either order."""

    member = fields.UUID(required=True)
    other = fields.UUID(required=True)


class ApartQuery(Schema):
    """From whom."""

    member = fields.UUID(required=True)


class ApartList(Schema):
    """The pairs of one member, by the other's name."""

    items = fields.List(fields.Nested(PairSchema), required=True)

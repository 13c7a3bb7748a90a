"""What the API takes and gives about gatherings."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.models.gathering import NEW_FACES_MAX, GatheringKind
from timebank.services.measuring.gatherings import PLACE_MAX, TITLE_MAX

_MINUTE = validate.Range(0, 24 * 60 - 1)
MEMBERS_MAX = 500


class GatheringSchema(Schema):
    """A gathering. ``from_minute`` is the local minute of the day, if it is known."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    title = fields.String(required=True)
    held_on = fields.Date(required=True)
    from_minute = fields.Integer(allow_none=True, required=True)
    place = fields.String(required=True)
    kind = fields.Enum(GatheringKind, by_value=True, required=True)
    called_off_at = fields.DateTime(allow_none=True, required=True)


class WholeGatheringSchema(GatheringSchema):
    """A gathering with who came, members' ids by name; None for who isn't a coordinator."""

    came = fields.List(fields.UUID(), allow_none=True, required=True)
    new_faces = fields.Integer(allow_none=True, required=True)


class GatheringChange(Schema):
    """What can be changed; what is left out stays."""

    title = text(TITLE_MAX, least=1)
    held_on = fields.Date()
    from_minute = fields.Integer(allow_none=True, strict=True, validate=_MINUTE)
    place = text(PLACE_MAX)
    kind = fields.Enum(GatheringKind, by_value=True)


class NewGatheringSchema(Schema):
    """A gathering to plan, or one that has been."""

    antenna = text(40, required=True)
    title = text(TITLE_MAX, least=1, required=True)
    held_on = fields.Date(required=True)
    from_minute = fields.Integer(load_default=None, allow_none=True, strict=True, validate=_MINUTE)
    place = text(PLACE_MAX, load_default="")
    kind = fields.Enum(GatheringKind, by_value=True, load_default=GatheringKind.COFFEE)


class AttendanceSchema(Schema):
    """Who came and who didn't after all, as members' ids; what is left out stays."""

    came = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=MEMBERS_MAX))
    not_there = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=MEMBERS_MAX))
    new_faces = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(0, NEW_FACES_MAX)
    )


class GatheringList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(GatheringSchema), required=True)

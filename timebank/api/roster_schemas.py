"""What the API takes and gives about the duty roster."""

from marshmallow import Schema, fields, validate

from timebank.domain.roster import DAY_MINUTES, REPEATS_MAX, WEEKS_SHOWN

WEEKS_MAX = 53
MINUTE = validate.Range(0, DAY_MINUTES)


class RosterQuery(Schema):
    """From which day on (left out: today) and for how many weeks."""

    first = fields.Date(load_default=None)
    weeks = fields.Integer(load_default=WEEKS_SHOWN, validate=validate.Range(1, WEEKS_MAX))


class PlannedTurnSchema(Schema):
    """A turn without names. ``person`` is whose it is, ``substitute`` who steps in; minutes are of the local day."""

    id = fields.Integer(required=True)
    on_day = fields.Date(required=True)
    from_minute = fields.Integer(required=True)
    until_minute = fields.Integer(required=True)
    person = fields.UUID(required=True, attribute="person_uid")
    substitute = fields.UUID(required=True, allow_none=True, attribute="substitute_uid")


class TurnSchema(PlannedTurnSchema):
    """A turn. Who is ``gone`` has no role in the antenna on that day any more."""

    name = fields.String(required=True)
    gone = fields.Boolean(required=True)
    substitute_name = fields.String(required=True, attribute="substitute")
    substitute_gone = fields.Boolean(required=True)


class TurnList(Schema):
    """Turns in the order in which they begin."""

    items = fields.List(fields.Nested(TurnSchema), required=True)


class PlannedTurnList(Schema):
    """The turns that were planned, one a week."""

    items = fields.List(fields.Nested(PlannedTurnSchema), required=True)


class NewTurnSchema(Schema):
    """A turn, or the same one in several weeks."""

    on_day = fields.Date(required=True)
    from_minute = fields.Integer(required=True, strict=True, validate=MINUTE)
    until_minute = fields.Integer(required=True, strict=True, validate=MINUTE)
    person = fields.UUID(required=True)
    substitute = fields.UUID(load_default=None, allow_none=True)
    weeks = fields.Integer(load_default=1, strict=True, validate=validate.Range(1, REPEATS_MAX))


class TurnChange(Schema):
    """What can be changed of a turn; what is left out stays."""

    on_day = fields.Date()
    from_minute = fields.Integer(strict=True, validate=MINUTE)
    until_minute = fields.Integer(strict=True, validate=MINUTE)
    person = fields.UUID()
    substitute = fields.UUID(allow_none=True)


class TurnGoneSchema(Schema):
    """Which turn doesn't take place."""

    id = fields.Integer(required=True)


class TeamMemberSchema(Schema):
    """Someone who can have a turn."""

    person = fields.UUID(required=True, attribute="uid")
    name = fields.String(required=True)


class TeamList(Schema):
    """Who can have a turn on that day or later."""

    items = fields.List(fields.Nested(TeamMemberSchema), required=True)

"""What the API tells about who could help: codes and their values, no sentences."""

from marshmallow import Schema, fields, validate

from timebank.api.ask_schemas import WindowSchema
from timebank.api.schemas import text
from timebank.matching.obstacles import ObstacleCode
from timebank.matching.reasons import CautionCode, ReasonCode
from timebank.matching.rules import Rule, Waiver
from timebank.services.asking.ask_checks import WORDS_MAX
from timebank.services.matchmaking.suggestions import FIRST_SHOWN, MOST_SHOWN

_UID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


class SuggestionQuery(Schema):
    """How many to suggest."""

    limit = fields.Integer(load_default=FIRST_SHOWN, validate=validate.Range(1, MOST_SHOWN))


class PlanQuery(Schema):
    """Whose plan, and what stays as it is: ``fix`` is an ask's and a member's id with a colon between."""

    antenna = text(40, least=2, required=True)
    fix = fields.List(
        fields.String(validate=validate.Regexp(f"^{_UID}:{_UID}$")),
        load_default=list,
        validate=validate.Length(max=200),
    )


class ReasonCodeSchema(Schema):
    """One thing that speaks for a helper, with the values that its sentence needs."""

    code = fields.Enum(ReasonCode, by_value=True, required=True)
    params = fields.Dict(required=True)


class CautionCodeSchema(Schema):
    """One thing that speaks against a helper, without forbidding it."""

    code = fields.Enum(CautionCode, by_value=True, required=True)
    params = fields.Dict(required=True)


class SuggestionSchema(Schema):
    """A helper who could come, the best first. ``minute`` is of the ``day``, in local time.

    With ``over_border`` they are of another ``antenna``, whose coordinators are asked; their ``number`` isn't
    told, and their ``phone`` only if they agreed to that.
    """

    member = fields.UUID(required=True)
    antenna = fields.String(required=True)
    over_border = fields.Boolean(required=True)
    number = fields.Integer(allow_none=True, required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True)
    day = fields.Date(required=True)
    minute = fields.Integer(required=True)
    reasons = fields.List(fields.Nested(ReasonCodeSchema), required=True)
    reasons_for_helper = fields.List(fields.Nested(ReasonCodeSchema), required=True)
    cautions = fields.List(fields.Nested(CautionCodeSchema), required=True)


class SuggestionList(Schema):
    """The best helpers for an ask."""

    items = fields.List(fields.Nested(SuggestionSchema), required=True)


class ObjectionSchema(Schema):
    """A rule that speaks against a helper, and who may set it aside."""

    rule = fields.Enum(Rule, by_value=True, required=True)
    params = fields.Dict(required=True)
    waiver = fields.Enum(Waiver, by_value=True, required=True)


class RefusalSchema(Schema):
    """Why a helper isn't suggested; with ``may_waive`` they can be asked all the same, with a reason."""

    member = fields.UUID(required=True)
    number = fields.Integer(required=True)
    name = fields.String(required=True)
    objections = fields.List(fields.Nested(ObjectionSchema), required=True)
    may_waive = fields.Boolean(required=True)


class RefusalList(Schema):
    """Everybody with an offer of this kind who isn't suggested, by name."""

    items = fields.List(fields.Nested(RefusalSchema), required=True)


class PlannedSchema(Schema):
    """One helper in a plan: of which antenna, on which day, at which local minute of it, and whether you
    fixed it."""

    member = fields.UUID(required=True)
    antenna = fields.String(required=True)
    name = fields.String(required=True)
    day = fields.Date(required=True)
    minute = fields.Integer(required=True)
    fixed = fields.Boolean(required=True)


class BackupSchema(Schema):
    """Another helper for an ask, and which other asks would lose theirs by it."""

    member = fields.UUID(required=True)
    antenna = fields.String(required=True)
    name = fields.String(required=True)
    loses = fields.List(fields.UUID(), required=True)
    extra_metres = fields.Integer(required=True)


class SwapSchema(Schema):
    """If ``instead`` takes over the ask ``moved``, ``helper`` is free for this one."""

    helper = fields.UUID(required=True)
    moved = fields.UUID(required=True)
    instead = fields.UUID(required=True)


class ObstacleSchema(Schema):
    """Why an ask still looks for someone; ``asks`` have the helpers who could have come."""

    code = fields.Enum(ObstacleCode, by_value=True, required=True)
    params = fields.Dict(required=True)
    asks = fields.List(fields.UUID(), required=True)


class PlanRowSchema(Schema):
    """What the plan does for one ask."""

    ask = fields.UUID(required=True)
    placements = fields.List(fields.Nested(PlannedSchema), required=True)
    backups = fields.List(fields.Nested(BackupSchema), required=True)
    open_slots = fields.Integer(required=True)
    obstacle = fields.Nested(ObstacleSchema, allow_none=True, required=True)
    swaps = fields.List(fields.Nested(SwapSchema), required=True)


class PlanSchema(Schema):
    """All open asks of an antenna at once. ``optimal``: the plan's own certificate holds."""

    rows = fields.List(fields.Nested(PlanRowSchema), required=True)
    filled_slots = fields.Integer(required=True)
    open_slots = fields.Integer(required=True)
    total_metres = fields.Integer(required=True)
    optimal = fields.Boolean(required=True)


class ToldSchema(Schema):
    """Someone's own words, to be understood; nothing is kept of them."""

    antenna = text(40, required=True)
    words = text(WORDS_MAX, least=1, required=True)


class CategoryGuessSchema(Schema):
    """A likely kind of help, its share of all that speaks for any (0 to 1), and the words that did."""

    category = fields.String(required=True)
    share = fields.Float(required=True)
    because = fields.List(fields.String(), required=True)


class BoundaryFlagSchema(Schema):
    """What neighbours don't do, the reason ('words', 'often' or 'long') and the words that said so."""

    boundary = fields.String(required=True)
    reason = fields.String(required=True)
    words = fields.List(fields.String(), required=True)


class UnderstoodSchema(Schema):
    """An ask's details as guessed from its words, for a person to correct, and the boundaries it touches."""

    categories = fields.List(fields.Nested(CategoryGuessSchema), required=True)
    category = fields.String(required=True)
    place = fields.String(required=True)
    windows = fields.List(fields.Nested(WindowSchema), required=True)
    minutes = fields.Integer(required=True)
    fixed_minute = fields.Integer(allow_none=True, required=True)
    slots = fields.Integer(required=True)
    wishes = fields.List(fields.String(), required=True)
    languages = fields.List(fields.String(), required=True)
    urgency = fields.Integer(required=True)
    repeat_days = fields.Integer(allow_none=True, required=True)
    repeat_until = fields.Date(allow_none=True, required=True)
    flags = fields.List(fields.Nested(BoundaryFlagSchema), required=True)

"""What the API takes and gives about proposals and promises."""

from marshmallow import Schema, fields, validate

from timebank.api.ask_schemas import MINUTE_OF_DAY
from timebank.api.schemas import EvidenceSchema, text
from timebank.domain.ask_states import ProposalState
from timebank.domain.help import DayPart
from timebank.models.proposal import DeclineKind
from timebank.services.promising.promises import NOTE_MAX

PART_NAMES = tuple(part.name.lower() for part in DayPart)


class ProposalSchema(Schema):
    """A proposal for one reader; ``for_helper`` says on which side they stand.

    Until it is a promise, names are given names, and ``words`` is empty. ``address`` and ``phone`` are the
    other side's, where this reader may have them. ``steps`` can be taken now, under these names.
    ``antenna`` is that of the ask; where ``helper_antenna`` is another one, its coordinators pass the
    question on ('handed_over' until then). ``note`` says why it came to nothing, to coordinators only.
    """

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    helper_antenna = fields.String(required=True)
    ask = fields.UUID(required=True)
    member = fields.UUID(required=True)
    state = fields.Enum(ProposalState, by_value=True, required=True)
    for_helper = fields.Boolean(required=True)
    helper = fields.String(required=True)
    asker = fields.String(required=True)
    category = fields.String(required=True)
    words = fields.String(required=True)
    on_day = fields.Date(allow_none=True, required=True)
    from_minute = fields.Integer(allow_none=True, required=True)
    minutes = fields.Integer(required=True)
    place = fields.String(required=True)
    address = fields.String(required=True)
    phone = fields.String(required=True)
    introduction = fields.Boolean(required=True)
    answer_by = fields.Date(required=True)
    favour = fields.UUID(allow_none=True, required=True)
    steps = fields.List(fields.String(), required=True)
    note = fields.String(required=True)


class ProposalList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(ProposalSchema), required=True)


class NearAskSchema(Schema):
    """An open ask as any neighbour may see it, without names: what one of your memberships could do.

    ``parts`` are parts of the day, ``metres`` the way there by street, null if unknown; ``over_border`` is that
    of another antenna, whose coordinators hear of an 'I can' by those of yours. ``proposal`` is your own 'I can'.
    """

    ask = fields.UUID(required=True)
    antenna = fields.String(required=True)
    over_border = fields.Boolean(required=True)
    member = fields.UUID(required=True)
    category = fields.String(required=True)
    on_day = fields.Date(allow_none=True, required=True)
    parts = fields.List(fields.String(validate=validate.OneOf(PART_NAMES)), required=True)
    minutes = fields.Integer(required=True)
    metres = fields.Integer(allow_none=True, required=True)
    proposal = fields.UUID(allow_none=True, required=True)


class NearAsks(Schema):
    """At most twenty, the next day first."""

    items = fields.List(fields.Nested(NearAskSchema), required=True)


class ICanSchema(Schema):
    """Who would do it: yourself, by the membership that the ask fits."""

    member = fields.UUID(required=True)


class AnswerSchema(Schema):
    """Yes, for that day and local minute of the day; or no, and how far the no reaches."""

    yes = fields.Boolean(required=True)
    decline_kind = fields.Enum(DeclineKind, by_value=True, load_default=DeclineKind.NOT_THIS_TIME)
    on_day = fields.Date(load_default=None, allow_none=True)
    from_minute = fields.Integer(load_default=None, allow_none=True, strict=True, validate=MINUTE_OF_DAY)


class CallOffSchema(Schema):
    """A few words on what came in between, for the coordinators."""

    note = text(NOTE_MAX, load_default="")


class FellThroughSchema(Schema):
    """Why it didn't take place, for the coordinators."""

    note = text(NOTE_MAX, least=1, required=True)


class HappenedSchema(Schema):
    """How long it took, as it was told; 0 for 'just thanks'. ``evidence`` confirms it at once."""

    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(0, 1440))
    thanks = text(500, load_default="")
    evidence = fields.Nested(EvidenceSchema, load_default=None)
    allow_double = fields.Boolean(load_default=False)


class ProposalStepSchema(Schema):
    """Where the proposal stands after a step, without names, as answers are kept for a while."""

    uid = fields.UUID(required=True)
    state = fields.Enum(ProposalState, by_value=True, required=True)
    on_day = fields.Date(allow_none=True, required=True)
    from_minute = fields.Integer(allow_none=True, required=True)
    favour = fields.UUID(allow_none=True, required=True)

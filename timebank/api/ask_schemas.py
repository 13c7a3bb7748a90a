"""What the API takes and gives about asks."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.ask_states import AskState, AskStep, ProposalState
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.help import SPOKEN_LANGUAGES, Urgency, Wish
from timebank.services.asking.ask_checks import (
    LONGEST_MINUTES,
    NOTE_MAX,
    REPEAT_MAX_DAYS,
    SHORTEST_MINUTES,
    SLOTS_MAX,
    WORDS_MAX,
)
from timebank.services.asking.asks import ENDINGS

MINUTES = validate.Range(SHORTEST_MINUTES, LONGEST_MINUTES)
MINUTE_OF_DAY = validate.Range(0, 1439)


class WindowSchema(Schema):
    """A stretch of one day in which the help may take place, in local minutes of the day."""

    on_day = fields.Date(required=True)
    from_minute = fields.Integer(required=True, strict=True, validate=MINUTE_OF_DAY)
    until_minute = fields.Integer(required=True, strict=True, validate=validate.Range(1, 1440))


class AskChange(Schema):
    """What can be corrected of an ask; what is left out stays, and so do its words.

    ``minutes`` is how long it may take. ``fixed_minute`` is an hour that can't move, in local minutes of the
    day. ``destination`` is a lift's, as a map shows it ('50.8993, 4.3875'); it is kept as a cell of about 100 m.
    """

    category = text(60)
    place = text(120)
    destination = text(60)
    windows = fields.List(fields.Nested(WindowSchema), validate=validate.Length(max=60))
    minutes = fields.Integer(strict=True, validate=MINUTES)
    fixed_minute = fields.Integer(strict=True, allow_none=True, validate=MINUTE_OF_DAY)
    slots = fields.Integer(strict=True, validate=validate.Range(1, SLOTS_MAX))
    wishes = fields.List(fields.Enum(Wish, by_value=True), validate=validate.Length(max=len(Wish)))
    languages = fields.List(
        fields.String(validate=validate.OneOf(SPOKEN_LANGUAGES)), validate=validate.Length(max=10)
    )
    urgency = fields.Enum(Urgency, by_value=fields.Integer(strict=True))
    first_meeting = fields.Boolean()
    show_phone = fields.Boolean()
    repeat_days = fields.Integer(strict=True, allow_none=True, validate=validate.Range(1, REPEAT_MAX_DAYS))
    repeat_until = fields.Date(allow_none=True)


class NewAskSchema(AskChange):
    """An ask in the person's own words. ``member`` asks, or someone not yet known, by ``asker_name``."""

    antenna = text(40, required=True)
    words = text(WORDS_MAX, least=1, required=True)
    member = fields.UUID(load_default=None, allow_none=True)
    asker_name = text(120, load_default="")
    asker_phone = text(40, load_default="")
    channel = fields.Enum(Channel, by_value=True, load_default=Channel.API)
    drop_point = text(120, load_default="")
    consent_note = text(NOTE_MAX, load_default="")


class AskSchema(Schema):
    """An ask, for who asks, who wrote it down, and its coordinators. ``asker_phone`` is for coordinators;
    ``end_note`` for them and whoever wrote it."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    state = fields.Enum(AskState, by_value=True, required=True)
    words = fields.String(required=True)
    member = fields.UUID(allow_none=True, required=True)
    asker_name = fields.String(required=True)
    asker_phone = fields.String(required=True)
    channel = fields.Enum(Channel, by_value=True, required=True)
    drop_point = fields.String(required=True)
    consent_note = fields.String(required=True)
    made_at = fields.DateTime(required=True)
    category = fields.String(required=True)
    place = fields.String(required=True)
    destination = fields.String(required=True)
    windows = fields.List(fields.Nested(WindowSchema), required=True)
    minutes = fields.Integer(required=True)
    fixed_minute = fields.Integer(allow_none=True, required=True)
    slots = fields.Integer(required=True)
    wishes = fields.List(fields.String(), required=True)
    languages = fields.List(fields.String(), required=True)
    urgency = fields.Integer(required=True)
    first_meeting = fields.Boolean(required=True)
    show_phone = fields.Boolean(required=True)
    repeat_days = fields.Integer(allow_none=True, required=True)
    repeat_until = fields.Date(allow_none=True, required=True)
    ended_at = fields.DateTime(allow_none=True, required=True)
    end_note = fields.String(required=True)


class AskList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(AskSchema), required=True)


class AskEndSchema(Schema):
    """How it ended; with ``stop_repeating`` no next one is made. A referral is made under ``/referrals``."""

    step = fields.String(
        required=True, validate=validate.OneOf(sorted(step.value for step in ENDINGS - {AskStep.REFER}))
    )
    note = text(NOTE_MAX, load_default="")
    stop_repeating = fields.Boolean(load_default=False)


class HelperToAskSchema(Schema):
    """Whom to ask, for when and how; ``override_note`` says why, where a rule speaks against it."""

    member = fields.UUID(required=True)
    on_day = fields.Date(load_default=None)
    from_minute = fields.Integer(load_default=None, strict=True, validate=MINUTE_OF_DAY)
    minutes = fields.Integer(load_default=None, strict=True, validate=MINUTES)
    introduction = fields.Boolean(load_default=False)
    channel = fields.Enum(ContactChannel, by_value=True, load_default=None)
    override_note = text(NOTE_MAX, load_default="")


class AskedHelperSchema(Schema):
    """The question that was put to a helper, and until when it waits for an answer."""

    uid = fields.UUID(required=True)
    ask = fields.UUID(required=True)
    member = fields.UUID(required=True)
    state = fields.Enum(ProposalState, by_value=True, required=True)
    on_day = fields.Date(allow_none=True, required=True)
    from_minute = fields.Integer(allow_none=True, required=True)
    minutes = fields.Integer(required=True)
    introduction = fields.Boolean(required=True)
    ask_channel = fields.Enum(ContactChannel, by_value=True, required=True)
    answer_by = fields.Date(required=True)

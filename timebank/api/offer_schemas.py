"""What the API takes and gives about offers."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import PageQuery, text
from timebank.domain.ask_states import OfferState
from timebank.domain.channels import Channel
from timebank.domain.help import ALL_WEEK, SPOKEN_LANGUAGES, AskedAs, Limit
from timebank.services.asking.offers import WORDS_MAX

_KINDS = validate.Length(max=60)


class OfferQuery(PageQuery):
    """Whose offers, of which kind of help, and which part of the list."""

    antenna = text(40, least=2, required=True)
    category = text(60, load_default="")


class StandingOfferSchema(Schema):
    """What a neighbour likes to do. Members read a given name; the antenna's team also sees who it is
    and which ``kinds`` are only ``when_asked``.
    """

    member = fields.UUID(allow_none=True, required=True)
    number = fields.Integer(allow_none=True, required=True)
    name = fields.String(required=True)
    kinds = fields.List(fields.String(), required=True)
    when_asked = fields.List(fields.String(), required=True)
    words = fields.String(required=True)


class StandingOfferList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(StandingOfferSchema), required=True)


class OfferDetailsSchema(Schema):
    """A whole offer, as it shall be; what is left out is as with a new one.

    ``free_parts`` is the week grid: bit 3 x weekday + part, Monday first, parts morning, afternoon and evening.
    Reach is in metres from home, 0 where they don't go that way. ``over_border`` and ``show_phone`` are consents.
    """

    likes = fields.List(text(60, least=1), load_default=list, validate=_KINDS)
    may_be_asked = fields.List(text(60, least=1), load_default=list, validate=_KINDS)
    words = text(WORDS_MAX, load_default="")
    free_parts = fields.Integer(load_default=ALL_WEEK, strict=True, validate=validate.Range(0, ALL_WEEK))
    foot_metres = fields.Integer(load_default=1000, strict=True, validate=validate.Range(0, 20_000))
    bike_metres = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, 40_000))
    car_metres = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, 100_000))
    by_phone = fields.Boolean(load_default=False)
    seats = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, 8))
    takes_wheelchair = fields.Boolean(load_default=False)
    languages = fields.List(
        fields.String(validate=validate.OneOf(SPOKEN_LANGUAGES)),
        load_default=list,
        validate=validate.Length(max=10),
    )
    limits = fields.List(
        fields.Enum(Limit, by_value=True), load_default=list, validate=validate.Length(max=len(Limit))
    )
    asked_as = fields.Enum(AskedAs, by_value=True, load_default=AskedAs.UNSAID)
    per_week_max = fields.Integer(load_default=2, strict=True, validate=validate.Range(1, 14))
    paused_until = fields.Date(load_default=None, allow_none=True)
    over_border = fields.Boolean(load_default=False)
    show_phone = fields.Boolean(load_default=False)
    channel = fields.Enum(Channel, by_value=True, load_default=Channel.API)


class OfferSchema(Schema):
    """A member's offer, for themselves, who acts for them, and their coordinators.

    Where there is none yet, ``state`` is null, the rest is what a new one begins with, and the ETag is "v0".
    """

    member = fields.UUID(required=True)
    state = fields.Enum(OfferState, by_value=True, allow_none=True, required=True)
    likes = fields.List(fields.String(), required=True)
    may_be_asked = fields.List(fields.String(), required=True)
    words = fields.String(required=True)
    free_parts = fields.Integer(required=True)
    foot_metres = fields.Integer(required=True)
    bike_metres = fields.Integer(required=True)
    car_metres = fields.Integer(required=True)
    by_phone = fields.Boolean(required=True)
    seats = fields.Integer(required=True)
    takes_wheelchair = fields.Boolean(required=True)
    languages = fields.List(fields.String(), required=True)
    limits = fields.List(fields.String(), required=True)
    asked_as = fields.Enum(AskedAs, by_value=True, required=True)
    per_week_max = fields.Integer(required=True)
    paused_until = fields.Date(allow_none=True, required=True)
    over_border = fields.Boolean(required=True)
    show_phone = fields.Boolean(required=True)
    channel = fields.Enum(Channel, by_value=True, required=True)

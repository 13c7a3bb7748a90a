"""What the API takes and gives about consents and looks."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import Channel
from timebank.domain.consents import LookReason, Purpose
from timebank.services.privacy.consents import WITNESS_MAX

_CHANNELS = validate.OneOf([each.value for each in Channel])


class ConsentSchema(Schema):
    """One yes: to what, by which words, from when to when, and when it was ended before that."""

    uid = fields.UUID(required=True)
    member = fields.UUID(required=True)
    purpose = fields.Enum(Purpose, by_value=True, required=True)
    text_version = fields.String(required=True)
    language = fields.String(required=True)
    channel = fields.String(required=True)
    said_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)
    witness = fields.String(required=True)
    ended_at = fields.DateTime(allow_none=True, required=True)


class ConsentQuery(Schema):
    """Whose consents."""

    member = fields.UUID(required=True)


class NewConsentSchema(Schema):
    """A yes. ``witness`` is needed where a coordinator writes it down."""

    member = fields.UUID(required=True)
    purpose = fields.Enum(Purpose, by_value=True, required=True)
    ends_on = fields.Date(required=True)
    said_on = fields.Date(load_default=None, allow_none=True)
    channel = fields.String(load_default=Channel.API.value, validate=_CHANNELS)
    witness = text(WITNESS_MAX, load_default="")


class WithdrawSchema(Schema):
    """Through which channel the no came."""

    channel = fields.String(load_default=Channel.API.value, validate=_CHANNELS)


class ConsentList(Schema):
    """Every consent of one member."""

    items = fields.List(fields.Nested(ConsentSchema), required=True)


class LookSchema(Schema):
    """One person: the whole name, and the member number or the year of birth."""

    antenna = text(40, least=2, required=True)
    given_name = text(80, least=1, required=True)
    family_name = text(80, least=1, required=True)
    number = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(1, 999_999_999)
    )
    birth_year = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(1890, 2100)
    )
    reason = fields.Enum(LookReason, by_value=True, load_default=LookReason.OTHER)


class TakesPartSchema(Schema):
    """``true`` and since when; both empty where no answer can be given."""

    takes_part = fields.Boolean(allow_none=True, required=True)
    since = fields.Date(allow_none=True, required=True)

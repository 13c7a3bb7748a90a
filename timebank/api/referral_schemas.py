"""What the API takes and gives about referrals."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.categories import CATEGORIES
from timebank.domain.channels import Channel
from timebank.domain.referral_states import ReferralState, ReferralStep
from timebank.services.asking.ask_checks import REPEAT_MAX_DAYS, WORDS_MAX
from timebank.services.referring.referrals import TEXT_MAX

_CHANNELS = validate.OneOf([each.value for each in Channel])


class ReferralSchema(Schema):
    """A referral: the ask, the service, and the person's yes. ``note`` is for coordinators only."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    ask = fields.UUID(required=True)
    service = fields.UUID(required=True)
    service_name = fields.String(required=True)
    state = fields.Enum(ReferralState, by_value=True, required=True)
    consent_on = fields.Date(required=True)
    consent_channel = fields.String(required=True)
    consent_words = fields.String(required=True)
    handed = fields.String(required=True)
    follow_up_on = fields.Date(required=True)
    note = fields.String(required=True)
    made_at = fields.DateTime(required=True)
    ended_at = fields.DateTime(allow_none=True, required=True)


class BesideSchema(Schema):
    """What a neighbour keeps doing meanwhile: an ask of its own, beside the one that is referred."""

    words = text(WORDS_MAX, least=1, required=True)
    first_day = fields.Date(required=True)
    category = fields.String(load_default="visit", validate=validate.OneOf(CATEGORIES))
    repeat_days = fields.Integer(
        load_default=7, allow_none=True, strict=True, validate=validate.Range(1, REPEAT_MAX_DAYS)
    )


class NewReferralSchema(Schema):
    """To which service of the directory, and that the person agreed."""

    ask = fields.UUID(required=True)
    service = fields.UUID(required=True)
    agreed = fields.Boolean(required=True)
    agreed_on = fields.Date(load_default=None, allow_none=True)
    consent_channel = fields.String(load_default=Channel.API.value, validate=_CHANNELS)
    consent_words = text(TEXT_MAX, load_default="")
    handed = text(TEXT_MAX, load_default="")
    follow_up_on = fields.Date(load_default=None, allow_none=True)
    beside = fields.Nested(BesideSchema, load_default=None, allow_none=True)


class HeardSchema(Schema):
    """What a follow-up brought; ``again_on`` counts with ``wait``."""

    step = fields.Enum(ReferralStep, by_value=True, required=True)
    note = text(TEXT_MAX, load_default="")
    again_on = fields.Date(load_default=None, allow_none=True)


class ReferralList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(ReferralSchema), required=True)

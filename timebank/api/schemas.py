"""What the API takes and gives: written by hand, nothing more than is listed."""

from typing import Any

from marshmallow import Schema, fields, validate

from timebank.domain.channels import LANGUAGES, ContactChannel
from timebank.domain.rules import GroupMode
from timebank.domain.states import FavourState, GiftState, MemberState
from timebank.ledger.model import MINUTES_MAX, AccountKind, TransferKind
from timebank.models.gift import GiftKind

LIMIT_MAX = 100


def text(most: int, *, least: int = 0, **options: Any) -> fields.String:
    """Written words, of ``least`` to ``most`` characters; PostgreSQL can't keep a zero byte."""
    return fields.String(validate=[validate.Length(least, most), validate.Regexp("^[^\\x00]*$")], **options)


class ProblemSchema(Schema):
    """RFC 9457."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True)
    errors = fields.List(fields.Dict(), required=True)
    request_id = fields.String(required=True)


class PageQuery(Schema):
    """Which part of a list."""

    limit = fields.Integer(load_default=50, validate=validate.Range(1, LIMIT_MAX))
    cursor = text(200, load_default="")


class TransferQuery(PageQuery):
    """Whose books, and which part of them."""

    antenna = text(40, least=2, required=True)


class AntennaSchema(Schema):
    """An antenna, as everybody may know it."""

    uid = fields.UUID(required=True)
    slug = fields.String(required=True)
    name = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    phone = fields.String(required=True)
    email = fields.String(required=True)
    address = fields.String(required=True)
    opening_hours = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class AntennaChange(Schema):
    """What can be changed of an antenna; what is left out stays."""

    name = text(120, least=1)
    languages = fields.List(fields.String(validate=validate.OneOf(LANGUAGES)), validate=validate.Length(1, 3))
    phone = text(40)
    email = text(200)
    address = text(200)
    opening_hours = fields.Dict(keys=fields.String(validate=validate.OneOf(LANGUAGES)), values=text(500))


class MemberSchema(Schema):
    """A member, for themselves and for the coordinators of their antenna."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    number = fields.Integer(required=True)
    state = fields.Enum(MemberState, by_value=True, required=True)
    given_name = fields.String(required=True)
    family_name = fields.String(required=True)
    language = fields.String(required=True)
    preferred_channel = fields.Enum(ContactChannel, by_value=True, required=True)
    phone = fields.String(required=True)
    email = fields.String(required=True)
    street = fields.String(required=True)
    house_number = fields.String(required=True)
    postal_code = fields.String(required=True)
    cannot_give = fields.Boolean(required=True)
    account = fields.UUID(allow_none=True, required=True)


class MemberChange(Schema):
    """What can be changed of a member; what is left out stays."""

    given_name = text(80, least=1)
    family_name = text(80)
    language = fields.String(validate=validate.OneOf(LANGUAGES))
    preferred_channel = fields.Enum(ContactChannel, by_value=True)
    phone = text(40)
    email = text(200)
    street = text(120)
    house_number = text(20)
    postal_code = text(12)
    cannot_give = fields.Boolean()


class NewMemberSchema(MemberChange):
    """Someone who becomes a member."""

    antenna = text(40, required=True)
    given_name = text(80, least=1, required=True)


class AccountSchema(Schema):
    """An account and what it holds now."""

    uid = fields.UUID(required=True)
    kind = fields.Enum(AccountKind, by_value=True, required=True)
    balance_minutes = fields.Integer(required=True)
    version = fields.Integer(required=True)


class AccountQuery(Schema):
    """Whose accounts."""

    member = fields.UUID(required=True)


class HeldAccountSchema(Schema):
    """An account that a member has (``ends_on`` is null) or had, and what stands or stood on it."""

    uid = fields.UUID(required=True)
    kind = fields.Enum(AccountKind, by_value=True, required=True)
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(allow_none=True, required=True)
    balance_minutes = fields.Integer(required=True)


class HeldAccountList(Schema):
    """Every account of one member."""

    items = fields.List(fields.Nested(HeldAccountSchema), required=True)


class EntrySchema(Schema):
    """One entry, newest first. Minutes are positive where time was given. ``corrects`` names the transfers that
    it takes back, itself or by bringing along a reversal from an account that is closed.
    """

    transfer = fields.UUID(required=True, attribute="key")
    version = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    balance_minutes = fields.Integer(required=True)
    kind = fields.Enum(TransferKind, by_value=True, required=True)
    done_on = fields.Date(required=True)
    concerns_on = fields.Date(allow_none=True, required=True)
    recorded_at = fields.DateTime(required=True)
    corrects = fields.List(fields.UUID(), required=True)


class EvidenceSchema(Schema):
    """What a confirmation on someone's behalf rests on."""

    rests_on = fields.String(required=True, validate=validate.OneOf(["slip", "phone", "coordinator"]))
    heard_from = text(120, load_default="")
    heard_at = fields.AwareDateTime(load_default=None)


class NewFavourSchema(Schema):
    """A favour. Give ``minutes``, or 0 for 'just thanks'."""

    antenna = text(40, required=True)
    givers = fields.List(fields.UUID(), required=True, validate=validate.Length(1, 50))
    receivers = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=50))
    for_antenna = fields.Boolean(load_default=False)
    done_on = fields.Date(required=True)
    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(0, 1440))
    category = text(60, load_default="")
    note = text(500, load_default="")
    thanks = text(500, load_default="")
    group_mode = fields.Enum(GroupMode, by_value=True, load_default=None)
    evidence = fields.Nested(EvidenceSchema, load_default=None)
    allow_double = fields.Boolean(load_default=False)


class FavourSchema(Schema):
    """A favour, for its people and the staff of their antennas."""

    uid = fields.UUID(required=True)
    state = fields.Enum(FavourState, by_value=True, required=True)
    givers = fields.List(fields.UUID(), required=True)
    receivers = fields.List(fields.UUID(), required=True)
    for_antenna = fields.Boolean(required=True)
    done_on = fields.Date(required=True)
    minutes = fields.Integer(required=True)
    category = fields.String(required=True)
    note = fields.String(required=True)
    thanks = fields.String(required=True)
    channel = fields.String(required=True)
    logged_at = fields.DateTime(required=True)


class ReasonSchema(Schema):
    """Why."""

    reason = text(500, least=1, required=True)


class ConfirmSchema(Schema):
    """A confirmation; evidence only on someone else's behalf."""

    evidence = fields.Nested(EvidenceSchema, load_default=None)


class NewGiftSchema(Schema):
    """A gift or grant; no member means that antenna's pot."""

    from_antenna = text(40, required=True)
    from_member = fields.UUID(load_default=None, allow_none=True)
    to_antenna = text(40, required=True)
    to_member = fields.UUID(load_default=None, allow_none=True)
    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(1, MINUTES_MAX))
    wish = text(300, load_default="")
    unnamed = fields.Boolean(load_default=False)


class GiftSchema(Schema):
    """A gift, as this actor may know it."""

    uid = fields.UUID(required=True)
    kind = fields.Enum(GiftKind, by_value=True, required=True)
    state = fields.Enum(GiftState, by_value=True, required=True)
    minutes = fields.Integer(required=True)
    done_on = fields.Date(required=True)
    wish = fields.String(required=True)


class TransferSchema(Schema):
    """One transfer in the books, without its people."""

    id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    kind = fields.Enum(TransferKind, by_value=True, required=True)
    done_on = fields.Date(required=True)
    recorded_at = fields.DateTime(required=True)
    hash = fields.String(required=True)


class AntennaList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(AntennaSchema), required=True)


class MemberList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(MemberSchema), required=True)


class EntryList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(EntrySchema), required=True)


class FavourList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(FavourSchema), required=True)


class GiftList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(GiftSchema), required=True)


class TransferList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(TransferSchema), required=True)

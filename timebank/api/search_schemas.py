"""What the API takes and gives about looking for something."""

from marshmallow import Schema, fields

from timebank.api.schemas import text
from timebank.domain.ask_states import AskState
from timebank.domain.states import MemberState
from timebank.services.coordinating.searching import QUESTION_MAX


class SearchQuery(Schema):
    """In which antenna, and for what: every word has to be found, a typing error does no harm."""

    antenna = text(40, least=2, required=True)
    q = text(QUESTION_MAX, required=True)


class FoundPersonSchema(Schema):
    """A member; street and phone are empty for who is no coordinator."""

    member = fields.UUID(required=True)
    number = fields.Integer(required=True)
    name = fields.String(required=True)
    state = fields.Enum(MemberState, by_value=True, required=True)
    street = fields.String(required=True)
    phone = fields.String(required=True)


class FoundAskSchema(Schema):
    """An ask."""

    ask = fields.UUID(required=True)
    asker = fields.String(required=True)
    words = fields.String(required=True)
    state = fields.Enum(AskState, by_value=True, required=True)


class FoundOfferSchema(Schema):
    """What a member likes to do."""

    member = fields.UUID(required=True)
    number = fields.Integer(required=True)
    name = fields.String(required=True)
    kinds = fields.List(fields.String(), required=True)
    words = fields.String(required=True)


class FoundSchema(Schema):
    """At most ten of each, the best first; ``more`` names the groups that have further ones."""

    people = fields.List(fields.Nested(FoundPersonSchema), required=True)
    asks = fields.List(fields.Nested(FoundAskSchema), required=True)
    offers = fields.List(fields.Nested(FoundOfferSchema), required=True)
    more = fields.List(fields.String(), required=True)

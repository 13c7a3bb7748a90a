"""``/api/v1/books``: one year of an antenna's books, as who closes it reads them."""

from flask import Response, jsonify
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from timebank.api.door import actor_with
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.ledger.model import AccountKind, TransferKind
from timebank.services.books.hanging import HangingKind
from timebank.services.books.year_end import year_end_of
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_books", __name__, url_prefix="/api/v1/books", description="An antenna's year.")


class TrialSchema(Schema):
    """All accounts of one kind; ``other`` names the antenna on the other side of a clearing account.

    The balances above 0 and below it, each added up; ``minutes`` is the one less the other.
    """

    kind = fields.Enum(AccountKind, by_value=True, required=True)
    other = fields.String(required=True)
    accounts = fields.Integer(required=True)
    more_given_minutes = fields.Integer(required=True)
    more_received_minutes = fields.Integer(required=True)
    minutes = fields.Integer(required=True)


class KindMovedSchema(Schema):
    """What came into the pot and went out of it for one reason."""

    kind = fields.Enum(TransferKind, by_value=True, required=True)
    count = fields.Integer(required=True)
    in_minutes = fields.Integer(required=True)
    out_minutes = fields.Integer(required=True)


class PotSchema(Schema):
    """The pot over the year, without names."""

    opening_minutes = fields.Integer(required=True)
    closing_minutes = fields.Integer(required=True)
    kinds = fields.List(fields.Nested(KindMovedSchema), required=True)


class HangingSchema(Schema):
    """How many of one kind still hang."""

    kind = fields.Enum(HangingKind, by_value=True, required=True)
    count = fields.Integer(required=True)


class YearEndSchema(Schema):
    """One year: ``total_minutes`` is 0, or the books don't hold; ``head`` is the newest transfer's hash."""

    year = fields.Integer(required=True)
    day = fields.Date(required=True)
    running = fields.Boolean(required=True)
    closed_through = fields.Date(required=True, allow_none=True)
    total_minutes = fields.Integer(required=True)
    trial = fields.List(fields.Nested(TrialSchema), required=True)
    pot = fields.Nested(PotSchema, required=True)
    hanging = fields.List(fields.Nested(HangingSchema), required=True)
    seq = fields.Integer(required=True)
    head = fields.String(required=True)


@blp.get("/<slug>/<int:year>")
@access(SIGNED_IN)
@blp.response(200, YearEndSchema)
def show(slug: str, year: int) -> Response:
    """The trial balance of an antenna's year, its pot, and how much still hangs."""
    actor = actor_with("transfers:read")
    with reading() as session:
        antenna = find_antenna(session, slug)
        books = year_end_of(session, antenna, year, actor=actor, now=now())
    return jsonify(YearEndSchema().dump(books))

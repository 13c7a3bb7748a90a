"""``/api/v1/transfers``: the books of an antenna, transfer by transfer, for who may read them."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import LINK, actor_with, paged, whole_cursor
from timebank.api.schemas import TransferList, TransferQuery, TransferSchema
from timebank.auth import SIGNED_IN, access
from timebank.ledger.model import Transfer
from timebank.services.listing import find_transfer, transfers_page
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_transfers", __name__, url_prefix="/api/v1/transfers", description="The books.")


def encode(transfer: Transfer) -> dict[str, Any]:
    """A transfer without its people; ``hash`` in hexadecimal chains it to the one before."""
    plain = ("id", "seq", "minutes", "kind", "done_on", "recorded_at")
    told = {name: getattr(transfer, name) for name in plain} | {"hash": transfer.hash.hex()}
    body: dict[str, Any] = TransferSchema().dump(told)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(TransferQuery, location="query")
@blp.response(200, TransferList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """The transfers in the books of an antenna, newest first."""
    actor, limit = actor_with("transfers:read"), page["limit"]
    with reading() as session:
        antenna = find_antenna(session, page["antenna"])
        rows = transfers_page(session, antenna, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].seq if rows[limit:] else None)


@blp.get("/<uuid:transfer_id>")
@access(SIGNED_IN)
@blp.response(200, TransferSchema)
def show(transfer_id: UUID) -> Response:
    """One transfer."""
    actor = actor_with("transfers:read")
    with reading() as session:
        return jsonify(encode(find_transfer(session, transfer_id, actor=actor)))

"""``/api/v1/gifts``: minutes given away, and grants from a pot."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import LINK, actor_with, keyed, once, paged, whole_cursor
from timebank.api.schemas import GiftList, GiftSchema, NewGiftSchema, PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.models.gift import Gift, GiftKind
from timebank.services.books.gifts import NewGift, approve_gift, decline_gift, find_gift, give, reverse_gift
from timebank.services.listing import gifts_page, member_ids_of
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_gifts", __name__, url_prefix="/api/v1/gifts", description="Minutes given away.")

STEPS = {"approve": approve_gift, "decline": decline_gift, "reverse": reverse_gift}


def encode(gift: Gift) -> dict[str, Any]:
    """A gift as the API tells it; who gave an unnamed one isn't told."""
    body: dict[str, Any] = GiftSchema().dump(gift)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, GiftList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """Your own gifts, those of whom you help, and those of the antennas whose books you read."""
    actor, limit = actor_with("gifts:read"), page["limit"]
    with reading() as session:
        rows = gifts_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewGiftSchema)
@blp.response(201, GiftSchema)
def create(new: dict[str, Any]) -> Response:
    """Give minutes away; from a pot it is a grant, which above the antenna's limit takes two people."""
    return once(201, encode, _give, new, actor=actor_with("gifts:write"))


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, GiftSchema)
def show(uid: UUID) -> Response:
    """One gift."""
    actor = actor_with("gifts:read")
    with reading() as session:
        return jsonify(encode(find_gift(session, uid, actor=actor)))


@blp.post("/<uuid:uid>/<any(approve, decline, reverse):step>")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, GiftSchema)
def take_step(uid: UUID, step: str) -> Response:
    """Approve or decline a grant that waits for a second person, or take a booked gift back."""
    return once(200, encode, STEPS[step], uid, actor=actor_with("gifts:write"), now=now())


def _give(session: Session, new: dict[str, Any], *, actor: Actor) -> Gift:
    source = new["from_member"] and member_ids_of(session, [new["from_member"]], field="from_member")[0]
    target = new["to_member"] and member_ids_of(session, [new["to_member"]], field="to_member")[0]
    told = NewGift(
        from_antenna_id=find_antenna(session, new["from_antenna"]).id,
        to_antenna_id=find_antenna(session, new["to_antenna"]).id,
        minutes=new["minutes"],
        kind=GiftKind.GIFT if source else GiftKind.GRANT,
        from_member_id=source or None,
        to_member_id=target or None,
        wish=new["wish"],
        unnamed=new["unnamed"],
        channel=Channel.API,
    )
    return give(session, told, actor=actor, now=now())

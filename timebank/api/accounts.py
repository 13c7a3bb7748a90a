"""``/api/v1/accounts/{id}``: what an account holds, and its entries."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import LINK, actor_with, paged, whole_cursor
from timebank.api.schemas import AccountSchema, EntryList, EntrySchema, PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.ledger.reading import entries_of
from timebank.services.listing import find_account
from timebank.uow import reading

blp = Blueprint("api_accounts", __name__, url_prefix="/api/v1/accounts", description="Minutes.")


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, AccountSchema)
def show(uid: UUID) -> Response:
    """An account and its balance now, in minutes."""
    actor = actor_with("accounts:read")
    with reading() as session:
        return jsonify(AccountSchema().dump(find_account(session, uid, actor=actor)))


@blp.get("/<uuid:uid>/entries")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, EntryList, headers=LINK)
def entries(page: dict[str, Any], uid: UUID) -> Response:
    """The account's entries in the order in which they were recorded, newest first."""
    actor, limit = actor_with("accounts:read"), page["limit"]
    with reading() as session:
        account = find_account(session, uid, actor=actor)
        rows = entries_of(session, account.id, limit=limit + 1, before_version=whole_cursor(page))
    items = [EntrySchema().dump(each) for each in rows[:limit]]
    return paged(items, rows[limit - 1].version if rows[limit:] else None)

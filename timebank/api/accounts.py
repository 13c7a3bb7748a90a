"""``/api/v1/accounts/{id}``: what an account holds, and its entries."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import LINK, actor_with, paged, whole_cursor
from timebank.api.schemas import (
    AccountQuery,
    AccountSchema,
    EntryList,
    EntrySchema,
    HeldAccountList,
    PageQuery,
)
from timebank.auth import SIGNED_IN, access
from timebank.ledger.corrections import taken_back_by
from timebank.ledger.reading import entries_of
from timebank.services.listing import find_account
from timebank.services.membership.earlier_accounts import accounts_of, minutes_of
from timebank.uow import reading

blp = Blueprint("api_accounts", __name__, url_prefix="/api/v1/accounts", description="Minutes.")


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(AccountQuery, location="query")
@blp.response(200, HeldAccountList)
def index(query: dict[str, Any]) -> Response:
    """Every account that a member has or had, the one of now first; an earlier one as it stood when it was theirs."""
    actor = actor_with("accounts:read")
    with reading() as session:
        held = accounts_of(session, query["member"], actor=actor)
        items = [vars(each) | {"balance_minutes": minutes_of(session, each)} for each in held]
    return jsonify(HeldAccountList().dump({"items": items}))


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
        before = min(whole_cursor(page) or account.version + 1, account.version + 1)
        rows = entries_of(session, account.id, limit=limit + 1, before_version=before)
        back = taken_back_by(session, rows)
    items = [EntrySchema().dump(vars(each) | {"corrects": back.get(each.key, ())}) for each in rows[:limit]]
    return paged(items, rows[limit - 1].version if rows[limit:] else None)

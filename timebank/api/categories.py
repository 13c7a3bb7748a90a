"""``/api/v1/categories``: kinds of help, the common list and an antenna's own."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.category_schemas import (
    CategoryChange,
    CategoryList,
    CategoryQuery,
    CategorySchema,
    NewCategorySchema,
)
from timebank.api.door import ETAG, actor_with, keyed, once, paged, precondition, tagged
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.permissions import Actor
from timebank.models.category import Category
from timebank.services.asking.categories import (
    CategoryView,
    add_category,
    categories_of,
    change_category,
    find_category,
)
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint("api_categories", __name__, url_prefix="/api/v1/categories", description="Kinds of help.")


def encode(category: Category | CategoryView) -> dict[str, Any]:
    """A kind of help as the API tells it."""
    body: dict[str, Any] = CategorySchema().dump(category)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(CategoryQuery, location="query")
@blp.response(200, CategoryList)
def index(query: dict[str, Any]) -> Response:
    """What can be chosen in this antenna: a few dozen at most, so all at once."""
    actor_with("antennas:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        rows = categories_of(session, antenna.id, retired=query["retired"])
        return paged([encode(each) for each in rows], None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewCategorySchema)
@blp.response(201, CategorySchema)
def create(new: dict[str, Any]) -> Response:
    """Add a kind of the antenna's own, as a coordinator."""
    actor = actor_with("antennas:write")
    return once(201, encode, _add, new, actor=actor)


@blp.get("/<slug>/<code>")
@access(SIGNED_IN)
@blp.response(200, CategorySchema, headers=ETAG)
def show(slug: str, code: str) -> Response:
    """One of the antenna's own kinds, with its ETag."""
    actor_with("antennas:read")
    with reading() as session:
        category = find_category(session, find_antenna(session, slug).id, code)
        return tagged(encode(category), category.version)


@blp.patch("/<slug>/<code>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(CategoryChange)
@blp.response(200, CategorySchema, headers=ETAG)
def change(changes: dict[str, Any], slug: str, code: str, *, version: int) -> Response:
    """Name one of the antenna's own anew, or take it out of use, as a coordinator."""
    actor = actor_with("antennas:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        antenna_id = find_antenna(session, slug).id
        kept = find_category(session, antenna_id, code)
        changed = change_category(
            session,
            antenna_id,
            code,
            changes.get("names", kept.names),
            changes.get("words"),
            retired=changes.get("retired", kept.retired),
            version=version,
            actor=actor,
            now=now(),
        )
        return encode(changed), changed.version

    return tagged(*transact(work))


def _add(session: Session, new: dict[str, Any], *, actor: Actor) -> Category:
    antenna_id = find_antenna(session, new["antenna"]).id
    return add_category(session, antenna_id, new["names"], new.get("words"), actor=actor, now=now())

"""``/api/v1/antennas``: the network's antennas, and their details."""

from dataclasses import replace
from typing import Any

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import ETAG, LINK, actor_with, paged, precondition, tagged, whole_cursor
from timebank.api.schemas import AntennaChange, AntennaList, AntennaSchema, PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.models.antenna import Antenna
from timebank.services.network.antennas import AntennaDetails, change_antenna, find_antenna, list_antennas
from timebank.uow import reading, transact

blp = Blueprint("api_antennas", __name__, url_prefix="/api/v1/antennas", description="Local branches.")


def encode(antenna: Antenna) -> dict[str, Any]:
    """An antenna as the API tells it."""
    body: dict[str, Any] = AntennaSchema().dump(antenna)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, AntennaList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """Every antenna of the network."""
    actor_with("antennas:read")
    after, limit = whole_cursor(page), page["limit"]
    with reading() as session:
        rows = sorted(list_antennas(session), key=lambda each: each.id)
        rows = [each for each in rows if after is None or each.id > after][: limit + 1]
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.get("/<slug>")
@access(SIGNED_IN)
@blp.response(200, AntennaSchema, headers=ETAG)
def show(slug: str) -> Response:
    """One antenna, with its ETag."""
    actor_with("antennas:read")
    with reading() as session:
        antenna = find_antenna(session, slug)
        return tagged(encode(antenna), antenna.version)


@blp.patch("/<slug>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(AntennaChange)
@blp.response(200, AntennaSchema, headers=ETAG)
def change(changes: dict[str, Any], slug: str, *, version: int) -> Response:
    """Change an antenna's details; what is left out stays."""
    actor = actor_with("antennas:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        antenna = find_antenna(session, slug)
        details = replace(_details(antenna), **changes)
        changed = change_antenna(session, antenna.id, details, version=version, actor=actor, now=now())
        return encode(changed), changed.version

    return tagged(*transact(work))


def _details(antenna: Antenna) -> AntennaDetails:
    return AntennaDetails(
        name=antenna.name,
        languages=tuple(antenna.languages),
        phone=antenna.phone,
        email=antenna.email,
        address=antenna.address,
        opening_hours=dict(antenna.opening_hours),
        areas=tuple((area.kind, area.name) for area in antenna.areas),
    )

"""``/api/v1/participation``: an antenna's exact figures, for its own board and coordinators."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import actor_with
from timebank.api.participation_schemas import ParticipationQuery, ParticipationSchema
from timebank.auth import STAFF, access
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.participation.indicators import Favours, Indicators
from timebank.services.measuring.participation import named_period, participation_of
from timebank.services.measuring.participation_scope import scope_of_antenna
from timebank.services.measuring.population import inhabitants_beside
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint(
    "api_participation", __name__, url_prefix="/api/v1/participation", description="How an antenna does."
)


@blp.get("")
@access(STAFF)
@blp.arguments(ParticipationQuery, location="query")
@blp.response(200, ParticipationSchema)
def show(query: dict[str, Any]) -> Response:
    """The figures of an antenna of yours over a period; see docs/indicators.md for each."""
    actor, moment = actor_with("participation:read"), now()
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        today = local_day(moment, antenna.timezone)
        period = named_period(query["period"], today, antenna_id=antenna.id, actor=actor)
        scope = scope_of_antenna(session, antenna.id)
        beside = inhabitants_beside(session, antenna.id, year=period.last.year)
        found = participation_of(session, scope, period, actor=actor, now=moment, beside=beside)
        return jsonify(encode(antenna.slug, found))


def encode(slug: str, found: Indicators) -> dict[str, Any]:
    """The figures as the API tells them."""
    retention, health = found.taking_part.retention, found.saved.health
    known = {
        "antenna": slug,
        "period": found.period,
        "taking_part": vars(found.taking_part)
        | {
            "retention_share": retention.share,
            "retention_share_of_those_who_could": retention.share_of_those_who_could,
        },
        "favours": _favours(found.favours),
        "reciprocity": found.reciprocity,
        "shape": found.shape,
        "asking": found.asking,
        "referrals": found.referrals,
        "saved": vars(found.saved)
        | {
            "balanced": health.balanced,
            "reversed_share": health.reversed_share,
            "disputed_share": health.disputed_share,
        },
    }
    body: dict[str, Any] = ParticipationSchema().dump(known)
    return body


def _favours(found: Favours) -> dict[str, Any]:
    months = {f"{month:%Y-%m}": amount for month, amount in found.by_month.items()}
    return {
        "count": found.count,
        "minutes": found.minutes,
        "median_lag_days": found.median_lag,
        "recorded_share": found.recorded_share,
        "by_category": _amounts(found.by_category),
        "by_channel": _amounts(found.by_channel),
        "by_month": _amounts(months),
    }


def _amounts(found: Mapping[str, tuple[int, int]]) -> list[dict[str, Any]]:
    return [
        {"name": name, "favours": favours, "minutes": minutes} for name, (favours, minutes) in found.items()
    ]

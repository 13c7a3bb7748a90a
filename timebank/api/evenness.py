"""``/api/v1/evenness``: whether an antenna suggests and asks its people alike, in numbers without names."""

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import actor_with
from timebank.api.evenness_schemas import EvennessSchema
from timebank.api.participation_schemas import ParticipationQuery
from timebank.auth import STAFF, access
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.services.matchmaking.evenness import evenness_of
from timebank.services.measuring.participation import named_period
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint(
    "api_evenness", __name__, url_prefix="/api/v1/evenness", description="Who is suggested and asked."
)


@blp.get("")
@access(STAFF)
@blp.arguments(ParticipationQuery, location="query")
@blp.response(200, EvennessSchema)
def show(query: dict[str, Any]) -> Response:
    """Of those who could help: how many people were suggested, asked and said yes, group by group."""
    actor = actor_with("participation:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        today = local_day(now(), antenna.timezone)
        period = named_period(query["period"], today, antenna_id=antenna.id, actor=actor)
        found = evenness_of(session, antenna.id, period, actor=actor)
    groups = [
        vars(line.count) | {"kind": kind, "name": line.name, "advice": line.advice}
        for kind, lines in found.lines.items()
        for line in lines
    ]
    told = {"antenna": query["antenna"], "period": found.period, "all": found.all, "groups": groups}
    return jsonify(EvennessSchema().dump(told))

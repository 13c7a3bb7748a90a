"""``/api/v1/population``: population figures of an antenna's area, a whole sheet at a time."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once
from timebank.api.population_schemas import (
    AntennaQuery,
    KeptPopulationSchema,
    NewPopulationSchema,
    PopulationSchema,
    SheetLookSchema,
)
from timebank.auth import COORDINATOR, access
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import Actor
from timebank.services.measuring.population import (
    import_population,
    look_at_population,
    population_of,
    population_years,
)
from timebank.services.network.antennas import find_antenna
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault
from timebank.uow import reading

blp = Blueprint(
    "api_population", __name__, url_prefix="/api/v1/population", description="Population figures of an area."
)
COLUMNS = {
    "area": "area",
    "part_of": "part of",
    "language": "language",
    "age_band": "age band",
    "gender_words": "gender",
    "inhabitants": "inhabitants",
    "homes": "homes",
    "source": "source",
    "year": "year",
}
"""Field -> the header under which a sheet has it."""


@blp.get("")
@access(COORDINATOR)
@blp.arguments(AntennaQuery, location="query")
@blp.response(200, PopulationSchema)
def show(query: dict[str, Any]) -> Response:
    """Which years have figures, and what the newest says, for the antenna's coordinators."""
    actor = actor_with("population:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        years = population_years(session, antenna.id, actor=actor)
        newest = population_of(session, antenna.id, year=local_day(now(), antenna.timezone).year)
    told = [{"year": year, "figures": count} for year, count in years]
    return jsonify(PopulationSchema().dump({"antenna": antenna.slug, "years": told, "newest": newest}))


@blp.post("/check")
@access(COORDINATOR)
@blp.arguments(NewPopulationSchema)
@blp.response(200, SheetLookSchema)
def check(sent: dict[str, Any]) -> Response:
    """What would come of these figures. Nothing is kept, and no key is needed."""
    actor = actor_with("population:write")
    with reading() as session:
        antenna = find_antenna(session, sent["antenna"])
        look = look_at_population(session, antenna.id, _sheet(sent["figures"]), actor=actor, now=now())
    told = {"good": len(look.rows), "replaced": look.replaced, "faults": _faults(look.faults)}
    return jsonify(SheetLookSchema().dump(told))


@blp.post("")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(NewPopulationSchema)
@blp.response(201, KeptPopulationSchema)
def create(sent: dict[str, Any]) -> Response:
    """Keep every good figure in place of those that its year had."""
    actor = actor_with("population:write")
    return once(201, _kept, _bring_in, sent, actor=actor)


def _bring_in(session: Session, sent: dict[str, Any], *, actor: Actor) -> tuple[int, Sequence[Fault]]:
    antenna, sheet, moment = find_antenna(session, sent["antenna"]), _sheet(sent["figures"]), now()
    faults = look_at_population(session, antenna.id, sheet, actor=actor, now=moment).faults
    return import_population(session, antenna.id, sheet, actor=actor, now=moment), faults


def _kept(done: tuple[int, Sequence[Fault]]) -> dict[str, Any]:
    body: dict[str, Any] = KeptPopulationSchema().dump({"kept": done[0], "faults": _faults(done[1])})
    return body


def _sheet(figures: Iterable[dict[str, Any]]) -> Sheet:
    """The figures as a sheet, whose first row is the first figure."""
    rows = tuple(tuple(figure[name] for name in COLUMNS) for figure in figures)
    return Sheet(tuple(COLUMNS.values()), rows, first_row=1)


def _faults(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    return [{"row": each.row, "code": each.code, "detail": each.message} for each in faults]

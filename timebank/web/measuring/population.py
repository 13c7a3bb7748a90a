"""Population figures of an antenna's area: what is there, and a sheet brought in after a look at it."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.models.antenna import Antenna
from timebank.services.measuring.population import (
    PopulationLook,
    import_population,
    look_at_population,
    population_of,
    population_years,
)
from timebank.services.network.antennas import find_antenna
from timebank.sheets.directory import carry
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.imports.import_forms import fault_words
from timebank.web.referring.directory_import import SHOWN, SheetForm


@bp.route("/antennas/<slug>/population", methods=["GET", "POST"])
@access(COORDINATOR)
def population(slug: str) -> ResponseReturnValue:
    """See the figures that are there; choose a sheet; see what would come of it; bring it in."""
    form, actor = SheetForm(), current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        population_years(session, antenna.id, actor=actor)
    if request.method == "GET":
        return _page(antenna, form)
    try:
        if "checked" not in request.form:
            return _preview(antenna, form)
        sheet = form.sheet()
        made = once(form, _count, import_population, antenna.id, sheet, actor=actor, now=now())
    except TimebankError as error:
        error.params.setdefault("field", "file")
        return _page(antenna, form, show_error(form, error))
    number = made.body["count"]
    flash(ngettext("%(num)s figure is kept.", "%(num)s figures are kept.", number), "success")
    return redirect(url_for("web.population", slug=slug))


def _page(antenna: Antenna, form: SheetForm, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        found = population_of(session, antenna.id, year=local_day(now(), antenna.timezone).year)
        years = population_years(session, antenna.id, actor=current_actor())
    page = "population/show.html"
    return render_template(page, here=antenna, form=form, found=found, years=years), status


def _preview(antenna: Antenna, form: SheetForm) -> str:
    """What would come of the sheet, which travels along in the page.

    Raises:
        TimebankError: the sheet can't be read, or lacks a column.
    """
    sheet = form.sheet()
    form.carried.data = carry(sheet)
    with reading() as session:
        look: PopulationLook = look_at_population(
            session, antenna.id, sheet, actor=current_actor(), now=now()
        )
    if look.missing:
        raise InvalidInputError(
            "population_columns",
            "The sheet needs columns for the area, the inhabitants, the source and the year.",
        )
    return render_template(
        "population/preview.html", here=antenna, form=form, look=look, shown=SHOWN, fault_words=fault_words
    )


def _count(count: int) -> dict[str, Any]:
    return {"count": count}

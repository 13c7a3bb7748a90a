"""The duty roster of an antenna: read by its team, kept by its coordinators, and a sheet for the wall."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError, StaleError, TimebankError
from timebank.domain.permissions import is_coordinator, may_log_for_others
from timebank.domain.roster import WEEKS_SHOWN, monday_of
from timebank.models.antenna import Antenna
from timebank.models.desk import Duty
from timebank.services.coordinating.roster import add_duty, change_duty, remove_duty, step_in
from timebank.services.coordinating.roster_lists import find_duty, possible_people, turns_between
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.coordinating.roster_forms import DutyForm
from timebank.web.errors import show_error, text_of
from timebank.web.forms import once, read_day
from timebank.web.here import antenna_here

SHOWN = timedelta(weeks=WEEKS_SHOWN)
YEARS_AROUND = timedelta(days=3660)


@bp.get("/antennas/<slug>/roster")
@access(STAFF)
def roster(slug: str) -> str:
    """Four weeks of turns, from this week on or from the week that the address names."""
    with reading() as session:
        antenna = antenna_here(session, slug, may_log_for_others)
        return render_template(
            "roster/list.html",
            **_weeks(session, antenna),
            here=antenna,
            me=current_actor().person_id,
            coordinator=is_coordinator(current_actor(), antenna.id),
        )


@bp.get("/antennas/<slug>/roster/sheet")
@access(STAFF)
def roster_sheet(slug: str) -> str:
    """The same four weeks for the wall, with given names."""
    with reading() as session:
        antenna = antenna_here(session, slug, may_log_for_others)
        shown = _weeks(session, antenna)
        return render_template(
            "print/roster.html",
            **shown,
            antenna=on_page(antenna, g.lang),
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            screen_back=url_for("web.roster", slug=slug, start=shown["first"].isoformat()),
        )


@bp.route("/antennas/<slug>/roster/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_duty(slug: str) -> ResponseReturnValue:
    """Plan a turn, for one week or for several."""
    form, actor, status = DutyForm(), current_actor(), 200
    antenna = _to_edit(slug, form)
    if not form.is_submitted():
        form.person.data = str(actor.person_id)
    if request.method == "POST":
        try:
            details, weeks = form.details(), form.number_of_weeks()
            once(form, _first_of, add_duty, antenna.id, details, weeks=weeks, actor=actor, now=now())
            flash(_("It is in the roster."), "success")
            return redirect(_week_of(slug, details.on_day))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("roster/edit.html", form=form, here=antenna, kept=None), status


@bp.route("/antennas/<slug>/roster/<int(max=999999999999):duty_id>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_duty_page(slug: str, duty_id: int) -> ResponseReturnValue:
    """Another day, time, person or substitute; a stale save shows both versions."""
    status, theirs = 200, False
    kept = _duty(slug, duty_id)
    form = DutyForm.of(kept)
    antenna = _to_edit(slug, form, kept)
    if request.method == "POST":
        try:
            changed = _change(form, antenna, duty_id)
            return redirect(_week_of(slug, changed.on_day))
        except TimebankError as error:
            status, theirs = show_error(form, error), isinstance(error, StaleError)
            form.version.data = str(kept.version) if theirs else form.version.data
    return render_template("roster/edit.html", form=form, here=antenna, kept=kept, theirs=theirs), status


@bp.post("/antennas/<slug>/roster/<int(max=999999999999):duty_id>/<any('step-in', remove):step>")
@access(STAFF)
def duty_step(slug: str, duty_id: int, step: str) -> ResponseReturnValue:
    """Take a turn over, or take it out of the roster; where someone was faster, say so."""
    kept = _duty(slug, duty_id)
    work, said = {
        "step-in": (step_in, _("This turn is yours now.")),
        "remove": (remove_duty, _("The turn is out of the roster.")),
    }[step]
    try:
        transact(work, kept.antenna_id, duty_id, version=_version(), actor=current_actor(), now=now())
        flash(said, "success")
    except (StaleError, InvalidInputError) as error:
        flash(text_of(error), "warning")
    return redirect(_week_of(slug, kept.on_day))


def _weeks(session: Session, antenna: Antenna) -> dict[str, Any]:
    """The four weeks that the address asks for: their Mondays, each with its turns."""
    today = local_day(now(), antenna.timezone)
    first = monday_of(_start(today))
    turns = turns_between(
        session, antenna.id, first, first + SHOWN - timedelta(days=1), actor=current_actor()
    )
    mondays = [first + timedelta(weeks=week) for week in range(WEEKS_SHOWN)]
    return {
        "today": today,
        "first": first,
        "earlier": first - SHOWN,
        "later": first + SHOWN,
        "weeks": [
            (monday, [each for each in turns if monday_of(each.on_day) == monday]) for monday in mondays
        ],
    }


def _start(today: date) -> date:
    """The day that the address names; today where it names none that a roster can have."""
    try:
        named = read_day(request.args.get("start", ""), "start")
    except InvalidInputError:
        return today
    return named if abs(named - today) < YEARS_AROUND else today


def _duty(slug: str, duty_id: int) -> Duty:
    with reading() as session:
        return find_duty(session, antenna_here(session, slug, may_log_for_others).id, duty_id)


def _to_edit(slug: str, form: DutyForm, kept: Duty | None = None) -> Antenna:
    """The antenna, for its coordinators, once the form knows whose turn it can be, or was until now."""
    with reading() as session:
        antenna = antenna_here(session, slug)
        people = possible_people(session, antenna.id, local_day(now(), antenna.timezone))
    before = [] if kept is None else [each for each in (kept.person, kept.substitute) if each is not None]
    form.fill_choices({each.id: each.name for each in before} | dict(people))
    return antenna


def _change(form: DutyForm, antenna: Antenna, duty_id: int) -> Duty:
    return transact(
        change_duty,
        antenna.id,
        duty_id,
        form.details(),
        version=_version(),
        actor=current_actor(),
        now=now(),
    )


def _version() -> int:
    return number_in(request.form.get("version")) or 0


def _week_of(slug: str, day: date) -> str:
    return url_for("web.roster", slug=slug, start=day.isoformat())


def _first_of(made: Sequence[Duty]) -> dict[str, int]:
    return {"id": made[0].id}

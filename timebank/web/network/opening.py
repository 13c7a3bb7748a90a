"""Opening an antenna: the operator's page for a new one, its list of steps, and the day it goes live."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from timebank.auth import OPERATOR, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.errors import NotFoundError, TimebankError
from timebank.domain.opening import ONLY_FOUND, Step
from timebank.domain.permissions import is_coordinator, is_operator
from timebank.models.antenna import Antenna
from timebank.services.network.antennas import find_antenna
from timebank.services.network.opening import (
    NOTE_MAX,
    StepView,
    go_live,
    opening_steps,
    prepare_antenna,
    tick_step,
    untick_step,
)
from timebank.services.network.practice import begin_practice, end_practice, practice_asks
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once
from timebank.web.network.antenna_form import AntennaForm
from timebank.web.network.opening_words import STEP_WORDS, practice_words, step_link


class NewAntennaForm(AntennaForm):
    """A new antenna: what stands on its pages, its short name in addresses, and its partner."""

    slug = StringField(
        _l("Short name, for addresses and member numbers"), [DataRequired(_l("Write down a name."))]
    )
    partner = StringField(_l("The partner that supports it, if there is one"), [Length(max=120)])


class StepForm(TimebankForm):
    """A word on how a step was done."""

    note = StringField(_l("How was it done?"), [Length(max=NOTE_MAX)])


@bp.route("/antennas/new", methods=["GET", "POST"])
@access(OPERATOR)
def new_antenna() -> ResponseReturnValue:
    """Open an antenna that stays among its team until it goes live."""
    form, actor, status = NewAntennaForm(), current_actor(), 200
    if form.validate_on_submit():
        slug, details, partner = (form.slug.data or "").strip(), form.details(()), form.partner.data or ""
        try:
            once(form, _made, prepare_antenna, slug, details, partner, actor=actor, now=now())
            return redirect(url_for("web.opening", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template("opening/new.html", form=form), shown


@bp.get("/antennas/<slug>/opening")
@access(STAFF)
def opening(slug: str) -> str:
    """The list: each step with why, where it is done, and whether it is."""
    with reading() as session:
        antenna, steps = _steps(session, slug)
        practising = bool(practice_asks(session, antenna.id))
    actor = current_actor()
    coordinator = is_coordinator(actor, antenna.id)
    return render_template(
        "opening/list.html",
        here=antenna,
        steps=steps,
        words=STEP_WORDS,
        links={each.step: step_link(each.step, antenna, coordinator=coordinator) for each in steps},
        open_steps=_left(steps),
        coordinator=coordinator,
        operator=is_operator(actor),
        practising=practising,
    )


@bp.route("/antennas/<slug>/opening/<step>", methods=["GET", "POST"])
@access(STAFF)
def opening_step(slug: str, step: str) -> ResponseReturnValue:
    """Say in a word that a step is done, or take it back."""
    form, status = StepForm(), 200
    with reading() as session:
        antenna, steps = _steps(session, slug)
    view = next((each for each in steps if each.step == step and each.step not in ONLY_FOUND), None)
    if view is None:
        raise NotFoundError
    if request.method == "GET":
        form.note.data = view.note
    elif form.validate():
        try:
            _say(antenna, view.step, form.note.data or "")
            return redirect(url_for("web.opening", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template(
        "opening/step.html", here=antenna, view=view, words=STEP_WORDS[view.step], form=form
    ), shown


@bp.route("/antennas/<slug>/opening/live", methods=["GET", "POST"])
@access(STAFF)
def opening_live(slug: str) -> ResponseReturnValue:
    """What changes when the antenna goes live, to be checked, and then it does."""
    form, status = TimebankForm(), 200
    with reading() as session:
        antenna, steps = _steps(session, slug)
        areas = [area.name for area in antenna.areas]
    if form.validate_on_submit():
        try:
            transact(go_live, antenna.id, actor=current_actor(), now=now())
            flash(_("%(name)s is open.", name=antenna.name), "success")
            return redirect(url_for("web.antenna_page", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template(
        "opening/live.html",
        here=antenna,
        areas=areas,
        steps=steps,
        words=STEP_WORDS,
        open_steps=_left(steps),
        form=form,
    ), status


@bp.post("/antennas/<slug>/opening/practice/<any(begin, end):what>")
@access(STAFF)
def opening_practice(slug: str, what: str) -> ResponseReturnValue:
    """Put invented asks on the desk to practise on, or take them away again."""
    with reading() as session:
        antenna = find_antenna(session, slug)
    g.antenna_id, actor = antenna.id, current_actor()
    if what == "begin":
        transact(begin_practice, antenna.id, practice_words(), actor=actor, now=now())
        flash(_("Three invented asks stand on the desk."), "success")
        return redirect(url_for("web.asks_desk", slug=slug))
    transact(end_practice, antenna.id, actor=actor, now=now())
    flash(_("The invented asks are gone."), "success")
    return redirect(url_for("web.opening", slug=slug))


def _steps(session: Session, slug: str) -> tuple[Antenna, tuple[StepView, ...]]:
    antenna = find_antenna(session, slug)
    g.antenna_id = antenna.id
    return antenna, opening_steps(session, antenna, actor=current_actor(), now=now())


def _say(antenna: Antenna, step: Step, note: str) -> None:
    if "again" in request.form:
        transact(untick_step, antenna.id, step, actor=current_actor(), now=now())
    else:
        transact(tick_step, antenna.id, step, note, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")


def _left(steps: tuple[StepView, ...]) -> list[str]:
    """The names of the steps without which the antenna can't open, as far as they stand open."""
    return [str(STEP_WORDS[each.step].name) for each in steps if each.required and not each.done]


def _made(antenna: Antenna) -> dict[str, str]:
    return {"slug": antenna.slug}

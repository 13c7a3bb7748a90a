"""Boundaries: what neighbours here don't do, to read, switch and add to, and on a card for helpers."""

from typing import Any, ClassVar

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import NotFoundError, TimebankError
from timebank.domain.permissions import belongs
from timebank.services.asking.boundaries import (
    BoundaryView,
    add_boundary,
    boundary_changes,
    boundary_list,
    change_boundary,
    switch_boundary,
)
from timebank.services.network.antennas import find_antenna
from timebank.services.network.rules import rules_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.boundary_words import boundary_name
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once

CHANGE_WORDS = {
    "boundary_on": _l("put on the list"),
    "boundary_off": _l("taken off the list"),
    "add_boundary": _l("added"),
    "change_boundary": _l("changed"),
}


class BoundaryForm(TimebankForm):
    """A boundary of the antenna's own: its name and its words, a line each, in three languages."""

    version = HiddenField()
    name_nl = StringField(_l("Its name in Dutch"))
    words_nl = TextAreaField(_l("Words in Dutch, one on each line"))
    name_fr = StringField(_l("Its name in French"))
    words_fr = TextAreaField(_l("Words in French, one on each line"))
    name_en = StringField(_l("Its name in English"))
    words_en = TextAreaField(_l("Words in English, one on each line"))

    error_fields: ClassVar[dict[str, str]] = {"name": "name_nl", "words": "words_nl"}

    def told(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """(names, words) by language."""
        names = {code: getattr(self, f"name_{code}").data or "" for code in LANGUAGES}
        words = {code: (getattr(self, f"words_{code}").data or "").splitlines() for code in LANGUAGES}
        return names, words

    @staticmethod
    def told_of(kept: BoundaryView) -> dict[str, Any]:
        """The form's answers as they are now."""
        names = {f"name_{code}": kept.names.get(code, "") for code in LANGUAGES}
        words = {f"words_{code}": "\n".join(kept.words.get(code, ())) for code in LANGUAGES}
        return names | words | {"version": str(kept.version)}


@bp.get("/antennas/<slug>/boundaries")
@access(COORDINATOR)
def boundaries(slug: str) -> str:
    """The list with what is off, how often is too often, and who changed what."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        changes = boundary_changes(session, antenna.id, actor=current_actor())
        views = boundary_list(session, antenna.id)
        return render_template(
            "boundaries/list.html",
            here=antenna,
            views=views,
            names={view.code: boundary_name(view) for view in views},
            per_week=rules_of(session, antenna.id).boundary_per_week,
            changes=changes,
            change_words=CHANGE_WORDS,
        )


@bp.post("/antennas/<slug>/boundaries/<code>/<any(on, off):switch>")
@access(COORDINATOR)
def boundary_switch(slug: str, code: str, switch: str) -> ResponseReturnValue:
    """Put it on the list, or take it off."""
    with reading() as session:
        antenna_id = find_antenna(session, slug).id
    actor = current_actor()
    transact(switch_boundary, antenna_id, code, active=switch == "on", actor=actor, now=now())
    flash(_("It is changed."), "success")
    return redirect(url_for("web.boundaries", slug=slug))


@bp.route("/antennas/<slug>/boundaries/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_boundary(slug: str) -> ResponseReturnValue:
    """Add a boundary of the antenna's own."""
    form, actor, status = BoundaryForm(), current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        boundary_changes(session, antenna.id, actor=actor)
    if request.method == "POST":
        try:
            once(form, _code, add_boundary, antenna.id, *form.told(), actor=actor, now=now())
            return redirect(url_for("web.boundaries", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("boundaries/edit.html", form=form, here=antenna, kept=None), status


@bp.route("/antennas/<slug>/boundaries/<code>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_boundary_page(slug: str, code: str) -> ResponseReturnValue:
    """Give one of the antenna's own other names or words."""
    actor, status = current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        boundary_changes(session, antenna.id, actor=actor)
        views = boundary_list(session, antenna.id)
    kept = next((view for view in views if view.code == code and view.names), None)
    if kept is None:
        raise NotFoundError
    form = BoundaryForm(data=BoundaryForm.told_of(kept))
    if request.method == "POST":
        version = number_in(form.version.data) or 0
        try:
            transact(change_boundary, antenna.id, code, *form.told(), version=version, actor=actor, now=now())
            return redirect(url_for("web.boundaries", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
            form.version.data = str(kept.version)
    return render_template("boundaries/edit.html", form=form, here=antenna, kept=kept), status


@bp.get("/antennas/<slug>/boundaries/card")
@access(SIGNED_IN)
def boundary_card(slug: str) -> str:
    """A card for helpers, to print: what neighbours don't do, and what to say then."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        if not belongs(current_actor(), antenna.id):
            raise NotFoundError
        return render_template(
            "print/boundaries.html",
            names=[boundary_name(view) for view in boundary_list(session, antenna.id) if view.active],
            per_week=rules_of(session, antenna.id).boundary_per_week,
            antenna=on_page(antenna, g.lang),
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            today=local_day(now(), antenna.timezone),
            screen_back=url_for("web.antenna_page", slug=slug),
        )


def _code(made: Any) -> dict[str, str]:
    return {"code": made.code}

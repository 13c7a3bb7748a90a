"""An antenna's page for everybody, and its rules and team for its own people."""

from datetime import timedelta

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired

from timebank.auth import PUBLIC, STAFF, access, actor_or_none, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import (
    Role,
    is_coordinator,
    is_operator,
    is_treasurer,
    may_see_books,
    require,
)
from timebank.domain.rules import RULE_NAMES, format_rule
from timebank.services.antennas import NewMandate, change_antenna, end_mandate, find_antenna, give_mandate
from timebank.services.member_lists import list_members, team_of
from timebank.services.rules import decide_rule, decisions_of, rules_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.antenna_form import AntennaForm
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.rule_words import RULE_WORDS


class RuleForm(TimebankForm):
    """A decision about one rule."""

    rule = SelectField(_l("Which rule?"), choices=[(name, RULE_WORDS[name]) for name in RULE_NAMES])
    value = StringField(_l("The new value"), [DataRequired(_l("Write down the new value."))])
    decided_by = StringField(
        _l("Who took this decision?"), description=_l("For example: the board, 23 November 2026")
    )


class MandateForm(TimebankForm):
    """A role for a member."""

    person = SelectField(_l("Who?"), coerce=str)
    role = RadioField(
        _l("As what?"),
        choices=[
            ("antenna_person", _l("Antenna person: writes things down for others")),
            ("coordinator", _l("Coordinator")),
            ("treasurer", _l("Treasurer")),
        ],
        default="antenna_person",
    )


@bp.get("/antennas/<slug>")
@access(PUBLIC)
def antenna_page(slug: str) -> str:
    """Name, phone, hours, how to join; for its own people also rules and team."""
    actor = actor_or_none()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        staff = actor is not None and (
            is_coordinator(actor, antenna.id) or is_treasurer(actor, antenna.id) or is_operator(actor)
        )
        importer = actor is not None and may_see_books(actor, antenna.id)
        return render_template(
            "antennas/show.html",
            here=antenna,
            staff=staff,
            importer=importer,
            coordinator=actor is not None and is_coordinator(actor, antenna.id),
            changer=actor is not None and (is_coordinator(actor, antenna.id) or is_operator(actor)),
        )


@bp.route("/antennas/<slug>/rules", methods=["GET", "POST"])
@access(STAFF)
def rules(slug: str) -> ResponseReturnValue:
    """The rules in force, every decision about them, and a new one."""
    actor, form, status = current_actor(), RuleForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        allowed = is_coordinator(actor, antenna.id) or is_treasurer(actor, antenna.id) or is_operator(actor)
        require(allowed, actor, antenna.id)
        g.antenna_id = antenna.id
        found = rules_of(session, antenna.id)
        decisions = decisions_of(session, antenna.id)
    if form.validate_on_submit():
        words = {"value": form.value.data, "decided_by": form.decided_by.data or ""}
        day = local_day(now(), antenna.timezone)
        try:
            transact(decide_rule, antenna.id, form.rule.data, words["value"], decided_on=day,
                     decided_by=words["decided_by"], actor=actor, now=now())  # fmt: skip
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("The decision is logged and holds from now on."), "success")
            return redirect(url_for("web.rules", slug=slug))
    rows = [(RULE_WORDS[name], format_rule(getattr(found, name))) for name in RULE_NAMES]
    shown = 422 if form.errors and status == 200 else status
    return render_template(
        "antennas/rules.html", here=antenna, rows=rows, decisions=decisions, form=form, rule_words=RULE_WORDS
    ), shown


@bp.route("/antennas/<slug>/change", methods=["GET", "POST"])
@access(STAFF)
def change_antenna_page(slug: str) -> ResponseReturnValue:
    """Name, phone, hours and area, as they stand on every page and print."""
    actor, status = current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id) or is_operator(actor), actor, antenna.id)
        g.antenna_id = antenna.id
        form = AntennaForm(data=AntennaForm.told_of(antenna))
    if form.validate_on_submit():
        try:
            version = int(form.version.data) if (form.version.data or "").isdigit() else 0
            transact(
                change_antenna,
                antenna.id,
                form.details(antenna.languages),
                version=version,
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.antenna_page", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    return render_template("antennas/change.html", here=antenna, form=form), shown


@bp.post("/antennas/<slug>/team/<int:mandate_id>/end")
@access(STAFF)
def end_role(slug: str, mandate_id: int) -> ResponseReturnValue:
    """A role ends now; its rights are gone with it."""
    with reading() as session:
        antenna = find_antenna(session, slug)
    yesterday = local_day(now(), antenna.timezone) - timedelta(days=1)
    transact(end_mandate, mandate_id, on=yesterday, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.team", slug=slug))


@bp.route("/antennas/<slug>/team", methods=["GET", "POST"])
@access(STAFF)
def team(slug: str) -> ResponseReturnValue:
    """Who holds which role until when, and a new mandate for a year."""
    actor, form, status = current_actor(), MandateForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
        g.antenna_id = antenna.id
        today = local_day(now(), antenna.timezone)
        holders = team_of(session, antenna.id, today)
        people = list_members(session, antenna.id, actor=actor)
        form.person.choices = [(str(m.person_id), m.person.name) for m in people]
    if form.validate_on_submit():
        last = today + timedelta(days=365)
        new = NewMandate(int(form.person.data), Role(form.role.data), today, last, antenna.id)
        try:
            transact(give_mandate, new, actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return redirect(url_for("web.team", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    return render_template("antennas/team.html", here=antenna, holders=holders, form=form), shown

"""The page on which a membership rests, moves or ends."""

from datetime import date, datetime
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import Actor
from timebank.domain.states import MemberState
from timebank.models.member import Member
from timebank.services.antennas import list_antennas
from timebank.services.households import share_account
from timebank.services.member_endings import (
    leave_member,
    move_member,
    pause_member,
    record_death,
    resume_member,
)
from timebank.services.member_lists import list_members
from timebank.services.members import find_member
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.member_forms import EndingForm


class HouseholdForm(TimebankForm):
    """With whom an account is shared."""

    other = SelectField(_l("With whom?"), coerce=str)


@bp.route("/members/<uuid:uid>/household", methods=["GET", "POST"])
@access(COORDINATOR)
def household(uid: UUID) -> ResponseReturnValue:
    """Two members of one household share an account from now on."""
    actor, form, status = current_actor(), HouseholdForm(), 200
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        others = list_members(session, kept.antenna_id, actor=actor)
        form.other.choices = [
            (str(m.uid), f"{m.person.name} ({m.number})") for m in others if m.id != kept.id
        ]
    if form.validate_on_submit():
        try:
            transact(share_account, uid, UUID(form.other.data), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.member", uid=uid))
    shown = 422 if form.errors and status == 200 else status
    return render_template("members/household.html", form=form, kept=kept), shown


@bp.route("/members/<uuid:uid>/ending", methods=["GET", "POST"])
@access(COORDINATOR)
def ending(uid: UUID) -> ResponseReturnValue:
    """A break, a move, a goodbye."""
    actor, form, status = current_actor(), EndingForm(), 200
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        _fill_choices(session, form, kept, actor)
    if form.validate_on_submit():
        try:
            _carry_out(form, uid, actor)
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.member", uid=uid))
    shown = 422 if form.errors and status == 200 else status
    return render_template("members/ending.html", form=form, kept=kept), shown


def _fill_choices(session: Session, form: EndingForm, kept: Member, actor: Actor) -> None:
    rest = ("resume", _("Back from a break")) if kept.state is MemberState.PAUSED else ("pause", _("A break"))
    form.step.choices = [
        rest,
        ("move", _("A move to another antenna")),
        ("leave", _("Leaves")),
        ("die", _("Has died")),
    ]
    others = [m for m in list_members(session, kept.antenna_id, actor=actor) if m.id != kept.id]
    antennas = [a for a in list_antennas(session) if a.id != kept.antenna_id]
    form.antenna.choices = [("", _("Choose an antenna"))] + [(str(a.id), a.name) for a in antennas]
    form.hours_to.choices = [("", _("The pot"))] + [(str(m.uid), m.person.name) for m in others]


def _carry_out(form: EndingForm, uid: UUID, actor: Actor) -> None:
    step, moment = form.step.data, now()
    heir = UUID(form.hours_to.data) if form.hours_to.data else None
    if step == "pause":
        transact(pause_member, uid, actor=actor, now=moment)
    elif step == "resume":
        transact(resume_member, uid, actor=actor, now=moment)
    elif step == "leave":
        transact(leave_member, uid, hours_to=heir, actor=actor, now=moment)
    elif step == "die":
        day = read_day(form.day.data or "")
        transact(record_death, uid, died_on=day, hours_to=heir, actor=actor, now=moment)
    else:
        if not (form.antenna.data or "").isdigit():
            raise InvalidInputError("antenna_missing", "Choose an antenna.", field="antenna")
        target = int(form.antenna.data)
        transact(move_member, uid, target, with_hours=form.with_hours.data, actor=actor, now=moment)


def read_day(text: str) -> date:
    """A day written as day/month/year.

    Raises:
        InvalidInputError: code ``day_not_understood``.
    """
    for pattern in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise InvalidInputError("day_not_understood", "Write the day like 23/11/2026.", field="day")

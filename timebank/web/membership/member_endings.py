"""The pages on which a membership rests, moves or ends: told, checked, and only then done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.validators import AnyOf

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day, network_day
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import Actor
from timebank.domain.states import MemberState
from timebank.models.favour import Favour
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.membership.hours_wishes import standing_wish
from timebank.services.membership.member_endings import (
    leave_member,
    move_member,
    pause_member,
    record_death,
    resume_member,
)
from timebank.services.membership.member_lists import list_members, member_page, open_favours
from timebank.services.membership.member_roles import RoleThatEnds, roles_that_end
from timebank.services.network.antennas import list_antennas
from timebank.services.network.rules import rules_of
from timebank.services.promising.promise_lists import untold_promises
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once, read_day
from timebank.web.membership.hours_wishes import wish_place

STEPS = {
    "pause": _l("A break"),
    "resume": _l("Back from a break"),
    "move": _l("A move to another antenna"),
    "leave": _l("Leaves"),
    "die": _l("Has died"),
}
"""What can happen, in words. A second tap finds its step here though the page wouldn't offer it any more."""


class EndingForm(TimebankForm):
    """Pausing, moving, leaving, dying."""

    step = RadioField(_l("What happens?"), [AnyOf(STEPS, _l("Choose one of these."))], validate_choice=False)
    antenna = SelectField(_l("To which antenna?"), validate_choice=False)
    with_hours = BooleanField(_l("The hours come along"), default=True)
    hours_to = SelectField(_l("Who receives the hours that are left?"), validate_choice=False)
    day = StringField(_l("On which day? (day/month/year)"))


@dataclass(frozen=True)
class Leaver:
    """Whom it is about: what is on the account, who shares it, what waits for an answer, what nobody has
    told yet, and their wish.

    ``days`` is how long hours wait when someone leaves without a wish; ``roles`` end when they leave or die.
    """

    member: Member
    balance_minutes: int
    sharing: tuple[Member, ...]
    waiting: tuple[Favour, ...]
    untold: tuple[Proposal, ...]
    wish_place: str
    wished_on: date | None
    days: int
    roles: tuple[RoleThatEnds, ...]


@dataclass(frozen=True)
class Ending:
    """What was told: the service that does it, with what it needs, and the words to check."""

    step: str
    work: Callable[..., Member]
    needs: dict[str, Any] = field(default_factory=dict)
    words: str = ""
    place: str = ""
    heir: str = ""
    day: date | None = None


@bp.route("/members/<uuid:uid>/ending", methods=["GET", "POST"])
@access(COORDINATOR)
def ending(uid: UUID) -> ResponseReturnValue:
    """A break, a move, a goodbye: first said, then checked, then written down."""
    actor, form = current_actor(), EndingForm()
    with reading() as session:
        leaver = _leaver(session, uid, actor)
        _fill_choices(session, form, leaver.member, actor)
    if request.method == "GET" or "change" in request.form or not form.validate():
        return _form(form, leaver, 422 if form.errors else 200)
    try:
        told = _told(form, leaver.member)
        if "checked" not in request.form:
            kept = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
            return render_template("members/ending_check.html", told=told, leaver=leaver, kept=kept)
        once(form, lambda _done: {}, told.work, uid, **told.needs, actor=actor, now=now())
    except TimebankError as error:
        return _form(form, leaver, show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.condolence_page" if told.step == "die" else "web.member", uid=uid))


def _form(form: EndingForm, leaver: Leaver, status: int) -> ResponseReturnValue:
    return render_template("members/ending.html", form=form, kept=leaver.member), status


def _leaver(session: Session, uid: UUID, actor: Actor) -> Leaver:
    page = member_page(session, uid, actor=actor, today=network_day(now()))
    wish = standing_wish(session, page.member)
    return Leaver(
        page.member,
        page.balance_minutes,
        page.sharing,
        waiting=tuple(open_favours(session, page.member)),
        untold=tuple(untold_promises(session, page.member, local_day(now(), page.member.antenna.timezone))),
        wish_place=wish_place(wish, staff=True),
        wished_on=None if wish is None else wish.written_on,
        days=rules_of(session, page.member.antenna_id).leaver_days,
        roles=roles_that_end(session, page.member, now=now()),
    )


def _fill_choices(session: Session, form: EndingForm, kept: Member, actor: Actor) -> None:
    rest = "resume" if kept.state is MemberState.PAUSED else "pause"
    form.step.choices = [(step, STEPS[step]) for step in (rest, "move", "leave", "die")]
    others = [m for m in list_members(session, kept.antenna_id, actor=actor) if m.id != kept.id]
    present = [m for m in others if m.state is not MemberState.APPLIED]
    antennas = [a for a in list_antennas(session) if a.id != kept.antenna_id]
    form.antenna.choices = [("", _("Choose an antenna"))] + [(str(a.id), a.name) for a in antennas]
    form.hours_to.choices = [("", _("As they wrote it down, else the pot"))] + [
        (str(m.uid), m.label) for m in present
    ]


def _told(form: EndingForm, member: Member) -> Ending:
    """What happens, from the answers.

    Raises:
        InvalidInputError: an antenna, day or person is missing or can't be.
    """
    step = str(form.step.data)
    words = str(STEPS[step])
    if step in ("pause", "resume"):
        return Ending(step, pause_member if step == "pause" else resume_member, words=words)
    if step == "move":
        place = dict(form.antenna.choices).get(form.antenna.data or "", "")
        if not form.antenna.data or not place:
            raise InvalidInputError("antenna_missing", "Choose an antenna.", field="antenna")
        needs: dict[str, Any] = {
            "to_antenna_id": int(form.antenna.data),
            "with_hours": bool(form.with_hours.data),
        }
        return Ending(step, move_member, needs, words, place=place)
    heir = dict(form.hours_to.choices).get(form.hours_to.data or "", "")
    if not heir:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="hours_to")
    needs = {"hours_to": UUID(form.hours_to.data) if form.hours_to.data else None}
    if step == "leave":
        return Ending(step, leave_member, needs, words, heir=str(heir))
    day = read_day(form.day.data or "", "day")
    if day > local_day(now(), member.antenna.timezone):
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="day"
        )
    return Ending(step, record_death, needs | {"died_on": day}, words, heir=str(heir), day=day)

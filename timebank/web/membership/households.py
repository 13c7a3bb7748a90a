"""The pages on which two people at home come to share one account, and part again."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, Optional
from wtforms.widgets import HiddenInput

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.quarters import parse_minutes
from timebank.models.member import Member
from timebank.services.books.bookkeeping import balance_minutes
from timebank.services.membership.households import others_on_account, part_account, share_account
from timebank.services.membership.member_lists import list_members
from timebank.services.membership.members import find_member
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once


class HouseholdForm(TimebankForm):
    """With whom an account is shared."""

    other = SelectField(_l("With whom?"), coerce=str)


class PartForm(TimebankForm):
    """How what stands on a shared account is divided. ``balance`` is what stood there when it was read."""

    share = RadioField(
        _l("How much of it?"),
        [AnyOf(("half", "all", "none", "other"), _l("Choose one of these."))],
        choices=[
            ("half", _l("Half")),
            ("all", _l("All of it")),
            ("none", _l("Nothing")),
            ("other", _l("Another time, written below")),
        ],
        validate_choice=False,
    )
    time = StringField(_l("How much?"), [Optional()])
    decision = TextAreaField(_l("Who agreed on this, and when?"))
    balance = IntegerField(validators=[Optional()], widget=HiddenInput())

    error_fields: ClassVar[dict[str, str]] = {"time_said": "time"}

    def minutes(self) -> int:
        """The first one's part of what stood there, in minutes; below 0 where that is.

        Raises:
            InvalidInputError: another time that can't be understood.
        """
        balance = self.balance.data or 0
        if self.share.data == "other":
            said = parse_minutes(self.time.data or "")
            return said if balance >= 0 else -said
        return {"half": int(balance / 2), "all": balance}.get(str(self.share.data), 0)


@dataclass(frozen=True)
class Pair:
    """Two who share an account, and what stands on it; ``other`` is None where nobody does any more."""

    member: Member
    other: Member | None
    balance_minutes: int


@bp.route("/members/<uuid:uid>/household", methods=["GET", "POST"])
@access(COORDINATOR)
def household(uid: UUID) -> ResponseReturnValue:
    """Two members of one household share an account from now on."""
    actor, form, status = current_actor(), HouseholdForm(), 200
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        others = list_members(session, kept.antenna_id, actor=actor)
        form.other.choices = [(str(m.uid), m.label) for m in others if m.id != kept.id]
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


@bp.route("/members/<uuid:uid>/household/part", methods=["GET", "POST"])
@access(COORDINATOR)
def part_household(uid: UUID) -> ResponseReturnValue:
    """Two who shared an account part: said who gets what, checked, and only then done."""
    actor, form = current_actor(), PartForm()
    with reading() as session:
        pair = _pair(session, uid, actor)
    if request.method == "GET" or "change" in request.form or not form.validate():
        return _part_form(form, pair, 422 if form.errors else 200)
    try:
        minutes = form.minutes()
        if "checked" not in request.form:
            return _part_check(form, pair, minutes)
        decision, there = form.decision.data or "", form.balance.data or 0
        work = partial(part_account, minutes=minutes, decision=decision, balance=there)
        once(form, lambda _made: {}, work, uid=uid, actor=actor, now=now())
    except TimebankError as error:
        return _part_form(form, pair, show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.member", uid=uid))


def _pair(session: Session, uid: UUID, actor: Actor) -> Pair:
    """The two; after they parted a second tap still finds this member, alone."""
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    others = others_on_account(session, member)
    return Pair(member, others[0] if others else None, balance_minutes(session, member.account_id))


def _part_form(form: PartForm, pair: Pair, status: int) -> ResponseReturnValue:
    if pair.other is None:
        raise InvalidInputError("not_shared", "This member shares no account with anyone.")
    form.balance.data = pair.balance_minutes
    return render_template("members/part.html", form=form, pair=pair), status


def _part_check(form: PartForm, pair: Pair, minutes: int) -> ResponseReturnValue:
    if not (form.decision.data or "").strip():
        raise InvalidInputError(
            "decision_missing", "Write down who agreed on how the hours are divided.", field="decision"
        )
    there = pair.balance_minutes
    if pair.other is None or not min(there, 0) <= minutes <= max(there, 0):
        raise InvalidInputError(
            "share_out_of_range", "Nobody can get more than what stands on the account.", field="time"
        )
    kept = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    return render_template("members/part_check.html", form=form, pair=pair, minutes=minutes, kept=kept)

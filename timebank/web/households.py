"""The page on which two people at home come to share one account."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import SelectField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.services.households import share_account
from timebank.services.member_lists import list_members
from timebank.services.members import find_member
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm


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

"""The page on which a coordinator writes down which two members aren't proposed to one another."""

from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.services.matchmaking.apart import apart_from, end_apart, keep_apart
from timebank.services.membership.member_lists import list_members
from timebank.services.membership.members import find_member
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm


class ApartForm(TimebankForm):
    """From whom."""

    other = RadioField(_l("From whom?"), validate_choice=False)

    def other_uid(self) -> UUID:
        """Who was chosen; nobody's where it is none."""
        try:
            return UUID(self.other.data or "")
        except ValueError:
            return UUID(int=0)


@bp.route("/members/<uuid:uid>/apart", methods=["GET", "POST"])
@access(COORDINATOR)
def apart(uid: UUID) -> ResponseReturnValue:
    """Who is kept apart from this member, and one more."""
    form, status = ApartForm(), 200
    if request.method == "POST":
        try:
            transact(keep_apart, uid, form.other_uid(), actor=current_actor(), now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.apart", uid=uid))
    return _show(uid, form), status


@bp.post("/members/<uuid:uid>/apart/<uuid:other>/end")
@access(COORDINATOR)
def stop_apart(uid: UUID, other: UUID) -> ResponseReturnValue:
    """These two may be proposed to one another again."""
    transact(end_apart, uid, other, actor=current_actor(), now=now())
    flash(_("It is taken off."), "success")
    return redirect(url_for("web.apart", uid=uid))


def _show(uid: UUID, form: ApartForm) -> str:
    actor = current_actor()
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        others = apart_from(session, uid, actor=actor)
        g.antenna_id = kept.antenna_id
        known = {each.id for each in others} | {kept.id} | actor.member_ids
        free = [m for m in list_members(session, kept.antenna_id, actor=actor) if m.id not in known]
        form.other.choices = [(str(m.uid), m.label) for m in free]
        return render_template("members/apart.html", form=form, kept=kept, others=others)

"""Who may act for a member, how that ends, and what to do when a card or a tablet is lost."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.services.membership.helpers import agree_on_helper, end_helper, shut_every_way_in
from timebank.services.membership.member_lists import list_members
from timebank.services.membership.members import find_member
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.membership.member_forms import HelperForm


@bp.route("/members/<uuid:uid>/helper", methods=["GET", "POST"])
@access(COORDINATOR)
def helper(uid: UUID) -> ResponseReturnValue:
    """Write down who may act for a member, with their consent."""
    actor, form, status = current_actor(), HelperForm(), 200
    with reading() as session:
        helped = find_member(session, uid, actor=actor)
        others = [m for m in list_members(session, helped.antenna_id, actor=actor) if m.id != helped.id]
    nobody = ("", _("Someone who is no member"))
    form.helper.choices = [nobody] + [(str(m.person_id), m.label) for m in others]
    if form.validate_on_submit():
        try:
            new = form.consent(local_day(now(), helped.antenna.timezone), helped.person.language)
            transact(agree_on_helper, uid, new, actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.member", uid=uid))
    shown = 422 if form.errors and status == 200 else status
    return render_template("members/helper.html", form=form, helped=helped), shown


@bp.post("/helpers/<uuid:uid>/end")
@access(SIGNED_IN)
def stop_helper(uid: UUID) -> ResponseReturnValue:
    """From now on this person doesn't act for the member any more."""
    ended = transact(end_helper, uid, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    if ended.person_id == current_actor().person_id:
        return redirect(url_for("web.home"))
    return redirect(url_for("web.member", uid=ended.member.uid))


@bp.post("/members/<uuid:uid>/lost")
@access(COORDINATOR)
def lost(uid: UUID) -> ResponseReturnValue:
    """A card, phone or tablet is lost: nothing on it opens anything any more."""
    transact(shut_every_way_in, uid, actor=current_actor(), now=now())
    flash(
        _("The card no longer works, and they are signed out everywhere. Print a new card when you like."),
        "success",
    )
    return redirect(url_for("web.member", uid=uid))

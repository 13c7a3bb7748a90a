"""Where I am signed in, a card for a member, and the centre's tablet."""

from uuid import UUID

from flask import current_app, flash, g, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _, lazy_gettext as _l
from flask_login import logout_user
from wtforms import PasswordField
from wtforms.validators import DataRequired

from timebank.auth import COORDINATOR, PUBLIC, SIGNED_IN, STAFF, access, actor_or_none, current_actor
from timebank.clock import now
from timebank.documents.qr import qr_image
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import is_coordinator, require
from timebank.models.login import SignedInBy
from timebank.services.membership.members import find_member
from timebank.services.signing_in.cards import print_card
from timebank.services.signing_in.passwords import set_password
from timebank.services.signing_in.sessions import (
    end_all_sessions,
    end_session,
    end_this_session,
    list_sessions,
    touch_session,
)
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.signing_in.proving import proven
from timebank.web.signing_in.sign_in import let_in


class PasswordForm(TimebankForm):
    """A new password."""

    password = PasswordField(
        _l("Your new password"),
        [DataRequired(_l("Type a password."))],
        description=_l("At least 15 characters. A short sentence is good."),
    )


@bp.get("/sessions")
@access(SIGNED_IN)
def sessions() -> str:
    """Every browser in which I am signed in."""
    actor = current_actor()
    with reading() as session:
        return render_template("sessions/list.html", rows=list_sessions(session, actor=actor, now=now()))


@bp.post("/sessions/<uuid:uid>/end")
@access(SIGNED_IN)
def end_one(uid: UUID) -> ResponseReturnValue:
    """Sign out of one of them."""
    transact(end_session, uid, actor=current_actor(), now=now())
    return redirect(url_for("web.sessions"))


@bp.post("/sessions/end-all")
@access(SIGNED_IN)
def end_all() -> ResponseReturnValue:
    """Sign out everywhere."""
    actor = current_actor()
    transact(end_all_sessions, actor.person_id, actor=actor, now=now())
    logout_user()
    return redirect(url_for("web.sign_in"))


@bp.post("/sessions/stay")
@access(SIGNED_IN)
def stay() -> ResponseReturnValue:
    """Yes, I am still here (on the tablet)."""
    actor = current_actor()
    if actor.session_id is not None:
        transact(touch_session, actor.session_id, now=now())
    return "", 204


@bp.get("/sessions/over")
@access(PUBLIC)
def tablet_over() -> ResponseReturnValue:
    """The tablet is ready for the next person; a session of another kind is left alone."""
    actor = actor_or_none()
    found = g.get("session_found")
    if found is not None and actor is not None and found.signed_in_by is SignedInBy.KIOSK:
        transact(end_this_session, actor=actor, now=now())
        logout_user()
    response = make_response(render_template("sessions/over.html"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@bp.route("/password", methods=["GET", "POST"])
@access(STAFF)
@proven
def password() -> ResponseReturnValue:
    """Who works for an antenna chooses a password; every other session of theirs ends."""
    form, actor, status = PasswordForm(), current_actor(), 200
    if form.validate_on_submit():
        try:
            transact(set_password, actor.person_id, form.password.data or "", actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            transact(end_all_sessions, actor.person_id, actor=actor, now=now())
            let_in(actor.person_id, SignedInBy.PASSWORD)
            flash(_("Your new password holds from now on. You are signed out everywhere else."), "success")
            return redirect(url_for("web.home"))
    shown = 422 if form.errors and status == 200 else status
    return render_template("sessions/password.html", form=form), shown


@bp.post("/members/<uuid:uid>/card")
@access(COORDINATOR)
def card(uid: UUID) -> str:
    """Print a card with ten codes; the one before it stops working."""
    new = transact(print_card, uid, actor=current_actor(), now=now())
    base = current_app.extensions["timebank_settings"].base_url.rstrip("/")
    page = url_for(
        "web.sign_in_by_card", lang=new.language, antenna=new.antenna_slug, number=new.member_number
    )
    with force_locale(new.language):
        paper = render_template("sessions/_paper_card.html", card=new, address=base, qr=qr_image(base + page))
    return render_template("sessions/card.html", card=new, uid=uid, paper=paper)


@bp.post("/members/<uuid:uid>/tablet")
@access(COORDINATOR)
def tablet(uid: UUID) -> ResponseReturnValue:
    """Hand the centre's tablet to a member: the coordinator's own session on it ends first."""
    actor = current_actor()
    with reading() as session:
        member = find_member(session, uid, actor=actor)
        require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    transact(end_this_session, actor=actor, now=now())
    let_in(member.person_id, SignedInBy.KIOSK, opened_by_id=actor.person_id)
    return redirect(url_for("web.home", lang=member.person.language))

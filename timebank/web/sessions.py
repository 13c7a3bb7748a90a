"""Where I am signed in, a card for a member, and the centre's tablet."""

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import logout_user

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.permissions import is_coordinator, require
from timebank.models.login import SignedInBy
from timebank.services.cards import print_card
from timebank.services.members import find_member
from timebank.services.sessions import end_all_sessions, end_session, end_this_session, list_sessions
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.sign_in import let_in


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


@bp.post("/members/<uuid:uid>/card")
@access(COORDINATOR)
def card(uid: UUID) -> str:
    """Print a card with ten codes; the one before it stops working."""
    new = transact(print_card, uid, actor=current_actor(), now=now())
    return render_template("sessions/card.html", card=new, uid=uid)


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
    return redirect(url_for("web.home"))

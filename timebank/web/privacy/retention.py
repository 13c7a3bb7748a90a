"""What will be erased by itself and when; and erasing one person at their word."""

from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.erasing import EraseHold
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import is_coordinator, require
from timebank.models.member import Member
from timebank.services.membership.members import find_member
from timebank.services.network.antennas import find_antenna
from timebank.services.privacy.erase_holds import holds_of
from timebank.services.privacy.erasing import erase_member
from timebank.services.privacy.retention import what_will_go
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once

HOLD_WORDS = {
    EraseHold.STILL_MEMBER: _l(
        "They are a member still, or asked to become one. Write the goodbye down first."
    ),
    EraseHold.ROLE: _l("They hold a role still. End it first."),
    EraseHold.DISPUTE: _l("A favour of theirs is being talked about. Settle it first."),
    EraseHold.OPEN_ASK: _l("An ask of theirs is open. End it first."),
    EraseHold.PROMISE: _l("They were asked something, or promised it. Take it back or call it off first."),
    EraseHold.SIGNAL: _l("A signal about them is being followed up. End it first."),
    EraseHold.REFERRAL: _l("A referral of theirs is open. Say first what came of it."),
    EraseHold.DIRECTORY: _l("They keep an entry of the directory right. Give it to someone else first."),
    EraseHold.HOURS: _l("Their hours still wait for where they should go."),
}


@bp.get("/desk/<slug>/retention")
@access(COORDINATOR)
def retention(slug: str) -> str:
    """Who and what will be erased in this antenna, and on which day."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        coming = what_will_go(session, antenna, actor=current_actor(), now=now())
        return render_template("privacy/retention.html", here=antenna, coming=coming, hold_words=HOLD_WORDS)


@bp.route("/members/<uuid:uid>/erase", methods=["GET", "POST"])
@access(COORDINATOR)
def erase(uid: UUID) -> ResponseReturnValue:
    """What goes and what stays of someone who left; then it is done, for good."""
    actor, form, status = current_actor(), TimebankForm(), 200
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        require(is_coordinator(actor, kept.antenna_id), actor, kept.antenna_id)
        holds = holds_of(session, kept.person_id, now=now())
    g.antenna_id = kept.antenna_id
    if request.method == "POST":
        try:
            once(form, _uid, erase_member, uid, actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is erased. The favours stay, of a former member."), "success")
            return redirect(url_for("web.retention", slug=kept.antenna.slug))
    words = [HOLD_WORDS[hold] for hold in holds]
    return render_template("privacy/erase.html", kept=kept, form=form, holds=words), status


def _uid(member: Member) -> dict[str, str]:
    return {"uid": str(member.uid)}

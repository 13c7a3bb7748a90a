"""A favour's own page, and every step that can be taken with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import SIGNED_IN, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.domain.states import FavourState
from timebank.services.giving.favour_lists import desk_list, favour_view, recent_of, waiting_for
from timebank.services.giving.favour_steps import (
    confirm_favour,
    dispute_favour,
    reverse_favour,
    settle_dispute,
    undo_favour,
)
from timebank.services.giving.favours import log_favour, same_again
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.giving.favour_forms import HeardForm, ReasonForm, SettleForm
from timebank.web.signing_in.proving import proven

DESKS = {"ring": FavourState.LOGGED, "disputes": FavourState.DISPUTED, "second": FavourState.AWAITING_SECOND}


@bp.get("/favours")
@access(SIGNED_IN)
def favours() -> str:
    """What waits for me, and the newest favours."""
    actor, moment = current_actor(), now()
    with reading() as session:
        waiting = waiting_for(session, actor=actor, now=moment)
        recent = recent_of(session, actor=actor, now=moment, but=waiting, limit=30)
        return render_template("favours/list.html", waiting=waiting, recent=recent, token=new_token())


@bp.get("/favours/<uuid:uid>")
@access(SIGNED_IN)
def favour(uid: UUID) -> str:
    """One favour."""
    with reading() as session:
        view = favour_view(session, uid, actor=current_actor(), now=now())
        return render_template("favours/show.html", favour=view, token=new_token(), heard=HeardForm())


@bp.post("/favours/<uuid:uid>/confirm")
@access(SIGNED_IN)
def confirm(uid: UUID) -> ResponseReturnValue:
    """Yes, that is right."""
    once(TimebankForm(), _encode, confirm_favour, uid, actor=current_actor(), now=now())
    flash(_("Thank you. It is written down."), "success")
    return redirect(url_for("web.favour", uid=uid))


@bp.route("/favours/<uuid:uid>/heard", methods=["GET", "POST"])
@access(STAFF)
def heard(uid: UUID) -> ResponseReturnValue:
    """A coordinator heard by phone that it is right."""
    form, moment = HeardForm(), now()

    def work() -> None:
        evidence = form.evidence(moment)
        once(form, _encode, confirm_favour, uid, actor=current_actor(), now=moment, evidence=evidence)

    ringing = request.args.get("from") == "ring"
    return _step(uid, form, "favours/heard.html", work, _next_call if ringing else None)


@bp.route("/favours/<uuid:uid>/dispute", methods=["GET", "POST"])
@access(SIGNED_IN)
def dispute(uid: UUID) -> ResponseReturnValue:
    """No, something is wrong."""
    form = ReasonForm()

    def work() -> None:
        transact(dispute_favour, uid, form.reason.data or "", actor=current_actor(), now=now())

    return _step(uid, form, "favours/dispute.html", work)


@bp.route("/favours/<uuid:uid>/settle", methods=["GET", "POST"])
@access(STAFF)
def settle(uid: UUID) -> ResponseReturnValue:
    """A coordinator talked with both."""
    form = SettleForm()

    def work() -> None:
        stands, words = form.stands.data == "yes", form.settlement.data or ""
        once(
            form,
            _encode,
            settle_dispute,
            uid,
            stands=stands,
            settlement=words,
            actor=current_actor(),
            now=now(),
        )

    return _step(uid, form, "favours/settle.html", work)


@bp.route("/favours/<uuid:uid>/reverse", methods=["GET", "POST"])
@access(STAFF)
@proven
def reverse(uid: UUID) -> ResponseReturnValue:
    """A coordinator takes it back."""
    form = ReasonForm()

    def work() -> None:
        once(form, _encode, reverse_favour, uid, form.reason.data or "", actor=current_actor(), now=now())

    return _step(uid, form, "favours/reverse.html", work)


@bp.post("/favours/<uuid:uid>/undo")
@access(SIGNED_IN)
def undo(uid: UUID) -> ResponseReturnValue:
    """Take back what was just written down."""
    once(TimebankForm(), _encode, undo_favour, uid, actor=current_actor(), now=now())
    flash(_("It is undone. Nothing is left of it."), "success")
    return redirect(url_for("web.home"))


@bp.post("/favours/<uuid:uid>/again")
@access(SIGNED_IN)
def again(uid: UUID) -> ResponseReturnValue:
    """The same as last time, in one tap."""
    actor, moment = current_actor(), now()
    with reading() as session:
        new = same_again(session, uid, actor=actor, now=moment)
    outcome = once(TimebankForm(), _encode, log_favour, new, actor=actor, now=moment)
    return redirect(url_for("web.favour_done", uid=outcome.body["uid"]))


@bp.get("/desk/<slug>/<any(ring, disputes, second):what>")
@access(STAFF)
def desk(slug: str, what: str) -> str:
    """A coordinator's lists: to ring, being talked about, waiting for a second person."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        rows = desk_list(session, antenna.id, DESKS[what], actor=current_actor(), now=now())
        return render_template("favours/desk.html", here=antenna, what=what, rows=rows)


def _next_call(uid: UUID) -> ResponseReturnValue:
    """Back to the list of whom to ring, with a word on who is next."""
    actor, moment = current_actor(), now()
    with reading() as session:
        view = favour_view(session, uid, actor=actor, now=moment)
        rows = desk_list(session, view.antenna_id, FavourState.LOGGED, actor=actor, now=moment)
    waiting = (row for row in rows if "heard" in row.steps and not row.someone_died)
    following = next(waiting, None)
    if following is None:
        flash(_("It is written down. Nobody else needs a call."), "success")
    else:
        names = ", ".join(following.receivers or following.givers)
        flash(_("It is written down. Next: %(names)s.", names=names), "success")
    return redirect(url_for("web.desk", slug=view.antenna_slug, what="ring"))


def _step(
    uid: UUID,
    form: TimebankForm,
    template: str,
    work: Callable[[], None],
    after: Callable[[UUID], ResponseReturnValue] | None = None,
) -> ResponseReturnValue:
    """Show a step's form, or take the step; what was typed stays when it is refused. Then comes the favour's
    own page, or what ``after`` answers.
    """
    status = 200
    if form.validate_on_submit():
        try:
            work()
        except TimebankError as error:
            status = show_error(form, error)
        else:
            if after is not None:
                return after(uid)
            flash(_("It is written down."), "success")
            return redirect(url_for("web.favour", uid=uid))
    with reading() as session:
        view = favour_view(session, uid, actor=current_actor(), now=now())
        return render_template(
            template, favour=view, form=form
        ), 422 if form.errors and status == 200 else status


def _encode(favour: Any) -> dict[str, Any]:
    return {"uid": str(favour.uid), "state": favour.state.value}

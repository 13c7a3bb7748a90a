"""What one was asked and has promised: the agenda, one proposal's page, and the steps from it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.domain.errors import TimebankError
from timebank.models.proposal import Proposal
from timebank.services.asking.near_asks import asks_near
from timebank.services.promising.promise_lists import agenda_of, proposal_page
from timebank.services.promising.promises import call_off, say_it_fell_through, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal, take_back_proposal
from timebank.services.promising.proposals import volunteer
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.promising.proposal_forms import HappenedForm, NoForm, NoteForm, YesForm


@bp.get("/agenda")
@access(SIGNED_IN)
def agenda() -> str:
    """What waits for an answer, how it went, and what is to come."""
    with reading() as session:
        mine = agenda_of(session, actor=current_actor(), now=now())
        return render_template("proposals/agenda.html", agenda=mine, token=new_token())


@bp.get("/asks/near")
@access(SIGNED_IN)
def near() -> str:
    """What neighbours ask for and I like to do, without names."""
    with reading() as session:
        rows = asks_near(session, actor=current_actor(), now=now())
        return render_template("proposals/near.html", rows=rows, token=new_token())


@bp.post("/asks/<uuid:uid>/i-can")
@access(SIGNED_IN)
def i_can(uid: UUID) -> ResponseReturnValue:
    """'I can' to an open ask; a coordinator answers."""
    member = request.form.get("member", 0, type=int)
    once(TimebankForm(), _encode, volunteer, uid, member, actor=current_actor(), now=now())
    flash(_("Thank you. A coordinator will let you know."), "success")
    return redirect(url_for("web.near"))


@bp.get("/proposals/<uuid:uid>")
@access(SIGNED_IN)
def proposal(uid: UUID) -> str:
    """One question or promise, and what can be done with it."""
    return _page("proposals/show.html", uid, YesForm(formdata=None))


@bp.post("/proposals/<uuid:uid>/yes")
@access(SIGNED_IN)
def say_yes(uid: UUID) -> ResponseReturnValue:
    """'I can'."""
    form, actor, moment = YesForm(), current_actor(), now()

    def work() -> None:
        answer = Answer(yes=True, channel=_channel(), on_day=form.day(network_day(moment)))
        once(form, _encode, answer_proposal, uid, answer, actor=actor, now=moment)

    return _step(uid, form, "proposals/show.html", work, _("Thank you. Both of you hear when and where."))


@bp.route("/proposals/<uuid:uid>/no", methods=["GET", "POST"])
@access(SIGNED_IN)
def say_no(uid: UUID) -> ResponseReturnValue:
    """'Not this time', in one of four kind ways."""
    form = NoForm()

    def work() -> None:
        answer = Answer(yes=False, channel=_channel(), decline_kind=form.decline_kind())
        once(form, _encode, answer_proposal, uid, answer, actor=current_actor(), now=now())

    return _step(uid, form, "proposals/no.html", work, _("Thank you for saying so. We ask someone else."))


@bp.post("/proposals/<uuid:uid>/take-back")
@access(SIGNED_IN)
def take_back(uid: UUID) -> ResponseReturnValue:
    """A question that isn't needed, or my 'I can'."""
    transact(take_back_proposal, uid, actor=current_actor(), now=now())
    flash(_("It is taken back."), "success")
    return redirect(_onward(url_for("web.agenda")))


@bp.route("/proposals/<uuid:uid>/call-off", methods=["GET", "POST"])
@access(SIGNED_IN)
def call_off_page(uid: UUID) -> ResponseReturnValue:
    """The helper can't come after all."""
    form = NoteForm()

    def work() -> None:
        transact(call_off, uid, note=form.note.data or "", actor=current_actor(), now=now())

    return _step(uid, form, "proposals/note.html", work, _("It is called off. We look for someone else."))


@bp.route("/proposals/<uuid:uid>/fell-through", methods=["GET", "POST"])
@access(SIGNED_IN)
def fell_through(uid: UUID) -> ResponseReturnValue:
    """It didn't take place."""
    form = NoteForm()

    def work() -> None:
        transact(say_it_fell_through, uid, form.note.data or "", actor=current_actor(), now=now())

    return _step(uid, form, "proposals/note.html", work, _("Thank you for telling us."))


@bp.route("/proposals/<uuid:uid>/happened", methods=["GET", "POST"])
@access(SIGNED_IN)
def happened(uid: UUID) -> ResponseReturnValue:
    """It took place: the favour is filled in, but for how long it took."""
    form, actor, moment = HappenedForm(), current_actor(), now()
    with reading() as session:
        shown = proposal_page(session, uid, actor=actor, now=moment)
    if request.method == "GET":
        form = HappenedForm(formdata=None)
        form.fill(shown.promise.minutes)

    def work() -> ResponseReturnValue | None:
        heard = form.heard_from.data if shown.coordinator else ""
        how = form.happening(form.evidence(moment) if heard else None)
        outcome = once(form, _encode_favour, say_it_happened, uid, how, actor=actor, now=moment)
        written = outcome.body["favour"]
        return redirect(url_for("web.favour_done", uid=written)) if written else None

    return _step(uid, form, "proposals/happened.html", work, _("Thank you. It is written down."))


def _step(
    uid: UUID,
    form: TimebankForm,
    template: str,
    work: Callable[[], ResponseReturnValue | None],
    thanks: str,
) -> ResponseReturnValue:
    """Show a step's form, or take the step; what was typed stays when it is refused."""
    status = 200
    if request.method == "POST":
        try:
            onward = work()
        except TimebankError as error:
            status = show_error(form, error)
        else:
            if onward is not None:
                return onward
            flash(thanks, "success")
            return redirect(_onward(url_for("web.agenda")))
    return _page(template, uid, form), status


def _page(template: str, uid: UUID, form: TimebankForm) -> str:
    with reading() as session:
        shown = proposal_page(session, uid, actor=current_actor(), now=now())
        g.antenna_id = shown.antenna_id
        return render_template(template, shown=shown, promise=shown.promise, form=form, back=_onward(""))


def _onward(otherwise: str) -> str:
    """Where a coordinator came from (their call list), or the member's own page."""
    slug = request.values.get("desk", "")
    return url_for("web.calls", slug=slug) if slug.isascii() and slug else otherwise


def _channel() -> Channel:
    return Channel.PHONE if request.values.get("desk") else Channel.WEB


def _encode(row: Proposal) -> dict[str, Any]:
    return {"uid": str(row.uid)}


def _encode_favour(row: Proposal) -> dict[str, Any]:
    return {"favour": str(row.favour.uid) if row.favour is not None else None}

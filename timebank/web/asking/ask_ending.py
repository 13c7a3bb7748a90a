"""How an ask ended: first in which way, then what belongs to that; and taking it up again."""

from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.ask_states import AskStep
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import is_coordinator
from timebank.services.asking.asks import end_ask, find_ask, reopen_ask
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.ask_forms import ENDING_NOTES, EndForm
from timebank.web.errors import show_error


@bp.get("/asks/<uuid:uid>/end")
@access(SIGNED_IN)
def end_ask_page(uid: UUID) -> ResponseReturnValue:
    """Choose how it ended; who asks only says that it isn't needed any more."""
    return _show(uid, EndForm(formdata=None))


@bp.post("/asks/<uuid:uid>/end")
@access(SIGNED_IN)
def end_ask_by_page(uid: UUID) -> ResponseReturnValue:
    """From the choice to what belongs to it, back again with what was typed, or write it down."""
    form, go = EndForm(), request.form.get("go", "")
    step = form.chosen
    if go == "back":
        return _show(uid, form)
    if step is AskStep.REFER:
        return redirect(url_for("web.refer_page", uid=uid))
    try:
        if step is None:
            raise InvalidInputError("ending_missing", "Choose how it ended.", field="step")
        if go == "choose":
            return _show(uid, form, step)
        transact(end_ask, uid, step, **form.told(), actor=current_actor(), now=now())
    except TimebankError as error:
        return _show(uid, form, step, show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.ask", uid=uid))


@bp.post("/asks/<uuid:uid>/reopen")
@access(COORDINATOR)
def reopen(uid: UUID) -> ResponseReturnValue:
    """Take it up again."""
    transact(reopen_ask, uid, actor=current_actor(), now=now())
    return redirect(url_for("web.ask", uid=uid))


def _show(uid: UUID, form: EndForm, step: AskStep | None = None, status: int = 200) -> ResponseReturnValue:
    """The choice, or for a ``step`` what belongs to it."""
    actor = current_actor()
    with reading() as session:
        found = find_ask(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        coordinator = is_coordinator(actor, found.antenna_id)
        page = render_template(
            "asks/end.html",
            ask=found,
            form=form,
            step=step,
            ending=dict(form.step.choices).get(step or ""),
            note_label=ENDING_NOTES.get(step) if step else None,
            coordinator=coordinator,
        )
    return page, status

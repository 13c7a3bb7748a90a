"""The page behind a mail's link: a helper answers without signing in. Looking spends nothing."""

from flask import current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timebank.auth import PUBLIC, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.domain.errors import TimebankError
from timebank.services.promising.answer_links import OpenedLink, count_answer, open_answer
from timebank.services.promising.promises import say_it_fell_through, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact
from timebank.web import bp, current_language
from timebank.web.errors import show_error
from timebank.web.promising.proposal_forms import LinkForm


@bp.get("/answer/<token>")
@access(PUBLIC)
def answer(token: str) -> str:
    """The question with two buttons; later how it stands, and how it went."""
    opened = _opened(token)
    form = LinkForm(formdata=None)
    form.fill(opened.promise.minutes)
    return _page(token, opened, form)


@bp.post("/answer/<token>")
@access(PUBLIC)
def send_answer(token: str) -> ResponseReturnValue:
    """Yes, not this time, or how it went; a second tap changes nothing."""
    opened, form = _opened(token), LinkForm()
    try:
        transact(count_answer, opened.promise.uid, now=now())
        _take(opened, form, request.form.get("answer", ""))
    except TimebankError as error:
        # The second of two taps finds it answered: the page then says how it stands.
        if error.error_code != "wrong_state":
            status = show_error(form, error)
            return _page(token, _opened(token), form), status
    return redirect(url_for("web.answer", token=token))


def _take(opened: OpenedLink, form: LinkForm, said: str) -> None:
    uid, actor, moment = opened.promise.uid, opened.actor, now()
    if said in ("yes", "no"):
        day = form.day(network_day(moment)) if said == "yes" else None
        given = Answer(yes=said == "yes", channel=Channel.MAIL, on_day=day)
        transact(answer_proposal, uid, given, actor=actor, now=moment)
    if said == "happened":
        transact(say_it_happened, uid, form.happening(), actor=actor, now=moment)
    if said == "fell_through":
        transact(say_it_fell_through, uid, form.note.data or "", actor=actor, now=moment)


def _opened(token: str) -> OpenedLink:
    key = str(current_app.config["SECRET_KEY"])
    with reading() as session:
        opened = open_answer(session, token, key, now=now(), language=current_language())
    g.antenna_id = opened.promise.antenna_id
    return opened


def _page(token: str, opened: OpenedLink, form: LinkForm) -> str:
    return render_template(
        "proposals/answer.html", promise=opened.promise, over=opened.over, form=form, token=token
    )

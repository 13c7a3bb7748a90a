"""The questionnaire: rounds, the paper, writing answers down, and what is told of them afterwards."""

from datetime import date
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.domain.scales import ANSWERS, score_of
from timebank.models.questionnaire import QuestionnaireRound
from timebank.participation.disclosure.audiences import BOARD
from timebank.services.measuring.questionnaire_results import RoundView, change_of, find_round, list_rounds
from timebank.services.measuring.questionnaires import add_answer, note_asked, open_round, withdraw_answers
from timebank.services.membership.member_lists import list_members
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.measuring.questionnaire_forms import (
    ANSWER_WORDS,
    ITEM_WORDS,
    SCALE_WORDS,
    AnswerForm,
    AskedForm,
    RoundForm,
    WhoForm,
    item_names,
)


@bp.get("/antennas/<slug>/questionnaires")
@access(COORDINATOR)
def questionnaires(slug: str) -> str:
    """The antenna's rounds: how many answered, and the change of those that are over."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        views = list_rounds(session, antenna.id, actor=current_actor())
        changes = {each.round.id: change_of(each.round, least=BOARD.k) for each in views}
        return render_template(
            "questionnaires/list.html", here=antenna, views=views, changes=changes, scales=SCALE_WORDS
        )


@bp.route("/antennas/<slug>/questionnaires/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_questionnaire(slug: str) -> ResponseReturnValue:
    """Begin a round."""
    form, actor, status = RoundForm(), current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        list_rounds(session, antenna.id, actor=actor)
    if request.method == "POST":
        try:
            made = once(form, _uid, open_round, antenna.id, form.told(), actor=actor, now=now())
            return redirect(url_for("web.questionnaire", uid=made.body["uid"]))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("questionnaires/edit.html", form=form, here=antenna), status


@bp.get("/questionnaires/<uuid:uid>")
@access(COORDINATOR)
def questionnaire(uid: UUID) -> ResponseReturnValue:
    """One round: what to do while it runs, when its answers go, and what is told once it is over."""
    return _show(uid)


@bp.post("/questionnaires/<uuid:uid>/asked")
@access(COORDINATOR)
def questionnaire_asked(uid: UUID) -> ResponseReturnValue:
    """How many were offered the list."""
    form = AskedForm()
    try:
        transact(note_asked, uid, form.told(), actor=current_actor(), now=now())
    except TimebankError as error:
        return _show(uid, asked=form, status=show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.questionnaire", uid=uid))


@bp.post("/questionnaires/<uuid:uid>/withdraw")
@access(COORDINATOR)
def questionnaire_withdraw(uid: UUID) -> ResponseReturnValue:
    """Someone would rather not have answered."""
    form = WhoForm()
    try:
        transact(withdraw_answers, uid, form.uid(), actor=current_actor(), now=now())
    except TimebankError as error:
        return _show(uid, who=form, status=show_error(form, error))
    flash(_("If there were answers, they are erased."), "success")
    return redirect(url_for("web.questionnaire", uid=uid))


@bp.route("/questionnaires/<uuid:uid>/answer", methods=["GET", "POST"])
@access(COORDINATOR)
def questionnaire_answer(uid: UUID) -> ResponseReturnValue:
    """Write down someone's answers, check them, keep their sum. They aren't shown again."""
    form, actor = AnswerForm(), current_actor()
    with reading() as session:
        view = _find(session, uid)
        _fill_members(session, form, view)
    found = view.round
    answers = tuple(request.form.get(name, "") for name in item_names(found.scale))
    if request.method == "GET" or "change" in request.form:
        return _form(view, form, answers)
    try:
        new = form.told(answers)
        score_of(found.scale, answers)
        if new.agreed and "checked" not in request.form:
            return _check(view, form, answers)
        transact(add_answer, uid, new, actor=actor, now=now())
    except TimebankError as error:
        return _form(view, form, answers, show_error(form, error))
    flash(_("The answers are added up and kept until the round is over. Nobody sees them again."), "success")
    return redirect(url_for("web.questionnaire", uid=uid))


@bp.get("/questionnaires/<uuid:uid>/sheet")
@access(COORDINATOR)
def questionnaire_sheet(uid: UUID) -> str:
    """The list on paper, without a name on it."""
    with reading() as session:
        found = _find(session, uid).round
        return render_template(
            "print/questionnaire.html",
            items=ITEM_WORDS[found.scale],
            answers=[ANSWER_WORDS[each] for each in ANSWERS[found.scale]],
            antenna=on_page(found.antenna, g.lang),
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            screen_back=url_for("web.questionnaire", uid=uid),
        )


def _find(session: Session, uid: UUID) -> RoundView:
    view = find_round(session, uid, actor=current_actor())
    g.antenna_id = view.round.antenna_id
    return view


def _fill_members(session: Session, form: WhoForm, view: RoundView) -> None:
    people = list_members(session, view.round.antenna_id, actor=current_actor())
    form.member.choices = [("", _("Choose a member"))]
    form.member.choices += [
        (str(each.uid), each.person.name) for each in people if each.state.value != "applied"
    ]


def _show(
    uid: UUID, *, asked: AskedForm | None = None, who: WhoForm | None = None, status: int = 200
) -> ResponseReturnValue:
    """The page; ``asked`` or ``who`` is the form that came back with a fault."""
    with reading() as session:
        view = _find(session, uid)
        who_form = who or WhoForm(formdata=None)
        _fill_members(session, who_form, view)
        html = render_template(
            "questionnaires/show.html",
            view=view,
            round=view.round,
            here=view.round.antenna,
            running=view.round.starts_on <= _today(view) <= view.round.ends_on,
            change=change_of(view.round, least=BOARD.k),
            scales=SCALE_WORDS,
            asked=asked or AskedForm(formdata=None, data={"asked": str(view.round.asked)}),
            who=who_form,
            sent=asked or who,
        )
    return html, status


def _form(
    view: RoundView, form: AnswerForm, answers: tuple[str, ...], status: int = 200
) -> ResponseReturnValue:
    g.antenna_id = view.round.antenna_id
    return render_template(
        "questionnaires/answer.html",
        round=view.round,
        form=form,
        items=_items(view, answers),
        answers=[(each, ANSWER_WORDS[each]) for each in ANSWERS[view.round.scale]],
    ), status


def _check(view: RoundView, form: AnswerForm, answers: tuple[str, ...]) -> str:
    g.antenna_id = view.round.antenna_id
    return render_template(
        "questionnaires/check.html",
        round=view.round,
        name=dict(form.member.choices).get(form.member.data, ""),
        rows=[(words, ANSWER_WORDS[said]) for _name, words, said in _items(view, answers)],
        kept=[(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"],
    )


def _items(view: RoundView, answers: tuple[str, ...]) -> list[tuple[str, object, str]]:
    """(name of the field, words, what was answered) of each item."""
    scale = view.round.scale
    return list(zip(item_names(scale), ITEM_WORDS[scale], answers, strict=True))


def _today(view: RoundView) -> date:
    return local_day(now(), view.round.antenna.timezone)


def _uid(made: QuestionnaireRound) -> dict[str, str]:
    return {"uid": str(made.uid)}

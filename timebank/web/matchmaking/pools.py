"""Helping over the border: agreements with other antennas, and questions that came from one."""

from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day, network_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import require
from timebank.models.antenna import Antenna
from timebank.models.proposal import Proposal
from timebank.services.matchmaking.over_border import NOTE_MAX, decline_for, pass_on
from timebank.services.matchmaking.pools import (
    Neighbour,
    PoolDecision,
    agree_to_pool,
    border_of,
    end_pool,
    find_neighbour,
    neighbours_of,
    propose_pool,
)
from timebank.services.network.antennas import find_antenna
from timebank.services.promising.promise_lists import proposal_page
from timebank.services.promising.proposal_answers import Answer
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once, read_day
from timebank.web.promising.proposal_forms import YesForm


class DecisionForm(TimebankForm):
    """Who decided it, and when."""

    agreed_by = StringField(_l("Who took this decision?"))
    agreed_on = StringField(_l("On which day was it decided? (day/month/year)"))

    def decision(self) -> PoolDecision:
        """What was decided.

        Raises:
            InvalidInputError: no day that is understood.
        """
        day = read_day(self.agreed_on.data or "", "agreed_on")
        return PoolDecision(day, self.agreed_by.data or "")


class ProposeForm(DecisionForm):
    """With which antenna, and who decided it."""

    other = RadioField(_l("With which antenna?"), choices=[], validate_choice=False)


class EndPoolForm(TimebankForm):
    """A few words on why, for our own list."""

    note = TextAreaField(_l("Who decided it, and why? A few words are enough."))


class NotHereForm(TimebankForm):
    """A few words for the other antenna's coordinators."""

    note = TextAreaField(_l("A word for the other antenna (if you like)"))


@bp.route("/antennas/<slug>/border", methods=["GET", "POST"])
@access(COORDINATOR)
def pools(slug: str) -> ResponseReturnValue:
    """Agreements with other antennas, who of ours helps there, and proposing it to another one."""
    here, form, actor, status = _here(slug), ProposeForm(), current_actor(), 200
    if request.method == "POST":
        try:
            chosen = form.other.data or ""
            once(form, _slug, propose_pool, here.id, chosen, form.decision(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down. The other antenna finds it on its desk."), "success")
            return redirect(url_for("web.pools", slug=slug))
    else:
        form.agreed_on.data = _today(here)
    with reading() as session:
        page = border_of(session, here.id, actor=actor)
        form.other.choices = [(each.slug, each.name) for each in page.others]
        return render_template("pools/list.html", here=here, page=page, form=form), status


@bp.route("/antennas/<slug>/border/<other>/agree", methods=["GET", "POST"])
@access(COORDINATOR)
def agree_pool(slug: str, other: str) -> ResponseReturnValue:
    """Say yes to what another antenna proposed."""
    here, form, actor, status = _here(slug), DecisionForm(), current_actor(), 200
    if request.method == "POST":
        try:
            once(form, _slug, agree_to_pool, here.id, other, form.decision(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It holds from now on."), "success")
            return redirect(url_for("web.pools", slug=slug))
    else:
        form.agreed_on.data = _today(here)
    with reading() as session:
        neighbour = find_neighbour(session, here.id, other, actor=actor)
        if neighbour.state != "asked" and status == 200:
            return redirect(url_for("web.pools", slug=slug))
        return render_template("pools/agree.html", here=here, neighbour=neighbour, form=form), status


@bp.route("/antennas/<slug>/border/<other>/end", methods=["GET", "POST"])
@access(COORDINATOR)
def end_pool_page(slug: str, other: str) -> ResponseReturnValue:
    """End it, take it back, or say no to it."""
    here, form, actor = _here(slug), EndPoolForm(), current_actor()
    if request.method == "POST":
        once(form, _slug_of, end_pool, here.id, other, form.note.data or "", actor=actor, now=now())
        flash(_("It has ended. What was promised stays promised."), "success")
        return redirect(url_for("web.pools", slug=slug))
    with reading() as session:
        neighbour = find_neighbour(session, here.id, other, actor=actor)
        return render_template("pools/end.html", here=here, neighbour=neighbour, form=form, most=NOTE_MAX)


@bp.post("/proposals/<uuid:uid>/pass-on")
@access(COORDINATOR)
def pass_on_page(uid: UUID) -> ResponseReturnValue:
    """Put another antenna's question to a helper of ours, or write down what they said on the phone."""
    form, actor, moment = YesForm(), current_actor(), now()
    try:
        once(form, _uid, pass_on, uid, _answer(form), actor=actor, now=moment)
    except TimebankError as error:
        status = show_error(form, error)
        return _proposal(uid, "proposals/show.html", form), status
    flash(_("It is written down."), "success")
    return redirect(url_for("web.proposal", uid=uid))


@bp.route("/proposals/<uuid:uid>/not-here", methods=["GET", "POST"])
@access(COORDINATOR)
def decline_page(uid: UUID) -> ResponseReturnValue:
    """Say no to another antenna for a helper of ours, who isn't asked."""
    form = NotHereForm()
    if request.method == "POST":
        once(form, _uid, decline_for, uid, form.note.data or "", actor=current_actor(), now=now())
        flash(_("Thank you for saying so. The other antenna looks for someone else."), "success")
        return redirect(url_for("web.proposal", uid=uid))
    with reading() as session:
        shown = proposal_page(session, uid, actor=current_actor(), now=now())
    require("decline" in shown.steps, current_actor())
    return _proposal(uid, "pools/not_here.html", form)


def _answer(form: YesForm) -> Answer | None:
    """What the helper said just now, if they were rung."""
    said = request.form.get("answer", "")
    if said not in ("yes", "no"):
        return None
    day = form.day(network_day(now())) if said == "yes" else None
    return Answer(yes=said == "yes", channel=Channel.PHONE, on_day=day)


def _proposal(uid: UUID, template: str, form: TimebankForm) -> str:
    with reading() as session:
        shown = proposal_page(session, uid, actor=current_actor(), now=now())
        g.antenna_id = shown.antenna_id
        return render_template(template, shown=shown, promise=shown.promise, form=form, back="")


def _here(slug: str) -> Antenna:
    with reading() as session:
        antenna = find_antenna(session, slug)
        neighbours_of(session, antenna.id, actor=current_actor())
    g.antenna_id = antenna.id
    return antenna


def _today(here: Antenna) -> str:
    return f"{local_day(now(), here.timezone):%d/%m/%Y}"


def _slug(found: Neighbour) -> dict[str, str]:
    return _slug_of(found.antenna)


def _slug_of(antenna: Antenna) -> dict[str, str]:
    return {"antenna": antenna.slug}


def _uid(proposal: Proposal) -> dict[str, str]:
    return {"uid": str(proposal.uid)}

"""Signals: told by antenna persons and coordinators, followed up by coordinators only."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from timebank.auth import COORDINATOR, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import is_coordinator
from timebank.models.signal import Signal, SignalOutcome
from timebank.services.coordinating.signal_lists import (
    SignalPage,
    about_of,
    list_signals,
    outcome_counts,
    signal_page,
    told_by_me,
)
from timebank.services.coordinating.signals import (
    LINE_MAX,
    WORDS_MAX,
    FollowUp,
    SignalDetails,
    add_line,
    end_signal,
    follow_signal,
    put_back_signal,
    reopen_signal,
    tell_signal,
)
from timebank.services.membership.member_lists import list_members
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once

OUTCOME_WORDS = {
    SignalOutcome.ALL_WELL: _l("All is well"),
    SignalOutcome.HELPED: _l("A neighbour helped"),
    SignalOutcome.REFERRED: _l("Referred to a service"),
    SignalOutcome.HANDED_OVER: _l("A professional has it"),
    SignalOutcome.UNFOUNDED: _l("It was nothing"),
}
DEED_WORDS = {
    "tell": _l("told"),
    "change": _l("corrected"),
    "take": _l("someone has it"),
    "hand_on": _l("another person or day"),
    "put_back": _l("put back"),
    "line": _l("done"),
    "end": _l("ended"),
    "reopen": _l("opened again"),
}
BARE_STEPS = {"put-back": put_back_signal, "reopen": reopen_signal}


class TellForm(TimebankForm):
    """Something noticed. Whom it is about is a member (for coordinators) or an address in words."""

    words = TextAreaField(
        _l("What was noticed?"), [DataRequired(_l("Write down what was noticed.")), Length(max=WORDS_MAX)]
    )
    about = SelectField(_l("About which member?"), validate_choice=False)
    about_words = StringField(_l("Who or where is it?"), [Length(max=200)])
    told_by = StringField(_l("Who told it? (if it wasn't you)"), [Length(max=120)])
    channel = RadioField(
        _l("How did you hear of it?"),
        choices=[("talk", _l("In a talk")), ("phone", _l("By phone")), ("card", _l("On a card"))],
        default="talk",
    )

    def details(self) -> SignalDetails:
        """What was told."""
        about = self.about.data or ""
        return SignalDetails(
            words=self.words.data or "",
            about_member_id=number_in(about),
            about_words=self.about_words.data or "",
            channel=Channel(self.channel.data),
            told_by=self.told_by.data or "",
        )


class FollowForm(TimebankForm):
    """Who has it, and after how many days they look again."""

    version = HiddenField()
    assignee = SelectField(_l("Who has it?"), validate_choice=False)
    after = RadioField(
        _l("When do they look again?"),
        choices=[
            ("0", _l("Today")),
            ("1", _l("Tomorrow")),
            ("3", _l("In three days")),
            ("7", _l("In a week")),
        ],
        default="1",
    )


class LineForm(TimebankForm):
    """A short line about what was done."""

    line = StringField(
        _l("What did you do?"),
        [DataRequired(_l("Write in a few words what you did.")), Length(max=LINE_MAX)],
    )


class EndForm(TimebankForm):
    """How it ended."""

    outcome = RadioField(
        _l("How did it end?"),
        [DataRequired(_l("Choose one of these."))],
        choices=[(each.value, OUTCOME_WORDS[each]) for each in SignalOutcome],
    )
    last_line = StringField(_l("In a few words, if you like"), [Length(max=LINE_MAX)])


@bp.get("/signals/<slug>")
@access(STAFF)
def signals(slug: str) -> str:
    """For a coordinator what needs a look, and what ended; for an antenna person what they told."""
    actor = current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        if not is_coordinator(actor, antenna.id):
            mine = told_by_me(session, antenna.id, actor=actor)
            return render_template("signals/told.html", here=antenna, told=mine)
        return render_template(
            "signals/list.html",
            here=antenna,
            waiting=list_signals(session, antenna.id, actor=actor),
            ended=list_signals(session, antenna.id, actor=actor, ended=True),
            counts=outcome_counts(session, antenna.id, actor=actor),
            outcomes=OUTCOME_WORDS,
            about_of=about_of,
        )


@bp.route("/signals/<slug>/new", methods=["GET", "POST"])
@access(STAFF)
def new_signal(slug: str) -> ResponseReturnValue:
    """Tell that something was noticed."""
    actor, form, status = current_actor(), TellForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        told_by_me(session, antenna.id, actor=actor)
        _fill_members(session, form, antenna.id)
    if form.validate_on_submit():
        try:
            once(form, _uid, tell_signal, antenna.id, form.details(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("Thank you. A coordinator looks at it."), "success")
            return redirect(url_for("web.signals", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    return render_template("signals/new.html", form=form, here=antenna), shown


@bp.get("/signals/told/<uuid:uid>")
@access(COORDINATOR)
def signal(uid: UUID) -> ResponseReturnValue:
    """One signal: what was noticed, what was done, and what to do next."""
    return _page(uid)


@bp.post("/signals/told/<uuid:uid>/follow")
@access(COORDINATOR)
def signal_follow(uid: UUID) -> ResponseReturnValue:
    """Someone has it, until a day."""
    form, actor, moment = FollowForm(), current_actor(), now()
    with reading() as session:
        zone = signal_page(session, uid, actor=actor, now=moment).signal.antenna.timezone
    who, after = (str(field.data or "") for field in (form.assignee, form.after))
    follow = FollowUp(
        number_in(who) or 0,
        local_day(moment, zone) + timedelta(days=int(after) if after in {"0", "1", "3", "7"} else 1),
    )
    version = number_in(form.version.data) or 0
    return _done(uid, form, follow_signal, follow, version=version)


@bp.post("/signals/told/<uuid:uid>/line")
@access(COORDINATOR)
def signal_line(uid: UUID) -> ResponseReturnValue:
    """Write down what was done."""
    form = LineForm()
    if not form.validate_on_submit():
        return _page(uid, form, 422)
    return _done(uid, form, add_line, form.line.data)


@bp.post("/signals/told/<uuid:uid>/end")
@access(COORDINATOR)
def signal_end(uid: UUID) -> ResponseReturnValue:
    """It is over, and how."""
    form = EndForm()
    if not form.validate_on_submit():
        return _page(uid, form, 422)
    return _done(uid, form, end_signal, SignalOutcome(form.outcome.data), form.last_line.data or "")


@bp.post("/signals/told/<uuid:uid>/<any('put-back', reopen):step>")
@access(COORDINATOR)
def signal_step(uid: UUID, step: str) -> ResponseReturnValue:
    """Nobody has it any more; or it wasn't over."""
    return _done(uid, TimebankForm(), BARE_STEPS[step])


def _done(uid: UUID, form: TimebankForm, step: Any, *args: Any, **kwargs: Any) -> ResponseReturnValue:
    """Take a step once and come back to the page, or show there why not, with what was typed."""
    try:
        once(form, _uid, step, uid, *args, actor=current_actor(), now=now(), **kwargs)
    except TimebankError as error:
        return _page(uid, form, show_error(form, error))
    return redirect(url_for("web.signal", uid=uid))


def _page(uid: UUID, sent: TimebankForm | None = None, status: int = 200) -> ResponseReturnValue:
    """The page of one signal; ``sent`` is the form that came back with a fault."""
    actor = current_actor()
    with reading() as session:
        page = signal_page(session, uid, actor=actor, now=now())
        g.antenna_id = page.signal.antenna_id
        forms = {"follow": FollowForm, "line": LineForm, "end": EndForm}
        shown = {
            name: sent if isinstance(sent, kind) else kind(formdata=None) for name, kind in forms.items()
        }
        _fill_people(shown["follow"], page, actor.person_id)
        html = render_template(
            "signals/show.html",
            page=page,
            signal=page.signal,
            about=about_of(page.signal),
            outcomes=OUTCOME_WORDS,
            deeds=DEED_WORDS,
            forms=shown,
            sent=sent,
            token=new_token(),
        )
    return html, status


def _fill_people(form: Any, page: SignalPage, own_id: int) -> None:
    form.assignee.choices = [(str(person_id), name) for person_id, name in page.people.items()]
    form.assignee.data = form.assignee.data or str(page.signal.assignee_id or own_id)
    form.version.data = str(page.signal.version)


def _fill_members(session: Session, form: TellForm, antenna_id: int) -> None:
    """Members to choose from, for coordinators; an antenna person doesn't see the list of members."""
    form.about.choices = [("", _("Nobody of the list"))]
    if is_coordinator(current_actor(), antenna_id):
        people = list_members(session, antenna_id, actor=current_actor())
        form.about.choices += [(str(each.id), each.person.name) for each in people]


def _uid(signal: Signal) -> dict[str, str]:
    return {"uid": str(signal.uid)}

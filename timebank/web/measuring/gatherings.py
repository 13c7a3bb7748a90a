"""Gatherings: what comes, planning one, papers for it, and ticking who came."""

from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError
from timebank.domain.names import fold_name
from timebank.domain.permissions import is_coordinator, require
from timebank.models.gathering import Gathering
from timebank.services.measuring.gathering_lists import list_gatherings, who_came
from timebank.services.measuring.gatherings import (
    call_off_gathering,
    change_gathering,
    find_gathering,
    note_attendance,
    plan_gathering,
)
from timebank.services.membership.member_lists import PAGE, list_members
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.measuring.gathering_forms import KIND_WORDS, GatheringForm, WhoCameForm


@bp.get("/antennas/<slug>/gatherings")
@access(SIGNED_IN)
def gatherings(slug: str) -> str:
    """What comes, for everybody of the antenna; what has been, for coordinators."""
    actor = current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        return render_template(
            "gatherings/list.html",
            here=antenna,
            found=list_gatherings(session, antenna.id, actor=actor, now=now()),
            coordinator=is_coordinator(actor, antenna.id),
            kinds=KIND_WORDS,
        )


@bp.route("/antennas/<slug>/gatherings/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_gathering(slug: str) -> ResponseReturnValue:
    """Plan a gathering, or write down one that has been."""
    form, actor, status = GatheringForm(), current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
    if request.method == "POST":
        try:
            made = once(form, _uid, plan_gathering, antenna.id, form.told(), actor=actor, now=now())
            return redirect(url_for("web.gathering", uid=made.body["uid"]))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("gatherings/edit.html", form=form, here=antenna, kept=None), status


@bp.get("/gatherings/<uuid:uid>")
@access(COORDINATOR)
def gathering(uid: UUID) -> ResponseReturnValue:
    """One gathering: its papers, who came, and their next asks."""
    return _show(uid)


@bp.route("/gatherings/<uuid:uid>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_gathering_page(uid: UUID) -> ResponseReturnValue:
    """Another day, place or title; a stale save shows both versions."""
    actor, status, theirs = current_actor(), 200, False
    with reading() as session:
        kept = _find(session, uid)
        antenna = kept.antenna
    form = GatheringForm.of(kept)
    if request.method == "POST":
        version = number_in(form.version.data) or 0
        try:
            transact(change_gathering, uid, form.told(), version=version, actor=actor, now=now())
            return redirect(url_for("web.gathering", uid=uid))
        except TimebankError as error:
            status, theirs = show_error(form, error), error.error_code == "stale"
            form.version.data = str(kept.version) if theirs else form.version.data
    page = "gatherings/edit.html"
    return render_template(page, form=form, here=antenna, kept=kept, theirs=theirs), status


@bp.post("/gatherings/<uuid:uid>/call-off")
@access(COORDINATOR)
def gathering_call_off(uid: UUID) -> ResponseReturnValue:
    """It doesn't take place."""
    transact(call_off_gathering, uid, actor=current_actor(), now=now())
    flash(_("It is called off. Tell those who can't read it here."), "success")
    return redirect(url_for("web.gathering", uid=uid))


@bp.post("/gatherings/<uuid:uid>/attendance")
@access(COORDINATOR)
def gathering_attendance(uid: UUID) -> ResponseReturnValue:
    """Write down who came."""
    form = WhoCameForm()
    try:
        transact(note_attendance, uid, form.told(), actor=current_actor(), now=now())
    except TimebankError as error:
        return _show(uid, form, show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.gathering", uid=uid, words=request.args.get("words") or None))


@bp.get("/gatherings/<uuid:uid>/<any(invitation, sheet):paper>")
@access(COORDINATOR)
def gathering_paper(uid: UUID, paper: str) -> str:
    """An invitation to hand out, or a sheet of first names to tick at the door."""
    with reading() as session:
        found = _find(session, uid)
        members = []
        if paper == "sheet":
            members = [
                each
                for each in list_members(session, found.antenna_id, actor=current_actor())
                if each.state.value != "applied"
            ]
        return render_template(
            f"print/gathering_{paper}.html",
            gathering=found,
            members=members,
            antenna=on_page(found.antenna, g.lang),
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            screen_back=url_for("web.gathering", uid=uid),
        )


def _find(session: Session, uid: UUID) -> Gathering:
    """The gathering, for a coordinator of its antenna."""
    actor = current_actor()
    found = find_gathering(session, uid, actor=actor)
    require(is_coordinator(actor, found.antenna_id), actor, found.antenna_id)
    g.antenna_id = found.antenna_id
    return found


def _show(uid: UUID, sent: WhoCameForm | None = None, status: int = 200) -> ResponseReturnValue:
    """The page; ``sent`` is the form of ticks that came back with a fault."""
    actor, words = current_actor(), request.args.get("words", "")[:60]
    with reading() as session:
        found = _find(session, uid)
        came = who_came(session, found, actor=actor)
        people = list_members(session, found.antenna_id, words=words, actor=actor, limit=PAGE)
        form = sent or WhoCameForm(formdata=None, data={"new_faces": str(found.new_faces)})
        by_first_name = sorted(people, key=lambda each: fold_name(each.person.name))
        form.came.choices = [(str(each.id), each.person.name) for each in by_first_name]
        form.shown.data = " ".join(str(each.id) for each in people)
        if sent is None:
            form.came.data = [str(each.id) for each in came]
        html = render_template(
            "gatherings/show.html",
            gathering=found,
            here=found.antenna,
            came=came,
            form=form,
            words=words,
            more=len(people) == PAGE,
            kinds=KIND_WORDS,
            today=local_day(now(), found.antenna.timezone),
        )
    return html, status


def _uid(made: Gathering) -> dict[str, str]:
    return {"uid": str(made.uid)}

"""Pages about members: the list, one member, joining, changing, who acts for them, and endings."""

from collections.abc import Sequence
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, PUBLIC, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError, TimebankError
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.membership.member_endings import decline_member, return_member
from timebank.services.membership.member_lists import (
    PAGE,
    coordinated_antennas,
    list_applications,
    list_members,
    member_page,
)
from timebank.services.membership.members import (
    NewMember,
    accept_member,
    add_member,
    apply_for_membership,
    change_member,
    find_member,
)
from timebank.services.network.antennas import find_antenna
from timebank.services.signing_in.attempts import JOINING, count_attempt
from timebank.services.signing_in.cards import members_shut_out
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.both_versions import written_meanwhile
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.membership.member_forms import ChangeMemberForm, JoinForm, NewMemberForm


@bp.get("/members")
@access(COORDINATOR)
def members() -> str:
    """A coordinator's list of members, and who waits for a first talk."""
    actor, words = current_actor(), request.args.get("words", "")[:60]
    with reading() as session:
        antenna = chosen_antenna(coordinated_antennas(session, actor))
        return render_template(
            "members/list.html",
            antennas=coordinated_antennas(session, actor),
            here=antenna,
            words=words,
            ended="ended" in request.args,
            members=list_members(
                session, antenna.id, words=words, actor=actor, ended="ended" in request.args, limit=PAGE
            ),
            most=PAGE,
            applications=list_applications(session, antenna.id, actor=actor),
            shut_out=members_shut_out(session, antenna.id, actor=actor),
        )


@bp.route("/members/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_member() -> ResponseReturnValue:
    """Make someone a member, after a talk."""
    actor, form, status = current_actor(), NewMemberForm(), 200
    with reading() as session:
        antenna = chosen_antenna(coordinated_antennas(session, actor))
    if form.validate_on_submit():
        new = NewMember(details=form.details(), joined_through=form.channel())
        try:
            outcome = once(form, _member_uid, add_member, antenna.id, new, actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("%(name)s is a member now.", name=new.details.given_name), "success")
            return redirect(url_for("web.member", uid=outcome.body["uid"]))
    return render_template("members/new.html", form=form, here=antenna), _status(form, status)


@bp.get("/members/<uuid:uid>")
@access(SIGNED_IN)
def member(uid: UUID) -> str:
    """One member: how to reach them, who acts for them."""
    with reading() as session:
        actor = current_actor()
        kept = find_member(session, uid, actor=actor)
        g.antenna_id = kept.antenna_id
        page = member_page(session, uid, actor=actor, today=local_day(now(), kept.antenna.timezone))
        return render_template("members/show.html", page=page)


@bp.route("/members/<uuid:uid>/change", methods=["GET", "POST"])
@access(SIGNED_IN)
def change_member_page(uid: UUID) -> ResponseReturnValue:
    """Change someone's details; a stale save shows both versions."""
    actor, status, theirs = current_actor(), 200, None
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
        form = ChangeMemberForm.of(kept)
        person = kept.person
    if form.validate_on_submit():
        details, version = form.details(), form.version.data or 0
        try:
            transact(
                change_member,
                uid,
                details,
                cannot_give=form.cannot_give.data,
                version=version,
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
            stale = error.error_code == "stale"
            theirs = written_meanwhile(form, ChangeMemberForm.of(kept, typed=False)) if stale else None
            form.version.data = person.version
        else:
            flash(_("Your changes are kept."), "success")
            return redirect(url_for("web.member", uid=uid))
    return render_template("members/change.html", form=form, kept=kept, theirs=theirs), _status(form, status)


@bp.post("/members/<uuid:uid>/accept")
@access(COORDINATOR)
def accept(uid: UUID) -> ResponseReturnValue:
    """After the talk: a member from now on."""
    transact(accept_member, uid, actor=current_actor(), now=now())
    return redirect(url_for("web.member", uid=uid))


@bp.post("/members/<uuid:uid>/decline")
@access(COORDINATOR)
def decline(uid: UUID) -> ResponseReturnValue:
    """After the talk: not a member."""
    transact(decline_member, uid, actor=current_actor(), now=now())
    return redirect(url_for("web.members"))


@bp.post("/members/<uuid:uid>/return")
@access(COORDINATOR)
def come_back(uid: UUID) -> ResponseReturnValue:
    """Someone is back, or never was away: a new membership."""
    new = transact(return_member, uid, actor=current_actor(), now=now())
    flash(_("%(name)s is a member now.", name=new.person.given_name), "success")
    return redirect(url_for("web.member", uid=new.uid))


@bp.route("/join/<slug>", methods=["GET", "POST"])
@access(PUBLIC)
def join(slug: str) -> ResponseReturnValue:
    """The public form: a coordinator calls back before anything else happens."""
    form, status = JoinForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
    if form.validate_on_submit():
        new = NewMember(details=form.details(), joined_through=Channel.WEB, message=form.message.data or "")
        try:
            transact(count_attempt, f"join:{slug}", now=now(), limits=JOINING)
            once(form, _member_uid, apply_for_membership, antenna.id, new, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return render_template("members/joined.html", here=antenna)
    return render_template("members/join.html", form=form, here=antenna), _status(form, status)


def chosen_antenna(antennas: Sequence[Antenna]) -> Antenna:
    """The antenna named in the address, or the actor's first one; the page shows its phone number.

    Raises:
        NotFoundError: not one of this actor's.
    """
    known = {antenna.slug: antenna for antenna in antennas}
    slug = request.args.get("antenna") or next(iter(known), "")
    if slug not in known:
        raise NotFoundError
    g.antenna_id = known[slug].id
    return known[slug]


def _member_uid(member: Member) -> dict[str, str]:
    return {"uid": str(member.uid)}


def _status(form: object, status: int) -> int:
    """422 for a form that comes back with faults of its own."""
    return 422 if status == 200 and getattr(form, "errors", None) else status

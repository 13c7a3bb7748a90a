"""Certificates of participation: a member's own, and the page on which anyone checks a code."""

from typing import Any
from uuid import UUID

from flask import Response, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, StringField

from timebank.auth import PUBLIC, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.certificate import certificate_page, certificate_pdf
from timebank.domain.certificates import Stretch, Tells
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import Actor, is_coordinator
from timebank.domain.states import MemberState
from timebank.models.certificate import Certificate
from timebank.services.membership.members import find_member
from timebank.services.telling.certificate_checks import check_code, code_in_address, told_or_refused
from timebank.services.telling.certificates import (
    NewCertificate,
    certificates_of,
    holds,
    make_certificate,
    paper_of,
    revoke_certificate as end_certificate,
)
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once


class CertificateForm(TimebankForm):
    """What the member wishes it to say."""

    tells = RadioField(
        _l("Should it say numbers too?"),
        choices=[
            (Tells.NOTHING.value, _l("No numbers")),
            (Tells.TIMES.value, _l("How many times help was given or received")),
            (Tells.HOURS.value, _l("How many times, and how many hours that was")),
        ],
        default=Tells.NOTHING.value,
    )
    stretch = RadioField(
        _l("If numbers: over which time?"),
        choices=[
            (Stretch.YEAR.value, _l("The last twelve months")),
            (Stretch.SINCE.value, _l("Since the first month as a member")),
        ],
        default=Stretch.YEAR.value,
    )

    def told(self) -> NewCertificate:
        """What was chosen."""
        return NewCertificate(Tells(self.tells.data), Stretch(self.stretch.data))


class CodeForm(TimebankForm):
    """The code that stands on a paper."""

    code = StringField(_l("The code on the certificate"))


@bp.route("/members/<uuid:uid>/certificates", methods=["GET", "POST"])
@access(SIGNED_IN)
def certificates(uid: UUID) -> ResponseReturnValue:
    """The certificates that hold, those that ended, and a form to make one."""
    actor, form, status = current_actor(), CertificateForm(), 200
    if form.validate_on_submit():
        try:
            once(form, _uid, make_certificate, uid, form.told(), _key(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("The certificate is ready. You can print it or keep it."), "success")
            return redirect(url_for("web.certificates", uid=uid))
    with reading() as session:
        shown = _page(session, uid, actor)
    return render_template("certificates/list.html", form=form, **shown), _status(form, status)


@bp.get("/certificates/<uuid:uid>/paper/<any(sheet, pdf):kind>")
@access(SIGNED_IN)
def certificate_paper(uid: UUID, kind: str) -> ResponseReturnValue:
    """The certificate in the member's language, to look at or as PDF."""
    with reading() as session:
        paper = paper_of(session, uid, _key(), actor=current_actor(), now=now())
    base = str(current_app.extensions["timebank_settings"].base_url)
    if kind == "sheet":
        return certificate_page(paper, base, screen_back=url_for("web.certificates", uid=paper.member_uid))
    response = Response(certificate_pdf(paper, base), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="certificate.pdf"'
    return response


@bp.post("/certificates/<uuid:uid>/revoke")
@access(SIGNED_IN)
def revoke_certificate(uid: UUID) -> ResponseReturnValue:
    """From now on its code gets no answer."""
    ended = transact(end_certificate, uid, actor=current_actor(), now=now())
    flash(_("This certificate has ended. Its code isn't answered any more."), "success")
    return redirect(url_for("web.certificates", uid=ended.member.uid))


@bp.route("/certificates/verify", methods=["GET", "POST"])
@access(PUBLIC)
def check_certificate() -> ResponseReturnValue:
    """Whoever holds a paper copies its code, or scans its square, and reads what the paper has to say.

    An address with a code only fills in the field: nothing is checked or counted before the button.
    """
    form, status, facts = CodeForm(), 200, None
    if request.method == "GET":
        form.code.data = code_in_address(request.args.get("code", ""))
    if form.validate_on_submit():
        try:
            facts = told_or_refused(transact(check_code, form.code.data or "", now=now()))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("certificates/check.html", form=form, facts=facts), _status(form, status)


def _page(session: Session, uid: UUID, actor: Actor) -> dict[str, Any]:
    member = find_member(session, uid, actor=actor)
    g.antenna_id = member.antenna_id
    rows, today = certificates_of(session, member, actor=actor), local_day(now(), member.antenna.timezone)
    coordinator, own = is_coordinator(actor, member.antenna_id), member.id in actor.member_ids
    return {
        "kept": member,
        "standing": [row for row in rows if holds(row, today=today)],
        "past": [row for row in rows if not holds(row, today=today)],
        "own": own,
        "may_make": (own or coordinator) and member.state is MemberState.ACTIVE,
    }


def _status(form: TimebankForm, status: int) -> int:
    return 422 if form.errors and status == 200 else status


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])


def _uid(made: Certificate) -> dict[str, str]:
    return {"uid": str(made.uid)}

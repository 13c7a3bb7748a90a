"""Signing in and out: by mail, with a printed card, or with a password for who works for an antenna."""

import logging
import secrets
from collections.abc import Callable

from flask import current_app, redirect, render_template, request, session as cookie, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user
from sqlalchemy.orm import Session

from timebank.auth import PUBLIC, SIGNED_IN, SessionUser, access, actor_or_none, current_actor
from timebank.clock import now
from timebank.documents.sign_in_mail import sign_in_mail
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.mailer import MailError, send_mail
from timebank.models.login import SignedInBy
from timebank.services.network.antennas import list_antennas
from timebank.services.signing_in.attempts import ALARM, clear_attempts, count_attempt, count_failure
from timebank.services.signing_in.cards import count_wrong_code, person_by_card
from timebank.services.signing_in.mail_codes import ask_for_mails, person_by_digits, person_by_link
from timebank.services.signing_in.passwords import channel_of, person_by_password
from timebank.services.signing_in.second_factor import has_second_factor
from timebank.services.signing_in.sessions import SMALL, end_this_session, find_session, open_session
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.later import after_answer
from timebank.web.signing_in.sign_in_forms import CardForm, DigitsForm, MailForm, StaffForm
from timebank.web.start import own_page

logger = logging.getLogger("timebank.sign_in")
HALF_WAY = "half_way"
"""What the browser's signed cookie calls someone whose second step is still to come."""


@bp.get("/sign-in")
@access(PUBLIC)
def sign_in() -> str:
    """Choose how."""
    return render_template("sign_in/choose.html", next=request.args.get("next", ""))


@bp.route("/sign-in/mail", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_by_mail() -> ResponseReturnValue:
    """Ask for a mail; the answer is the same whether or not we know the address."""
    form, status = MailForm(next=request.args.get("next", "")), 200
    if form.validate_on_submit():
        browser = cookie.setdefault("browser", secrets.token_urlsafe(16))
        email = form.email.data or ""
        try:
            transact(count_attempt, f"mail:{email.strip().casefold()}", now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            after_answer(_send_mails, email, browser)
            return redirect(url_for("web.sign_in_by_digits", next=form.next.data or None))
    return render_template("sign_in/mail.html", form=form), _status(form, status)


@bp.route("/sign-in/digits", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_by_digits() -> ResponseReturnValue:
    """The six digits, in the browser that asked for them."""
    form = DigitsForm(next=request.args.get("next", ""))
    browser = str(cookie.get("browser", ""))

    def judge(session: Session) -> int | None:
        return person_by_digits(session, browser, form.digits.data or "", now=now())

    wrong = InvalidInputError("digits_wrong", "These aren't the digits.", field="digits")
    return _attempt(form, "sign_in/digits.html", f"digits:{browser}", judge, SignedInBy.MAIL, wrong)


@bp.route("/sign-in/link/<token>", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_by_link(token: str) -> ResponseReturnValue:
    """The link of the mail: looking at it spends nothing, the button does."""
    if request.method == "GET":
        return render_template("sign_in/link.html", token=token, failed=False)
    person_id = transact(person_by_link, token, now=now())
    if person_id is None:
        return render_template("sign_in/link.html", token=token, failed=True), 422
    return _let_in(person_id, SignedInBy.MAIL, "")


@bp.route("/sign-in/card", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_by_card() -> ResponseReturnValue:
    """A member number and one of the codes of a printed card."""
    given = {"antenna": request.args.get("antenna"), "number": request.args.get("number", type=int)}
    form = CardForm(next=request.args.get("next", ""), **given)
    with reading() as session:
        form.antenna.choices = [(antenna.slug, antenna.name) for antenna in list_antennas(session)]

    def judge(session: Session) -> int | None:
        number, code = form.number.data or 0, form.code.data or ""
        return person_by_card(session, str(form.antenna.data), number, code, now=now())

    def failed(session: Session) -> int:
        count_wrong_code(session, str(form.antenna.data), form.number.data or 0, now=now())
        return count_failure(session, now=now())

    channel = f"card:{form.antenna.data}:{form.number.data}"
    wrong = InvalidInputError("card_wrong", "This number and code don't belong together.", field="code")
    return _attempt(form, "sign_in/card.html", channel, judge, SignedInBy.CARD, wrong, failed)


@bp.route("/sign-in/staff", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_by_password() -> ResponseReturnValue:
    """For coordinators, treasurers, partner's staff and the operator."""
    form = StaffForm(next=request.args.get("next", ""))

    def judge(session: Session) -> int | None:
        return person_by_password(session, form.name.data or "", form.password.data or "")

    wrong = InvalidInputError(
        "password_wrong", "This name and password don't belong together.", field="password"
    )
    channel = channel_of(form.name.data or "")
    return _attempt(form, "sign_in/staff.html", channel, judge, SignedInBy.PASSWORD, wrong)


@bp.post("/sign-out")
@access(SIGNED_IN)
def sign_out() -> ResponseReturnValue:
    """Sign out here, and leave nothing in the browser."""
    transact(end_this_session, actor=current_actor(), now=now())
    logout_user()
    cookie.clear()
    response = current_app.make_response(redirect(url_for("web.home")))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def let_in(person_id: int, by: SignedInBy, *, opened_by_id: int | None = None) -> None:
    """Open a session for this person in this browser, under a new token."""
    device = request.user_agent.string[:120]
    token = transact(open_session, person_id, by, device=device, now=now(), opened_by_id=opened_by_id)
    with reading() as session:
        found = find_session(session, token, now=now())
    cookie.clear()
    if found is not None:
        cookie.permanent = by is SignedInBy.MAIL
        login_user(SessionUser(token, found.actor))


def _attempt(
    form: CardForm | DigitsForm | StaffForm,
    template: str,
    channel: str,
    judge: Callable[[Session], int | None],
    by: SignedInBy,
    wrong: InvalidInputError,
    failed: Callable[[Session], int] | None = None,
) -> ResponseReturnValue:
    """Count the attempt, judge it, and let in or say what is wrong; what was typed stays."""
    status = 200
    if form.validate_on_submit():
        try:
            transact(count_attempt, channel, now=now())
            person_id = transact(judge)
            if person_id is None:
                _note_failure(failed)
                raise wrong
        except TimebankError as error:
            status = show_error(form, error)
        else:
            transact(clear_attempts, channel)
            return _let_in(person_id, by, form.next.data or "")
    return render_template(template, form=form), _status(form, status)


def _note_failure(failed: Callable[[Session], int] | None) -> None:
    failures = transact(failed) if failed else transact(count_failure, now=now())
    if failures > ALARM.count:
        logger.warning("many failures to sign in", extra={"count": failures})


def _let_in(person_id: int, by: SignedInBy, target: str) -> ResponseReturnValue:
    if actor_or_none() is not None:
        transact(end_this_session, actor=current_actor(), now=now())
    if by not in SMALL and _has_second_step(person_id):
        cookie.clear()
        half_way = {"person": person_id, "by": by.value, "at": int(now().timestamp()), "next": target}
        cookie[HALF_WAY] = half_way
        return redirect(url_for("web.sign_in_second_step"))
    let_in(person_id, by)
    return redirect(own_page(target))


def _has_second_step(person_id: int) -> bool:
    with reading() as session:
        return has_second_factor(session, person_id)


def _send_mails(email: str, browser: str) -> None:
    settings = current_app.extensions["timebank_settings"]
    for mail in transact(ask_for_mails, email, browser, now=now()):
        try:
            send_mail(settings, mail.address, *sign_in_mail(mail, settings.base_url))
        except MailError as refusal:
            logger.warning("sign-in mail not sent", extra={"code": str(refusal)})


def _status(form: object, status: int) -> int:
    return 422 if status == 200 and getattr(form, "errors", None) else status

"""A second step when signing in, for who works for an antenna: set it up, print its codes, switch it off."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired

from timebank.auth import SIGNED_IN, access, actor_or_none, current_actor
from timebank.clock import now
from timebank.documents.qr import qr_image
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import Actor
from timebank.domain.second_factor import address_for_app
from timebank.services.signing_in.second_factor import (
    SecondFactorState,
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    lacks_second_factor,
    renew_recovery_codes,
    second_factor_state,
    secret_to_show,
)
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import SITE_NAME
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.signing_in.proving import proven
from timebank.web.signing_in.tries import counted, installation_key, required

OPEN = frozenset(
    f"web.{name}"
    for name in (
        *("second_step", "begin_second_step", "new_recovery_codes", "end_second_step", "sign_out"),
        *("sign_in", "sign_in_by_mail", "sign_in_by_digits", "sign_in_by_link", "sign_in_by_card"),
        *("sign_in_by_password", "sign_in_second_step", "set_text_size", "accessibility", "privacy"),
    )
)
"""Where someone can go who has yet to set up a second step that is required of them."""


@bp.before_request
def lead_to_set_up() -> ResponseReturnValue | None:
    """Where it is required, whoever has a role sets it up before anything else."""
    if not required() or request.endpoint in OPEN:
        return None
    actor = actor_or_none()
    if actor is None:
        return None
    with reading() as session:
        lacks = lacks_second_factor(session, actor)
    return redirect(url_for("web.second_step")) if lacks else None


class DigitsOfAppForm(TimebankForm):
    """The six digits that the app shows now."""

    code = StringField(_l("The six digits in the app"), [DataRequired(_l("Type the six digits of the app."))])


class SwitchOffForm(TimebankForm):
    """The password, for who has one, and digits or a recovery code."""

    password = PasswordField(_l("Your password"))
    code = StringField(
        _l("The six digits in the app, or a recovery code"),
        [DataRequired(_l("Type the six digits of the app."))],
    )


@bp.route("/second-step", methods=["GET", "POST"])
@access(SIGNED_IN)
def second_step() -> ResponseReturnValue:
    """Off, begun or on; the digits of the app switch it on, and the recovery codes are shown once."""
    form, actor, status = DigitsOfAppForm(), current_actor(), 200
    if form.validate_on_submit():
        try:
            typed = form.code.data or ""
            codes = transact(confirm_second_factor, typed, key=installation_key(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return render_template("second_step/codes.html", codes=codes, new=True)
    return _page(form, actor), 422 if form.errors and status == 200 else status


@bp.post("/second-step/begin")
@access(SIGNED_IN)
@proven
def begin_second_step() -> ResponseReturnValue:
    """Make a key for the app; nothing changes yet in how one signs in."""
    transact(begin_second_factor, actor=current_actor(), now=now())
    return redirect(url_for("web.second_step"))


@bp.route("/second-step/codes", methods=["GET", "POST"])
@access(SIGNED_IN)
def new_recovery_codes() -> ResponseReturnValue:
    """Ten new recovery codes; those from before stop working."""
    form, actor, status = DigitsOfAppForm(), current_actor(), 200
    if form.validate_on_submit():
        try:
            typed = form.code.data or ""
            codes = counted(
                f"second-change:{actor.person_id}",
                renew_recovery_codes,
                typed,
                key=installation_key(),
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return render_template("second_step/codes.html", codes=codes, new=False)
    if _state(actor).confirmed_at is None:
        return redirect(url_for("web.second_step"))
    page = render_template("second_step/new_codes.html", form=form)
    return page, 422 if form.errors and status == 200 else status


@bp.route("/second-step/off", methods=["GET", "POST"])
@access(SIGNED_IN)
def end_second_step() -> ResponseReturnValue:
    """Switch it off: for another phone, or for good."""
    form, actor, status = SwitchOffForm(), current_actor(), 200
    if form.validate_on_submit():
        try:
            told = (form.password.data or "", form.code.data or "")
            counted(
                f"second-change:{actor.person_id}",
                end_second_factor,
                *told,
                key=installation_key(),
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("The second step is off. You sign in without the app from now on."), "success")
            return redirect(url_for("web.second_step"))
    state = _state(actor)
    if state.confirmed_at is None:
        return redirect(url_for("web.second_step"))
    page = render_template("second_step/off.html", form=form, state=state)
    return page, 422 if form.errors and status == 200 else status


def _state(actor: Actor) -> SecondFactorState:
    with reading() as session:
        return second_factor_state(session, actor=actor)


def _page(form: DigitsOfAppForm, actor: Actor) -> str:
    with reading() as session:
        state = second_factor_state(session, actor=actor)
        secret = secret_to_show(session, key=installation_key(), actor=actor)
    qr = None if secret is None else qr_image(address_for_app(secret, actor.name, SITE_NAME))
    needed = required() and state.confirmed_at is None
    return render_template(
        "second_step/show.html", form=form, state=state, secret=secret, qr=qr, needed=needed
    )

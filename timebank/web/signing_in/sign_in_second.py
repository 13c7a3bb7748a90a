"""Half-way in: the password or mail was right, and the second step is still to come.

Until then there is no session: the browser keeps a signed note of who it is, good for ten minutes, with
which nothing can be done but type the digits.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import flash, redirect, render_template, request, session as cookie, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import StringField
from wtforms.validators import DataRequired

from timebank.auth import PUBLIC, access
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.models.login import SignedInBy
from timebank.services.signing_in.second_factor import (
    SecondFactorWrongError,
    has_second_factor,
    pass_second_factor,
)
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.signing_in.sign_in import HALF_WAY, let_in
from timebank.web.signing_in.tries import counted, installation_key
from timebank.web.start import own_page

LASTS = timedelta(minutes=10)


class SecondStepForm(TimebankForm):
    """Six digits of the app, or a recovery code."""

    code = StringField(_l("The six digits in the app"), [DataRequired(_l("Type the six digits of the app."))])


@dataclass(frozen=True)
class HalfWay:
    """Who has shown the first thing, how, and where they were going."""

    person_id: int
    by: SignedInBy
    next: str


@bp.route("/sign-in/second-step", methods=["GET", "POST"])
@access(PUBLIC)
def sign_in_second_step() -> ResponseReturnValue:
    """The digits of the app, after the password or the mail."""
    half = _half_way(now())
    if half is None:
        if cookie.pop(HALF_WAY, None) is not None:
            flash(_("That took too long. Please begin again."), "info")
        return redirect(url_for("web.sign_in"))
    form, status = SecondStepForm(), 200
    if form.validate_on_submit():
        try:
            counted(f"second:{half.person_id}", _judge, half.person_id, form.code.data or "", now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            let_in(half.person_id, half.by)
            return redirect(own_page(half.next))
    paper = request.args.get("with") == "paper"
    page = render_template("sign_in/second_step.html", form=form, paper=paper)
    return page, 422 if form.errors and status == 200 else status


def _half_way(moment: datetime) -> HalfWay | None:
    """Who is half-way in here; nobody once the note is too old, or the second step was taken off meanwhile."""
    note = cookie.get(HALF_WAY)
    if note is None or moment.timestamp() >= note["at"] + LASTS.total_seconds():
        return None
    with reading() as session:
        if not has_second_factor(session, note["person"]):
            return None
    return HalfWay(note["person"], SignedInBy(note["by"]), note["next"])


def _judge(session: Session, person_id: int, typed: str, moment: datetime) -> None:
    if not pass_second_factor(session, person_id, typed, key=installation_key(), now=moment):
        raise SecondFactorWrongError(field="code")

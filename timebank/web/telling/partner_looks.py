"""The page on which a partner's staff asks whether one person takes part."""

from datetime import date
from typing import Any

from flask import g, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.consents import LookReason
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.partner_looks import (
    Question,
    TakesPart,
    ask_whether_takes_part,
    check_may_look,
)
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once
from timebank.web.privacy.consent_words import LOOK_REASONS


class LookForm(TimebankForm):
    """Of whom it is asked, and why."""

    given_name = StringField(_l("First name"))
    family_name = StringField(_l("Family name"))
    number = StringField(_l("Member number"))
    birth_year = StringField(_l("Year of birth"))
    reason = RadioField(_l("Why do you ask?"), choices=list(LOOK_REASONS.items()), default=LookReason.WELCOME)

    def question(self) -> Question:
        """What is asked.

        Raises:
            InvalidInputError: a number or year that is none.
        """
        return Question(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            number=_whole(self.number.data, "number", 9),
            birth_year=_whole(self.birth_year.data, "birth_year", 4),
            reason=LookReason(self.reason.data),
        )


@bp.route("/antennas/<slug>/takes-part", methods=["GET", "POST"])
@access(STAFF)
def takes_part(slug: str) -> ResponseReturnValue:
    """Ask about one person; yes and since when, or no answer."""
    actor, form, status, answer = current_actor(), LookForm(), 200, None
    with reading() as session:
        antenna = check_may_look(session, find_antenna(session, slug).id, actor=actor)
    g.antenna_id = antenna.id
    if form.validate_on_submit():
        try:
            asked = form.question()
            work = ask_whether_takes_part
            since = once(form, _encode, work, antenna.id, asked, actor=actor, now=now()).body["since"]
            answer = {"since": None if since is None else date.fromisoformat(since)}
        except TimebankError as error:
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template("partners/takes_part.html", form=form, here=antenna, answer=answer), shown


def _encode(answer: TakesPart) -> dict[str, Any]:
    return {"since": answer.since.isoformat() if answer.since else None}


def _whole(text: str | None, field: str, digits: int) -> int | None:
    """A number of a few digits, or None where nothing was written.

    Raises:
        InvalidInputError: code ``look_number``.
    """
    said = (text or "").strip()
    if not said:
        return None
    if not said.isascii() or not said.isdigit() or len(said) > digits:
        raise InvalidInputError("look_number", "Write this in digits, or leave it empty.", field=field)
    return int(said)

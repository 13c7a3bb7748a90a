"""The antenna's books as a whole: how far they are closed, and closing a period in two names."""

from datetime import date

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField, StringField

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.services.books.year_close import books_view, close_period
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, read_day
from timebank.web.signing_in.proving import proven


class CloseForm(TimebankForm):
    """Up to which day, and who else agrees."""

    through = StringField(_l("Up to and including which day? (day/month/year)"))
    second = RadioField(_l("Who of the team agrees?"), choices=[], validate_choice=False)


@bp.route("/antennas/<slug>/books", methods=["GET", "POST"])
@access(STAFF)
@proven
def books(slug: str) -> ResponseReturnValue:
    """Close a period: its favours stay as they are; what comes later is dated in the open one."""
    form, status = CloseForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        view = books_view(session, antenna.id, actor=current_actor(), now=now())
    form.second.choices = [(str(person.id), person.name) for person in view.seconds]
    checked = "checked" in request.form
    if request.method == "POST" and "change" not in request.form:
        try:
            day, second = _told(form)
            if not checked:
                return render_template(
                    "antennas/books_check.html", here=antenna, form=form, day=day, second=second
                )
            transact(close_period, antenna.id, day, int(second[0]), actor=current_actor(), now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("The period is closed."), "success")
            return redirect(url_for("web.books", slug=slug))
    return render_template("antennas/books.html", here=antenna, form=form, view=view), status


def _told(form: CloseForm) -> tuple[date, tuple[str, str]]:
    """The day and the second person (id and name) that were chosen."""
    day = read_day(form.through.data or "", "through")
    second = next((each for each in form.second.choices if each[0] == form.second.data), None)
    if second is None:
        raise InvalidInputError("second_missing", "Choose the second person of the team.", field="second")
    return day, second

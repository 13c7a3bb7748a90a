"""Everything of an antenna as one file, for its coordinators and treasurer, who type their password once more."""

import tempfile
from contextlib import ExitStack

from flask import Response, g, render_template, send_file
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField
from wtforms.validators import DataRequired

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.documents.archive import write_archive
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import Actor, may_see_books, require
from timebank.models.antenna import Antenna
from timebank.services.archives.archiving import allow_archive, archive_of
from timebank.services.network.antennas import find_antenna
from timebank.services.signing_in.attempts import clear_attempts, count_attempt, count_failure
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm


class ArchiveForm(TimebankForm):
    """The password of who asks for it."""

    password = PasswordField(_l("Your password"), [DataRequired(_l("Type your password."))])


@bp.route("/antennas/<slug>/books/archive", methods=["GET", "POST"])
@access(STAFF)
def archive(slug: str) -> ResponseReturnValue:
    """What is in the archive, and the archive itself."""
    form, actor, status = ArchiveForm(), current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        require(may_see_books(actor, antenna.id), actor, antenna.id)
    if form.validate_on_submit():
        try:
            _ask_password(antenna, form.password.data or "", actor)
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return _zip(antenna, actor)
    shown = 422 if form.errors and status == 200 else status
    return render_template("antennas/archive.html", here=antenna, form=form), shown


def _ask_password(antenna: Antenna, password: str, actor: Actor) -> None:
    """Count the try before it is judged, as at the door."""
    channel = f"archive:{actor.person_id}"
    transact(count_attempt, channel, now=now())
    try:
        transact(allow_archive, antenna.id, password, actor=actor, now=now())
    except InvalidInputError:
        transact(count_failure, now=now())
        raise
    transact(clear_attempts, channel)


def _zip(antenna: Antenna, actor: Actor) -> Response:
    """The archive in a file without a name: it is gone when the answer is sent."""
    moment = now()
    with ExitStack() as closing:
        out = closing.enter_context(tempfile.TemporaryFile())
        with reading() as session:
            write_archive(out, archive_of(session, antenna.id, actor=actor, now=moment))
        closing.pop_all()  # from here on the answer closes it
    out.seek(0)
    name = f"{antenna.slug}-{local_day(moment, antenna.timezone)}.zip"
    response = send_file(out, "application/zip", as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store"
    return response

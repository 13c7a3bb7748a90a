"""What is kept about me: to read on paper, and to take along as JSON."""

from uuid import UUID

from flask import Response, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.own_file import as_json
from timebank.documents.pdf import render_pdf
from timebank.domain.permissions import is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.paths import data_dir
from timebank.services.membership.members import find_member
from timebank.services.privacy.own_file import OwnFile, own_file_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.privacy.own_file_words import sections_in_words
from timebank.web.signing_in.proving import proven


@bp.get("/members/<uuid:uid>/file")
@access(SIGNED_IN)
def own_file(uid: UUID) -> str:
    """Two buttons: paper to read, JSON to take along; making either is written down."""
    actor = current_actor()
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
    g.antenna_id = kept.antenna_id
    own = kept.person_id == actor.person_id
    require(own or is_coordinator(actor, kept.antenna_id), actor, kept.antenna_id)
    return render_template("privacy/own_file.html", kept=kept, coordinator=not own)


@bp.post("/members/<uuid:uid>/file/<any(paper, pdf, json):kind>")
@access(SIGNED_IN)
@proven
def make_own_file(uid: UUID, kind: str) -> ResponseReturnValue:
    """The file itself."""
    made = transact(own_file_of, uid, actor=current_actor(), now=now())
    if kind == "json":
        return _file(as_json(made), "application/json", kind)
    if kind == "paper":
        return _paper(made, screen_back=url_for("web.own_file", uid=uid))
    static = data_dir("static")
    css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
    return _file(render_pdf(_paper(made, css_url=css, logo_url=logo)), "application/pdf", kind)


def _paper(made: OwnFile, **paper: str) -> str:
    with reading() as session:
        antenna = session.get_one(Antenna, made.antenna_id)
    with force_locale(made.language):
        place = {"lang": made.language, "antenna": on_page(antenna, made.language), "text_size": text_size()}
        return render_template(
            "print/own_file.html", sections=sections_in_words(made), made=made, **place, **paper
        )


def _file(content: bytes, kind: str, ending: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="my-file.{ending}"'
    return response

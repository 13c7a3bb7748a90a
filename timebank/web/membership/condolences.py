"""After a death: whom to tell, in person, and the card for the family."""

from uuid import UUID

from flask import Response, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.models.antenna import Antenna
from timebank.paths import data_dir
from timebank.services.membership.condolences import condolence, end_condolence
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page


@bp.get("/members/<uuid:uid>/condolence")
@access(COORDINATOR)
def condolence_page(uid: UUID) -> str:
    """Who was near, and what they gave."""
    with reading() as session:
        told = condolence(session, uid, actor=current_actor(), now=now())
        g.antenna_id = told.member.antenna_id
        return render_template("members/condolence.html", told=told)


@bp.post("/members/<uuid:uid>/condolence")
@access(COORDINATOR)
def condolence_done(uid: UUID) -> ResponseReturnValue:
    """Everybody near has heard of it."""
    member = transact(end_condolence, uid, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.desk_queue", slug=member.antenna.slug))


@bp.get("/members/<uuid:uid>/condolence/card")
@access(COORDINATOR)
def condolence_card(uid: UUID) -> ResponseReturnValue:
    """The card for the family, in the language of who died and in large letters."""
    with reading() as session:
        told = condolence(session, uid, actor=current_actor(), now=now())
        person = told.member.person
        antenna = on_page(session.get_one(Antenna, told.member.antenna_id), person.language)
    static = data_dir("static")
    with force_locale(person.language):
        page = render_template(
            "print/condolence.html",
            told=told,
            person=person,
            antenna=antenna,
            lang=person.language,
            text_size="large",
            css_url=(static / "css/sheet.css").as_uri(),
            logo_url=(static / "img/logo-ink.svg").as_uri(),
        )
    response = Response(render_pdf(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="card.pdf"'
    return response

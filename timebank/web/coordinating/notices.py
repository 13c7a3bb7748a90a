"""What a coordinator has to tell people who don't read mail: to ring, to write to, to talk with."""

from flask import Response, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.documents.notices import notice_letter, notice_words
from timebank.documents.pdf import render_pdf
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.paths import data_dir
from timebank.services.coordinating.notice_desk import letter_of, messages_to_tell, tell_notice
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page


@bp.get("/desk/<slug>/tell")
@access(COORDINATOR)
def tell_desk(slug: str) -> str:
    """Everybody who should hear something, with the words to say."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        messages = messages_to_tell(session, antenna.id, actor=current_actor(), now=now())
        rows = [(message, notice_words(message)) for message in messages]
        letters = [row for row in rows if row[0].channel is ContactChannel.LETTER]
        spoken = [row for row in rows if row not in letters]
        return render_template("desk/tell.html", spoken=spoken, letters=letters, here=antenna)


@bp.get("/desk/<slug>/tell/<int:notice_id>/<any(letter, pdf):kind>")
@access(COORDINATOR)
def notice_on_paper(slug: str, notice_id: int, kind: str) -> ResponseReturnValue:
    """What one of them should hear, as a letter: to print from the browser, or as PDF."""
    if kind == "letter":
        return _letter(slug, notice_id, screen_back=url_for("web.tell_desk", slug=slug))
    static = data_dir("static")
    css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
    page = _letter(slug, notice_id, css_url=css, logo_url=logo)
    response = Response(render_pdf(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return response


@bp.post("/desk/<slug>/tell/<int:notice_id>")
@access(COORDINATOR)
def told(slug: str, notice_id: int) -> ResponseReturnValue:
    """It was told."""
    transact(tell_notice, notice_id, actor=current_actor(), now=now())
    flash(_("Thank you. It is off the list."), "success")
    return redirect(url_for("web.tell_desk", slug=slug))


def _letter(slug: str, notice_id: int, **frame: str) -> str:
    moment = now()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        message = letter_of(session, antenna.id, notice_id, actor=current_actor(), now=moment)
        here, today = on_page(antenna, message.language), local_day(moment, antenna.timezone)
    return notice_letter(message, antenna=here, today=today, text_size="normal", **frame)

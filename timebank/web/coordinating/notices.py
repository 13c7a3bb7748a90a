"""What a coordinator has to tell people who don't read mail: to ring, to write to, to talk with."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.documents.notices import notice_words
from timebank.services.coordinating.notice_desk import messages_to_tell, tell_notice
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp


@bp.get("/desk/<slug>/tell")
@access(COORDINATOR)
def tell_desk(slug: str) -> str:
    """Everybody who should hear something, with the words to say."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        messages = messages_to_tell(session, antenna.id, actor=current_actor(), now=now())
        rows = [(message, notice_words(message)) for message in messages]
        return render_template("desk/tell.html", rows=rows, here=antenna)


@bp.post("/desk/<slug>/tell/<int:notice_id>")
@access(COORDINATOR)
def told(slug: str, notice_id: int) -> ResponseReturnValue:
    """It was told."""
    transact(tell_notice, notice_id, actor=current_actor(), now=now())
    flash(_("Thank you. It is off the list."), "success")
    return redirect(url_for("web.tell_desk", slug=slug))

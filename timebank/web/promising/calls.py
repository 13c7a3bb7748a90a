"""Whom a coordinator rings about proposals, with the words to say; and a promise's card for paper."""

from uuid import UUID

from flask import Response, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.documents.notices import promise_words
from timebank.documents.pdf import render_pdf
from timebank.models.antenna import Antenna
from timebank.paths import data_dir
from timebank.services.network.antennas import find_antenna
from timebank.services.promising.promise_lists import Call, calls_of, card_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.context import on_page
from timebank.web.forms import new_token


@bp.get("/desk/<slug>/calls")
@access(COORDINATOR)
def calls(slug: str) -> str:
    """Everybody to ring: name, number, the words in their language, and the answer at a keystroke."""
    skip = request.args.get("skip", 0, type=int)
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = calls_of(session, antenna.id, actor=current_actor(), now=now())
    rows = [(call, _words("proposal_asked", call)) for call in found.questions]
    turned = skip % len(rows) if rows else 0
    over = [(call, _words("promise_over", call)) for call in found.over]
    return render_template(
        "desk/calls.html",
        questions=rows[turned:] + rows[:turned],
        volunteers=found.volunteers,
        over=over,
        next_skip=turned + 1,
        here=antenna,
        token=new_token(),
    )


@bp.get("/proposals/<uuid:uid>/card/<any(helper, asker):side>")
@access(COORDINATOR)
def promise_card(uid: UUID, side: str) -> ResponseReturnValue:
    """A card of the promise for the helper or for who asked, in their language and large letters."""
    with reading() as session:
        card = card_of(session, uid, for_helper=side == "helper", actor=current_actor())
        antenna = on_page(session.get_one(Antenna, card.promise.antenna_id), card.language)
    static = data_dir("static")
    with force_locale(card.language):
        page = render_template(
            "print/promise.html",
            card=card,
            promise=card.promise,
            antenna=antenna,
            lang=card.language,
            text_size="large",
            css_url=(static / "css/sheet.css").as_uri(),
            logo_url=(static / "img/logo-ink.svg").as_uri(),
        )
    response = Response(render_pdf(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="promise.pdf"'
    return response


def _words(kind: str, call: Call) -> str:
    return promise_words(kind, call.promise, call.language)

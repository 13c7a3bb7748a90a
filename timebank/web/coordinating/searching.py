"""One box for people, asks and offers of an antenna."""

from flask import g, render_template, request

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.services.asking.categories import categories_of
from timebank.services.coordinating.searching import QUESTION_MAX, search_antenna
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.ask_pages import category_name


@bp.get("/desk/<slug>/find")
@access(STAFF)
def find_page(slug: str) -> str:
    """What was found, each with its next step; or what to do where nothing was."""
    actor, question = current_actor(), request.args.get("q", "")[:QUESTION_MAX].strip()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id, today = antenna.id, local_day(now(), antenna.timezone)
        kinds = categories_of(session, antenna.id, retired=True)
        names = {each.code: category_name(each) for each in kinds}
        found = search_antenna(session, antenna.id, question, kind_names=names, actor=actor, today=today)
        return render_template("desk/find.html", here=antenna, found=found, question=question, kinds=names)

"""Slips that look like last week's: choose one, check it, done."""

from uuid import UUID

from flask import g, render_template

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.models.antenna import Antenna
from timebank.services.giving.favour_lists import neighbours
from timebank.services.giving.favours import minutes_of
from timebank.services.giving.new_favour import NewFavour
from timebank.services.giving.slips import guests_of, like_last_week, next_slip
from timebank.services.network.antennas import find_antenna
from timebank.services.network.rules import rules_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.forms import new_token


@bp.get("/desk/<slug>/slips")
@access(COORDINATOR)
def slips(slug: str) -> str:
    """What neighbours did last week, each a keystroke from its next slip."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        rows = like_last_week(session, antenna.id, actor=current_actor(), now=now())
        return render_template("desk/slips.html", here=antenna, rows=rows)


@bp.get("/favours/<uuid:uid>/slip")
@access(COORDINATOR)
def slip(uid: UUID) -> str:
    """The same as last week: to check, or to change something; nothing is booked yet."""
    actor = current_actor()
    with reading() as session:
        new = next_slip(session, uid, actor=actor, now=now())
        g.antenna_id = new.antenna_id
        minutes, _travel = minutes_of(new, rules_of(session, new.antenna_id))
        names = {each.member_id: each.label for each in neighbours(session, new.antenna_id, actor=actor)}
        return render_template(
            "favours/check.html",
            new=new,
            minutes=minutes,
            names=names | guests_of(session, uid, new.antenna_id),
            own_member=None,
            antenna_name=session.get_one(Antenna, new.antenna_id).name,
            kept=_answers(new),
        )


def _answers(new: NewFavour) -> list[tuple[str, str]]:
    """What the form of a new favour would have sent for this one."""
    ids = [("neighbours", str(each)) for each in new.giver_ids]
    ids += [("receivers", str(each)) for each in new.receiver_ids]
    time = (
        [("time-choice", "other"), ("time-other", new.time_said)]
        if new.with_hours
        else [("just_thanks", "y")]
    )
    return [
        ("request_token", new_token()),
        ("side", "others"),
        ("antenna", str(new.antenna_id)),
        *ids,
        *([("for_antenna", "y")] if new.for_antenna else []),
        ("when-when", "other"),
        ("when-day", str(new.done_on.day)),
        ("when-month", str(new.done_on.month)),
        ("when-year", str(new.done_on.year)),
        *time,
        ("category", new.category),
        ("channel", new.channel.value),
        ("slip_signed", "y"),
    ]

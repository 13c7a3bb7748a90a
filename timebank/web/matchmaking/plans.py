"""The plan view: who could do what this week, for a coordinator to change and then to ask."""

from flask import g, render_template, request, url_for
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.models.ask import Ask
from timebank.services.asking.ask_guesses import flags_of_asks
from timebank.services.matchmaking.plans import Fix, PlanRow, plan_for
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.boundary_words import words_of_flags
from timebank.web.forms import new_token
from timebank.web.matchmaking.reason_words import distance_words, obstacle_words


@bp.get("/desk/<slug>/plan")
@access(COORDINATOR)
def plan_desk(slug: str) -> str:
    """All open asks at once; what is fixed comes back in the address, nothing is kept."""
    fixes = _fixes(request.args.getlist("fix"))
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        view = plan_for(session, antenna.id, fixes, actor=current_actor(), now=now())
        return render_template(
            "desk/plan.html",
            here=antenna,
            plan=view,
            fixes=fixes,
            with_fix=lambda row, member_id: _address(slug, fixes, row, member_id),
            without=lambda row: _address(slug, fixes, row, None),
            obstacle_words=obstacle_words,
            distance=distance_words,
            flags=_flags(session, antenna.id, [row.ask for row in view.rows]),
            token=new_token(),
        )


def _flags(session: Session, antenna_id: int, asks: list[Ask]) -> dict[int, list[str]]:
    """Why each may be for a professional, as on the ask's own page."""
    flags = flags_of_asks(session, antenna_id, asks)
    return {ask_id: words_of_flags(session, antenna_id, raised) for ask_id, raised in flags.items()}


def _fixes(told: list[str]) -> tuple[Fix, ...]:
    """'12-34' as (ask 12, helper 34); anything else is passed over."""
    pairs = (each.split("-") for each in told[:200])
    return tuple(
        (int(p[0]), int(p[1])) for p in pairs if len(p) == 2 and p[0].isdecimal() and p[1].isdecimal()
    )


def _address(slug: str, fixes: tuple[Fix, ...], row: PlanRow, member_id: int | None) -> str:
    """This page with the row's helper fixed to this member, or with none fixed."""
    kept = [fix for fix in fixes if fix[0] != row.ask.id]
    kept += [] if member_id is None else [(row.ask.id, member_id)]
    return url_for("web.plan_desk", slug=slug, fix=[f"{ask}-{helper}" for ask, helper in kept])

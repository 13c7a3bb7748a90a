"""The first page: what neighbours do here, or what waits for who is signed in."""

from collections.abc import Sequence
from datetime import datetime

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from timebank.auth import PUBLIC, access, actor_or_none
from timebank.clock import now
from timebank.domain.permissions import Actor, Role, belongs, is_operator
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.services.books.gifts import gifts_waiting
from timebank.services.giving.favour_lists import desk_list, recent_of, waiting_for
from timebank.services.membership.member_lists import own_uid
from timebank.services.network.antennas import list_antennas
from timebank.services.promising.promise_lists import agenda_of
from timebank.services.signing_in.passwords import lacks_password
from timebank.services.telling.release_lists import releases_waiting
from timebank.uow import reading
from timebank.web import bp
from timebank.web.coordinating.desk import desk_lines
from timebank.web.forms import new_token
from timebank.web.telling.release_words import release_words

ROWS_SHOWN = 5
"""How many rows of a desk the first page shows."""


RECENT_SHOWN = 5
"""How many favours stand under 'the last times'."""


@bp.get("/")
@access(PUBLIC)
def home() -> ResponseReturnValue:
    """The way in for everybody; for who is signed in, what waits and what can be done."""
    actor = actor_or_none()
    if actor is None:
        with reading() as session:
            return render_template("home/public.html", antennas=list_antennas(session, open_only=True))
    moment = now()
    with reading() as session:
        coordinated, kept = actor.antennas_as(Role.COORDINATOR), actor.antennas_as(Role.TREASURER)
        antennas = list_antennas(session)
        todays = [
            (each, desk_lines(session, each, actor=actor, now=moment))
            for each in antennas
            if each.id in coordinated
        ]
        to_keep = [each for each in antennas if each.id in kept - coordinated]
        waiting = waiting_for(session, actor=actor, now=moment)
        return render_template(
            "home/member.html",
            agenda=agenda_of(session, actor=actor, now=moment),
            token=new_token(),
            waiting=waiting,
            recent=recent_of(session, actor=actor, now=moment, but=waiting, limit=RECENT_SHOWN),
            needs_password=lacks_password(session, actor=actor),
            todays=todays,
            desks=[(each, _counts(session, each.id, actor, moment)) for each in to_keep],
            rows_shown=ROWS_SHOWN,
            own_uid=own_uid(session, actor),
            directories=[each for each in antennas if belongs(actor, each.id)],
            tells=[each for each in antennas if each.id in actor.antennas_as(Role.ANTENNA_PERSON)],
            figures=releases_waiting(session, actor=actor),
            release_words=release_words,
            supported=[each for each in antennas if each.id in actor.antennas_as(Role.PARTNER_STAFF)],
            in_preparation=_in_preparation(antennas, actor),
            may_log=bool(actor.memberships or actor.helps),
            may_log_others=bool(actor.antennas_as(Role.COORDINATOR, Role.ANTENNA_PERSON)),
        )


def _in_preparation(antennas: Sequence[Antenna], actor: Actor) -> list[Antenna] | None:
    """For the operator, the antennas that aren't open yet."""
    return [each for each in antennas if each.live_on is None] if is_operator(actor) else None


def _counts(session: Session, antenna_id: int, actor: Actor, moment: datetime) -> dict[str, int]:
    """How much waits for a treasurer, by what it waits for."""
    counts = {
        state.value: len(desk_list(session, antenna_id, state, actor=actor, now=moment))
        for state in (FavourState.LOGGED, FavourState.DISPUTED, FavourState.AWAITING_SECOND)
    }
    counts["gifts"] = len(gifts_waiting(session, antenna_id, actor=actor))
    return counts

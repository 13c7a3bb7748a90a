"""The first page: what neighbours do here, or what waits for who is signed in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from timebank.auth import PUBLIC, access, actor_or_none
from timebank.clock import now
from timebank.domain.permissions import Role, belongs
from timebank.domain.states import FavourState
from timebank.services.antennas import list_antennas
from timebank.services.ask_lists import live_asks
from timebank.services.directory_lists import count_stale
from timebank.services.favour_lists import desk_list, recent_of, waiting_for
from timebank.services.gifts import gifts_waiting
from timebank.services.member_lists import list_applications, short_of_coordinators
from timebank.services.notice_desk import messages_to_tell
from timebank.services.promise_lists import agenda_of, calls_of
from timebank.services.referral_lists import count_due_referrals
from timebank.services.signal_lists import count_open_signals
from timebank.uow import reading
from timebank.web import bp
from timebank.web.forms import new_token


@bp.get("/")
@access(PUBLIC)
def home() -> ResponseReturnValue:
    """The way in for everybody; for who is signed in, what waits and what can be done."""
    actor = actor_or_none()
    if actor is None:
        with reading() as session:
            return render_template("home/public.html", antennas=list_antennas(session))
    moment = now()
    with reading() as session:
        desks = []
        for antenna in list_antennas(session):
            if antenna.id not in actor.antennas_as(Role.COORDINATOR, Role.TREASURER):
                continue
            counts = {
                state.value: len(desk_list(session, antenna.id, state, actor=actor, now=moment))
                for state in (FavourState.LOGGED, FavourState.DISPUTED, FavourState.AWAITING_SECOND)
            }
            counts["gifts"] = len(gifts_waiting(session, antenna.id, actor=actor))
            if antenna.id in actor.antennas_as(Role.COORDINATOR):
                counts["tell"] = len(messages_to_tell(session, antenna.id, actor=actor, now=moment))
                counts["calls"] = len(calls_of(session, antenna.id, actor=actor, now=moment))
                counts["short"] = short_of_coordinators(session, antenna.id, moment.date())
                counts["asks"] = len(live_asks(session, antenna.id, actor=actor))
                counts["signals"] = count_open_signals(session, antenna.id, actor=actor)
                counts["referrals"] = count_due_referrals(session, antenna.id, actor=actor, now=moment)
                counts["stale"] = count_stale(session, antenna.id, actor=actor, now=moment)
                counts["applications"] = len(list_applications(session, antenna.id, actor=actor))
            desks.append((antenna, counts))
        return render_template(
            "home/member.html",
            agenda=agenda_of(session, actor=actor, now=moment),
            token=new_token(),
            waiting=waiting_for(session, actor=actor, now=moment),
            recent=recent_of(session, actor=actor, now=moment, limit=5),
            desks=desks,
            directories=[each for each in list_antennas(session) if belongs(actor, each.id)],
            tells=[
                each for each in list_antennas(session) if each.id in actor.antennas_as(Role.ANTENNA_PERSON)
            ],
            may_log=bool(actor.memberships or actor.helps),
            may_log_others=bool(actor.antennas_as(Role.COORDINATOR, Role.ANTENNA_PERSON)),
        )

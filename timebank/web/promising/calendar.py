"""Promises and turns in one's own calendar program: the page that gives the secret address, and what it answers."""

from flask import Blueprint, Response, current_app, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _, lazy_gettext as _l

from timebank.auth import COORDINATOR, PUBLIC, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.calendar import CalendarEntry, calendar_file
from timebank.models.antenna import Antenna
from timebank.services.coordinating.roster_lists import ON_DUTY
from timebank.services.network.antennas import find_antenna
from timebank.services.promising.feeds import (
    Feed,
    FeedEvent,
    FeedTurn,
    has_feed,
    make_feed,
    read_feed,
    revoke_feed,
)
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.ask_words import kind_words

files = Blueprint("calendar", __name__)
"""Beside the pages: a calendar program asks for no language."""


@files.get("/calendar/<token>.ics")
@access(PUBLIC)
def feed(token: str) -> Response:
    """The promises and turns behind a secret address, for a calendar program."""
    moment = now()
    with reading() as session:
        found = read_feed(session, token, now=moment)
    with force_locale(found.language):
        name = _("Promises of %(name)s", name=found.antenna) if found.antenna else _("My agenda")
        content = calendar_file(name, _entries(found), at=moment)
    return Response(content, content_type="text/calendar; charset=utf-8")


@bp.get("/agenda/calendar")
@access(SIGNED_IN)
def calendar() -> str:
    """Whether my agenda has an address, with buttons to make, renew and stop it."""
    return _page(None)


@bp.post("/agenda/calendar")
@access(SIGNED_IN)
def make_calendar() -> str:
    """A new address, shown now only."""
    return _page(None, transact(make_feed, actor=current_actor(), now=now()))


@bp.post("/agenda/calendar/stop")
@access(SIGNED_IN)
def stop_calendar() -> ResponseReturnValue:
    """My address stops working."""
    transact(revoke_feed, actor=current_actor(), now=now())
    return redirect(url_for("web.calendar"))


@bp.get("/desk/<slug>/calendar")
@access(COORDINATOR)
def desk_calendar(slug: str) -> str:
    """Whether I have an address for all promises of this antenna."""
    return _page(_antenna(slug))


@bp.post("/desk/<slug>/calendar")
@access(COORDINATOR)
def make_desk_calendar(slug: str) -> str:
    """A new address for all promises of this antenna, shown now only."""
    here = _antenna(slug)
    return _page(here, transact(make_feed, here.id, actor=current_actor(), now=now()))


@bp.post("/desk/<slug>/calendar/stop")
@access(COORDINATOR)
def stop_desk_calendar(slug: str) -> ResponseReturnValue:
    """My address for this antenna's promises stops working."""
    transact(revoke_feed, _antenna(slug).id, actor=current_actor(), now=now())
    return redirect(url_for("web.desk_calendar", slug=slug))


def _page(here: Antenna | None, secret: str = "") -> str:
    with reading() as session:
        works = has_feed(session, None if here is None else here.id, actor=current_actor())
    base = current_app.extensions["timebank_settings"].base_url.rstrip("/")
    address = base + url_for("calendar.feed", token=secret) if secret else ""
    on_duty = here is not None or bool(current_actor().antennas_as(*ON_DUTY))
    return render_template(
        "proposals/calendar.html", here=here, works=works, address=address, on_duty=on_duty
    )


def _antenna(slug: str) -> Antenna:
    with reading() as session:
        antenna = find_antenna(session, slug)
    g.antenna_id = antenna.id
    return antenna


def _entries(found: Feed) -> list[CalendarEntry]:
    promises = [
        CalendarEntry(
            uid=f"{each.uid}@timebank",
            sequence=each.version,
            starts=each.starts_at or each.on_day,
            ends=each.ends_at,
            summary=_summary(each),
            cancelled=not each.stands,
        )
        for each in found.events
    ]
    turns = [
        CalendarEntry(
            uid=f"duty-{each.id}@timebank",
            sequence=each.version,
            starts=each.starts_at,
            ends=each.ends_at,
            summary=_turn_summary(each),
            cancelled=False,
        )
        for each in found.turns
    ]
    return promises + turns


def _turn_summary(turn: FeedTurn) -> str:
    words = {"antenna": turn.antenna, "name": turn.name, "other": turn.substitute}
    if turn.side == "own":
        with_other = _l("%(antenna)s: your turn (steps in: %(other)s)")
        return str(with_other if turn.substitute else _l("%(antenna)s: your turn")) % words
    if turn.side == "steps_in":
        for_other = _l("%(antenna)s: if need be, you step in for %(name)s")
        return str(for_other if turn.name else _l("%(antenna)s: if need be, you step in")) % words
    if turn.substitute:
        return str(_("On duty: %(name)s (steps in: %(other)s)", name=turn.name, other=turn.substitute))
    return str(_("On duty: %(name)s", name=turn.name))


def _summary(event: FeedEvent) -> str:
    who = {
        "helper": _("You help %(name)s", name=event.asker),
        "asker": _("%(name)s helps you", name=event.helper),
        "beside": _("%(helper)s for %(asker)s", helper=event.helper, asker=event.asker),
    }[event.side]
    return f"{who} ({kind_words(event)})"

"""An antenna's own figures, for its board and coordinators; and for coordinators whom to ring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import g, render_template, request
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import is_coordinator
from timebank.models.antenna import Antenna
from timebank.participation.indicators import Indicators
from timebank.participation.periods import year_earlier
from timebank.services.asking.categories import categories_of
from timebank.services.measuring.participation import participation_of
from timebank.services.measuring.participation_lists import Signs, ToRing, signs_of
from timebank.services.measuring.participation_scope import scope_of_antenna
from timebank.services.measuring.population import inhabitants_beside
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.ask_pages import category_name
from timebank.web.measuring.participation_groups import groups_of
from timebank.web.measuring.participation_measures import SECTIONS, SHAPE
from timebank.web.measuring.participation_words import lines_of
from timebank.web.measuring.periods import chosen_period

FEW, MANY = 20, 500
"""How many names a list shows at first, and all by itself."""

LISTS = ("not-seen", "newcomers", "never-ask", "asked-often")
OUTCOME_WORDS = {
    "filled": _l("filled"),
    "partly": _l("filled in part"),
    "referred": _l("referred to a service"),
    "withdrawn": _l("withdrawn"),
    "nobody": _l("nobody was found"),
    "open": _l("still open"),
}


@dataclass(frozen=True)
class RingList:
    """A list to ring as the page shows it; ``people`` are the first of ``count``."""

    key: str
    people: Sequence[ToRing]
    count: int


@bp.get("/antennas/<slug>/participation")
@access(STAFF)
def participation(slug: str) -> str:
    """How this antenna does, with the same period a year before beside it."""
    actor, moment = current_actor(), now()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        today = local_day(moment, antenna.timezone)
        choice = chosen_period(today, antenna.id, actor)
        period = choice.period
        scope = scope_of_antenna(session, antenna.id)
        beside = inhabitants_beside(session, antenna.id, year=period.last.year)
        found = participation_of(session, scope, period, actor=actor, now=moment, beside=beside)
        before = participation_of(session, scope, year_earlier(period), actor=actor, now=moment)
        return render_template(
            "participation/figures.html",
            here=antenna,
            found=found,
            before=before,
            choice=choice,
            sections=[(title, lines_of(measures, found, before)) for title, measures in SECTIONS],
            shape=lines_of(SHAPE, found, before),
            kinds=_kinds(session, antenna, found, before),
            outcomes=OUTCOME_WORDS,
            groups=groups_of(found.taking_part),
            rings=is_coordinator(actor, antenna.id),
        )


@bp.get("/antennas/<slug>/signs")
@access(COORDINATOR)
def signs(slug: str) -> str:
    """Whom to ring, by name; and what the team might talk about."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = signs_of(session, antenna.id, actor=current_actor(), now=now())
    alone = request.args.get("list", "")
    shown = [alone] if alone in LISTS else LISTS
    lists = [_ring_list(found, key, MANY if alone in LISTS else FEW) for key in shown]
    return render_template(
        "participation/signs.html", here=antenna, found=found, lists=lists, alone=alone in LISTS
    )


def _ring_list(found: Signs, key: str, most: int) -> RingList:
    lists: Mapping[str, Sequence[ToRing]] = {
        "not-seen": found.not_seen,
        "newcomers": found.newcomers,
        "never-ask": found.never_ask,
        "asked-often": found.asked_often,
    }
    return RingList(key, lists[key][:most], len(lists[key]))


def _kinds(
    session: Session, antenna: Antenna, found: Indicators, before: Indicators
) -> list[tuple[str, int, int, int]]:
    """For each kind of help: its name, favours, minutes, and favours a year before."""
    names = {each.code: category_name(each) for each in categories_of(session, antenna.id, retired=True)}
    now_by, then_by = found.favours.by_category, before.favours.by_category
    rows = [
        (
            names.get(code) or code or _("No kind was said"),
            *now_by.get(code, (0, 0)),
            then_by.get(code, (0, 0))[0],
        )
        for code in sorted({*now_by, *then_by})
    ]
    return sorted(rows, key=lambda row: str(row[0]).casefold())

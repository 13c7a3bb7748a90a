"""Every indicator of an antenna, of a partner's antennas or of the network, from grouped statements.

How many statements that takes is fixed, whatever the number of members, favours and antennas.
"""

from datetime import date, datetime

from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, may_see_participation, require
from timebank.participation.counted import Beside, Totals
from timebank.participation.indicators import Indicators, without_groups
from timebank.participation.periods import Period, is_any_days, read_period
from timebank.participation.working_out import NOTHING_BESIDE, work_out
from timebank.services.measuring.participation_asks import ask_totals, referral_totals
from timebank.services.measuring.participation_books import book_totals
from timebank.services.measuring.participation_favours import favour_totals
from timebank.services.measuring.participation_members import member_facts
from timebank.services.measuring.participation_scope import Scope


def participation_of(
    session: Session,
    scope: Scope,
    period: Period,
    *,
    actor: Actor,
    now: datetime,
    beside: Beside = NOTHING_BESIDE,
) -> Indicators:
    """The exact figures, for the antennas' own coordinators and treasurers, and for the timebank itself.

    How many members there are of each language, age, street and gender is for the coordinators alone, who
    know them: a group of one would tell a treasurer of that one. What leaves an antenna goes through the
    disclosure gate first (``participation.disclosure``).

    Raises:
        NotAllowedError, NotFoundError: for whom one of the antennas isn't theirs.
    """
    for antenna_id in scope.antenna_ids:
        allowed = actor is SYSTEM or may_see_participation(actor, antenna_id)
        require(allowed, actor, antenna_id)
    found = work_out(totals_of(session, scope, period, now=now), beside)
    knows_members = all(is_coordinator(actor, antenna_id) for antenna_id in scope.antenna_ids)
    return found if actor is SYSTEM or knows_members else without_groups(found)


def named_period(text: str, today: date, *, antenna_id: int, actor: Actor) -> Period:
    """The period that an address names; see ``participation.periods.read_period``.

    Days of their own choice are for who coordinates there: by the difference of two periods they tell of single
    people, whom a coordinator knows and the rest of a board doesn't.

    Raises:
        InvalidInputError: code ``period``, ``period_days`` or ``period_to_come``.
    """
    if is_any_days(text) and not is_coordinator(actor, antenna_id):
        raise InvalidInputError("period", "Choose a month and a year.", field="period")
    try:
        period = read_period(text, today)
    except ValueError:
        if is_any_days(text):
            words = "Choose a first day since 2000, and a last day that isn't before it."
            raise InvalidInputError("period_days", words, field="period") from None
        raise InvalidInputError("period", "Choose a month and a year.", field="period") from None
    _check_begun(period, today)
    return period


def totals_of(session: Session, scope: Scope, period: Period, *, now: datetime) -> Totals:
    """What the database counts of a scope in a period; for services that decide themselves who sees it.

    Raises:
        InvalidInputError: code ``period_to_come``.
    """
    _check_begun(period, scope.today(now))
    members = member_facts(session, scope, period)
    return Totals(
        period=period,
        known_through=min(period.last, scope.today(now)),
        one_antenna=len(scope.places) == 1,
        members=members,
        favours=favour_totals(session, scope, period, members, now=now),
        asks=ask_totals(session, scope, period, now=now),
        referrals=referral_totals(session, scope, period),
        books=book_totals(session, scope, period, now=now),
    )


def _check_begun(period: Period, today: date) -> None:
    if period.first > today:
        raise InvalidInputError("period_to_come", "This period has yet to begin.", field="period")

"""Days as a database counts them in a grouped statement: whole numbers, so that no row has to leave it for a date."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    SQLColumnExpression,
    String,
    case,
    cast,
    func,
    literal_column,
    type_coerce,
)
from sqlalchemy.orm import Session

from timebank.domain.days import clock_offsets
from timebank.models.antenna import Antenna
from timebank.services.measuring.participation_scope import Scope

EPOCH = date(1970, 1, 1)
SECONDS_OF_A_DAY = 86_400
FIRST_YEAR = 2010
"""No moment in the database is older: this is when something was written down, not when it was done."""


def number_of(day: date) -> int:
    """A day as ``day_number`` counts it."""
    return (day - EPOCH).days


def day_number(session: Session, day: SQLColumnExpression[Any]) -> ColumnElement[int]:
    """A date as the number of days since 1970 began."""
    if _is_postgresql(session):
        return type_coerce(day - literal_column("DATE '1970-01-01'"), Integer)
    return _seconds(day) // SECONDS_OF_A_DAY


def local_day_number(
    session: Session, moment: SQLColumnExpression[Any], scope: Scope, today: date
) -> ColumnElement[int]:
    """The day of a moment as people of its antenna lived it, counted as by ``day_number``; no moment is after today.

    The statement joins ``Antenna``.
    """
    first, *others = sorted({each.timezone for each in scope.places})
    found = _in_zone(session, moment, first, today)
    if not others:
        return found
    return case(
        *((Antenna.timezone == zone, _in_zone(session, moment, zone, today)) for zone in others), else_=found
    )


def month_text(session: Session, day: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """The month of a date, such as '2026-11'."""
    if _is_postgresql(session):
        return func.to_char(day, "YYYY-MM", type_=String)
    return func.substr(day, 1, 7, type_=String)


def _in_zone(
    session: Session, moment: SQLColumnExpression[Any], zone: str, today: date
) -> ColumnElement[int]:
    if _is_postgresql(session):
        return day_number(session, cast(func.timezone(zone, moment), Date))
    *changes, (_, ahead) = clock_offsets(zone, FIRST_YEAR, today.year + 1)
    shift = (
        case(*((moment >= since, seconds) for since, seconds in changes), else_=ahead) if changes else ahead
    )
    return (_seconds(moment) + shift) // SECONDS_OF_A_DAY


def _seconds(moment: SQLColumnExpression[Any]) -> ColumnElement[int]:
    return cast(func.strftime("%s", moment), Integer)


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"

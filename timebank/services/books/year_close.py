"""Closing a period of an antenna's books: two of its team say so, and from then on it takes no entry."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, Role, may_see_books, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import close_books_through
from timebank.services.membership.member_lists import team_of

SECONDS = (Role.COORDINATOR, Role.TREASURER)
"""Whose two names close a period."""


@dataclass(frozen=True)
class BooksView:
    """How far an antenna's books are closed, and who else of its team can agree to close more."""

    closed_through: date | None
    seconds: tuple[Person, ...]


def books_view(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> BooksView:
    """What who reads the books sees before closing a period.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    antenna = _antenna(session, antenna_id, actor)
    today = local_day(now, antenna.timezone)
    seconds = {
        person.id: person
        for mandate, person in team_of(session, antenna_id, today)
        if mandate.role in SECONDS and mandate.starts_on <= today and person.id != actor.person_id
    }
    return BooksView(antenna.book.closed_through, tuple(seconds.values()))


def close_period(
    session: Session, antenna_id: int, through: date, second_id: int, *, actor: Actor, now: datetime
) -> None:
    """Close the books up to and with ``through``, in two names: the actor's and ``second_id``'s (a person).

    What is found out later is dated in the open period and says which day it concerns.

    Raises:
        InvalidInputError: a day that hasn't passed, or a second who isn't another one of the team.
        PeriodClosedError: they are closed beyond that day already.
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    antenna = _antenna(session, antenna_id, actor)
    require_full_rights(actor)
    if through >= local_day(now, antenna.timezone):
        raise InvalidInputError(
            "period_running", "This day hasn't passed yet. Close a period that is over.", field="through"
        )
    if second_id not in {
        person.id for person in books_view(session, antenna_id, actor=actor, now=now).seconds
    }:
        raise InvalidInputError("second_missing", "Choose the second person of the team.", field="second")
    close_books_through(session, antenna.book_id, through=through)
    write_down(
        session,
        "close_period",
        actor=actor,
        now=now,
        antenna_id=antenna_id,
        subject=f"antenna:{antenna.uid}",
        detail={"through": through.isoformat(), "second": second_id},
    )
    session.flush()


def _antenna(session: Session, antenna_id: int, actor: Actor) -> Antenna:
    require(may_see_books(actor, antenna_id), actor, antenna_id)
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    return antenna

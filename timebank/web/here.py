"""The antenna that a page is about, for who may be there."""

from collections.abc import Callable

from flask import g
from sqlalchemy.orm import Session

from timebank.auth import current_actor
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.services.network.antennas import find_antenna


def antenna_here(session: Session, slug: str, may: Callable[[Actor, int], bool] = is_coordinator) -> Antenna:
    """The antenna in the address, whose name and phone the page's frame then shows.

    Raises:
        NotAllowedError, NotFoundError: not one of those who ``may``, its coordinators unless said otherwise.
    """
    antenna = find_antenna(session, slug)
    g.antenna_id = antenna.id
    require(may(current_actor(), antenna.id), current_actor(), antenna.id)
    return antenna

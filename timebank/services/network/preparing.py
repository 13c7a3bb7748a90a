"""What every step of an antenna's opening begins with: who may take it, and the antenna held meanwhile."""

from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError, WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, is_operator, require, require_full_rights
from timebank.models.antenna import Antenna


def require_opener(actor: Actor, antenna_id: int) -> None:
    """Its coordinators and the operator open an antenna.

    Raises:
        NotAllowedError, NotFoundError: neither of them.
    """
    require(is_coordinator(actor, antenna_id) or is_operator(actor), actor, antenna_id)
    require_full_rights(actor)


def hold_antenna(session: Session, antenna_id: int, *, actor: Actor) -> Antenna:
    """The antenna, held until the transaction ends: a step isn't taken back while it goes live.

    Raises:
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    require_opener(actor, antenna_id)
    antenna = session.get(Antenna, antenna_id, with_for_update={"key_share": True})
    if antenna is None:
        raise NotFoundError
    return antenna


def check_preparing(antenna: Antenna) -> None:
    """Refuse what has its place only before an antenna goes live.

    Raises:
        WrongStateError: ``antenna_is_open``.
    """
    if antenna.live_on is not None:
        raise WrongStateError("antenna_is_open", "This antenna is open already.")

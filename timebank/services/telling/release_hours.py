"""Hours that moved without a favour, and hours for the antenna itself, as tables of a release."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from timebank.domain.states import FavourState, GiftState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.gift import Gift, GiftKind
from timebank.participation.catalogue import GIFT_GIVERS, GRANT_RECEIVERS, WORKERS
from timebank.participation.disclosure.tables import Frame, Table
from timebank.participation.periods import Period
from timebank.services.telling.release_rows import people_table


def gifts_table(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Who gave hours away of their own, and how many: to neighbours, or to the pot."""
    group = case((Gift.to_member_id.is_(None), "to_the_pot"), else_="to_neighbours")
    query = select(group, Gift.from_member_id, func.sum(Gift.minutes)).where(
        _booked(antenna, period, GiftKind.GIFT), Gift.from_member_id.is_not(None)
    )
    rows = session.execute(query.group_by(group, Gift.from_member_id))
    return people_table(
        frame,
        period,
        GIFT_GIVERS,
        ((to, giver, int(total)) for to, giver, total in rows if giver),
        leaving_out,
    )


def grants_table(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Who got hours from the pot. Not those for a newcomer: they are the same for each, and would count them."""
    query = select(Gift.to_member_id, func.sum(Gift.minutes)).where(
        _booked(antenna, period, GiftKind.GRANT),
        Gift.from_member_id.is_(None),
        Gift.to_member_id.is_not(None),
    )
    rows = session.execute(query.group_by(Gift.to_member_id))
    return people_table(
        frame,
        period,
        GRANT_RECEIVERS,
        (("from_the_pot", member, int(total)) for member, total in rows if member),
        leaving_out,
    )


def antenna_work_table(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Who worked for the antenna itself, and how long, as far as it was written down and agreed."""
    query = (
        select(FavourParty.member_id, func.sum(Favour.minutes))
        .join(Favour, Favour.id == FavourParty.favour_id)
        .where(
            FavourParty.side == Side.GIVER,
            Favour.antenna_id == antenna.id,
            Favour.state == FavourState.CONFIRMED,
            Favour.for_antenna.is_(True),
            Favour.done_on >= period.first,
            Favour.done_on < period.after,
        )
        .group_by(FavourParty.member_id)
    )
    rows = session.execute(query)
    return people_table(
        frame,
        period,
        WORKERS,
        (("for_the_antenna", member, int(total)) for member, total in rows),
        leaving_out,
    )


def _booked(antenna: Antenna, period: Period, kind: GiftKind) -> ColumnElement[bool]:
    return and_(
        Gift.from_antenna_id == antenna.id,
        Gift.kind == kind,
        Gift.state == GiftState.BOOKED,
        Gift.done_on >= period.first,
        Gift.done_on < period.after,
    )

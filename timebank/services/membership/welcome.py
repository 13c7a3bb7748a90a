"""The welcome gift: minutes from the pot for who joins, where the antenna's rules give any."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.permissions import Actor
from timebank.domain.states import GiftState
from timebank.models.gift import Gift, GiftKind
from timebank.models.member import Member
from timebank.services.books.gift_booking import book_gift, tell_gift
from timebank.services.network.rules import rules_of


def welcome(session: Session, member: Member, *, actor: Actor, now: datetime) -> Gift | None:
    """Give a new member the antenna's ``welcome_minutes``; None where the rules give nothing.

    It is asked for once, when the account is opened, and isn't an exchange.

    Raises:
        LimitError: the pot may not go that low.
    """
    minutes = rules_of(session, member.antenna_id).welcome_minutes
    if not minutes:
        return None
    gift = Gift(
        uid=uuid.uuid4(),
        kind=GiftKind.WELCOME,
        state=GiftState.BOOKED,
        from_antenna_id=member.antenna_id,
        to_antenna_id=member.antenna_id,
        to_member_id=member.id,
        minutes=minutes,
        done_on=local_day(now, member.antenna.timezone),
        channel=member.joined_through,
        proposed_by_id=actor.person_id or None,
        proposed_at=now,
    )
    session.add(gift)
    session.flush()
    session.refresh(gift, ["to_member"])
    book_gift(session, gift, actor=actor, now=now)
    tell_gift(session, gift, now=now)
    return gift

"""Asks, offers and proposals of the cast, as the tests of the desk make them."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.models.ask import Ask
from timebank.models.notice import Notice
from timebank.models.proposal import Proposal
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.promising.proposals import NewProposal, propose
from timebank.uow import reading, transact

THURSDAY = TODAY + timedelta(days=3)


def morning(day: date = THURSDAY) -> Window:
    """Nine to twelve."""
    return Window(day, 9 * 60, 12 * 60)


def ask_of(world: World, name: str = "ben", *, by: str = "cora", **changes: object) -> UUID:
    """An ask of this member's, written down by ``by``; its uid."""
    values: dict[str, object] = {"category": "lift", "place": "Eye doctor", "windows": (morning(),)}
    details = AskDetails(**(values | changes))  # type: ignore[arg-type]
    new = NewAsk(
        antenna_id=world.antenna,
        words="Who can bring me to the eye doctor?",
        member_id=world.members[name],
        channel=Channel.PHONE,
        details=details,
    )
    return transact(make_ask, new, actor=world.actor(by), now=NOW).uid


def offer_of(world: World, name: str = "ana", **changes: object) -> UUID:
    """An offer of this member's; its uid."""
    values: dict[str, object] = {"likes": ("lift", "visit"), "car_metres": 10_000}
    details = OfferDetails(**(values | changes))  # type: ignore[arg-type]
    return transact(save_offer, world.uids[name], details, actor=world.actor(name), now=NOW).uid


def proposed(world: World, ask: UUID, name: str = "ana", **changes: object) -> UUID:
    """The question to this member, by Cora; its uid."""
    new = NewProposal(member_id=world.members[name], **changes)  # type: ignore[arg-type]
    return transact(propose, ask, new, actor=world.actor("cora"), now=NOW).uid


def state_of_ask(uid: UUID) -> str:
    """The state of an ask."""
    with reading() as session:
        return session.scalars(select(Ask.state).where(Ask.uid == uid)).one().value


def state_of_proposal(uid: UUID) -> str:
    """The state of a proposal."""
    with reading() as session:
        return session.scalars(select(Proposal.state).where(Proposal.uid == uid)).one().value


def told(world: World, name: str) -> list[str]:
    """The kinds of notices that were queued for this person, in order."""
    with reading() as session:
        query = select(Notice.kind).where(Notice.person_id == world.people[name]).order_by(Notice.id)
        return list(session.scalars(query))

"""Heembeek and Marolles help over their border: Dia, whom Dov coordinates, is asked for Ben."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from timebank.domain.desk import DeskKind
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.coordinating.desk import desk_rows
from timebank.services.matchmaking.over_border import pass_on
from timebank.services.matchmaking.pools import PoolDecision, agree_to_pool, propose_pool
from timebank.services.promising.proposal_answers import Answer
from timebank.uow import reading, transact

YES = Answer(yes=True)
AFTER = NOW + timedelta(days=4)
DECISION = PoolDecision(TODAY, "The team")


def agreed(world: World) -> None:
    """Cora proposes it for Heembeek, Dov says yes for Marolles."""
    here, there = world.antenna, world.antennas["marolles"]
    transact(propose_pool, here, "marolles", DECISION, actor=world.actor("cora"), now=NOW)
    transact(agree_to_pool, there, "heembeek", DECISION, actor=world.actor("dov"), now=NOW)


def handed_over(world: World, **changes: object) -> UUID:
    """They agree, Dia is willing, and Heembeek asks for her; the question's uid."""
    agreed(world)
    offer_of(world, "dia", over_border=True, **changes)
    return proposed(world, ask_of(world), "dia")


def desk_of(world: World, slug: str, now=NOW) -> list[DeskKind]:
    """What needs a person there, but for hints and what is to be told."""
    who = {"heembeek": "cora", "marolles": "dov"}[slug]
    hints = DeskKind.QUIET, DeskKind.UNUSED_OFFER, DeskKind.TO_TELL
    with reading() as session:
        rows = desk_rows(session, world.antennas[slug], actor=world.actor(who), now=now)
        return [row.kind for row in rows if row.kind not in hints]


def step(world: World, work: object, uid: UUID, *args: object, by: str = "dov", now=NOW) -> UUID:
    """Take a step with a proposal; its uid."""
    return transact(work, uid, *args, actor=world.actor(by), now=now).uid  # type: ignore[arg-type]


def promised(world: World) -> UUID:
    """Dov rang and Dia said yes."""
    uid = handed_over(world)
    return step(world, pass_on, uid, YES)


def ask_behind(uid: UUID) -> UUID:
    """The uid of the ask that a proposal is about."""
    with reading() as session:
        return session.scalars(
            select(Ask.uid).join(Proposal, Proposal.ask_id == Ask.id).where(Proposal.uid == uid)
        ).one()

"""Practice asks: a team tries the desk on them, no hours move, and nothing of them stays."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import World
from tests.unit.services.asking import ask_of
from timebank.domain.errors import NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.permissions import SYSTEM
from timebank.ledger.model import Transfer
from timebank.ledger.proof import check_books
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.desk import OpeningStep
from timebank.models.favour import Favour
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal
from timebank.services.network.opening import opening_steps
from timebank.services.network.practice import PracticeAsk, begin_practice, end_practice
from timebank.services.promising.promises import Happening, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, propose
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.referrals import NewReferral, refer_ask
from timebank.uow import reading, transact

ASKS = (
    PracticeAsk("Practice: a lift?", "Nobody", "lift"),
    PracticeAsk("Practice: a visit?", "Nobody", "visit"),
)


@pytest.fixture
def preparing(world: World) -> World:
    """Heembeek, as it was before it opened; Ann is of its team and Ana isn't."""

    def prepare(session: Session) -> None:
        session.get_one(Antenna, world.antenna).live_on = None

    transact(prepare)
    return world


def begin(world: World) -> None:
    transact(begin_practice, world.antenna, ASKS, actor=world.actor("cora"), now=world.now)


def end(world: World, name: str = "cora") -> None:
    transact(end_practice, world.antenna, actor=world.actor(name), now=world.now)


def asks(world: World) -> list[Ask]:
    with reading() as session:
        return list(session.scalars(select(Ask).where(Ask.antenna_id == world.antenna).order_by(Ask.id)))


def count(of: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(of)) or 0


def put_to(world: World, name: str, ask: Ask):
    new = NewProposal(world.members[name], on_day=world.today)
    return transact(propose, ask.uid, new, actor=world.actor("cora"), now=world.now).uid


def test_a_whole_practice_books_nothing_and_leaves_nothing(preparing: World):
    world = preparing
    begin(world)
    begin(world)
    first, second = asks(world)
    done, waits = put_to(world, "ann", first), put_to(world, "ann", second)
    ann = world.actor("ann")
    transact(answer_proposal, done, Answer(yes=True), actor=ann, now=world.now)
    transact(say_it_happened, done, Happening("1u"), actor=ann, now=world.now)
    assert waits is not None
    end(world)
    end(world)
    assert asks(world) == []
    assert [count(of) for of in (Proposal, Favour, Transfer, OpeningStep)] == [0, 0, 0, 0]
    with reading() as session:
        waiting = select(Notice).where(Notice.state == NoticeState.WAITING)
        assert session.scalars(waiting).all() == []
        assert check_books(session).faults == ()


def test_a_real_ask_stays(preparing: World):
    world = preparing
    begin(world)
    real = ask_of(world)
    end(world, "olga")
    assert [ask.uid for ask in asks(world)] == [real]


def test_asks_that_follow_a_repeating_one_go_with_it(preparing: World):
    world = preparing
    begin(world)
    first, second = asks(world)

    def follow(session: Session) -> None:
        session.get_one(Ask, second.id).follows_id = first.id
        session.delete(session.get_one(OpeningStep, (world.antenna, f"practice:{second.uid}")))

    transact(follow)
    end(world)
    assert asks(world) == []


def test_practice_counts_as_no_first_ask(preparing: World):
    world = preparing
    begin(world)
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        steps = opening_steps(session, antenna, actor=SYSTEM, now=world.now)
    assert not {each.step.value: each.found for each in steps}["asks"]


def test_no_service_is_told_of_someone_invented(preparing: World):
    world = preparing
    begin(world)
    cora = world.actor("cora")
    details = EntryDetails(name="Thuisverpleging", phone="02 555 80 10")
    entry = transact(add_entry, world.antenna, details, checked_on=None, actor=cora, now=world.now).uid
    with pytest.raises(WrongStateError, match="practice"):
        transact(refer_ask, asks(world)[0].uid, NewReferral(entry, agreed=True), actor=cora, now=world.now)


def test_only_a_team_that_prepares_practises(world: World):
    with pytest.raises(WrongStateError, match="open already"):
        begin(world)
    for name, refusal in (("olga", NotAllowedError), ("ann", NotAllowedError), ("dov", NotFoundError)):
        with pytest.raises(refusal):
            transact(begin_practice, world.antenna, ASKS, actor=world.actor(name), now=world.now)

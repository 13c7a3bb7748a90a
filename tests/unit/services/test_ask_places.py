"""An ask whose number of helpers is corrected after someone has promised."""

from uuid import UUID

from sqlalchemy import select

from tests.factories import NOW, World
from tests.unit.services.asking import ask_of, morning, proposed, state_of_ask
from timebank.models.ask import Ask
from timebank.services.asking.asks import change_ask
from timebank.services.asking.new_ask import AskDetails
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


def promised(world: World, slots: int) -> UUID:
    uid = ask_of(world, slots=slots)
    question = proposed(world, uid)
    transact(answer_proposal, question, Answer(yes=True), actor=world.actor("cora"), now=NOW)
    return uid


def change_slots(world: World, uid: UUID, slots: int) -> None:
    with reading() as session:
        version = session.scalars(select(Ask.version).where(Ask.uid == uid)).one()
    details = AskDetails(category="lift", windows=(morning(),), slots=slots)
    transact(change_ask, uid, details, version=version, actor=world.actor("cora"), now=NOW)


def test_an_ask_for_one_more_helper_is_open_again(world: World):
    uid = promised(world, 1)
    assert state_of_ask(uid) == "promised"
    change_slots(world, uid, 2)
    assert state_of_ask(uid) == "open"


def test_an_ask_that_needs_no_more_than_have_promised_is_promised(world: World):
    uid = promised(world, 2)
    assert state_of_ask(uid) == "open"
    change_slots(world, uid, 1)
    assert state_of_ask(uid) == "promised"

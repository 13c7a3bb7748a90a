"""Who was suggested and asked, counted from what was written down; on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World, make_member
from tests.unit.services.asking import ask_of, offer_of
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.extensions import db
from timebank.models.member import Person
from timebank.orm import table_of
from timebank.participation.evenness import OTHERS, Count
from timebank.participation.periods import Period, days_before
from timebank.services.matchmaking.evenness import Evenness, evenness_of
from timebank.services.matchmaking.suggestions import propose_suggested
from timebank.services.measuring.sectors import import_sectors
from timebank.services.membership.member_endings import leave_member
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, volunteer
from timebank.sheets.reading import read_sheet
from timebank.uow import reading, transact

LATELY = days_before(TODAY, 30)


def found(world: World, by: str = "cora", period: Period = LATELY) -> Evenness:
    with reading() as session:
        return evenness_of(session, world.antenna, period, actor=world.actor(by))


def ask_for(world: World, ask, name: str, note: str = "") -> object:
    new = NewProposal(world.members[name], override_note=note)
    return transact(propose_suggested, ask, new, actor=world.actor("cora"), now=NOW).uid


def test_each_person_counts_once_at_each_step(world: World):
    for name in ("ana", "fay"):
        offer_of(world, name)
    for _time in range(2):
        proposal = ask_for(world, ask_of(world), "ana")
    transact(answer_proposal, proposal, Answer(yes=True, on_day=TODAY), actor=world.actor("ana"), now=NOW)
    told = found(world)
    assert told.all == Count(people=2, suggested=2, asked=1, yes=1)
    assert [(each.name, each.times) for each in told.never_asked] == [("Fay Peeters", 2)]
    assert all(lines == () for lines in told.lines.values())


def test_who_says_i_can_was_not_asked(world: World):
    offer_of(world)
    ask = ask_of(world)
    transact(volunteer, ask, world.members["ana"], actor=world.actor("ana"), now=NOW)
    assert found(world).all == Count(people=1, suggested=0, asked=0, yes=0)


def test_only_the_period_counts_and_only_who_is_a_member_now(world: World):
    for name in ("ana", "fay"):
        offer_of(world, name)
    ask_for(world, ask_of(world), "ana")
    earlier = days_before(TODAY - timedelta(days=1), 30)
    assert found(world, period=earlier).all.asked == 0
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert found(world).all == Count(people=1, suggested=1, asked=0, yes=0)


def test_the_board_sees_numbers_and_no_names(world: World):
    for name in ("ana", "fay"):
        offer_of(world, name)
    ask_for(world, ask_of(world), "ana")
    told = found(world, by="tess")
    assert told.all.asked == 1
    assert told.never_asked == ()


@pytest.mark.parametrize("who", ["ana", "hugo", "ann", "pia", "olga", "dov"])
def test_nobody_else_sees_it(world: World, who: str):
    with pytest.raises((NotAllowedError, NotFoundError)):
        found(world, by=who)


WEST = {
    **dict.fromkeys(("ana", "ben", "cora", "carl", "tess"), "Kruisberg"),
    "ann": "trassersweg ",
    **dict.fromkeys(("hugo", "fay", "noor", "omer", "lea"), ""),
}


def offers_by_street(world: World) -> None:
    """Six of one sector, five of them in one street, and five of no street, all of whom offer help."""
    for name in ("noor", "omer", "lea"):
        make_member(world, name, "heembeek", NOW)
    with Session(db.engine) as session:
        people = table_of(Person)
        for name, street in WEST.items():
            session.execute(update(people).where(people.c.id == world.people[name]).values(street=street))
        session.commit()
    for name in WEST:
        offer_of(world, name)


def people_by(told: Evenness, kind: str) -> dict[str, int]:
    return {line.name: line.count.people for line in told.lines[kind]}


def test_where_a_sheet_has_sectors_streets_are_for_the_coordinators_alone(world: World):
    offers_by_street(world)
    for who in ("cora", "tess"):
        assert people_by(found(world, by=who), "street") == {"Kruisberg": 5, OTHERS: 6}
        assert people_by(found(world, by=who), "sector") == {}
    sheet = read_sheet(b"Straat;Sector\nKruisberg;West\nTrassersweg;West\n", "sectoren.csv")
    transact(import_sectors, world.antenna, sheet, actor=world.actor("cora"), now=NOW)
    for who in ("cora", "tess"):
        assert people_by(found(world, by=who), "sector") == {"West": 6, "": 5}
    assert people_by(found(world), "street") == {"Kruisberg": 5, OTHERS: 6}
    assert people_by(found(world, by="tess"), "street") == {}

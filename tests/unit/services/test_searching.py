"""One box for people, asks and offers: what is found, by whom, and what never is."""

from dataclasses import replace

import pytest

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of
from timebank.domain.ask_states import AskStep
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.models.member import Member
from timebank.services.asking.asks import end_ask
from timebank.services.coordinating.searching import SHOWN, Found, search_antenna
from timebank.services.membership.member_endings import leave_member, record_death
from timebank.services.privacy.erasing import erase_member
from timebank.uow import reading, transact

KINDS = {"lift": "Een lift of mee op stap", "visit": "Een bezoekje"}


def search(world: World, question: str, by: str = "cora") -> Found:
    with reading() as session:
        return search_antenna(
            session, world.antenna, question, kind_names=KINDS, actor=world.actor(by), today=TODAY
        )


def people(found: Found) -> list[str]:
    return [member.person.given_name for member in found.people]


def rename(world: World, name: str, **details: str) -> None:
    def work(session):
        person = session.get_one(Member, world.members[name]).person
        for field, value in details.items():
            setattr(person, field, value)

    transact(work)


@pytest.mark.parametrize(
    "question", ["André", "andre", "ANDRE", "Andree", "adnré van", "gemeenteplein andre"]
)
def test_someone_is_found_without_accents_and_with_a_slip_of_the_finger(world: World, question: str) -> None:
    rename(world, "fay", given_name="André", sort_name="van hoof andre", street="Gemeenteplein")
    assert people(search(world, question)) == ["André"]


def test_someone_is_found_by_number_and_a_coordinator_finds_them_by_street(world: World) -> None:
    rename(world, "ben", street="Brabançonnestraat", house_number="14")
    with reading() as session:
        number = session.get_one(Member, world.members["ben"]).number
    assert people(search(world, str(number)))[0] == "Ben"
    assert people(search(world, "brabanconne 14")) == ["Ben"]
    assert people(search(world, "brabanconne 14", by="ann")) == []
    assert people(search(world, str(number), by="ann"))[0] == "Ben"


def test_an_ask_is_found_by_its_words_its_place_and_who_asks(world: World) -> None:
    uid = ask_of(world)
    for question in ("eye doctor", "eye docter", "ben bring"):
        assert [ask.uid for ask in search(world, question).asks] == [uid], question
    assert search(world, "dentist").empty


def test_an_offer_is_found_by_its_kind_and_its_words(world: World) -> None:
    offer_of(world, "ana", words="Graag naar de zee")
    for question in ("lift", "bezoekje", "ana zee", "bezokje"):
        assert [offer.member_id for offer in search(world, question).offers] == [world.members["ana"]], (
            question
        )


def test_an_antenna_person_finds_only_the_asks_that_they_wrote_down(world: World) -> None:
    ask_of(world)
    mine = ask_of(world, "fay", by="ann")
    assert [ask.uid for ask in search(world, "eye doctor", by="ann").asks] == [mine]
    assert len(search(world, "eye doctor").asks) == 2


@pytest.mark.parametrize(
    ("who", "error"),
    [("ana", NotAllowedError), ("tess", NotAllowedError), ("pia", NotAllowedError), ("dov", NotFoundError)],
)
def test_nobody_else_searches_here(world: World, who: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        search(world, "ben", by=who)


def test_people_of_another_antenna_are_never_found(world: World) -> None:
    assert search(world, "Dia").empty
    assert "Dia" not in people(search(world, "Peeters"))


def test_who_left_or_died_is_found_no_more_and_asks_of_the_dead_neither(world: World) -> None:
    cora = world.actor("cora")
    ask_of(world)
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=cora, now=NOW)
    transact(leave_member, world.uids["fay"], actor=cora, now=NOW)
    assert search(world, "ben").empty
    assert search(world, "eye doctor").empty
    assert search(world, "fay").empty


def test_nothing_of_an_erased_person_can_be_found(world: World) -> None:
    cora = world.actor("cora")
    rename(world, "fay", street="Zavelstraat")
    uid = ask_of(world, "fay", place="Zwembad")
    offer_of(world, "fay", words="Schaken")
    transact(end_ask, uid, AskStep.WITHDRAW, actor=cora, now=NOW)
    assert not search(world, "zwembad").empty
    transact(leave_member, world.uids["fay"], actor=cora, now=NOW)
    transact(erase_member, world.uids["fay"], actor=cora, now=NOW)
    with reading() as session:
        left = session.get_one(Member, world.members["fay"])
        words = ["fay", "zavelstraat", "zwembad", "eye doctor", "schaken", left.person.name, str(left.number)]
    for question in words:
        assert search(world, question).empty, question


def test_no_words_find_nothing_and_more_than_ten_are_said_to_be_more(world: World) -> None:
    assert search(world, " ,. ").empty
    for _number in range(SHOWN + 1):
        ask_of(world)
    found = search(world, "eye doctor")
    assert (len(found.asks), found.more) == (SHOWN, frozenset({"asks"}))


def test_a_mandate_that_ended_finds_nobody(world: World) -> None:
    ended = replace(world.actor("cora"), mandates=frozenset())
    with reading() as session, pytest.raises(NotAllowedError):
        search_antenna(session, world.antenna, "ben", kind_names={}, actor=ended, today=TODAY)

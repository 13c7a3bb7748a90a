"""Two who aren't proposed to one another: who writes it down, who reads it, and who never learns of it."""

import pytest
from sqlalchemy import func, select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import Role
from timebank.models.ask import Ask
from timebank.models.audit import AuditEntry
from timebank.models.matching import Apart
from timebank.models.proposal import DeclineKind
from timebank.services.matchmaking.apart import apart_from, end_apart, keep_apart, noes_to_a_person
from timebank.services.matchmaking.suggestions import refusals_for, suggest_for
from timebank.services.membership.member_endings import leave_member
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.services.privacy.own_file import own_file_of
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


def keep(world: World, one: str = "ben", other: str = "ana", by: str = "cora") -> None:
    transact(keep_apart, world.uids[one], world.uids[other], actor=world.actor(by), now=NOW)


def names(world: World, name: str, by: str = "cora") -> list[str]:
    with reading() as session:
        found = apart_from(session, world.uids[name], actor=world.actor(by))
        return [each.person.given_name for each in found]


def suggested(world: World, ask) -> list[int]:
    with reading() as session:
        found = suggest_for(session, ask, most=9, actor=world.actor("cora"), now=NOW)
        return [each.member.id for each in found]


def test_who_is_kept_apart_is_not_suggested_and_comes_back_once_it_is_taken_off(world: World):
    offer_of(world)
    ask = ask_of(world)
    assert suggested(world, ask) == [world.members["ana"]]
    keep(world)
    assert suggested(world, ask) == []
    with pytest.raises(NotAllowedError, match="aren't proposed"):
        proposed(world, ask)
    transact(end_apart, world.uids["ana"], world.uids["ben"], actor=world.actor("cora"), now=NOW)
    assert suggested(world, ask) == [world.members["ana"]]


def test_it_is_one_pair_from_either_side_however_often_it_is_said(world: World):
    keep(world)
    keep(world, "ana", "ben")
    assert names(world, "ben") == ["Ana"]
    assert names(world, "ana") == ["Ben"]
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Apart)) == 1
    for _tap in range(2):
        transact(end_apart, world.uids["ben"], world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert names(world, "ben") == []


@pytest.mark.parametrize("other", ["ben", "dov", "nobody"])
def test_only_two_who_could_help_one_another_are_kept_apart(world: World, other: str):
    uid = world.uids.get(other) or world.uids["ben"].__class__(int=7)
    with pytest.raises(InvalidInputError, match="could help one another"):
        transact(keep_apart, world.uids["ben"], uid, actor=world.actor("cora"), now=NOW)


def test_someone_who_left_is_not_kept_apart_any_more_but_can_be_taken_off(world: World):
    keep(world)
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert names(world, "ben") == ["Ana"]
    with pytest.raises(InvalidInputError):
        keep(world, "fay", "ana")
    transact(end_apart, world.uids["ben"], world.uids["ana"], actor=world.actor("cora"), now=NOW)
    assert names(world, "ben") == []


@pytest.mark.parametrize("who", ["ana", "ben", "hugo", "ann", "tess", "pia", "olga", "dov"])
def test_nobody_but_a_coordinator_here_reads_or_writes_it(world: World, who: str):
    keep(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        names(world, "ben", by=who)
    with pytest.raises((NotAllowedError, NotFoundError)):
        keep(world, "ben", "fay", by=who)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(end_apart, world.uids["ben"], world.uids["ana"], actor=world.actor(who), now=NOW)


def test_a_coordinator_who_is_one_of_the_two_neither_learns_of_it_nor_ends_it(world: World):
    mandate = NewMandate(world.people["ana"], Role.COORDINATOR, TODAY, None, world.antenna)
    transact(give_mandate, mandate, actor=world.actor("cora"), now=NOW)
    keep(world)
    keep(world, "ben", "fay")
    assert names(world, "ben", by="ana") == ["Fay"]
    for work in (keep_apart, end_apart):
        with pytest.raises(NotAllowedError, match="another coordinator"):
            transact(work, world.uids["ben"], world.uids["ana"], actor=world.actor("ana"), now=NOW)
    with pytest.raises(NotAllowedError, match="another coordinator"):
        names(world, "ana", by="ana")
    assert names(world, "ben") == ["Ana", "Fay"]


def test_why_not_the_others_tells_a_coordinator_nothing_of_who_is_kept_apart_from_them(world: World):
    offer_of(world)
    ask = ask_of(world)
    keep(world)
    mandate = NewMandate(world.people["ana"], Role.COORDINATOR, TODAY, None, world.antenna)
    transact(give_mandate, mandate, actor=world.actor("cora"), now=NOW)

    def refused(by: str) -> list[int]:
        with reading() as session:
            return [each.member.id for each in refusals_for(session, ask, actor=world.actor(by), now=NOW)]

    assert refused("cora") == [world.members["ana"]]
    assert refused("ana") == []


def test_neither_finds_it_in_their_own_file_nor_in_what_was_done_for_them(world: World):
    keep(world)
    with reading() as session:
        rows = session.scalars(select(AuditEntry).where(AuditEntry.action == "keep_apart")).all()
        assert [(row.member_id, row.detail) for row in rows] == [(None, {})]
    for name in ("ana", "ben"):
        told = transact(own_file_of, world.uids[name], actor=world.actor(name), now=NOW)
        assert "apart" not in repr(told)


def test_a_no_to_a_person_is_pointed_out_until_the_two_are_kept_apart(world: World):
    ask = ask_of(world)
    proposal = proposed(world, ask)
    no = Answer(yes=False, decline_kind=DeclineKind.NOT_THIS_PERSON)
    transact(answer_proposal, proposal, no, actor=world.actor("ana"), now=NOW)

    def pointed_out(by: str) -> frozenset[int]:
        with reading() as session:
            found = session.scalars(select(Ask).where(Ask.uid == ask)).one()
            return noes_to_a_person(session, found, actor=world.actor(by))

    assert pointed_out("cora") == {world.members["ana"]}
    assert pointed_out("ben") == frozenset()
    keep(world)
    assert pointed_out("cora") == frozenset()

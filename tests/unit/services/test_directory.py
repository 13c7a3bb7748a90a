"""The directory, on both databases: kept right by coordinators, read by members, never lost."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    WrongStateError,
)
from timebank.extensions import db
from timebank.models.directory import DirectoryEntry
from timebank.services.network.rules import decide_rule
from timebank.services.referring.directory import (
    EntryDetails,
    add_entry,
    change_entry,
    check_entry,
    details_of,
    end_entry,
    find_entry,
    reopen_entry,
)
from timebank.services.referring.directory_lists import (
    CARD_MOST,
    Directory,
    card_entries,
    count_stale,
    directory_page,
    list_directory,
)
from timebank.uow import reading, transact

ZENNE = EntryDetails(
    name="Thuisverpleging Zenne",
    kinds=("home_nursing",),
    what="Wondzorg, inspuitingen",
    languages=("fr", "nl"),
    phone="02 555 80 10",
    hours={"nl": "elke dag van 7 tot 20 uur"},
)


def added(
    world: World,
    details: EntryDetails = ZENNE,
    *,
    by: str = "cora",
    shared: bool = False,
    checked_on: date | None = TODAY,
) -> DirectoryEntry:
    antenna_id = None if shared else world.antennas["marolles" if by == "dov" else "heembeek"]
    actor = world.actor(by)
    return transact(add_entry, antenna_id, details, checked_on=checked_on, actor=actor, now=NOW)


def listed(world: World, who: str = "ana", slug: str = "heembeek", **chosen: str) -> Directory:
    with reading() as session:
        return list_directory(session, world.antennas[slug], actor=world.actor(who), now=NOW, **chosen)


def names(world: World, who: str = "ana", slug: str = "heembeek", **chosen: str) -> list[str]:
    return [entry.name for entry in listed(world, who, slug, **chosen).entries]


def found(world: World, uid: UUID, who: str = "cora") -> DirectoryEntry:
    with reading() as session:
        return find_entry(session, uid, actor=world.actor(who))


def test_a_coordinator_adds_what_members_find(world: World) -> None:
    entry = added(world)
    assert entry.languages == ["nl", "fr"]
    assert entry.owner_id == world.people["cora"]
    for who in ("ana", "ann", "tess", "pia", "cora"):
        assert names(world, who) == ["Thuisverpleging Zenne"]
        assert found(world, entry.uid, who).phone == "02 555 80 10"


@pytest.mark.parametrize(
    "question", ["verpleging", "thuisverplegin", "soins infirmiers", "wondzrog", "ZENNE"]
)
def test_it_is_found_in_other_words_and_with_slips(world: World, question: str) -> None:
    added(world)
    added(world, replace(ZENNE, name="Pro Deo", kinds=("legal_aid",), what="", phone="02 555 80 11"))
    assert names(world, words=question) == ["Thuisverpleging Zenne"]
    assert names(world, kind="legal_aid") == ["Pro Deo"]


def test_an_outsider_finds_nothing_of_another_antenna(world: World) -> None:
    uid = added(world).uid
    with pytest.raises(NotFoundError):
        listed(world, "dov")
    with pytest.raises(NotFoundError):
        found(world, uid, "dov")
    for step in (check_entry, end_entry, reopen_entry):
        with pytest.raises(NotFoundError):
            transact(step, uid, actor=world.actor("dov"), now=NOW)


def test_an_entry_of_the_network_is_read_and_kept_in_every_antenna(world: World) -> None:
    uid = added(world, shared=True).uid
    assert names(world, "dia", "marolles") == names(world) == ["Thuisverpleging Zenne"]
    transact(check_entry, uid, actor=world.actor("dov"), now=NOW + timedelta(days=2))
    assert found(world, uid).checked_on == TODAY + timedelta(days=2)


@pytest.mark.parametrize("who", ["ana", "ann", "tess", "pia"])
def test_only_coordinators_edit(world: World, who: str) -> None:
    uid = added(world).uid
    with pytest.raises(NotAllowedError):
        added(world, by=who)
    with pytest.raises(NotAllowedError):
        added(world, by=who, shared=True)
    with pytest.raises(NotAllowedError):
        transact(change_entry, uid, ZENNE, version=1, actor=world.actor(who), now=NOW)
    with pytest.raises(NotAllowedError):
        transact(check_entry, uid, actor=world.actor(who), now=NOW)


def test_a_change_names_the_version_that_was_read(world: World) -> None:
    uid = added(world).uid
    new = replace(ZENNE, phone="02 555 80 99")
    changed = transact(change_entry, uid, new, version=1, actor=world.actor("cora"), now=NOW)
    assert (changed.version, changed.phone) == (2, "02 555 80 99")
    assert details_of(changed) == replace(new, languages=("nl", "fr"), owner_id=world.people["cora"])
    with pytest.raises(StaleError):
        transact(change_entry, uid, ZENNE, version=1, actor=world.actor("carl"), now=NOW)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"phone": ""}, "entry_reach_missing"),
        ({"kinds": ("magic",)}, "kind_unknown"),
        ({"languages": ("xx",)}, "language_unknown"),
        ({"email": "no address"}, "email_invalid"),
        ({"website": "javascript://x.be"}, "website_invalid"),
        ({"website": "geen"}, "website_invalid"),
        ({"owner_id": 4_000_000}, "owner_missing"),
    ],
)
def test_what_can_t_be_is_refused(world: World, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        added(world, replace(ZENNE, **wrong))  # type: ignore[arg-type]
    assert caught.value.error_code == code


def test_the_owner_is_another_coordinator_or_someone_in_words(world: World) -> None:
    assert added(world, replace(ZENNE, owner_id=world.people["carl"])).owner_id == world.people["carl"]
    outside = added(world, replace(ZENNE, owner_words="Sofie van het dienstencentrum"))
    assert (outside.owner_id, outside.owner_words) == (None, "Sofie van het dienstencentrum")
    with pytest.raises(InvalidInputError):
        added(world, replace(ZENNE, owner_id=world.people["ana"]))


def test_what_was_checked_too_long_ago_is_listed_and_checked_with_one_tap(world: World) -> None:
    old = added(world, checked_on=TODAY - timedelta(days=181))
    added(world, replace(ZENNE, name="Vers"), checked_on=TODAY - timedelta(days=180))
    never = added(world, replace(ZENNE, name="Nooit"), checked_on=None)
    stale = listed(world, "cora", show="stale")
    assert [entry.id for entry in stale.entries] == [never.id, old.id]
    assert stale.stale_count == 2
    transact(check_entry, old.uid, actor=world.actor("carl"), now=NOW)
    with reading() as session:
        assert count_stale(session, world.antenna, actor=world.actor("cora"), now=NOW) == 1


def test_the_antenna_decides_after_how_many_days(world: World) -> None:
    added(world, checked_on=TODAY - timedelta(days=40))
    assert listed(world, "cora").stale_count == 0
    transact(
        decide_rule,
        world.antenna,
        "directory_days",
        "30",
        decided_on=TODAY,
        decided_by="The board",
        actor=world.actor("cora"),
        now=NOW,
    )
    assert listed(world, "cora").stale_count == 1


def test_members_see_neither_what_is_stale_nor_what_ended(world: World) -> None:
    uid = added(world, checked_on=None).uid
    assert names(world, show="stale") == ["Thuisverpleging Zenne"]
    transact(end_entry, uid, actor=world.actor("cora"), now=NOW)
    assert names(world, show="ended") == []
    with pytest.raises(NotFoundError):
        found(world, uid, "ana")


def test_what_exists_no_longer_is_kept_and_can_come_back(world: World) -> None:
    uid, cora = added(world, checked_on=None).uid, world.actor("cora")
    assert transact(end_entry, uid, actor=cora, now=NOW).ended_on == TODAY
    assert names(world, "cora") == []
    assert names(world, "cora", show="ended") == ["Thuisverpleging Zenne"]
    for step in (end_entry, check_entry):
        with pytest.raises(WrongStateError):
            transact(step, uid, actor=cora, now=NOW)
    with pytest.raises(WrongStateError):
        transact(change_entry, uid, ZENNE, version=2, actor=cora, now=NOW)
    assert transact(reopen_entry, uid, actor=cora, now=NOW).checked_on == TODAY
    with pytest.raises(WrongStateError):
        transact(reopen_entry, uid, actor=cora, now=NOW)
    with pytest.raises(NotFoundError):
        transact(end_entry, uuid4(), actor=cora, now=NOW)


def test_the_list_goes_by_cursor_and_only_where_the_actor_belongs(world: World) -> None:
    ids = [added(world, replace(ZENNE, name=f"Dienst {word}")).id for word in ("een", "twee", "drie")]
    shared = added(world, shared=True).id
    theirs = added(world, by="dov").id

    def page(who: str, before: int | None = None, words: str = "") -> list[int]:
        with reading() as session:
            actor = world.actor(who)
            rows = directory_page(session, None, actor=actor, before=before, limit=3, words=words)
            return [entry.id for entry in rows]

    assert page("ana") == [shared, ids[2], ids[1]]
    assert page("ana", before=ids[1]) == [ids[0]]
    assert page("ana", words="dienst twee") == [ids[1]]
    assert page("dia") == [theirs, shared]
    assert page("olga") == [theirs, shared]


def test_the_card_holds_what_fits_with_a_number_to_call(world: World) -> None:
    for number in range(CARD_MOST["normal"] + 2):
        added(world, replace(ZENNE, name=f"Dienst {number:02d}"))
    added(world, replace(ZENNE, name="Zonder telefoon", phone="", address="Kruisberg 1"))
    added(world, replace(ZENNE, name="Niet op de kaart", on_card=False))
    added(world, replace(ZENNE, name="Eerste hulp", kinds=("emergency",)), shared=True)
    with reading() as session:
        most = CARD_MOST["normal"]
        _antenna, entries, more = card_entries(session, world.antenna, most=most, actor=world.actor("ana"))
        assert (len(entries), more) == (most, 3)
        assert {entry.name for entry in entries} == {f"Dienst {number:02d}" for number in range(most)}
        _antenna, entries, more = card_entries(session, world.antenna, most=99, actor=world.actor("ana"))
    assert entries[0].name == "Eerste hulp"
    assert "Niet op de kaart" not in {entry.name for entry in entries}


def test_the_database_refuses_an_entry_without_name_or_owner(world: World) -> None:
    entry = added(world)
    for change in ("name = ''", "owner_id = NULL"):
        with pytest.raises(IntegrityError), db.engine.begin() as connection:
            connection.execute(text(f"UPDATE directory_entry SET {change} WHERE id = {entry.id}"))

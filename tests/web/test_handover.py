"""What there is to hand over, on the page and on paper."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, update

from tests.factories import World, make_world, sign_in
from tests.web.test_answers import asked
from tests.web.test_pages import check_page
from tests.web.test_roster import told
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.desk import FEW
from timebank.domain.permissions import Role
from timebank.extensions import db
from timebank.models.antenna import RoleMandate
from timebank.models.member import Member
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.coordinating.handover import Handover, handover_of
from timebank.services.coordinating.signals import FollowUp, SignalDetails, follow_signal, tell_signal
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.uow import reading, transact

PAGE = "antennas/heembeek/handover"
OF_HEEMBEEK = ("ana", "ben", "cora", "carl", "tess", "ann", "hugo", "fay")


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def cora_stops_in(world: World, days: int) -> None:
    last = world.today + timedelta(days=days)
    query = update(RoleMandate).where(RoleMandate.person_id == world.people["cora"]).values(ends_on=last)
    transact(lambda session: session.execute(query))


def promised(world: World, days: int = 2) -> None:
    uid = asked(world, days=days)
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=world.now)


def noticed(world: World, *, later: bool) -> None:
    ann, cora = world.actor("ann"), world.actor("cora")
    details = SignalDetails("Says that she eats little", about_words="Kruisberg 14")
    uid = transact(tell_signal, world.antenna, details, actor=ann, now=world.now).uid
    if later:
        day = world.today + timedelta(days=9)
        follow = FollowUp(world.people["cora"], day)
        transact(follow_signal, uid, follow, version=1, actor=cora, now=world.now)


def report(world: World) -> Handover:
    actor = world.actor("cora")
    with reading() as session:
        return handover_of(session, world.antenna, actor=actor, now=world.now)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_both_pages_are_whole_empty_and_full(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    for page in (PAGE, f"{PAGE}/sheet"):
        check_page(client, f"/{language}/{page}", language)
    cora_stops_in(world, 20)
    promised(world)
    asked(world, days=3)
    noticed(world, later=True)
    noticed(world, later=False)
    client.post("/en/antennas/heembeek/roster/new", data=told(world, other="carl"))
    for page in (PAGE, f"{PAGE}/sheet", "antennas/heembeek/team"):
        check_page(client, f"/{language}/{page}", language)


def test_whoever_stops_and_whoever_goes_on_are_both_named(client: FlaskClient, world: World) -> None:
    cora_stops_in(world, 20)
    first = world.today + timedelta(days=10)
    new = NewMandate(world.people["fay"], Role.COORDINATOR, first, None, world.antenna)
    transact(give_mandate, new, actor=world.actor("cora"), now=world.now)
    sign_in(client, world, "cora")
    for page in (PAGE, f"{PAGE}/sheet"):
        text = client.get(f"/en/{page}").text
        assert "Cora Peeters coordinates until" in text
        assert "Carl Peeters goes on." in text
        assert "Fay Peeters goes on; the two work together for 11 days, which is less than" in text
        assert "An antenna needs two" not in text


def test_it_says_when_fewer_than_two_are_left(client: FlaskClient, world: World) -> None:
    cora_stops_in(world, 20)
    sign_in(client, world, "carl")
    assert "Only one coordinator is left then. An antenna needs two." in client.get(f"/en/{PAGE}").text


def test_while_nobody_stops_it_says_so(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    text = client.get(f"/en/{PAGE}").text
    assert "Nobody of the coordinators stops within eight weeks." in text
    assert "Nothing else waits." in text


def test_the_report_holds_the_desk_and_what_the_desk_does_not_show_yet(
    client: FlaskClient, world: World
) -> None:
    promised(world)
    noticed(world, later=True)
    details = EntryDetails(name="Thuisverpleging Zenne", phone="02 555 80 10")
    cora = world.actor("cora")
    transact(add_entry, world.antenna, details, checked_on=None, actor=cora, now=world.now)
    found = report(world)
    assert [(each.helper, each.asker) for each in found.promises] == [("Ana Peeters", "Ben Peeters")]
    assert [each.about_words for each in found.signals] == ["Kruisberg 14"]
    assert [each.name for each in found.stale] == ["Thuisverpleging Zenne"]
    sign_in(client, world, "cora")
    for page in (PAGE, f"{PAGE}/sheet"):
        text = client.get(f"/en/{page}").text
        for words in ("Ana Peeters for Ben Peeters", "Kruisberg 14", "Thuisverpleging Zenne"):
            assert words in text


def test_it_says_how_many_more_there_are_than_the_desk_shows(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    more = "more of whom nothing was heard for two months"
    assert more not in client.get(f"/en/{PAGE}").text
    long_ago = world.now - timedelta(days=100)

    def go_quiet(session) -> None:
        session.execute(update(Member).values(joined_on=local_day(long_ago, "Europe/Brussels")))
        over = update(RoleMandate).values(ended_at=world.now)
        session.execute(over.where(RoleMandate.person_id != world.people["cora"]))

    transact(go_quiet)
    for name in OF_HEEMBEEK:
        actor = world.actor(name)
        transact(save_offer, world.uids[name], OfferDetails(likes=("visit",)), actor=actor, now=long_ago)
    for page in (PAGE, f"{PAGE}/sheet"):
        text = client.get(f"/en/{page}").text
        assert f"And {len(OF_HEEMBEEK) - 1 - FEW} {more}" in text  # Cora's own silence isn't on her desk
        assert f"And {len(OF_HEEMBEEK) - FEW} more offers that nobody was asked for yet" in text
    links = client.get(f"/en/{PAGE}").text
    assert "/antennas/heembeek/signs?list=not-seen" in links
    assert "/antennas/heembeek/offers" in links


def test_what_was_noticed_of_someone_does_not_go_on_paper(client: FlaskClient, world: World) -> None:
    noticed(world, later=False)
    sign_in(client, world, "cora")
    assert "eats little" in client.get(f"/en/{PAGE}").text
    paper = client.get(f"/en/{PAGE}/sheet").text
    assert "Kruisberg 14" in paper
    assert "eats little" not in paper


def test_the_number_of_statements_does_not_grow_with_what_waits(world: World) -> None:
    def statements() -> int:
        counted: list[str] = []

        def count(_c: object, _cur: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        event.listen(db.engine, "before_cursor_execute", count)
        try:
            report(world)
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
        return len(counted)

    promised(world)
    noticed(world, later=True)
    few = statements()
    for days in (3, 4):
        promised(world, days)
        noticed(world, later=True)
    assert len(report(world).promises) == 3
    assert statements() == few

"""Offers through the pages: filled in on one page, kept when something is wrong, read by neighbours."""

from flask.testing import FlaskClient

from tests.factories import NOW, World, sign_in
from tests.unit.services.asking import offer_of
from timebank.services.asking.offers import find_offer
from timebank.uow import reading

FORM = {
    "likes": ["visit", "lift"],
    "free": ["0", "3"],
    "foot": "1000",
    "car": "10000",
    "per_week_max": "2",
    "seats": "3",
}


def test_a_member_ticks_what_they_like_and_neighbours_read_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ana")
    page = f"/en/members/{world.uids['ana']}/offer"
    assert client.post(page, data=FORM | {"version": "0", "words": "I bake, too"}).status_code == 302
    with reading() as session:
        _member, offer = find_offer(session, world.uids["ana"], actor=world.actor("ana"))
        assert offer is not None
        assert (offer.free_parts, offer.car_metres, offer.seats) == (0b1001, 10_000, 3)
    sign_in(client, world, "ben")
    listed = client.get("/en/antennas/heembeek/offers").get_data(as_text=True)
    assert "I bake, too" in listed
    assert "Peeters" not in listed.split("<main")[1]


def test_an_offer_without_a_kind_keeps_what_was_ticked(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ana")
    answer = client.post(f"/en/members/{world.uids['ana']}/offer", data={"free": ["3"], "words": "Anything"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Choose one or more kinds of help." in page
    assert "Anything" in page
    assert 'name="free" value="3" checked' in page


def test_a_stale_save_is_refused_and_shown(client: FlaskClient, world: World) -> None:
    offer_of(world)
    sign_in(client, world, "cora")
    page = f"/en/members/{world.uids['ana']}/offer"
    answer = client.post(page, data=FORM | {"version": "0"})
    assert answer.status_code == 412
    assert "Someone changed this while you were writing" in answer.get_data(as_text=True)


def test_an_offer_can_be_put_away(client: FlaskClient, world: World) -> None:
    offer_of(world)
    sign_in(client, world, "ana")
    client.post(f"/en/members/{world.uids['ana']}/offer/end")
    with reading() as session:
        _member, offer = find_offer(session, world.uids["ana"], actor=world.actor("ana", now=NOW))
        assert offer is not None
        assert offer.state.value == "ended"

"""The page on which the antenna's team finds people, asks and offers."""

import re

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of, offer_of
from timebank.domain.channels import ContactChannel
from timebank.models.member import Member
from timebank.uow import transact

FIND = "/en/desk/heembeek/find"


def ring_ben(session, member_id: int) -> None:
    person = session.get_one(Member, member_id).person
    person.phone, person.preferred_channel, person.street = "02 555 12 34", ContactChannel.PHONE, "Kruisberg"


def found(client: FlaskClient, question: str) -> str:
    return client.get(FIND, query_string={"q": question}).text


def test_the_desk_has_the_box_and_a_key_for_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    text = client.get("/en/desk/heembeek").text
    assert re.search(r'<form method="get" action="/en/desk/heembeek/find" role="search">', text)
    assert re.search(r'<input type="search" id="q" name="q"[^>]* data-key="/"', text)


def test_each_row_leads_on(client: FlaskClient, world: World) -> None:
    transact(ring_ben, world.members["ben"])
    uid = ask_of(world)
    offer_of(world, "ana")
    sign_in(client, world, "cora")
    text = found(client, "bne peetres")
    assert text.count("data-row") == 0
    text = found(client, "ben peetres")
    assert f'href="/en/members/{world.uids["ben"]}"' in text
    assert "Kruisberg" in text
    assert "02 555 12 34" in text
    assert f'href="/en/asks/{uid}"' in text
    assert f'href="/en/members/{world.uids["ana"]}/offer"' in found(client, "ana")


def test_an_antenna_person_sees_no_street_and_no_phone(client: FlaskClient, world: World) -> None:
    transact(ring_ben, world.members["ben"])
    sign_in(client, world, "ann")
    text = found(client, "ben")
    assert re.search(r"Write down an ask of Ben Peeters \(\d+\)", text)
    assert "Kruisberg" not in text
    assert "02 555 12 34" not in text
    assert f"/en/members/{world.uids['ben']}" not in text
    assert 'href="/en/desk/heembeek/find"' in client.get("/en/").text


def test_where_nothing_is_found_the_page_says_what_to_do(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    text = found(client, '<b>"zzz')
    assert "Nothing found" in text
    assert "Ask how the name is written" in text
    assert 'value="&lt;b&gt;&#34;zzz"' in text
    assert "Nothing found" not in found(client, " ")

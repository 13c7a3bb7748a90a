"""The operator lets in whom no coordinator can: the first coordinator, a partner's staff, other operators."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.domain.permissions import Role
from timebank.models.antenna import Partner, PartnerAntenna, RoleMandate
from timebank.models.member import Member, Person
from timebank.services.network.actors import actor_of
from timebank.uow import reading

NEW = "/en/staff/new"


@pytest.fixture
def world(app) -> World:
    """The cast of today; Olga is the operator, Pia works for the partner of Heembeek."""
    return make_world(now())


def told(world: World, role: Role, **more: str) -> dict[str, str]:
    last = network_day(now()) + timedelta(days=100)
    return {"role": role.value, "language": "fr", "ends_on": f"{last:%d/%m/%Y}"} | more


def person_called(given_name: str) -> Person:
    with reading() as session:
        return session.scalars(select(Person).where(Person.given_name == given_name)).one()


def partner_id() -> int:
    with reading() as session:
        return session.scalars(select(Partner.id).order_by(Partner.id)).first() or 0


def supported() -> list[tuple[int, int]]:
    with reading() as session:
        return [(each.partner_id, each.antenna_id) for each in session.scalars(select(PartnerAntenna))]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str):
    sign_in(client, world, "olga")
    for page in ("staff", "staff/new", "staff/new?antenna=heembeek", "antennas/heembeek/partners"):
        check_page(client, f"/{language}/{page}", language)


def test_a_first_coordinator_is_let_in_and_is_a_member(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    here = str(world.antennas["marolles"])
    sent = told(world, Role.COORDINATOR, antenna=here, name="Fatou de Smet", email="fatou@example.org")
    page = client.post(NEW, data=sent, follow_redirects=True).text
    assert "they sign in as marolles-" in page
    assert "Fatou de Smet" in page
    fatou = person_called("Fatou")
    with reading() as session:
        assert session.scalars(select(Member).where(Member.person_id == fatou.id)).one()
        assert actor_of(session, fatou.id, now=now()).has(Role.COORDINATOR, world.antennas["marolles"])
    assert fatou.family_name == "de Smet"
    assert fatou.language == "fr"


def test_a_member_of_another_antenna_coordinates_here_and_joins_nothing(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    with reading() as session:
        number = session.get_one(Member, world.members["ana"]).number
    sent = told(world, Role.COORDINATOR, antenna=str(world.antennas["marolles"]), member=f"Heembeek-{number}")
    assert client.post(NEW, data=sent).status_code == 302
    with reading() as session:
        actor = actor_of(session, world.people["ana"], now=now())
    assert actor.has(Role.COORDINATOR, world.antennas["marolles"])
    assert len(actor.memberships) == 1


def test_a_partner_s_staff_and_an_operator_sign_in_with_their_address(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    staff = told(world, Role.PARTNER_STAFF, partner=str(partner_id()), name="Sara", email="Sara@Example.org")
    assert "sara" in client.post(NEW, data=staff, follow_redirects=True).text.casefold()
    other = told(world, Role.OPERATOR, name="Otto", email="otto@example.org")
    assert "otto@example.org" in client.post(NEW, data=other, follow_redirects=True).text
    with reading() as session:
        assert actor_of(session, person_called("Sara").id, now=now()).antennas_as(Role.PARTNER_STAFF)
        assert actor_of(session, person_called("Otto").id, now=now()).has(Role.OPERATOR)


def test_a_double_tap_lets_one_person_in(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    sent = told(world, Role.OPERATOR, name="Otto", email="otto@example.org", request_token="once")
    for _ in range(2):
        assert client.post(NEW, data=sent).status_code == 302
    assert person_called("Otto")


@pytest.mark.parametrize(
    ("role", "more", "sentence"),
    [
        (Role.COORDINATOR, {"name": "Zora"}, "Choose the antenna or the partner."),
        (Role.PARTNER_STAFF, {"name": "Zora"}, "Choose the antenna or the partner."),
        (Role.OPERATOR, {"name": "Zora"}, "with it they sign in"),
        (Role.OPERATOR, {"name": "Zora", "email": "nonsense"}, "This is no e-mail address"),
        (Role.OPERATOR, {}, "Write down a name, or the number"),
        (Role.OPERATOR, {"name": "Zora", "member": "heembeek-1"}, "Write down a name, or the number"),
        (Role.OPERATOR, {"member": "heembeek-999"}, "There is no such member"),
        (Role.OPERATOR, {"member": "heembeek-99999999999999999999"}, "There is no such member"),
        (
            Role.OPERATOR,
            {"name": "Zora", "email": "zora@example.org", "ends_on": "soon"},
            "Write the day like",
        ),
        (
            Role.OPERATOR,
            {"name": "Zora", "email": "zora@example.org", "ends_on": "1/1/2020"},
            "must come after",
        ),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    client: FlaskClient, world: World, role: Role, more: dict[str, str], sentence: str
):
    sign_in(client, world, "olga")
    answer = client.post(NEW, data=told(world, role, **more))
    assert answer.status_code == 422
    assert sentence in answer.text
    for typed in more.values():
        assert f'value="{typed}"' in answer.text
    with reading() as session:
        assert not session.scalars(select(Person).where(Person.given_name == "Zora")).all()


def test_a_role_ends_and_its_rights_with_it(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    with reading() as session:
        mandate = session.scalars(
            select(RoleMandate.id).where(RoleMandate.person_id == world.people["pia"])
        ).one()
    client.post(f"/en/staff/{mandate}/end")
    with reading() as session:
        assert not actor_of(session, world.people["pia"], now=now()).antennas_as(Role.PARTNER_STAFF)


def test_a_later_partner_supports_an_antenna_and_can_stop(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    page = "/en/antennas/marolles/partners"
    before = supported()
    assert client.post(page, data={"partner": "LDC Zonnebloem"}).status_code == 302
    assert client.post(page, data={"partner": "LDC Zonnebloem"}).status_code == 302
    (new,) = set(supported()) - set(before)
    assert new[1] == world.antennas["marolles"]
    assert "LDC Zonnebloem" in client.get(page).text
    for _ in range(2):
        assert client.post(f"{page}/{new[0]}/end").status_code == 302
    assert supported() == before
    assert client.post(page, data={"partner": " "}).status_code == 422


def test_an_antenna_that_is_being_prepared_isn_t_on_the_first_page(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    laken = {"slug": "laken", "name": "Antenne Laken", "languages": ["nl", "fr"], "phone": "02 555 10 10"}
    client.post("/en/antennas/new", data=laken)
    client.post("/en/sign-out")
    page = client.get("/en/").text
    assert "Antenne Laken" not in page
    assert "antennas/heembeek" in page

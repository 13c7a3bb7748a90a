"""The first people get in from the operator's shell."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World
from timebank.clock import now
from timebank.domain.permissions import Role
from timebank.models.member import Member, Person
from timebank.services.network.actors import actor_of
from timebank.uow import reading

PASSWORD = "a bench under the lime tree"


def told(app: Flask, *words: str) -> str:
    answer = app.test_cli_runner().invoke(args=list(words))
    assert answer.exit_code == 0, answer.output
    return answer.output


def signs_in(client: FlaskClient, name: str) -> None:
    answer = client.post("/en/sign-in/staff", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 302


def test_from_an_empty_database_to_a_coordinator_at_her_desk(app: Flask, client: FlaskClient):
    told(app, "add-antenna", "laken", "--name", "Antenne Laken", "--languages", "nl,fr", "--phone", "02 1")
    said = told(app, "add-coordinator", "laken", "--name", "Cora Janssens", "--password", PASSWORD)
    assert "laken-1" in said
    signs_in(client, "laken-1")
    assert "Today at Antenne Laken" in client.get("/en/").text


def test_an_antenna_can_be_prepared_among_its_team_first(app: Flask, client: FlaskClient):
    said = told(app, "add-antenna", "laken", "--name", "Antenne Laken", "--phone", "02 1", "--preparing")
    assert "is being prepared" in said
    told(app, "add-coordinator", "laken", "--name", "Cora Janssens", "--password", PASSWORD)
    signs_in(client, "laken-1")
    assert "This antenna is being prepared" in client.get("/en/").text


def test_a_member_of_one_antenna_coordinates_another(app: Flask, client: FlaskClient, world: World):
    with reading() as session:
        number = session.get_one(Member, world.members["ana"]).number
        before = len(session.scalars(select(Person.id)).all())
    told(app, "add-coordinator", "marolles", "--member", f"heembeek-{number}", "--password", PASSWORD)
    with reading() as session:
        actor = actor_of(session, world.people["ana"], now=now())
        assert len(session.scalars(select(Person.id)).all()) == before
    assert actor.has(Role.COORDINATOR, world.antennas["marolles"])
    assert [m.antenna_id for m in actor.memberships] == [world.antenna]
    signs_in(client, "ana@example.org")


def test_a_partner_s_staff_and_an_operator_are_no_members(app: Flask, client: FlaskClient, world: World):
    staff = ("--name", "Petra Claes", "--email", "petra@example.org", "--password", PASSWORD)
    told(app, "add-partner-staff", "LDC Zonnebloem", "--antenna", "heembeek", "--antenna", "marolles", *staff)
    told(app, "add-operator", "--name", "Otto", "--email", "otto@example.org", "--password", PASSWORD)
    for name, role in (("Petra", Role.PARTNER_STAFF), ("Otto", Role.OPERATOR)):
        with reading() as session:
            person = session.scalars(select(Person.id).where(Person.given_name == name)).one()
            actor = actor_of(session, person, now=now())
        assert {m.role for m in actor.mandates} == {role}
        assert actor.memberships == ()
        signs_in(client, f"{name.lower()}@example.org")
        assert client.get("/en/").status_code == 200


def test_someone_of_the_team_gets_a_new_password(app: Flask, client: FlaskClient, world: World):
    with reading() as session:
        number = session.get_one(Member, world.members["tess"]).number
    assert "signs in" in told(app, "set-password", f"heembeek-{number}", "--password", PASSWORD)
    signs_in(client, f"heembeek-{number}")


@pytest.mark.parametrize(
    "words",
    [
        ("set-password", "heembeek-999", "--password", PASSWORD),
        ("set-password", "heembeek-1", "--password", "short"),
        ("add-coordinator", "nowhere", "--name", "X", "--password", PASSWORD),
        ("add-coordinator", "heembeek", "--password", PASSWORD),
        ("add-coordinator", "heembeek", "--member", "heembeek-999", "--password", PASSWORD),
        ("add-coordinator", "heembeek", "--name", "X", "--password", "short"),
        ("add-antenna", "heembeek", "--name", "Twice"),
        ("add-antenna", "Has Blanks", "--name", "X"),
        ("add-antenna", "other", "--name", "X", "--languages", "de"),
    ],
)
def test_what_can_t_be_is_said_in_a_sentence(app: Flask, world: World, words: tuple[str, ...]):
    with reading() as session:
        before = session.scalars(select(Person.id)).all()
    answer = app.test_cli_runner().invoke(args=list(words))
    with reading() as session:
        assert session.scalars(select(Person.id)).all() == before
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: ")

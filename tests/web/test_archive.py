"""An antenna's archive through the pages: only for who reads its books, and only with their password."""

import io
import zipfile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.domain.permissions import SYSTEM
from timebank.models.audit import AuditEntry
from timebank.services.signing_in.passwords import set_password
from timebank.uow import reading, transact

PAGE = "/en/antennas/heembeek/books/archive"
PASSWORD = "a bench under the lime tree"


@pytest.fixture
def world(app: Flask) -> World:
    world = make_world(now())
    for name in ("tess", "dov"):
        transact(set_password, world.people[name], PASSWORD, actor=SYSTEM, now=now())
    return world


def taken(name: str = "export_archive") -> list[int | None]:
    with reading() as session:
        return list(session.scalars(select(AuditEntry.actor_id).where(AuditEntry.action == name)))


def test_the_treasurer_takes_the_archive_with_her_password_and_it_is_written_down(
    client: FlaskClient, world: World
):
    sign_in(client, world, "tess")
    assert "Take everything along" in client.get(PAGE).text
    assert taken() == []
    with client.post(PAGE, data={"password": PASSWORD}) as answer:
        assert answer.mimetype == "application/zip"
        assert answer.headers["Cache-Control"] == "no-store"
        whole = io.BytesIO(answer.data)
    with zipfile.ZipFile(whole) as zipped:
        assert zipped.testzip() is None
        assert {"manifest.json", "README.txt", "json/member.json", "csv/member.csv"} <= set(zipped.namelist())
    assert taken() == [world.people["tess"]]


def test_a_wrong_password_gives_nothing_and_is_counted(client: FlaskClient, world: World):
    sign_in(client, world, "tess")
    for _ in range(5):
        answer = client.post(PAGE, data={"password": "not hers at all, no"})
        assert (answer.status_code, answer.mimetype) == (422, "text/html")
        assert "your password" in answer.text
    answer = client.post(PAGE, data={"password": PASSWORD})
    assert (answer.status_code, answer.mimetype) == (429, "text/html")
    assert taken() == []


def test_who_has_no_password_has_none_to_type(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    assert client.post(PAGE, data={"password": PASSWORD}).status_code == 422
    assert client.post(PAGE, data={}).status_code == 422


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("ann", 403), ("pia", 403), ("dov", 404)])
def test_nobody_else_takes_it_even_with_a_password(client: FlaskClient, world: World, name: str, status: int):
    sign_in(client, world, name)
    assert client.get(PAGE).status_code == status
    assert client.post(PAGE, data={"password": PASSWORD}).status_code == status
    assert taken() == []

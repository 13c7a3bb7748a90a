"""Signing in with a second step, as a person with a phone does."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.clock import now
from timebank.domain.permissions import SYSTEM
from timebank.services.signing_in.passwords import set_password
from timebank.uow import transact

START = datetime(2026, 11, 23, 10, 0, 5, tzinfo=UTC)
PASSWORD = "a bench under the lime tree"
STEP = "/en/sign-in/second-step"
DESK = "/en/desk/heembeek"


class Phone:
    """Cora's phone: it has learnt the key from the page, and shows digits."""

    def __init__(self, client: FlaskClient) -> None:
        page = client.get("/en/second-step").text
        letters = re.search(r'<code class="secret" dir="ltr">([A-Z2-7 ]+)</code>', page)
        assert letters is not None
        self.app = pyotp.TOTP(letters[1].replace(" ", ""))

    def digits(self, *, minutes: float = 0) -> str:
        return self.app.at(now() + timedelta(minutes=minutes))


def codes_on(page: str) -> list[str]:
    return [code.replace(" ", "") for code in re.findall(r'<code dir="ltr">(\w{4} \w{4})</code>', page)]


def set_up(client: FlaskClient, world: World, name: str = "cora") -> tuple[Phone, list[str]]:
    """Someone with a password and a second step, signed out; the digits of half a minute ago are used."""
    transact(set_password, world.people[name], PASSWORD, actor=SYSTEM, now=now())
    sign_in(client, world, name)
    client.post("/en/second-step/begin")
    phone = Phone(client)
    codes = codes_on(client.post("/en/second-step", data={"code": phone.digits(minutes=-0.5)}).text)
    assert len(set(codes)) == 10
    client.post("/en/sign-out")
    return phone, codes


def by_password(client: FlaskClient, name: str = "cora@example.org"):
    return client.post("/en/sign-in/staff", data={"name": name, "password": PASSWORD})


def step(client: FlaskClient, code: str):
    return client.post(STEP, data={"code": code})


def inside(client: FlaskClient) -> bool:
    return client.get(DESK).status_code == 200

"""Settings that decide what stands on a page."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.factories import World
from timebank.models.antenna import Antenna
from timebank.uow import transact

INVENTED = "the people in it are invented"


def test_a_demo_says_so_on_every_page(app: Flask, client: FlaskClient, world: World):
    assert INVENTED not in client.get("/en/").text
    app.extensions["timebank_settings"] = replace(app.extensions["timebank_settings"], demo=True)
    for page in ("/en/", "/en/antennas/heembeek", "/en/sign-in"):
        assert INVENTED in client.get(page).text


def test_antennas_of_the_demo_say_so_by_themselves(client: FlaskClient, world: World):
    transact(lambda session: session.execute(update(Antenna).values(is_demo=True)) and None)
    assert INVENTED in client.get("/en/sign-in").text


def test_whoever_s_browser_asks_for_none_of_our_languages_gets_the_usual_one(app: Flask, client: FlaskClient):
    settings = app.extensions["timebank_settings"]
    app.extensions["timebank_settings"] = replace(settings, default_language="fr")
    for asked, given in (("ar", "/fr/"), ("en;q=0.5,ar", "/en/"), ("", "/fr/")):
        assert client.get("/", headers={"Accept-Language": asked}).location == given

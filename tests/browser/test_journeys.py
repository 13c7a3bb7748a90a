"""What people come for, from start to end, without JavaScript and with it, on both databases."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.conftest import SignedIn, press
from tests.factories import World, make_world
from timebank.clock import now
from timebank.domain.days import network_day

pytestmark = pytest.mark.browser


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def test_a_favour_goes_from_the_giver_to_both_statements(served, world: World, signed_in: SignedIn):
    address, app = served
    ana = signed_in(address, app, world, "ana", width=390)
    ana.goto(f"{address}/en/")
    press(ana, "I helped someone", "link")
    ana.get_by_label("Ben", exact=False).first.check()
    ana.get_by_label("1 hour and a half").check()
    press(ana, "Go on")
    assert ana.locator("h1").inner_text() == "Is this right?"
    press(ana, "Yes, write it down")
    assert world.balance("ana") == 0
    ben = signed_in(address, app, world, "ben", width=390)
    ben.goto(f"{address}/nl/")
    press(ben, "Ja, het klopt")
    assert (world.balance("ana"), world.balance("ben")) == (90, -90)
    ana.goto(f"{address}/en/hours")
    assert "You gave 1 hour 30" in ana.locator("main").inner_text()
    ben.goto(f"{address}/nl/hours")
    assert "Ana" in ben.content()


def test_a_double_tap_books_once(served, world: World, signed_in: SignedIn):
    address, app = served
    world.logged("ana", done_on=network_day(now()))
    ben = signed_in(address, app, world, "ben", width=320)
    ben.goto(f"{address}/en/")
    with ben.expect_navigation(wait_until="networkidle"):
        ben.get_by_role("button", name="Yes, that is right").dblclick()
    ben.goto(f"{address}/en/hours")
    assert (world.balance("ana"), world.balance("ben")) == (60, -60)


def test_every_step_works_without_javascript(served, world: World, browser: Browser):
    address, _app = served
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/fr/join/heembeek")
    page.locator("input[name=given_name]").fill("Lucie")
    page.locator("input[name=phone]").fill("02 555 00 11")
    press(page, "Envoyer")
    assert "Lucie" not in page.url
    assert page.locator("input[name=given_name]").count() == 0
    assert page.locator(".error-summary").count() == 0
    context.close()

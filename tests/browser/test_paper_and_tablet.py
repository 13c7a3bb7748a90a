"""What two sizes between a phone and a desk show: the centre's tablet, and a sheet of paper."""

import re

import pytest

from tests.browser.conftest import SignedIn, press
from timebank.clock import now
from timebank.domain.days import network_day

pytestmark = pytest.mark.browser


def test_a_statement_fits_a_tablet_with_every_size_of_letters(network, signed_in: SignedIn) -> None:
    address, world, app = network
    world.logged("ana", said="3u45", done_on=network_day(now()))
    page = signed_in(address, app, world, "ben", width=768)
    page.goto(f"{address}/en/favours")
    press(page, "Yes, that is right")
    for size in ("normal", "large", "largest"):
        page.context.add_cookies([{"name": "text_size", "value": size, "url": address}])
        for language in ("nl", "fr", "en"):
            page.goto(f"{address}/{language}/hours")
            assert page.locator("table.statement").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") <= 768, (size, language)
            name, phone = (page.locator(each).first.bounding_box() for each in (".brand span", ".help-phone"))
            assert name["x"] + name["width"] <= phone["x"], (size, language)


def test_a_card_with_codes_is_one_sheet(network, signed_in: SignedIn) -> None:
    address, world, app = network
    page = signed_in(address, app, world, "cora")
    page.goto(f"{address}/nl/members/{world.uids['ben']}")
    press(page, "Een kaart met codes afdrukken")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert len(sheets) == 1

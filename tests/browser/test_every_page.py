"""Every page, in every language, on a phone and on a desk: no barrier that axe knows, nothing cut off."""

from datetime import datetime
from functools import partial
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page

from tests.browser.conftest import SignedIn
from tests.factories import World
from tests.unit.reporting import keep_report
from tests.web.test_pages import MEMBER, PUBLIC, STAFF
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.models.importing import ImportFormat, ImportKind
from timebank.services.asks import make_ask
from timebank.services.boundaries import add_boundary
from timebank.services.categories import add_category
from timebank.services.directory import EntryDetails, add_entry
from timebank.services.favours import log_favour
from timebank.services.import_reading import Upload
from timebank.services.import_steps import start_import
from timebank.services.new_ask import NewAsk
from timebank.services.referrals import Beside, NewReferral, refer_ask
from timebank.services.signals import SignalDetails, tell_signal
from timebank.uow import transact

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
LANGUAGES = ("nl", "fr", "en")
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
    },
}


@pytest.fixture(scope="module")
def things(network: tuple[str, World, Flask]) -> dict[str, Any]:
    """Things to look at: a favour of each kind that waits, and an import."""
    _address, world, _app = network
    moment = now()
    day = network_day(moment)

    def logged(by: str, giver: str, receiver: str, said: str) -> Any:
        new = world.favour(giver, receiver, said=said, done_on=day, thanks="Dank u wel")
        return transact(log_favour, new, actor=world.actor(by, now=moment), now=moment).uid

    upload = Upload(
        kind=ImportKind.FAVOURS,
        filename="uren.csv",
        content=b"Datum;Wie hielp;Wie kreeg hulp;Duur\n2/3/2026;Ana Peeters;Ben Peeters;1u30\n;Niemand;Ben;x\n",
        format=ImportFormat.SHEET,
    )
    batch = transact(start_import, world.antenna, upload, actor=world.actor("cora", now=moment), now=moment)
    return {
        **of_referrals(world, moment),
        "waiting": logged("ana", "ana", "ben", "1u"),
        "booked": logged("ben", "fay", "ben", "45 min"),
        "import": batch.uid,
        "draft": keep_report(world),
        "report": keep_report(world, edition=2, approved=True),
        "ben": world.uids["ben"],
        "ana": world.uids["ana"],
    }


def of_referrals(world: World, moment: datetime) -> dict[str, Any]:
    """An ask for a professional, a referral, a service, a signal, and something of the antenna's own."""
    cora, antenna = world.actor("cora", now=moment), world.antenna
    do = partial(transact, actor=cora, now=moment)
    entry = EntryDetails(name="Zenne", kinds=("home_nursing",), phone="02 555 80 10", languages=("nl",))
    service = do(add_entry, antenna, entry, checked_on=None).uid
    wash = NewAsk(antenna, "Wie kan mijn rug wassen?", member_id=world.members["ben"], channel=Channel.PHONE)
    asks = [do(make_ask, wash).uid for _ in range(2)]
    new = NewReferral(service, agreed=True, beside=Beside("Een babbel", network_day(moment)))
    do(add_category, antenna, {"nl": "Samen zingen"})
    do(add_boundary, antenna, {"nl": "Ladders"}, {"nl": ["ladder"]})
    signal = do(tell_signal, antenna, SignalDetails("Gordijnen dicht", about_words="Kruisberg 14")).uid
    referral = do(refer_ask, asks[1], new).uid
    return {"service": service, "ask": asks[0], "referral": referral, "signal": signal}


def pages_of(things: dict[str, Any], who: str) -> list[tuple[str | None, str]]:
    """(whose session, path) of every page for this kind of reader."""
    if who == "public":
        return [(None, page) for page in PUBLIC]
    if who == "member":
        of_ben = [
            f"favours/{things['waiting']}",
            f"favours/{things['booked']}",
            "members/" + str(things["ben"]),
            f"directory/entries/{things['service']}",
            f"referrals/{things['referral']}",
        ]
        more = [f"favours/{things['waiting']}/dispute", f"favours/{things['booked']}/done"]
        return [("ben", page) for page in MEMBER + of_ben + more]
    of_cora = [
        f"favours/{things['waiting']}/heard",
        f"favours/{things['booked']}/reverse",
        f"members/{things['ana']}",
        f"members/{things['ana']}/change",
        f"members/{things['ana']}/ending",
        f"members/{things['ana']}/helper",
        f"members/{things['ana']}/household",
        f"asks/{things['ask']}",
        f"asks/{things['ask']}/refer",
        f"referrals/{things['referral']}",
        f"directory/entries/{things['service']}",
        f"directory/entries/{things['service']}/change",
        f"signals/told/{things['signal']}",
        "antennas/heembeek/boundaries/own_ladders/change",
        "antennas/heembeek/kinds",
        "antennas/heembeek/kinds/new",
        "antennas/heembeek/kinds/own_samen_zingen/change",
        "imports",
        "imports/new",
        f"imports/{things['import']}",
    ]
    of_cora += [f"reports/{things['draft']}", f"reports/{things['draft']}/approve"]
    of_pia = ["partner/heembeek/reports", f"reports/{things['report']}"]
    return [("cora", page) for page in STAFF + of_cora] + [("pia", page) for page in of_pia]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["public", "member", "staff"])
def test_no_page_has_a_barrier(network, things, signed_in: SignedIn, who: str, language: str, width: int):
    address, world, app = network
    barriers: list[str] = []
    pages: dict[str | None, Page] = {}
    for name, path in pages_of(things, who):
        page = pages.setdefault(name, signed_in(address, app, world, name, width))
        answer = page.goto(f"{address}/{language}/{path}")
        assert answer is not None
        assert answer.status == 200, path
        found = Axe().run(page, options=AXE)
        if found.violations_count:
            barriers.append(f"{path}\n{found.generate_report()}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            barriers.append(f"{path} is {wide} px wide on a screen of {width} px")
    assert not barriers, "\n".join(barriers)


def test_a_page_with_a_barrier_is_found(network, signed_in: SignedIn):
    address, world, app = network
    page = signed_in(address, app, world, None)
    page.goto(f"{address}/en/")
    page.evaluate("document.querySelector('main p').style.color = '#888'")
    assert Axe().run(page, options=AXE).violations_count > 0

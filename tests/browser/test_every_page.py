"""Every page, in every language, on a phone and on a desk: no barrier that axe knows, nothing cut off."""

from datetime import datetime
from functools import partial
from typing import Any

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page

from tests.browser.conftest import SignedIn
from tests.factories import World
from tests.unit.reporting import keep_report
from tests.web.test_pages import MEMBER, PUBLIC, STAFF
from tests.web.things import Things
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.models.importing import ImportFormat, ImportKind
from timebank.services.asking.asks import make_ask
from timebank.services.asking.boundaries import add_boundary
from timebank.services.asking.categories import add_category
from timebank.services.asking.new_ask import NewAsk
from timebank.services.coordinating.signals import SignalDetails, tell_signal
from timebank.services.giving.favours import log_favour
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.import_steps import start_import
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.referrals import Beside, NewReferral, refer_ask
from timebank.services.signing_in.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    secret_to_show,
)
from timebank.uow import reading, transact

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
LANGUAGES = ("nl", "fr", "en")
TOGETHER = (
    "story",
    "gathering",
    "round",
    "consent",
    "release",
    "told",
    "proposal",
    "promised",
    "offering",
    "certificate",
    "duty",
    "handed",
)
"""What ``tests.web.things`` makes, by name."""
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
    made = Things(world)
    return {
        **of_referrals(world, moment),
        **second_steps(world, moment),
        **{name: getattr(made, f"_{name}")() for name in TOGETHER},
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


def second_steps(world: World, moment: datetime) -> dict[str, Any]:
    """A second step that Tess has begun to set up, and one of Carl's that is on."""
    tess, carl = world.actor("tess", now=moment), world.actor("carl", now=moment)
    for actor in (tess, carl):
        transact(begin_second_factor, actor=actor, now=moment)
    with reading() as session:
        secret = secret_to_show(session, key="", actor=carl)
    digits = pyotp.TOTP(str(secret)).at(moment)
    transact(confirm_second_factor, digits, key="", actor=carl, now=moment)
    return {}


OF_BEN = [
    "favours/{waiting}",
    "favours/{waiting}/dispute",
    "favours/{booked}",
    "favours/{booked}/done",
    "members/{ben}",
    "members/{ben}/offer",
    "members/{ben}/file",
    "members/{ben}/consents",
    "members/{ben}/consents/news",
    "members/{ben}/consents/paper/sheet",
    "members/{ben}/certificates",
    "certificates/{certificate}/paper/sheet",
    "stories",
    "stories/{story}",
    "antennas/heembeek/gatherings",
    "antennas/heembeek/boundaries/card",
    "directory/entries/{service}",
    "directory/heembeek/card",
    "referrals/{referral}",
    "referrals/{referral}/letter",
]
OF_ANA = [
    "",
    "agenda",
    "members/{ana}/wish",
    "members/{offering}/offer",
    "proposals/{proposal}",
    "proposals/{proposal}/no",
    "proposals/{promised}",
    "proposals/{promised}/call-off",
    "proposals/{promised}/happened",
    "proposals/{promised}/fell-through",
]
OF_CORA = [
    "favours/{waiting}/heard",
    "favours/{booked}/reverse",
    "members/{ana}",
    "members/{ana}/change",
    "members/{ana}/ending",
    "members/{ana}/helper",
    "members/{ana}/apart",
    "antennas/heembeek/evenness",
    "members/{ana}/household",
    "members/{ana}/offer",
    "members/{ana}/story",
    "members/{ben}/file",
    "members/{ben}/erase",
    "members/{ben}/consents",
    "members/{ben}/consents/news",
    "asks/{ask}",
    "asks/{ask}/change",
    "asks/{ask}/end",
    "asks/{ask}/others",
    "asks/{ask}/refer",
    "desk/heembeek/plan",
    "antennas/heembeek/border",
    "antennas/heembeek/border/marolles/agree",
    "antennas/heembeek/border/marolles/end",
    "proposals/{handed}",
    "proposals/{promised}",
    "referrals/{referral}",
    "directory/entries/{service}",
    "directory/entries/{service}/change",
    "signals/told/{signal}",
    "antennas/heembeek/boundaries/own_ladders/change",
    "antennas/heembeek/kinds",
    "antennas/heembeek/kinds/new",
    "antennas/heembeek/kinds/own_samen_zingen/change",
    "antennas/heembeek/gatherings",
    "antennas/heembeek/gatherings/new",
    "gatherings/{gathering}",
    "gatherings/{gathering}/change",
    "gatherings/{gathering}/invitation",
    "gatherings/{gathering}/sheet",
    "antennas/heembeek/population",
    "antennas/heembeek/sectors",
    "antennas/heembeek/opening",
    "antennas/heembeek/opening/live",
    "antennas/heembeek/opening/prints",
    "antennas/heembeek/roster",
    "antennas/heembeek/roster/new",
    "antennas/heembeek/roster/sheet",
    "antennas/heembeek/roster/{duty}/change",
    "antennas/heembeek/questionnaires",
    "antennas/heembeek/questionnaires/new",
    "questionnaires/{round}",
    "questionnaires/{round}/answer",
    "questionnaires/{round}/sheet",
    "antennas/heembeek/stories",
    "antennas/heembeek/stories/sheet",
    "stories/{story}",
    "stories/{story}/change",
    "stories/{story}/photo",
    "releases/{release}",
    "releases/{told}",
    "antennas/heembeek/embed",
    "imports",
    "imports/new",
    "imports/{import}",
    "reports/{draft}",
    "reports/{draft}/approve",
]
OF_DOV = [
    "antennas/marolles/border",
    "desk/marolles",
    "proposals/{handed}",
    "proposals/{handed}/not-here",
]
OF_TESS = ["second-step"]
OF_CARL = ["second-step", "second-step/codes", "second-step/off"]
"""Tess has begun to set a second step up, Carl has one."""
OF_OLGA = ["antennas/new", "antennas/heembeek/partners", "staff", "staff/new"]
OF_PIA = [
    "",
    "partner",
    "guide/partner",
    "partner/heembeek",
    "partner/heembeek/reports",
    "antennas/heembeek/takes-part",
    "reports/{report}",
]


def pages_of(things: dict[str, Any], who: str) -> list[tuple[str | None, str]]:
    """(whose session, path) of every page for this kind of reader."""
    if who == "public":
        return [(None, page) for page in [*PUBLIC, "sessions/over"]]
    if who == "member":
        return [("ben", page.format(**things)) for page in MEMBER + OF_BEN] + [
            ("ana", page.format(**things)) for page in OF_ANA
        ]
    return (
        [("cora", page.format(**things)) for page in STAFF + OF_CORA]
        + [("dov", page.format(**things)) for page in OF_DOV]
        + [("pia", page.format(**things)) for page in OF_PIA]
        + [("olga", page) for page in OF_OLGA]
        + [("tess", page) for page in OF_TESS]
        + [("carl", page) for page in OF_CARL]
    )


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

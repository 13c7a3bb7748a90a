"""Someone tries the codes of a printed card with many hands, over several workers on two machines."""

import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from threading import local
from typing import Any

import pytest

from tests.faults.bank import gunicorn
from tests.faults.counter import Bank
from timebank.clock import now
from timebank.services.attempts import PER_CHANNEL
from timebank.services.cards import print_card
from timebank.uow import transact

pytestmark = [pytest.mark.faults, pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)]

GUESSES, HANDS = 300, 12
JUDGED = min(limit.count for limit in PER_CHANNEL)
"""So many guesses of one card are looked at within a quarter of an hour."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """An answer that leads elsewhere is the answer."""

    def redirect_request(self, *_of: Any) -> None:
        return None


class Guesser:
    """A browser for each hand, with the form's token in it."""

    def __init__(self, addresses: list[str], number: int) -> None:
        self._pages = [f"{address}/en/sign-in/card" for address in addresses]
        self._number = number
        self._mine = local()

    def guess(self, code: str, turn: int) -> int:
        """Send one code to one of the machines; the status of the answer."""
        page = self._pages[turn % len(self._pages)]
        browsers = self._mine.__dict__.setdefault("browsers", {})
        if page not in browsers:
            browser = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(CookieJar()))
            with browser.open(page, timeout=120) as answer:
                token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', answer.read().decode())
            assert token is not None
            browsers[page] = browser, token[1]
        browser, token = browsers[page]
        form = {"csrf_token": token, "antenna": "heembeek", "number": self._number, "code": code}
        try:
            with browser.open(page, urllib.parse.urlencode(form).encode(), timeout=120) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code


def card_of(bank: Bank, name: str) -> tuple[int, tuple[str, ...]]:
    moment = now()
    cora = bank.world.actor("cora", now=moment)
    card = transact(print_card, bank.world.uids[name], actor=cora, now=moment)
    return card.member_number, card.codes


def test_of_many_guesses_at_once_only_the_first_few_are_judged(bank: Bank, tmp_path: Path) -> None:
    (number, codes), (other, other_codes) = card_of(bank, "ben"), card_of(bank, "ana")
    bank.let_go()
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    with (
        gunicorn(bank.url, folders[0] / "outbox") as (one, _pid),
        gunicorn(bank.url, folders[1] / "outbox") as (two, _other),
        ThreadPoolExecutor(HANDS) as crowd,
    ):
        guesser = Guesser([one, two], number)
        heard = Counter(crowd.map(lambda turn: guesser.guess("AAAABBBB", turn), range(GUESSES)))
        assert heard == {422: JUDGED, 429: GUESSES - JUDGED}
        assert guesser.guess(codes[0], 0) == 429
        # A right code, typed on many screens at the same moment, opens one of them.
        owner = Guesser([one, two], other)
        opened = Counter(crowd.map(lambda turn: owner.guess(other_codes[0], turn), range(JUDGED)))
        assert opened[302] == 1


def test_workers_that_count_apart_are_found(bank: Bank, tmp_path: Path) -> None:
    """A negative control: each worker keeps its own count."""
    number, _codes = card_of(bank, "ben")
    bank.let_go()
    careless = gunicorn(bank.url, tmp_path / "outbox", "tests.faults.mistakes:count_apart()")
    with careless as (address, _pid), ThreadPoolExecutor(HANDS) as crowd:
        guesser = Guesser([address], number)
        heard = Counter(crowd.map(lambda turn: guesser.guess("AAAABBBB", turn), range(60)))
    assert heard[422] > JUDGED

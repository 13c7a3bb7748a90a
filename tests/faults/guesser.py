"""Hands at the door: they type codes of printed cards into the page for signing in."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from threading import local
from typing import Any

from tests.faults.counter import Bank
from timebank.clock import now
from timebank.services.signing_in.cards import print_card
from timebank.uow import transact


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

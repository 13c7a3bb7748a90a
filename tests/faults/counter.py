"""The counter of the bank: a world with hours to give away, orders for them, and what came of those."""

import json
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import Any

from tests.factories import World, make_world
from tests.faults.bank import PEOPLE, open_bank, told
from timebank.clock import now
from timebank.extensions import db
from timebank.ledger.proof import check_books
from timebank.services.books.causes import check_causes
from timebank.uow import reading

ENOUGH = 4
"""So many acknowledged posts make a blow worth while, however slow the machine is."""


class Bank:
    """The world of the bank, its token, and orders for it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.world: World = make_world(now())
        self.token = open_bank(self.world)
        self.uids = [str(self.world.uids[name]) for name in PEOPLE]

    def order(self, minutes: int = 1) -> dict[str, Any]:
        """A gift from Ana to Ben, whose wish is its key."""
        places = {"from_antenna": "heembeek", "to_antenna": "heembeek"}
        people = {"from_member": self.uids[0], "to_member": self.uids[1]}
        return places | people | {"minutes": minutes, "wish": str(uuid.uuid4())}

    def headers(self, order: dict[str, Any]) -> dict[str, str]:
        """What goes with it: whose token, which key."""
        return {
            "Authorization": f"Bearer {self.token}",
            "Idempotency-Key": order["wish"],
            "Content-Type": "application/json",
        }

    def send(
        self, address: str, order: dict[str, Any], key: str = "", *, patience: float = 60
    ) -> tuple[int, bool]:
        """(status, whether it is a replay).

        Raises:
            TimeoutError: no answer in ``patience`` seconds.
        """
        headers = self.headers(order) | ({"Idempotency-Key": key} if key else {})
        request = urllib.request.Request(f"{address}/api/v1/gifts", json.dumps(order).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=patience) as answer:
                return answer.status, "Idempotent-Replayed" in answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, False

    def let_go(self) -> None:
        """Leave the database to the server."""
        db.session.remove()
        db.engine.dispose()


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).faults == () and check_causes(session) == ()


def posted_in(folder: Path) -> set[object]:
    """The keys of all that the tellers were told was posted."""
    return {line["key"] for line in told(folder) if line["said"] == "posted"}


def wait_for_posts(folder: Path, least: int = ENOUGH) -> set[object]:
    """Wait until the tellers have so many posts acknowledged; the keys of those."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        posted = posted_in(folder)
        if len(posted) >= least:
            return posted
        time.sleep(0.1)
    raise AssertionError(f"no {least} posts in a minute")

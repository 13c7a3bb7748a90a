"""A client of the bank: gives minutes over the API until its time is up, and logs what it was told.

``python -m tests.faults.teller ADDRESS TOKEN LOG SECONDS SEED UID...``; each line of the log is one
JSON object. It logs an intention before it sends it, and an answer after it got it: whatever
happens in between is in doubt, and it asks again under the same key or gives it up. SIGTERM is
closing time: it ends as if its time were up.
"""

import json
import os
import random
import signal
import sys
import time
import urllib.error
import urllib.request
import uuid

GIVES_UP = 0.2
"""How often a request that got no answer is left in doubt."""


class Hours:
    """Until when it works."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        signal.signal(signal.SIGTERM, self.close)

    def close(self, _signal: int, _frame: object) -> None:
        self.end = min(self.end, time.monotonic())

    def over(self, by: float = 0) -> bool:
        """Whether it is so many seconds after closing time."""
        return time.monotonic() >= self.end + by


def main() -> None:
    address, token, log_path, seconds, seed, *uids = sys.argv[1:]
    draw = random.Random(int(seed))
    hours = Hours(float(seconds))
    log = os.open(log_path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    while not hours.over():
        giver, receiver = draw.sample(uids, 2)
        order = {
            "from_antenna": "heembeek",
            "from_member": giver,
            "to_antenna": "heembeek",
            "to_member": receiver,
            "minutes": draw.randint(1, 400),
            "wish": str(uuid.uuid4()),
        }
        _write(log, {"key": order["wish"], "said": "sent", "minutes": order["minutes"]})
        _settle(log, f"{address}/api/v1/gifts", token, order, draw, hours)


def _settle(log: int, url: str, token: str, order: dict, draw: random.Random, hours: Hours) -> None:
    while True:
        said = post(url, token, order["wish"], order)
        if said in ("posted", "refused"):
            _write(log, {"key": order["wish"], "said": said})
            if draw.random() < 0.1:
                again = post(url, token, order["wish"], order)
                if again not in (said, "nothing"):
                    _write(log, {"key": order["wish"], "said": "contradicted"})
            return
        if draw.random() < GIVES_UP or hours.over(20):
            return
        time.sleep(0.05)


def post(url: str, token: str, key: str, order: dict) -> str:
    """'posted', 'refused', or 'nothing' when no answer came that one can rely on."""
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": key,
        "Content-Type": "application/json",
    }
    request = urllib.request.Request(url, json.dumps(order).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=20):
            return "posted"
    except urllib.error.HTTPError as error:
        with error:
            return "refused" if error.code in (409, 422) else "nothing"
    except OSError:
        return "nothing"
    except Exception:  # half an answer, cut off by a kill, comes in many shapes
        return "nothing"


def _write(log: int, line: dict) -> None:
    os.write(log, json.dumps(line).encode() + b"\n")


if __name__ == "__main__":
    main()

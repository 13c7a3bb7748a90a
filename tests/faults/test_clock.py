"""The machine's clock is put forward and back under the whole app, as a dead battery or a wrong hand does."""

import time
from pathlib import Path

import pytest

from tests.faults.bank import gunicorn, kept
from tests.faults.counter import Bank, books_hold
from tests.faults.guesser import Guesser, card_of

pytestmark = [pytest.mark.faults, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]

JUMPS = ("+1h", "-1h", "+1d", "-1d", "@2038-01-19 03:14:00", "+0")
"""As libfaketime writes them; the last but one is seconds before a clock of 32 bits ends."""


@pytest.fixture
def fake_clock() -> str:
    """libfaketime, which stands between a process and its clock."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        pytest.skip("libfaketime isn't here: apt-get install libfaketime")
    return str(found[0])


def test_no_jump_of_the_clock_loses_orders_revives_a_code_or_spoils_the_books(
    bank: Bank, tmp_path: Path, fake_clock: str
) -> None:
    number, codes = card_of(bank, "ben")
    bank.let_go()
    setting = tmp_path / "clock"
    setting.write_text("+0")
    clock = {"LD_PRELOAD": fake_clock, "FAKETIME_TIMESTAMP_FILE": str(setting), "FAKETIME_NO_CACHE": "1"}
    with gunicorn(bank.url, tmp_path / "outbox", **clock) as (address, _pid):
        first = bank.order()
        assert bank.send(address, first) == (201, False)
        assert Guesser([address], number).guess(codes[0], 0) == 302
        orders = [first]
        for jump in JUMPS:
            setting.write_text(jump)
            # A control, too: by 2038 the key has run out, so the clock is really another one.
            beyond = jump.startswith("@")
            order = bank.order()
            assert settled(bank, address, order) == (401 if beyond else 201), jump
            orders += [] if beyond else [order]
            assert beyond or bank.send(address, first) == (201, True), jump
            assert Guesser([address], number).guess(codes[0], 0) in {422, 429}, jump
    assert set(kept()) == {order["wish"] for order in orders}
    assert {each.gifts for each in kept().values()} == {1}
    assert books_hold()


def settled(bank: Bank, address: str, order: dict[str, object]) -> int:
    """Ask until there is an answer: a jump may cost the worker that was just at it, and nothing more."""
    for _attempt in range(20):
        try:
            return bank.send(address, order)[0]
        except OSError:
            time.sleep(0.5)
    raise AssertionError("no answer after a jump of the clock")

"""Someone tries the codes of a printed card with many hands, over several workers on two machines."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.bank import gunicorn
from tests.faults.counter import Bank
from tests.faults.guesser import Guesser, card_of
from timebank.services.signing_in.attempts import PER_CHANNEL

pytestmark = [pytest.mark.faults, pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)]

GUESSES, HANDS = 300, 12
JUDGED = min(limit.count for limit in PER_CHANNEL)
"""So many guesses of one card are looked at within a quarter of an hour."""


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

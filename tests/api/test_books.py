"""A year of the books over the API: for who reads the books, with a key that may."""

import pytest

from tests.factories import World
from timebank.clock import now
from timebank.domain.days import local_day


def test_a_treasurer_s_program_reads_the_year(call, world: World):
    today = local_day(now(), "Europe/Brussels")
    world.logged("ben", said="1u30", done_on=today)
    world.logged("ana", done_on=today)
    answer = call("tess", "GET", f"/books/heembeek/{today.year}")
    assert answer.status_code == 200, answer.text
    year = answer.json
    assert (year["total_minutes"], year["running"], year["closed_through"]) == (0, True, None)
    assert sum(row["minutes"] for row in year["trial"]) == 0
    assert {each["kind"]: each["count"] for each in year["hanging"]}["unconfirmed"] == 1
    assert year["pot"]["closing_minutes"] == 0
    assert (year["seq"], len(year["head"])) == (1, 64)
    assert "Peeters" not in answer.text


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("ann", 403), ("pia", 403), ("dov", 404)])
def test_nobody_else_s_program_does(call, world: World, name: str, status: int):
    assert call(name, "GET", f"/books/heembeek/{now().year}").status_code == status


def test_a_key_without_the_scope_and_an_odd_year_are_refused(call, world: World):
    year = f"/books/heembeek/{now().year}"
    assert call("tess", "GET", year, scopes=("favours:read",)).status_code == 403
    assert call("tess", "GET", "/books/heembeek/99999").status_code == 422
    assert call("tess", "GET", f"/books/nowhere/{now().year}").status_code == 404

"""Yearly reports in the browser: made, looked at, approved, and then kept by the partner."""

import pytest

from tests.factories import World, make_world, sign_in
from tests.unit.reporting import YEAR, keep_report, release_year
from timebank.clock import now

HERE = "/en/antennas/heembeek/reports"


@pytest.fixture
def world(app) -> World:
    """The cast as of today, with the figures of a year released to the partner."""
    world = make_world(now())
    release_year(world, YEAR)
    return world


def read(client, world, name, address):
    sign_in(client, world, name)
    return client.get(address)


def test_from_draft_to_the_partner_s_download(client, world: World):
    sign_in(client, world, "cora")
    made = client.post(HERE, data={"year": str(YEAR), "audience": "partner", "request_token": "one"})
    page = client.get(made.location).text
    assert "This is a draft" in page
    assert "400 hours" in page
    assert "<svg" in page
    assert read(client, world, "pia", made.location).status_code == 404
    assert "no reports yet" in read(client, world, "pia", "/en/partner/heembeek/reports").text
    sign_in(client, world, "tess")
    check = client.get(f"{made.location}/approve").text
    assert "Tess Peeters" in check
    done = client.post(f"{made.location}/approve", data={"version": "1", "request_token": "two"})
    assert done.location == made.location
    assert made.location in read(client, world, "pia", "/en/partner/heembeek/reports").text
    assert "Approve this report" not in client.get(made.location).text
    assert client.get(f"{made.location}/approve").status_code == 403
    file = client.get(f"{made.location}/csv?language=fr")
    assert file.headers["Content-Disposition"] == f'attachment; filename="heembeek-{YEAR}-fr.csv"'
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Heures d’aide" in file.data.decode("utf-8-sig")


def test_a_second_tap_makes_and_approves_once(client, world: World):
    sign_in(client, world, "cora")
    asked = {"year": str(YEAR), "audience": "partner", "request_token": "one"}
    first, second = (client.post(HERE, data=asked).location for _ in range(2))
    assert first == second
    yes = {"version": "1", "request_token": "two"}
    assert [client.post(f"{first}/approve", data=yes).status_code for _ in range(2)] == [302, 302]
    assert client.get(HERE).text.count('class="tag') == 1


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"year": "2024", "audience": "partner"}, "No figures of this year are released yet."),
        ({"year": "9999", "audience": "partner"}, "Choose a year that is over."),
        ({"year": "٢٠٢٥", "audience": "partner"}, "Choose a year that is over."),
        ({"year": str(YEAR), "audience": "press"}, "Choose for whom the report is."),
    ],
)
def test_a_fault_says_what_to_choose(client, world: World, told, sentence):
    sign_in(client, world, "cora")
    answer = client.post(HERE, data=told)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_someone_who_read_an_older_edition_is_told_of_the_newer(client, world: World):
    old = keep_report(world)
    keep_report(world, edition=2)
    sign_in(client, world, "cora")
    answer = client.post(f"/en/reports/{old}/approve", data={"version": "1"})
    assert answer.status_code == 409
    assert "newer draft" in answer.text


@pytest.mark.parametrize("kind", ["page", "pdf", "xlsx", "csv"])
def test_each_file_opens_in_each_language(client, world: World, kind: str):
    uid = keep_report(world, approved=True)
    sign_in(client, world, "pia")
    for language in ("nl", "fr", "en", "xx"):
        answer = client.get(f"/nl/reports/{uid}/{kind}?language={language}")
        assert answer.status_code == 200
        assert len(answer.data) > 1000


def test_the_antenna_sees_every_edition_and_the_partner_the_newest(client, world: World):
    for edition in range(1, 40):
        keep_report(world, edition=edition, approved=True)
    page = read(client, world, "cora", HERE).text
    assert page.count('class="tag') == 39
    assert read(client, world, "pia", "/en/partner/heembeek/reports").text.count("Report of 2025") == 1


def test_an_approved_report_that_nothing_changed_says_so_instead_of_a_new_draft(client, world: World):
    sign_in(client, world, "cora")
    told = {"year": str(YEAR), "audience": "partner"}
    made = client.post(HERE, data=told | {"request_token": "one"}).location
    client.post(f"{made}/approve", data={"version": "1", "request_token": "two"})
    again = client.post(HERE, data=told | {"request_token": "three"})
    assert again.location == made
    assert "This report is there already" in client.get(made).text
    assert 'href="/en/antennas/heembeek/releases"' in client.get(HERE).text

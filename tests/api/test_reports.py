"""Yearly reports by the API: a draft is the antenna's, an approved one the partner's too."""

import uuid

import pytest

from tests.unit.reporting import YEAR, keep_report, release_year


@pytest.fixture
def uid(call, world):
    """A draft that Cora made of the released figures."""
    release_year(world, YEAR)
    made = call("cora", "POST", "/reports", {"antenna": "heembeek", "year": YEAR}, key="a")
    assert made.status_code == 201
    return made.json["uid"]


def test_a_draft_has_every_line_with_its_signs(call, uid):
    whole = call("cora", "GET", f"/reports/{uid}").json
    lines = {(each["code"], each["group"]): each for each in whole["lines"]}
    assert lines["hours", ""]["now"] == {"sign": "shown", "value": 24_000}
    assert lines["hours", ""]["behind"] == {"sign": "shown", "value": 120}
    assert lines["languages", "fr"]["now"] == {"sign": "few", "value": None}
    assert lines["hours", ""]["before"] is None
    assert (whole["least_people"], whole["approved_by"]) == (10, None)


def test_the_partner_reads_it_once_it_is_approved(call, uid):
    assert call("pia", "GET", f"/reports/{uid}").status_code == 404
    assert call("pia", "GET", "/reports").json["items"] == []
    tag = call("cora", "GET", f"/reports/{uid}").headers["ETag"]
    done = call("cora", "POST", f"/reports/{uid}/approve", key="b", If_Match=tag)
    assert (done.status_code, done.json["approved_by"]) == (200, "Cora Peeters")
    assert [each["uid"] for each in call("pia", "GET", "/reports").json["items"]] == [uid]
    file = call("pia", "GET", f"/reports/{uid}/csv?language=nl")
    assert file.data.decode("utf-8-sig").startswith("Titel;")


def test_approving_needs_the_version_that_was_read(call, uid):
    assert call("cora", "POST", f"/reports/{uid}/approve", key="b").status_code == 428
    assert call("cora", "POST", f"/reports/{uid}/approve", key="c", If_Match='"v7"').status_code == 412


@pytest.mark.parametrize(
    "body",
    [{"antenna": "heembeek", "year": 2024}, {"antenna": "heembeek", "year": "x"}, {"antenna": "heembeek"}],
)
def test_a_year_without_figures_is_refused(call, world, body):
    assert call("cora", "POST", "/reports", body, key="a").status_code == 422


def test_a_token_without_the_scope_opens_nothing(call, uid):
    other = ("asks:read",)
    assert call("cora", "GET", f"/reports/{uid}", scopes=other).status_code == 403
    assert call("cora", "GET", f"/reports/{uuid.uuid4()}/pdf").status_code == 404


def test_a_long_list_goes_on_page_by_page(call, world):
    kept = [str(keep_report(world, edition=edition, approved=True)) for edition in range(1, 6)]
    first = call("pia", "GET", "/reports?limit=3")
    rest = call("pia", "GET", first.headers["Link"].split(">")[0][1:].removeprefix("/api/v1"))
    assert [each["uid"] for each in first.json["items"] + rest.json["items"]] == kept[::-1]

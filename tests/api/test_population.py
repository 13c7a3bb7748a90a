"""Population figures over the API: looked at first, kept a whole sheet at a time, and only for their coordinators."""

from typing import Any

import pytest

from tests.factories import World

FIGURES = [
    {"area": "Heembeek", "inhabitants": 3000, "homes": 1300, "source": "BISA", "year": 2025},
    {"area": "Heembeek", "inhabitants": 900, "language": "fr", "source": "BISA", "year": 2025},
    {"area": "Heembeek", "inhabitants": 90, "age_band": "85+", "source": "BISA", "year": 2025},
    {"area": "Heembeek", "inhabitants": 90, "age_band": "old", "source": "BISA", "year": 2025},
]


def body(figures: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"antenna": "heembeek", "figures": FIGURES if figures is None else figures}


def test_figures_are_looked_at_and_then_kept_once_in_place_of_their_year(call, world: World):
    look = call("cora", "POST", "/population/check", body())
    assert (look.status_code, look.json["good"], look.json["replaced"]) == (200, 3, 0), look.text
    assert [(each["row"], each["code"]) for each in look.json["faults"]] == [(4, "age_band_not_known")]
    assert call("cora", "GET", "/population?antenna=heembeek").json["years"] == []
    first, second = (call("cora", "POST", "/population", body(), key="p") for _ in range(2))
    assert first.status_code == 201, first.text
    assert (first.json["kept"], len(first.json["faults"])) == (3, 1)
    assert second.json == first.json
    assert second.headers["Idempotent-Replayed"] == "true"
    read = call("cora", "GET", "/population?antenna=heembeek").json
    assert read["years"] == [{"year": 2025, "figures": 3}]
    newest = read["newest"]
    assert (newest["homes"], newest["inhabitants"]["language"]) == ({"Heembeek": 1300}, {"fr": 900})
    again = call("cora", "POST", "/population", body(FIGURES[:1]), key="q")
    assert again.json["kept"] == 1
    assert call("cora", "POST", "/population/check", body()).json["replaced"] == 1


def test_a_sheet_without_a_good_figure_is_refused_and_nothing_is_lost(call, world: World):
    call("cora", "POST", "/population", body(), key="p")
    refused = call("cora", "POST", "/population", body(FIGURES[3:]), key="q")
    assert (refused.status_code, refused.json["code"]) == (422, "nothing_to_add")
    assert call("cora", "GET", "/population?antenna=heembeek").json["years"][0]["figures"] == 3
    for wrong in ({"inhabitants": -1}, {"inhabitants": "many"}, {"area": ""}, {"year": 1600}):
        assert call("cora", "POST", "/population", body([FIGURES[0] | wrong]), key="r").status_code == 422
    assert call("cora", "POST", "/population", body([]), key="s").status_code == 422


@pytest.mark.parametrize(("who", "status"), [("ana", 403), ("ann", 403), ("tess", 403), ("dov", 404)])
def test_only_the_antenna_s_coordinators_read_and_bring_in(call, world: World, who: str, status: int):
    assert call(who, "GET", "/population?antenna=heembeek").status_code == status
    assert call(who, "POST", "/population", body(), key="p").status_code == status
    assert call(who, "POST", "/population/check", body()).status_code == status


def test_each_scope_opens_its_own_half(call, world: World):
    read = call("cora", "GET", "/population?antenna=heembeek", scopes=("population:write",))
    assert (read.status_code, read.json["code"]) == (403, "scope")
    assert (
        call("cora", "POST", "/population", body(), key="p", scopes=("population:read",)).status_code == 403
    )

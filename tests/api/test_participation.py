"""An antenna's figures over the API: exact, for its own board and coordinators only."""

from datetime import timedelta

from tests.factories import World
from tests.unit.services.test_sectors import PEOPLE, living_in, sheet
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.services.giving.favours import log_favour
from timebank.services.measuring.population import import_population
from timebank.services.measuring.sectors import import_sectors
from timebank.services.signing_in.tokens import SCOPES
from timebank.uow import transact

PATH = "/participation?antenna=heembeek"


def helped(world: World, giver: str, receiver: str, days: int) -> None:
    done_on = local_day(now(), "Europe/Brussels") - timedelta(days=days)
    favour = world.favour(giver, receiver, done_on=done_on, category="visit")
    transact(log_favour, favour, actor=world.actor(receiver, now=now()), now=now())


def test_the_figures_of_twelve_months(call, world: World):
    helped(world, "ana", "ben", 2)
    helped(world, "ben", "fay", 3)
    found = call("cora", "GET", PATH)
    assert found.status_code == 200, found.text
    favours = found.json["favours"]
    assert (favours["count"], favours["minutes"]) == (2, 120)
    assert favours["by_category"] == [{"name": "visit", "favours": 2, "minutes": 120}]
    assert found.json["taking_part"]["active"] == 3
    assert found.json["reciprocity"]["two_way_share"] == 1 / 3
    assert found.json["asking"]["fill_rate"] is None
    assert found.json["saved"]["balanced"] is True
    assert call("tess", "GET", PATH).json["favours"]["count"] == 2


def test_groups_stand_beside_who_lives_there_for_the_coordinator_alone(call, world: World):
    cora = world.actor("cora", now=now())
    transact(import_sectors, world.antenna, sheet(), actor=cora, now=now())
    transact(import_population, world.antenna, sheet(PEOPLE), actor=cora, now=now())
    transact(living_in, world, {"ana": "Kruisberg", "ben": "Zennestraat"})
    found, board = (call(name, "GET", PATH).json["taking_part"] for name in ("cora", "tess"))
    assert (found["by_sector"]["Kanaal"], found["parity"]["sector"]["Kanaal"]) == (1, 2.0)
    assert (board["by_sector"], board["parity"], board["coverage"]) == ({}, {}, None)


def test_only_with_the_scope_and_only_ones_own_antenna(call, world: World):
    scopes = tuple(scope for scope in SCOPES if scope != "participation:read")
    assert call("cora", "GET", PATH, scopes=scopes).status_code == 403
    for name in ("ana", "ann", "pia", "olga"):
        assert call(name, "GET", PATH).status_code == 403
    assert call("dov", "GET", PATH).status_code == 404
    assert call("dov", "GET", "/participation?antenna=marolles").status_code == 200


def test_a_period_that_is_none_or_to_come_is_refused_in_words(call, world: World):
    assert call("cora", "GET", f"{PATH}&period=soon").status_code == 422
    later = call("cora", "GET", f"{PATH}&period=2099")
    assert (later.status_code, later.json["code"]) == (422, "period_to_come")
    assert call("cora", "GET", "/participation").status_code == 422


def test_any_days_are_for_who_coordinates(call, world: World):
    days = f"{PATH}&period=2026-01-05..2026-03-31"
    assert call("cora", "GET", days).json["period"] == {"first": "2026-01-05", "last": "2026-03-31"}
    for name, code in (("tess", "period"), ("cora", "period_days")):
        wrong = days if name == "tess" else f"{PATH}&period=2026-02-31..2026-03-31"
        refused = call(name, "GET", wrong)
        assert (refused.status_code, refused.json["code"]) == (422, code)


def test_who_is_suggested_and_asked_comes_without_names(call, world):
    told = call("tess", "GET", "/evenness?antenna=heembeek").json
    assert set(told) == {"antenna", "period", "all", "groups"}
    assert told["all"] == {"people": 0, "suggested": 0, "asked": 0, "yes": 0}
    assert call("ana", "GET", "/evenness?antenna=heembeek").status_code == 403
    assert call("dov", "GET", "/evenness?antenna=heembeek").status_code == 404
    assert call("cora", "GET", "/evenness?antenna=heembeek&period=soon").status_code == 422

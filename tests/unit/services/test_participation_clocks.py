"""Waits and entries of antennas that live by different clocks are counted as plain Python counts them."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World
from tests.unit.services.counting import facts_of, lags_of, scatter_asks, scatter_favours, waits_of
from timebank.models.antenna import Antenna
from timebank.participation import network, totals as plain
from timebank.participation.periods import Period, days_before, month_of, quarter_of, year_of
from timebank.services.measuring.participation import totals_of
from timebank.services.measuring.participation_scope import scope_of_network

PERIODS = (
    days_before(TODAY, 365),
    month_of(2026, 11),
    quarter_of(2026, 3),
    year_of(2025),
    Period(TODAY - timedelta(days=9), TODAY),
)


def test_the_database_counts_waits_as_plain_python_does_where_two_antennas_live_by_different_clocks(
    world: World, session: Session
) -> None:
    zones = {world.antenna: "Europe/Brussels", world.antennas["marolles"]: "Atlantic/Azores"}
    for antenna in session.scalars(select(Antenna)):
        antenna.timezone = zones[antenna.id]
    scatter_asks(session, world, 120, 5)
    session.flush()
    today = scope_of_network(session).today(NOW)
    for period in PERIODS:
        found = totals_of(session, scope_of_network(session), period, now=NOW).asks
        assert found.waits == waits_of(session, period, zones, today)


def test_entries_late_in_the_evening_are_of_the_antennas_own_day(world: World, session: Session) -> None:
    zones = {world.antenna: "Atlantic/Azores", world.antennas["marolles"]: "Europe/Brussels"}
    for antenna in session.scalars(select(Antenna)):
        antenna.timezone = zones[antenna.id]
    scatter_favours(session, world, 150, 4)
    for period in PERIODS:
        found = totals_of(session, scope_of_network(session), period, now=NOW).favours
        assert found.lags == lags_of(session, period, "Atlantic/Azores")
        assert list(found.members) == plain.member_totals(facts_of(session, period))
        assert found.pairs == ()
        assert found.team_minutes == network.team_minutes(facts_of(session, period))

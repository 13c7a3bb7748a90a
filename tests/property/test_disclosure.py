"""No audience can prove a group of 1 to k-1 people, whatever it has been given; and the attacker isn't blind."""

from dataclasses import replace

import pytest

from tests.property.disclosure_judge import Judge
from tests.property.disclosure_worlds import (
    areas_tables,
    asks_tables,
    favours_tables,
    members_tables,
    stays_tables,
    to_base,
)
from timebank.participation.disclosure import attacker
from timebank.participation.disclosure.audiences import BOARD, PARTNER
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import Sign, first_figures
from timebank.participation.disclosure.gate import pass_gate, provable
from timebank.participation.disclosure.own_people import as_seen, key_of
from timebank.participation.disclosure.targets import Target

MEMBERS = {
    "two months": lambda seed: members_tables(seed),
    "own people": lambda seed: members_tables(seed, own_share=0.15),
    "language and age": lambda seed: members_tables(seed, by_age=True, own_share=0.1),
    "three months": lambda seed: members_tables(seed, months=3),
    "a small antenna": lambda seed: members_tables(seed, members=45),
}
SEEDS = range(3)


def few_asks_tables(seed):
    return asks_tables(seed, members=60, asks=80)


def released(releases, audience):
    """What each release gives away after the gate, the next one knowing those before it."""
    history, records = [], []
    for tables in releases:
        drafts, record = pass_gate(tables, history, audience)
        history += drafts
        records.append(record)
    return history, records


def without_gate(releases, audience, base=None):
    """The same with threshold and rounding alone; another base of people and hours where one is given."""
    drafts = [Draft(table, first_figures(table, audience)) for tables in releases for table in tables]
    return drafts if base is None else [to_base(each, base) for each in drafts]


@pytest.mark.parametrize("audience", [PARTNER, BOARD], ids=lambda each: each.name)
@pytest.mark.parametrize("make", MEMBERS.values(), ids=MEMBERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_proven_of_few_members(make, audience, seed):
    drafts, _records = released(make(seed), audience)
    assert Judge(drafts, audience.k).proven() == []


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("own_share", [0.0, 0.1])
def test_nothing_is_proven_of_few_givers_receivers_or_their_hours(seed, own_share):
    drafts, _records = released(favours_tables(seed, quarters=2, own_share=own_share)[:1], PARTNER)
    assert Judge(drafts, PARTNER.k).proven() == []
    assert Judge(drafts, PARTNER.k, things_of=1).proven() == []


def test_a_year_gives_nothing_away_of_its_quarters():
    drafts, _records = released(favours_tables(1), PARTNER)
    assert Judge(drafts, PARTNER.k).proven() == []
    assert Judge(drafts, PARTNER.k, things_of=1).proven() == []


@pytest.mark.parametrize("audience", [PARTNER, BOARD], ids=lambda each: each.name)
@pytest.mark.parametrize("make", [asks_tables, few_asks_tables, stays_tables])
@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_proven_of_few_who_waited_joined_or_left(make, audience, seed):
    drafts, _records = released(make(seed), audience)
    assert Judge(drafts, audience.k).proven() == []


@pytest.mark.parametrize(("base", "least"), [(1, 100), (5, 10), (10, 3)])
def test_the_judge_catches_threshold_and_rounding_alone(base, least):
    caught = [
        Judge(without_gate(members_tables(seed), PARTNER, base), 10, base).proven() for seed in range(8)
    ]
    assert sum(map(len, caught)) >= least


def test_the_judge_catches_hours_without_a_gate():
    caught = []
    for seed in range(3):
        drafts = without_gate(favours_tables(seed, quarters=2)[:1], PARTNER, 1)
        caught += Judge(drafts, 10, 1, 1).proven()
    assert any(name.startswith("minutes") for name, _low, _high in caught)


@pytest.mark.parametrize("make", [asks_tables, stays_tables])
def test_the_judge_catches_waits_and_stays_without_a_gate(make):
    caught = [Judge(without_gate(make(seed), PARTNER, 1), 10, 1).proven() for seed in range(3)]
    assert all(caught)


def alone(tables, audience):
    """Each table through a gate that knows of no other."""
    return [draft for table in tables for draft in pass_gate([table], [], audience)[0]]


def test_the_judge_catches_tables_that_lie_in_one_another_and_were_gated_apart():
    few = [asks_tables(seed, members=60, asks=80)[0] for seed in range(12)]
    caught = [Judge(alone(tables, PARTNER), PARTNER.k).proven() for tables in few]
    assert any(caught)


def test_the_judge_catches_years_that_were_gated_as_if_nobody_stayed():
    """A gate that doesn't know that who was there at a year's end begins the next one."""
    caught = []
    for seed in range(12):
        theirs = stays_tables(seed)
        blind = [
            [replace(table, frame=replace(table.frame, at_start=(), at_end=())) for table in tables]
            for tables in theirs
        ]
        drafts, _records = released(blind, BOARD)
        truth = [table for tables in theirs for table in tables]
        caught += Judge([replace(d, table=t) for d, t in zip(drafts, truth, strict=True)], BOARD.k).proven()
    assert caught


def test_the_judge_catches_a_gate_that_forgets_that_every_favour_is_someone_s(monkeypatch):
    """The number of favours of a few, from all favours without those of the others."""
    monkeypatch.setattr(attacker, "forbidding_things", lambda _at, _who, things, _all: (None, things.truth))
    caught = []
    for seed in range(1, 7):
        drafts, _records = released(favours_tables(seed, quarters=2, favours=200)[:1], PARTNER)
        caught += Judge(drafts, PARTNER.k).proven()
    assert caught


def test_the_judge_catches_what_an_audience_knows_of_its_own():
    """Gated as if nobody were its own, released to someone who sent a part of them."""
    caught = []
    for seed in range(8):
        theirs = members_tables(seed, own_share=0.5)
        blind = [[replace(table, own={}) for table in tables] for tables in theirs]
        drafts, _records = released(blind, PARTNER)
        truth = [table for tables in theirs for table in tables]
        caught += Judge([replace(d, table=t) for d, t in zip(drafts, truth, strict=True)], 10).proven()
    assert caught


def seen(releases):
    """The same releases without anybody's own, and what one reader knows who sent a part of the people."""
    tables = [table for each in releases for table in each]
    blind = [[replace(table, own={}) for table in each] for each in releases]
    return blind, {key_of(table): table.own for table in tables}


def released_to(releases, audience, views):
    """What each release gives away after a gate that looks as each of these readers, too."""
    history = []
    for tables in releases:
        history += pass_gate(tables, history, audience, views)[0]
    return history


OWN = {
    "members": lambda seed: members_tables(seed, own_share=0.3),
    "a small antenna": lambda seed: members_tables(seed, members=60, own_share=0.2, by_age=True),
    "favours": lambda seed: favours_tables(seed, quarters=2, own_share=0.15)[:1],
    "areas": lambda seed: areas_tables(seed, quarters=1, members=90, favours=200, own_share=0.15),
    "a longer period": lambda seed: favours_tables(seed, members=40, favours=60, quarters=2, own_share=0.1),
}


@pytest.mark.parametrize("make", OWN.values(), ids=OWN)
@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_proven_by_who_knows_its_own_people_nor_by_who_knows_nobody(make, seed):
    blind, view = seen(make(seed))
    drafts = released_to(blind, PARTNER, [view])
    assert Judge(drafts, PARTNER.k).proven() == []
    assert Judge([as_seen(each, view) for each in drafts], PARTNER.k).proven() == []


def test_the_judge_catches_a_gate_that_takes_all_readers_for_the_one_who_knows():
    """Who knows nobody can prove groups that hold only the other reader's people."""
    caught = []
    for seed in range(12):
        theirs = members_tables(seed, own_share=0.3)
        drafts, _records = released(theirs, PARTNER)
        caught += Judge([as_seen(each, {}) for each in drafts], PARTNER.k).proven()
    assert caught


def test_whom_a_reader_came_to_know_later_costs_no_new_figure_that_is_safe():
    """Told before it knew anybody: what the old figures tell of the rest can't be taken back by new ones."""
    (first, second), view = seen(members_tables(1, own_share=0.3))
    told = released_to([first], PARTNER, [])
    drafts, _record = pass_gate(second, told, PARTNER, [view])
    assert any(figure.sign is Sign.SHOWN for draft in drafts for figure in draft.figures.values())


def test_a_view_that_cannot_be_true_costs_the_new_figures():
    ((tables,), view) = seen(members_tables(2, months=1, own_share=0.1))
    name = next(iter(view))
    wrong = {name: {key: tables[0].figures[key] + 1 for key in list(tables[0].figures)[:1]}}
    drafts, _record = pass_gate(tables, [], PARTNER, [wrong])
    assert {figure.sign for draft in drafts for figure in draft.figures.values()} <= {Sign.WITHHELD}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gate_sees_all_that_the_judge_sees(seed):
    """Also without a gate: who is named by the judge is named by the product's own attacker."""
    drafts = without_gate(members_tables(seed), PARTNER)
    judged = Judge(drafts, PARTNER.k).proven()
    assert len(provable(drafts, PARTNER)) >= len(judged)


def test_few_figures_are_withheld():
    records = [record for seed in range(20) for record in released(members_tables(seed), PARTNER)[1]]
    records += [record for seed in range(8) for record in released(asks_tables(seed), PARTNER)[1]]
    records += [record for seed in range(8) for record in released(stays_tables(seed), PARTNER)[1]]
    withheld = sum(each.withheld for each in records)
    assert withheld <= 0.06 * sum(each.figures for each in records)


def looked_at_anew():
    """The groups that a fresh look finds provable after the gate."""
    found = []
    for seed in range(6):
        drafts, _records = released(members_tables(seed, months=1, by_age=True), PARTNER)
        found += provable(drafts, PARTNER)
    return found


def test_what_the_gate_kept_of_earlier_looks_is_what_a_fresh_look_finds():
    assert looked_at_anew() == []


def test_a_gate_that_believes_earlier_looks_blindly_is_caught(monkeypatch):
    monkeypatch.setattr(Target, "_still_shows", lambda *_all: True)
    assert looked_at_anew()


AREAS = {
    "no areas before": lambda seed: areas_tables(seed, quarters=1, members=120, favours=300),
    "quarters before": lambda seed: areas_tables(seed, quarters=2, members=90, favours=160),
    "own people": lambda seed: areas_tables(seed, quarters=1, members=90, favours=200, own_share=0.15),
}


@pytest.mark.parametrize("make", AREAS.values(), ids=AREAS)
@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_proven_from_areas_beside_the_whole(make, seed):
    drafts, _records = released(make(seed), PARTNER)
    assert Judge(drafts, PARTNER.k).proven() == []


def test_the_judge_catches_areas_that_were_gated_apart_from_the_whole():
    caught = []
    for seed in range(8):
        tables = areas_tables(seed, quarters=1, members=120, favours=300)[-1]
        caught += Judge(alone(tables, PARTNER), PARTNER.k).proven()
    assert caught


def test_areas_cost_few_figures():
    records = [
        record for make in AREAS.values() for seed in range(8) for record in released(make(seed), PARTNER)[1]
    ]
    assert sum(each.withheld for each in records) <= 0.06 * sum(each.figures for each in records)


def test_a_reader_who_knows_one_in_ten_costs_few_figures():
    figures = []
    for seed in range(20):
        blind, view = seen(members_tables(seed, own_share=0.1))
        figures += [each for draft in released_to(blind, PARTNER, [view]) for each in draft.figures.values()]
    assert sum(each.sign is Sign.WITHHELD for each in figures) <= 0.06 * len(figures)

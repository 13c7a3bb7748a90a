"""Every figure of the network agrees with networkx, or with the formula written out over all pairs."""

import networkx as nx
import pytest
from hypothesis import given

from tests.unit.participation.strategies import favours, members
from timebank.participation import network, reciprocity
from timebank.participation.activity import active_count
from timebank.participation.fairness import gini_of_giving
from timebank.participation.totals import member_totals, pair_totals


def directed(facts):
    graph = nx.DiGraph()
    for fact in facts:
        graph.add_node(fact.giver_id)
        if fact.receiver_id is not None:
            graph.add_edge(fact.giver_id, fact.receiver_id)
    return graph


def tied(facts):
    """The undirected graph of those who have a tie."""
    graph = nx.Graph(directed(facts).to_undirected())
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def near(value):
    return None if value is None else pytest.approx(value)


@given(favours)
def test_density_and_reciprocity(facts):
    graph, pairs = directed(facts), pair_totals(facts)
    active = active_count(member_totals(facts))
    assert active == graph.number_of_nodes()
    has_ties = graph.number_of_edges() > 0
    assert reciprocity.density(pairs, active) == near(nx.density(graph) if active > 1 else None)
    mutual = nx.overall_reciprocity(graph) if has_ties else None
    assert reciprocity.dyadic_reciprocity(pairs) == near(mutual)
    if mutual is None or nx.density(graph) == 1:
        assert reciprocity.corrected_reciprocity(pairs, active) is None
    else:
        by_chance = nx.density(graph)
        expected = (mutual - by_chance) / (1 - by_chance)
        assert reciprocity.corrected_reciprocity(pairs, active) == near(expected)


@given(favours)
def test_components_isolates_and_centralisation(facts):
    graph, ties = tied(facts), network.ties_of(pair_totals(facts))
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    n = graph.number_of_nodes()
    assert network.component_sizes(ties) == sizes
    assert network.giant_component_share(ties) == near(sizes[0] / n if sizes else None)
    everyone = nx.Graph()
    everyone.add_nodes_from(range(1, 10))
    everyone.add_edges_from(graph.edges)
    assert network.isolates(range(1, 10), ties) == nx.number_of_isolates(everyone)
    # networkx's centrality is k / (n - 1); Freeman's index is its spread over that of a star.
    central = nx.degree_centrality(graph)
    star = sum(1 - 1 / (n - 1) for _ in range(n - 1)) if n > 2 else None
    spread = sum(max(central.values()) - each for each in central.values()) / star if star else None
    assert network.centralisation(ties) == near(spread)


@given(favours, members)
def test_ties_across_groups_and_by_chance(facts, people):
    group_of = {each.member_id: each.language for each in people if each.language}
    graph = tied(facts)
    edges = [edge for edge in graph.edges if set(edge) <= set(group_of)]
    across = sum(group_of[one] != group_of[other] for one, other in edges)
    found = network.ei_index(network.ties_of(pair_totals(facts)), group_of)
    assert (found.external, found.internal) == (across, len(edges) - across)
    assert found.value == near((2 * across - len(edges)) / len(edges) if edges else None)
    complete = list(nx.complete_graph(list(group_of)).edges)
    apart = sum(group_of[one] != group_of[other] for one, other in complete)
    assert found.by_chance == near(2 * apart / len(complete) - 1 if complete else None)


@given(favours)
def test_the_busiest_pairs(facts):
    weights = nx.DiGraph()
    for fact in facts:
        if fact.receiver_id is not None:
            before = weights.get_edge_data(fact.giver_id, fact.receiver_id, {"weight": 0})["weight"]
            weights.add_edge(fact.giver_id, fact.receiver_id, weight=before + fact.minutes)
    kept = sorted((weight for _, _, weight in weights.edges(data="weight")), reverse=True)
    most = 0
    while most < len(kept) / 10:
        most += 1
    expected = sum(kept[:most]) / sum(kept) if sum(kept) else None
    assert network.repeat_pair_share(pair_totals(facts)) == near(expected)


@given(favours)
def test_gini_is_the_mean_difference_of_all_pairs(facts):
    given_minutes = [each.given_minutes for each in member_totals(facts)]
    n, total = len(given_minutes), sum(given_minutes)
    differences = sum(abs(one - other) for one in given_minutes for other in given_minutes)
    expected = differences / (2 * n**2 * (total / n)) if total else None
    assert gini_of_giving(given_minutes) == near(expected)

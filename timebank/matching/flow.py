"""Min-cost flow by successive shortest paths with potentials, one unit at a time.

Each push finds the cheapest path in the residual network with Dijkstra's algorithm on reduced costs,
``cost + potential(tail) - potential(head)``, which potentials keep from being negative; so after every
push the flow is the cheapest of its size. Source: Ahuja, Magnanti and Orlin, *Network Flows* (1993),
section 9.7. Integers only, so that nothing is lost by rounding, however large the costs.
"""

import heapq
from bisect import bisect_left, insort
from collections.abc import Iterator
from math import inf

Node = tuple[str | int, ...]
Known = tuple[int, int]
"""A node, and the reduced cost of some way from there to the target: no dearer way need be looked at."""


class Network:
    """Arcs with capacities and costs between named nodes, and a flow that grows by pushes.

    Arc ``2k`` and its way back, ``2k + 1``, are neighbours: ``arc ^ 1`` turns round. Each node lists only
    the arcs that have room left, in their order: most ways back have none.
    """

    def __init__(self) -> None:
        self._numbers: dict[Node, int] = {}
        self.potentials: list[int] = []
        self._leaving: list[list[int]] = []
        self._head: list[int] = []
        self._room: list[int] = []
        self._cost: list[int] = []

    def node(self, name: Node) -> int:
        """The number of a node, which comes into being when first named."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = self._new_node(0)
        return number

    def _new_node(self, potential: int) -> int:
        self.potentials.append(potential)
        self._leaving.append([])
        return len(self.potentials) - 1

    def arc(self, tail: int, head: int, capacity: int, cost: int) -> int:
        """Add an arc and return its number.

        A cost below zero is allowed at a tail that no flow has come to yet: its potential rises.
        """
        number = len(self._head)
        self._head += (head, tail)
        self._room += (capacity, 0)
        self._cost += (cost, -cost)
        if capacity:
            self._leaving[tail].append(number)
        least = self.potentials[head] - cost
        if least > self.potentials[tail]:
            self.potentials[tail] = least
        return number

    def head(self, arc: int) -> int:
        """The node that an arc leads to."""
        return self._head[arc]

    def flow(self, arc: int) -> int:
        """How many units go through an arc."""
        return self._room[arc ^ 1]

    def push(self, source: int, target: int) -> bool:
        """Send one unit from source to target along the cheapest way; False if there is none."""
        distances, came_by = self._shortest(source, target)
        if target not in came_by:
            return False
        for arc in self._back(came_by, source, target):
            self._send(arc)
        farthest = distances[target]
        for node, distance in distances.items():
            if distance < farthest:
                self.potentials[node] += distance - farthest
        return True

    def _send(self, arc: int) -> None:
        """One unit through an arc that has room."""
        room, back = self._room, arc ^ 1
        room[arc] -= 1
        if not room[arc]:
            self._close(arc)
        if not room[back]:
            insort(self._leaving[self._head[arc]], back)
        room[back] += 1

    def _close(self, arc: int) -> None:
        """Take an arc off the list of its tail."""
        leaving = self._leaving[self._head[arc ^ 1]]
        del leaving[bisect_left(leaving, arc)]

    def way(self, source: int, target: int, known: Known | None = None) -> list[int] | None:
        """The arcs of the cheapest way for one unit, which isn't sent; None if there is none."""
        _, came_by = self._shortest(source, target, known)
        return list(self._back(came_by, source, target)) if target in came_by else None

    def _back(self, came_by: dict[int, int], source: int, target: int) -> Iterator[int]:
        node = target
        while node != source:
            arc = came_by[node]
            yield arc
            node = self._head[arc ^ 1]

    def _shortest(
        self, source: int, target: int, known: Known | None = None
    ) -> tuple[dict[int, int], dict[int, int]]:
        """Reduced distances of the nodes seen, and the arc by which each was reached, until the target.

        What is farther than the target can be is passed over: it would wait in vain.
        """
        via, rest = known or (target, 0)
        limit: float = inf
        potentials, head, cost = self.potentials, self._head, self._cost
        distances, came_by, done = {source: 0}, {}, set()
        waiting = [(0, source)]
        while waiting:
            distance, tail = heapq.heappop(waiting)
            if tail in done:
                continue
            if tail == target:
                break
            done.add(tail)
            base = distance + potentials[tail]
            for arc in self._leaving[tail]:
                to = head[arc]
                reached = base + cost[arc] - potentials[to]
                if reached <= limit and (to not in distances or reached < distances[to]):
                    distances[to] = reached
                    came_by[to] = arc
                    if to in (via, target):
                        limit = min(limit, reached + rest if to == via else reached)
                    heapq.heappush(waiting, (reached, to))
        return distances, came_by

    def reroute(self, arc: int) -> None:
        """Close an arc of capacity 1 that carries a unit, and send that unit the next cheapest way.

        The unit goes on from the arc's head as if it came from outside, and a unit is pushed from the
        tail to that outside: it either takes the first one's place or finds another way.
        """
        tail, head = self._head[arc ^ 1], self._head[arc]
        self._close(arc ^ 1)
        self._room[arc] = self._room[arc ^ 1] = 0
        outside = self._new_node(self.potentials[head])
        self._head += (head, outside)
        self._room += (0, 1)
        self._cost += (0, 0)
        self._leaving[head].append(len(self._head) - 1)
        self.push(tail, outside)

    def by_name(self) -> dict[Node, int]:
        """The potential of every node that has one."""
        named = ((name, self.potentials[number]) for name, number in self._numbers.items())
        return {name: potential for name, potential in named if potential}

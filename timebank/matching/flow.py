"""Min-cost flow by successive shortest paths with potentials, one unit at a time.

Each push finds the cheapest path in the residual network with Dijkstra's algorithm on reduced costs,
``cost + potential(tail) - potential(head)``, which potentials keep from being negative; so after every
push the flow is the cheapest of its size. Source: Ahuja, Magnanti and Orlin, *Network Flows* (1993),
section 9.7. Integers only, so that nothing is lost by rounding, however large the costs.
"""

import heapq
from collections.abc import Iterator

Node = tuple[str | int, ...]


class Network:
    """Arcs with capacities and costs between named nodes, and a flow that grows by pushes.

    Arc ``2k`` and its way back, ``2k + 1``, are neighbours: ``arc ^ 1`` turns round.
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
        self._leaving[tail].append(number)
        self._leaving[head].append(number + 1)
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
            self._room[arc] -= 1
            self._room[arc ^ 1] += 1
        farthest = distances[target]
        for node, distance in distances.items():
            if distance < farthest:
                self.potentials[node] += distance - farthest
        return True

    def way(self, source: int, target: int) -> list[int] | None:
        """The arcs of the cheapest way for one unit, which isn't sent; None if there is none."""
        _, came_by = self._shortest(source, target)
        return list(self._back(came_by, source, target)) if target in came_by else None

    def _back(self, came_by: dict[int, int], source: int, target: int) -> Iterator[int]:
        node = target
        while node != source:
            arc = came_by[node]
            yield arc
            node = self._head[arc ^ 1]

    def _shortest(self, source: int, target: int) -> tuple[dict[int, int], dict[int, int]]:
        """Reduced distances of the nodes seen, and the arc by which each was reached, until the target."""
        potentials, head, room, cost = self.potentials, self._head, self._room, self._cost
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
                if not room[arc]:
                    continue
                reached = base + cost[arc] - potentials[to]
                if to not in distances or reached < distances[to]:
                    distances[to] = reached
                    came_by[to] = arc
                    heapq.heappush(waiting, (reached, to))
        return distances, came_by

    def reroute(self, arc: int) -> None:
        """Close an arc of capacity 1 that carries a unit, and send that unit the next cheapest way.

        The unit goes on from the arc's head as if it came from outside, and a unit is pushed from the
        tail to that outside: it either takes the first one's place or finds another way.
        """
        tail, head = self._head[arc ^ 1], self._head[arc]
        self._room[arc] = self._room[arc ^ 1] = 0
        outside = self._new_node(self.potentials[head])
        self._head += (head, outside)
        self._room += (0, 1)
        self._cost += (0, 0)
        self._leaving[outside].append(len(self._head) - 2)
        self._leaving[head].append(len(self._head) - 1)
        self.push(tail, outside)

    def by_name(self) -> dict[Node, int]:
        """The potential of every node that has one."""
        named = ((name, self.potentials[number]) for name, number in self._numbers.items())
        return {name: potential for name, potential in named if potential}

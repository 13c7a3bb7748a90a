"""What the tellers were told, against what is in the books."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Kept:
    """What the database holds for one key."""

    gifts: int
    transfers: int
    minutes: int


@dataclass
class Verdict:
    """How many orders ended in which way, and everything that contradicts."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def judge(lines: Iterable[Mapping[str, object]], kept: Mapping[str, Kept]) -> Verdict:
    """Every acknowledged post is there exactly once; none is there that was refused or never sent."""
    verdict, said, minutes = Verdict(), {}, {}
    for line in lines:
        key = str(line["key"])
        if line["said"] == "contradicted":
            verdict.faults.append(f"{key}: the same key was answered in two ways")
            continue
        said[key] = str(line["said"])
        minutes.setdefault(key, line.get("minutes"))
    for key, outcome in said.items():
        there = kept.get(key, Kept(0, 0, 0))
        verdict.counts[outcome] += 1
        right = Kept(1, 1, int(str(minutes[key])))
        nothing = Kept(0, 0, 0)
        allowed = {"posted": {right}, "refused": {nothing}, "sent": {right, nothing}}[outcome]
        if there not in allowed:
            verdict.faults.append(f"{key}: was {outcome}, and there is {there}")
    verdict.faults += [f"{key}: is there, and nobody sent it" for key in kept.keys() - said.keys()]
    return verdict

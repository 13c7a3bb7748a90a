"""What a run found: a list of figures, each with its goal, as a table and as JSON."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).with_name("results.json")


@dataclass(frozen=True)
class Result:
    """One figure. ``goal`` is None where it only gives context; ``better`` is 'higher' or 'lower'."""

    name: str
    value: float
    unit: str
    goal: float | None
    better: str
    method: str

    @property
    def reached(self) -> str:
        """'yes', 'no', or nothing where there is no goal."""
        if self.goal is None:
            return ""
        good = self.value >= self.goal if self.better == "higher" else self.value <= self.goal
        return "yes" if good else "no"


def figure(
    name: str, value: float, unit: str, method: str, *, goal: float | None = None, better: str = "higher"
) -> Result:
    """A figure, rounded to three digits that count."""
    return Result(name, float(f"{value:.3g}") if value < 1000 else round(value), unit, goal, better, method)


def share(
    name: str, rounds: Sequence[float], yardstick: Sequence[float], method: str, *, goal: float | None = None
) -> Result:
    """The median, over the rounds, of a rate as a share of the yardstick's in the same round."""
    ratios = [mine / theirs for mine, theirs in zip(rounds, yardstick, strict=True)]
    return figure(name, statistics.median(ratios), "ratio", method, goal=goal)


def rate(name: str, rounds: Sequence[float], method: str) -> Result:
    """The median of the rates themselves, for context."""
    return figure(name, statistics.median(rounds), "per second", method)


def table(results: Sequence[Result]) -> str:
    """All figures, one a line."""
    width = max(len(each.name) for each in results)
    lines = [f"{'what':{width}}  {'value':>9}  {'unit':14}  {'goal':>8}  reached"]
    for each in results:
        goal = "" if each.goal is None else f"{'>=' if each.better == 'higher' else '<='} {each.goal:g}"
        lines.append(
            f"{each.name:{width}}  {each.value:>9g}  {each.unit:14}  {goal:>8}  {each.reached}".rstrip()
        )
    return "\n".join(lines)


def write(results: Sequence[Result], path: Path = FILE, *, keep_others: bool = False) -> None:
    """Keep the figures as JSON: a list of {name, value, unit, goal, better, method}.

    ``keep_others`` leaves those of an earlier run that aren't among them where they stand.
    """
    new = {each.name: asdict(each) for each in results}
    old = json.loads(path.read_text(encoding="utf-8")) if keep_others and path.exists() else []
    rows = [new.pop(each["name"], each) for each in old] + list(new.values())
    path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

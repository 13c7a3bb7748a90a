"""A questionnaire on loneliness: voluntary, spoken or on paper, and told only as one mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from timebank.participation.ratios import mean, ratio


@dataclass(frozen=True)
class PairedChange:
    """The mean change of those who answered twice, how many they are, and of how many who were asked."""

    mean: float
    answered_twice: int
    asked: int

    @property
    def response(self) -> float | None:
        """Answered both times / asked. No unit."""
        return ratio(self.answered_twice, self.asked)


def paired_change(pairs: Sequence[tuple[int, int]], asked: int, *, least: int) -> PairedChange | None:
    """The mean of after - before, in points of the scale (De Jong Gierveld 0..6, LSNS-6 0..30).

    None where fewer than ``least`` (the audience's k) answered twice: then nothing is told, not even
    how many. The mean is rounded to a tenth: with k answers or more it fits many sets of answers.
    """
    if len(pairs) < least:
        return None
    change = mean(after - before for before, after in pairs)
    return None if change is None else PairedChange(round(change, 1), len(pairs), asked)

"""Figures of a yearly report that are in no release: what counts nobody, and one figure of people without groups."""

from collections.abc import Mapping

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.figures import FEW, Figure, Sign, rounded, share
from timebank.participation.waits import Key, Told
from timebank.participation.wellbeing import PairedChange


def counted(things: Mapping[str, int]) -> dict[Key, Told]:
    """Lines that count nobody (get-togethers, services), as they are."""
    return {(code, ""): Told(Figure(Sign.SHOWN, number)) for code, number in things.items()}


def people_told(people: int, audience: Audience) -> Told:
    """People who are counted in one figure alone: a sign below k, else rounded to k."""
    few = people < audience.k
    return Told(FEW if few else Figure(Sign.SHOWN, rounded(people, audience.k)))


def change_lines(change: PairedChange | None, audience: Audience) -> dict[Key, Told]:
    """A questionnaire's mean change in tenths of a point, with how many answered twice, and the response.

    Both counts are rounded as all others. None is a change of too few people to tell.
    """
    if change is None:
        return {("loneliness", ""): Told(FEW), ("loneliness_response", ""): Told(FEW)}
    twice, asked = (
        Figure(Sign.SHOWN, rounded(number, audience.k)) for number in (change.answered_twice, change.asked)
    )
    response = share(twice, asked)
    return {
        ("loneliness", ""): Told(Figure(Sign.SHOWN, round(change.mean * 10)), twice),
        ("loneliness_response", ""): Told(FEW if response is None else Figure(Sign.SHOWN, response), asked),
    }

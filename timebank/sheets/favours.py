"""Favours from a coordinator's sheet."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name
from timebank.domain.quarters import check_minutes
from timebank.sheets.cells import day_of, minutes_of, plain_minutes_of, text_of, whole_of
from timebank.sheets.matching import Roster
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault, FavourRow, FavourRows

CATEGORY_WORDS = {
    "visit": "bezoek visite visit bezoekje",
    "phone_call": "bellen telefoontje telefoon appel coup de fil",
    "lift": "vervoer lift transport rit vervoer ziekenhuis transport hopital",
    "errands": "boodschappen courses errands winkel apotheek",
    "paperwork": "papieren papiers administratie paperwork formulieren",
    "phone_and_computer": "computer gsm tablet ordinateur",
    "odd_job": "klusje klus bricolage lamp odd job",
    "garden": "tuin jardin garden",
    "pets_and_plants": "hond chien kat chat planten plantes dog cat",
    "cooking": "koken cuisine soep soupe",
}


def parse_favour_rows(sheet: Sheet, columns: dict[str, int], roster: Roster, *, today: dt.date) -> FavourRows:
    """Every favour that the sheet tells, and every row that can't be taken, with why."""
    rows: list[FavourRow] = []
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            rows.append(_favour(number, cells, columns, roster, today))
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return FavourRows(count, tuple(rows), tuple(faults))


def category_of(words: str) -> str:
    """The kind of help that these words mean, or ''."""
    folded = fold_name(words)
    for code, known in CATEGORY_WORDS.items():
        if folded and (folded in known.split() or folded.split()[0] in known.split()):
            return code
    return ""


def _favour(
    number: int, cells: Sequence[Any], columns: dict[str, int], roster: Roster, today: dt.date
) -> FavourRow:
    def cell(name: str) -> Any:
        place = columns.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    done_on = day_of(cell("date"), today)
    giver = member_of(cell("giver"), roster, "giver")
    receiver = member_of(cell("receiver"), roster, "receiver")
    if giver == receiver:
        raise InvalidInputError("giver_is_receiver", "The same person stands on both sides.")
    words, note = text_of(cell("category")), text_of(cell("note"))
    category = category_of(words)
    return FavourRow(
        row=number,
        giver=giver,
        receiver=receiver,
        done_on=done_on,
        minutes=_minutes(cell("time"), cell("minutes")),
        category=category,
        note=(note if category or not words else f"{words}; {note}".strip("; "))[:500],
    )


def _minutes(time: Any, minutes: Any) -> int:
    """The minutes of a row with a column of time, one of minutes, or both.

    Both can say the same twice (1,5 and 90), or the hours and the minutes beside them (1 and 30).

    Raises:
        InvalidInputError: as of ``minutes_of``; ``duration_two_ways`` where the two don't agree.
    """
    if not text_of(minutes) or not text_of(time):
        return plain_minutes_of(minutes) if text_of(minutes) else minutes_of(time)
    hours, rest = whole_of(time), whole_of(minutes)
    if hours is not None and rest is not None and rest < 60 and rest != hours * 60:
        return check_minutes(hours * 60 + rest)
    said = plain_minutes_of(minutes)
    if minutes_of(time) != said:
        raise InvalidInputError(
            "duration_two_ways",
            "“{said}” can be read in two ways. Write it like 1u30 or 1,5.",
            said=f"{text_of(time)} / {text_of(minutes)}",
        )
    return said


def member_of(cell: Any, roster: Roster, side: str) -> int:
    """The number of the member whom a cell of this side ('giver', 'receiver') means.

    Raises:
        InvalidInputError: ``<side>_missing``, ``<side>_ambiguous`` or ``<side>_unknown``; ``name`` and
            ``candidates`` say between whom a person can choose.
    """
    text = text_of(cell)
    if not text:
        raise InvalidInputError(f"{side}_missing", "There is no name in this row.")
    match = roster.match(text)
    if match.number is not None:
        return match.number
    candidates = ",".join(map(str, match.candidates))
    if match.candidates and not match.close:
        raise InvalidInputError(
            f"{side}_ambiguous",
            "Which {name}? Write the member number in brackets behind the name.",
            name=text,
            candidates=candidates,
        )
    raise InvalidInputError(
        f"{side}_unknown", "We know no member called {name}.", name=text, candidates=candidates
    )

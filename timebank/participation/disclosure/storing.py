"""Drafts as plain JSON and back: what is told, and beside it the truth that the next gate needs."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import Figure, Released, Sign
from timebank.participation.disclosure.tables import Frame, Kind, Table
from timebank.participation.periods import Period

Json = dict[str, Any]


def told_json(released: Released) -> Json:
    """One table as it is told: its frame, its period and every figure with its sign."""
    frame = released.frame
    return {
        "name": frame.name,
        "population": frame.population,
        "kind": frame.kind.value,
        "areas": {area: sorted(leaves) for area, leaves in frame.areas.items()},
        "groups": list(frame.groups),
        "counts": list(frame.counts),
        "overlapping": frame.overlapping,
        "with_minutes": frame.with_minutes,
        "with_things": frame.with_things,
        "inside": list(frame.inside),
        "at_start": list(frame.at_start),
        "at_end": list(frame.at_end),
        "split_of": frame.split_of,
        "first": released.period.first.isoformat(),
        "after": released.period.after.isoformat(),
        "figures": [
            {
                "measure": measure,
                "area": area,
                "group": group,
                "sign": figure.sign.value,
                "value": figure.value,
            }
            for (measure, (area, group)), figure in released.figures.items()
        ],
    }


def released_from(told: Json) -> Released:
    """``told_json``, read back."""
    frame = Frame(
        name=told["name"],
        population=told["population"],
        kind=Kind(told["kind"]),
        areas={area: frozenset(leaves) for area, leaves in told["areas"].items()},
        groups=tuple(told["groups"]),
        counts=tuple(told["counts"]),
        overlapping=told["overlapping"],
        with_minutes=told["with_minutes"],
        # Releases from before these were told have none of them.
        with_things=told.get("with_things", False),
        inside=tuple(told.get("inside", ())),
        at_start=tuple(told.get("at_start", ())),
        at_end=tuple(told.get("at_end", ())),
        split_of=told.get("split_of", ""),
    )
    period = Period(date.fromisoformat(told["first"]), date.fromisoformat(told["after"]))
    figures = {
        (each["measure"], (each["area"], each["group"])): Figure(Sign(each["sign"]), each["value"])
        for each in told["figures"]
    }
    return Released(frame, period, figures)


def truth_json(table: Table) -> Json:
    """What never leaves the house: the finest figures, the audience's own people, and dominated cells."""
    return {
        "figures": [[*key, count] for key, count in sorted(table.figures.items())],
        "own": [[*key, count] for key, count in sorted(table.own.items())],
        "dominated": sorted(map(list, table.dominated)),
    }


def draft_from(told: Json, truth: Json) -> Draft:
    """A draft from its two parts."""
    released = released_from(told)
    table = Table(
        released.frame,
        released.period,
        {(measure, leaf, group): count for measure, leaf, group, count in truth["figures"]},
        {(measure, leaf, group): count for measure, leaf, group, count in truth["own"]},
        frozenset((area, group) for area, group in truth["dominated"]),
    )
    return Draft(table, released.figures)


def drafts_from(told: Sequence[Json], truths: Sequence[Json]) -> list[Draft]:
    """All drafts of a release."""
    return [draft_from(one, other) for one, other in zip(told, truths, strict=True)]


def checksum_of(contents: Mapping[str, Any]) -> str:
    """SHA-256 in hex over the contents as canonical JSON: keys in order, no spaces, UTF-8.

    Over what is told and nothing else: a sum over small secret numbers would give them away to whoever tries
    them all.
    """
    text = json.dumps(contents, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()

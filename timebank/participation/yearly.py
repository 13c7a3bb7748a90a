"""The yearly report as figures and signs: which lines it has, under which heading, and its checksum.

Headings are the eight building blocks of a caring neighbourhood (Dewulf and Verlinden 2019, VVSG);
beside each line stand the tasks of a local service centre that it speaks of (nine, in the order of
the Flemish decree on home care of 15 February 2019). Figures come from releases, so they have passed the
disclosure gate; what is in no release (who came to get-togethers, signals, a questionnaire) is one figure by the
same threshold and rounding.
"""

import enum
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timebank.participation.disclosure.audiences import BOARD, PARTNER, Audience
from timebank.participation.disclosure.figures import Figure, Released, Sign
from timebank.participation.disclosure.tables import ALL, MINUTES, SUMS, THINGS
from timebank.participation.waits import Key, Told, told_of_waits

REPORT_AUDIENCES: Mapping[str, Audience] = {each.name: each for each in (PARTNER, BOARD)}
"""For whom a report can be made: the partner, and the antenna's own board."""

TASKS = tuple(range(1, 10))
"""The numbers of the nine tasks."""


class Block(enum.StrEnum):
    """A building block: one heading of the report, in this order."""

    NETWORKS = "networks"
    ROLES = "roles"
    DETECTION = "detection"
    REFERRAL = "referral"
    ANALYSIS = "analysis"
    POLICY = "policy"
    PARTNERSHIP = "partnership"
    COMMUNICATION = "communication"


class Unit(enum.StrEnum):
    """What a line counts. Minutes are said in hours, ``TENTHS`` of a point of a scale as points."""

    PEOPLE = "people"
    MINUTES = "minutes"
    THINGS = "things"
    DAYS = "days"
    PERCENT = "percent"
    TENTHS = "tenths"


@dataclass(frozen=True)
class LineKind:
    """Where a line stands, what it counts, and of which tasks it speaks."""

    block: Block
    unit: Unit
    tasks: tuple[int, ...]
    on_first_page: bool = False


LINES: Mapping[str, LineKind] = {
    "members": LineKind(Block.NETWORKS, Unit.PEOPLE, (8,), on_first_page=True),
    "joined": LineKind(Block.NETWORKS, Unit.PEOPLE, (8,), on_first_page=True),
    "left": LineKind(Block.NETWORKS, Unit.PEOPLE, (8,), on_first_page=True),
    "receivers": LineKind(Block.NETWORKS, Unit.PEOPLE, (6,), on_first_page=True),
    "favours": LineKind(Block.NETWORKS, Unit.THINGS, (6,), on_first_page=True),
    "hours": LineKind(Block.NETWORKS, Unit.MINUTES, (6,), on_first_page=True),
    "gatherings": LineKind(Block.NETWORKS, Unit.THINGS, (3,), on_first_page=True),
    "guests": LineKind(Block.NETWORKS, Unit.PEOPLE, (3, 8)),
    "new_faces": LineKind(Block.NETWORKS, Unit.PEOPLE, (3, 8)),
    "gifts": LineKind(Block.NETWORKS, Unit.MINUTES, (6,)),
    "grants": LineKind(Block.NETWORKS, Unit.MINUTES, (6,)),
    "givers": LineKind(Block.ROLES, Unit.PEOPLE, (4, 7, 9), on_first_page=True),
    "givers_by_kind": LineKind(Block.ROLES, Unit.PEOPLE, (7,)),
    "antenna_work": LineKind(Block.ROLES, Unit.MINUTES, (9,)),
    "askers": LineKind(Block.DETECTION, Unit.PEOPLE, (2,), on_first_page=True),
    "asks": LineKind(Block.DETECTION, Unit.THINGS, (2,)),
    "endings": LineKind(Block.DETECTION, Unit.PEOPLE, (2, 6)),
    "asks_by_ending": LineKind(Block.DETECTION, Unit.THINGS, (2, 6)),
    "half_found": LineKind(Block.DETECTION, Unit.DAYS, (6,), on_first_page=True),
    "most_found": LineKind(Block.DETECTION, Unit.DAYS, (6,)),
    "signals": LineKind(Block.DETECTION, Unit.PEOPLE, (2,)),
    "referred": LineKind(Block.REFERRAL, Unit.PEOPLE, (1, 5), on_first_page=True),
    "services": LineKind(Block.REFERRAL, Unit.THINGS, (1,)),
    "favours_by_kind": LineKind(Block.ANALYSIS, Unit.THINGS, (4, 6)),
    "hours_by_kind": LineKind(Block.ANALYSIS, Unit.MINUTES, (4, 6)),
    "languages": LineKind(Block.ANALYSIS, Unit.PEOPLE, (8,)),
    "ages": LineKind(Block.ANALYSIS, Unit.PEOPLE, (8,)),
    "loneliness": LineKind(Block.ANALYSIS, Unit.TENTHS, (2,)),
    "loneliness_response": LineKind(Block.ANALYSIS, Unit.PERCENT, (2,)),
    "unmet": LineKind(Block.POLICY, Unit.PEOPLE, (2,), on_first_page=True),
    "partners": LineKind(Block.PARTNERSHIP, Unit.THINGS, (5, 9)),
    "channels": LineKind(Block.COMMUNICATION, Unit.PEOPLE, (1,)),
    "soon_by_channel": LineKind(Block.COMMUNICATION, Unit.PERCENT, (1, 6)),
}
"""Every line that a report can have, in its order. One with groups is a line for each group."""

_WHOLE: Mapping[str, tuple[str, str, str]] = {
    "members": ("members_by_language", "members", ALL),
    "joined": ("members_by_stay", "members", "joined"),
    "left": ("members_by_stay", "members", "left"),
    "receivers": ("favours", "receivers", ALL),
    "favours": ("favours", THINGS, ALL),
    "hours": ("favours", MINUTES, ALL),
    "givers": ("favours", "givers", ALL),
    "askers": ("asks_made", "askers", ALL),
    "asks": ("asks_made", THINGS, ALL),
    "grants": ("grants", MINUTES, ALL),
    "antenna_work": ("antenna_work", MINUTES, ALL),
    "referred": ("asks_ended", "askers", "referred"),
    "unmet": ("asks_ended", "askers", "nobody"),
}
"""Where a line comes from: the table, what is measured in it, and the group."""

ALONE = frozenset({"gatherings", "guests", "new_faces", "signals", "loneliness", "loneliness_response"})
"""Lines that are in no release; once told they stay, as a difference would tell of who was added."""

_BY_GROUP: Mapping[str, tuple[str, str]] = {
    "givers_by_kind": ("favours", "givers"),
    "gifts": ("gifts", MINUTES),
    "endings": ("asks_ended", "askers"),
    "asks_by_ending": ("asks_ended", THINGS),
    "favours_by_kind": ("favours", THINGS),
    "hours_by_kind": ("favours", MINUTES),
    "languages": ("members_by_language", "members"),
    "ages": ("members_by_age", "members"),
    "channels": ("asks_made", "askers"),
}
"""Lines that are one for each group of a table."""


@dataclass(frozen=True)
class ReportLine:
    """One figure of the year. ``before`` is last year's, None where nothing was released then."""

    code: str
    group: str
    now: Figure
    before: Figure | None = None
    behind: Figure | None = None

    @property
    def kind(self) -> LineKind:
        """Where it stands and what it counts."""
        return LINES[self.code]


@dataclass(frozen=True)
class YearlyReport:
    """The figures of one antenna and year for one audience. ``sources`` are the checksums of the releases."""

    antenna: str
    year: int
    audience: str
    sources: tuple[str, ...]
    lines: tuple[ReportLine, ...]

    @property
    def k(self) -> int:
        """How many people stand behind each figure at least, and to what it is rounded."""
        return REPORT_AUDIENCES[self.audience].k

    @property
    def first_page(self) -> tuple[ReportLine, ...]:
        """The few figures that say most."""
        return tuple(each for each in self.lines if each.kind.on_first_page)

    @property
    def blocks(self) -> dict[Block, tuple[ReportLine, ...]]:
        """The lines under each of the eight headings; none where nothing is counted."""
        return {block: tuple(each for each in self.lines if each.kind.block is block) for block in Block}

    def of_code(self, code: str) -> tuple[ReportLine, ...]:
        """A line with all its groups."""
        return tuple(each for each in self.lines if each.code == code)

    def of_task(self, task: int) -> tuple[str, ...]:
        """The codes of the lines that speak of a task, in order."""
        return tuple(dict.fromkeys(each.code for each in self.lines if task in each.kind.tasks))


def told_of(released: Iterable[Released]) -> dict[Key, Told]:
    """The lines that come from the tables of one period, of an antenna as a whole."""
    tables = {each.frame.name: each for each in released}
    told = {}
    for code, (name, measure, group) in _WHOLE.items():
        if _has(tables, name, measure):
            told[code, ""] = _told(tables[name], measure, group)
    for code, (name, measure) in _BY_GROUP.items():
        if _has(tables, name, measure):
            for group in tables[name].frame.groups:
                told[code, group] = _told(tables[name], measure, group)
    return told | told_of_waits(tables)


def kept_lines(report: "YearlyReport") -> dict[Key, Told]:
    """The figures of an approved report that are in no release: later editions tell them as they were."""
    return {
        (each.code, each.group): Told(each.now, each.behind) for each in report.lines if each.code in ALONE
    }


def lines_of(now: Mapping[Key, Told], before: Mapping[Key, Told]) -> tuple[ReportLine, ...]:
    """This year's figures with last year's beside them, in the order of the report."""
    order = {code: place for place, code in enumerate(LINES)}
    return tuple(
        ReportLine(
            code,
            group,
            now[code, group].figure,
            before[code, group].figure if (code, group) in before else None,
            now[code, group].behind,
        )
        for code, group in sorted(now, key=lambda key: order[key[0]])
    )


def to_json(report: YearlyReport) -> str:
    """The report as canonical JSON: sorted names, no spaces, so that equal reports are equal texts."""
    known = {
        "antenna": report.antenna,
        "year": report.year,
        "audience": report.audience,
        "sources": list(report.sources),
        "lines": [
            {
                "code": each.code,
                "group": each.group,
                "now": _pair(each.now),
                "before": _pair(each.before),
                "behind": _pair(each.behind),
            }
            for each in report.lines
        ],
    }
    return json.dumps(known, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def from_json(text: str) -> YearlyReport:
    """The report that ``to_json`` wrote down."""
    known = json.loads(text)
    lines = (
        ReportLine(
            each["code"],
            each["group"],
            Figure(Sign(each["now"][0]), each["now"][1]),
            _figure(each["before"]),
            _figure(each["behind"]),
        )
        for each in known["lines"]
    )
    return YearlyReport(
        known["antenna"], known["year"], known["audience"], tuple(known["sources"]), tuple(lines)
    )


def checksum_of(text: str) -> str:
    """SHA-256 of the canonical JSON, in 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _has(tables: Mapping[str, Released], name: str, measure: str) -> bool:
    """Whether this was told: releases from before it was counted have none."""
    return name in tables and measure in tables[name].frame.measures


def _told(table: Released, measure: str, group: str) -> Told:
    """A figure of a table; behind minutes and things stand the people whose they are."""
    (area,) = table.frame.areas
    cell = (area, group)
    behind = table.figures[table.frame.counts[0], cell] if measure in SUMS else None
    return Told(table.figures[measure, cell], behind)


def _pair(figure: Figure | None) -> list[Any] | None:
    return None if figure is None else [figure.sign.value, figure.value]


def _figure(pair: list[Any] | None) -> Figure | None:
    return None if pair is None else Figure(Sign(pair[0]), pair[1])

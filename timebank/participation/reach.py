"""Whether members look like the neighbourhood, and who came to gatherings."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from timebank.participation.facts import AttendanceFact, MemberFact
from timebank.participation.periods import Period
from timebank.participation.ratios import ratio


def enrolled_on(members: Iterable[MemberFact], day: date) -> list[MemberFact]:
    """The members of that day; the day of leaving is no longer one."""
    return [
        each for each in members if each.joined_on <= day and (each.left_on is None or day < each.left_on)
    ]


def coverage(members: int, inhabitants: int) -> float | None:
    """Members of 65+ in an area / inhabitants of 65+ there. No unit. Source: DOMAIN.md section 5."""
    return ratio(members, inhabitants)


def parity(members: Mapping[str, int], inhabitants: Mapping[str, int]) -> dict[str, float | None]:
    """Per group: its share among members / its share in the population. No unit; 0.8..1.25 is fair.

    Members whose group isn't in the population's figures ('not said') count in no share.
    None for a group without inhabitants, or where there are no members to share.
    """
    groups = sorted(inhabitants)
    all_members = sum(members.get(each, 0) for each in groups)
    everyone = sum(inhabitants.values())
    return {each: ratio(members.get(each, 0) * everyone, inhabitants[each] * all_members) for each in groups}


def attendance(visits: Iterable[AttendanceFact], period: Period) -> tuple[int, int, int]:
    """(visits, different people, new faces) of the gatherings in the period.

    A new face comes for the first time in all of ``visits``, so pass the years before, too.
    """
    known = list(visits)
    first: dict[int, date] = {}
    for each in known:
        first[each.member_id] = min(first.get(each.member_id, each.held_on), each.held_on)
    came = Counter(each.member_id for each in known if each.held_on in period)
    return sum(came.values()), len(came), sum(first[member] in period for member in came)


def stories_per_25(stories: int, members: float) -> float | None:
    """Stories with consent * 25 / members. Unit: stories per 25 members. Source: DOMAIN.md section 5."""
    return ratio(25 * stories, members)

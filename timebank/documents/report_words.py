"""The yearly report in words: its headings, what each line counts, and how a figure or a sign is said."""

from collections.abc import Callable

from flask_babel import LazyString, format_decimal, format_percent, gettext as _, lazy_gettext as _l, ngettext

from timebank.participation.disclosure.figures import Figure, Sign
from timebank.participation.waits import LONGER
from timebank.participation.yearly import Block, ReportLine, Unit

BLOCK_WORDS: dict[Block, LazyString] = {
    Block.NETWORKS: _l("Making social networks stronger"),
    Block.ROLES: _l("Roles that people are valued for"),
    Block.DETECTION: _l("Noticing what people need"),
    Block.REFERRAL: _l("Guiding people to care and support"),
    Block.ANALYSIS: _l("Knowing the neighbourhood"),
    Block.POLICY: _l("Advice to the authorities"),
    Block.PARTNERSHIP: _l("Partnerships"),
    Block.COMMUNICATION: _l("Communication"),
}

TASK_WORDS: dict[int, LazyString] = {
    1: _l("Giving objective information about care and support in the neighbourhood"),
    2: _l("Telling those who can act about needs and problems"),
    3: _l("Offering leisure and places to meet"),
    4: _l("Using the strengths of the neighbourhood and making them stronger"),
    5: _l("Mediating, so that people find the informal and the professional network"),
    6: _l("Encouraging neighbours to help one another and making it easy"),
    7: _l("Putting people's skills and talents to use, so that they are valued"),
    8: _l("Involving local associations and people who live nearby"),
    9: _l("Working with volunteers"),
}
"""The nine tasks of a local service centre, shortened."""

LINE_WORDS: dict[str, LazyString] = {
    "members": _l("Members"),
    "joined": _l("New members"),
    "left": _l("Members who left"),
    "receivers": _l("Members who were helped"),
    "favours": _l("Favours done"),
    "hours": _l("Hours of help"),
    "gatherings": _l("Get-togethers"),
    "guests": _l("Members who came to a get-together"),
    "new_faces": _l("New faces at get-togethers"),
    "gifts": _l("Hours that members gave away"),
    "grants": _l("Hours that neighbours got from the pot"),
    "givers": _l("Members who helped"),
    "givers_by_kind": _l("Members who helped, by kind of help"),
    "antenna_work": _l("Hours of work for the antenna itself"),
    "askers": _l("People who asked for help"),
    "asks": _l("Asks"),
    "endings": _l("People who asked, by how it ended"),
    "asks_by_ending": _l("Asks, by how they ended"),
    "half_found": _l("Half of the asks had a helper"),
    "most_found": _l("Nine out of ten asks had a helper"),
    "signals": _l("Signals that we looked at"),
    "referred": _l("People who were guided to a service"),
    "services": _l("Services in our directory"),
    "favours_by_kind": _l("Favours, by kind of help"),
    "hours_by_kind": _l("Hours of help, by kind of help"),
    "languages": _l("Members, by language"),
    "ages": _l("Members, by age"),
    "loneliness": _l("Change in how lonely people feel"),
    "loneliness_response": _l("Answered the questions twice"),
    "unmet": _l("People for whom we found nobody"),
    "partners": _l("Organisations that support the antenna"),
    "channels": _l("People who asked, by how they reached us"),
    "soon_by_channel": _l("Asks with a helper within 3 days, by how they reached us"),
}

DEFINITIONS: dict[str, LazyString] = {
    "members": _l("Who was a member on some day of the year."),
    "joined": _l("Who became a member in the year and still was one at its end."),
    "left": _l("Who was a member when the year began and isn't any more: moved, stopped or died."),
    "receivers": _l("Members who were helped at least once in the year."),
    "favours": _l("Favours of the year that both sides agreed on. Help by several neighbours counts once."),
    "hours": _l(
        "The hours of all favours of the year that both sides agreed on. Gifts of hours don't count."
    ),
    "gatherings": _l("Get-togethers that took place in the year."),
    "guests": _l("Members who came to at least one get-together."),
    "new_faces": _l("Visits of people who weren't members yet."),
    "gifts": _l("Hours of their own that members gave to a neighbour or to the pot, beside favours."),
    "grants": _l("Hours from the community pot. Welcome hours for new members don't count."),
    "givers": _l("Members who helped someone at least once in the year."),
    "givers_by_kind": _l("A member who helped in several ways counts in each of them."),
    "antenna_work": _l("Phone duty, open hours, organising: as far as it was written down."),
    "askers": _l("People who asked for something at least once in the year."),
    "asks": _l("What members asked for in the year. One ask can become several favours."),
    "asks_by_ending": _l("Asks that ended in the year, each in one line."),
    "half_found": _l(
        "From the day of the ask to the day on which a helper agreed: on the same day or the next,"
        " within 3 days, or within a week. Asks without a helper count as well."
    ),
    "most_found": _l("The same for nine out of ten."),
    "signals": _l("Each is about one person or home that someone was worried about. We keep no story."),
    "endings": _l("Someone who asked more than once can count in several lines."),
    "referred": _l("People whose question went, with their yes, to a professional service."),
    "services": _l("Services to which we can guide people, on the day that the report was made."),
    "favours_by_kind": _l("The same favours as above, each under its kind of help."),
    "hours_by_kind": _l("The same hours as above, each under its kind of help."),
    "languages": _l("The language in which members read."),
    "ages": _l("By the year of birth, of those who told it."),
    "loneliness": _l(
        "The mean change in points of a short questionnaire, of those who answered at the beginning and at the"
        " end. Less is better where it asks about loneliness. Nobody has to answer, and single answers are erased."
    ),
    "loneliness_response": _l("Of those whom we asked."),
    "unmet": _l("People who asked at least once for something that nobody could do."),
    "partners": _l("On the day that the report was made."),
    "channels": _l("Someone who reached us in several ways counts in each of them."),
    "soon_by_channel": _l(
        "Whether paper and phone are served as fast as a screen: the two should be about equal."
    ),
}

AUDIENCE_WORDS: dict[str, LazyString] = {
    "partner": _l("for the partner"),
    "board": _l("for our own board"),
}

GROUP_WORDS: dict[str, LazyString] = {
    "company": _l("Company"),
    "on_the_way": _l("On the way"),
    "errands": _l("Errands and meals"),
    "paper_and_screen": _l("Paper and screen"),
    "at_home": _l("In and around the house"),
    "other": _l("Something else"),
    "filled": _l("A neighbour helped"),
    "partly": _l("Helped in part"),
    "referred": _l("Referred to a service"),
    "withdrawn": _l("No longer needed"),
    "nobody": _l("Nobody was found"),
    "voice_or_paper": _l("In a talk, by phone or on paper"),
    "screen": _l("By a screen"),
    "nl": _l("Dutch"),
    "fr": _l("French"),
    "else": _l("Another language"),
    "under_65": _l("Under 65"),
    "65_74": _l("65 to 74"),
    "75_84": _l("75 to 84"),
    "85_up": _l("85 and over"),
    "not_said": _l("Not said"),
    "stayed": _l("All year long"),
    "joined": _l("New in the year"),
    "left": _l("Left in the year"),
    "briefly": _l("Came and left in the year"),
    "to_neighbours": _l("To neighbours"),
    "to_the_pot": _l("To the pot"),
    "from_the_pot": _l("From the pot"),
    "for_the_antenna": _l("For the antenna"),
}
"""The groups of the catalogue's tables."""


def line_words(line: ReportLine) -> str:
    """What a line counts: its group where it has one, else the line itself."""
    return str(GROUP_WORDS[line.group] if line.group else LINE_WORDS[line.code])


def figure_words(figure: Figure | None, unit: Unit, k: int) -> str:
    """A figure as it is printed, or what stands in its place."""
    if figure is None:
        return str(_("no figure"))
    if figure.sign is Sign.WITHHELD:
        return str(_("not told"))
    if figure.value is None:
        return str(_("fewer than %(k)s", k=k) if unit is Unit.PEOPLE else _("too few people"))
    return _VALUE_WORDS[unit](figure.value)


def _days_words(days: int) -> str:
    if days >= LONGER:
        return str(_("after more than a week"))
    return str(ngettext("within %(num)s day", "within %(num)s days", days))


_VALUE_WORDS: dict[Unit, Callable[[int], str]] = {
    Unit.PEOPLE: str,
    Unit.THINGS: str,
    Unit.MINUTES: lambda minutes: str(_("%(hours)s hours", hours=minutes // 60)),
    Unit.DAYS: _days_words,
    Unit.PERCENT: lambda percent: str(format_percent(percent / 100, "#,##0 %")),
    Unit.TENTHS: lambda tenths: str(_("%(change)s points", change=format_decimal(tenths / 10, "+0.0;-0.0"))),
}


def behind_words(line: ReportLine, k: int) -> str:
    """How many people stand behind a figure that doesn't count people itself; otherwise nothing."""
    return "" if line.behind is None else figure_words(line.behind, Unit.PEOPLE, k)

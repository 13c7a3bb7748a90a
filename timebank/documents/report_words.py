"""The yearly report in words: its headings, what each line counts, and how a figure or a sign is said."""

from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.participation.disclosure.figures import Figure, Sign
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
    "receivers": _l("Members who were helped"),
    "hours": _l("Hours of help"),
    "gatherings": _l("Get-togethers"),
    "guests": _l("Members who came to a get-together"),
    "givers": _l("Members who helped"),
    "givers_by_kind": _l("Members who helped, by kind of help"),
    "askers": _l("People who asked for help"),
    "endings": _l("People who asked, by how it ended"),
    "referred": _l("People who were guided to a service"),
    "services": _l("Services in our directory"),
    "hours_by_kind": _l("Hours of help, by kind of help"),
    "languages": _l("Members, by language"),
    "ages": _l("Members, by age"),
    "unmet": _l("People for whom we found nobody"),
    "partners": _l("Organisations that support the antenna"),
    "channels": _l("People who asked, by how they reached us"),
}

DEFINITIONS: dict[str, LazyString] = {
    "members": _l("Who was a member on the last day of the year."),
    "receivers": _l("Members who were helped at least once in the year."),
    "hours": _l(
        "The hours of all favours of the year that both sides agreed on. Gifts of hours don't count."
    ),
    "gatherings": _l("Get-togethers that took place in the year."),
    "guests": _l("Members who came to at least one get-together."),
    "givers": _l("Members who helped someone at least once in the year."),
    "givers_by_kind": _l("A member who helped in several ways counts in each of them."),
    "askers": _l("People who asked for something at least once in the year."),
    "endings": _l("Someone who asked more than once can count in several lines."),
    "referred": _l("People whose question went, with their yes, to a professional service."),
    "services": _l("Services to which we can guide people, on the day that the report was made."),
    "hours_by_kind": _l("The same hours as above, each under its kind of help."),
    "languages": _l("The language in which members read."),
    "ages": _l("By the year of birth, of those who told it."),
    "unmet": _l("People who asked at least once for something that nobody could do."),
    "partners": _l("On the day that the report was made."),
    "channels": _l("Someone who reached us in several ways counts in each of them."),
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
        return str(_("too few people") if unit is Unit.MINUTES else _("fewer than %(k)s", k=k))
    if unit is Unit.MINUTES:
        return str(_("%(hours)s hours", hours=figure.value // 60))
    return str(figure.value)


def behind_words(line: ReportLine, k: int) -> str:
    """How many people stand behind a figure that doesn't count people itself; otherwise nothing."""
    return "" if line.behind is None else figure_words(line.behind, Unit.PEOPLE, k)

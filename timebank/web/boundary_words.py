"""Boundaries in words: what neighbours don't do, said gently."""

from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.intake.boundaries import BoundaryFlag

BOUNDARY_WORDS: dict[str, LazyString] = {
    "bodily_care": _l("care of the body"),
    "nursing": _l("what a nurse does"),
    "money": _l("money matters"),
    "intensive": _l("help that comes very often"),
}


def flag_words(flag: BoundaryFlag) -> str:
    """Why an ask may be for a professional, as a sentence."""
    what = BOUNDARY_WORDS.get(flag.boundary, flag.boundary.removeprefix("own_").replace("_", " "))
    if flag.reason == "often":
        return str(_("This would come more often than neighbours can keep up."))
    if flag.reason == "long":
        return str(_("This would take more hours a week than neighbours can keep up."))
    said = ", ".join(f"“{found.words}”" for found in flag.found)
    return str(_("%(said)s sounds like %(what)s.", said=said, what=what))

"""Boundaries in words: what neighbours don't do, said gently."""

from collections.abc import Iterable

from flask_babel import LazyString, gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session

from timebank.intake.boundaries import BoundaryFlag
from timebank.services.asking.boundaries import BoundaryView, boundary_list
from timebank.web import current_language

BOUNDARY_WORDS: dict[str, LazyString] = {
    "bodily_care": _l("care of the body"),
    "nursing": _l("what a nurse does"),
    "money": _l("money matters"),
    "intensive": _l("help that comes very often"),
}


def boundary_name(view: BoundaryView) -> str:
    """A boundary in the reader's language: a common one in our words, the antenna's own by its name."""
    return view.name_in(current_language()) or str(BOUNDARY_WORDS[view.code])


def words_of_flags(session: Session, antenna_id: int, flags: Iterable[BoundaryFlag]) -> list[str]:
    """Why an ask may be for a professional, a sentence for each flag."""
    if not (raised := list(flags)):
        return []
    names = {view.code: boundary_name(view) for view in boundary_list(session, antenna_id)}
    return [_flag_words(flag, names[flag.boundary]) for flag in raised]


def _flag_words(flag: BoundaryFlag, what: str) -> str:
    if flag.reason == "often":
        return str(_("This would come more often than neighbours can keep up."))
    if flag.reason == "long":
        return str(_("This would take more hours a week than neighbours can keep up."))
    said = ", ".join(f"“{found.words}”" for found in flag.found)
    return str(_("%(said)s sounds like %(what)s.", said=said, what=what))

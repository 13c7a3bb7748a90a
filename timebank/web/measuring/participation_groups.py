"""Members group by group, beside who lives there where the figures of the area are kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.participation.indicators import TakingPart
from timebank.web.measuring.participation_words import number
from timebank.web.words import language_words

CAPTIONS: Mapping[str, LazyString] = {
    "language": _l("Members by language"),
    "age_band": _l("Members by age"),
    "area": _l("Members by street"),
    "sector": _l("Members by sector"),
    "gender_words": _l("Members by gender, in their own words"),
}


@dataclass(frozen=True)
class Groups:
    """One way to tell members apart. ``rows`` are (name, members, parity or what stands for none)."""

    caption: str
    rows: tuple[tuple[str, str, str], ...]
    compared: bool


def groups_of(part: TakingPart) -> list[Groups]:
    """Each way in which members can be told apart, as far as anything is known of it."""
    found = []
    for kind, caption in CAPTIONS.items():
        counted: Mapping[str, int] = getattr(part, f"by_{kind}")
        parity = {name: each for name, each in part.parity.get(kind, {}).items() if each is not None}
        rows = tuple(
            (_name(kind, name), str(count), number(parity[name]) if name in parity else "-")
            for name, count in counted.items()
        )
        if rows:
            found.append(Groups(str(caption), rows, any(name in parity for name in counted)))
    return found


def _name(kind: str, name: str) -> str:
    if not name:
        return str(_("not known") if kind == "sector" else _("not said"))
    return language_words(name) if kind == "language" else name

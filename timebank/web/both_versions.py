"""A stale save: what someone else wrote meanwhile, to be shown beside what was typed."""

from collections.abc import Collection
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, Form, HiddenField


def written_meanwhile(typed: Form, kept: Form, without: Collection[str] = ()) -> list[dict[str, str]]:
    """Where ``kept``, the form as it stands now, isn't what was typed: rows of a summary list.

    ``without`` names fields that the page doesn't show.
    """
    rows = []
    for field in typed:
        if isinstance(field, HiddenField) or field.name in {*without, "version"}:
            continue
        theirs = _in_words(field, kept[field.name].data)
        if theirs != _in_words(field, field.data):
            rows.append({"key": str(field.label.text), "value": theirs or "-"})
    return rows


def _in_words(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    words = {str(each[0]): str(each[1]) for each in getattr(field, "choices", None) or ()}
    if isinstance(value, (list, tuple)):
        said = {str(each) for each in value}
        return ", ".join([text for code, text in words.items() if code in said] or sorted(said))
    said_alone = "" if value is None else str(value).strip().replace("\r\n", "\n")
    return words.get(said_alone, said_alone)

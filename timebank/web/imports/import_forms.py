"""The forms and words of bringing sheets in."""

import re
from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import NumberRange, Optional

from timebank.models.importing import ImportFormat, ImportKind
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.import_steps import UPLOAD_MAX
from timebank.sheets.rows import Fault
from timebank.web.error_texts import ERROR_TEXTS
from timebank.web.forms import TimebankForm

FIELD_WORDS = {
    "date": _l("Day"),
    "giver": _l("Who helped"),
    "receiver": _l("Who was helped"),
    "time": _l("How long"),
    "minutes": _l("How long, in minutes"),
    "category": _l("What"),
    "note": _l("Note"),
    "number": _l("Member number"),
    "given_name": _l("First name"),
    "family_name": _l("Family name"),
    "name": _l("Whole name"),
    "street": _l("Street"),
    "house_number": _l("House number"),
    "postal_code": _l("Postal code"),
    "birth_year": _l("Year of birth"),
    "phone": _l("Phone"),
    "email": _l("E-mail"),
    "channel": _l("How to reach them"),
    "joined_on": _l("Member since"),
    "language": _l("Language"),
}


class UploadForm(TimebankForm):
    """A file, and what it holds."""

    antenna = SelectField(_l("For which antenna?"), validate_choice=False)
    kind = RadioField(
        _l("What is in it?"),
        choices=[
            ("members", _l("Members")),
            ("favours", _l("Favours")),
            ("posts", _l("Offers and asks (only TimeOverflow's import file)")),
        ],
        default="favours",
    )
    format = RadioField(
        _l("Where does it come from?"),
        choices=[
            ("sheet", _l("A sheet of our own")),
            ("timeoverflow", _l("TimeOverflow, import file")),
            ("timeoverflow_report", _l("TimeOverflow, report")),
            ("elas", _l("eLAS or eLAND: users.csv, or a zip of it with contact.csv; transactions.csv")),
        ],
        default="sheet",
    )
    units_per_hour = IntegerField(
        _l("How many units make an hour?"),
        [Optional(), NumberRange(1, 10_000, _l("Write a whole number, for example 60."))],
        default=60,
        description=_l("Only for eLAS and eLAND."),
    )
    file = FileField(_l("The file"), description=_l("An .xlsx, .ods or .csv file of at most 5 MB."))

    def upload(self) -> Upload:
        """What was sent."""
        sent, content = self.file.data, b""
        if sent:
            content = sent.read(UPLOAD_MAX + 1)
            sent.close()
        kind = ImportKind(self.kind.data)
        only = ImportFormat.TIMEOVERFLOW if kind is ImportKind.POSTS else None
        return Upload(
            kind=kind,
            filename=(getattr(sent, "filename", "") or "").replace("\\", "/").rpartition("/")[2][-120:],
            content=content,
            format=only or ImportFormat(self.format.data),
            units_per_hour=self.units_per_hour.data or 60,
        )


def chosen_columns(answers: Mapping[str, str]) -> dict[str, int]:
    """The places of columns from the form's ``column-<field>`` answers; empty ones are left out."""
    named = {name: answers.get(f"column-{name}", "") for name in FIELD_WORDS}
    return {name: int(place) for name, place in named.items() if re.fullmatch(r"[0-9]{1,3}", place)}


def chosen_names(answers: Mapping[str, str]) -> dict[str, int]:
    """Whom names mean, from pairs of ``name-<n>`` (as written) and ``choice-<n>`` (a number, or 0 if blank)."""
    found = {}
    for key, name in answers.items():
        if not key.startswith("name-"):
            continue
        number = answers.get(f"choice-{key.removeprefix('name-')}", "")
        found[name] = int(number) if re.fullmatch(r"[0-9]{1,9}", number) else 0
    return found


def fault_words(fault: Fault) -> str:
    """What is wrong with a row, in the reader's language."""
    text = ERROR_TEXTS.get(fault.code)
    if text is None:
        return fault.message
    try:
        return str(text) % fault.params
    except KeyError:
        return fault.message


def field_words(name: str) -> str:
    """A column's field in the reader's words."""
    return str(FIELD_WORDS.get(name, name))

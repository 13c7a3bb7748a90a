"""Bringing a sheet of services in: looked at first, with the sheet travelling in the page, then added at once."""

import re
from collections.abc import Mapping
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l, ngettext
from flask_wtf.file import FileField
from wtforms import HiddenField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.services.imports.import_steps import UPLOAD_MAX
from timebank.services.network.antennas import find_antenna
from timebank.services.referring.directory_sheets import DirectoryLook, import_directory, look_at_directory
from timebank.sheets.columns import ENTRY_FIELDS
from timebank.sheets.directory import carried, carry
from timebank.sheets.reading import Sheet, read_sheet
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once
from timebank.web.imports.import_forms import fault_words

SHOWN = 200
"""The most rows of one list on the page; the counts tell all of them."""
ENTRY_FIELD_WORDS = {
    "name": _l("Name"),
    "kinds": _l("Kind"),
    "what": _l("What"),
    "for_whom": _l("For whom"),
    "languages": _l("Languages"),
    "phone": _l("Phone"),
    "email": _l("E-mail"),
    "website": _l("Web page"),
    "address": _l("Address"),
    "area": _l("Area"),
    "hours_nl": _l("Opening hours, in Dutch"),
    "hours_fr": _l("Opening hours, in French"),
    "hours_en": _l("Opening hours, in English"),
    "owner": _l("Owner"),
    "checked_on": _l("Last checked"),
    "notes": _l("Notes"),
}


class SheetForm(TimebankForm):
    """A file, or the sheet that was read from it before (``carried``)."""

    file = FileField(_l("The file"), description=_l("An .xlsx, .ods or .csv file of at most 5 MB."))
    carried = HiddenField()

    def sheet(self) -> Sheet:
        """The sheet that was sent or carried along.

        Raises:
            InvalidInputError, SheetError: there is none, or it can't be read.
        """
        sent = self.file.data
        if not sent:
            if self.carried.data:
                return carried(self.carried.data)
            raise InvalidInputError("file_missing", "Choose the file.", field="file")
        content = sent.read(UPLOAD_MAX + 1)
        name = (sent.filename or "").replace("\\", "/").rpartition("/")[2][-120:]
        sent.close()
        if len(content) > UPLOAD_MAX:
            raise InvalidInputError(
                "file_big",
                "This file is bigger than 5 MB. Split it, or ask the operator to bring it in.",
                field="file",
            )
        return read_sheet(content, name)


@bp.route("/directory/<slug>/import", methods=["GET", "POST"])
@access(COORDINATOR)
def directory_import(slug: str) -> ResponseReturnValue:
    """Choose a file; see row by row what would come of it; add it."""
    form, actor = SheetForm(), current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
    if request.method == "GET":
        return render_template("directory/import.html", form=form, here=antenna)
    try:
        sheet = form.sheet()
        form.carried.data = carry(sheet)
        columns = chosen_columns(request.form)
        if "checked" not in request.form:
            return _preview(form, antenna, sheet, columns)
        count = once(form, _count, import_directory, antenna.id, sheet, columns, actor=actor, now=now())
    except TimebankError as error:
        error.params.setdefault("field", "file")
        status = show_error(form, error)
        return render_template("directory/import.html", form=form, here=antenna), status
    number = count.body["count"]
    flash(ngettext("%(num)s service is added.", "%(num)s services are added.", number), "success")
    return redirect(url_for("web.directory", slug=slug))


def chosen_columns(answers: Mapping[str, str]) -> dict[str, int] | None:
    """The places that were chosen, or None where the header is to say it."""
    if not any(f"column-{name}" in answers for name in ENTRY_FIELDS):
        return None
    named = {name: answers.get(f"column-{name}", "") for name in ENTRY_FIELDS}
    return {name: int(place) for name, place in named.items() if re.fullmatch(r"[0-9]{1,3}", place)}


def _preview(
    form: SheetForm, antenna: Antenna, sheet: Sheet, columns: dict[str, int] | None
) -> ResponseReturnValue:
    with reading() as session:
        look: DirectoryLook = look_at_directory(
            session, antenna.id, sheet, columns, actor=current_actor(), now=now()
        )
    return render_template(
        "directory/preview.html",
        form=form,
        here=antenna,
        look=look,
        shown=SHOWN,
        fields=ENTRY_FIELD_WORDS,
        fault_words=fault_words,
    )


def _count(count: int) -> dict[str, Any]:
    return {"count": count}

"""Bringing in what an antenna has already: upload, columns and names, look, book, take back."""

from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.errors import NotAllowedError, TimebankError
from timebank.models.importing import ImportBatch
from timebank.services.imports.import_steps import (
    book_import,
    change_import,
    importing_antennas,
    list_imports,
    preview_import,
    start_import,
)
from timebank.services.imports.import_undo import undo_import
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error, text_of
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.imports.import_forms import (
    UploadForm,
    chosen_columns,
    chosen_names,
    fault_words,
    field_words,
)

SHOWN = 500
"""The most rows of one list on the page; the counts tell all of them, and the page says that more follow."""
FIRST = 10
"""How many of the good rows are shown as they would be booked."""


@bp.get("/imports")
@access(STAFF)
def imports() -> str:
    """What was brought in, newest first."""
    with reading() as session:
        actor = current_actor()
        if not importing_antennas(session, actor=actor):
            raise NotAllowedError
        return render_template("imports/list.html", imports=list_imports(session, actor=actor))


@bp.route("/imports/new", methods=["GET", "POST"])
@access(STAFF)
def new_import() -> ResponseReturnValue:
    """Choose a file; it is looked at, and nothing is booked yet."""
    form, actor, status = UploadForm(), current_actor(), 200
    with reading() as session:
        own = importing_antennas(session, actor=actor)
        if not own:
            raise NotAllowedError
        form.antenna.choices = [(antenna.slug, antenna.name) for antenna in own]
        ids = {antenna.slug: antenna.id for antenna in own}
    if form.validate_on_submit():
        chosen = ids.get(form.antenna.data, next(iter(ids.values())))
        try:
            batch = transact(start_import, chosen, form.upload(), actor=actor, now=now())
            return redirect(url_for("web.show_import", uid=batch.uid))
        except TimebankError as error:
            error.params.setdefault("field", "file")
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template("imports/new.html", form=form, several=len(ids) > 1), shown


@bp.get("/imports/<uuid:uid>")
@access(STAFF)
def show_import(uid: UUID) -> ResponseReturnValue:
    """What would come of it, or what came of it."""
    return _page(uid)


@bp.post("/imports/<uuid:uid>/columns")
@access(STAFF)
def change_import_columns(uid: UUID) -> ResponseReturnValue:
    """Which column is what, and whom names mean."""
    answers = request.form
    columns, names = chosen_columns(answers), chosen_names(answers)
    transact(change_import, uid, columns, names, sheet=answers.get("sheet", ""), actor=current_actor())
    return redirect(url_for("web.show_import", uid=uid))


@bp.post("/imports/<uuid:uid>/book")
@access(STAFF)
def book_import_rows(uid: UUID) -> ResponseReturnValue:
    """Book every good row, once."""
    try:
        once(TimebankForm(), _encode, book_import, uid, actor=current_actor(), now=now())
    except TimebankError as error:
        return _page(uid, error)
    return redirect(url_for("web.show_import", uid=uid))


@bp.post("/imports/<uuid:uid>/undo")
@access(STAFF)
def undo_import_rows(uid: UUID) -> ResponseReturnValue:
    """Take the whole import back, once."""
    try:
        once(
            TimebankForm(), lambda count: {"count": count}, undo_import, uid, actor=current_actor(), now=now()
        )
    except TimebankError as error:
        return _page(uid, error)
    return redirect(url_for("web.show_import", uid=uid))


def _encode(batch: ImportBatch) -> dict[str, str]:
    return {"uid": str(batch.uid)}


def _page(uid: UUID, error: TimebankError | None = None) -> ResponseReturnValue:
    """The page of one import; with an error it says so on top and has the error's status."""
    with reading() as session:
        preview = preview_import(session, uid, actor=current_actor(), now=now())
        g.antenna_id = preview.antenna.id
        page = render_template(
            "imports/show.html",
            preview=preview,
            batch=preview.batch,
            look=preview.look,
            shown=SHOWN,
            first=FIRST,
            problem=None if error is None else text_of(error),
            fault_words=fault_words,
            field_words=field_words,
            missing=", ".join(field_words(name) for name in preview.look.missing) if preview.look else "",
            column_letter=_letter,
            token=new_token(),
        )
    return page, 200 if error is None else error.status


def _letter(place: int, title: str) -> str:
    """A column as spreadsheets name it, with its title."""
    letters, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return _("Column %(letters)s: %(title)s", letters=letters, title=title) if title else letters

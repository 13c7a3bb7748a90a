"""The directory: looking services up, keeping them right, the neighbourhood card and the sheet."""

from typing import Any
from uuid import UUID

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.documents.sheets import as_csv, as_xlsx
from timebank.domain.channels import LANGUAGES
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import NotAllowedError, TimebankError
from timebank.domain.permissions import is_coordinator
from timebank.models.directory import DirectoryEntry
from timebank.paths import data_dir
from timebank.services.network.antennas import find_antenna
from timebank.services.referring.directory import (
    add_entry,
    change_entry,
    check_entry,
    details_of,
    end_entry,
    entry_day,
    find_entry,
    possible_owners,
    reopen_entry,
)
from timebank.services.referring.directory_lists import CARD_MOST, card_entries, list_directory, may_edit
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.both_versions import written_meanwhile
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.referring.directory_forms import KIND_WORDS, EntryForm
from timebank.web.words import language_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STEPS = {"check": check_entry, "end": end_entry, "reopen": reopen_entry}


@bp.get("/directory/<slug>")
@access(SIGNED_IN)
def directory(slug: str) -> str:
    """An antenna's services and the network's; a coordinator also sees what to check, and what ended."""
    chosen = {name: request.args.get(name, "")[:80] for name in ("words", "kind", "show")}
    with reading() as session:
        g.antenna_id = find_antenna(session, slug).id
        found = list_directory(session, g.antenna_id, **chosen, actor=current_actor(), now=now())
        return render_template(
            "directory/list.html", found=found, here=found.antenna, kinds=KIND_WORDS, **chosen
        )


@bp.get("/directory/entries/<uuid:uid>")
@access(SIGNED_IN)
def entry(uid: UUID) -> str:
    """One service: what, for whom, how to reach it."""
    actor = current_actor()
    with reading() as session:
        found = find_entry(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        return render_template(
            "directory/show.html",
            entry=found,
            editor=may_edit(found, actor),
            kinds=[KIND_WORDS[code] for code in found.kinds if code in KIND_WORDS],
            spoken=[language_words(code) for code in found.languages],
            back=_list_of(found),
        )


@bp.route("/directory/<slug>/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_entry(slug: str) -> ResponseReturnValue:
    """Add a service that was made sure of today."""
    actor, form, status = current_actor(), EntryForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        list_directory(session, antenna.id, actor=actor, now=now())
        form.fill_choices(possible_owners(session, antenna.id, today=local_day(now(), antenna.timezone)))
    if not is_coordinator(actor, antenna.id):
        raise NotAllowedError
    if not form.is_submitted():
        form.owner.data = str(actor.person_id)
    if form.validate_on_submit():
        place, today = None if form.shared.data else antenna.id, local_day(now(), antenna.timezone)
        try:
            once(form, _uid, add_entry, place, form.details(), checked_on=today, actor=actor, now=now())
            return redirect(url_for("web.directory", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template(
        "directory/edit.html", form=form, entry=None, back=url_for("web.directory", slug=slug)
    ), shown


@bp.route("/directory/entries/<uuid:uid>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_entry_page(uid: UUID) -> ResponseReturnValue:
    """Change a service; a stale save shows both versions."""
    actor, status, theirs = current_actor(), 200, None
    with reading() as session:
        kept = find_entry(session, uid, actor=actor)
        g.antenna_id = kept.antenna_id
        told = EntryForm.told_of(details_of(kept), kept.version)
        form = EntryForm(data=told)
        form.fill_choices(possible_owners(session, kept.antenna_id, today=entry_day(kept, now())))
    if not may_edit(kept, actor):
        raise NotAllowedError
    if form.validate_on_submit():
        version = number_in(form.version.data) or 0
        try:
            transact(change_entry, uid, form.details(), version=version, actor=actor, now=now())
            return redirect(url_for("web.entry", uid=uid))
        except TimebankError as error:
            status = show_error(form, error)
            stale = error.error_code == "stale"
            theirs = written_meanwhile(form, EntryForm(None, data=told), {"shared"}) if stale else None
            form.version.data = str(kept.version)
    shown = 422 if form.errors and status == 200 else status
    back = url_for("web.entry", uid=uid)
    return render_template("directory/edit.html", form=form, entry=kept, theirs=theirs, back=back), shown


@bp.post("/directory/entries/<uuid:uid>/<any(check, end, reopen):step>")
@access(COORDINATOR)
def entry_step(uid: UUID, step: str) -> ResponseReturnValue:
    """Checked today; exists no longer; exists after all."""
    changed = transact(STEPS[step], uid, actor=current_actor(), now=now())
    said = {
        "check": _("%(name)s: checked today.", name=changed.name),
        "end": _("%(name)s is no longer in the list.", name=changed.name),
        "reopen": _("%(name)s is in the list again.", name=changed.name),
    }
    flash(said[step], "success")
    return redirect(_list_of(changed, show="stale") if step == "check" else url_for("web.entry", uid=uid))


@bp.get("/directory/<slug>/card")
@access(SIGNED_IN)
def neighbourhood_card(slug: str) -> str:
    """The card to print from the browser: one sheet, in this page's language."""
    return _card(slug, screen_back=url_for("web.directory", slug=slug))


@bp.get("/directory/<slug>/<any(pdf, xlsx, csv):kind>")
@access(SIGNED_IN)
def directory_file(slug: str, kind: str) -> ResponseReturnValue:
    """The card as PDF, or every service as a sheet that can be brought in elsewhere."""
    static = data_dir("static")
    if kind == "pdf":
        css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
        return _file(render_pdf(_card(slug, css_url=css, logo_url=logo)), "application/pdf", kind)
    with reading() as session:
        antenna = find_antenna(session, slug)
        found = list_directory(session, antenna.id, actor=current_actor(), now=now())
    header, rows = _sheet(found.entries, editor=found.editor)
    if kind == "csv":
        return _file(as_csv(header, rows), "text/csv; charset=utf-8", kind)
    return _file(as_xlsx(_("Directory"), header, rows), XLSX, kind)


def _card(slug: str, **paper: Any) -> str:
    size = "normal" if request.args.get("letters", text_size()) == "normal" else "large"
    with reading() as session:
        antenna_id = find_antenna(session, slug).id
        antenna, entries, more = card_entries(
            session, antenna_id, most=CARD_MOST[size], actor=current_actor()
        )
        today = local_day(now(), antenna.timezone)
    return render_template(
        "print/directory.html",
        **paper,
        entries=entries,
        more=more,
        kinds=KIND_WORDS,
        text_size=size,
        antenna=on_page(antenna, g.lang),
        today=today,
    )


def _sheet(entries: tuple[DirectoryEntry, ...], *, editor: bool) -> tuple[list[str], list[list[object]]]:
    """(header, rows): the words of the header are those that an import knows; notes only for coordinators."""
    header = [_("Name"), _("Kind"), _("What"), _("For whom"), _("Languages"), _("Phone"), _("E-mail")]
    header += [_("Web page"), _("Address"), _("Area"), _("Opening hours, in Dutch")]
    header += [_("Opening hours, in French"), _("Opening hours, in English"), _("Last checked")]
    rows: list[list[object]] = []
    for each in entries:
        kinds, languages = ", ".join(each.kinds), ", ".join(each.languages)
        row = [each.name, kinds, each.what, each.for_whom, languages, each.phone, each.email]
        hours = [each.hours.get(code, "") for code in LANGUAGES]
        row += [each.website, each.address, each.area, *hours]
        rows.append([*row, each.checked_on or "", *([each.owner_name, each.notes] if editor else [])])
    return header + ([_("Owner"), _("Notes")] if editor else []), rows


def _list_of(found: DirectoryEntry, show: str | None = None) -> str:
    """The list that an entry stands in; for one of the whole network, the first page."""
    if found.antenna is not None:
        return url_for("web.directory", slug=found.antenna.slug, show=show)
    return url_for("web.home")


def _uid(made: DirectoryEntry) -> dict[str, str]:
    return {"uid": str(made.uid)}


def _file(content: bytes, kind: str, ending: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="directory.{ending}"'
    return response

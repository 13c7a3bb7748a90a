"""Yearly reports: the antenna makes, looks at and approves them; then the partner opens and keeps them."""

from typing import Any
from uuid import UUID

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import HiddenField, RadioField

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.documents.report_words import AUDIENCE_WORDS
from timebank.documents.yearly_report import REPORT_FILES, report_page, view_of
from timebank.domain.channels import LANGUAGES
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import may_approve_reports, require
from timebank.models.report import Report, ReportAudience, ReportState
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.reports import (
    approve_report,
    list_reports,
    make_report,
    partner_reports,
    read_report,
    years_of,
)
from timebank.uow import reading
from timebank.web import bp, current_language
from timebank.web.context import OWN_NAMES
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once


class MakeForm(TimebankForm):
    """Of which year, and for whom."""

    year = RadioField(_l("Which year?"), choices=[], validate_choice=False)
    audience = RadioField(
        _l("For whom?"), choices=[], default=ReportAudience.PARTNER.value, validate_choice=False
    )


class ApproveForm(TimebankForm):
    """A yes to the report as it was read: its ``version``."""

    version = HiddenField()


@bp.route("/antennas/<slug>/reports", methods=["GET", "POST"])
@access(STAFF)
def reports(slug: str) -> ResponseReturnValue:
    """The antenna's reports, and a new one."""
    form = MakeForm()
    if request.method == "GET":
        return _list(slug, form)
    with reading() as session:
        antenna_id = find_antenna(session, slug).id
    try:
        year, audience = _told(form)
        made = once(form, _uid, make_report, antenna_id, year, audience, actor=current_actor(), now=now())
    except TimebankError as error:
        return _list(slug, form, show_error(form, error))
    if made.body["state"] == ReportState.APPROVED.value:
        flash(_("This report is there already: nothing of it has changed since."), "info")
    return redirect(url_for("web.report", uid=made.body["uid"]))


@bp.get("/reports/<uuid:uid>")
@access(STAFF)
def report(uid: UUID) -> str:
    """One report: what it says, its files, and for the antenna the way to approve it."""
    return _show(uid, "reports/show.html")


@bp.get("/reports/<uuid:uid>/<any(page, pdf, xlsx, csv):kind>")
@access(STAFF)
def report_file(uid: UUID, kind: str) -> ResponseReturnValue:
    """The report to print from the browser, or as a file, in the language that is asked for."""
    language = request.args.get("language", "")
    language = language if language in LANGUAGES else current_language()
    with reading() as session:
        paper = read_report(session, uid, actor=current_actor(), now=now())
    if kind == "page":
        return report_page(paper, language, screen_back=url_for("web.report", uid=uid))
    make, kept_as = REPORT_FILES[kind]
    name = f"{paper.report.antenna.slug}-{paper.report.year}-{language}.{kind}"
    response = Response(make(paper, language), content_type=kept_as)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@bp.route("/reports/<uuid:uid>/approve", methods=["GET", "POST"])
@access(STAFF)
def report_approve(uid: UUID) -> ResponseReturnValue:
    """Check once more, then approve in one's own name."""
    form = ApproveForm()
    if request.method == "GET":
        return _show(uid, "reports/approve.html", form)
    version = number_in(form.version.data) or 0
    try:
        once(form, _uid, approve_report, uid, version=version, actor=current_actor(), now=now())
    except TimebankError as error:
        status = show_error(form, error)
        return _show(uid, "reports/approve.html", form), status
    flash(_("The report is approved."), "success")
    return redirect(url_for("web.report", uid=uid))


@bp.get("/partner/<slug>/reports")
@access(STAFF)
def partner_report_list(slug: str) -> str:
    """What a partner's staff can open of one of its antennas."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = partner_reports(session, antenna.id, actor=current_actor())
        return render_template("reports/partner.html", here=antenna, reports=found, names=OWN_NAMES)


def _list(slug: str, form: MakeForm, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = list_reports(session, antenna.id, actor=current_actor())
        years = [str(year) for year in years_of(antenna, now())]
        form.year.choices = [(year, year) for year in years]
        form.year.data = form.year.data or years[0]
        form.audience.choices = list(AUDIENCE_WORDS.items())
        html = render_template(
            "reports/list.html", here=antenna, reports=found, form=form, words=AUDIENCE_WORDS
        )
    return html, status


def _show(uid: UUID, template: str, form: ApproveForm | None = None) -> str:
    actor = current_actor()
    with reading() as session:
        paper = read_report(session, uid, actor=actor, now=now())
        antenna = paper.report.antenna
        g.antenna_id = antenna.id
        approver = may_approve_reports(actor, antenna.id)
        if form is not None:
            require(approver, actor, antenna.id)
        shown: dict[str, Any] = {"here": antenna, "approver": approver, "names": OWN_NAMES, "form": form}
        return render_template(template, paper=paper, report=paper.report, view=view_of(paper), **shown)


def _told(form: MakeForm) -> tuple[int, ReportAudience]:
    """The year and the audience that were chosen.

    Raises:
        InvalidInputError: one of them isn't in the list.
    """
    year, audience = form.year.data or "", form.audience.data or ""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise InvalidInputError("report_year", "Choose a year that is over.", field="year")
    if audience not in AUDIENCE_WORDS:
        raise InvalidInputError("report_audience", "Choose for whom the report is.", field="audience")
    return int(year), ReportAudience(audience)


def _uid(made: Report) -> dict[str, str]:
    return {"uid": str(made.uid), "state": made.state.value}

"""``/api/v1/reports``: yearly reports, for the antenna that makes them and the partner that may open them."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint

from timebank.api.door import actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.report_schemas import (
    FileQuery,
    NewReportSchema,
    ReportList,
    ReportSchema,
    WholeReportSchema,
)
from timebank.api.schemas import PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.documents.yearly_report import REPORT_FILES
from timebank.models.report import Report
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.reports import (
    ReportPaper,
    approve_report,
    make_report,
    read_report,
    reports_page,
)
from timebank.uow import reading

blp = Blueprint("api_reports", __name__, url_prefix="/api/v1/reports", description="Yearly reports.")


def encode(report: Report) -> dict[str, Any]:
    """How the API tells an edition."""
    apart = {"antenna", "approved_by"}
    known = {name: getattr(report, name) for name in set(ReportSchema().fields) - apart}
    known["antenna"] = report.antenna.slug
    known["approved_by"] = None if report.approved_by is None else report.approved_by.name
    body: dict[str, Any] = ReportSchema().dump(known)
    return body


def encode_whole(paper: ReportPaper) -> dict[str, Any]:
    """How the API tells an edition with all its lines."""
    lines = [
        {
            "code": each.code,
            "group": each.group,
            "block": each.kind.block.value,
            "tasks": each.kind.tasks,
            "unit": each.kind.unit.value,
            "now": each.now,
            "before": each.before,
            "behind": each.behind,
        }
        for each in paper.content.lines
    ]
    whole = {"least_people": paper.content.k, "sources": paper.content.sources, "lines": lines}
    body: dict[str, Any] = encode(paper.report) | WholeReportSchema(only=list(whole)).dump(whole)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, ReportList)
def index(page: dict[str, Any]) -> Response:
    """The reports of your antennas; as a partner's staff those that are approved and made for you."""
    actor, limit = actor_with("reports:read"), page["limit"]
    with reading() as session:
        rows = reports_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewReportSchema)
@blp.response(201, ReportSchema)
def create(new: dict[str, Any]) -> Response:
    """Make a draft of a year that is over, from the figures that are released."""
    actor = actor_with("reports:write")
    with reading() as session:
        antenna_id = find_antenna(session, new["antenna"]).id
    return once(201, encode, make_report, antenna_id, new["year"], new["audience"], actor=actor, now=now())


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, WholeReportSchema)
def show(uid: UUID) -> Response:
    """One report with all its lines, and its ETag."""
    actor = actor_with("reports:read")
    with reading() as session:
        paper = read_report(session, uid, actor=actor, now=now())
        return tagged(encode_whole(paper), paper.report.version)


@blp.get("/<uuid:uid>/<any(pdf, xlsx, csv):kind>")
@access(SIGNED_IN)
@blp.arguments(FileQuery, location="query")
@blp.response(200, {"type": "string", "format": "binary"}, content_type="application/octet-stream")
def file(query: dict[str, Any], uid: UUID, kind: str) -> Response:
    """The report as a file, in nl, fr or en; without one in the antenna's language."""
    actor = actor_with("reports:read")
    make, kept_as = REPORT_FILES[kind]
    with reading() as session:
        paper = read_report(session, uid, actor=actor, now=now())
    language = query["language"] or paper.report.antenna.language
    return Response(make(paper, language), content_type=kept_as)


@blp.post("/<uuid:uid>/approve")
@access(SIGNED_IN)
@keyed(blp)
@precondition(blp)
@blp.response(200, ReportSchema)
def approve(uid: UUID, version: int) -> Response:
    """Approve it in your name: from then on the partner can open it."""
    actor = actor_with("reports:write")
    return once(200, encode, approve_report, uid, version=version, actor=actor, now=now())

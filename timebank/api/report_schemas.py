"""What the API takes and gives about yearly reports."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import LANGUAGES
from timebank.models.report import ReportAudience, ReportState
from timebank.participation.disclosure.figures import Sign


class FigureSchema(Schema):
    """A figure (people, minutes or things), or the sign that stands in its place."""

    sign = fields.Enum(Sign, by_value=True, required=True)
    value = fields.Integer(allow_none=True, required=True)


class ReportLineSchema(Schema):
    """One line: this year's figure, last year's, and the people behind it where it counts no people."""

    code = fields.String(required=True)
    group = fields.String(required=True)
    block = fields.String(required=True)
    tasks = fields.List(fields.Integer(), required=True)
    unit = fields.String(required=True)
    now = fields.Nested(FigureSchema, required=True)
    before = fields.Nested(FigureSchema, allow_none=True, required=True)
    behind = fields.Nested(FigureSchema, allow_none=True, required=True)


class ReportSchema(Schema):
    """One edition of a yearly report."""

    uid = fields.UUID(required=True)
    antenna = fields.String(required=True)
    year = fields.Integer(required=True)
    audience = fields.Enum(ReportAudience, by_value=True, required=True)
    edition = fields.Integer(required=True)
    state = fields.Enum(ReportState, by_value=True, required=True)
    sha256 = fields.String(required=True)
    made_at = fields.DateTime(required=True)
    approved_at = fields.DateTime(allow_none=True, required=True)
    approved_by = fields.String(allow_none=True, required=True)


class WholeReportSchema(ReportSchema):
    """A report with its lines, and the checksums of the releases that they come from."""

    least_people = fields.Integer(required=True)
    sources = fields.List(fields.String(), required=True)
    lines = fields.List(fields.Nested(ReportLineSchema), required=True)


class NewReportSchema(Schema):
    """Of which year that is over, and for whom."""

    antenna = text(40, least=2, required=True)
    year = fields.Integer(required=True, strict=True, validate=validate.Range(2000, 2199))
    audience = fields.Enum(ReportAudience, by_value=True, load_default=ReportAudience.PARTNER)


class FileQuery(Schema):
    """In which language."""

    language = fields.String(load_default="", validate=validate.OneOf(("", *LANGUAGES)))


class ReportList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(ReportSchema), required=True)

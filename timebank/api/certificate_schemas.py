"""What the API takes and gives about certificates of participation."""

from marshmallow import Schema, fields
from marshmallow.validate import Length

from timebank.domain.certificates import Stretch, Tells


class _Said(Schema):
    """What stands on the paper. ``times`` and ``minutes`` (given and received, one sum) only if wished."""

    name = fields.String(required=True)
    since = fields.Date(required=True)
    made_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)
    counted_from = fields.Date(allow_none=True, required=True)
    counted_until = fields.Date(allow_none=True, required=True)
    times = fields.Integer(allow_none=True, required=True)
    minutes = fields.Integer(allow_none=True, required=True)


class CertificateSchema(_Said):
    """One certificate, and whether it was taken back."""

    uid = fields.UUID(required=True)
    member = fields.UUID(required=True)
    language = fields.String(required=True)
    revoked_at = fields.DateTime(allow_none=True, required=True)


class CodeSchema(Schema):
    """The code that stands on a paper; capitals, blanks and dashes don't matter."""

    code = fields.String(required=True, validate=Length(max=100))


class CheckedSchema(_Said):
    """What the paper with this code says: the same words as figures, and no uid."""

    antenna_name = fields.String(required=True)
    antenna_phone = fields.String(required=True)


class CertificateQuery(Schema):
    """Whose certificates."""

    member = fields.UUID(required=True)


class NewCertificateSchema(Schema):
    """For whom, and whether it says numbers: none, how many times, or how many hours too."""

    member = fields.UUID(required=True)
    tells = fields.Enum(Tells, by_value=True, load_default=Tells.NOTHING)
    stretch = fields.Enum(Stretch, by_value=True, load_default=Stretch.YEAR)


class CertificateList(Schema):
    """Certificates of one member."""

    items = fields.List(fields.Nested(CertificateSchema), required=True)

"""What the API takes and gives about the directory."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import PageQuery, text
from timebank.domain.channels import LANGUAGES
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.domain.service_kinds import SERVICE_KINDS

KIND = validate.OneOf(list(SERVICE_KINDS))


class ServiceQuery(PageQuery):
    """Whose directory (all that you may read, without an antenna), and what to look for in it."""

    antenna = text(40, load_default="")
    words = text(80, load_default="")
    kind = fields.String(load_default="", validate=validate.OneOf(["", *SERVICE_KINDS]))


class ServiceSchema(Schema):
    """A service. ``antenna`` is null for one of the whole network; owner and notes are for coordinators."""

    uid = fields.UUID(required=True)
    antenna = fields.String(allow_none=True, required=True)
    name = fields.String(required=True)
    kinds = fields.List(fields.String(), required=True)
    what = fields.String(required=True)
    for_whom = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    phone = fields.String(required=True)
    email = fields.String(required=True)
    website = fields.String(required=True)
    address = fields.String(required=True)
    area = fields.String(required=True)
    hours = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    on_card = fields.Boolean(required=True)
    checked_on = fields.Date(allow_none=True, required=True)
    ended_on = fields.Date(allow_none=True, required=True)
    owner = fields.String(required=True)
    notes = fields.String(required=True)


class ServiceChange(Schema):
    """What can be changed of a service; what is left out stays. Empty ``owner_words`` mean yourself."""

    name = text(120, least=1)
    kinds = fields.List(fields.String(validate=KIND), validate=validate.Length(max=20))
    what = text(500)
    for_whom = text(300)
    languages = fields.List(
        fields.String(validate=validate.OneOf(SPOKEN_LANGUAGES)), validate=validate.Length(max=20)
    )
    phone = text(60)
    email = text(200)
    website = text(200)
    address = text(200)
    area = text(200)
    hours = fields.Dict(keys=fields.String(validate=validate.OneOf(LANGUAGES)), values=text(300))
    on_card = fields.Boolean()
    owner_words = text(120)
    notes = text(1000)


class NewServiceSchema(ServiceChange):
    """A new service, made sure of today; without an antenna it is the whole network's."""

    antenna = text(40, load_default=None, allow_none=True)
    name = text(120, least=1, required=True)


class ServiceList(Schema):
    """A page of a list; ``Link`` names the next one."""

    items = fields.List(fields.Nested(ServiceSchema), required=True)

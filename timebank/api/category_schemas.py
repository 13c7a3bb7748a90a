"""What the API takes and gives about kinds of help."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.domain.channels import LANGUAGES
from timebank.domain.own_words import WORD_MAX, WORDS_MAX

WORDS = fields.List(text(WORD_MAX), validate=validate.Length(max=WORDS_MAX))
LANGUAGE = fields.String(validate=validate.OneOf(LANGUAGES))


class CategoryQuery(Schema):
    """Of which antenna, and whether those out of use are told, too."""

    antenna = text(40, least=2, required=True)
    retired = fields.Boolean(load_default=False)


class CategorySchema(Schema):
    """A kind of help. ``names`` by language are empty for the common list, which every antenna has.

    ``words`` by language are those by which people ask for an own one.
    """

    code = fields.String(required=True)
    names = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    words = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)
    retired = fields.Boolean(required=True)


class CategoryList(Schema):
    """What can be chosen in an antenna, the common list first."""

    items = fields.List(fields.Nested(CategorySchema), required=True)


class NewCategorySchema(Schema):
    """A kind of help of the antenna's own, with a name in one language or more."""

    antenna = text(40, least=2, required=True)
    names = fields.Dict(keys=LANGUAGE, values=text(60), required=True)
    words = fields.Dict(keys=LANGUAGE, values=WORDS)


class CategoryChange(Schema):
    """What can be changed of it; what is left out stays."""

    names = fields.Dict(keys=LANGUAGE, values=text(60))
    words = fields.Dict(keys=LANGUAGE, values=WORDS)
    retired = fields.Boolean()

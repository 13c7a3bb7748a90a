"""What the API takes and gives about the population figures of an antenna's area."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text
from timebank.sheets.population import INHABITANTS_MAX, NAME_MAX, SOURCE_MAX, YEAR_FIRST

FIGURES_MAX = 20_000
_COUNT = validate.Range(0, INHABITANTS_MAX)


class PopulationFigureSchema(Schema):
    """One row: of an area, or of one group in it (at most one of language, age band and gender)."""

    area = text(NAME_MAX, least=1, required=True)
    part_of = text(NAME_MAX, load_default="")
    language = text(40, load_default="")
    age_band = text(40, load_default="")
    gender_words = text(NAME_MAX, load_default="")
    inhabitants = fields.Integer(required=True, strict=True, validate=_COUNT)
    homes = fields.Integer(load_default=None, allow_none=True, strict=True, validate=_COUNT)
    source = text(SOURCE_MAX, least=1, required=True)
    year = fields.Integer(required=True, strict=True, validate=validate.Range(YEAR_FIRST, 2199))


class NewPopulationSchema(Schema):
    """A whole sheet: it replaces every figure of the years that it names."""

    antenna = text(40, least=2, required=True)
    figures = fields.List(
        fields.Nested(PopulationFigureSchema), required=True, validate=validate.Length(1, FIGURES_MAX)
    )


class RowFaultSchema(Schema):
    """Why a figure can't be taken; ``row`` counts the figures that were sent, from 1."""

    row = fields.Integer(required=True)
    code = fields.String(required=True)
    detail = fields.String(required=True)


class SheetLookSchema(Schema):
    """What would come of a sheet: ``good`` figures are kept, and ``replaced`` of its years go."""

    good = fields.Integer(required=True)
    replaced = fields.Integer(required=True)
    faults = fields.List(fields.Nested(RowFaultSchema), required=True)


class KeptPopulationSchema(Schema):
    """How many figures are kept, and which weren't taken."""

    kept = fields.Integer(required=True)
    faults = fields.List(fields.Nested(RowFaultSchema), required=True)


class AntennaQuery(Schema):
    """Of which antenna."""

    antenna = text(40, least=2, required=True)


class PopulationYearSchema(Schema):
    """How many figures a year has."""

    year = fields.Integer(required=True)
    figures = fields.Integer(required=True)


class NewestPopulationSchema(Schema):
    """The newest year as participation reads it: inhabitants by grouping and group, homes by area."""

    year = fields.Integer(required=True)
    sources = fields.List(fields.String(), required=True)
    inhabitants = fields.Dict(
        keys=fields.String(), values=fields.Dict(keys=fields.String(), values=fields.Integer()), required=True
    )
    inhabitants_65 = fields.Integer(required=True)
    homes = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class PopulationSchema(Schema):
    """The years that are there, newest first, and what the newest says."""

    antenna = fields.String(required=True)
    years = fields.List(fields.Nested(PopulationYearSchema), required=True)
    newest = fields.Nested(NewestPopulationSchema, allow_none=True, required=True)

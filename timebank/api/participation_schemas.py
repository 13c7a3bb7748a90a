"""The form of an antenna's figures in the API. Shares are 0..1, None where a figure isn't defined."""

from marshmallow import Schema, fields, validate

from timebank.api.schemas import text


def figure() -> fields.Float:
    """A figure that may not be defined."""
    return fields.Float(allow_none=True, required=True)


def count() -> fields.Integer:
    """A whole number that is always known."""
    return fields.Integer(required=True)


def counts() -> fields.Dict:
    """How many there are by group; an empty name is 'not said'."""
    return fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class ParticipationQuery(Schema):
    """Of which antenna and period: ``12m`` (to today), ``2026``, ``2026-q3`` or ``2026-09``.

    Who coordinates there may choose any days, too, from the first to the last: ``2026-01-05..2026-03-31``.
    """

    antenna = text(40, least=2, required=True)
    period = fields.String(
        load_default="12m",
        validate=validate.Regexp(
            r"^(12m|20[0-9]{2}(-q[1-4]|-(0[1-9]|1[0-2]))?|20[0-9]{2}-[0-9]{2}-[0-9]{2}\.\.20[0-9]{2}-[0-9]{2}-[0-9]{2})$"
        ),
    )


class PeriodSchema(Schema):
    """The first day and the last."""

    first = fields.Date(required=True)
    last = fields.Date(required=True)


class TakingPartSchema(Schema):
    """Members, and who of them took part; ``enrolled`` is at the period's end."""

    enrolled = count()
    mean_enrolled = fields.Float(required=True)
    joined = count()
    left = count()
    active = count()
    givers = count()
    receivers = count()
    active_share = figure()
    retention_share = figure()
    retention_share_of_those_who_could = figure()
    newcomer_integration = figure()
    by_language = counts()
    by_age_band = counts()
    by_gender_words = counts()
    by_area = counts()
    by_sector = counts()
    coverage = figure()
    parity = fields.Dict(
        keys=fields.String(),
        values=fields.Dict(keys=fields.String(), values=fields.Float(allow_none=True)),
        required=True,
    )


class AmountSchema(Schema):
    """Favours of a kind, channel or month."""

    name = fields.String(required=True)
    favours = count()
    minutes = count()


class FavourFiguresSchema(Schema):
    """The final favours; ``median_lag_days`` from the day of a favour to its entry."""

    count = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    median_lag_days = figure()
    recorded_share = figure()
    by_category = fields.List(fields.Nested(AmountSchema), required=True)
    by_channel = fields.List(fields.Nested(AmountSchema), required=True)
    by_month = fields.List(fields.Nested(AmountSchema), required=True)


class ReciprocitySchema(Schema):
    """Giving and receiving; the histogram counts members in five classes from only receiving to only giving."""

    two_way_share = figure()
    balance_histogram = fields.List(fields.Integer(), required=True)
    system = figure()
    gini_of_giving = figure()
    broker_dependence = figure()
    cost_of_trust = figure()


class MixingSchema(Schema):
    """An E-I index: ties across and within groups, its value, and that by chance."""

    external = count()
    internal = count()
    value = figure()
    by_chance = figure()


class ShapeSchema(Schema):
    """Who helps whom, as figures of the whole antenna."""

    dyadic_reciprocity = figure()
    corrected_reciprocity = figure()
    density = figure()
    core_share = figure()
    repeat_pair_share = figure()
    giant_component_share = figure()
    isolates = count()
    centralisation = figure()
    across_languages = fields.Nested(MixingSchema, required=True)
    across_age_bands = fields.Nested(MixingSchema, required=True)
    across_areas = fields.Nested(MixingSchema, required=True)
    across_sectors = fields.Nested(MixingSchema, required=True)


class AskingSchema(Schema):
    """Asks, how they ended, and how long they waited."""

    asks = count()
    outcomes = counts()
    by_channel = counts()
    by_category = counts()
    fill_rate = figure()
    median_days = figure()
    p90_days = figure()
    channel_equity = figure()
    shyness_gap = figure()
    per_hundred = figure()
    non_web_share = figure()


class ReferralFiguresSchema(Schema):
    """Referrals at each step."""

    asked = count()
    consented = count()
    accepted = count()
    outcome_known = count()
    median_days = figure()
    outcome_share = figure()


class SavedSchema(Schema):
    """The hours that are saved, and whether the books hold."""

    balanced = fields.Boolean(required=True)
    reversed_share = figure()
    disputed_share = figure()
    velocity = figure()
    idle_share = figure()


class ParticipationSchema(Schema):
    """The exact figures of one antenna, for its own board and coordinators."""

    antenna = fields.String(required=True)
    period = fields.Nested(PeriodSchema, required=True)
    taking_part = fields.Nested(TakingPartSchema, required=True)
    favours = fields.Nested(FavourFiguresSchema, required=True)
    reciprocity = fields.Nested(ReciprocitySchema, required=True)
    shape = fields.Nested(ShapeSchema, required=True, allow_none=True)
    asking = fields.Nested(AskingSchema, required=True)
    referrals = fields.Nested(ReferralFiguresSchema, required=True)
    saved = fields.Nested(SavedSchema, required=True)

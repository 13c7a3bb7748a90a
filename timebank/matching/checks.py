"""The rules that need no calendar and no map: each answers None, or the params of its objection."""

from collections.abc import Callable

from timebank.matching.inputs import Ask, Context, Offer, pair
from timebank.matching.rules import Params, Rule

NO_PARAMS: Params = {}
Checks = tuple[tuple[Rule, Callable[[Ask, Offer, Context], Params | None]], ...]


def offers_this(ask: Ask, offer: Offer) -> bool:
    """Whether the helper offers this kind of help, or is willing to be asked for it."""
    return ask.category in offer.categories or ask.category in offer.may_be_asked


def checks_for(ask: Ask, ctx: Context) -> Checks:
    """The simple rules that can object to somebody who ``offers_this``, the cheapest first."""
    idle = {
        Rule.CATEGORY: True,
        Rule.LANGUAGE: not ask.languages,
        Rule.LETTER_LANGUAGE: ask.letter_language is None,
        Rule.GENDER: ask.gender_wanted is None,
        Rule.CAR_ROOM: not ask.wheelchair and not ask.by_car,
        Rule.EXCLUDED: not ctx.excluded and not ctx.past,
        Rule.DECLINED: not ctx.past,
        Rule.TAKES_PART: not ask.taken_by,
    }
    return tuple(each for each in CHECKS if not idle.get(each[0], False))


def _category(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return None if offers_this(ask, offer) else {"category": ask.category}


def _border(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    if ask.antenna == offer.antenna:
        return None
    if pair(ask.antenna, offer.antenna) not in ctx.pooled:
        return {"what": "antennas", "antenna": offer.antenna}
    return None if offer.over_border else {"what": "helper", "antenna": offer.antenna}


def _paused(_: Ask, offer: Offer, ctx: Context) -> Params | None:
    if offer.paused_until is None or offer.paused_until <= ctx.now.date():
        return None
    return {"until": offer.paused_until.isoformat()}


def _herself(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return NO_PARAMS if ask.asker == offer.helper else None


def _excluded(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    if ctx.excluded and pair(ask.asker, offer.helper) in ctx.excluded:
        return {"what": "agreed"}
    return {"what": "helper"} if ask.asker in ctx.past_of(offer.helper).no_to_people else None


def _language(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if not ask.languages or not offer.languages or not ask.languages.isdisjoint(offer.languages):
        return None
    return {"languages": tuple(sorted(ask.languages))}


def _letter_language(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.letter_language is None or ask.letter_language in offer.languages:
        return None
    return {"language": ask.letter_language}


def _gender(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.gender_wanted is None or ask.gender_wanted == offer.gender:
        return None
    return {"gender": ask.gender_wanted}


def _car_room(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.wheelchair and not offer.takes_wheelchair:
        return {"what": "wheelchair"}
    return {"what": "seats", "seats": ask.seats} if ask.by_car and ask.seats > offer.seats else None


def _declined(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    past = ctx.past_of(offer.helper)
    if ask.id in past.no_to_asks:
        return {"what": "ask"}
    return {"what": "category", "category": ask.category} if ask.category in past.no_to_categories else None


def _takes_part(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return NO_PARAMS if offer.helper in ask.taken_by else None


CHECKS: Checks = (
    (Rule.CATEGORY, _category),
    (Rule.BORDER, _border),
    (Rule.PAUSED, _paused),
    (Rule.HERSELF, _herself),
    (Rule.LANGUAGE, _language),
    (Rule.LETTER_LANGUAGE, _letter_language),
    (Rule.GENDER, _gender),
    (Rule.CAR_ROOM, _car_room),
    (Rule.EXCLUDED, _excluded),
    (Rule.DECLINED, _declined),
    (Rule.TAKES_PART, _takes_part),
)

"""Why a helper is suggested, and why another isn't, as plain sentences in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import format_decimal, gettext as _, ngettext

from timebank.matching.obstacles import Obstacle, ObstacleCode
from timebank.matching.reasons import Caution, CautionCode, Reason, ReasonCode
from timebank.matching.rules import Objection, Rule
from timebank.web.words import category_words, clock_words, day_words, language_words

Params = Mapping[str, Any]


def reason_words(reason: Reason) -> str:
    """One thing that speaks for a helper."""
    return str(_REASONS[reason.code](reason.params))


def caution_words(caution: Caution) -> str:
    """One thing that speaks against a helper, without forbidding it."""
    return str(_CAUTIONS[caution.code](caution.params))


def objection_words(objection: Objection) -> str:
    """A rule that leaves a helper out."""
    return str(_OBJECTIONS[objection.rule](objection.params))


def obstacle_words(obstacle: Obstacle) -> str:
    """Why an ask still looks for someone when everything is planned."""
    return str(_OBSTACLES[obstacle.code](obstacle.params))


NOBODY_DRIVES_METRES = 500
"""Nearer than this it sounds odd to say that somebody comes by car: they only drive who asks."""


def distance_words(metres: int) -> str:
    """'350 m', '1.2 km'."""
    if metres < 1000:
        return str(_("%(metres)s m", metres=round(metres, -1) or 50))
    return str(_("%(kilometres)s km", kilometres=format_decimal(metres / 1000, "0.0")))


def _near(params: Params) -> str:
    away = distance_words(int(params["metres"]))
    if params["means"] == "car" and int(params["metres"]) < NOBODY_DRIVES_METRES:
        return str(_("lives %(distance)s away", distance=away))
    means = {"foot": _("on foot"), "bike": _("by bike"), "car": _("by car")}[str(params["means"])]
    return str(_("lives %(distance)s away (%(means)s)", distance=away, means=means))


def _free_at(params: Params) -> str:
    day = day_words(date.fromisoformat(str(params["day"])), "EEEE d MMMM")
    return str(_("is free on %(day)s from %(clock)s", day=day, clock=clock_words(int(params["minute"]))))


def _last_asked(params: Params) -> str:
    weeks = int(params["days"]) // 7
    return str(ngettext("was last asked a week ago", "was last asked %(num)s weeks ago", weeks))


def _languages(params: Params) -> str:
    return ", ".join(language_words(code) for code in params["languages"])


_REASONS: dict[ReasonCode, Callable[[Params], str]] = {
    ReasonCode.NEAR: _near,
    ReasonCode.BY_PHONE: lambda _p: _("can do it by phone"),
    ReasonCode.HAS_CAR: lambda _p: _("has a car"),
    ReasonCode.CAR_FITS_WHEELCHAIR: lambda _p: _("the car takes a wheelchair"),
    ReasonCode.FREE_AT: _free_at,
    ReasonCode.KNOW_EACH_OTHER: lambda _p: _("they know each other"),
    ReasonCode.SHARED_LIKES: lambda p: _("both like %(likes)s", likes=", ".join(p["likes"])),
    ReasonCode.SAME_MOTHER_TONGUE: lambda p: _(
        "also speaks %(language)s at home", language=language_words(p["language"])
    ),
    ReasonCode.SPEAKS: lambda p: _("speaks %(languages)s", languages=_languages(p)),
    ReasonCode.GENDER_AS_ASKED: lambda p: (
        _("is a woman, as asked") if p["gender"] == "woman" else _("is a man, as asked")
    ),
    ReasonCode.OFFERS_THIS: lambda p: _("likes to do this: %(kind)s", kind=category_words(p["category"])),
    ReasonCode.NEVER_ASKED: lambda _p: _("was never asked yet"),
    ReasonCode.LAST_ASKED: _last_asked,
    ReasonCode.HAD_MORE_HELP: lambda _p: _("has been helped more than helped, and may like to give"),
    ReasonCode.HAS_ROOM: lambda p: ngettext(
        "helped %(num)s time in four weeks", "helped %(num)s times in four weeks", int(p["favours"])
    ),
}

_CAUTIONS: dict[CautionCode, Callable[[Params], str]] = {
    CautionCode.FAR: lambda p: _("it is far: %(distance)s", distance=distance_words(int(p["metres"]))),
    CautionCode.PLACE_UNKNOWN: lambda _p: _("we don't know how far it is"),
    CautionCode.ONLY_IF_ASKED: lambda _p: _("does this only when asked"),
    CautionCode.ASKED_LATELY: lambda p: ngettext(
        "was asked %(num)s day ago", "was asked %(num)s days ago", int(p["days"])
    ),
    CautionCode.NOES_LATELY: lambda p: ngettext(
        "couldn't once in two weeks", "couldn't %(num)s times in two weeks", int(p["noes"])
    ),
    CautionCode.NEAR_CEILING: lambda p: _(
        "wants to be asked at most %(number)s times a week", number=p["per_week"]
    ),
    CautionCode.MUCH_LATELY: lambda p: ngettext(
        "has helped %(num)s time in four weeks", "has helped %(num)s times in four weeks", int(p["favours"])
    ),
    CautionCode.OTHER_ANTENNA: lambda _p: _("is of another antenna, whose coordinators ask"),
    CautionCode.WAIVED: lambda _p: _("a limit was set aside"),
}


def _house(params: Params) -> str:
    names = {"cat": _("a cat"), "dog": _("a dog"), "smoke": _("smoke"), "stairs": _("stairs")}
    return str(
        _("can't be where there is %(what)s", what=", ".join(str(names[each]) for each in params["house"]))
    )


def _reach(params: Params) -> str:
    if "metres" not in params:
        return str(_("doesn't go out for this"))
    return str(_("it is farther than they go: %(distance)s", distance=distance_words(int(params["metres"]))))


def _declined(params: Params) -> str:
    said = {"ask": _("said no to this"), "weekday": _("said no for this day")}
    return str(said.get(str(params["what"]), _("would rather not do this kind of help")))


_OBJECTIONS: dict[Rule, Callable[[Params], str]] = {
    Rule.CATEGORY: lambda _p: _("doesn't offer this"),
    Rule.PAUSED: lambda p: _(
        "takes a break until %(day)s", day=day_words(date.fromisoformat(p["until"]), "d MMMM")
    ),
    Rule.HERSELF: lambda _p: _("is the one who asks"),
    Rule.EXCLUDED: lambda _p: _("these two aren't brought together"),
    Rule.LANGUAGE: lambda p: _("speaks none of: %(languages)s", languages=_languages(p)),
    Rule.LETTER_LANGUAGE: lambda p: _("doesn't read %(language)s", language=language_words(p["language"])),
    Rule.GENDER: lambda p: _("a woman was asked for") if p["gender"] == "woman" else _("a man was asked for"),
    Rule.HOUSE: _house,
    Rule.CAR_ROOM: lambda _p: _("has no room for that in the car"),
    Rule.CEILING: lambda p: _(
        "helps already as often as they want: %(number)s times a week", number=p["per_week"]
    ),
    Rule.TIME: lambda _p: _("isn't free then"),
    Rule.REACH: _reach,
    Rule.PROMISED: lambda _p: _("has promised something else then"),
    Rule.DECLINED: _declined,
    Rule.BORDER: lambda _p: _("is of another antenna"),
    Rule.TAKES_PART: lambda _p: _("was asked already"),
}

_OBSTACLES: dict[ObstacleCode, Callable[[Params], str]] = {
    ObstacleCode.TOO_LATE: lambda _p: _("The time that was asked for has gone by."),
    ObstacleCode.NOBODY_OFFERS: lambda _p: _("Nobody offers this yet."),
    ObstacleCode.NOBODY_FITS: lambda _p: _("Those who offer this can't do it like this."),
    ObstacleCode.ALL_BUSY: lambda _p: _("Those who offer this are all taken then."),
    ObstacleCode.NEEDED_MORE: lambda _p: _("Those who could come are needed more elsewhere:"),
    ObstacleCode.TOO_FEW: lambda _p: _("There are fewer helpers than it takes."),
}

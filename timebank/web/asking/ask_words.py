"""States of asks and proposals in words, each with the kind of its tag."""

from flask import Flask
from flask_babel import gettext as _, lazy_gettext as _l

from timebank.domain.ask_states import AskState, ProposalState
from timebank.domain.help import DAY_FROM_MINUTE, DAY_UNTIL_MINUTE
from timebank.services.asking.near_asks import NearAsk
from timebank.services.asking.new_ask import Window
from timebank.services.promising.feeds import FeedEvent
from timebank.services.promising.promise_views import PromiseView
from timebank.web.matchmaking.reason_words import distance_words
from timebank.web.words import category_words, clock_words, long_date

ASK_WORDS = {
    AskState.NEW: (_l("new"), "wait"),
    AskState.OPEN: (_l("looking for someone"), "wait"),
    AskState.PROMISED: (_l("promised"), "good"),
    AskState.FILLED: (_l("done"), "good"),
    AskState.PARTLY: (_l("partly done"), "plain"),
    AskState.REFERRED: (_l("handed to a professional"), "plain"),
    AskState.WITHDRAWN: (_l("not needed any more"), "plain"),
    AskState.NOBODY: (_l("nobody found"), "plain"),
}
PROPOSAL_WORDS = {
    ProposalState.VOLUNTEERED: (_l("says: I can"), "wait"),
    ProposalState.HANDED_OVER: (_l("with the helper's antenna"), "wait"),
    ProposalState.ASKED: (_l("was asked"), "wait"),
    ProposalState.ACCEPTED: (_l("comes"), "good"),
    ProposalState.DECLINED: (_l("can't this time"), "plain"),
    ProposalState.LAPSED: (_l("gave no answer"), "wait"),
    ProposalState.TAKEN_BACK: (_l("isn't needed"), "plain"),
    ProposalState.CALLED_OFF: (_l("called off"), "plain"),
    ProposalState.DONE: (_l("helped"), "good"),
    ProposalState.NOT_DONE: (_l("didn't take place"), "plain"),
}


def register(app: Flask) -> None:
    """Give templates the words."""
    app.jinja_env.globals["ask_words"] = ASK_WORDS
    app.jinja_env.globals["proposal_words"] = PROPOSAL_WORDS
    app.jinja_env.filters["window"] = window_words
    app.jinja_env.filters["upper_first"] = upper_first
    app.jinja_env.filters["when"] = when_words
    app.jinja_env.filters["kind_of_help"] = kind_words
    app.jinja_env.filters["distance"] = distance_words


def window_words(window: Window, fixed_minute: int | None = None) -> str:
    """'Thursday 26 November 2026, 9:00–12:00', 'at 10:00' where the hour is fixed, or the day alone where
    any hour will do; an ask's window has the same names."""
    day = long_date(window.on_day)
    if fixed_minute is not None:
        return str(_("%(day)s at %(time)s", day=day, time=clock_words(fixed_minute)))
    if window.from_minute <= DAY_FROM_MINUTE and window.until_minute >= DAY_UNTIL_MINUTE:
        return day
    return f"{day}, {clock_words(window.from_minute)}–{clock_words(window.until_minute)}"


def upper_first(text: str) -> str:
    """The text as the beginning of a sentence; names further on keep their capitals."""
    return text[:1].upper() + text[1:]


def when_words(promise: PromiseView) -> str:
    """'Thursday 26 November 2026 at 9:00', the day alone, or that it is still to be agreed."""
    if promise.on_day is None:
        return str(_("on a day that suits you both"))
    day = long_date(promise.on_day)
    if promise.from_minute is None:
        return day
    return str(_("%(day)s at %(time)s", day=day, time=clock_words(promise.from_minute)))


def kind_words(promise: PromiseView | NearAsk | FeedEvent, place: str = "within") -> str:
    """The kind of help, by the antenna's own name or the common one, as it stands ``within`` a sentence
    or ``alone``."""
    name = promise.own_kind or category_words(promise.category) or category_words("other")
    return name if place == "alone" else name[:1].lower() + name[1:]

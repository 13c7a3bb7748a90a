"""Words that pages share: kinds of help, states, channels, days and minutes in the reader's language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask, g
from flask_babel import format_date, get_locale, gettext as _, lazy_gettext as _l

from timebank.domain.days import NETWORK_ZONE
from timebank.domain.quarters import format_minutes
from timebank.domain.states import FavourState
from timebank.models.favour import Side
from timebank.services.asking.categories import OWN, own_categories
from timebank.services.giving.favour_lists import FavourView
from timebank.uow import reading

CATEGORY_WORDS = {
    "visit": _l("A visit"),
    "phone_call": _l("A talk by phone"),
    "walk": _l("A walk together"),
    "lift": _l("A lift"),
    "public_transport": _l("Going along by bus or tram"),
    "errands": _l("Errands"),
    "paperwork": _l("Paperwork"),
    "phone_and_computer": _l("Phone and computer"),
    "odd_job": _l("An odd job"),
    "garden": _l("Garden"),
    "pets_and_plants": _l("Pets and plants"),
    "cooking": _l("Cooking"),
    "meal": _l("Eating together"),
    "lending": _l("Lending something"),
    "parcels_and_keys": _l("Parcels, keys, an eye on the house"),
    "lessons": _l("Homework and languages"),
    "workshop": _l("A workshop"),
    "gathering": _l("A get-together"),
    "antenna_work": _l("Work for the antenna"),
    "other": _l("Something else"),
}

LANGUAGE_WORDS = {
    "nl": _l("Dutch"),
    "fr": _l("French"),
    "en": _l("English"),
    "ar": _l("Arabic"),
    "tr": _l("Turkish"),
    "de": _l("German"),
    "es": _l("Spanish"),
    "it": _l("Italian"),
    "pt": _l("Portuguese"),
    "pl": _l("Polish"),
    "ro": _l("Romanian"),
    "bg": _l("Bulgarian"),
    "ru": _l("Russian"),
    "uk": _l("Ukrainian"),
    "sq": _l("Albanian"),
    "ber": _l("Tamazight"),
    "ln": _l("Lingala"),
    "sw": _l("Swahili"),
}

STATE_WORDS = {
    FavourState.LOGGED: (_l("waits for a yes"), "wait"),
    FavourState.AWAITING_SECOND: (_l("waits for a second person"), "wait"),
    FavourState.CONFIRMED: (_l("agreed"), "good"),
    FavourState.DISPUTED: (_l("being talked about"), "stop"),
    FavourState.WITHDRAWN: (_l("taken back"), "plain"),
    FavourState.UNDONE: (_l("undone"), "plain"),
    FavourState.REVERSED: (_l("taken back"), "plain"),
}

_OF_ASKS = ("ask_look", "ask_fill", "ask_fill_partly", "ask_give_up", "change_ask", "reopen_ask")
_OF_REFERRALS = ("referral_wait", "referral_help", "referral_fail", "referral_lose_sight")
_OF_PROPOSALS = (
    "proposal_accept", "proposal_decline", "take_back_proposal", "lapse_proposal", "decline_for_helper",
    "promise_done", "promise_not_done", "promise_called_off",
)  # fmt: skip
DEED_WORDS = {
    **dict.fromkeys(("make_ask", "make_next_occurrence"), _l("wrote down what I ask")),
    **dict.fromkeys(_OF_ASKS, _l("took care of what I ask")),
    **dict.fromkeys(("ask_refer", "refer_ask"), _l("handed what I ask to a service, as I agreed")),
    **dict.fromkeys(_OF_REFERRALS, _l("wrote down how it went with a service")),
    **dict.fromkeys(("propose", "pass_on_proposal"), _l("asked whether I can help")),
    **dict.fromkeys(_OF_PROPOSALS, _l("wrote down what became of a question to me")),
    **dict.fromkeys(("write_wish", "end_wish"), _l("wrote down where I want my hours to go")),
    **dict.fromkeys(("add_photo", "remove_photo", "change_story"), _l("changed a story of mine")),
    "add_story": _l("wrote down a story of mine"),
    "withdraw_story": _l("took a story of mine back"),
    "told_people": _l("told the people near me"),
    "accept_member": _l("made me a member"),
    "add_helper": _l("wrote down who may act for me"),
    "add_member": _l("made me a member"),
    "approve_gift": _l("agreed that hours are given"),
    "ask_withdraw": _l("took back what I had asked"),
    "change_member": _l("changed my details"),
    "close_leaver": _l("let the hours that I left go where they should"),
    "confirm_favour": _l("said yes to a favour for me"),
    "decline_gift": _l("said no to giving hours"),
    "end_helper": _l("ended that someone acts for me"),
    "end_offer": _l("ended an offer of mine"),
    "give_consent": _l("wrote down what I said yes to"),
    "give": _l("gave hours away for me"),
    "log_favour": _l("wrote a favour down"),
    "make_certificate": _l("made a certificate of participation for me"),
    "make_own_file": _l("made the file of everything that is kept about me"),
    "member_decline": _l("wrote down that I don't become a member"),
    "member_die": _l("wrote down a death"),
    "member_leave": _l("wrote down that I leave"),
    "member_move": _l("wrote down that I move"),
    "member_pause": _l("wrote down that I take a break"),
    "member_resume": _l("wrote down that I take part again"),
    "part_account": _l("divided a shared account"),
    "print_card": _l("printed a card"),
    "promise_back": _l("took a promise of mine up again"),
    "reverse_gift": _l("took a gift back"),
    "revoke_certificate": _l("ended a certificate of mine"),
    "save_offer": _l("wrote down what I offer"),
    "shut_every_way_in": _l("shut every way in, as my card or tablet was lost"),
    "share_account": _l("let me share an account"),
    "withdraw_consent": _l("ended something that I had said yes to"),
}
"""What someone did for a member, by the action that the audit keeps."""

CHANNEL_WORDS = {
    "talk": _l("in a talk"),
    "phone": _l("by phone"),
    "card": _l("on a card"),
    "slip": _l("on a paper slip"),
    "web": _l("on these pages"),
    "letter": _l("by letter"),
    "mail": _l("by e-mail"),
    "import": _l("from a sheet"),
    "api": _l("by another program"),
}


def register(app: Flask) -> None:
    """Give templates the words as filters."""
    app.jinja_env.filters["longdate"] = long_date
    app.jinja_env.filters["monthname"] = month_words
    app.jinja_env.filters["moment"] = moment_words
    app.jinja_env.filters["minutes"] = minutes_words
    app.jinja_env.filters["standing"] = standing_words
    app.jinja_env.filters["category"] = category_words
    app.jinja_env.filters["people"] = people_words
    app.jinja_env.filters["who_helped"] = who_helped
    app.jinja_env.filters["device"] = device_words
    app.jinja_env.filters["spoken"] = language_words
    app.jinja_env.filters["clock"] = clock_words
    app.jinja_env.globals["state_words"] = STATE_WORDS
    app.jinja_env.globals["channel_words"] = CHANNEL_WORDS


def _language() -> str:
    """The language that is being written in: a notice's own, also on a page in another."""
    locale = get_locale()
    return str(locale.language) if locale else "en"


def long_date(day: date) -> str:
    """'Tuesday 3 November 2026', in the reader's language."""
    return day_words(day, "EEEE d MMMM yyyy")


def day_words(day: date, pattern: str) -> str:
    """A day by a pattern of CLDR that says ``d MMMM``; the first of a month is '1er' in French."""
    if day.day == 1 and _language() == "fr":
        pattern = pattern.replace("d MMMM", "d'er' MMMM")
    return str(format_date(day, pattern))


def month_words(day: date) -> str:
    """'November 2026', in the reader's language."""
    return str(format_date(day, "LLLL yyyy"))


def moment_words(moment: datetime) -> str:
    """A day and time in Brussels."""
    local = moment.astimezone(ZoneInfo(NETWORK_ZONE))
    return str(_("%(day)s at %(time)s", day=long_date(local.date()), time=f"{local:%H:%M}"))


def minutes_words(minutes: int, style: str = "long") -> str:
    """Minutes as people say them; nothing is said of a sign."""
    return format_minutes(minutes, _language(), style) if minutes else str(_("no hours"))


def standing_words(minutes: int) -> str:
    """A balance said without a sign: '1u30 given', '0u45 received', or '0'."""
    if not minutes:
        return "0"
    time = format_minutes(minutes, _language(), "short")
    return str(_("%(time)s given", time=time) if minutes > 0 else _("%(time)s received", time=time))


def category_words(code: str) -> str:
    """A kind of help in words, an antenna's own by its name; or nothing."""
    return _own_kind(code) if code.startswith(OWN) else str(CATEGORY_WORDS.get(code, ""))


def _own_kind(code: str) -> str:
    """The name of an antenna's own kind. They are read once a page, and only where one is shown.

    Where two antennas have one of the same code, the page's antenna names it.
    """
    if "own_kinds" not in g:
        with reading() as session:
            g.own_kinds = own_categories(session)
    named = {view.code: view for _antenna, view in g.own_kinds}
    named |= {view.code: view for antenna_id, view in g.own_kinds if antenna_id == g.get("antenna_id")}
    return named[code].name_in(_language()) if code in named else ""


def language_words(code: str) -> str:
    """The name of a spoken language, in the reader's."""
    return str(LANGUAGE_WORDS.get(code, code))


def clock_words(minute: int) -> str:
    """A minute of the day as a clock shows it: '14:30'."""
    return f"{minute // 60}:{minute % 60:02d}"


def people_words(names: tuple[str, ...]) -> str:
    """'Ana', 'Ana and Ben', 'Ana, Ben and Cora'."""
    if len(names) < 2:
        return "".join(names)
    return str(_("%(first)s and %(last)s", first=", ".join(names[:-1]), last=names[-1]))


def who_helped(favour: FavourView) -> str:
    """'You helped Ben', 'Ben helped you', or 'Ana and Cora helped Ben', by who reads it."""
    receivers = favour.antenna_name if favour.for_antenna else people_words(favour.receivers)
    if favour.own_side is Side.GIVER:
        return str(_("You helped %(name)s", name=receivers))
    if favour.own_side is Side.RECEIVER:
        return str(_("%(name)s helped you", name=people_words(favour.givers)))
    return str(_("%(giver)s helped %(receiver)s", giver=people_words(favour.givers), receiver=receivers))


def device_words(browser: str) -> str:
    """On what kind of machine a browser runs, from how it calls itself; or nothing."""
    if "iPad" in browser or ("Android" in browser and "Mobile" not in browser):
        return str(_("on a tablet"))
    if "Mobi" in browser:
        return str(_("on a phone"))
    known = ("Windows", "Macintosh", "Linux", "CrOS")
    return str(_("on a computer")) if any(name in browser for name in known) else ""

"""What every page knows: the language, who is signed in, the antenna and its phone number."""

from dataclasses import dataclass
from typing import Any

import phonenumbers
from flask import Flask, current_app, g, has_request_context, request, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError

from timebank.auth import actor_or_none
from timebank.domain.channels import LANGUAGES
from timebank.domain.permissions import Actor, Rights, Role, is_coordinator, is_operator
from timebank.models.antenna import Antenna
from timebank.models.login import SignedInBy
from timebank.services.network.antennas import TEAM_ROLES, list_antennas
from timebank.services.signing_in.sessions import FoundSession
from timebank.uow import reading
from timebank.web import current_language
from timebank.web.navigation import desk_or, footer_of, navigation_of

OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}
SITE_NAME = "Buurttijd"
TEXT_SIZES = ("normal", "large", "largest")


@dataclass(frozen=True)
class AntennaOnPage:
    """The antenna as the frame of a page shows it."""

    id: int
    name: str
    slug: str
    phone: str
    phone_href: str
    opening_hours: str


def register(app: Flask) -> None:
    """Give every template its context."""
    app.context_processor(page_context)
    app.jinja_env.filters["phone_href"] = phone_href
    app.jinja_env.globals["desk_or"] = desk_or


def page_context() -> dict[str, Any]:
    """The names that ``templates/base.html`` lists; safe values where the database is away.

    A mail that is written outside a request has no page around it.
    """
    if not has_request_context():
        return {}
    lang = current_language()
    try:
        actor = actor_or_none()
        antenna = antenna_of_page(actor, lang)
    except SQLAlchemyError:
        actor, antenna = None, None
    return {
        "lang": lang,
        "text_direction": "ltr",
        "site_name": SITE_NAME,
        "antenna": antenna,
        "languages": [(code, OWN_NAMES[code], _same_page_in(code)) for code in LANGUAGES],
        "current_actor": actor,
        "reads_only": actor is not None and actor.rights is Rights.SMALL,
        "acting_for": None,
        "nav": navigation_of(actor, _desk_of(actor, antenna)),
        "footer_links": footer_of(actor),
        "text_size": text_size(),
        "text_size_url": url_for("web.set_text_size"),
        "home_url": url_for("web.home"),
        "sign_in_url": None if actor else url_for("web.sign_in"),
        "sign_out_url": url_for("web.sign_out") if actor else None,
        "demo_text": demo_text(),
        "preparing": preparing_of(actor),
        "kiosk": kiosk_of(g.get("session_found")),
    }


def _desk_of(actor: Actor | None, antenna: AntennaOnPage | None) -> str:
    """The slug of the antenna of this page, where the reader coordinates it."""
    return antenna.slug if actor and antenna and is_coordinator(actor, antenna.id) else ""


def demo_text() -> str | None:
    """That everybody here is invented, where the operator says so or the antenna was made by the demo."""
    antenna_is = g.get("antenna_is_demo", False)
    if not (antenna_is or current_app.extensions["timebank_settings"].demo):
        return None
    return str(_("This is a place to practise: the people in it are invented."))


def preparing_of(actor: Actor | None) -> dict[str, Any] | None:
    """For the team of an antenna that isn't open yet: that it is held back, and where its steps stand."""
    antenna: Antenna | None = g.get("antenna_in_preparation")
    if actor is None or antenna is None:
        return None
    opens = is_coordinator(actor, antenna.id) or is_operator(actor)
    if not (opens or antenna.id in actor.antennas_as(*TEAM_ROLES)):
        return None
    return {"url": url_for("web.opening", slug=antenna.slug) if opens else None}


def kiosk_of(found: FoundSession | None) -> dict[str, Any] | None:
    """What the page needs to warn on the centre's tablet before the session ends by itself."""
    if found is None or found.signed_in_by is not SignedInBy.KIOSK:
        return None
    return {
        "seconds": found.seconds_left,
        "warn_seconds": 60,
        "extend_url": url_for("web.stay"),
        "end_url": url_for("web.tablet_over"),
    }


def antenna_of_page(actor: Actor | None, lang: str) -> AntennaOnPage | None:
    """The antenna that this page is about (``g.antenna``), or else the actor's, or the only one."""
    if "antenna_on_page" in g:
        found: AntennaOnPage | None = g.antenna_on_page
        return found
    with reading() as session:
        antennas = {antenna.id: antenna for antenna in list_antennas(session)}
        chosen = antennas.get(g.get("antenna_id") or _home_antenna(actor, antennas) or 0)
        g.antenna_is_demo = any(antenna.is_demo for antenna in antennas.values())
        g.antenna_in_preparation = chosen if chosen is not None and chosen.live_on is None else None
        g.antenna_on_page = None if chosen is None else on_page(chosen, lang)
    result: AntennaOnPage | None = g.antenna_on_page
    return result


def on_page(antenna: Antenna, lang: str) -> AntennaOnPage:
    """An antenna's name, phone and opening hours in this language."""
    hours = antenna.opening_hours.get(lang) or antenna.opening_hours.get(antenna.language, "")
    return AntennaOnPage(
        antenna.id, antenna.name, antenna.slug, antenna.phone, phone_href(antenna.phone), hours
    )


def phone_href(number: str) -> str:
    """A ``tel:`` link for a Belgian or international number, or '' where it can't be read."""
    try:
        parsed = phonenumbers.parse(number, "BE")
    except phonenumbers.NumberParseException:
        return ""
    return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def text_size() -> str:
    """The size of letters that the reader chose."""
    size = request.cookies.get("text_size", "normal")
    return size if size in TEXT_SIZES else "normal"


def _home_antenna(actor: Actor | None, antennas: dict[int, Antenna]) -> int | None:
    if actor is None:
        return next(iter(antennas)) if len(antennas) == 1 else None
    for membership in actor.memberships:
        return membership.antenna_id
    for antenna_id in sorted(actor.antennas_as(*Role)):
        return antenna_id
    return None


def _same_page_in(code: str) -> str:
    """This page's address in another language; the home page where there is no such address."""
    if request.endpoint and request.endpoint.startswith("web.") and request.method == "GET":
        arguments = dict(request.view_args or {}) | request.args.to_dict()
        return url_for(request.endpoint, **(arguments | {"lang": code}))
    return url_for("web.home", lang=code)

"""The few big choices on top of every page, for who is signed in."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from timebank.domain.permissions import Actor, Role


@dataclass(frozen=True)
class NavItem:
    """One choice."""

    label: str
    url: str
    current: bool = False


def navigation_of(actor: Actor | None) -> list[NavItem]:
    """At most five choices; nobody sees one that leads nowhere for them."""
    if actor is None:
        return []
    items = [("web.home", _("Home"))]
    if actor.memberships or actor.helps:
        items.append(("web.statement", _("My hours")))
    if actor.antennas_as(Role.COORDINATOR):
        items.append(("web.members", _("Members")))
    return [NavItem(label, url_for(endpoint), request.endpoint == endpoint) for endpoint, label in items]


def footer_of() -> list[NavItem]:
    """What stands at the foot of every page."""
    return [
        NavItem(_("Accessibility"), url_for("web.accessibility")),
        NavItem(_("Privacy"), url_for("web.privacy")),
    ]

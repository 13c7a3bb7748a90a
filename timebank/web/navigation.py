"""The few big choices on top of every page, for who is signed in."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from timebank.auth import actor_or_none
from timebank.domain.permissions import Actor, Rights, Role, is_coordinator


@dataclass(frozen=True)
class NavItem:
    """One choice; ``key`` opens it from the keyboard on pages that list their keys."""

    label: str
    url: str
    current: bool = False
    key: str = ""


def navigation_of(actor: Actor | None, desk: str = "") -> list[NavItem]:
    """At most five choices; nobody sees one that leads nowhere for them. ``desk`` is the slug of an antenna."""
    if actor is None:
        return []
    items = [("web.home", _("Home"))]
    if actor.memberships or actor.helps:
        items.append(("web.statement", _("My hours")))
    if actor.antennas_as(Role.COORDINATOR):
        items.append(("web.members", _("Members")))
    chosen = [NavItem(label, url_for(endpoint), request.endpoint == endpoint) for endpoint, label in items]
    if desk:
        address, here = url_for("web.desk_queue", slug=desk), request.endpoint == "web.desk_queue"
        chosen.insert(1, NavItem(_("The desk"), address, here, key="d"))
    return chosen


def desk_or(address: str, antenna_id: int, slug: str) -> str:
    """Where 'back' leads from a list or page of the desk: to the desk for who coordinates that antenna,
    or else to ``address``."""
    actor = actor_or_none()
    at_desk = actor is not None and is_coordinator(actor, antenna_id)
    return url_for("web.desk_queue", slug=slug) if at_desk else address


def footer_of(actor: Actor | None) -> list[NavItem]:
    """What stands at the foot of every page; on the centre's tablet nothing about other devices."""
    items = [
        NavItem(_("Accessibility"), url_for("web.accessibility")),
        NavItem(_("Privacy"), url_for("web.privacy")),
    ]
    if actor is not None and actor.rights is Rights.FULL:
        items.insert(0, NavItem(_("Where I am signed in"), url_for("web.sessions")))
    return items

"""Who is asking: the session's row or an API token, turned into an actor once a request.

Every route carries an ``@access`` mark that says who may knock; what they may do there is decided
by the services. Flask-Login keeps the session's token in the browser, nothing else.
"""

from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec

from flask import Flask, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin, current_user
from sqlalchemy.exc import SQLAlchemyError

from timebank.clock import now
from timebank.domain.errors import NotAllowedError, NotSignedInError
from timebank.domain.permissions import Actor, Role, is_staff
from timebank.extensions import login_manager
from timebank.services.signing_in.sessions import find_session, touch_session
from timebank.uow import reading, transact

P = ParamSpec("P")


class Access(StrEnum):
    """Who may knock at a route."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    STAFF = "staff"
    COORDINATOR = "coordinator"
    OPERATOR = "operator"


PUBLIC = Access.PUBLIC
SIGNED_IN = Access.SIGNED_IN
MEMBER = Access.SIGNED_IN
STAFF = Access.STAFF
COORDINATOR = Access.COORDINATOR
OPERATOR = Access.OPERATOR


class SessionUser(UserMixin):  # type: ignore[misc]  # the base has no types
    """What Flask-Login carries: an actor, and the token of the session's row."""

    def __init__(self, token: str, actor: Actor) -> None:
        self.token = token
        self.actor = actor

    def get_id(self) -> str:
        """The session's random token: revoking its row signs this browser out at once."""
        return self.token


def access(who: Access) -> Callable[[Callable[P, Any]], Callable[P, Any]]:
    """Mark a view with who may knock; anyone else is sent to sign in, or told no."""

    def mark(view: Callable[P, Any]) -> Callable[P, Any]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
            refusal = _refusal(who)
            return refusal if refusal is not None else view(*args, **kwargs)

        guarded.access = who  # type: ignore[attr-defined]  # a function with a mark of ours
        return guarded

    return mark


def actor_or_none() -> Actor | None:
    """Who is signed in, if anyone."""
    if "actor" in g:
        found: Actor | None = g.actor
        return found
    user = current_user._get_current_object() if current_user else None
    return user.actor if isinstance(user, SessionUser) else None


def current_actor() -> Actor:
    """Who is signed in.

    Raises:
        NotAllowedError: nobody is; a route without an access mark would get here.
    """
    actor = actor_or_none()
    if actor is None:
        raise NotAllowedError
    return actor


def register(app: Flask) -> None:
    """Let Flask-Login find sessions by their token."""
    login_manager.user_loader(_load)
    login_manager.session_protection = None
    app.extensions["timebank_access"] = True


def _load(token: str) -> SessionUser | None:
    moment = now()
    with reading() as session:
        found = find_session(session, token, now=moment)
    if found is None:
        return None
    if found.touch and found.actor.session_id is not None:
        transact(touch_session, found.actor.session_id, now=moment)
    g.session_found = found
    return SessionUser(token, found.actor)


def _refusal(who: Access) -> ResponseReturnValue | None:
    if who is PUBLIC:
        # A session in use is written down here, not in the middle of a page that reads.
        with suppress(SQLAlchemyError):
            actor_or_none()
        return None
    actor = actor_or_none()
    if actor is None and request.path.startswith("/api/"):
        raise NotSignedInError
    if actor is None:
        target = request.full_path if request.method == "GET" else None
        return redirect(url_for("web.sign_in", next=target))
    if not _may_knock(actor, who):
        raise NotAllowedError
    return None


def _may_knock(actor: Actor, who: Access) -> bool:
    if who is Access.STAFF:
        return is_staff(actor)
    if who is Access.COORDINATOR:
        return bool(actor.antennas_as(Role.COORDINATOR))
    if who is Access.OPERATOR:
        return actor.has(Role.OPERATOR)
    return True

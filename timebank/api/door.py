"""How a request comes in and a list goes out: tokens, scopes, keys, cursors, tags."""

import base64
import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from flask import Response, current_app, g, jsonify, request, url_for
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.auth import current_actor
from timebank.clock import now
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError, NotAllowedError, StaleError, TimebankError
from timebank.domain.permissions import Actor
from timebank.services.signing_in.second_factor import lacks_second_factor
from timebank.services.signing_in.tokens import actor_for_token
from timebank.uow import RequestKey, glancing, transact_once

P = ParamSpec("P")
T = TypeVar("T")
KEY_MAX = 255
ETAG = {"ETag": {"description": "The version, to send back as If-Match.", "schema": {"type": "string"}}}
LINK = {"Link": {"description": 'Where the list goes on: rel="next".', "schema": {"type": "string"}}}
"""Headers of answers, as the API's document tells them."""


class KeyMissingError(TimebankError):
    """A request that moves hours came without a key."""

    code = "idempotency_key_missing"
    message = "Send an Idempotency-Key header of 1 to 255 printable ASCII characters."
    status = 400


class ContentTypeError(TimebankError):
    """A body came that doesn't say that it is JSON."""

    code = "content_type"
    message = "Send the body as JSON, with Content-Type: application/json."
    status = 415


class BodyError(TimebankError):
    """A body came that is no JSON, or more deeply nested or larger in its numbers than any we know."""

    code = "body_unreadable"
    message = "This body isn't JSON that we can read."
    status = 400


class PreconditionError(TimebankError):
    """A change came without saying which version it changes."""

    code = "if_match_missing"
    message = "Send the ETag that you read as If-Match."
    status = 428


def open_door() -> None:
    """Find out whose token this is; a cookie opens nothing here."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    g.actor = None
    if scheme.casefold() == "bearer" and secret.strip():
        with glancing() as session:
            g.actor = actor_for_token(session, secret.strip(), now=now())
            _ask_second_factor(session, g.actor)
    if g.actor is not None:
        _check_body()


def _ask_second_factor(session: Session, actor: Actor | None) -> None:
    """Where a second factor is required of who has a role, their keys rest until they have one.

    Raises:
        NotAllowedError: code ``second_factor_missing``.
    """
    required = current_app.extensions["timebank_settings"].staff_second_factor == "required"
    if required and actor is not None and lacks_second_factor(session, actor):
        raise NotAllowedError(
            "second_factor_missing", "Sign in on the pages and set up your second step first."
        )


def _check_body() -> None:
    """Refuse a body that isn't JSON, before a schema takes it for an empty one.

    Raises:
        ContentTypeError, BodyError: it isn't.
    """
    sent = request.get_data()
    if not sent:
        return
    if not request.is_json:
        raise ContentTypeError
    try:
        body = json.loads(sent, parse_constant=_refuse_constant)
        json.dumps(body, ensure_ascii=False).encode()  # half a letter (a lone surrogate) fails here
    except (ValueError, RecursionError) as error:
        raise BodyError from error


def _refuse_constant(_name: str) -> None:
    """NaN and Infinity, which Python reads and JSON doesn't know."""
    raise BodyError


def actor_with(scope: str) -> Actor:
    """The actor, if the token carries this scope.

    Raises:
        NotAllowedError: code ``scope``.
    """
    actor = current_actor()
    if not actor.allows(scope):
        raise NotAllowedError("scope", "This token lacks the scope {scope}.", scope=scope)
    return actor


def once(
    status: int,
    encode: Callable[[T], dict[str, Any]],
    work: Callable[Concatenate[Session, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Response:
    """Run ``work`` once under the request's Idempotency-Key; the same key gives the same answer.

    Raises:
        KeyMissingError: there is no key, or it is too long.
        KeyReusedError: the key came with another body.
    """
    key = key_from_header()
    digest = hashlib.sha256(request.get_data()).hexdigest()
    scope = f"api:{current_actor().person_id}:{request.method}:{request.path}"
    outcome = transact_once(RequestKey(scope, key, digest), encode, work, *args, **kwargs)
    response = jsonify(outcome.body)
    response.status_code = status
    if outcome.replayed:
        response.headers["Idempotent-Replayed"] = "true"
    return response


def key_from_header() -> str:
    """The request's Idempotency-Key.

    Raises:
        KeyMissingError: there is none, or it is too long.
    """
    key = request.headers.get("Idempotency-Key", "")
    if not 1 <= len(key) <= KEY_MAX or not key.isascii() or not key.isprintable():
        raise KeyMissingError
    return key


def keyed(blp: Blueprint) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Refuse a request without an Idempotency-Key before its body is read, and say so in the document."""
    schema = {"type": "string", "minLength": 1, "maxLength": KEY_MAX, "pattern": "^[!-~]+$"}

    def mark(view: Callable[P, T]) -> Callable[P, T]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            key_from_header()
            return view(*args, **kwargs)

        marked: Callable[P, T] = _with_header(blp, "Idempotency-Key", schema)(guarded)
        return marked

    return mark


def precondition(blp: Blueprint) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Take the version that If-Match names, as ``version``, and say so in the API's document."""

    def mark(view: Callable[..., T]) -> Callable[..., T]:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> T:
            return view(*args, version=version_from_header(), **kwargs)

        return _with_header(blp, "If-Match", {"type": "string", "pattern": '^"v[0-9]{1,9}"$'})(guarded)

    return mark


def _with_header(
    blp: Blueprint, name: str, schema: dict[str, Any]
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    parameter = {"in": "header", "name": name, "required": True, "schema": schema}
    marked: Callable[[Callable[P, T]], Callable[P, T]] = blp.doc(parameters=[parameter])
    return marked


def tag_of(version: int) -> str:
    """The strong ETag of a version."""
    return f'"v{version}"'


def tagged(body: dict[str, Any], version: int) -> Response:
    """A body with its ETag; only 304 to who read this version already and says so by If-None-Match."""
    response = jsonify(body)
    response.headers["ETag"] = tag_of(version)
    response.make_conditional(request)
    return response


def version_from_header() -> int:
    """The version that If-Match names.

    Raises:
        PreconditionError: there is none, or it names any version ("*").
        StaleError: it isn't one of ours.
    """
    given = request.headers.get("If-Match", "").strip()
    if given in ("", "*"):
        raise PreconditionError
    digits = given.strip('"').removeprefix("v")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        raise StaleError
    return int(digits)


def whole_cursor(page: dict[str, Any]) -> int | None:
    """Where to go on: the whole number in an opaque cursor, or None for the first page.

    Raises:
        InvalidInputError: code ``cursor``.
    """
    text: str = page["cursor"]
    if not text:
        return None
    try:
        digits = base64.urlsafe_b64decode(text.encode() + b"==").decode("ascii")
    except ValueError:
        digits = ""
    key = number_in(digits)
    if key is None:
        raise InvalidInputError("cursor", "This cursor isn't one of ours.", field="cursor")
    return key


def paged(items: list[dict[str, Any]], following: int | None) -> Response:
    """A page of a list, with a Link to the next one where there is one."""
    response = jsonify({"items": items})
    if following is not None:
        cursor = base64.urlsafe_b64encode(str(following).encode()).decode().rstrip("=")
        values = dict(request.view_args or {}) | request.args.to_dict() | {"cursor": cursor}
        address = url_for(str(request.endpoint), **values)
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response

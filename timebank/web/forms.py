"""What forms share: a one-time token, so that a double tap books once, and typed text kept on errors."""

import hashlib
import json
import secrets
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from flask import request
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import HiddenField

from timebank.auth import current_actor
from timebank.uow import Outcome, RequestKey, transact_once

P = ParamSpec("P")
T = TypeVar("T")


def new_token() -> str:
    """A request key of 128 random bits."""
    return secrets.token_urlsafe(16)


class TimebankForm(FlaskForm):  # type: ignore[misc]
    """The base of every form that changes something."""

    request_token = HiddenField(default=new_token)


def once(
    form: TimebankForm,
    encode: Callable[[T], dict[str, Any]],
    work: Callable[Concatenate[Session, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Outcome:
    """Run ``work`` once for this form's token: a second tap or a reload gives the first outcome.

    Raises:
        KeyReusedError: the same token came with other answers.
        TimebankError: whatever ``work`` refuses.
    """
    return transact_once(request_key(form), encode, work, *args, **kwargs)


def request_key(form: TimebankForm) -> RequestKey:
    """This form's request: who sends it from which page, its token, and a hash of its answers."""
    answers = sorted(
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in {"csrf_token", "request_token"}
    )
    digest = hashlib.sha256(json.dumps(answers).encode()).hexdigest()
    scope = f"web:{current_actor().person_id}:{request.endpoint}"
    return RequestKey(scope=scope, key=str(form.request_token.data or new_token()), fingerprint=digest)

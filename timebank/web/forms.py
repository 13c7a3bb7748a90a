"""What forms share: a one-time token, so that a double tap books once, and typed text kept on errors."""

import hashlib
import json
import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from flask import request
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import HiddenField

from timebank.auth import actor_or_none
from timebank.domain.errors import InvalidInputError
from timebank.uow import Outcome, RequestKey, transact_once

P = ParamSpec("P")
T = TypeVar("T")


def new_token() -> str:
    """A request key of 128 random bits."""
    return secrets.token_urlsafe(16)


class TimebankForm(FlaskForm):  # type: ignore[misc]  # the base has no types
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
        if name not in {"csrf_token", "request_token", "proof"}
    )
    digest = hashlib.sha256(json.dumps(answers).encode()).hexdigest()
    actor = actor_or_none()
    scope = f"web:{actor.person_id if actor else 0}:{request.endpoint}"
    return RequestKey(scope=scope, key=str(form.request_token.data or new_token()), fingerprint=digest)


def read_day(text: str, field: str) -> date:
    """A day written as day/month/year in the field of that name.

    Raises:
        InvalidInputError: code ``day_not_understood``.
    """
    for pattern in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise InvalidInputError("day_not_understood", "Write the day like 23/11/2026.", field=field)

"""Trying digits or a password beyond the door, counted: a thief who is half-way in has few tries."""

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from flask import current_app
from sqlalchemy.orm import Session

from timebank.clock import now
from timebank.domain.errors import InvalidInputError
from timebank.services.signing_in.attempts import ALARM, clear_attempts, count_attempt, count_failure
from timebank.uow import transact

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger("timebank.sign_in")


def installation_key() -> str:
    """What the secrets of all apps are made with, beside each person's salt."""
    return str(current_app.extensions["timebank_settings"].secret_key)


def required() -> bool:
    """Whether the operator asks a second step of everybody with a role."""
    return str(current_app.extensions["timebank_settings"].staff_second_factor) == "required"


def counted(channel: str, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run ``work``, which judges what somebody typed; the try is counted before, on ``channel``.

    Signing in, changing the second step and proving a session are counted apart: whoever has a session of
    somebody's can't lock them out of the door.

    Raises:
        TooManyAttemptsError, TooManyTodayError: tried as often as a limit allows already.
        InvalidInputError: what was typed is wrong.
    """
    transact(count_attempt, channel, now=now())
    try:
        done = transact(work, *args, **kwargs)
    except InvalidInputError:
        if transact(count_failure, now=now()) > ALARM.count:
            logger.warning("many failures to sign in")
        raise
    transact(clear_attempts, channel)
    return done

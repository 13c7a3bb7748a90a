"""Trying the second step, counted: a thief with the right password has few tries at six digits."""

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from flask import current_app
from sqlalchemy.orm import Session

from timebank.clock import now
from timebank.domain.errors import InvalidInputError
from timebank.services.attempts import ALARM, clear_attempts, count_attempt, count_failure
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


def counted(
    person_id: int, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run ``work``, which judges digits or a code of this person; the try is counted before.

    Raises:
        TooManyAttemptsError, TooManyTodayError: tried as often as a limit allows already.
        InvalidInputError: what was typed is wrong.
    """
    channel = f"second:{person_id}"
    transact(count_attempt, channel, now=now())
    try:
        done = transact(work, *args, **kwargs)
    except InvalidInputError:
        if transact(count_failure, now=now()) > ALARM.count:
            logger.warning("many failures to sign in")
        raise
    transact(clear_attempts, channel)
    return done

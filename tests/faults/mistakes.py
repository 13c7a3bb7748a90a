"""The app with one guarantee taken out: what the bank must find, else it proves nothing."""

import uuid
from collections import Counter
from typing import Any

from flask import Flask

import timebank.answering as answering
import timebank.api.door as door
import timebank.database as database
import timebank.web.signing_in.sign_in as sign_in
from timebank.app import create_app
from timebank.services.signing_in.attempts import PER_CHANNEL
from timebank.uow import RequestKey, transact_once


def forget_keys() -> Flask:
    """Every request is taken for a new one, though it comes again under the same key."""

    def forgetful(request: RequestKey, *args: Any, **kwargs: Any) -> Any:
        return transact_once(
            RequestKey(request.scope, uuid.uuid4().hex, request.fingerprint), *args, **kwargs
        )

    door.transact_once = forgetful
    return create_app()


def trust_the_server() -> Flask:
    """It starts on a PostgreSQL that acknowledges what it hasn't written yet."""
    database.MUST_BE_ON = ("fsync",)
    return create_app()


def wait_for_ever() -> Flask:
    """It doesn't look whether the server is there at all while it waits for an answer."""
    answering.QUIET_SECONDS = 3600
    return create_app()


def count_apart() -> Flask:
    """Each worker counts by itself how often a card was tried."""
    tried: Counter[str] = Counter()

    def count(_session: Any, channel: str, **_moment: Any) -> None:
        tried[channel] += 1
        if tried[channel] > PER_CHANNEL[1].count:
            raise PER_CHANNEL[1].error

    sign_in.count_attempt = count
    return create_app()

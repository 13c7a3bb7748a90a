"""Work that an answer neither waits for nor tells about."""

import logging
import random
import threading
from collections.abc import Callable
from typing import ParamSpec

from flask import Flask, current_app

P = ParamSpec("P")

logger = logging.getLogger("timebank.later")
THREAD = "later"
DELAY_SECONDS = 1.0
"""On average: long after the answer, and not always at the same time after it."""


def after_answer(work: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Do ``work`` a moment after the answer, with the app's context and without the request's.

    Whoever measures how long an answer takes, or when the connection closes, learns nothing of it:
    work that began at once would slow the answer down (100 ms were measured).
    A worker that stops waits for it. In tests it is done at once.
    """
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own, without types

    def run() -> None:
        with app.app_context():
            try:
                work(*args, **kwargs)
            except Exception:
                logger.exception("left undone after an answer")

    if app.testing:
        run()
        return
    moment = DELAY_SECONDS * (0.5 + random.random())  # noqa: S311 - spread, not a secret
    timer = threading.Timer(moment, run)
    timer.name = THREAD
    timer.start()

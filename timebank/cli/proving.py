"""Replaying long books by several processes, each with a snapshot of its own."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from timebank.extensions import db
from timebank.ledger.proof import STRETCH, Replay, stretches_of
from timebank.ledger.replay import Replayed, Stretch, replay_stretch
from timebank.uow import reading


def processes_for(wanted: int | None) -> int:
    """How many processes to use: as many as were ``wanted`` or there are cores, one where books are short."""
    with reading() as session:
        total, stretches = stretches_of(session)
    if total <= STRETCH:
        return 1
    return min(wanted or os.cpu_count() or 1, len(stretches))


@contextmanager
def replaying(processes: int) -> Iterator[Replay | None]:
    """What ``check_books`` takes to share the work; None where one process does it all.

    Open it before the first read: connections aren't for two processes, so those that are there
    are closed, and each process opens its own.
    """
    if processes < 2:
        yield None
        return
    db.engine.dispose()
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        pool.submit(os.getpid).result()  # all of them are there from now on
        yield partial(pool.map, _replay)


def _replay(stretch: Stretch) -> Replayed:
    with reading() as session:
        return replay_stretch(session, stretch)

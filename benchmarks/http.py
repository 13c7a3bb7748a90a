"""A confirm over HTTP, as a share of a bare Flask view that inserts one row; both under gunicorn."""

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

from benchmarks.network import Place, make_network, open_app, plain_environment
from benchmarks.results import Result, rate, share
from tests.faults.bank import gunicorn
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.services.giving.favours import log_favour
from timebank.services.giving.new_favour import NewFavour
from timebank.services.network.actors import actor_of
from timebank.services.signing_in.tokens import create_token
from timebank.uow import reading, transact

ROOT = Path(__file__).resolve().parents[1]
CONNECTIONS = 6
GOAL = 0.55


def on_database(
    kind: str, url: str, bare_url: str, folder: Path, rounds: int, per_round: int
) -> list[Result]:
    """Confirms and inserts per second, in turn, and their ratio."""
    places = make_network(url, folder)
    with open_app(url, folder):
        token, favours = _log(places, (rounds + 1) * per_round)
    confirms, inserts = [], []
    body = json.dumps({}).encode()
    with _bare(bare_url, folder) as bare, gunicorn(url, folder / "outbox") as (address, _master):
        pool = ProcessPoolExecutor(CONNECTIONS, mp_context=get_context("spawn"))
        with pool:
            for number in range(rounds + 1):  # the first is there to warm up
                part = favours[number * per_round : (number + 1) * per_round]
                paths = [f"/api/v1/favours/{uid}/confirm" for uid in part]
                confirms.append(_per_second(pool, address, paths, token, body))
                inserts.append(_per_second(pool, bare, ["/rows"] * per_round, token, body))
    how = (
        f"gunicorn with sync workers on each side, {CONNECTIONS} clients, {per_round} requests in each of"
        f" {rounds} rounds in turn"
    )
    method = "POST /api/v1/favours/{uid}/confirm with a token and an Idempotency-Key"
    yardstick = "a bare Flask view that inserts one row with Flask-SQLAlchemy on the same database"
    name = f"{kind}, HTTP: confirms"
    return [
        rate(f"{kind}, HTTP: bare inserts", inserts[1:], f"{yardstick}; {how}"),
        rate(name, confirms[1:], f"{method}; {how}"),
        share(
            f"{name} / bare",
            confirms[1:],
            inserts[1:],
            f"{method}, as a share of {yardstick}; {how}",
            goal=GOAL,
        ),
    ]


def _log(places: list[Place], count: int) -> tuple[str, list[uuid.UUID]]:
    """Favours that their giver wrote down and one receiver has to confirm; that receiver's token."""
    here = [each for each in places if each.book_id == places[0].book_id]
    receiver, *givers = here
    moment = now()
    with reading() as session:
        actors = [actor_of(session, each.person_id, now=moment) for each in here]
    _row, token = transact(create_token, "bench", ["favours:write"], actor=actors[0], now=moment)
    uids = []
    for number in range(count):
        place, quarters = number % len(givers), 1 + number % 11
        new = NewFavour(
            antenna_id=receiver.antenna_id,
            giver_ids=(givers[place].member_id,),
            receiver_ids=(receiver.member_id,),
            done_on=network_day(moment) - timedelta(days=1 + number // 99),
            time_said=f"{15 * quarters} min",
        )
        uids.append(transact(log_favour, new, actor=actors[1 + place], now=moment).uid)
    return token, uids


def _per_second(pool: ProcessPoolExecutor, address: str, paths: list[str], token: str, body: bytes) -> float:
    parts = [paths[number::CONNECTIONS] for number in range(CONNECTIONS)]
    began = time.perf_counter()
    jobs = [pool.submit(send_all, address, part, token, body) for part in parts]
    for job in jobs:
        job.result()
    return len(paths) / (time.perf_counter() - began)


def send_all(address: str, paths: list[str], token: str, body: bytes) -> None:
    """Send one request after the other, each on a connection of its own, and see that it went well."""
    host, port = address.removeprefix("http://").split(":")
    for path in paths:
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
            f"Idempotency-Key: {uuid.uuid4()}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(head.encode() + body)
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer[:600].decode(errors="replace"))


@contextmanager
def _bare(url: str, folder: Path) -> Iterator[str]:
    """The bare view, served by as many workers as the product."""
    environment = plain_environment(BENCH_DATABASE_URL=url)
    subprocess.run([sys.executable, "-m", "benchmarks.bare"], cwd=ROOT, env=environment, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [
        "-m",
        "gunicorn",
        "--workers",
        "3",
        "--bind",
        bind,
        "--no-control-socket",
        "benchmarks.bare:app",
    ]
    with (folder / "bare.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            _wait_for(bind, server)
            yield f"http://{bind}"
        finally:
            server.terminate()
            server.wait(60)


def _wait_for(bind: str, server: "subprocess.Popen[bytes]") -> None:
    host, port = bind.split(":")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection((host, int(port)), timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(1)
            return
    raise RuntimeError(f"the bare view isn't served (pid {os.getpid()})")

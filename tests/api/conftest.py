"""Callers of the API, each with a token of their own."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.factories import World, make_world
from timebank.clock import now
from timebank.services.signing_in.tokens import SCOPES, create_token
from timebank.uow import transact

Call = Callable[..., Any]


@pytest.fixture
def world(app) -> World:
    """The cast, as of this moment: tokens and the API go by the clock."""
    return make_world(now())


@pytest.fixture
def call(client: FlaskClient, world: World) -> Call:
    """``call("ana", "POST", "/favours", {...}, key="k")``: an answer to this member of the cast."""
    tokens: dict[tuple[str, tuple[str, ...]], str] = {}

    def ask(
        name: str | None,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str | None = None,
        scopes: tuple[str, ...] = SCOPES,
        **headers: str,
    ) -> Any:
        sent = {word.replace("_", "-"): value for word, value in headers.items()}
        if key is not None:
            sent["Idempotency-Key"] = key
        if name is not None:
            if (name, scopes) not in tokens:
                made = transact(create_token, "test", scopes, actor=world.actor(name, now=now()), now=now())
                tokens[name, scopes] = made[1]
            sent["Authorization"] = f"Bearer {tokens[name, scopes]}"
        return client.open(f"/api/v1{path}", method=method, json=body, headers=sent)

    return ask

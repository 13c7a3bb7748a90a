"""Schemathesis sends what the API's document allows, and what it doesn't, and reads every answer."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from tests.factories import World, make_world
from timebank.clock import now
from timebank.services.signing_in.tokens import SCOPES, create_token
from timebank.uow import transact

EXPLAINED = [
    # A cursor, a member's id or a day can be right in form and yet be refused: no schema knows the books.
    positive_data_acceptance,
    # The token is put into every request below, so one "without" it is let in; a parameter that no route
    # knows is ignored, as everywhere on the web.
    negative_data_rejection,
]
few = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_api_keeps_its_word(app: Flask, world: World, mode: GenerationMode):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    actor = world.actor("cora", now=now())
    _row, secret = transact(create_token, "contract", SCOPES, actor=actor, now=now())
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    headers = {"Authorization": f"Bearer {secret}"}
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @few
        def ask(case):
            case.call_and_validate(headers=headers, excluded_checks=EXPLAINED)

        ask()
        tried += 1
    assert tried >= 20

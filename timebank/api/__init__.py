"""The JSON API, version 1: the same services and permissions as the pages, by personal token."""

from flask import Flask
from flask_smorest import Api

from timebank.api import (
    accounts,
    antennas,
    apart,
    asks,
    books,
    categories,
    certificates,
    consents,
    directory,
    erasures,
    evenness,
    favours,
    gatherings,
    gifts,
    matching,
    members,
    near_asks,
    offers,
    opening,
    participation,
    pools,
    population,
    proposals,
    questionnaires,
    referrals,
    releases,
    reports,
    roster,
    search,
    signals,
    stories,
    transfers,
)
from timebank.api.door import open_door
from timebank.api.problems import CONTENT_TYPE
from timebank.api.schemas import ProblemSchema
from timebank.extensions import csrf

BLUEPRINTS = (
    antennas.blp,
    members.blp,
    apart.blp,
    accounts.blp,
    favours.blp,
    gifts.blp,
    transfers.blp,
    books.blp,
    directory.blp,
    signals.blp,
    gatherings.blp,
    stories.blp,
    referrals.blp,
    releases.blp,
    reports.blp,
    asks.blp,
    near_asks.blp,
    matching.blp,
    offers.blp,
    categories.blp,
    proposals.blp,
    pools.blp,
    roster.blp,
    opening.blp,
    participation.blp,
    evenness.blp,
    consents.blp,
    consents.looks,
    search.blp,
    certificates.blp,
    population.blp,
    questionnaires.blp,
    erasures.blp,
    erasures.files,
)

for each in BLUEPRINTS:
    each.before_request(open_door)
    csrf.exempt(each)

DESCRIPTION = """Hours between neighbours. Minutes are integers, days are ISO dates, ids are UUIDs.
Send `Authorization: Bearer <token>`; make a token on the page 'Where I am signed in'. Every POST that moves or
writes hours needs an `Idempotency-Key`: the same key with the same body gives the same answer."""


class ProblemApi(Api):  # type: ignore[misc]  # the base has no types
    """Flask-Smorest's Api, whose document says that every error is a problem document (RFC 9457)."""

    ERROR_SCHEMA = ProblemSchema

    def _register_responses(self) -> None:
        self.DEFAULT_RESPONSE_CONTENT_TYPE = CONTENT_TYPE
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE


def register(app: Flask) -> None:
    """Bind the API and its document to the app."""
    app.config.update(
        API_TITLE="Timebank",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api",
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {"description": DESCRIPTION},
            "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
            "security": [{"token": []}],
        },
    )
    api = ProblemApi(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)

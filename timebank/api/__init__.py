"""The JSON API, version 1: the same services and permissions as the pages, by personal token."""

from flask import Flask
from flask_smorest import Api

from timebank.api import accounts, antennas, favours, gifts, members, transfers
from timebank.api.door import open_door
from timebank.extensions import csrf

BLUEPRINTS = (antennas.blp, members.blp, accounts.blp, favours.blp, gifts.blp, transfers.blp)

for each in BLUEPRINTS:
    each.before_request(open_door)
    csrf.exempt(each)

DESCRIPTION = """Hours between neighbours. Minutes are integers, days are ISO dates, ids are UUIDs.
Send `Authorization: Bearer <token>`; make a token on the page 'Where I am signed in'. Every POST that moves or
writes hours needs an `Idempotency-Key`: the same key with the same body gives the same answer."""


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
    api = Api(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)

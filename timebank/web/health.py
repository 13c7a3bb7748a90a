"""Whether the service lives and is ready, and the way from '/' to a language."""

from flask import Blueprint, Response, jsonify, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from timebank.auth import PUBLIC, access
from timebank.uow import reading
from timebank.web import current_language

health = Blueprint("health", __name__)


@health.get("/")
@access(PUBLIC)
def root() -> ResponseReturnValue:
    """To the home page in the language that the browser prefers."""
    response = redirect(url_for("web.home", lang=current_language()))
    response.headers["Vary"] = "Accept-Language"
    return response


@health.get("/healthz")
@access(PUBLIC)
def alive() -> Response:
    """The process answers; the database isn't asked."""
    return jsonify(status="alive")


@health.get("/readyz")
@access(PUBLIC)
def ready() -> ResponseReturnValue:
    """The database answers and its schema is there."""
    try:
        with reading() as session:
            version = session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    except SQLAlchemyError:
        return jsonify(status="not ready"), 503
    return jsonify(status="ready", schema=version)

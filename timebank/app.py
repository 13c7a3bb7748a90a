"""The composition root: one app from the settings, with both doors, the commands and the errors."""

import os
from datetime import timedelta
from typing import Any

from flask import Flask, g, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DataError, OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from timebank import api, auth, cli, web
from timebank.answering import CONNECT_SECONDS
from timebank.api import problems
from timebank.database import check_engine, prepare_engine
from timebank.domain.errors import TimebankError
from timebank.extensions import babel, csrf, db, login_manager, migrate
from timebank.log import begin_request, set_up_logging
from timebank.paths import data_dir
from timebank.settings import Settings
from timebank.web import errors

CONTENT_SECURITY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application; ``settings`` come from the environment unless given.

    Raises:
        SettingsError: settings that would be unsafe or can't be read.
        UnsafeDatabaseError: a PostgreSQL that may lose what it acknowledged.
    """
    settings = settings or Settings.from_env(os.environ)
    app = Flask(
        "timebank",
        template_folder=str(data_dir("templates")),
        static_folder=str(data_dir("static")),
        static_url_path="/static",
    )
    app.config.update(_config(settings))
    app.extensions["timebank_settings"] = settings
    set_up_logging(settings.log_level)
    _bind_extensions(app)
    web.register(app)
    api.register(app)
    cli.register(app)
    for kind in (TimebankError, HTTPException, OperationalError, DataError, OverflowError):
        app.register_error_handler(kind, _render_error)
    app.before_request(_start)
    app.after_request(_finish)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        proxied = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = proxied  # type: ignore[method-assign]  # the way that Flask documents
    return app


def _config(settings: Settings) -> dict[str, Any]:
    secure = settings.base_url.startswith("https://")
    return {
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
        "MAX_CONTENT_LENGTH": settings.max_content_length,
        # The browser itself then refuses this cookie from another host, or without https.
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": timedelta(days=30),
        "TRUSTED_HOSTS": list(settings.allowed_hosts) or None,
        "WTF_CSRF_TIME_LIMIT": None,
        "BABEL_DEFAULT_LOCALE": "en",
        "TESTING": settings.env == "testing",
    }


def engine_options(url: str) -> dict[str, Any]:
    """What an engine for this database is made with: PostgreSQL is never waited for without end."""
    if not url.startswith("postgresql"):
        return {}
    timeouts = "-c lock_timeout=2500 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000"
    return {"connect_args": {"connect_timeout": CONNECT_SECONDS, "options": timeouts}}


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db)
    login_manager.init_app(app)
    babel.init_app(app, locale_selector=web.current_language)
    csrf.init_app(app)
    auth.register(app)
    with app.app_context():
        prepare_engine(db.engine)
        check_engine(db.engine)


def _render_error(error: Exception) -> ResponseReturnValue:
    """An error nobody caught, by the door that the request came through."""
    if f"{request.path}/".startswith("/api/"):
        return problems.render_error(error)
    return errors.render_error(error)


def _start() -> None:
    g.request_id = begin_request(request.headers.get("X-Request-ID"))
    request.environ["timebank.route"] = request.url_rule.rule if request.url_rule else "-"


def _finish(response: Any) -> ResponseReturnValue:
    """Headers for every answer: nothing is framed, sniffed, kept or run that isn't ours."""
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    response.headers["X-Request-ID"] = g.get("request_id", "-")
    answer: ResponseReturnValue = response
    return answer

"""The pages: one module for each aggregate, all under ``/<language>/``, none needs JavaScript."""

from itertools import chain
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g, request

from timebank.domain.channels import LANGUAGES

bp = Blueprint("web", __name__, url_prefix=f"/<any({', '.join(LANGUAGES)}):lang>")


@bp.url_value_preprocessor
def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.lang = (values or {}).pop("lang", "en")


@bp.before_request
def _refuse_what_no_keyboard_types() -> None:
    """A NUL in an address or answer: PostgreSQL takes none, and nobody typed it."""
    answers = chain(request.form.values(), request.args.values(), (request.path,))
    if any("\x00" in answer for answer in answers):
        abort(400)


def current_language() -> str:
    """The language of this page: the address says it, or the browser prefers it, or it is the usual one."""
    if "lang" in g:
        return str(g.lang)
    usual: str = current_app.extensions["timebank_settings"].default_language
    return request.accept_languages.best_match(LANGUAGES) or usual if request else usual


def register(app: Flask) -> None:
    """Bind every page, and the words and context that they share, to the app."""
    from timebank.web import context, health, health_note, pages, words
    from timebank.web.asking import ask_words
    from timebank.web.promising import calendar

    @app.url_defaults
    def _give_language(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint.startswith("web.") and "lang" not in values:
            values["lang"] = current_language()

    pages.load()
    app.register_blueprint(bp)
    app.register_blueprint(health.health)
    app.register_blueprint(calendar.files)
    context.register(app)
    words.register(app)
    health_note.register(app)
    ask_words.register(app)

"""The pages: one module for each aggregate, all under ``/<language>/``, none needs JavaScript."""

from typing import Any

from flask import Blueprint, Flask, g, request

from timebank.domain.channels import LANGUAGES

bp = Blueprint("web", __name__, url_prefix=f"/<any({', '.join(LANGUAGES)}):lang>")


@bp.url_value_preprocessor
def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.lang = (values or {}).pop("lang", "en")


def current_language() -> str:
    """The language of this page: the address says it, or else what the browser prefers."""
    if "lang" in g:
        return str(g.lang)
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0] if request else LANGUAGES[0]


def register(app: Flask) -> None:
    """Bind every page, and the words and context that they share, to the app."""
    from timebank.web import ask_words, context, health, pages, words

    @app.url_defaults
    def _give_language(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint.startswith("web.") and "lang" not in values:
            values["lang"] = current_language()

    pages.load()
    app.register_blueprint(bp)
    app.register_blueprint(health.health)
    context.register(app)
    words.register(app)
    ask_words.register(app)

"""A gentle word after a note was kept that seems to tell about someone's health."""

from flask import Flask, Response, flash, request
from flask_babel import gettext as _

from timebank.intake.health import health_hint

NOTES = frozenset(
    {"note", "notes", "reason", "settlement", "thanks", "wish", "words", "about_words", "message"}
    | {"handed", "consent_words", "consent_note", "beside_words", "refusal", "decision", "translation"}
)
"""Every field in which people write freely about people; a test reads the templates for others."""


def register(app: Flask) -> None:
    """Look at what was kept, on every page."""
    app.after_request(_hint)


def _hint(response: Response) -> Response:
    """Saving stays possible: what is said is to be taken out again, not refused."""
    kept = request.method == "POST" and response.status_code == 302
    if kept and request.endpoint and request.endpoint.startswith("web."):
        said = [request.form[name] for name in NOTES if name in request.form]
        if any(health_hint(text) for text in said):
            words = _(
                "What you wrote seems to tell about someone's health. Keep tasks and wishes, not illnesses: "
                "take it out again if you can."
            )
            flash(words, "info")
    return response

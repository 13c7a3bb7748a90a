"""The JSON API, version 1."""

from flask import Flask


def register(app: Flask) -> None:
    """Bind the API to the app."""
    app.config.setdefault("API_TITLE", "Timebank")

"""Errors as pages and as sentences beside fields, in the reader's language.

Every code that the timebank can raise has its sentence here; a test walks the source for codes.
"""

import logging
from typing import Any

from flask import g, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from wtforms import FormField

from timebank.database import is_number_too_large
from timebank.domain.errors import TimebankError
from timebank.web.error_texts import ERROR_TEXTS

logger = logging.getLogger("timebank.errors")
PAGES = frozenset({400, 403, 404, 409, 413, 429, 500, 503})
GENERAL = _l("Something went wrong. Nothing was lost: go back and try again, or call your antenna.")


def text_of(error: TimebankError) -> str:
    """The sentence for this error in the reader's language, filled in."""
    text = ERROR_TEXTS.get(error.error_code)
    return str(GENERAL) if text is None else str(text) % _Params(error.params)


def show_error(form: FlaskForm, error: TimebankError) -> int:
    """Put the error's sentence at its field, or on top of the form; the status to answer with.

    The refusal is kept under the token that the form was sent with: what is sent next gets a new one.
    """
    name = str(error.params.get("field", ""))
    target = form._fields.get(getattr(form, "error_fields", {}).get(name, name))
    if isinstance(target, FormField):
        target = next(iter(target.form))
    errors = list(target.errors if target is not None else form.form_errors)
    if target is not None:
        target.errors = [*errors, text_of(error)]
    else:
        form.form_errors = [*errors, text_of(error)]
    token = form._fields.get("request_token")
    if token is not None:
        token.data = token.default()
    return error.status


class _Params(dict[str, Any]):
    """Parameters of a sentence; one that the error lacks stays empty rather than break the page."""

    def __missing__(self, key: str) -> str:
        return ""


def render_error(error: Exception) -> ResponseReturnValue:
    """What nobody caught, as a page."""
    if isinstance(error, TimebankError):
        return _page(error.status, text_of(error), error.error_code), error.status
    if isinstance(error, OperationalError):
        return _busy_page(error)
    if is_number_too_large(error):
        return _page(404), 404
    if not isinstance(error, HTTPException):
        raise error
    if error.response is not None or error.code is None or error.code < 400:
        return error
    return _page(error.code), error.code


def _busy_page(error: OperationalError) -> ResponseReturnValue:
    """The database is away: nothing was booked by half, and the reader is told to come back."""
    logger.error("database away", exc_info=error)
    return _page(503), 503, {"Retry-After": "30"}


def _page(status: int, text: str | None = None, code: str | None = None) -> str:
    name = status if status in PAGES else (400 if status < 500 else 500)
    return render_template(
        f"errors/{name}.html", error_text=text, error_code=code, request_id=g.get("request_id")
    )

"""Errors as RFC 9457 problems: a stable type and code, and a sentence in English."""

from collections.abc import Iterator
from typing import Any

from flask import Response, g, json
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from timebank.database import is_number_too_large
from timebank.domain.errors import BusyError, NotFoundError, TimebankError

CONTENT_TYPE = "application/problem+json"
CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "method",
    413: "body_big",
    422: "invalid_input",
}


def render_error(error: Exception) -> Response:
    """What nobody caught, as a problem."""
    if isinstance(error, TimebankError):
        return problem_of(error)
    if isinstance(error, OperationalError):
        return problem_of(BusyError())
    if is_number_too_large(error):
        return problem_of(NotFoundError())
    if isinstance(error, HTTPException):
        return http_problem(error)
    raise error


def problem_of(error: TimebankError) -> Response:
    """A refusal of the timebank."""
    field = error.params.get("field")
    faults = [{"pointer": f"#/{field}", "code": error.error_code, "detail": error.text}] if field else []
    answer = problem(error.status, error.error_code, error.text, faults)
    if error.status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="timebank"'
    return answer


def http_problem(error: HTTPException) -> Response:
    """A refusal of the framework: not found, wrong method, a body that can't be read."""
    status = error.code or 500
    faults = list(_faults(error))
    detail = "Some of what you sent can't be taken." if faults else str(error.description or error.name)
    answer = problem(status, CODES.get(status, f"http_{status}"), detail, faults)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "www-authenticate", "retry-after"}:
            answer.headers[name] = value
    return answer


def _faults(error: HTTPException) -> Iterator[dict[str, Any]]:
    """What a schema refused, one fault for each place."""
    data = getattr(error, "data", None) or {}
    for place in (data.get("messages") or {}).values():
        yield from _flat("", place)


def _flat(pointer: str, messages: Any) -> Iterator[dict[str, Any]]:
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _flat(f"{pointer}/{name}", inner)
    else:
        for message in messages if isinstance(messages, list) else [messages]:
            yield {"pointer": f"#{pointer}", "code": "invalid_input", "detail": str(message)}


def problem(status: int, code: str, detail: str, faults: list[dict[str, Any]]) -> Response:
    """One problem document."""
    body = {
        "type": f"/problems/{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": status,
        "detail": detail,
        "code": code,
        "errors": faults,
        "request_id": g.get("request_id", "-"),
    }
    return Response(json.dumps(body), status=status, content_type=CONTENT_TYPE)

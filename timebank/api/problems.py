"""Errors as RFC 9457 problems: a stable type and code, and a sentence in English."""

from typing import Any

from flask import Response, g, json
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from timebank.domain.errors import BusyError, TimebankError

CONTENT_TYPE = "application/problem+json"
CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "method",
    422: "invalid_input",
}


def render_error(error: Exception) -> Response:
    """What nobody caught, as a problem."""
    if isinstance(error, TimebankError):
        return problem_of(error)
    if isinstance(error, OperationalError):
        return problem_of(BusyError())
    if isinstance(error, HTTPException):
        return http_problem(error)
    raise error


def problem_of(error: TimebankError) -> Response:
    """A refusal of the timebank."""
    field = error.params.get("field")
    faults = [{"pointer": f"#/{field}", "code": error.error_code, "detail": error.text}] if field else []
    return problem(error.status, error.error_code, error.text, faults)


def http_problem(error: HTTPException) -> Response:
    """A refusal of the framework: not found, wrong method, a body that can't be read."""
    status = error.code or 500
    answer = problem(status, CODES.get(status, f"http_{status}"), str(error.description or error.name), [])
    for name, value in error.get_headers():
        if name.lower() in {"allow", "www-authenticate", "retry-after"}:
            answer.headers[name] = value
    return answer


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

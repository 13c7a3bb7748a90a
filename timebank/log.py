"""Structured logs: one JSON object a line, with the request's id and nothing about people.

A line holds what the code said (``message``, a constant with ids in it) and named extras that are
on the list below. Names, addresses, telephone numbers, query strings and IP addresses never go in.
"""

import json
import logging
import re
import sys
import uuid
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO

request_id: ContextVar[str] = ContextVar("timebank_request_id", default="-")
"""The id of the request at hand, or ``-`` outside one; it stands on error pages too."""

EXTRAS = frozenset(
    {"actor_id", "antenna_id", "attempt", "code", "command", "count", "endpoint", "kind"}
    | {"method", "milliseconds", "route", "status", "task", "transfer_id", "uid"}
)
"""What ``extra={...}`` may carry. Anything else is left out: a forgotten name does no harm then."""

_SENT_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_ADDRESS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
_PHONE = re.compile(r"(?<![\w.-])(?:\+|00|0)\d(?:[ ./]?\d){7,12}(?!\w)")


_IP = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])")
_QUERY = re.compile(r"(?<=\S)\?[^\s\"']+=[^\s\"']*")


def begin_request(sent: str | None) -> str:
    """Set the request's id: the proxy's if it is a plain token of 8 to 64 characters, or a new one."""
    chosen = sent if sent and _SENT_ID.fullmatch(sent) else uuid.uuid4().hex
    request_id.set(chosen)
    return chosen


def scrub(text: str) -> str:
    """``text`` without mail addresses, telephone numbers, query strings and readers' IP addresses."""
    for pattern, instead in ((_ADDRESS, "[mail]"), (_QUERY, "?[query]"), (_IP, _ip), (_PHONE, "[phone]")):
        text = pattern.sub(instead, text)
    return text


def _ip(found: re.Match[str]) -> str:
    """This machine's own addresses are nobody's and tell an operator where the server listens."""
    own = found.group().startswith("127.") or found.group() == "0.0.0.0"  # noqa: S104 - only read
    return found.group() if own else "[ip]"


class JsonFormatter(logging.Formatter):
    """One record as one line of JSON: time (UTC), level, logger, request, message, extras, error."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's line. An exception gives its class and where it came from, not its text."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": request_id.get(),
            "message": scrub(record.getMessage()),
        }
        line |= {name: value for name, value in vars(record).items() if name in EXTRAS}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["at"] = _frames(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def _frames(traceback: Any) -> list[str]:
    """The last dozen frames as ``file:line function``; values and SQL parameters stay out of logs."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return found[-12:]


def set_up_logging(level: str, stream: TextIO | None = None) -> None:
    """Send every logger's lines to ``stream`` (standard output) as JSON, from ``level`` up."""
    handler = logging.StreamHandler(stream or sys.stdout)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    for old in [each for each in root.handlers if isinstance(each.formatter, JsonFormatter)]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # a dozen lines at each start

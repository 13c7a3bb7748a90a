"""Logs: one JSON object a line, and nobody's name, address or number in it."""

import io
import json
import logging

import pytest

from timebank.log import JsonFormatter, begin_request, request_id, scrub, set_up_logging


@pytest.fixture
def lines():
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    set_up_logging("INFO", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:] = before
    root.setLevel(level)


def test_a_line_says_when_where_and_for_which_request(lines):
    begin_request("from-the-proxy-1")
    logging.getLogger("timebank.example").warning("favour %s stays", 12, extra={"antenna_id": 3})
    (line,) = lines()
    assert line["time"].endswith("+00:00")
    assert (line["level"], line["logger"]) == ("warning", "timebank.example")
    assert (line["request"], line["message"], line["antenna_id"]) == (
        "from-the-proxy-1",
        "favour 12 stays",
        3,
    )


def test_extras_that_are_not_on_the_list_are_left_out(lines):
    logging.getLogger("timebank.example").info("signed in", extra={"member_name": "Ana Peeters"})
    assert "Ana" not in json.dumps(lines())


@pytest.mark.parametrize(
    "private",
    [
        "ana.peeters@example.org",
        "0479 12 34 56",
        "+32 479 12 34 56",
        "02/123.45.67",
        "0032479123456",
        "192.0.2.17",
        "/nl/aanmelden?code=123456",
    ],
)
def test_addresses_and_numbers_are_scrubbed_from_messages(private):
    said = scrub(f"could not handle {private} just now")
    assert said.startswith("could not handle ")
    assert said.endswith(" just now")
    assert private not in said


@pytest.mark.parametrize(
    "plain",
    [
        "2026-11-23 took 45 minutes",
        "listening on 127.0.0.1:8000",
        "gunicorn 27.0.1",
        "really? yes",
        "pid 123456789012",
    ],
)
def test_what_tells_nothing_of_people_stays(plain):
    assert scrub(plain) == plain


def test_an_error_gives_its_class_and_place_but_not_what_was_typed(lines):
    try:
        raise ValueError("Ana Peeters, Dorpsstraat 12")
    except ValueError:
        logging.getLogger("timebank.example").exception("a page failed")
    (line,) = lines()
    assert line["error"] == "ValueError"
    assert "test_log.py" in line["at"][-1]
    assert "Dorpsstraat" not in json.dumps(line)


def test_an_id_that_is_no_plain_token_is_replaced():
    assert begin_request('x" injected\nline') != 'x" injected\nline'
    assert begin_request(None) == request_id.get()
    assert len(begin_request("short")) == 32


def test_setting_logging_up_twice_writes_each_line_once(lines):
    count = len(logging.getLogger().handlers)
    set_up_logging("INFO", io.StringIO())
    handlers = logging.getLogger().handlers
    assert len(handlers) == count
    assert sum(isinstance(each.formatter, JsonFormatter) for each in handlers) == 1

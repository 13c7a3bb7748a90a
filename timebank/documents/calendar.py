"""Calendars as other programs read them: iCalendar (RFC 5545), written out by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE_OCTETS = 75
"""RFC 5545 3.1: no line is longer, its end not counted; a longer one goes on after a blank."""


@dataclass(frozen=True)
class CalendarEntry:
    """One event. ``starts`` and ``ends`` are instants (aware), or a day and None for a whole day.

    ``uid`` stays the same for good; ``sequence`` rises with every change.
    """

    uid: str
    sequence: int
    starts: datetime | date
    ends: datetime | None
    summary: str
    cancelled: bool


def calendar_file(name: str, entries: Iterable[CalendarEntry], *, at: datetime) -> bytes:
    """The calendar called ``name``, as it stands ``at`` this instant, in UTF-8 with CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Timebank//Promises//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for entry in entries:
        lines.extend(_event(entry, at))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: CalendarEntry, at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_instant(at)}"
    if isinstance(entry.starts, datetime):
        yield f"DTSTART:{_instant(entry.starts)}"
        if entry.ends is not None:
            yield f"DTEND:{_instant(entry.ends)}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.starts:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.starts + timedelta(days=1):%Y%m%d}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield "END:VEVENT"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545 3.3.11; a carriage return has no place in it."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never within a letter."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

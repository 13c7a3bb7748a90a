"""Numbers that come as text from a form or an address."""

MOST_DIGITS = 15
"""Longer than any id or number here, and shorter than what a database can't hold."""


def number_in(text: str | None) -> int | None:
    """The whole number that ``text`` is; None where it is anything else, such as '²', or no id can be so long."""
    return int(text) if text is not None and text.isdecimal() and len(text) <= MOST_DIGITS else None

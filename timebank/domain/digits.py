"""Numbers that come as text from a form or an address."""

NUMBER_MAX = 2**31 - 1
"""The largest that a column of whole numbers holds on PostgreSQL; no number or id here comes near."""
MOST_DIGITS = len(str(NUMBER_MAX))


def number_in(text: str | None) -> int | None:
    """The whole number that ``text`` is; None where it is anything else, such as '²', or no column can hold it."""
    if text is None or not text.isdecimal() or len(text) > MOST_DIGITS:
        return None
    number = int(text)
    return number if number <= NUMBER_MAX else None

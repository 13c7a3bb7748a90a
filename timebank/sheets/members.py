"""Members from a coordinator's sheet."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import phonenumbers

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name
from timebank.sheets.cells import birth_year_of, day_of, text_of, whole_of
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault, MemberRow, MemberRows

CHANNEL_WORDS = {
    ContactChannel.PHONE: "telefoon tel gsm telephone phone",
    ContactChannel.LETTER: "brief post courrier lettre letter",
    ContactChannel.MAIL: "mail email courriel",
    ContactChannel.TALK: "bezoek visite talk gesprek visit",
}
LANGUAGE_WORDS = {
    "nl": "nl nederlands neerlandais dutch",
    "fr": "fr frans francais french",
    "en": "en engels anglais english",
}


def parse_member_rows(sheet: Sheet, columns: dict[str, int], *, today: dt.date) -> MemberRows:
    """Every member that the sheet tells, and every row that can't be taken, with why."""
    return member_rows(sheet, sheet.first_row, lambda number, cells: _member(number, cells, columns, today))


def member_rows(sheet: Sheet, first: int, one: Callable[[int, Sequence[Any]], MemberRow]) -> MemberRows:
    """Every member of the sheet whose first row has the number ``first``, and every fault.

    Two rows with one member number are one row and a fault.
    """
    rows: list[MemberRow] = []
    faults: list[Fault] = []
    seen: dict[int, int] = {}
    count = 0
    for number, cells in enumerate(sheet.rows, first):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            row = one(number, cells)
            if row.number is not None and row.number in seen:
                raise InvalidInputError(
                    "number_twice",
                    "Number {number} stands in row {other} too.",
                    number=row.number,
                    other=seen[row.number],
                )
            rows.append(row)
            seen[row.number or -number] = number
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return MemberRows(count, tuple(rows), tuple(faults))


def member_number(cell: Any) -> int | None:
    """The member number that a cell says, or None if it is blank.

    Raises:
        InvalidInputError: ``number_invalid``.
    """
    wanted = text_of(cell)
    if wanted and not whole_of(wanted):
        raise InvalidInputError("number_invalid", "{number} is no member number.", number=wanted[:40])
    return whole_of(wanted)


def split_name(given: str, family: str, whole: str) -> tuple[str, str]:
    """Given and family name, from two columns or from one; one name alone is the given one.

    ``whole`` beside a given name is the family name, as in sheets with 'Naam' and 'Voornaam'.

    Raises:
        InvalidInputError: ``name_missing``.
    """
    if given and not family:
        family = whole if fold_name(whole) != fold_name(given) else ""
        family = family.removeprefix(f"{given} ").removesuffix(f" {given}")
    if not given:
        given, _, family = (whole or family).partition(" ") if whole or family else ("", "", "")
    if not given:
        raise InvalidInputError("name_missing", "There is no name in this row.")
    return given, family


def channel_of(words: str, email: str) -> ContactChannel:
    """The channel that these words mean; a mail without address becomes a call."""
    folded = fold_name(words).replace("e mail", "mail")
    for channel, known in CHANNEL_WORDS.items():
        if folded and folded in known.split():
            return ContactChannel.PHONE if channel is ContactChannel.MAIL and not email else channel
    return ContactChannel.PHONE


def national_phone(text: str) -> tuple[str, str]:
    """(number as Belgians write it, warning): a number that can't be is kept as it was, with a warning."""
    if not text:
        return "", ""
    try:
        parsed = phonenumbers.parse(text, "BE")
    except phonenumbers.NumberParseException:
        return text, "phone_unusual"
    if not phonenumbers.is_possible_number(parsed):
        return text, "phone_unusual"
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == 32
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, style), ""


def _member(number: int, cells: Sequence[Any], columns: dict[str, int], today: dt.date) -> MemberRow:
    def cell(name: str) -> Any:
        place = columns.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    given, family = split_name(*(text_of(cell(each)) for each in ("given_name", "family_name", "name")))
    email = text_of(cell("email"))
    phone, phone_warning = national_phone(text_of(cell("phone")))
    warnings = [phone_warning] if phone_warning else []
    if email and "@" not in email:
        warnings.append("email_unusual")
        email = ""
    born = birth_year_of(cell("birth_year"), today)
    if born is not None and not 1890 <= born <= today.year:
        warnings.append("birth_year_unusual")
        born = None
    joined = day_of(cell("joined_on"), today) if text_of(cell("joined_on")) else None
    language = fold_name(text_of(cell("language")))
    return MemberRow(
        row=number,
        given_name=given,
        family_name=family,
        number=member_number(cell("number")),
        street=text_of(cell("street")),
        house_number=text_of(cell("house_number")),
        postal_code=text_of(cell("postal_code")),
        birth_year=born,
        phone=phone,
        email=email,
        channel=channel_of(text_of(cell("channel")), email),
        joined_on=joined,
        language=next(
            (code for code, words in LANGUAGE_WORDS.items() if language and language in words.split()), ""
        ),
        warnings=tuple(warnings),
    )

"""Members from a coordinator's sheet."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import phonenumbers

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name
from timebank.sheets.cells import day_of, text_of, whole_of
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
    rows: list[MemberRow] = []
    faults: list[Fault] = []
    seen: dict[int, int] = {}
    count = 0
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            row = _member(number, cells, columns, today)
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

    given, family = _name(text_of(cell("given_name")), text_of(cell("family_name")), text_of(cell("name")))
    wanted = text_of(cell("number"))
    if wanted and not whole_of(wanted):
        raise InvalidInputError("number_invalid", "{number} is no member number.", number=wanted[:40])
    email = text_of(cell("email"))
    phone, phone_warning = national_phone(text_of(cell("phone")))
    warnings = [phone_warning] if phone_warning else []
    if email and "@" not in email:
        warnings.append("email_unusual")
        email = ""
    born = _birth_year(cell("birth_year"), today)
    if born is not None and not 1890 <= born <= today.year:
        warnings.append("birth_year_unusual")
        born = None
    joined = day_of(cell("joined_on"), today) if text_of(cell("joined_on")) else None
    language = fold_name(text_of(cell("language")))
    return MemberRow(
        row=number,
        given_name=given,
        family_name=family,
        number=whole_of(cell("number")),
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


def _name(given: str, family: str, whole: str) -> tuple[str, str]:
    """Given and family name, from two columns or from one; one name alone is the given one."""
    if not given and not family:
        given, _, family = whole.partition(" ")
    if not given and not family:
        raise InvalidInputError("name_missing", "There is no name in this row.")
    return (given, family) if given else (family, "")


def _birth_year(cell: Any, today: dt.date) -> int | None:
    """The year, also where the whole day of birth is written."""
    if whole_of(cell) is not None or not text_of(cell):
        return whole_of(cell)
    try:
        return day_of(cell, today).year
    except InvalidInputError:
        return 0

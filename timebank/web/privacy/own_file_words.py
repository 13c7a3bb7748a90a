"""The tables and columns of a person's own file in words; what has none is an id, kept in the JSON only."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.models.favour import Side
from timebank.services.privacy.own_file import OwnFile
from timebank.web.asking.ask_words import ASK_WORDS, PROPOSAL_WORDS
from timebank.web.books.book_words import TRANSFER_WORDS
from timebank.web.privacy.consent_words import CONSENT_TITLES, LOOK_REASONS
from timebank.web.referring.referral_forms import REFERRAL_WORDS
from timebank.web.words import (
    CATEGORY_WORDS,
    CHANNEL_WORDS,
    DEED_WORDS,
    STATE_WORDS,
    long_date,
    minutes_words,
)

SECTION_WORDS = {
    "person": _l("Who you are"),
    "member": _l("Your places in antennas"),
    "earlier_account": _l("Accounts that you had earlier"),
    "member_step": _l("Steps of your membership"),
    "role_mandate": _l("Roles"),
    "helper": _l("Who acts for you, or for whom you act"),
    "signal": _l("Signals about you (ask your coordinator to talk them over)"),
    "gift": _l("Hours given without help"),
    "favour": _l("Help given and received"),
    "favour_confirmation": _l("Who agreed"),
    "transfer": _l("Hours in the books"),
    "ask": _l("What you asked"),
    "ask_window": _l("When it suited you"),
    "referral": _l("Referrals to a service"),
    "proposal": _l("Questions and promises"),
    "offer": _l("What you like to do"),
    "offer_kind": _l("Kinds of help"),
    "attendance": _l("When you came to a gathering"),
    "questionnaire_answer": _l("Questionnaires that you answered"),
    "story": _l("Stories that you told"),
    "story_photo": _l("Photos beside your stories (look at them with the story)"),
    "hours_wish": _l("Your wish for your hours"),
    "certificate": _l("Certificates of participation"),
    "member_consent": _l("What you said yes to"),
    "partner_look": _l("Who asked whether you take part"),
    "audit_entry": _l("Who did something for you"),
    "shown_list": _l("When you were proposed for an ask"),
    "duty": _l("Turns at the phone or table"),
    "hold": _l("What you had in hand at the desk"),
    "notice": _l("Letters and messages"),
    "calendar_feed": _l("Addresses for a calendar"),
    "api_token": _l("Keys for other programs"),
    "sign_in_code": _l("Codes by e-mail"),
    "staff_password": _l("Password (only a check of it)"),
    "second_factor": _l("The second step when you sign in (its secret isn't kept)"),
    "recovery_code": _l("Recovery codes (only a check of them)"),
    "login_session": _l("Where you signed in"),
    "printed_card": _l("Printed cards"),
    "card_code": _l("Codes on a card (only a check of them)"),
}
FIELD_WORDS = {
    "given_name": _l("First name"),
    "family_name": _l("Family name"),
    "phone": _l("Phone"),
    "email": _l("E-mail"),
    "street": _l("Street"),
    "house_number": _l("House number"),
    "building": _l("Building"),
    "postal_code": _l("Postal code"),
    "birth_year": _l("Year of birth"),
    "gender_words": _l("Gender, in your words"),
    "number": _l("Member number"),
    "joined_on": _l("Member since"),
    "ended_on": _l("Ended on"),
    "message": _l("Your message"),
    "words": _l("In words"),
    "translation": _l("Translation"),
    "use_until": _l("Until"),
    "score": _l("Score"),
    "note": _l("Note"),
    "thanks": _l("Thanks"),
    "stated": _l("Time, as it was said"),
    "minutes": _l("How long"),
    "done_on": _l("Day"),
    "on_day": _l("Day"),
    "category": _l("What"),
    "channel": _l("How"),
    "place": _l("Place"),
    "drop_point": _l("Where it was handed in"),
    "asker_phone": _l("Phone"),
    "consent_note": _l("Note about the yes"),
    "consent_words": _l("Words of the yes"),
    "consent_on": _l("Yes on"),
    "handed": _l("Given along"),
    "dispute_reason": _l("What wasn't right"),
    "settlement": _l("How it was settled"),
    "heard_from": _l("Heard from"),
    "wish": _l("With the wish"),
    "end_note": _l("How it ended"),
    "witness": _l("Heard by"),
    "said_on": _l("Said on"),
    "ends_on": _l("Until"),
    "starts_on": _l("From"),
    "told_at": _l("Told on"),
    "asked_at": _l("Asked on"),
    "made_on": _l("Made on"),
    "since": _l("Since"),
    "times": _l("How many times"),
    "counted_from": _l("Counted from"),
    "counted_until": _l("Counted until"),
    "made_at": _l("Written down on"),
    "created_at": _l("Written down on"),
    "recorded_at": _l("Written down on"),
    "noted_at": _l("Written down on"),
    "written_at": _l("Written down on"),
    "written_on": _l("Written down on"),
    "at": _l("When"),
    "device": _l("On which device"),
    "name": _l("Name"),
}


def _by_code(words: Mapping[Any, Any]) -> dict[str, LazyString]:
    """Words by the code as the file holds it; of words with a kind of tag, the words."""
    return {str(code): said[0] if isinstance(said, tuple) else said for code, said in words.items()}


CODE_WORDS: dict[tuple[str, str], tuple[LazyString, Mapping[str, LazyString]]] = {
    ("ask", "state"): (_l("How it stands"), _by_code(ASK_WORDS)),
    ("audit_entry", "action"): (_l("What"), DEED_WORDS),
    ("favour", "state"): (_l("How it stands"), _by_code(STATE_WORDS)),
    ("gift", "state"): (
        _l("How it stands"),
        {
            "proposed": _l("waits for a second person"),
            "booked": _l("given"),
            "declined": _l("not given"),
            "reversed": _l("taken back"),
        },
    ),
    ("gift", "kind"): (_l("What"), _by_code(TRANSFER_WORDS)),
    ("member_consent", "purpose"): (_l("What"), _by_code(CONSENT_TITLES)),
    ("member_step", "step"): (
        _l("What"),
        {
            "accept": DEED_WORDS["accept_member"],
            "decline": DEED_WORDS["member_decline"],
            "pause": DEED_WORDS["member_pause"],
            "resume": DEED_WORDS["member_resume"],
            "move": DEED_WORDS["member_move"],
            "leave": DEED_WORDS["member_leave"],
            "die": DEED_WORDS["member_die"],
        },
    ),
    ("partner_look", "reason"): (_l("Why"), _by_code(LOOK_REASONS)),
    ("proposal", "state"): (_l("How it stands"), _by_code(PROPOSAL_WORDS)),
    ("referral", "state"): (_l("How it stands"), _by_code(REFERRAL_WORDS)),
    ("transfer", "kind"): (_l("What"), _by_code(TRANSFER_WORDS)),
}
"""Columns that hold a code: how the column is called, and each code in words."""

SAID_ELSEWHERE = {"favour_party"}
"""Tables that the paper leaves out: which side someone stood on is said with each favour."""
_GIVEN, _RECEIVED = _l("Given"), _l("Received")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = Mapping[str, Any]


def sections_in_words(made: OwnFile) -> list[tuple[str, list[list[tuple[str, str]]]]]:
    """(heading, rows of (words, value)): what has words and says something; the rest stands in the JSON."""
    tables = {
        section.table: [dict(zip(section.columns, row, strict=True)) for row in section.rows]
        for section in made.sections
    }
    given = _what_was_given(tables)
    found = []
    for table, rows in tables.items():
        if table not in SAID_ELSEWHERE:
            said = [_row_in_words(table, row, given.get((table, row.get("id")))) for row in rows]
            found.append((str(SECTION_WORDS[table]), [row for row in said if row]))
    return found


def _what_was_given(tables: Mapping[str, list[dict[str, Any]]]) -> dict[tuple[str, Any], LazyString]:
    """For each row of hours, by table and id: whether this person gave them, or received them, in words."""
    members = {row["id"] for row in tables.get("member", ())}
    accounts = {row["account_id"] for name in ("member", "earlier_account") for row in tables.get(name, ())}
    gave = (
        {("favour", row["favour_id"]): row["side"] == Side.GIVER for row in tables.get("favour_party", ())}
        | {("gift", row["id"]): row["to_member_id"] not in members for row in tables.get("gift", ())}
        | {
            ("transfer", row["id"]): row["credit_account_id"] in accounts
            for row in tables.get("transfer", ())
        }
    )
    return {key: _GIVEN if theirs else _RECEIVED for key, theirs in gave.items()}


def _row_in_words(table: str, row: Row, side: LazyString | None) -> list[tuple[str, str]]:
    said = []
    for name, value in row.items():
        if value is False or value in (None, "", [], {}):
            continue
        if name == "minutes":
            said.append((str(side or FIELD_WORDS[name]), minutes_words(value)))
        elif (table, name) in CODE_WORDS:
            label, words = CODE_WORDS[table, name]
            if value in words:
                said.append((str(label), str(words[value])))
        elif name in FIELD_WORDS:
            said.append((str(FIELD_WORDS[name]), say(value)))
    return said


def say(value: Any) -> str:
    """A value for a reader: days in full, codes in words where there are any."""
    if isinstance(value, list):
        return ", ".join(say(each) for each in value)
    text = str(value)
    if _DAY.match(text):
        return long_date(date.fromisoformat(text[:10]))
    if value is True:
        return str(_("yes"))
    return str(CATEGORY_WORDS.get(text, CHANNEL_WORDS.get(text, text)))

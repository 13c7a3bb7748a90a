"""The tables and columns of a person's own file in words; what has none is an id, kept in the JSON only."""

import re
from datetime import date
from typing import Any

from flask_babel import gettext as _, lazy_gettext as _l

from timebank.web.words import CATEGORY_WORDS, CHANNEL_WORDS, long_date

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
    "favour_party": _l("On which side you stood"),
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
    "minutes": _l("Minutes"),
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
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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

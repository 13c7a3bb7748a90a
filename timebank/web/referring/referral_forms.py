"""The forms of referrals: to whom, with which yes, what goes on beside it; and what a follow-up brought."""

from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, StringField

from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError
from timebank.domain.referral_states import ReferralState, ReferralStep
from timebank.services.referring.referrals import Beside, Heard, NewReferral
from timebank.web.asking.ask_forms import REPEATS, day_said
from timebank.web.forms import TimebankForm

REFERRAL_WORDS = {
    ReferralState.OPEN: (_l("not known yet"), "wait"),
    ReferralState.HELPED: (_l("they were helped"), "good"),
    ReferralState.NOT_HELPED: (_l("they weren't helped"), "stop"),
    ReferralState.UNKNOWN: (_l("we don't know"), "plain"),
}
AFTER = [
    ("3", _l("In three days")),
    ("7", _l("In a week")),
    ("14", _l("In two weeks")),
    ("28", _l("In four weeks")),
]


class ReferForm(TimebankForm):
    """To which service, and the person's yes. ``entry`` is the id of a service."""

    entry = RadioField(_l("Which service?"), choices=[], validate_choice=False)
    agreed = BooleanField(_l("They said yes to this service, and to what we tell there"))
    how = RadioField(
        _l("How did they say so?"),
        choices=[
            ("phone", _l("By phone")),
            ("talk", _l("In a talk")),
            ("card", _l("On a card")),
            ("letter", _l("By letter")),
            ("mail", _l("By e-mail")),
        ],
        default="phone",
        validate_choice=False,
    )
    agreed_on = StringField(_l("When? (if it wasn't today)"))
    consent_words = StringField(_l("What did they say to it? (if you like)"))
    handed = StringField(_l("What do you give along, or tell the service?"))
    after = RadioField(_l("When do you ask how it went?"), choices=AFTER, default="7", validate_choice=False)
    keep = BooleanField(_l("Yes, a neighbour keeps in touch too"))
    beside_category = RadioField(
        _l("With what?"),
        choices=[
            ("visit", _l("A visit")),
            ("phone_call", _l("A talk by phone")),
            ("walk", _l("A walk together")),
        ],
        default="visit",
        validate_choice=False,
    )
    beside_repeat = RadioField(
        _l("How often would they like it?"), choices=list(REPEATS.items()), default="7", validate_choice=False
    )
    beside_words = StringField(_l("What would they like, in their own words?"))

    error_fields: ClassVar[dict[str, str]] = {
        "words": "beside_words",
        "follow_up_on": "after",
        "repeat_days": "beside_repeat",
    }

    def told(self, today: date) -> NewReferral:
        """What was told.

        Raises:
            InvalidInputError: no service chosen, or a day that isn't understood.
        """
        return NewReferral(
            entry_uid=_service(self.entry.data or ""),
            agreed=bool(self.agreed.data),
            agreed_on=day_said(self.agreed_on.data or "", "agreed_on"),
            consent_channel=Channel(self.how.data) if self.how.data in set(Channel) else Channel.PHONE,
            consent_words=self.consent_words.data or "",
            handed=self.handed.data or "",
            follow_up_on=today + timedelta(days=_days(self.after.data)),
            beside=self._beside(today) if self.keep.data else None,
        )

    def _beside(self, today: date) -> Beside:
        kinds, often = ("visit", "phone_call", "walk"), self.beside_repeat.data or ""
        return Beside(
            words=self.beside_words.data or "",
            first_day=today + timedelta(days=7),
            category=self.beside_category.data if self.beside_category.data in kinds else "visit",
            repeat_days=int(often) if often in REPEATS and often else None,
        )


class HeardForm(TimebankForm):
    """What came of it, or when to look again."""

    version = HiddenField()
    step = RadioField(
        _l("How did it go?"),
        choices=[
            (ReferralStep.HELP.value, _l("The service helps them")),
            (ReferralStep.WAIT.value, _l("They still wait")),
            (ReferralStep.FAIL.value, _l("The service couldn't help")),
            (ReferralStep.LOSE_SIGHT.value, _l("We don't know, and can't find out")),
        ],
        validate_choice=False,
    )
    after = RadioField(
        _l("If they still wait: when do you ask again?"), choices=AFTER, default="7", validate_choice=False
    )
    note = StringField(_l("A few words for who takes over (if you like)"))

    error_fields: ClassVar[dict[str, str]] = {"again_on": "after"}

    def heard(self, today: date) -> Heard:
        """What was told.

        Raises:
            InvalidInputError: nothing was chosen.
        """
        if self.step.data not in set(ReferralStep):
            raise InvalidInputError("outcome_missing", "Say how it went.", field="step")
        again_on = today + timedelta(days=_days(self.after.data))
        return Heard(ReferralStep(self.step.data), self.note.data or "", again_on)


def _service(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise InvalidInputError(
            "service_unknown", "Choose a service of the antenna's directory.", field="entry"
        ) from None


def _days(said: str | None) -> int:
    return int(said) if said in {value for value, _words in AFTER} else 7

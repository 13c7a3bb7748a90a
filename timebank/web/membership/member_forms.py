"""The forms about members."""

from datetime import date, timedelta

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.errors import InvalidInputError
from timebank.models.member import Member
from timebank.services.membership.helpers import Consent
from timebank.services.membership.members import NewHelper
from timebank.services.membership.people import PersonDetails
from timebank.web.forms import TimebankForm

LANGUAGE_CHOICES = [("nl", "Nederlands"), ("fr", "Français"), ("en", "English")]
CONTACT_CHOICES = [
    ("phone", _l("By phone")),
    ("letter", _l("By letter")),
    ("mail", _l("By e-mail")),
    ("talk", _l("In a talk")),
]


class PersonForm(TimebankForm):
    """Someone's details; only a name is needed."""

    given_name = StringField(_l("First name"), [DataRequired(_l("Write down a name."))])
    family_name = StringField(_l("Family name"))
    language = RadioField(_l("Language"), choices=LANGUAGE_CHOICES, default="nl")
    preferred_channel = RadioField(
        _l("How do you like to hear from us?"), choices=CONTACT_CHOICES, default="phone"
    )
    phone = StringField(_l("Phone number (if there is one)"))
    email = StringField(_l("E-mail (if there is one)"))
    street = StringField(_l("Street"))
    house_number = StringField(_l("House number"))
    building = StringField(_l("Building or flat"))
    postal_code = StringField(_l("Postal code"))
    birth_year = IntegerField(_l("Year of birth"), [Optional()])
    gender_words = StringField(_l("Gender, in your own words (only if you like)"))

    def details(self) -> PersonDetails:
        """What was typed."""
        return PersonDetails(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            language=self.language.data or "nl",
            preferred_channel=ContactChannel(self.preferred_channel.data or "phone"),
            phone=self.phone.data or "",
            email=self.email.data or "",
            street=self.street.data or "",
            house_number=self.house_number.data or "",
            building=self.building.data or "",
            postal_code=self.postal_code.data or "",
            birth_year=self.birth_year.data,
            gender_words=self.gender_words.data or "",
        )


class NewMemberForm(PersonForm):
    """A coordinator makes someone a member in a talk."""

    joined_through = RadioField(
        _l("How did they join?"),
        choices=[("talk", _l("In a talk")), ("phone", _l("By phone")), ("card", _l("With a card"))],
        default="talk",
    )

    def channel(self) -> Channel:
        """Through which channel they joined."""
        return Channel(self.joined_through.data or "talk")


class JoinForm(PersonForm):
    """The public form; a coordinator calls back."""

    message = TextAreaField(_l("What would you like us to know?"))


class ChangeMemberForm(PersonForm):
    """Someone's details changed; ``version`` is that of the details that were read."""

    cannot_give = BooleanField(_l("Can't give help now"))
    version = IntegerField()

    @classmethod
    def of(cls, member: Member, *, typed: bool = True) -> "ChangeMemberForm":
        """The form filled with what is kept now, or, unless ``typed`` is off, with what was typed."""
        person = member.person
        kept = {"cannot_give": member.cannot_give, "preferred_channel": person.preferred_channel.value}
        return cls(obj=person, **kept) if typed else cls(None, obj=person, **kept)


class HelperForm(TimebankForm):
    """Who may act for a member, and until when."""

    helper = SelectField(_l("Who may act for them?"))
    given_name = StringField(_l("First name"))
    family_name = StringField(_l("Family name"))
    phone = StringField(_l("Phone number (if there is one)"))
    email = StringField(_l("E-mail (if there is one)"))
    consent_channel = RadioField(
        _l("How did they agree?"),
        choices=[("talk", _l("In a talk")), ("phone", _l("By phone")), ("slip", _l("On paper"))],
        default="talk",
    )
    months = RadioField(
        _l("For how long?"),
        choices=[("3", _l("Three months")), ("6", _l("Half a year")), ("12", _l("A year"))],
        default="12",
    )
    note = StringField(_l("A note about the consent"))

    def consent(self, today: date, language: str) -> Consent:
        """What was agreed, from ``today`` on; an outsider writes ``language`` until they say otherwise.

        Raises:
            InvalidInputError: neither a member nor a name.
        """
        last = today + timedelta(days=30 * int(self.months.data))
        person_id = int(self.helper.data or 0)
        channel = Channel(self.consent_channel.data)
        terms = NewHelper(person_id, channel, today, today, last, self.note.data or "")
        if person_id:
            return Consent(terms)
        if not (self.given_name.data or self.family_name.data):
            raise InvalidInputError(
                "helper_missing", "Choose a member, or write down a name.", field="helper"
            )
        email = self.email.data or ""
        details = PersonDetails(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            language=language,
            preferred_channel=ContactChannel.MAIL if email else ContactChannel.PHONE,
            phone=self.phone.data or "",
            email=email,
        )
        return Consent(terms, details)

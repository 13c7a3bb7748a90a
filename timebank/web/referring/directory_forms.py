"""The form of a service in the directory, and its words."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from timebank.domain.channels import LANGUAGES
from timebank.domain.digits import number_in
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.domain.service_kinds import SERVICE_KINDS
from timebank.services.referring.directory import EntryDetails
from timebank.web.forms import TimebankForm
from timebank.web.words import language_words

KIND_WORDS = {
    "emergency": _l("Emergency number"),
    "loneliness_line": _l("Someone to talk to by phone"),
    "social_worker": _l("Social worker"),
    "home_nursing": _l("Nursing at home"),
    "home_care": _l("Care and help at home"),
    "doctor": _l("Doctor"),
    "pharmacy": _l("Pharmacy"),
    "mental_wellbeing": _l("Mental wellbeing"),
    "dementia": _l("Dementia"),
    "patient_transport": _l("Transport for patients"),
    "meals": _l("Meals"),
    "legal_aid": _l("Legal aid"),
    "money_advice": _l("Advice on money and debts"),
    "housing": _l("Housing"),
    "day_centre": _l("Service centre, day centre"),
    "care_home": _l("Care home, short stay"),
    "informal_carers": _l("For who cares for someone at home"),
    "city_services": _l("City services"),
    "other": _l("Something else"),
}


class EntryForm(TimebankForm):
    """A service. ``version`` is that of what was read; ``shared`` counts only for a new one."""

    version = HiddenField()
    name = StringField(_l("Name of the service"), [DataRequired(_l("Write down a name.")), Length(max=120)])
    kinds = SelectMultipleField(_l("What kind of help?"), choices=[(c, KIND_WORDS[c]) for c in SERVICE_KINDS])
    what = TextAreaField(_l("What they do, in your own words"), [Length(max=500)])
    for_whom = StringField(_l("For whom?"), [Length(max=300)])
    phone = StringField(_l("Phone"), [Length(max=60)])
    email = StringField(_l("E-mail"), [Length(max=200)])
    website = StringField(_l("Web page"), [Length(max=200)])
    address = StringField(_l("Address"), [Length(max=200)])
    area = StringField(_l("Where do they come?"), [Length(max=200)])
    hours_nl = StringField(_l("Opening hours, in Dutch"), [Length(max=300)])
    hours_fr = StringField(_l("Opening hours, in French"), [Length(max=300)])
    hours_en = StringField(_l("Opening hours, in English"), [Length(max=300)])
    languages = SelectMultipleField(_l("Which languages do they speak?"))
    on_card = BooleanField(_l("Put it on the neighbourhood card"), default=True)
    owner = SelectField(_l("Who keeps this right?"), validate_choice=False)
    owner_words = StringField(_l("Someone else: who?"), [Length(max=120)])
    notes = TextAreaField(_l("Notes for coordinators"), [Length(max=1000)])
    shared = BooleanField(_l("For the whole network, not only for this antenna"))

    def fill_choices(self, owners: dict[int, str]) -> None:
        """Languages in the reader's words, and who may be the owner (person id -> name)."""
        self.languages.choices = [(code, language_words(code)) for code in SPOKEN_LANGUAGES]
        people = [(str(person_id), name) for person_id, name in owners.items()]
        self.owner.choices = [*people, ("", _l("Someone else"))]

    @staticmethod
    def told_of(details: EntryDetails, version: int) -> dict[str, Any]:
        """The form's answers as they are now."""
        hours = {f"hours_{code}": details.hours.get(code, "") for code in LANGUAGES}
        return vars(details) | hours | {"version": str(version), "owner": str(details.owner_id or "")}

    def details(self) -> EntryDetails:
        """What was told."""
        hours = {code: getattr(self, f"hours_{code}").data or "" for code in LANGUAGES}
        names = ("name", "what", "for_whom", "phone", "email", "website", "address", "area", "notes")
        owner = self.owner.data or ""
        return EntryDetails(
            kinds=tuple(self.kinds.data or ()),
            languages=tuple(self.languages.data or ()),
            hours=hours,
            on_card=bool(self.on_card.data),
            owner_id=number_in(owner),
            owner_words="" if owner else self.owner_words.data or "",
            **{name: getattr(self, name).data or "" for name in names},
        )

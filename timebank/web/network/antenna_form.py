"""The form with what stands on every page and print of an antenna."""

from collections.abc import Sequence
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from timebank.domain.channels import LANGUAGES
from timebank.matching.places import Cell
from timebank.models.antenna import Antenna, Area, AreaKind
from timebank.services.matchmaking.places import say_point
from timebank.services.network.antennas import AntennaDetails
from timebank.web.forms import TimebankForm

OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


def area_words(area: Area) -> str:
    """An area as the form takes it: its name, and its place as a map shows it where that is known."""
    if area.cell_row is None or area.cell_column is None:
        return area.name
    return f"{area.name}; {say_point(Cell(area.cell_row, area.cell_column))}"


class AntennaForm(TimebankForm):
    """Name, phone, address, hours in each language, and the area, one street or postal code a line."""

    version = HiddenField()
    name = StringField(_l("Name"), [DataRequired(_l("Give the antenna a name.")), Length(max=120)])
    phone = StringField(_l("Phone"), [Length(max=40)])
    email = StringField(_l("E-mail"), [Length(max=200)])
    address = StringField(_l("Address"), [Length(max=200)])
    languages = SelectMultipleField(_l("Languages"), choices=list(OWN_NAMES.items()))
    hours_nl = StringField(_l("Opening hours, in Dutch"), [Length(max=500)])
    hours_fr = StringField(_l("Opening hours, in French"), [Length(max=500)])
    hours_en = StringField(_l("Opening hours, in English"), [Length(max=500)])
    postal_codes = StringField(_l("Postal codes, with commas between them"), [Length(max=500)])
    streets = TextAreaField(_l("Streets, one on each line"))
    buildings = TextAreaField(_l("Buildings, one on each line"))

    error_fields: ClassVar[dict[str, str]] = {"street": "streets", "building": "buildings"}

    @staticmethod
    def told_of(antenna: Antenna) -> dict[str, Any]:
        """The form's answers as they are now."""

        def lines(kind: AreaKind, between: str) -> str:
            return between.join(area_words(area) for area in antenna.areas if area.kind is kind)

        plain = {name: getattr(antenna, name) for name in ("name", "phone", "email", "address", "languages")}
        hours = {f"hours_{code}": antenna.opening_hours.get(code, "") for code in LANGUAGES}
        return (
            plain
            | hours
            | {
                "version": str(antenna.version),
                "postal_codes": lines(AreaKind.POSTAL_CODE, ", "),
                "streets": lines(AreaKind.STREET, "\n"),
                "buildings": lines(AreaKind.BUILDING, "\n"),
            }
        )

    def details(self, former: Sequence[str]) -> AntennaDetails:
        """What was told. Languages that were there keep their order: the first is the antenna's own."""
        chosen = self.languages.data or []
        languages = [code for code in former if code in chosen] + [c for c in chosen if c not in former]
        hours = {code: (getattr(self, f"hours_{code}").data or "").strip() for code in LANGUAGES}
        parts = [
            (AreaKind.POSTAL_CODE, (self.postal_codes.data or "").split(",")),
            (AreaKind.STREET, (self.streets.data or "").splitlines()),
            (AreaKind.BUILDING, (self.buildings.data or "").splitlines()),
        ]
        return AntennaDetails(
            name=self.name.data or "",
            languages=tuple(languages),
            phone=self.phone.data or "",
            email=self.email.data or "",
            address=self.address.data or "",
            opening_hours={code: text for code, text in hours.items() if text},
            areas=tuple((kind, name.strip()) for kind, names in parts for name in names if name.strip()),
        )

"""The forms of gatherings: what, when and where; and who came."""

import re
from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectMultipleField, StringField

from timebank.domain.errors import InvalidInputError
from timebank.models.gathering import NEW_FACES_MAX, Gathering, GatheringKind
from timebank.services.measuring.gatherings import GatheringDetails, WhoCame
from timebank.web.asking.ask_forms import clock_said
from timebank.web.forms import TimebankForm, read_day

KIND_WORDS = {
    GatheringKind.COFFEE: _l("Coffee and a talk"),
    GatheringKind.MEAL: _l("A meal together"),
    GatheringKind.WALK: _l("A walk"),
    GatheringKind.WORKSHOP: _l("Learning something together"),
    GatheringKind.OUTING: _l("An outing"),
    GatheringKind.PARTY: _l("A party in the neighbourhood"),
    GatheringKind.MEETING: _l("A meeting"),
    GatheringKind.OTHER: _l("Something else"),
}


class GatheringForm(TimebankForm):
    """A gathering as a coordinator plans it. ``version`` is empty for a new one."""

    version = HiddenField()
    title = StringField(_l("What is it called?"))
    held_on = StringField(_l("On which day?"))
    clock = StringField(_l("At what time? (if it is known)"))
    place = StringField(_l("Where? (if it is known)"))
    kind = RadioField(
        _l("What kind of gathering is it?"),
        choices=[(each.value, KIND_WORDS[each]) for each in GatheringKind],
        default="coffee",
        validate_choice=False,
    )

    error_fields: ClassVar[dict[str, str]] = {"from_minute": "clock"}

    @classmethod
    def of(cls, kept: Gathering) -> "GatheringForm":
        """What is kept, to change it; or what was sent."""
        minute = kept.from_minute
        clock = "" if minute is None else f"{minute // 60}:{minute % 60:02d}"
        values = {"title": kept.title, "held_on": f"{kept.held_on:%d/%m/%Y}", "place": kept.place}
        return cls(data=values | {"clock": clock, "kind": kept.kind.value, "version": str(kept.version)})

    def told(self) -> GatheringDetails:
        """What was told.

        Raises:
            InvalidInputError: a day or time that isn't understood, at its field.
        """
        kind = str(self.kind.data)
        return GatheringDetails(
            title=self.title.data or "",
            held_on=read_day(self.held_on.data or "", "held_on"),
            from_minute=clock_said(self.clock.data or "", "clock"),
            place=self.place.data or "",
            kind=GatheringKind(kind) if kind in set(GatheringKind) else GatheringKind.OTHER,
        )


class WhoCameForm(TimebankForm):
    """Ticks by first name. ``shown`` are the member ids on the page, so that nobody else's tick is lost."""

    came = SelectMultipleField(_l("Who came?"), validate_choice=False)
    shown = HiddenField()
    new_faces = StringField(_l("How many came who aren't members yet?"))

    def told(self) -> WhoCame:
        """The ticks, and who of those shown has none.

        Raises:
            InvalidInputError: code ``number_out_of_range``.
        """
        came, shown = _ids(self.came.data or []), _ids((self.shown.data or "").split())
        said = (self.new_faces.data or "").strip()
        if not re.fullmatch(r"[0-9]{0,3}", said):
            raise InvalidInputError(
                "number_out_of_range",
                "Choose between {low} and {high}.",
                field="new_faces",
                low=0,
                high=NEW_FACES_MAX,
            )
        return WhoCame(came, shown - came, int(said or 0))


def _ids(said: list[str]) -> frozenset[int]:
    return frozenset(int(each) for each in said if re.fullmatch(r"[0-9]{1,17}", each))

"""An ask as someone tells it, before anything is checked or kept."""

from dataclasses import dataclass
from datetime import date

from timebank.domain.channels import Channel
from timebank.domain.help import Urgency, Wish
from timebank.matching.places import Cell
from timebank.models.ask import Ask
from timebank.services.matchmaking.places import destination_of


@dataclass(frozen=True, order=True)
class Window:
    """A stretch of one day in which the help may take place, in local minutes of the day."""

    on_day: date
    from_minute: int
    until_minute: int


@dataclass(frozen=True)
class AskDetails:
    """What a coordinator corrects: what for, where, when, how long, for how many, how often.

    ``minutes`` is how long it may take. ``fixed_minute`` is an hour that can't move. ``home`` is the
    cell of who asks, where it isn't the one of their street; ``destination`` is a lift's. ``languages``
    are those they can speak with a helper, their own first.
    """

    category: str = ""
    place: str = ""
    home: Cell | None = None
    destination: Cell | None = None
    windows: tuple[Window, ...] = ()
    minutes: int = 60
    fixed_minute: int | None = None
    slots: int = 1
    wishes: tuple[Wish, ...] = ()
    languages: tuple[str, ...] = ()
    urgency: Urgency = Urgency.SOON
    first_meeting: bool = False
    show_phone: bool = False
    repeat_days: int | None = None
    repeat_until: date | None = None


@dataclass(frozen=True)
class NewAsk:
    """An ask in the person's own words. Who asks is a member, or someone not yet known, by name.

    ``consent_note`` says how someone agreed that another asks for them. ``drop_point`` is where a
    card was left. ``beside_uid`` would name the ask that was referred and beside which this one goes on.
    """

    antenna_id: int
    words: str
    member_id: int | None = None
    asker_name: str = ""
    asker_phone: str = ""
    channel: Channel = Channel.WEB
    drop_point: str = ""
    consent_note: str = ""
    beside_id: int | None = None
    details: AskDetails = AskDetails()


def details_of(ask: Ask) -> AskDetails:
    """What is kept of an ask, as it is told and corrected."""
    home = None if ask.cell_row is None or ask.cell_column is None else Cell(ask.cell_row, ask.cell_column)
    return AskDetails(
        category=ask.category,
        place=ask.place,
        home=home,
        destination=destination_of(ask),
        windows=tuple(Window(w.on_day, w.from_minute, w.until_minute) for w in ask.windows),
        minutes=ask.minutes,
        fixed_minute=ask.fixed_minute,
        slots=ask.slots,
        wishes=tuple(Wish(wish) for wish in ask.wishes),
        languages=tuple(ask.languages),
        urgency=Urgency(ask.urgency),
        first_meeting=ask.first_meeting,
        show_phone=ask.show_phone,
        repeat_days=ask.repeat_days,
        repeat_until=ask.repeat_until,
    )

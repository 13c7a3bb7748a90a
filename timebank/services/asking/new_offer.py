"""What someone is ready to do, as they tell it."""

from dataclasses import dataclass
from datetime import date

from timebank.domain.channels import Channel
from timebank.domain.help import ALL_WEEK, AskedAs, Limit


@dataclass(frozen=True)
class OfferDetails:
    """An offer as someone tells it; see ``models.offer.Offer`` for units.

    ``likes`` and ``may_be_asked`` are codes of kinds of help; nobody has one in both.
    """

    likes: tuple[str, ...] = ()
    may_be_asked: tuple[str, ...] = ()
    words: str = ""
    free_parts: int = ALL_WEEK
    foot_metres: int = 1000
    bike_metres: int = 0
    car_metres: int = 0
    by_phone: bool = False
    seats: int = 0
    takes_wheelchair: bool = False
    languages: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    asked_as: AskedAs = AskedAs.UNSAID
    per_week_max: int = 2
    paused_until: date | None = None
    over_border: bool = False
    show_phone: bool = False
    channel: Channel = Channel.WEB

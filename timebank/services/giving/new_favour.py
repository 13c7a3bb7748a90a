"""A favour as someone tells it, before anything is checked or kept."""

from dataclasses import dataclass
from datetime import date

from timebank.domain.channels import Channel
from timebank.domain.rules import GroupMode
from timebank.services.giving.favour_agreement import Evidence


@dataclass(frozen=True)
class NewFavour:
    """A favour as someone tells it. Ids are member ids; times are as said ('1u30', '90 min').

    ``travel_said`` counts by the antenna's rule, under 'agreed' only with ``travel_agreed``.
    ``evidence`` is a slip or phone call that confirms it at once. ``allow_double`` is a
    coordinator's 'yes, it's another one'.
    """

    antenna_id: int
    giver_ids: tuple[int, ...]
    done_on: date
    receiver_ids: tuple[int, ...] = ()
    for_antenna: bool = False
    time_said: str = ""
    travel_said: str = ""
    travel_agreed: bool = False
    with_hours: bool = True
    category: str = ""
    note: str = ""
    thanks: str = ""
    channel: Channel = Channel.WEB
    logged_for_id: int | None = None
    group_mode: GroupMode | None = None
    evidence: Evidence | None = None
    allow_double: bool = False
    repeats_id: int | None = None

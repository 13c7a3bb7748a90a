"""Gatherings of the demo network: three that were, with who came, and one to come."""

from datetime import datetime, timedelta

from timebank.domain.days import local_day
from timebank.models.gathering import GatheringKind
from timebank.models.member import Member
from timebank.services.measuring.gatherings import GatheringDetails, WhoCame, note_attendance, plan_gathering
from timebank.services.network.actors import actor_of
from timebank.uow import reading, transact

GATHERINGS = [
    ("Koffie in De Linde", GatheringKind.COFFEE, -70, "Georgette Marcel Odette", 2),
    ("Soep op het plein", GatheringKind.MEAL, -38, "Georgette Marcel Odette Fatima Denise", 5),
    ("Samen naar het park", GatheringKind.WALK, -9, "Marcel Fatima", 1),
    ("Koffie in De Linde", GatheringKind.COFFEE, 12, "", 0),
]
"""title, kind, days from today, who came, how many who weren't members"""


def fill_gatherings(members: dict[str, Member], moment: datetime) -> None:
    """Each at two in the afternoon, in the service centre."""
    cora = members["Cora"]
    with reading() as session:
        coordinator = actor_of(session, cora.person_id, now=moment)
    today = local_day(moment, "Europe/Brussels")
    for title, kind, days, came, new_faces in GATHERINGS:
        details = GatheringDetails(title, today + timedelta(days=days), 14 * 60, "De Linde", kind)
        made = transact(plan_gathering, cora.antenna_id, details, actor=coordinator, now=moment)
        if days < 0:
            who = WhoCame(frozenset(members[name].id for name in came.split()), new_faces=new_faces)
            transact(note_attendance, made.uid, who, actor=coordinator, now=moment)

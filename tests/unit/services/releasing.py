"""Neighbours who help one another enough for figures to be told, put in as rows."""

import uuid
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.rules import GroupMode
from timebank.domain.states import FavourState, MemberState
from timebank.ledger.model import Account
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member, Person
from timebank.orm import table_of

Help = tuple[int, int, date, int, str]
"""(giver, receiver, day, minutes, category), people by their place in the street."""

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def neighbours(session: Session, antenna_id: int, count: int, *, first_number: int = 1000) -> list[int]:
    """So many members of this antenna; their ids."""
    account = session.scalars(
        select(Account.id).join(Antenna, Antenna.pot_account_id == Account.id).where(Antenna.id == antenna_id)
    ).one()
    people = [
        Person(
            given_name=f"Neighbour {place}",
            sort_name=f"neighbour {place}",
            language=("nl", "fr", "ar")[place % 3],
            preferred_channel=ContactChannel.PHONE,
            birth_year=1930 + place % 40,
            created_at=LONG_AGO,
        )
        for place in range(count)
    ]
    session.add_all(people)
    session.flush()
    members = [
        Member(
            antenna_id=antenna_id,
            person_id=person.id,
            number=first_number + place,
            state=MemberState.ACTIVE,
            account_id=account,
            joined_on=date(2020, 1, 1),
            joined_through=Channel.TALK,
        )
        for place, person in enumerate(people)
    ]
    session.add_all(members)
    session.flush()
    return [member.id for member in members]


def helped(session: Session, antenna_id: int, members: list[int], helps: list[Help]) -> None:
    """Favours that were agreed; their hours aren't booked, since figures don't read the books."""
    for giver, receiver, day, minutes, category in helps:
        values = {
            "uid": uuid.uuid4(),
            "antenna_id": antenna_id,
            "state": FavourState.CONFIRMED,
            "done_on": day,
            "minutes": minutes,
            "travel_minutes": 0,
            "with_hours": minutes > 0,
            "stated": "",
            "for_antenna": False,
            "group_mode": GroupMode.POT,
            "category": category,
            "note": "",
            "thanks": "",
            "channel": Channel.TALK,
            "logged_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
            "undo_until": datetime(day.year, day.month, day.day, 13, tzinfo=UTC),
            "dispute_reason": "",
            "settlement": "",
            "version": 1,
        }
        favour = session.execute(insert(table_of(Favour)), values).inserted_primary_key[0]  # type: ignore[attr-defined]
        parties = [
            {"favour_id": favour, "member_id": members[giver], "side": Side.GIVER},
            {"favour_id": favour, "member_id": members[receiver], "side": Side.RECEIVER},
        ]
        session.execute(insert(table_of(FavourParty)), parties)


def busy_year(
    session: Session, antenna_id: int, year: int, *, people: int = 30, first_number: int = 1000
) -> list[int]:
    """A street where everyone helps the next one in each quarter, an hour at a time; the members' ids."""
    members = neighbours(session, antenna_id, people, first_number=first_number)
    days = [date(year, month, 10) for month in (2, 5, 8, 11)]
    helps: list[Help] = [
        (place, (place + 1) % people, day + timedelta(days=place % 5), 60, "lift" if place % 2 else "visit")
        for day in days
        for place in range(people)
    ]
    helped(session, antenna_id, members, helps)
    return members

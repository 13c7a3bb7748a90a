"""A network to measure on: eight antennas of ten members each, on a migrated database."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.conftest import migrate, settings_for
from timebank.app import create_app
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import SYSTEM
from timebank.extensions import db
from timebank.services.membership.members import NewMember, add_member
from timebank.services.membership.people import PersonDetails
from timebank.services.network.antennas import AntennaDetails, open_antenna
from timebank.uow import transact

ANTENNAS = 8
MEMBERS = 10


@dataclass(frozen=True)
class Place:
    """A member: the ids that a post of theirs needs."""

    antenna_id: int
    book_id: int
    member_id: int
    person_id: int
    account_id: int
    uid: str


@contextmanager
def open_app(url: str, folder: Path) -> Iterator[None]:
    """The app on this database; its connections are closed at the end."""
    app = create_app(settings_for(url, folder / "outbox"))
    with app.app_context():
        try:
            yield
        finally:
            db.session.remove()
            db.engine.dispose()


def make_network(url: str, folder: Path) -> list[Place]:
    """Migrate an empty database and fill it with antennas and members; who is where."""
    migrate(url, folder)
    places: list[Place] = []
    with open_app(url, folder):
        for number in range(ANTENNAS):
            details = AntennaDetails(name=f"Antenna {number}", languages=("nl", "fr"), phone="02 123 45 67")
            antenna = transact(open_antenna, f"antenna-{number}", details, actor=SYSTEM, now=now())
            for name in range(MEMBERS):
                person = PersonDetails(given_name=f"Member {name}", family_name="Peeters", language="nl")
                new = NewMember(details=person, joined_through=Channel.TALK)
                member = transact(add_member, antenna.id, new, actor=SYSTEM, now=now())
                assert member.account_id is not None
                ids = (member.id, member.person_id, member.account_id)
                places.append(Place(antenna.id, antenna.book_id, *ids, str(member.uid)))
    return places


def keep_places(places: list[Place], path: Path) -> None:
    """Write down who is where, for the clients, which are processes of their own."""
    path.write_text(json.dumps([asdict(each) for each in places]))


def read_places(path: Path) -> list[Place]:
    """What ``keep_places`` wrote."""
    return [Place(**each) for each in json.loads(path.read_text())]


def plain_environment(**more: str) -> dict[str, str]:
    """The environment without settings of somebody's own installation."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TIMEBANK_")} | more

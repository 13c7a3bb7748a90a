"""The cast and their antennas, made by the services themselves.

Ana gives, Ben receives, Cora coordinates, Tess is treasurer, Pia works for the partner, Olga
operates the server, Ann is an antenna person, Hugo helps Ben; Dov is of another antenna.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.domain.permissions import SYSTEM, Actor, Role
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.login import SignedInBy
from timebank.models.member import Member
from timebank.services.giving.favours import log_favour
from timebank.services.giving.new_favour import NewFavour
from timebank.services.membership.members import NewHelper, NewMember, add_helper, add_member
from timebank.services.membership.people import PersonDetails
from timebank.services.network.actors import actor_of
from timebank.services.network.antennas import (
    AntennaDetails,
    NewMandate,
    add_partner,
    give_mandate,
    open_antenna,
)
from timebank.services.signing_in.sessions import open_session
from timebank.uow import reading, transact

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@dataclass
class World:
    """Ids of everyone, by first name."""

    now: datetime = NOW
    antennas: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    uids: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    books: dict[str, int] = field(default_factory=dict)
    pots: dict[str, int] = field(default_factory=dict)

    @property
    def antenna(self) -> int:
        """Heembeek's id."""
        return self.antennas["heembeek"]

    @property
    def today(self) -> date:
        """The day that it is for the cast."""
        return network_day(self.now)

    def actor(self, name: str, *, now: datetime | None = None) -> Actor:
        """Who this person is today, with full rights."""
        with reading() as session:
            return actor_of(session, self.people[name], now=now or self.now)

    def favour(
        self, giver: str = "ana", receiver: str = "ben", *, said: str = "1u", **changes: object
    ) -> NewFavour:
        """A favour between two of the cast, as someone tells it."""
        values: dict[str, object] = {
            "antenna_id": self.antenna,
            "giver_ids": (self.members[giver],),
            "receiver_ids": (self.members[receiver],),
            "done_on": TODAY,
            "time_said": said,
        }
        return NewFavour(**(values | changes))  # type: ignore[arg-type]

    def logged(self, by: str, giver: str = "ana", receiver: str = "ben", **changes: object) -> UUID:
        """Log a favour as ``by``; its uid."""
        favour = transact(
            log_favour, self.favour(giver, receiver, **changes), actor=self.actor(by), now=self.now
        )
        return favour.uid

    def state_of(self, uid: UUID) -> str:
        """The state of a favour."""
        with reading() as session:
            return session.scalars(select(Favour.state).where(Favour.uid == uid)).one().value

    def balance(self, name: str) -> int:
        """A member's balance in minutes."""
        with reading() as session:
            from timebank.ledger.reading import balance_of

            account_id = session.get_one(Member, self.members[name]).account_id
            assert account_id is not None
            return balance_of(session, account_id).minutes

    def pot(self, slug: str = "heembeek") -> int:
        """A pot's balance in minutes."""
        with reading() as session:
            from timebank.ledger.reading import balance_of

            return balance_of(session, self.pots[slug]).minutes


def make_world(now: datetime = NOW) -> World:
    """Two antennas and the cast, committed; found where they are there already."""
    world = World(now=now)
    with reading() as session:
        if _find(session, world):
            return world
    for slug, languages in (("heembeek", ("nl", "fr")), ("marolles", ("fr", "nl"))):
        details = AntennaDetails(name=slug.capitalize(), languages=languages, phone="02 123 45 67")
        antenna: Antenna = transact(open_antenna, slug, details, actor=SYSTEM, now=now)
        world.antennas[slug] = antenna.id
        world.books[slug], world.pots[slug] = antenna.book_id, antenna.pot_account_id
    for name in ("ana", "ben", "cora", "carl", "tess", "ann", "hugo", "fay"):
        make_member(world, name, "heembeek", now)
    for name in ("dov", "dia"):
        make_member(world, name, "marolles", now)
    for name in ("pia", "olga"):
        make_member(world, name, "marolles", now)
    _mandates(world, now)
    return world


def _find(session: Session, world: World) -> bool:
    """Fill ``world`` from the database; whether anything is there."""
    for antenna in session.scalars(select(Antenna).order_by(Antenna.id)):
        world.antennas[antenna.slug] = antenna.id
        world.books[antenna.slug], world.pots[antenna.slug] = antenna.book_id, antenna.pot_account_id
    for member in session.scalars(select(Member).options(joinedload(Member.person)).order_by(Member.id)):
        name = member.person.given_name.lower()
        world.members[name], world.people[name] = member.id, member.person_id
        world.uids[name] = member.uid
        assert member.account_id is not None
        world.accounts[name] = member.account_id
    return bool(world.antennas)


def make_member(world: World, name: str, slug: str, now: datetime) -> None:
    """Someone of this name, a member of that antenna, committed."""
    details = PersonDetails(
        given_name=name.capitalize(), family_name="Peeters", email=f"{name}@example.org", language="nl"
    )
    new = NewMember(details=details, joined_through=Channel.TALK)
    member: Member = transact(add_member, world.antennas[slug], new, actor=SYSTEM, now=now)
    world.members[name], world.people[name] = member.id, member.person_id
    world.uids[name] = member.uid
    assert member.account_id is not None
    world.accounts[name] = member.account_id


def _mandates(world: World, now: datetime) -> None:
    roles = [
        ("cora", Role.COORDINATOR, "heembeek"),
        ("carl", Role.COORDINATOR, "heembeek"),
        ("tess", Role.TREASURER, "heembeek"),
        ("ann", Role.ANTENNA_PERSON, "heembeek"),
        ("dov", Role.COORDINATOR, "marolles"),
        ("olga", Role.OPERATOR, None),
    ]
    start, end = TODAY - timedelta(days=30), TODAY + timedelta(days=330)
    for name, role, slug in roles:
        antenna_id = None if slug is None else world.antennas[slug]
        new = NewMandate(world.people[name], role, start, end, antenna_id)
        transact(give_mandate, new, actor=SYSTEM, now=now)
    partner = transact(add_partner, "LDC Icarus", [world.antenna], actor=SYSTEM, now=now)
    staff = NewMandate(world.people["pia"], Role.PARTNER_STAFF, start, None, partner_id=partner.id)
    transact(give_mandate, staff, actor=SYSTEM, now=now)
    consent = NewHelper(world.people["hugo"], Channel.TALK, TODAY, TODAY - timedelta(days=1), end)
    transact(add_helper, world.uids["ben"], consent, actor=world.actor("cora"), now=now)


def sign_in(client: FlaskClient, world: World, name: str, by: SignedInBy = SignedInBy.PASSWORD) -> None:
    """Open a session for this person and put it in the client's cookie."""
    token = transact(open_session, world.people[name], by, device="test", now=_real_now())
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
        cookie["_fresh"] = True


def _real_now() -> datetime:
    from timebank.clock import now

    return now()


def open_write_session() -> Session:
    """A session of one's own on the app's database."""
    from timebank.extensions import db

    return Session(db.engine, expire_on_commit=False)

"""A network in which everything happened that an archive has to hold, and what is compared afterwards."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import World
from tests.web.asking import Asker
from timebank.clock import now
from timebank.domain.consents import LookReason
from timebank.domain.permissions import SYSTEM, Actor, Role
from timebank.extensions import db
from timebank.ledger.model import Account
from timebank.models.antenna import Antenna, Area, AreaKind, RoleMandate
from timebank.models.ask import Ask, AskWindow
from timebank.models.category import Category
from timebank.models.consent import PartnerLook
from timebank.models.desk import Duty, OpeningStep
from timebank.models.gift import GiftKind
from timebank.models.importing import ImportBatch, ImportedPost
from timebank.models.matching import Apart, Pool
from timebank.models.member import Member
from timebank.models.population import Grouping, PopulationFigure, StreetSector
from timebank.models.proposal import ShownList
from timebank.models.story import Story, StoryPhoto
from timebank.models.wish import HoursGoTo, HoursWish
from timebank.services.books.gifts import NewGift, give
from timebank.services.books.statements import ALL_LINES, Period, Statement, statement_for
from timebank.services.books.year_close import close_period
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.measuring.gatherings import WhoCame, note_attendance
from timebank.services.membership.households import share_account
from timebank.services.membership.member_endings import leave_member
from timebank.services.network.actors import actor_of
from timebank.services.network.rules import decide_rule
from timebank.uow import reading, transact

MADE = ("promised", "referral", "ended", "signal", "offering", "applicant", "import", "own", "gone", "grant")
TOGETHER = ("story", "round", "consent", "told", "approved")


def fill(world: World, client: FlaskClient) -> None:
    """Let all of it happen, between now and a month ago."""
    moment = now()
    asker = Asker(world, client=client)
    asker._path("".join(f"{{{name}}}" for name in (*MADE, *TOGETHER)))
    cora = world.actor("cora", now=moment)
    for rule, value in (("floor_action", "refuse"), ("clearing_ceiling_minutes", "5000")):
        _decide(world, rule, value)
    day = moment.date() - timedelta(days=20)
    world.logged("ben", said="2u", done_on=day, thanks="=Merci & à bientôt")
    world.logged("ben", giver="dov", said="1u15", done_on=day)
    back = world.logged("dia", giver="ana", receiver="dia", said="45 min", done_on=day)
    transact(
        reverse_favour, back, "Twice", actor=world.actor("dov", now=moment), now=moment + timedelta(days=1)
    )
    transact(
        close_period,
        world.antenna,
        day + timedelta(days=1),
        world.people["tess"],
        actor=cora,
        now=moment,
    )
    _decide(world, "floor_minutes", "-1200")
    world.logged("ben", said="30 min", done_on=day)
    gift = NewGift(
        from_antenna_id=world.antenna,
        to_antenna_id=world.antennas["marolles"],
        minutes=30,
        kind=GiftKind.GIFT,
        from_member_id=world.members["ana"],
        to_member_id=world.members["dia"],
        unnamed=True,
    )
    transact(give, gift, actor=world.actor("ana", now=moment), now=moment)
    world.logged("fay", giver="hugo", receiver="fay", done_on=moment.date())
    transact(share_account, world.uids["fay"], world.uids["hugo"], actor=cora, now=moment)
    transact(leave_member, world.uids["ann"], actor=cora, now=moment)
    coffee = asker._gathering()
    who = WhoCame(frozenset({world.members["ana"], world.members["ben"]}), new_faces=2)
    transact(note_attendance, coffee, who, actor=cora, now=moment)
    transact(_add_rows, world)
    transact(_add_told_rows, world)


def _decide(world: World, rule: str, value: str) -> None:
    told = {"decided_on": world.now.date() - timedelta(days=1), "decided_by": "The board"}
    transact(decide_rule, world.antenna, rule, value, **told, actor=SYSTEM, now=world.now)


def _add_rows(session: Session, world: World) -> None:
    """Rows for which no page is needed to write them."""
    ana, ben = world.members["ana"], world.members["ben"]
    here, day = world.antenna, world.now.date()
    street = Area(antenna_id=here, kind=AreaKind.STREET, name="Kruisberg")
    session.add(street)
    ask_id = session.scalars(select(Ask.id).where(Ask.antenna_id == here).limit(1)).one()
    session.flush()
    session.add_all(
        [
            Area(antenna_id=here, kind=AreaKind.BUILDING, name="Kruisberg 14", parent_id=street.id),
            AskWindow(ask_id=ask_id, on_day=day, from_minute=540, until_minute=720),
            ShownList(ask_id=ask_id, shown_at=world.now, shown=[{"member": ana}], chosen_id=ana),
            Apart(member_id=ana, other_member_id=ben, recorded_at=world.now),
            Pool(
                antenna_id=here,
                with_antenna_id=world.antennas["marolles"],
                agreed_on=day,
                agreed_by="The board",
                recorded_at=world.now,
            ),
            Duty(
                antenna_id=here, on_day=day, from_minute=540, until_minute=720, person_id=world.people["cora"]
            ),
            OpeningStep(antenna_id=here, step="partner", done_on=day),
            StoryPhoto(
                story_id=session.scalars(select(Story.id).where(Story.antenna_id == here).limit(1)).one(),
                jpeg="/9j/" + "A" * 200,
                width=40,
                height=30,
                alt="Ana and her tomatoes",
                consent_version=1,
                consent_on=day,
                witness="Cora",
                added_at=world.now,
            ),
            Category(
                antenna_id=here, code="own_chess", names={"nl": "Schaken"}, words={"nl": ["schaakbord"]}
            ),
        ]
    )


def _add_told_rows(session: Session, world: World) -> None:
    """Rows of what was brought in, asked and wished."""
    ana, here, day = world.members["ana"], world.antenna, world.now.date()
    batch_id = session.scalars(select(ImportBatch.id).limit(1)).one()
    ask_id = session.scalars(select(Ask.id).where(Ask.antenna_id == here).limit(1)).one()
    session.add_all(
        [
            ImportedPost(batch_id=batch_id, row=2, ask_id=ask_id),
            HoursWish(
                member_id=ana,
                goes_to=HoursGoTo.ANTENNA,
                to_antenna_id=world.antennas["marolles"],
                words="Voor de buren",
                written_on=day,
                recorded_at=world.now,
            ),
            PartnerLook(
                antenna_id=here,
                member_id=ana,
                asked_by_id=world.people["pia"],
                asked_at=world.now,
                reason=LookReason.WELCOME,
                answered=False,
            ),
            PopulationFigure(
                antenna_id=here,
                year=2025,
                area="Heembeek",
                grouping=Grouping.ALL,
                inhabitants=13_000,
                homes=5_500,
                source="Statbel",
                brought_in_at=world.now,
            ),
            StreetSector(
                antenna_id=here,
                street="Kruisberg",
                street_key="kruisberg",
                sector="Heembeek",
                brought_in_at=world.now,
            ),
        ]
    )


def statements(slug: str) -> dict[int, Statement]:
    """Everybody's statement since ever, as the members themselves read it."""
    with reading() as session:
        antenna_id = session.scalars(select(Antenna.id).where(Antenna.slug == slug)).one()
        members = session.scalars(
            select(Member).where(Member.antenna_id == antenna_id, Member.account_id.is_not(None))
        ).all()
        reader = _coordinator(session, antenna_id)
        return {
            each.id: statement_for(session, each, Period(), actor=reader, limit=ALL_LINES) for each in members
        }


def balances(book_id: int) -> dict[int, tuple[int, int, int]]:
    """Balance, version and minutes given of every account of a book."""
    with reading() as session:
        rows = session.execute(
            select(Account.id, Account.balance_minutes, Account.version, Account.given_minutes).where(
                Account.book_id == book_id
            )
        )
        return {row[0]: tuple(row[1:]) for row in rows}


@contextmanager
def used(app: Flask) -> Iterator[Flask]:
    """Another installation, for a while."""
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def rows_in(path: Path, name: str) -> list[dict[str, Any]]:
    """One file of an archive."""
    with zipfile.ZipFile(path) as zipped:
        return json.loads(zipped.read(name))


def _coordinator(session: Session, antenna_id: int) -> Actor:
    mandates = select(RoleMandate.person_id).where(
        RoleMandate.antenna_id == antenna_id, RoleMandate.role == Role.COORDINATOR
    )
    return actor_of(session, session.scalars(mandates).all()[0], now=now())

"""``flask demo``: a network to try things on, made by the services themselves from invented people."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import click
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.cli.demo_asks import fill_asks
from timebank.cli.demo_border import fill_border
from timebank.cli.demo_directory import fill_directory
from timebank.cli.demo_figures import fill_figures
from timebank.cli.demo_gatherings import fill_gatherings
from timebank.cli.demo_people import ANTENNAS, HELP, MORE_NEIGHBOURS, PEOPLE, STAFF
from timebank.cli.demo_sign_in import give_sign_ins
from timebank.cli.demo_stories import fill_stories
from timebank.clock import now
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.days import network_day
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.antenna import Antenna, AreaKind
from timebank.models.favour import ConfirmedBy
from timebank.models.gift import GiftKind
from timebank.models.member import Member
from timebank.services.books.gifts import NewGift, give
from timebank.services.giving.favour_agreement import Evidence
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
from timebank.uow import reading, transact

FAVOURS_A_WEEK = 5

Told = tuple[NewFavour, int, datetime]
"""A favour, the person who tells it, and when."""


def register(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(demo_command)


@click.command("demo")
@click.option("--if-empty", is_flag=True, help="Do nothing where there is an antenna already.")
def demo_command(if_empty: bool) -> None:  # noqa: FBT001 - click hands options over by name
    """Fill an empty database with two antennas, their neighbours, and favours since last year began."""
    with reading() as session:
        antennas = session.scalar(select(func.count()).select_from(Antenna)) or 0
    if antennas:
        if if_empty:
            return
        raise click.ClickException("There are antennas already. The demo goes into an empty database.")
    moment = now()
    began = datetime(network_day(moment).year - 1, 1, 1, 9, tzinfo=UTC)
    members = _people(began)
    _roles(members, moment)
    _favours(members, began, moment)
    fill_directory(members, moment)
    fill_asks(members, moment)
    fill_border(members, moment)
    fill_stories(members, moment)
    fill_gatherings(members, moment)
    fill_figures(members, began, moment)
    give_sign_ins(members, moment)
    click.echo("The demo network is ready.")


def _people(moment: datetime) -> dict[str, Member]:
    members: dict[str, Member] = {}
    ids: dict[str, int] = {}
    for slug, details in ANTENNAS.items():
        areas = tuple((AreaKind(kind), name) for kind, name in details["areas"])
        opening = AntennaDetails(
            name=details["name"],
            languages=details["languages"],
            phone=details["phone"],
            address=details["address"],
            opening_hours=details["hours"],
            areas=areas,
        )
        ids[slug] = transact(open_antenna, slug, opening, actor=SYSTEM, now=moment, is_demo=True).id
    for slug, given, family, language, channel, street, number, year in PEOPLE + MORE_NEIGHBOURS:
        person = PersonDetails(
            given_name=given,
            family_name=family,
            language=language,
            preferred_channel=ContactChannel(channel),
            phone=f"02 555 01 {len(members) + 10:02d}",
            email=f"{given.lower()}@example.org" if channel == "mail" else "",
            street=street,
            house_number=str(number),
            birth_year=year,
        )
        new = NewMember(details=person, joined_through=Channel.TALK)
        members[given] = transact(add_member, ids[slug], new, actor=SYSTEM, now=moment)
    return members


def _roles(members: dict[str, Member], moment: datetime) -> None:
    ids = {"heembeek": members["Georgette"].antenna_id, "marolles": members["Dov"].antenna_id}
    partner = transact(add_partner, "LDC Ado Icarus", [ids["heembeek"]], actor=SYSTEM, now=moment)
    day = network_day(moment) - timedelta(days=30)
    last = day + timedelta(days=365)
    for name, role, slug in STAFF:
        support = partner.id if role == "partner_staff" else None
        new = NewMandate(members[name].person_id, Role(role), day, last, ids.get(slug), support)
        transact(give_mandate, new, actor=SYSTEM, now=moment)
    consent = NewHelper(members["Fatima"].person_id, Channel.TALK, day, day, day + timedelta(days=300))
    transact(add_helper, members["Georgette"].uid, consent, actor=SYSTEM, now=moment)


def _favours(members: dict[str, Member], began: datetime, moment: datetime) -> None:
    draw = random.Random(2026)  # noqa: S311 - a demo that looks the same each time
    neighbours = [m for m in members.values() if m.antenna_id == members["Georgette"].antenna_id]
    languages = {members[given].id: language for _, given, _, language, *_ in PEOPLE + MORE_NEIGHBOURS}
    for week in range((moment - began).days // 7, 0, -1):
        told = []
        for _ in range(FAVOURS_A_WEEK):
            giver, receiver = draw.sample(neighbours, 2)
            at = moment - timedelta(weeks=week, days=-draw.randint(0, 5), hours=-draw.randint(0, 6))
            at = min(at, moment - timedelta(hours=1))
            told.append(_favour(draw, giver, receiver, languages[receiver.id], at))
        transact(_write_week, told)
    _loose_ends(members, moment)


def _favour(draw: random.Random, giver: Member, receiver: Member, language: str, at: datetime) -> Told:
    category, minutes, words = draw.choice(HELP)
    note, thanks = words[language]
    way = draw.choice([Channel.SLIP, Channel.WEB, Channel.WEB])
    new = NewFavour(
        antenna_id=receiver.antenna_id,
        giver_ids=(giver.id,),
        receiver_ids=(receiver.id,),
        done_on=at.date(),
        time_said=f"{minutes} min",
        category=category,
        note=note,
        thanks=thanks,
        channel=way,
        logged_for_id=receiver.id,
        allow_double=True,
    )
    return new, receiver.person_id, at


def _write_week(session: Session, told: Sequence[Told]) -> None:
    """A week at once: one by one takes a minute where the disk is slow."""
    for new, person_id, at in told:
        log_favour(session, new, actor=actor_of(session, person_id, now=at), now=at)


def _loose_ends(members: dict[str, Member], moment: datetime) -> None:
    """What a coordinator and a neighbour find on their desk: things that wait."""
    georgette, marcel, fatima, odette = (members[n] for n in ("Georgette", "Marcel", "Fatima", "Odette"))
    waiting = [
        (marcel, georgette, 75, 1, "lift"),
        (fatima, odette, 45, 16, "phone_and_computer"),
        (odette, marcel, 30, 9, "phone_call"),
    ]
    for giver, receiver, minutes, days, category in waiting:
        at = moment - timedelta(days=days)
        new = NewFavour(
            antenna_id=receiver.antenna_id,
            giver_ids=(giver.id,),
            receiver_ids=(receiver.id,),
            done_on=at.date(),
            time_said=f"{minutes} min",
            category=category,
        )
        with reading() as session:
            actor = actor_of(session, giver.person_id, now=at)
        transact(log_favour, new, actor=actor, now=at)
    _grant_and_workshop(members, moment)


def _grant_and_workshop(members: dict[str, Member], moment: datetime) -> None:
    """A grant that waits for the second person, and a workshop from a slip."""
    georgette, marcel, fatima, odette = (members[n] for n in ("Georgette", "Marcel", "Fatima", "Odette"))
    antenna_id = georgette.antenna_id
    gift = NewGift(
        from_antenna_id=antenna_id,
        to_antenna_id=antenna_id,
        minutes=720,
        kind=GiftKind.GRANT,
        to_member_id=odette.id,
    )
    with reading() as session:
        coordinator = actor_of(session, members["Cora"].person_id, now=moment)
    transact(give, gift, actor=coordinator, now=moment - timedelta(days=2))
    slip = Evidence(ConfirmedBy.SLIP)
    workshop = NewFavour(
        antenna_id=antenna_id,
        giver_ids=(fatima.id,),
        receiver_ids=(georgette.id, odette.id, marcel.id),
        done_on=(moment - timedelta(days=5)).date(),
        time_said="1u30",
        category="workshop",
        note="De tablet, stap voor stap",
        channel=Channel.SLIP,
        evidence=slip,
    )
    transact(log_favour, workshop, actor=coordinator, now=moment - timedelta(days=4))

"""Who agreed with a favour, on what it rests, and who may not say so.

Nobody confirms hours of their own, or of their household, on someone else's behalf: a check here
gives the clear words, and a trigger refuses it in the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import set_committed_value

from timebank.domain.errors import InvalidInputError, SelfConfirmationError
from timebank.domain.permissions import Actor, Role, is_coordinator
from timebank.domain.rules import GroupMode, Rules
from timebank.domain.states import FavourState
from timebank.models.favour import ConfirmedBy, Favour, FavourConfirmation, FavourParty, Side
from timebank.orm import insert_objects
from timebank.services.holding import hold_members

CLOCKS_DIFFER = timedelta(minutes=5)
"""So far ahead of ours may be the clock of whoever tells when they heard something."""


@dataclass(frozen=True)
class Evidence:
    """What a confirmation on someone's behalf rests on: a slip with two signatures, or a call
    (who was heard, and when), or the coordinator's own knowledge of a group or antenna favour."""

    rests_on: ConfirmedBy
    heard_from: str = ""
    heard_at: datetime | None = None


@dataclass(frozen=True)
class Agreement:
    """Confirmations that can be given now, and whether everyone needed has agreed with them."""

    added: Sequence[FavourConfirmation]
    complete: bool


def antennas_of(favour: Favour) -> set[int]:
    """The antennas whose staff this favour concerns: where it was written down and its people's."""
    return {favour.antenna_id} | {party.member.antenna_id for party in favour.parties}


def is_own_deed(favour: Favour, actor: Actor) -> bool:
    """Whether the actor gave here, or shares an account with who did."""
    accounts = {m.account_id for m in actor.memberships if m.account_id is not None}
    return any(m.person_id == actor.person_id or m.account_id in accounts for m in favour.givers)


def concerns(favour: Favour, actor: Actor) -> bool:
    """Whether the actor, or their household, is a party of this favour."""
    accounts = {m.account_id for m in actor.memberships if m.account_id is not None}
    people = favour.givers + favour.receivers
    return any(m.person_id == actor.person_id or m.account_id in accounts for m in people)


def agree(favour: Favour, evidence: Evidence | None, *, actor: Actor, now: datetime) -> Agreement:
    """The confirmations that this actor can give; nothing is written down yet.

    Raises:
        SelfConfirmationError: on someone else's behalf, of hours of one's own or one's household.
        InvalidInputError: a phone confirmation without who was heard, and when.
    """
    given = {c.for_member_id for c in favour.confirmations}
    waiting = [m for m in favour.receivers if m.id not in given]
    own = [m for m in waiting if m.id in actor.member_ids]
    helped = [m for m in waiting if m.id in actor.helps and m not in own]
    added = [confirmation(favour, ConfirmedBy.RECEIVER, m.id, actor=actor, now=now) for m in own]
    if evidence is not None and _may_bring(favour, evidence, actor, now):
        still: list[int | None] = [m.id for m in waiting if m not in own]
        added += [
            confirmation(favour, evidence.rests_on, member_id, actor=actor, now=now, evidence=evidence)
            for member_id in still or [None]
        ]
        return Agreement(added, complete=True)
    added += [confirmation(favour, ConfirmedBy.HELPER, m.id, actor=actor, now=now) for m in helped]
    pot_gives = favour.group_mode is GroupMode.POT and len(favour.receivers) > 1
    everyone = len(own) + len(helped) == len(waiting)
    return Agreement(added, complete=bool(added) and (everyone or pot_gives))


def _may_bring(favour: Favour, evidence: Evidence, actor: Actor, now: datetime) -> bool:
    """Whether this actor may confirm on someone's behalf with this evidence.

    Raises:
        InvalidInputError: a phone confirmation without who was heard, and when, or of a call to come.
    """
    coordinator = any(is_coordinator(actor, a) for a in antennas_of(favour))
    slip_clerk = evidence.rests_on is ConfirmedBy.SLIP and actor.has(Role.ANTENNA_PERSON, favour.antenna_id)
    if evidence.rests_on not in (ConfirmedBy.SLIP, ConfirmedBy.PHONE, ConfirmedBy.COORDINATOR):
        return False
    if not coordinator and not slip_clerk:
        return False
    if evidence.rests_on is ConfirmedBy.PHONE and not (evidence.heard_from.strip() and evidence.heard_at):
        raise InvalidInputError("heard_missing", "Write down whom you heard, and when.", field="heard_from")
    if evidence.heard_at is not None and evidence.heard_at > now + CLOCKS_DIFFER:
        raise InvalidInputError("heard_future", "This moment is still to come.", field="at")
    needs_word = evidence.rests_on is ConfirmedBy.COORDINATOR and not (
        favour.for_antenna or len(favour.receivers) > 1
    )
    return not needs_word


def confirmation(
    favour: Favour,
    rests_on: ConfirmedBy,
    member_id: int | None,
    *,
    actor: Actor,
    now: datetime,
    evidence: Evidence | None = None,
) -> FavourConfirmation:
    """One confirmation, for ``add_confirmations`` to write down.

    Raises:
        SelfConfirmationError: on someone else's behalf, of hours of one's own or one's household.
    """
    own_word = rests_on is ConfirmedBy.RECEIVER and member_id in actor.member_ids
    if not own_word and rests_on is not ConfirmedBy.SILENCE and is_own_deed(favour, actor):
        raise SelfConfirmationError
    return FavourConfirmation(
        rests_on=rests_on,
        confirmed_by_id=actor.person_id or None,
        for_member_id=member_id,
        heard_from="" if evidence is None else evidence.heard_from.strip()[:120],
        heard_at=None if evidence is None else evidence.heard_at,
        recorded_at=now,
    )


def add_confirmations(session: Session, favour: Favour, added: Sequence[FavourConfirmation]) -> None:
    """Write confirmations down, together with what else was changed in the favour.

    Raises:
        SelfConfirmationError: the database refuses one.
    """
    if favour.id is None:
        write_favour(session, favour)  # the guard of a confirmation looks for the parties, so they go first
    else:
        session.flush()
    for each in added:
        each.favour_id = favour.id
    try:
        insert_objects(session, added)
    except DBAPIError as error:
        if "TB403" in str(error.orig):
            raise SelfConfirmationError from error
        raise
    session.add_all(added)
    set_committed_value(favour, "confirmations", [*favour.confirmations, *added])


def write_favour(session: Session, favour: Favour) -> None:
    """Write a new favour and its parties down; its state is what it is by then."""
    insert_objects(session, [favour])
    for party in favour.parties:
        party.favour_id = favour.id
    insert_objects(session, favour.parties)
    session.add(favour)


def needs_second(
    session: Session, favour: Favour, added: Sequence[FavourConfirmation], rules: Rules, now: datetime
) -> bool:
    """Above the antenna's limit, for the pot that of a grant, or more for one receiver in a day 'by
    phone' than the rules allow.

    ``added`` are confirmations that aren't written down yet.
    """
    taken, from_pot = minutes_taken(favour)
    if max(taken, favour.minutes) > rules.two_person_minutes or from_pot > rules.grant_two_person_minutes:
        return True
    spoken_for = [
        c.for_member_id
        for c in (*favour.confirmations, *added)
        if c.rests_on in (ConfirmedBy.PHONE, ConfirmedBy.HELPER)
    ]
    if not spoken_for or not favour.minutes:
        return False
    hold_members(session, [member_id for member_id in spoken_for if member_id is not None])
    giver = aliased(FavourParty)
    day_start = now.replace(hour=0, minute=0, second=0, microsecond=0)
    earlier = session.scalar(
        select(func.coalesce(func.sum(Favour.minutes), 0))
        .join(FavourConfirmation, FavourConfirmation.favour_id == Favour.id)
        .join(giver, and_(giver.favour_id == Favour.id, giver.side == Side.GIVER))
        .where(
            FavourConfirmation.for_member_id.in_(spoken_for),
            FavourConfirmation.rests_on.in_((ConfirmedBy.PHONE, ConfirmedBy.HELPER)),
            FavourConfirmation.recorded_at >= day_start,
            Favour.state == FavourState.CONFIRMED,
            Favour.uid != favour.uid,
        )
    )
    return (earlier or 0) + max(taken, favour.minutes) > rules.proxy_daily_minutes


def minutes_taken(favour: Favour) -> tuple[int, int]:
    """(what one receiver gives for this favour, what the pot gives); each giver gets ``minutes``."""
    everyone, receivers = favour.minutes * len(favour.givers), len(favour.receivers)
    if not receivers or (receivers > 1 and favour.group_mode is GroupMode.POT):
        return 0, everyone
    if receivers > 1 and favour.group_mode is GroupMode.EACH:
        return favour.minutes, 0
    return -(-everyone // receivers), 0

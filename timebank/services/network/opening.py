"""Opening an antenna step by step: what is done, what still stands open, and the day it goes live."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.opening import ONLY_FOUND, REQUIRED, Present, Step, found_steps
from timebank.domain.permissions import Actor, Role, require_full_rights
from timebank.domain.states import MemberState
from timebank.models.antenna import Antenna, Area, PartnerAntenna, RuleDecision
from timebank.models.ask import Ask
from timebank.models.category import Category
from timebank.models.desk import OpeningStep
from timebank.models.member import Member, Person
from timebank.services.audit import write_down
from timebank.services.membership.member_lists import team_of
from timebank.services.network.antennas import AntennaDetails, add_partner, open_antenna
from timebank.services.network.practice import end_practice, practice_asks
from timebank.services.network.preparing import check_preparing, hold_antenna, require_opener

NOTE_MAX = 200
_Owned = PartnerAntenna | Area | RuleDecision | Member | Category | Ask


@dataclass(frozen=True)
class StepView:
    """One step: done by what is there (``found``), or by someone's word with who said it and when."""

    step: Step
    found: bool
    note: str = ""
    by: str = ""
    done_on: date | None = None

    @property
    def done(self) -> bool:
        """Whether nothing is left to do here."""
        return self.found or self.done_on is not None

    @property
    def required(self) -> bool:
        """Whether the antenna can't open without it."""
        return self.step in REQUIRED

    @property
    def by_word(self) -> bool:
        """Whether someone may say that it is done."""
        return self.step not in ONLY_FOUND


def prepare_antenna(
    session: Session, slug: str, details: AntennaDetails, partner: str, *, actor: Actor, now: datetime
) -> Antenna:
    """A new antenna that stays among its team until it goes live, with its partner where one is named.

    Raises:
        NotAllowedError: only the operator opens antennas.
        InvalidInputError: as ``open_antenna``.
    """
    require_full_rights(actor)
    antenna = open_antenna(session, slug, details, actor=actor, now=now, preparing=True)
    if partner.strip():
        add_partner(session, partner, [antenna.id], actor=actor, now=now)
    return antenna


def opening_steps(session: Session, antenna: Antenna, *, actor: Actor, now: datetime) -> tuple[StepView, ...]:
    """Every step of this antenna's opening, in order.

    Raises:
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    require_opener(actor, antenna.id)
    found = found_steps(_present(session, antenna, local_day(now, antenna.timezone)))
    told = _told(session, antenna.id)
    return tuple(
        told[step] if step in told and step not in found else StepView(step, step in found) for step in Step
    )


def tick_step(
    session: Session, antenna_id: int, step: Step, note: str, *, actor: Actor, now: datetime
) -> None:
    """Say of a step that it is done, in a word; saying it again changes the word.

    Raises:
        InvalidInputError: no word.
        WrongStateError: the antenna is open already.
        NotFoundError: a step that only the data can show.
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    antenna = hold_antenna(session, antenna_id, actor=actor)
    if step in ONLY_FOUND:
        raise NotFoundError
    check_preparing(antenna)
    word = clean_text(note)[:NOTE_MAX]
    if not word:
        raise InvalidInputError(
            "opening_word_missing", "Write down in a word how this was done.", field="note"
        )
    row = session.get(OpeningStep, (antenna_id, step.value))
    if row is None:
        row = OpeningStep(antenna_id=antenna_id, step=step.value)
        session.add(row)
    row.note, row.done_on = word, local_day(now, antenna.timezone)
    row.done_by_id = actor.person_id or None
    _note(session, "tick_opening_step", antenna_id, step.value, actor, now)


def untick_step(session: Session, antenna_id: int, step: Step, *, actor: Actor, now: datetime) -> None:
    """Take back that a step is done; taking it back twice changes nothing.

    Raises:
        WrongStateError: the antenna is open already.
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    antenna = hold_antenna(session, antenna_id, actor=actor)
    check_preparing(antenna)
    row = session.get(OpeningStep, (antenna_id, step.value))
    if row is None:
        return
    session.delete(row)
    _note(session, "untick_opening_step", antenna_id, step.value, actor, now)


def go_live(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> Antenna:
    """Open the antenna today: from now on its neighbours are written to. A second time changes nothing.

    The practice asks go away with it.

    Raises:
        WrongStateError: ``opening_steps_open``, while a required step stands open.
        NotAllowedError, NotFoundError: neither its coordinator nor the operator.
    """
    antenna = hold_antenna(session, antenna_id, actor=actor)
    if antenna.live_on is not None:
        return antenna
    steps = opening_steps(session, antenna, actor=actor, now=now)
    if any(each.required and not each.done for each in steps):
        raise WrongStateError(
            "opening_steps_open", "Some steps still stand open that an antenna can't open without."
        )
    end_practice(session, antenna_id, actor=actor, now=now)
    antenna.live_on = local_day(now, antenna.timezone)
    _note(session, "go_live", antenna_id, "", actor, now)
    return antenna


def _present(session: Session, antenna: Antenna, today: date) -> Present:
    def count(of: type[_Owned], *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(of).where(of.antenna_id == antenna.id, *conditions)
        return session.scalar(query) or 0

    team = [
        (mandate.role, person.id)
        for mandate, person in team_of(session, antenna.id, today)
        if mandate.starts_on <= today
    ]
    return Present(
        partners=count(PartnerAntenna),
        areas=count(Area),
        has_phone=bool(antenna.phone),
        members=count(Member, Member.state == MemberState.ACTIVE),
        hours_decided=count(RuleDecision, RuleDecision.rule == "hours_on") > 0,
        own_kinds=count(Category, Category.retired.is_(False)),
        coordinators=len({person for role, person in team if role is Role.COORDINATOR}),
        team=len({person for _role, person in team}),
        asks=count(Ask, Ask.id.not_in(practice_asks(session, antenna.id))),
    )


def _told(session: Session, antenna_id: int) -> Mapping[Step, StepView]:
    rows = session.execute(
        select(OpeningStep, Person)
        .outerjoin(Person, Person.id == OpeningStep.done_by_id)
        .where(OpeningStep.antenna_id == antenna_id, OpeningStep.step.in_(set(Step) - ONLY_FOUND))
    )
    return {
        Step(row.step): StepView(
            Step(row.step), found=False, note=row.note, by=person.name if person else "", done_on=row.done_on
        )
        for row, person in rows
    }


def _note(session: Session, action: str, antenna_id: int, step: str, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=antenna_id,
        subject=f"opening_step:{step}" if step else "",
    )
    session.flush()

"""Boundaries: what an antenna's neighbours don't do, switched on and off and added to, all of it logged."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import LANGUAGES
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.domain.names import clean_text, fold_name
from timebank.domain.own_words import kept_words
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.intake.boundaries import BOUNDARIES
from timebank.models.audit import AuditEntry
from timebank.models.matching import Boundary
from timebank.models.member import Person
from timebank.services.audit import write_down

OWN = "own_"
NAME_MAX = 60
COMMON = tuple(boundary.code for boundary in BOUNDARIES)
CHANGES_SHOWN = 20


@dataclass(frozen=True)
class BoundaryView:
    """One boundary: of the common list (pages know its words) or the antenna's own, by its names.

    ``version`` is 0 for one of the common list that was never switched.
    """

    code: str
    active: bool
    names: Mapping[str, str]
    words: Mapping[str, Sequence[str]]
    version: int = 0

    def name_in(self, language: str) -> str:
        """Its own name in this language, or in any that it has; empty for the common list."""
        return self.names.get(language) or next(iter(self.names.values()), "")


@dataclass(frozen=True)
class BoundaryChange:
    """One logged change: which boundary, what was done (the audit's action), who and when."""

    code: str
    action: str
    by: str
    at: datetime


def boundary_list(session: Session, antenna_id: int) -> tuple[BoundaryView, ...]:
    """The common list and then the antenna's own, also those that are switched off."""
    rows = {
        row.code: row
        for row in session.scalars(
            select(Boundary).where(Boundary.antenna_id == antenna_id).order_by(Boundary.id)
        )
    }
    common = [
        BoundaryView(code, rows[code].active, {}, {}, rows[code].version)
        if code in rows
        else BoundaryView(code, active=True, names={}, words={})
        for code in COMMON
    ]
    own = [
        BoundaryView(row.code, row.active, row.names, row.words, row.version)
        for row in rows.values()
        if row.code not in COMMON
    ]
    return (*common, *own)


def boundary_changes(session: Session, antenna_id: int, *, actor: Actor) -> tuple[BoundaryChange, ...]:
    """Who changed what, newest first, for the antenna's coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    rows = session.execute(
        select(AuditEntry, Person.given_name, Person.family_name)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(AuditEntry.antenna_id == antenna_id, AuditEntry.subject.startswith("boundary:"))
        .order_by(AuditEntry.id.desc())
        .limit(CHANGES_SHOWN)
    )
    return tuple(
        BoundaryChange(
            entry.subject.removeprefix("boundary:"),
            entry.action,
            f"{given or ''} {family or ''}".strip(),
            entry.at,
        )
        for entry, given, family in rows
    )


def switch_boundary(
    session: Session, antenna_id: int, code: str, *, active: bool, actor: Actor, now: datetime
) -> Boundary:
    """Take a boundary off the list, or put it on again; switching twice is switching once.

    Raises:
        NotFoundError: there is no such boundary.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    _require(actor, antenna_id)
    boundary = _row(session, antenna_id, code)
    if boundary is None:
        if code not in COMMON:
            raise NotFoundError
        boundary = Boundary(antenna_id=antenna_id, code=code, active=True, names={}, words={})
        session.add(boundary)
    if boundary.active != active or boundary.id is None:
        boundary.active = active
        _note(session, boundary, "boundary_on" if active else "boundary_off", actor, now)
    return boundary


def add_boundary(
    session: Session,
    antenna_id: int,
    names: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
    *,
    actor: Actor,
    now: datetime,
) -> Boundary:
    """A boundary of the antenna's own, with a name and words that give it away, per language.

    Raises:
        InvalidInputError: no name, no words, or a name that is there already.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    _require(actor, antenna_id)
    kept = _names(names)
    code = OWN + re.sub(r"\W+", "_", fold_name(next(iter(kept.values()))))[:40]
    if _row(session, antenna_id, code) is not None:
        raise InvalidInputError("boundary_there", "This stands in the list already.", field="name")
    boundary = Boundary(antenna_id=antenna_id, code=code, active=True, names=kept, words=_words(words))
    session.add(boundary)
    _note(session, boundary, "add_boundary", actor, now)
    return boundary


def change_boundary(
    session: Session,
    antenna_id: int,
    code: str,
    names: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
    *,
    version: int,
    actor: Actor,
    now: datetime,
) -> Boundary:
    """Give one of the antenna's own boundaries other names or words.

    Raises:
        NotFoundError: the antenna has none of its own of this code.
        StaleError: someone changed it since ``version`` was read.
    """
    _require(actor, antenna_id)
    boundary = _row(session, antenna_id, code)
    if boundary is None or code in COMMON:
        raise NotFoundError
    if boundary.version != version:
        raise StaleError
    boundary.names, boundary.words = _names(names), _words(words)
    _note(session, boundary, "change_boundary", actor, now)
    return boundary


def _row(session: Session, antenna_id: int, code: str) -> Boundary | None:
    return session.scalar(select(Boundary).where(Boundary.antenna_id == antenna_id, Boundary.code == code))


def _require(actor: Actor, antenna_id: int) -> None:
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)


def _names(names: Mapping[str, str]) -> dict[str, str]:
    kept = {code: clean_text(names.get(code, ""))[:NAME_MAX] for code in LANGUAGES}
    kept = {code: name for code, name in kept.items() if fold_name(name)}
    if not kept:
        raise InvalidInputError("name_missing", "Write down a name.", field="name")
    return kept


def _words(words: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    kept = kept_words(words)
    if not kept:
        raise InvalidInputError(
            "boundary_words_missing", "Write down the words by which an ask shows it.", field="words"
        )
    return kept


def _note(session: Session, boundary: Boundary, action: str, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=boundary.antenna_id,
        subject=f"boundary:{boundary.code}",
    )
    session.flush()

"""Looking services up: an antenna's list with those of the network, what is stale, and the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.finding import find
from timebank.domain.permissions import (
    Actor,
    belongs,
    is_coordinator,
    may_edit_directory,
    may_read_directory,
    require,
)
from timebank.domain.service_kinds import SERVICE_KINDS
from timebank.models.antenna import Antenna
from timebank.models.directory import DirectoryEntry
from timebank.services.network.rules import rules_of

CARD_MOST = {"normal": 12, "large": 8}
"""How many services a card of one sheet holds, by the size of its letters (14 and 18 points)."""


@dataclass(frozen=True)
class Directory:
    """What a page shows of an antenna's directory: ``stale`` are ids, ``stale_count`` of all entries."""

    antenna: Antenna
    entries: tuple[DirectoryEntry, ...]
    stale: frozenset[int]
    stale_count: int
    days: int
    editor: bool


def list_directory(
    session: Session,
    antenna_id: int,
    *,
    words: str = "",
    kind: str = "",
    show: str = "",
    actor: Actor,
    now: datetime,
) -> Directory:
    """An antenna's services and the network's, by name, or best first where ``words`` are looked for.

    ``show`` is '' (what exists), 'stale' (checked too long ago, oldest first) or 'ended'; the last
    two are for coordinators, anyone else gets what exists.

    Raises:
        NotFoundError: the actor belongs to another antenna.
    """
    antenna = _antenna(session, antenna_id, actor)
    editor = is_coordinator(actor, antenna_id)
    days = rules_of(session, antenna_id).directory_days
    everything = entries_of(session, antenna_id)
    current = [entry for entry in everything if entry.ended_on is None]
    stale = [entry for entry in current if is_stale(entry, days, local_day(now, antenna.timezone))]
    shown = current
    if editor and show == "ended":
        shown = [entry for entry in everything if entry.ended_on is not None]
    elif editor and show == "stale":
        shown = sorted(stale, key=lambda entry: entry.checked_on or date.min)
    if kind in SERVICE_KINDS:
        shown = [entry for entry in shown if kind in entry.kinds]
    return Directory(
        antenna=antenna,
        entries=tuple(find(shown, words, texts_of)),
        stale=frozenset(entry.id for entry in stale),
        stale_count=len(stale),
        days=days,
        editor=editor,
    )


def count_stale(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> int:
    """How many services wait to be checked again, for the antenna's coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    return list_directory(session, antenna_id, actor=actor, now=now).stale_count


def directory_page(
    session: Session,
    antenna: Antenna | None,
    *,
    words: str = "",
    kind: str = "",
    actor: Actor,
    before: int | None,
    limit: int,
) -> Sequence[DirectoryEntry]:
    """By cursor, newest first: what exists and the actor may look up, of one antenna or of all.

    Raises:
        NotFoundError: the actor doesn't belong to ``antenna``.
    """
    if antenna is not None:
        _antenna(session, antenna.id, actor)
        own = [antenna.id]
    else:
        own = [each for each in session.scalars(select(Antenna.id)) if belongs(actor, each)]
    if not may_read_directory(actor, None):
        return ()
    entries = [entry for entry in _entries(session, own) if entry.ended_on is None]
    entries = [entry for entry in entries if not kind or kind in entry.kinds]
    found = sorted(find(entries, words, texts_of), key=lambda entry: -entry.id)
    return [entry for entry in found if before is None or entry.id < before][:limit]


def card_entries(
    session: Session, antenna_id: int, *, most: int, actor: Actor
) -> tuple[Antenna, tuple[DirectoryEntry, ...], int]:
    """(antenna, what its neighbourhood card holds, how many more there is no room for).

    Services with a telephone number that their owner put on the card, in the order of their kinds;
    the antenna's own before the network's.
    """
    antenna = _antenna(session, antenna_id, actor)
    wanted = [
        entry
        for entry in entries_of(session, antenna_id)
        if entry.ended_on is None and entry.on_card and entry.phone
    ]
    order = {code: place for place, code in enumerate(SERVICE_KINDS)}
    last = len(order)
    kept = sorted(
        sorted(wanted, key=lambda entry: entry.antenna_id is None)[:most],
        key=lambda entry: (order.get(entry.kinds[0], last) if entry.kinds else last, entry.sort_name),
    )
    return antenna, tuple(kept), len(wanted) - len(kept)


def entries_of(session: Session, antenna_id: int) -> Sequence[DirectoryEntry]:
    """Every service of the antenna and of the network, ended ones too, by name."""
    return _entries(session, [antenna_id])


def is_stale(entry: DirectoryEntry, days: int, today: date) -> bool:
    """Whether it was checked longer ago than ``days``, or never."""
    return entry.checked_on is None or entry.checked_on < today - timedelta(days=days)


def texts_of(entry: DirectoryEntry) -> tuple[str, ...]:
    """What a search looks through; the coordinators' notes are not in it."""
    kinds = " ".join(SERVICE_KINDS[code] for code in entry.kinds if code in SERVICE_KINDS)
    reach = f"{entry.area} {entry.address} {entry.phone} {''.join(entry.phone.split())}"
    return (entry.name, kinds, entry.what, entry.for_whom, reach)


def may_edit(entry: DirectoryEntry, actor: Actor) -> bool:
    """Whether this actor keeps the entry right."""
    return may_edit_directory(actor, entry.antenna_id)


def _entries(session: Session, antenna_ids: Sequence[int]) -> Sequence[DirectoryEntry]:
    return session.scalars(
        select(DirectoryEntry)
        .options(joinedload(DirectoryEntry.owner), joinedload(DirectoryEntry.antenna))
        .where(or_(DirectoryEntry.antenna_id.is_(None), DirectoryEntry.antenna_id.in_(antenna_ids)))
        .order_by(DirectoryEntry.sort_name, DirectoryEntry.id)
    ).all()


def _antenna(session: Session, antenna_id: int, actor: Actor) -> Antenna:
    antenna = session.get(Antenna, antenna_id)
    if antenna is None or not may_read_directory(actor, antenna_id):
        raise NotFoundError
    return antenna

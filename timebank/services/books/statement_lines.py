"""The lines of a statement: each entry with the favour or gift behind it, told to one member."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.ledger.corrections import taken_back_by
from timebank.ledger.model import TransferKind
from timebank.ledger.reading import EntryLine
from timebank.models.favour import Favour, FavourTransfer
from timebank.models.gift import Gift, GiftTransfer
from timebank.models.member import Member


@dataclass(frozen=True)
class StatementLine:
    """One line: minutes are positive when time was given, negative when help was received.

    A correction of something that stands on an earlier account comes as a reversal ``on_earlier``.
    """

    done_on: date
    recorded_at: datetime
    minutes: int
    balance_minutes: int
    kind: TransferKind
    others: tuple[str, ...]
    category: str
    note: str
    concerns_on: date | None
    favour_uid: UUID | None
    on_earlier: bool = False


def lines_with_causes(
    session: Session, entries: Sequence[EntryLine], member: Member, holders: Set[int]
) -> tuple[StatementLine, ...]:
    """The entries with the favour or gift behind each: a fixed number of statements for a page."""
    favours, gifts = _causes_of(session, [entry.key for entry in entries])
    moved = [each for each in entries if each.kind is TransferKind.MOVE and each.key not in gifts]
    corrected = taken_back_by(session, moved) if moved else {}
    originals = [key for keys in corrected.values() for key in keys]
    then_favours, then_gifts = _causes_of(session, originals) if originals else ({}, {})
    lines = []
    for entry in entries:
        if entry.key in corrected:
            (key, *more) = corrected[entry.key]
            favour, gift = (None, None) if more else (then_favours.get(key), then_gifts.get(key))
            lines.append(_correction(entry, favour, gift, member, holders))
        else:
            lines.append(_line(entry, favours.get(entry.key), gifts.get(entry.key), member, holders))
    return tuple(lines)


def _causes_of(session: Session, keys: Sequence[UUID]) -> tuple[dict[UUID, Favour], dict[UUID, Gift]]:
    """The favours and gifts behind these transfers, by the transfer's key."""
    favours: dict[UUID, Favour] = {}
    gifts: dict[UUID, Gift] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        rows = session.execute(
            select(FavourTransfer.transfer_id, Favour)
            .join(Favour, Favour.id == FavourTransfer.favour_id)
            .where(FavourTransfer.transfer_id.in_(part))
        )
        favours |= {key: favour for key, favour in rows}  # noqa: C416 - rows aren't pairs to mypy
        given = session.execute(
            select(GiftTransfer.transfer_id, Gift)
            .join(Gift, Gift.id == GiftTransfer.gift_id)
            .where(GiftTransfer.transfer_id.in_(part))
        )
        gifts |= {key: gift for key, gift in given}  # noqa: C416 - as above
    return favours, gifts


def _correction(
    entry: EntryLine, favour: Favour | None, gift: Gift | None, member: Member, holders: Set[int]
) -> StatementLine:
    """What was taken back on an account of before. Of someone else's time on it no more is told than that."""
    own = favour is not None and member.id in {each.member_id for each in favour.parties}
    ours = gift is not None and member.id in (gift.from_member_id, gift.to_member_id)
    favour, gift = (favour if own else None), (gift if ours else None)
    line = _line(entry, favour, gift, member, holders, back=True)
    cause = favour or gift
    return replace(
        line,
        kind=TransferKind.REVERSAL,
        concerns_on=line.concerns_on if cause is None else cause.done_on,
        on_earlier=True,
    )


def _line(
    entry: EntryLine,
    favour: Favour | None,
    gift: Gift | None,
    member: Member,
    holders: Set[int],
    *,
    back: bool | None = None,
) -> StatementLine:
    back = entry.reverses_seq is not None if back is None else back
    others: tuple[str, ...] = ()
    if favour is not None:
        side = favour.receivers if (entry.minutes > 0) is not back else favour.givers
        others = tuple(_short_name(m) for m in side if m.id not in holders)
    elif gift is not None and not (gift.unnamed and gift.from_member_id != member.id):
        other = gift.from_member if (entry.minutes > 0) is not back else gift.to_member
        others = (_short_name(other),) if other is not None else ()
    return StatementLine(
        done_on=entry.done_on,
        recorded_at=entry.recorded_at,
        minutes=entry.minutes,
        balance_minutes=entry.balance_minutes,
        kind=entry.kind,
        others=others,
        category="" if favour is None else favour.category,
        note=(gift.wish if gift is not None else "") if favour is None else favour.note,
        concerns_on=entry.concerns_on,
        favour_uid=None if favour is None else favour.uid,
    )


def _short_name(member: Member) -> str:
    person = member.person
    return (
        f"{person.given_name} {person.family_name[:1]}.".strip() if person.family_name else person.given_name
    )

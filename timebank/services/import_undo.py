"""Taking a whole import back: favours by reversal, members who did nothing since by leaving."""

import uuid
from datetime import datetime

from sqlalchemy import exists, insert, select, update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES, FavourState, MemberState
from timebank.ledger.model import TransferKind
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, FavourTransfer
from timebank.models.importing import ImportBatch, ImportKind, ImportState
from timebank.models.member import Member, MemberStepTaken
from timebank.services.audit import write_down
from timebank.services.bookkeeping import Cause, close_member_account, take_back
from timebank.services.importing import find_batch


def undo_import(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> int:
    """Take back what an import booked; how many favours or members.

    Members with favours of their own since then stay.

    Raises:
        WrongStateError: it isn't booked, or was taken back before.
    """
    batch = find_batch(session, uid, actor=actor)
    if batch.state is not ImportState.POSTED:
        raise WrongStateError(state=batch.state.value)
    undo = _undo_members if batch.kind is ImportKind.MEMBERS else _undo_favours
    count = undo(session, batch, actor, now)
    batch.state, batch.undone_at = ImportState.UNDONE, now
    batch.undone_by_id = actor.person_id or None
    write_down(
        session,
        "undo_import",
        actor=actor,
        now=now,
        antenna_id=batch.antenna_id,
        subject=f"import:{batch.uid}",
        detail={"count": count},
    )
    session.flush()
    return count


def _undo_favours(session: Session, batch: ImportBatch, actor: Actor, now: datetime) -> int:
    antenna = session.get_one(Antenna, batch.antenna_id)
    wanted = select(Favour.id).where(
        Favour.import_batch_id == batch.id, Favour.state.in_((FavourState.CONFIRMED, FavourState.DISPUTED))
    )
    rows = session.execute(
        select(
            FavourTransfer.favour_id, FavourTransfer.transfer_id, FavourTransfer.book_id, FavourTransfer.seq
        )
        .where(FavourTransfer.favour_id.in_(wanted))
        .order_by(FavourTransfer.id)
    ).all()
    owners = {(row.book_id, row.seq): row.favour_id for row in rows}
    cause = Cause(
        uuid.uuid5(batch.uid, "undo"),
        TransferKind.REVERSAL,
        local_day(now, antenna.timezone),
        actor.person_id,
    )
    ids = [row.transfer_id for row in rows]
    ties = []
    for (book_id, seq), posting in zip(sorted(owners), take_back(session, ids, cause, now=now), strict=True):
        ties.append(
            {
                "favour_id": owners[book_id, seq],
                "transfer_id": posting.key,
                "book_id": posting.book_id,
                "seq": posting.seq,
                "reversal": True,
            }
        )
    if ties:
        session.execute(insert(FavourTransfer), ties)
    own = Favour.import_batch_id == batch.id
    options = {"synchronize_session": False}
    for states, target in (
        ((FavourState.CONFIRMED, FavourState.DISPUTED), FavourState.REVERSED),
        ((FavourState.LOGGED,), FavourState.UNDONE),
    ):
        session.execute(
            update(Favour)
            .where(own, Favour.state.in_(states))
            .values(state=target, version=Favour.version + 1),
            execution_options=options,
        )
    return len({row.favour_id for row in rows})


def _undo_members(session: Session, batch: ImportBatch, actor: Actor, now: datetime) -> int:
    antenna = session.get_one(Antenna, batch.antenna_id)
    today = local_day(now, antenna.timezone)
    busy = exists().where(FavourParty.member_id == Member.id)
    members = session.scalars(
        select(Member).where(Member.import_batch_id == batch.id, Member.state.in_(PRESENT_STATES), ~busy)
    ).all()
    for member in members:
        member.state, member.ended_on = MemberState.LEFT, today
        session.add(
            MemberStepTaken(
                member_id=member.id,
                step="leave",
                on_day=today,
                recorded_by_id=actor.person_id or None,
                recorded_at=now,
            )
        )
        if member.account_id is not None:
            close_member_account(session, member.account_id, on=today)
    session.flush()
    return len(members)

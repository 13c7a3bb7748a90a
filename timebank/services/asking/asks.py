"""Asks: writing one down, correcting it, and giving it one of its five endings.

A member's, helper's or antenna person's ask is new until a coordinator has looked at it; a
coordinator's own is open at once, unless a whole file of them is brought in. What follows from
proposals is in ``ask_settling``.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from timebank.domain.ask_states import ASK_STEPS, AskState, AskStep, ProposalState
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import NotAllowedError, NotFoundError, StaleError, WrongStateError
from timebank.domain.permissions import (
    SYSTEM,
    Actor,
    is_coordinator,
    may_act_for,
    require,
)
from timebank.domain.referral_states import ReferralState
from timebank.domain.states import PRESENT_STATES, next_state
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask, AskWindow
from timebank.models.referral import Referral
from timebank.services.asking.ask_checks import NOTE_MAX, check_ask, check_details
from timebank.services.asking.ask_settling import drop_proposals, proposals_in, settle_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk
from timebank.services.audit import write_down

ENDINGS = frozenset({AskStep.FILL, AskStep.FILL_PARTLY, AskStep.REFER, AskStep.WITHDRAW, AskStep.GIVE_UP})
NEXT_MADE_AHEAD = timedelta(days=7)
"""How long before its first day the next occurrence of a repeating ask is made."""


def make_ask(session: Session, new: NewAsk, *, actor: Actor, now: datetime) -> Ask:
    """Write an ask down in the person's own words.

    Raises:
        InvalidInputError: no words, nobody who asks, or details that can't be.
        NotAllowedError, NotFoundError: not this actor's to ask for.
    """
    antenna = session.get(Antenna, new.antenna_id)
    if antenna is None:
        raise NotFoundError
    check_ask(session, new, actor=actor, today=local_day(now, antenna.timezone))
    looked = new.channel is not Channel.IMPORT and (is_coordinator(actor, antenna.id) or actor is SYSTEM)
    ask = Ask(
        uid=uuid.uuid4(),
        antenna_id=antenna.id,
        state=AskState.OPEN if looked else AskState.NEW,
        words=new.words.strip(),
        member_id=new.member_id,
        asker_name=new.asker_name.strip()[:120] if new.member_id is None else "",
        asker_phone=new.asker_phone.strip()[:40] if new.member_id is None else "",
        channel=new.channel,
        drop_point=new.drop_point.strip()[:120],
        consent_note=new.consent_note.strip()[:NOTE_MAX],
        beside_id=new.beside_id,
        made_by_id=actor.person_id or None,
        made_at=now,
    )
    _fill(ask, new.details)
    session.add(ask)
    session.flush()
    _note(session, ask, "make_ask", actor=actor, now=now)
    session.flush()
    return ask


def find_ask(session: Session, uid: uuid.UUID, *, actor: Actor, lock: bool = False) -> Ask:
    """The ask, for who asks, who acts for them, who wrote it down, and the antenna's coordinators.

    Raises:
        NotFoundError: no such ask, or none of this actor's business.
    """
    query = select(Ask).where(Ask.uid == uid)
    ask = session.scalar(query.with_for_update(of=Ask) if lock else query)
    if ask is None:
        raise NotFoundError
    mine = ask.member_id is not None and may_act_for(actor, ask.member_id)
    wrote = ask.made_by_id is not None and ask.made_by_id == actor.person_id
    if not (mine or wrote or is_coordinator(actor, ask.antenna_id) or actor is SYSTEM):
        raise NotFoundError
    return ask


def change_ask(
    session: Session, uid: uuid.UUID, details: AskDetails, *, version: int, actor: Actor, now: datetime
) -> Ask:
    """Correct what an ask is about; its words stay. A coordinator who saves a new one has looked at it.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        NotAllowedError: who asks, once a coordinator has begun with it.
        WrongStateError: it has ended.
    """
    ask = find_ask(session, uid, actor=actor, lock=True)
    coordinator = is_coordinator(actor, ask.antenna_id)
    if not coordinator and ask.state is not AskState.NEW:
        raise NotAllowedError
    if ask.ended_at is not None:
        raise WrongStateError(state=ask.state.value)
    if ask.version != version:
        raise StaleError
    check_details(session, ask.antenna_id, details, today=local_day(now, ask.antenna.timezone))
    if len(proposals_in(session, ask, ProposalState.ACCEPTED, ProposalState.DONE)) > details.slots:
        raise WrongStateError(
            "slots_taken", "More people than that have promised already.", state=ask.state.value
        )
    _fill(ask, details)
    flag_modified(ask, "words")  # the version grows also when only a window changed
    if coordinator and ask.state is AskState.NEW:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.LOOK)
    settle_ask(session, ask, actor=actor, now=now)
    _note(session, ask, "change_ask", actor=actor, now=now)
    session.flush()
    return ask


def end_ask(
    session: Session,
    uid: uuid.UUID,
    step: AskStep,
    *,
    note: str = "",
    stop_repeating: bool = False,
    actor: Actor,
    now: datetime,
) -> Ask:
    """Give an ask its ending; who asks may withdraw it, everything else is a coordinator's.

    Questions that wait are taken back and promises called off, each with a notice. A repeating ask
    goes on with its next occurrence, unless ``stop_repeating``.

    Raises:
        WrongStateError: it can't end like this from where it is, a promise must be settled first, or
            it would be referred to nobody.
        NotAllowedError: not a coordinator, and not one's own to withdraw.
    """
    if step not in ENDINGS:
        raise WrongStateError(state=step.value)
    ask = find_ask(session, uid, actor=actor, lock=True)
    own = step is AskStep.WITHDRAW and ask.member_id is not None and may_act_for(actor, ask.member_id)
    require(own or is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    ended = next_state(ASK_STEPS, ask.state, step)
    if step in (AskStep.FILL, AskStep.FILL_PARTLY) and proposals_in(session, ask, ProposalState.ACCEPTED):
        raise WrongStateError(
            "promises_open", "Say first of each promise whether it happened.", state=ask.state.value
        )
    if step is AskStep.REFER and not _has_open_referral(session, ask):
        raise WrongStateError(
            "referral_missing", "Say first to which service it is handed.", state=ask.state.value
        )
    drop_proposals(session, ask, actor=actor, now=now)
    ask.state, ask.ended_at = ended, now
    ask.ended_by_id, ask.end_note = actor.person_id or None, note.strip()[:NOTE_MAX]
    if stop_repeating:
        ask.repeat_until = local_day(now, ask.antenna.timezone)
    _note(session, ask, f"ask_{step.value}", actor=actor, now=now)
    session.flush()
    return ask


def reopen_ask(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Ask:
    """Take up again what ended without, or with only part of, the help.

    Raises:
        WrongStateError: it isn't ended, or it was filled.
    """
    ask = find_ask(session, uid, actor=actor, lock=True)
    require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    ask.state = next_state(ASK_STEPS, ask.state, AskStep.REOPEN)
    ask.ended_at, ask.ended_by_id = None, None
    _note(session, ask, "reopen_ask", actor=actor, now=now)
    session.flush()
    return ask


def asks_to_repeat(session: Session, *, now: datetime) -> list[int]:
    """Ids of repeating asks whose next occurrence is due to be made."""
    followed = select(Ask.follows_id).where(Ask.follows_id.is_not(None))
    rows = session.scalars(
        select(Ask).where(Ask.repeat_days.is_not(None), Ask.id.not_in(followed)).order_by(Ask.id)
    )
    return [ask.id for ask in rows if _next_is_due(ask, now)]


def make_next_occurrence(session: Session, ask_id: int, *, now: datetime) -> Ask | None:
    """The next occurrence of a repeating ask, once; None where another run made it, or it has ended.

    It carries the same words and wishes, its windows moved on by ``repeat_days``.
    """
    old = session.scalar(select(Ask).where(Ask.id == ask_id).with_for_update(of=Ask))
    if old is None or old.repeat_days is None or not _next_is_due(old, now):
        return None
    if session.scalar(select(Ask.id).where(Ask.follows_id == old.id)) is not None:
        return None
    kept = {
        name: getattr(old, name)
        for name in (
            "antenna_id", "words", "member_id", "asker_name", "asker_phone", "channel", "drop_point",
            "consent_note", "made_by_id", "category", "place", "cell_row", "cell_column", "to_cell_row",
            "to_cell_column", "minutes", "fixed_minute", "slots", "wishes", "languages", "urgency",
            "show_phone", "repeat_days", "repeat_until", "beside_id",
        )
    }  # fmt: skip
    ask = Ask(uid=uuid.uuid4(), state=AskState.OPEN, made_at=now, follows_id=old.id, **kept)
    step = timedelta(days=old.repeat_days)
    ask.windows = [
        AskWindow(on_day=w.on_day + step, from_minute=w.from_minute, until_minute=w.until_minute)
        for w in old.windows
    ]
    session.add(ask)
    session.flush()
    _note(session, ask, "make_next_occurrence", actor=SYSTEM, now=now)
    session.flush()
    return ask


def _next_is_due(ask: Ask, now: datetime) -> bool:
    if not ask.windows or ask.repeat_days is None:
        return False
    if ask.member is not None and ask.member.state not in PRESENT_STATES:
        return False
    today = local_day(now, ask.antenna.timezone)
    following = min(window.on_day for window in ask.windows) + timedelta(days=ask.repeat_days)
    if ask.repeat_until is not None and following > ask.repeat_until:
        return False
    return following - NEXT_MADE_AHEAD <= today


def _fill(ask: Ask, details: AskDetails) -> None:
    """Put the details on the row; of windows that begin together the longest counts, and each keeps its row."""
    ask.category, ask.place = details.category, details.place.strip()[:120]
    ask.cell_row, ask.cell_column = (details.home.row, details.home.column) if details.home else (None, None)
    destination = details.destination
    ask.to_cell_row, ask.to_cell_column = (
        (destination.row, destination.column) if destination else (None, None)
    )
    ask.minutes, ask.fixed_minute, ask.slots = details.minutes, details.fixed_minute, details.slots
    ask.wishes = [wish.value for wish in details.wishes]
    ask.languages = list(details.languages)
    ask.urgency = int(details.urgency)
    ask.first_meeting, ask.show_phone = details.first_meeting, details.show_phone
    ask.repeat_days, ask.repeat_until = details.repeat_days, details.repeat_until
    ends = {(w.on_day, w.from_minute): w.until_minute for w in sorted(details.windows)}
    for row in list(ask.windows):
        if (row.on_day, row.from_minute) in ends:
            row.until_minute = ends.pop((row.on_day, row.from_minute))
        else:
            ask.windows.remove(row)
    for (on_day, from_minute), until_minute in ends.items():
        ask.windows.append(AskWindow(on_day=on_day, from_minute=from_minute, until_minute=until_minute))


def _has_open_referral(session: Session, ask: Ask) -> bool:
    query = select(Referral.id).where(Referral.ask_id == ask.id, Referral.state == ReferralState.OPEN)
    return session.scalar(query) is not None


def _note(session: Session, ask: Ask, action: str, *, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=ask.antenna_id,
        member_id=ask.member_id,
        subject=f"ask:{ask.uid}",
        channel=ask.channel,
    )

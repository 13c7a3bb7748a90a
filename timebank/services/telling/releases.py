"""Releases: preparing an antenna's figures through the gate, and the antenna's yes or no to them.

What was told is never changed. A correction comes with the release of a later period, and what is public
is a part of what the partners have.
"""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import clean_text
from timebank.domain.permissions import (
    SYSTEM,
    Actor,
    Role,
    may_see_books,
    require,
    require_full_rights,
)
from timebank.domain.release_states import RELEASE_STEPS, ReleaseAudience, ReleaseState, ReleaseStep
from timebank.domain.states import next_state
from timebank.models.antenna import Antenna
from timebank.models.release import Release
from timebank.participation.catalogue import OF_THE_PUBLIC
from timebank.participation.disclosure.audiences import BOARD, PARTNER, PUBLIC, Audience
from timebank.participation.disclosure.carrying import all_in_line
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import Released
from timebank.participation.disclosure.gate import pass_gate, record_of
from timebank.participation.disclosure.storing import (
    checksum_of,
    drafts_from,
    released_from,
    told_json,
    truth_json,
)
from timebank.participation.periods import Period
from timebank.services.audit import write_down
from timebank.services.telling.release_own import views_of
from timebank.services.telling.release_tables import tables_of

WAIT_AFTER_PERIOD = timedelta(days=14)
"""How long slips and confirmations may still come in before a period is told."""

AUDIENCES: dict[ReleaseAudience, Audience] = {
    ReleaseAudience.PARTNER: PARTNER,
    ReleaseAudience.PUBLIC: PUBLIC,
    ReleaseAudience.BOARD: BOARD,
}
REFUSAL_MAX = 300
FORMAT = 1
"""Of ``Release.contents``; a later one would read this one too."""


def prepare_release(
    session: Session,
    antenna_id: int,
    period: Period,
    audience: ReleaseAudience = ReleaseAudience.PARTNER,
    *,
    actor: Actor = SYSTEM,
    now: datetime,
) -> Release:
    """Work out what may be told of a calendar quarter or year that is over, for the antenna to look at.

    For the partner, everything that isn't refused counts as told, so that whatever is approved later is safe
    together. What the public gets is a part of the partners' approved release of the same period.

    Raises:
        InvalidInputError: no calendar quarter or year, one that isn't over since two weeks, one that is prepared or
            told already or lies within one that is, or a public one before the partners'.
        NotAllowedError, NotFoundError: not this antenna's coordinator or treasurer.
    """
    require(actor is SYSTEM or may_see_books(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    # One at a time: two that are prepared at once wouldn't know of one another.
    antenna = session.scalar(
        select(Antenna).where(Antenna.id == antenna_id).with_for_update(of=Antenna, key_share=True)
    )
    if antenna is None:
        raise NotFoundError
    _check_over(antenna, period, now)
    earlier = _standing(session, antenna_id, audience)
    if any(period.within(period_of(each)) for each in earlier):
        raise InvalidInputError("told_already", "This period was told or prepared already.", field="period")
    if audience is ReleaseAudience.PUBLIC:
        drafts, gate = _public_part(session, antenna_id, period)
    else:
        drafts, gate = _through_the_gate(session, antenna, period, audience, earlier)
    return _store(session, antenna, period, audience, drafts, gate, actor=actor, now=now)


def decide_release(
    session: Session, uid: uuid.UUID, step: ReleaseStep, refusal: str = "", *, actor: Actor, now: datetime
) -> Release:
    """The antenna's yes, after which the audience can read it for good, or its no, with a word why.

    Raises:
        WrongStateError: it was decided already.
        InvalidInputError: a no without a word.
        NotAllowedError, NotFoundError: not this antenna's coordinator or treasurer.
    """
    release = find_release(session, uid, actor=actor, lock=True)
    require(may_see_books(actor, release.antenna_id), actor, release.antenna_id)
    require_full_rights(actor)
    release.state = next_state(RELEASE_STEPS, release.state, step)
    release.refusal = _refusal(refusal) if step is ReleaseStep.REFUSE else ""
    release.decided_at, release.decided_by_id = now, actor.person_id
    _note(session, f"{step.value}_release", release, actor=actor, now=now)
    session.flush()
    return release


def find_release(session: Session, uid: uuid.UUID, *, actor: Actor, lock: bool = False) -> Release:
    """One release: the antenna's coordinators and treasurer read all, a partner's staff what is approved.

    Raises:
        NotFoundError: there is none that this actor may know of.
    """
    query = select(Release).where(Release.uid == uid)
    release = session.scalar(query.with_for_update(of=Release) if lock else query)
    if release is None or not may_read_release(actor, release):
        raise NotFoundError
    return release


def may_read_release(actor: Actor, release: Release) -> bool:
    """Whether this actor may read it: what isn't approved, or is for the board, stays in the antenna."""
    if may_see_books(actor, release.antenna_id):
        return True
    told = release.state is ReleaseState.APPROVED and release.audience is not ReleaseAudience.BOARD
    return told and actor.has(Role.PARTNER_STAFF, release.antenna_id)


def released_figures(session: Session, release: Release) -> list[Released]:  # noqa: ARG001 - as every service
    """What a release tells, table by table; signs where figures aren't shown."""
    return [released_from(each) for each in release.contents["tables"]]


def period_of(release: Release) -> Period:
    """The days that it is about."""
    return Period(release.first_on, release.last_on + timedelta(days=1))


def _refusal(words: str) -> str:
    said = clean_text(words)
    if not said:
        raise InvalidInputError("reason_missing", "Say in a few words what is wrong.", field="refusal")
    if len(said) > REFUSAL_MAX:
        raise InvalidInputError(
            "text_long",
            "Make this shorter: at most {maximum} characters.",
            field="refusal",
            maximum=REFUSAL_MAX,
        )
    return said


def _check_over(antenna: Antenna, period: Period, now: datetime) -> None:
    if local_day(now, antenna.timezone) < period.after + WAIT_AFTER_PERIOD:
        raise InvalidInputError(
            "period_not_over", "This period can be told two weeks after its last day.", field="period"
        )


def _standing(session: Session, antenna_id: int, audience: ReleaseAudience) -> Sequence[Release]:
    """Everything for this audience that isn't refused, oldest first."""
    query = select(Release).where(
        Release.antenna_id == antenna_id,
        Release.audience == audience,
        Release.state != ReleaseState.REFUSED,
    )
    return session.scalars(query.order_by(Release.number)).all()


def _drafts(releases: Sequence[Release]) -> list[Draft]:
    return [draft for each in releases for draft in drafts_from(each.contents["tables"], each.truths)]


def _through_the_gate(
    session: Session,
    antenna: Antenna,
    period: Period,
    audience: ReleaseAudience,
    earlier: Sequence[Release],
) -> tuple[list[Draft], dict[str, int]]:
    history = _drafts(earlier)
    try:
        tables = all_in_line(tables_of(session, antenna, period), history)
        views = views_of(session, antenna, tables, history) if audience is ReleaseAudience.PARTNER else []
        drafts, record = pass_gate(tables, history, AUDIENCES[audience], views)
    except ValueError as refusal:
        raise InvalidInputError(
            "release_impossible", "These figures can't be told beside the earlier ones.", field="period"
        ) from refusal
    return drafts, asdict(record)


def _public_part(session: Session, antenna_id: int, period: Period) -> tuple[list[Draft], dict[str, int]]:
    """Figures that every partner has already: whoever has fewer of them can prove no more."""
    for each in _standing(session, antenna_id, ReleaseAudience.PARTNER):
        if period_of(each) == period and each.state is ReleaseState.APPROVED:
            drafts = [draft for draft in _drafts([each]) if draft.table.frame.name in OF_THE_PUBLIC]
            return drafts, asdict(record_of(drafts, each.gate["small_groups"]))
    raise InvalidInputError(
        "partner_first", "Approve the figures for the partner first; the public gets a part.", field="period"
    )


def _contents(
    antenna: Antenna, period: Period, audience: ReleaseAudience, number: int, drafts: Sequence[Draft]
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "antenna": antenna.slug,
        "audience": audience.value,
        "first_on": period.first.isoformat(),
        "last_on": period.last.isoformat(),
        "number": number,
        "tables": [told_json(draft.released) for draft in drafts],
    }


def _store(
    session: Session,
    antenna: Antenna,
    period: Period,
    audience: ReleaseAudience,
    drafts: Sequence[Draft],
    gate: dict[str, int],
    *,
    actor: Actor,
    now: datetime,
) -> Release:
    of_audience = select(func.coalesce(func.max(Release.number), 0)).where(
        Release.antenna_id == antenna.id, Release.audience == audience
    )
    number = (session.scalar(of_audience) or 0) + 1
    contents = _contents(antenna, period, audience, number, drafts)
    release = Release(
        uid=uuid.uuid4(),
        antenna_id=antenna.id,
        audience=audience,
        first_on=period.first,
        last_on=period.last,
        number=number,
        state=ReleaseState.PREPARED,
        contents=contents,
        truths=[truth_json(draft.table) for draft in drafts],
        gate=gate,
        checksum=checksum_of(contents),
        made_at=now,
        made_by_id=actor.person_id or None,
        refusal="",
    )
    session.add(release)
    session.flush()
    _note(session, "prepare_release", release, actor=actor, now=now)
    return release


def _note(session: Session, action: str, release: Release, *, actor: Actor, now: datetime) -> None:
    subject = f"release:{release.uid}"
    write_down(session, action, actor=actor, now=now, antenna_id=release.antenna_id, subject=subject)

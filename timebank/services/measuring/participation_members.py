"""The members of a scope as the figures know them: numbers, days and groups instead of names."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from timebank.domain.names import fold_name
from timebank.domain.states import MemberState
from timebank.models.member import Member, Person
from timebank.participation.ages import age_band
from timebank.participation.facts import LeftBecause, MemberFact
from timebank.participation.periods import Period, year_earlier
from timebank.services.measuring.participation_scope import Scope
from timebank.services.measuring.sectors import sectors_by_street

NEVER_MEMBERS = (MemberState.APPLIED, MemberState.DECLINED)
LEFT_BECAUSE: Mapping[MemberState, LeftBecause] = {
    MemberState.MOVED: LeftBecause.MOVED,
    MemberState.DIED: LeftBecause.DIED,
    MemberState.LEFT: LeftBecause.STOPPED,
}


def member_facts(session: Session, scope: Scope, period: Period) -> tuple[MemberFact, ...]:
    """Every membership on a day of the period or of the year before it, by id.

    Ages are those at the end of the period's last year; the area is the street, the sector the one that the
    antenna's sheet puts that street in.
    """
    sectors = sectors_by_street(session, scope.antenna_ids)
    since = min(period.first, year_earlier(period).first)
    rows = session.execute(
        select(
            Member.id,
            Member.joined_on,
            Member.ended_on,
            Member.state,
            Person.language,
            Person.birth_year,
            Person.gender_words,
            Person.street,
            Member.antenna_id,
        )
        .join(Person, Person.id == Member.person_id)
        .where(
            Member.antenna_id.in_(scope.antenna_ids),
            Member.state.not_in(NEVER_MEMBERS),
            Member.joined_on < period.after,
            or_(Member.ended_on.is_(None), Member.ended_on > since),
        )
        .order_by(Member.id)
    )
    return tuple(
        _fact(*row[:-1], sectors.get((row.antenna_id, fold_name(row.street)), ""), period.last)
        for row in rows
    )


def _fact(
    member_id: int,
    joined_on: date,
    ended_on: date | None,
    state: MemberState,
    language: str,
    birth_year: int | None,
    gender_words: str,
    street: str,
    sector: str,
    last: date,
) -> MemberFact:
    return MemberFact(
        member_id=member_id,
        joined_on=joined_on,
        left_on=ended_on,
        left_because=LEFT_BECAUSE.get(state),
        language=language,
        age_band=age_band(None if birth_year is None else last.year - birth_year),
        gender_words=gender_words.strip(),
        area=street.strip(),
        sector=sector,
    )

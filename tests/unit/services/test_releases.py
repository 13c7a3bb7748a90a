"""Releases: made through the gate, decided once, kept for good."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from tests.factories import World
from tests.unit.services.releasing import busy_year
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.release_states import ReleaseAudience, ReleaseState, ReleaseStep
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.release import Release
from timebank.participation.catalogue import GIVERS, WHOLE
from timebank.participation.disclosure.figures import Figure, Sign
from timebank.participation.disclosure.storing import checksum_of
from timebank.participation.disclosure.tables import ALL, MINUTES
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.telling.release_lists import newest_of_all, newest_of_partner
from timebank.services.telling.release_tables import tables_of
from timebank.services.telling.releases import decide_release, find_release, prepare_release, released_figures
from timebank.uow import reading, transact

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
SUMMER = quarter_of(2025, 3)
ALL_OF_2025 = [*(quarter_of(2025, number) for number in (1, 2, 3, 4)), year_of(2025)]


@pytest.fixture
def street(world: World) -> World:
    transact(busy_year, world.antenna, 2025)
    return world


def prepared(world: World, period: Period = SUMMER, *, by: str = "cora", **changes: object) -> Release:
    return transact(prepare_release, world.antenna, period, actor=world.actor(by), now=LATER, **changes)


def decided(world: World, release: Release, step: str = "approve", *, by: str = "cora") -> Release:
    said = "Wrong" if step == "refuse" else ""
    return transact(decide_release, release.uid, ReleaseStep(step), said, actor=world.actor(by), now=LATER)


def figure(release: Release, name: str, measure: str, group: str = ALL) -> Figure:
    with reading() as session:
        tables = {each.frame.name: each for each in released_figures(session, release)}
    return tables[name].figures[measure, (WHOLE, group)]


def test_thirty_neighbours_of_a_quarter_are_told_rounded(street: World) -> None:
    release = prepared(street)
    assert figure(release, "favours", GIVERS) == Figure(Sign.SHOWN, 30)
    assert figure(release, "favours", MINUTES) == Figure(Sign.SHOWN, 30 * 60)
    assert figure(release, "favours", GIVERS, "errands").sign is Sign.FEW


def test_a_year_is_told_beside_its_quarters(street: World) -> None:
    releases = [decided(street, prepared(street, period)) for period in ALL_OF_2025]
    assert [each.number for each in releases] == [1, 2, 3, 4, 5]
    assert figure(releases[-1], "favours", MINUTES) == Figure(Sign.SHOWN, 120 * 60)
    assert figure(releases[-1], "members_by_language", "members").value == 30


def test_what_was_told_stays_told_when_a_favour_is_taken_back(street: World) -> None:
    for period in ALL_OF_2025[:4]:
        decided(street, prepared(street, period))
    transact(forget_favours)
    assert figure(prepared(street, year_of(2025)), "favours", GIVERS).value == 30


def forget_favours(session: Session) -> None:
    for favour in session.scalars(select(Favour).where(Favour.logged_by_id.is_(None)).limit(100)):
        favour.state = "reversed"  # type: ignore[assignment]


def test_a_period_waits_two_weeks_and_is_told_once(street: World) -> None:
    with pytest.raises(InvalidInputError, match="two weeks"):
        transact(
            prepare_release,
            street.antenna,
            quarter_of(2025, 4),
            actor=street.actor("cora"),
            now=datetime(2026, 1, 14, 22, tzinfo=UTC),
        )
    prepared(street, year_of(2025))
    for period in (year_of(2025), SUMMER):
        with pytest.raises(InvalidInputError, match="already"):
            prepared(street, period)


def test_no_other_period_can_be_told(street: World) -> None:
    with pytest.raises(InvalidInputError):
        prepared(street, Period(SUMMER.first, SUMMER.after - timedelta(days=1)))


def test_a_refused_release_is_prepared_again_under_the_next_number(street: World) -> None:
    refused = decided(street, prepared(street), "refuse")
    assert (refused.state, refused.refusal) == (ReleaseState.REFUSED, "Wrong")
    assert prepared(street).number == 2


def test_a_refusal_needs_a_word(street: World) -> None:
    release = prepared(street)
    with pytest.raises(InvalidInputError):
        transact(decide_release, release.uid, ReleaseStep.REFUSE, " ", actor=street.actor("cora"), now=LATER)


def test_a_release_is_decided_once(street: World) -> None:
    release = decided(street, prepared(street))
    with pytest.raises(WrongStateError):
        decided(street, release, "refuse")


def test_the_public_gets_a_part_of_what_the_partner_has(street: World) -> None:
    partner = prepared(street)
    with pytest.raises(InvalidInputError, match="partner first"):
        prepared(street, audience=ReleaseAudience.PUBLIC)
    decided(street, partner)
    public = prepared(street, audience=ReleaseAudience.PUBLIC)
    assert figure(public, "favours", GIVERS) == figure(partner, "favours", GIVERS)


@pytest.mark.parametrize("name", ["tess", "carl"])
def test_the_treasurer_and_coordinators_decide(street: World, name: str) -> None:
    assert decided(street, prepared(street), by=name).decided_by_id == street.people[name]


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("ana", NotAllowedError), ("ann", NotAllowedError), ("pia", NotAllowedError), ("dov", NotFoundError)],
)
def test_nobody_else_prepares(street: World, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        prepared(street, by=name)


@pytest.mark.parametrize("name", ["ana", "ann", "pia", "dov", "olga"])
def test_nobody_else_reads_or_decides_what_is_prepared(street: World, name: str) -> None:
    release = prepared(street)
    with pytest.raises(NotFoundError):
        decided(street, release, by=name)


def test_pia_reads_what_is_approved_and_nothing_of_the_board_s(street: World) -> None:
    partner, board = prepared(street), prepared(street, audience=ReleaseAudience.BOARD)
    for each in (partner, board):
        decided(street, each)
    pia = street.actor("pia")
    with reading() as session:
        assert find_release(session, partner.uid, actor=pia).number == 1
        with pytest.raises(NotFoundError):
            find_release(session, board.uid, actor=pia)
        with pytest.raises(NotFoundError):
            find_release(session, partner.uid, actor=street.actor("dov"))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM release",
        "UPDATE release SET checksum = 'f' || substr(checksum, 2, 62) || 'f'",
        "UPDATE release SET contents = '{}'",
        "UPDATE release SET truths = '[]'",
        "UPDATE release SET number = 9",
        "UPDATE release SET state = 'prepared', decided_at = NULL, decided_by_id = NULL",
        "UPDATE release SET state = 'refused', refusal = 'no'",
    ],
)
def test_a_database_shell_can_t_change_what_was_told(street: World, statement: str) -> None:
    decided(street, prepared(street))
    with (
        pytest.raises((IntegrityError, DBAPIError), match=r"TB000|append-only"),
        db.engine.begin() as connection,
    ):
        connection.execute(text(statement))


def test_the_checksum_is_that_of_what_is_told(street: World) -> None:
    release = prepared(street)
    with reading() as session:
        kept = session.scalars(select(Release).where(Release.uid == release.uid)).one()
        assert kept.checksum == checksum_of(kept.contents)


def test_figures_take_the_same_statements_whatever_the_size(street: World) -> None:
    few = statements_of(street)
    transact(busy_year, street.antenna, 2025, people=90, first_number=3000)
    assert statements_of(street) == few <= 14


def statements_of(world: World) -> int:
    seen = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            tables_of(session, antenna, year_of(2025))
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
    return len(seen)


def test_side_by_side_stand_only_the_newest_figures_that_were_told(street: World) -> None:
    for period in (quarter_of(2025, 3), quarter_of(2025, 4), year_of(2025)):
        decided(street, prepared(street, period))
    prepared(street, quarter_of(2024, 4))
    with reading() as session:
        for found in (
            newest_of_all(session, actor=street.actor("olga")),
            newest_of_partner(session, actor=street.actor("pia")),
        ):
            assert {key: (each.first_on.month, each.number) for key, each in found.items()} == {
                street.antenna: (1, 3)
            }
        with pytest.raises(NotAllowedError):
            newest_of_all(session, actor=street.actor("ana"))
        with pytest.raises(NotFoundError):
            newest_of_partner(session, actor=street.actor("cora"))


def test_only_members_favours_that_were_agreed_and_stand_are_counted(street: World) -> None:
    with reading() as session:
        antenna = session.get_one(Antenna, street.antenna)
        before = tables_of(session, antenna, quarter_of(2026, 4))[0]
    street.logged("fay", "fay", "ben")
    agreed = street.logged("ben")
    with reading() as session:
        after = tables_of(session, session.get_one(Antenna, street.antenna), quarter_of(2026, 4))[0]
    assert before.true_figure(MINUTES, (WHOLE, ALL)) == 0
    assert agreed is not None
    assert after.true_figure(GIVERS, (WHOLE, ALL)) == 1
    assert after.true_figure(MINUTES, (WHOLE, ALL)) == 60
    assert (WHOLE, ALL) in after.dominated

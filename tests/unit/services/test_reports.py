"""Yearly reports: made of what was released, kept for good, approved once, and then open to the partner."""

from datetime import date

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from tests.factories import NOW, TODAY, World
from tests.unit.reporting import release_year
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    WrongStateError,
)
from timebank.domain.release_states import ReleaseAudience, ReleaseStep
from timebank.models.audit import AuditEntry
from timebank.models.report import Report, ReportAudience, ReportState
from timebank.models.story import StoryUse
from timebank.participation.disclosure.figures import Sign
from timebank.participation.periods import year_of
from timebank.participation.yearly import Unit, from_json
from timebank.services.measuring.gatherings import GatheringDetails, WhoCame, note_attendance, plan_gathering
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.services.telling.reports import (
    approve_report,
    find_report,
    list_reports,
    make_report,
    partner_reports,
    read_report,
    reports_page,
)
from timebank.services.telling.stories import add_story, withdraw_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.uow import reading, transact

TOLD = StoryDetails("Fatima komt elke week.", "nl", (StoryUse.REPORT,), TODAY, agreed=True, witness="Cora")


def made(world: World, year=2025, audience=ReportAudience.PARTNER, by="cora"):
    return transact(make_report, world.antenna, year, audience, actor=world.actor(by), now=NOW)


def approved(world: World, report, by="tess", version=None):
    actor = world.actor(by)
    return transact(approve_report, report.uid, version=version or report.version, actor=actor, now=NOW)


def seen_by(world: World, name: str, report):
    with reading() as session:
        return find_report(session, report.uid, actor=world.actor(name))


def came(world: World, gathering, *names: str) -> None:
    who = WhoCame(frozenset(world.members[name] for name in names))
    transact(note_attendance, gathering, who, actor=world.actor("cora"), now=NOW)


def open_to_pia(world: World):
    with reading() as session:
        return [each.uid for each in partner_reports(session, world.antenna, actor=world.actor("pia"))]


def test_a_report_has_the_year_s_released_figures_with_last_year_beside_them(world: World):
    release_year(world, 2024, people=100, hours=320)
    release_year(world, 2025)
    report = made(world)
    with reading() as session:
        paper = read_report(session, report.uid, actor=world.actor("cora"), now=NOW)
    lines = {(each.code, each.group): each for each in paper.content.lines}
    assert (lines["hours", ""].now.value, lines["hours", ""].before.value) == (24_000, 19_200)
    assert lines["partners", ""].now.value == 1
    assert len(paper.content.sources) == 2
    assert paper.intact
    assert (report.edition, report.state) == (1, ReportState.DRAFT)


def test_without_a_release_to_this_audience_there_is_no_report(world: World):
    release_year(world, 2025, audience=ReleaseAudience.BOARD)
    with pytest.raises(InvalidInputError) as caught:
        made(world)
    assert caught.value.error_code == "report_no_figures"
    assert made(world, audience=ReportAudience.BOARD).edition == 1


def test_an_antenna_of_few_people_has_a_report_of_signs_made_of_its_own_release(world: World):
    world.logged("ben", done_on=date(2025, 12, 1))
    cora = world.actor("cora")
    release = transact(prepare_release, world.antenna, year_of(2025), actor=cora, now=NOW)
    with pytest.raises(InvalidInputError):
        made(world)
    transact(decide_release, release.uid, ReleaseStep.APPROVE, actor=cora, now=NOW)
    content = from_json(made(world).content)
    counting_people = [each for each in content.lines if each.kind.unit is not Unit.THINGS]
    assert content.sources == (release.checksum,)
    assert len(counting_people) > 30
    assert {each.now.sign for each in counting_people} == {Sign.FEW}


@pytest.mark.parametrize("year", [2026, 2027, 1999, 0, -5, 10**9])
def test_only_a_year_that_is_over_has_a_report(world: World, year: int):
    with pytest.raises(InvalidInputError) as caught:
        made(world, year)
    assert caught.value.error_code == "report_year"


def test_making_it_twice_gives_the_same_draft_and_new_figures_beside_it_a_new_edition(world: World):
    release_year(world, 2025)
    first = made(world)
    assert made(world).uid == first.uid
    release_year(world, 2024)
    second = made(world)
    assert (second.edition, second.uid != first.uid) == (2, True)
    with pytest.raises(WrongStateError) as caught:
        approved(world, first)
    assert caught.value.error_code == "report_old"


def test_the_partner_opens_it_only_once_it_is_approved(world: World):
    release_year(world, 2025)
    report = made(world)
    assert open_to_pia(world) == []
    with pytest.raises(NotFoundError):
        seen_by(world, "pia", report)
    done = approved(world, report)
    assert (done.approved_by.name, done.approved_at) == ("Tess Peeters", NOW)
    assert open_to_pia(world) == [report.uid]
    assert seen_by(world, "pia", report).uid == report.uid


def test_the_partner_sees_the_newest_approved_edition_of_a_year(world: World):
    release_year(world, 2025)
    first = approved(world, made(world))
    release_year(world, 2024)
    second = made(world)
    assert open_to_pia(world) == [first.uid]
    approved(world, second)
    assert open_to_pia(world) == [second.uid]


def test_the_board_s_report_is_not_the_partner_s(world: World):
    release_year(world, 2025, audience=ReleaseAudience.BOARD)
    report = approved(world, made(world, audience=ReportAudience.BOARD))
    assert open_to_pia(world) == []
    with pytest.raises(NotFoundError):
        seen_by(world, "pia", report)
    with reading() as session:
        assert reports_page(session, actor=world.actor("pia"), before=None, limit=9) == []
        assert len(reports_page(session, actor=world.actor("tess"), before=None, limit=9)) == 1


@pytest.mark.parametrize("who", ["ana", "ann", "dov", "olga", "pia"])
def test_only_a_coordinator_or_treasurer_makes_and_approves(world: World, who: str):
    release_year(world, 2025)
    report = made(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        made(world, by=who)
    with pytest.raises((NotAllowedError, NotFoundError)):
        approved(world, report, by=who)
    with reading() as session, pytest.raises((NotAllowedError, NotFoundError)):
        list_reports(session, world.antenna, actor=world.actor(who))


def test_it_is_approved_once_and_as_it_was_read(world: World):
    release_year(world, 2025)
    report = made(world)
    with pytest.raises(StaleError):
        approved(world, report, version=9)
    approved(world, report)
    with pytest.raises(WrongStateError):
        approved(world, report, version=2)
    with reading() as session:
        actions = session.scalars(
            select(AuditEntry.action).where(AuditEntry.subject == f"report:{report.uid}")
        ).all()
    assert sorted(actions) == ["approve_report", "make_report"]


def test_a_story_that_is_withdrawn_is_gone_from_what_is_printed_next(world: World):
    release_year(world, 2025)
    story = transact(add_story, world.uids["ana"], TOLD, actor=world.actor("cora"), now=NOW)
    report = approved(world, made(world))

    def stories():
        with reading() as session:
            return read_report(session, report.uid, actor=world.actor("pia"), now=NOW).stories

    assert [each.words for each in stories()] == [TOLD.words]
    transact(withdraw_story, story.uid, actor=world.actor("ana"), now=NOW)
    assert stories() == ()


def test_who_came_to_get_togethers_is_told_by_the_threshold_and_stays_as_it_was_approved(world: World):
    release_year(world, 2025)
    held = GatheringDetails("Coffee", date(2025, 6, 3))
    coffee = transact(plan_gathering, world.antenna, held, actor=world.actor("cora"), now=NOW).uid
    came(world, coffee, "ana", "ben", "cora", "carl", "tess")
    release_year(world, 2025, audience=ReleaseAudience.BOARD)

    def guests(report):
        lines = {each.code: each.now for each in from_json(report.content).lines}
        return lines["gatherings"].value, lines["guests"].sign, lines["guests"].value

    assert guests(made(world)) == (1, Sign.FEW, None)
    told = approved(world, made(world, audience=ReportAudience.BOARD))
    assert guests(told) == (1, Sign.SHOWN, 5)
    came(world, coffee, "ann", "hugo", "fay")
    release_year(world, 2024, audience=ReleaseAudience.BOARD)
    again = made(world, audience=ReportAudience.BOARD)
    assert (again.edition, guests(again)) == (2, (1, Sign.SHOWN, 5))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE report SET content = '{}'",
        "UPDATE report SET sha256 = upper(sha256) || '' WHERE sha256 <> upper(sha256)",
        "UPDATE report SET year = 2024",
        "UPDATE report SET state = 'draft', approved_at = NULL, approved_by_id = NULL",
        "UPDATE report SET approved_by_id = approved_by_id + 1",
        "DELETE FROM report",
    ],
)
def test_the_database_itself_keeps_a_report_as_it_is(world: World, session, change: str):
    release_year(world, 2025)
    approved(world, made(world))
    with pytest.raises(DBAPIError, match=r"TB000|append-only|never change"):
        session.execute(text(change))


def test_a_draft_whose_figures_were_changed_behind_our_back_cannot_be_approved(world: World):
    release_year(world, 2025)
    report = made(world)

    def tamper(session):
        drop = "DROP TRIGGER report_content_stays"
        session.execute(text(drop if session.get_bind().dialect.name == "sqlite" else f"{drop} ON report"))
        changed = report.content.replace("24000", "36000")
        session.execute(update(Report).values(content=changed).execution_options(synchronize_session=False))

    transact(tamper)
    with reading() as session:
        assert not read_report(session, report.uid, actor=world.actor("cora"), now=NOW).intact
    with pytest.raises(StaleError):
        approved(world, report)

"""Figures of a yearly report that are in no release: questionnaires and signals, rounded, and kept once told."""

from datetime import UTC, date, datetime

from tests.factories import NOW, World
from tests.unit.reporting import release_year
from tests.unit.services.test_reports import approved, made
from timebank.domain.channels import Channel
from timebank.domain.release_states import ReleaseAudience
from timebank.domain.scales import Scale
from timebank.domain.states import SignalState
from timebank.models.questionnaire import QuestionnaireRound
from timebank.models.report import ReportAudience
from timebank.models.signal import Signal
from timebank.participation.disclosure.figures import Sign
from timebank.participation.yearly import from_json
from timebank.uow import transact


def round_over(world: World, twice: int, asked: int, ends_on: date, tenths: int | None = -7) -> None:
    """A questionnaire that is over and whose answers are erased."""

    def add(session):
        session.add(
            QuestionnaireRound(
                antenna_id=world.antenna,
                scale=Scale.UCLA,
                starts_on=date(2025, 1, 10),
                ends_on=ends_on,
                asked=asked,
                opened_at=NOW,
                answered_twice=twice,
                change_tenths=tenths,
                erased_at=NOW,
            )
        )

    transact(add)


def told_in(report, code: str):
    line = next(each for each in from_json(report.content).lines if each.code == code)
    return line.now.sign, line.now.value, line.behind and line.behind.value


def test_loneliness_is_one_mean_with_rounded_counts(world: World):
    release_year(world, 2025)
    round_over(world, 17, 44, date(2025, 11, 30))
    round_over(world, 90, 90, date(2026, 1, 5), tenths=30)
    report = made(world)
    assert told_in(report, "loneliness") == (Sign.SHOWN, -7, 20)
    assert told_in(report, "loneliness_response") == (Sign.SHOWN, 50, 40)


def test_a_questionnaire_of_nine_is_a_sign_for_the_partner_and_told_to_the_board(world: World):
    for audience in ReleaseAudience.PARTNER, ReleaseAudience.BOARD:
        release_year(world, 2025, audience=audience)
    round_over(world, 9, 9, date(2025, 11, 30))
    report = made(world)
    assert told_in(report, "loneliness") == (Sign.FEW, None, None)
    assert told_in(report, "loneliness_response") == (Sign.FEW, None, None)
    assert told_in(made(world, audience=ReportAudience.BOARD), "loneliness") == (Sign.SHOWN, -7, 10)


def test_without_a_questionnaire_there_is_no_line_about_it(world: World):
    release_year(world, 2025)
    assert "loneliness" not in {each.code for each in from_json(made(world).content).lines}


def test_signals_are_one_rounded_figure_and_stay_as_they_were_approved(world: World):
    release_year(world, 2025, audience=ReleaseAudience.BOARD)
    board = ReportAudience.BOARD
    transact(tell_signals, world, 4)
    assert told_in(made(world, audience=board), "signals") == (Sign.FEW, None, None)
    transact(tell_signals, world, 4)
    first = approved(world, made(world, audience=board))
    assert told_in(first, "signals") == (Sign.SHOWN, 10, None)
    transact(tell_signals, world, 9)
    release_year(world, 2024, audience=ReleaseAudience.BOARD)
    assert told_in(made(world, audience=board), "signals") == (Sign.SHOWN, 10, None)


def tell_signals(session, world: World, count: int) -> None:
    session.add_all(
        Signal(
            antenna_id=world.antenna,
            state=SignalState.TOLD,
            about_words="Number 9",
            words="The curtains are closed",
            channel=Channel.PHONE,
            told_at=datetime(2025, 12, 31, 22, 30, tzinfo=UTC),
        )
        for _signal in range(count)
    )

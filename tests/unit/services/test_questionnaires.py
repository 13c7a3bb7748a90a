"""The questionnaire, on both databases: a yes, a sum, a mean of enough people, and nothing else of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import NOW, TODAY, World
from timebank.domain.consents import Purpose
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.scales import Scale
from timebank.extensions import db
from timebank.models.audit import AuditEntry
from timebank.models.questionnaire import QuestionnaireAnswer, QuestionnaireRound
from timebank.participation.wellbeing import PairedChange
from timebank.services.measuring.questionnaire_results import (
    change_of,
    erase_round,
    find_round,
    list_rounds,
    rounds_to_erase,
    wellbeing_of,
)
from timebank.services.measuring.questionnaires import (
    NewAnswer,
    NewRound,
    add_answer,
    note_asked,
    open_round,
    withdraw_answers,
)
from timebank.services.privacy.consents import NewConsent, give_consent, withdraw_consent
from timebank.uow import reading, transact

YEAR = NewRound(Scale.UCLA, TODAY, TODAY + timedelta(days=300))
AFTER = NOW + timedelta(days=301)
WORST, BEST = ("often",) * 3, ("hardly_ever",) * 3
SEVEN = ("ana", "ben", "fay", "hugo", "carl", "tess", "ann")


def opened(world: World, by: str = "cora", **changes: object) -> UUID:
    new = replace(YEAR, **changes)  # type: ignore[arg-type]
    return transact(open_round, world.antenna, new, actor=world.actor(by), now=NOW).uid


def answered(
    world: World,
    uid: UUID,
    name: str = "ben",
    answers: tuple[str, ...] = WORST,
    by: str = "cora",
    **more: object,
) -> None:
    values: dict[str, object] = {"agreed": True} | more
    new = NewAnswer(world.uids[name], answers, **values)  # type: ignore[arg-type]
    transact(add_answer, uid, new, actor=world.actor(by), now=NOW)


def both(world: World, uid: UUID, *names: str) -> None:
    for name in names:
        answered(world, uid, name)
        answered(world, uid, name, BEST, second=True)


def the_round(uid: UUID) -> QuestionnaireRound:
    with reading() as session:
        return session.scalars(select(QuestionnaireRound).where(QuestionnaireRound.uid == uid)).one()


def answers_left() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(QuestionnaireAnswer)) or 0


def test_a_round_ends_as_one_mean_and_no_answer_is_left(world: World) -> None:
    uid = opened(world)
    both(world, uid, *SEVEN)
    answered(world, uid, "cora")
    transact(note_asked, uid, 10, actor=world.actor("cora"), now=NOW)
    round_id = the_round(uid).id
    assert not transact(erase_round, round_id, now=NOW)
    assert [transact(erase_round, round_id, now=AFTER) for _twice in range(2)] == [True, False]
    assert answers_left() == 0
    found = the_round(uid)
    assert change_of(found, least=5) == PairedChange(-6.0, 7, 10)
    assert change_of(found, least=10) is None
    with reading() as session:
        through = TODAY + timedelta(days=301)
        assert wellbeing_of(session, world.antenna, through=through, least=5) == PairedChange(-6.0, 7, 10)
        assert wellbeing_of(session, world.antenna, through=TODAY, least=5) is None


def test_too_few_pairs_leave_no_mean_at_all(world: World) -> None:
    uid = opened(world)
    both(world, uid, "ana", "ben", "fay", "hugo")
    transact(erase_round, the_round(uid).id, now=AFTER)
    found = the_round(uid)
    assert (found.answered_twice, found.change_tenths) == (4, None)
    assert change_of(found, least=1) is None


def test_what_the_tick_will_erase_is_known_before(world: World) -> None:
    uid = opened(world)
    both(world, uid, "ana")
    answered(world, uid, "ben")
    with reading() as session:
        assert rounds_to_erase(session, now=NOW) == ()
        (due,) = rounds_to_erase(session, now=AFTER)
        assert (due.round.uid, due.erases, due.erased_on) == (uid, 3, TODAY + timedelta(days=301))
        page = find_round(session, uid, actor=world.actor("carl"))
        assert (page.first, page.again) == (2, 1)


def test_who_would_rather_not_have_answered_is_left_out(world: World) -> None:
    uid, cora = opened(world), world.actor("cora")
    both(world, uid, "ana", "ben")
    for _twice in range(2):
        transact(withdraw_answers, uid, world.uids["ben"], actor=cora, now=NOW)
    assert answers_left() == 2
    transact(erase_round, the_round(uid).id, now=AFTER)
    with pytest.raises(WrongStateError):
        transact(withdraw_answers, uid, world.uids["ana"], actor=cora, now=AFTER)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"agreed": False}, "consent_to_answer"),
        ({"answers": ("often", "often")}, "answers_missing"),
        ({"answers": ("yes", "no", "no")}, "answers_missing"),
        ({"name": "dia"}, "not_a_member"),
    ],
)
def test_nothing_is_kept_without_a_yes_and_a_whole_list(
    world: World, changes: dict[str, object], code: str
) -> None:
    uid = opened(world)
    with pytest.raises(InvalidInputError) as refused:
        answered(world, uid, **changes)  # type: ignore[arg-type]
    assert refused.value.error_code == code
    assert answers_left() == 0


def test_each_answers_once_each_time(world: World) -> None:
    uid = opened(world)
    both(world, uid, "ben")
    with pytest.raises(InvalidInputError) as refused:
        answered(world, uid, "ben")
    assert refused.value.error_code == "answered_already"


def test_who_ended_their_yes_to_such_questions_is_asked_for_it_anew(world: World) -> None:
    uid, by_ben = opened(world), {"actor": world.actor("ben"), "now": NOW}
    new = NewConsent(Purpose.QUESTIONS, TODAY + timedelta(days=90))
    said = transact(give_consent, world.uids["ben"], new, **by_ben)
    answered(world, uid)
    transact(withdraw_consent, said.uid, **by_ben)
    with pytest.raises(InvalidInputError) as refused:
        answered(world, uid, second=True)
    assert refused.value.error_code == "questions_not_wished"
    transact(give_consent, world.uids["ben"], new, **by_ben)
    answered(world, uid, second=True)


def test_a_round_has_days_that_can_be_and_none_beside_it(world: World) -> None:
    for changes in (
        {"ends_on": TODAY},
        {"ends_on": TODAY + timedelta(days=800)},
        {"starts_on": TODAY - timedelta(days=9), "ends_on": TODAY - timedelta(days=1)},
    ):
        with pytest.raises(InvalidInputError):
            opened(world, **changes)
    uid = opened(world, starts_on=TODAY + timedelta(days=2))
    with pytest.raises(InvalidInputError) as refused:
        opened(world)
    assert refused.value.error_code == "round_open"
    with pytest.raises(InvalidInputError) as early:
        answered(world, uid)
    assert early.value.error_code == "not_yet"
    opened(world, scale=Scale.GIERVELD)


def test_nobody_but_coordinators_comes_near(world: World) -> None:
    uid = opened(world)
    for name, error in (
        ("ana", NotAllowedError),
        ("ann", NotAllowedError),
        ("pia", NotAllowedError),
        ("dov", NotFoundError),
    ):
        for work in (opened, lambda world, by: answered(world, uid, by=by)):
            with pytest.raises(error):
                work(world, by=name)
        with reading() as session:
            with pytest.raises(error):
                list_rounds(session, world.antenna, actor=world.actor(name))
            with pytest.raises(error):
                find_round(session, uid, actor=world.actor(name))


def test_the_audit_says_neither_who_answered_nor_how(world: World) -> None:
    uid = opened(world)
    both(world, uid, "ben")
    with reading() as session:
        rows = session.scalars(select(AuditEntry).where(AuditEntry.subject == f"round:{uid}")).all()
    assert [row.action for row in rows] == ["open_round", "add_answer", "add_answer"]
    assert {(row.member_id, str(row.detail)) for row in rows} == {(None, "{}")}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE questionnaire_answer SET score = 4",
        "DELETE FROM questionnaire_round",
        "UPDATE questionnaire_round SET erased_at = opened_at, answered_twice = 1",
        "UPDATE questionnaire_round SET answered_twice = 3",
        "UPDATE questionnaire_round SET change_tenths = 3",
        "UPDATE questionnaire_round SET scale = 'gierveld'",
        "UPDATE questionnaire_round SET ends_on = starts_on",
        "INSERT INTO questionnaire_answer SELECT round_id, member_id, true, scale, 99, channel, consent_on"
        " FROM questionnaire_answer",
        "INSERT INTO questionnaire_answer SELECT a.round_id, m.id, a.second, a.scale, a.score, a.channel,"
        " a.consent_on FROM questionnaire_answer a, member m WHERE m.antenna_id <> 1",
    ],
)
def test_a_database_shell_makes_up_no_answer_and_no_mean(world: World, statement: str) -> None:
    answered(world, opened(world))
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))


def test_a_database_shell_opens_no_round_that_is_over(world: World) -> None:
    uid = opened(world)
    transact(erase_round, the_round(uid).id, now=AFTER)
    statement = "UPDATE questionnaire_round SET erased_at = NULL, answered_twice = NULL"
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))

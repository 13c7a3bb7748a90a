"""Referrals, on both databases: never without the person's yes, followed up, and never without an end."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed, state_of_ask, state_of_proposal
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    WrongStateError,
)
from timebank.domain.referral_states import REFERRAL_STEPS, ReferralState, ReferralStep
from timebank.extensions import db
from timebank.intake.boundaries import BoundaryFlag
from timebank.models.ask import Ask
from timebank.models.referral import Referral
from timebank.services.asking.asks import asks_to_repeat, find_ask, reopen_ask
from timebank.services.referring.directory import EntryDetails, add_entry, end_entry
from timebank.services.referring.referral_lists import (
    asks_beside,
    count_due_referrals,
    referrals_of,
    referrals_page,
    referrals_to_follow,
    services_for,
)
from timebank.services.referring.referrals import (
    Beside,
    Heard,
    NewReferral,
    find_referral,
    follow_up_referral,
    refer_ask,
)
from timebank.uow import reading, transact


def service_of(world: World, name: str = "Zenne", *, by: str = "cora", **changes: object) -> UUID:
    """A service in this antenna's directory; its uid."""
    values: dict[str, object] = {"kinds": ("home_nursing",), "phone": "02 555 80 10"} | changes
    details = EntryDetails(name=name, **values)  # type: ignore[arg-type]
    place = world.antennas["marolles" if by == "dov" else "heembeek"]
    return transact(add_entry, place, details, checked_on=TODAY, actor=world.actor(by), now=NOW).uid


def referred(world: World, ask: UUID, *, by: str = "cora", **changes: object) -> Referral:
    """The ask, handed to a service with the person's yes."""
    new = NewReferral(service_of(world) if "entry_uid" not in changes else uuid4(), agreed=True)
    new = replace(new, **changes)  # type: ignore[arg-type]
    return transact(refer_ask, ask, new, actor=world.actor(by), now=NOW)


def heard(world: World, uid: UUID, step: ReferralStep, *, by: str = "cora", version: int = 1) -> Referral:
    told = Heard(step, note="Rang Ben")
    return transact(follow_up_referral, uid, told, version=version, actor=world.actor(by), now=NOW)


def test_a_referral_ends_the_ask_and_someone_looks_again_after_a_week(world: World) -> None:
    ask = ask_of(world)
    referral = referred(world, ask, consent_words="Yes, please", handed="The letter")
    assert state_of_ask(ask) == "referred"
    assert referral.state is ReferralState.OPEN
    assert referral.follow_up_on == TODAY + timedelta(days=7)
    assert (referral.consent_on, referral.consent_channel) == (TODAY, Channel.PHONE)
    assert (referral.entry.name, referral.made_by_id) == ("Zenne", world.people["cora"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"agreed": False}, "consent_missing"),
        ({"agreed_on": TODAY + timedelta(days=1)}, "date_future"),
        ({"follow_up_on": TODAY - timedelta(days=1)}, "day_over"),
        ({"follow_up_on": TODAY + timedelta(days=400)}, "date_far"),
        ({"entry_uid": UUID(int=1)}, "service_unknown"),
        ({"consent_words": "x" * 301}, "text_long"),
        ({"beside": Beside("", TODAY)}, "words_missing"),
    ],
)
def test_what_can_t_be_leaves_the_ask_as_it_was(world: World, changes: dict[str, object], code: str) -> None:
    ask = ask_of(world)
    with pytest.raises(InvalidInputError) as refused:
        referred(world, ask, **changes)
    assert refused.value.error_code == code
    assert state_of_ask(ask) == "open"


def test_a_service_that_ended_or_is_another_antenna_s_is_not_named(world: World) -> None:
    gone, theirs = service_of(world, "Gone"), service_of(world, "Theirs", by="dov")
    transact(end_entry, gone, actor=world.actor("cora"), now=NOW)
    ask = ask_of(world)
    for uid in (gone, theirs):
        with pytest.raises(InvalidInputError, match="directory"):
            referred(world, ask, entry_uid=uid)


def test_a_visit_goes_on_beside_it(world: World) -> None:
    ask = ask_of(world, languages=("fr",))
    referred(world, ask, beside=Beside("A visit on Thursdays", TODAY + timedelta(days=3)))
    with reading() as session:
        found = find_ask(session, ask, actor=world.actor("cora"))
        (beside,) = asks_beside(session, found, actor=world.actor("cora"))
        assert (beside.state.value, beside.category, beside.repeat_days) == ("open", "visit", 7)
        assert (beside.member_id, beside.languages) == (world.members["ben"], ["fr"])
        assert asks_beside(session, found, actor=world.actor("ana")) == ()


def test_questions_are_taken_back_and_a_repeating_ask_goes_no_further(world: World) -> None:
    offer_of(world)
    ask = ask_of(world, repeat_days=7)
    question = proposed(world, ask)
    referred(world, ask)
    assert state_of_proposal(question) == "taken_back"
    with reading() as session:
        assert asks_to_repeat(session, now=NOW + timedelta(days=10)) == []


@pytest.mark.parametrize("step", list(ReferralStep))
@pytest.mark.parametrize("state", list(ReferralState))
def test_every_step_that_isn_t_one_is_refused(world: World, state: ReferralState, step: ReferralStep) -> None:
    referral, version = referred(world, ask_of(world)), 1
    if state is not ReferralState.OPEN:
        first = next(key[1] for key, after in REFERRAL_STEPS.items() if after is state)
        version = heard(world, referral.uid, first).version
    if (state, step) not in REFERRAL_STEPS:
        with pytest.raises(WrongStateError):
            heard(world, referral.uid, step, version=version)
        return
    after = heard(world, referral.uid, step, version=version)
    assert after.state is REFERRAL_STEPS[state, step]
    assert after.note == "Rang Ben"
    assert (after.ended_at is None) == (after.state is ReferralState.OPEN)


def test_a_late_save_is_refused(world: World) -> None:
    referral = referred(world, ask_of(world))
    heard(world, referral.uid, ReferralStep.WAIT)
    with pytest.raises(StaleError):
        heard(world, referral.uid, ReferralStep.HELP)


def test_what_is_due_stands_apart_and_is_counted(world: World) -> None:
    due = referred(world, ask_of(world), follow_up_on=TODAY)
    later = referred(world, ask_of(world))
    gone = referred(world, ask_of(world))
    heard(world, gone.uid, ReferralStep.FAIL)
    cora = world.actor("cora")
    with reading() as session:
        found = referrals_to_follow(session, world.antenna, actor=cora, now=NOW)
        assert [[each.uid for each in part] for part in (found.due, found.later, found.ended)] == [
            [due.uid],
            [later.uid],
            [gone.uid],
        ]
        assert count_due_referrals(session, world.antenna, actor=cora, now=NOW) == 1
        in_a_week = NOW + timedelta(days=7)
        assert count_due_referrals(session, world.antenna, actor=cora, now=in_a_week) == 2


def test_an_ask_taken_up_again_waits_for_the_outcome_of_the_first_referral(world: World) -> None:
    ask = ask_of(world)
    first = referred(world, ask)
    transact(reopen_ask, ask, actor=world.actor("cora"), now=NOW)
    with pytest.raises(WrongStateError) as refused:
        referred(world, ask)
    assert refused.value.error_code == "referral_open"
    heard(world, first.uid, ReferralStep.FAIL)
    second = referred(world, ask)
    with reading() as session:
        found = find_ask(session, ask, actor=world.actor("ben"))
        listed = referrals_of(session, found, actor=world.actor("ben"))
        assert [each.uid for each in listed] == [second.uid, first.uid]


@pytest.mark.parametrize("who", ["ana", "ann", "tess", "pia", "olga", "dov"])
def test_nobody_else_learns_of_a_referral(world: World, who: str) -> None:
    ask = ask_of(world)
    referral, actor = referred(world, ask), world.actor(who)
    with reading() as session:
        with pytest.raises(NotFoundError):
            find_referral(session, referral.uid, actor=actor)
        assert referrals_page(session, actor=actor, before=None, limit=5) == []
        found = session.scalars(select(Ask).where(Ask.uid == ask)).one()
        assert referrals_of(session, found, actor=actor) == ()
        with pytest.raises((NotAllowedError, NotFoundError)):
            referrals_to_follow(session, world.antenna, actor=actor, now=NOW)


@pytest.mark.parametrize("who", ["ben", "hugo", "cora"])
def test_the_person_their_helper_and_the_coordinators_do(world: World, who: str) -> None:
    referral, actor = referred(world, ask_of(world)), world.actor(who)
    with reading() as session:
        assert find_referral(session, referral.uid, actor=actor).entry.name == "Zenne"
        assert len(referrals_page(session, actor=actor, before=None, limit=5)) == 1


@pytest.mark.parametrize("who", ["ben", "hugo", "ann", "dov"])
def test_only_coordinators_refer_and_follow_up(world: World, who: str) -> None:
    ask = ask_of(world)
    referral = referred(world, ask_of(world))
    for work in (
        lambda: referred(world, ask, by=who),
        lambda: heard(world, referral.uid, ReferralStep.HELP, by=who),
    ):
        with pytest.raises((NotAllowedError, NotFoundError)):
            work()


def test_services_that_fit_come_first(world: World) -> None:
    service_of(world, "Advocaten", kinds=("legal_aid",))
    service_of(world, "Bad & Co", kinds=("home_nursing",))
    service_of(world, "Zorg thuis", kinds=("home_nursing",), languages=("nl",))
    ask = ask_of(world, category="lift")
    flags = (BoundaryFlag("bodily_care", "words"),)
    with reading() as session:
        found = find_ask(session, ask, actor=world.actor("cora"))
        services, fitting = services_for(session, found, flags, actor=world.actor("cora"))
        assert [each.name for each in services] == ["Zorg thuis", "Bad & Co", "Advocaten"]
        assert fitting == 2


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM referral",
        "UPDATE referral SET consent_on = '2020-01-01'",
        "UPDATE referral SET consent_channel = 'mail'",
        "UPDATE referral SET state = 'helped'",
        "UPDATE referral SET state = 'open', ended_at = NULL WHERE state = 'unknown'",
        "UPDATE referral SET state = 'helped' WHERE state = 'unknown'",
        "UPDATE referral SET state = 'lost'",
    ],
)
def test_a_database_shell_can_t_change_what_was_agreed_to(world: World, statement: str) -> None:
    referred(world, ask_of(world))
    ended = referred(world, ask_of(world))
    heard(world, ended.uid, ReferralStep.LOSE_SIGHT)
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))


def test_an_ask_has_one_open_referral_at_most(world: World) -> None:
    referral = referred(world, ask_of(world))
    columns = "ask_id, entry_id, state, consent_on, consent_channel, consent_words, handed, follow_up_on"
    columns += ", note, made_by_id, made_at, ended_at, version"
    copy = f"INSERT INTO referral (id, uid, {columns}) SELECT 99, :uid, {columns} FROM referral"
    uid = uuid4()
    shown = uid.hex if db.engine.dialect.name == "sqlite" else uid
    with pytest.raises(IntegrityError), db.engine.begin() as connection:
        connection.execute(text(copy), {"uid": shown})
    assert referral.version == 1

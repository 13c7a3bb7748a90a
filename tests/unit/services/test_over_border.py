"""A question over the border: both antennas in the loop, and nobody told more than it takes."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import (
    THURSDAY,
    ask_of,
    offer_of,
    proposed,
    state_of_ask,
    state_of_proposal,
    told,
)
from tests.unit.services.bordering import AFTER, YES, agreed, ask_behind, desk_of, handed_over, promised, step
from timebank.domain.desk import DeskKind
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.matching.reasons import REMEMBERED, REMEMBERED_AGAINST
from timebank.models.member import Person
from timebank.models.notice import Notice
from timebank.services.asking.asks import find_ask
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import find_offer, save_offer
from timebank.services.coordinating.desk import desk_rows
from timebank.services.matchmaking.matching_past import pasts_of
from timebank.services.matchmaking.over_border import decline_for, pass_on
from timebank.services.matchmaking.plans import plan_for
from timebank.services.matchmaking.suggestions import propose_suggested, refusals_for, suggest_for
from timebank.services.measuring.participation_lists import signs_of
from timebank.services.promising.promise_lists import agenda_of, calls_of, proposal_page, proposals_page
from timebank.services.promising.proposal_answers import (
    Answer,
    answer_proposal,
    lapse_proposal,
    proposals_to_lapse,
    take_back_proposal,
)
from timebank.services.promising.proposals import NewProposal, find_proposal
from timebank.uow import reading, transact


def test_it_lies_first_with_the_helper_s_own_antenna(world: World) -> None:
    uid = handed_over(world)
    assert state_of_proposal(uid) == "handed_over"
    assert told(world, "dia") == []
    assert desk_of(world, "marolles") == [DeskKind.OVER_BORDER]
    assert desk_of(world, "heembeek") == []


def test_the_helper_knows_nothing_of_it_before_it_is_passed_on(world: World) -> None:
    uid = handed_over(world)
    with reading() as session:
        dia = world.actor("dia")
        with pytest.raises(NotFoundError):
            find_proposal(session, uid, actor=dia)
        assert proposals_page(session, actor=dia, before=None, limit=9) == []
        assert not any(agenda_of(session, actor=dia, now=NOW).__dict__.values())
    with pytest.raises(NotFoundError):
        step(world, answer_proposal, uid, YES, by="dia")
    step(world, decline_for, uid)
    with reading() as session, pytest.raises(NotFoundError):
        find_proposal(session, uid, actor=world.actor("dia"))


def test_their_coordinator_passes_it_on_and_the_helper_is_asked_by_their_own_antenna(world: World) -> None:
    uid = step(world, pass_on, handed_over(world))
    assert state_of_proposal(uid) == "asked"
    assert told(world, "dia") == ["proposal_asked"]
    with reading() as session:
        [notice] = session.scalars(select(Notice).where(Notice.person_id == world.people["dia"]))
        assert notice.antenna_id == world.antennas["marolles"]
        view = proposal_page(session, uid, actor=world.actor("dia"), now=NOW).promise
        assert (view.antenna, view.from_antenna) == ("Marolles", "Marolles")
    step(world, answer_proposal, uid, YES, by="dia")
    assert state_of_ask(ask_behind(uid)) == "promised"
    assert told(world, "ben")[-2:] == ["promise_made", "promise_reminder"]


def test_a_yes_heard_on_the_phone_is_one_step(world: World) -> None:
    uid = promised(world)
    assert state_of_proposal(uid) == "accepted"
    assert "proposal_asked" not in told(world, "dia")


def test_a_yes_without_a_day_leaves_it_where_it_was(world: World) -> None:
    agreed(world)
    offer_of(world, "dia", over_border=True)
    uid = proposed(world, ask_of(world, windows=()), "dia")
    with pytest.raises(InvalidInputError):
        step(world, pass_on, uid, YES)
    assert state_of_proposal(uid) == "handed_over"
    step(world, pass_on, uid, Answer(yes=True, on_day=THURSDAY))
    assert state_of_proposal(uid) == "accepted"


@pytest.mark.parametrize("work", [pass_on, decline_for])
@pytest.mark.parametrize("by", ["cora", "ben", "ana", "pia", "olga", "dia"])
def test_only_the_helper_s_coordinators_pass_on_or_decline(world: World, by: str, work: object) -> None:
    uid = handed_over(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        step(world, work, uid, by=by)
    assert state_of_proposal(uid) == "handed_over"


def test_the_asking_coordinator_answers_nothing_for_another_antenna_s_helper(world: World) -> None:
    uid = handed_over(world)
    for _ in range(2):
        with pytest.raises(NotAllowedError):
            step(world, answer_proposal, uid, YES, by="cora")
        if state_of_proposal(uid) == "handed_over":
            step(world, pass_on, uid)


def test_a_kind_no_of_the_antenna_brings_the_ask_back_and_is_no_no_of_the_helper_s(world: World) -> None:
    uid = step(world, decline_for, handed_over(world), "She is with family")
    assert desk_of(world, "heembeek") == [DeskKind.OPEN_ASK]
    assert told(world, "dia") == []
    with reading() as session:
        cora = world.actor("cora")
        page = proposal_page(session, uid, actor=cora, now=NOW)
        assert (page.note, page.steps) == ("She is with family", frozenset())
        assert suggest_for(session, ask_behind(uid), actor=cora, now=NOW) == ()
    other = ask_of(world, "fay")
    with reading() as session:
        [found] = suggest_for(session, other, actor=cora, now=NOW)
        assert found.member.id == world.members["dia"]


def test_what_their_antenna_kept_from_them_is_no_sign_of_life_and_no_asking(world: World) -> None:
    step(world, decline_for, handed_over(world), now=AFTER)
    later, there = NOW + timedelta(days=80), world.antennas["marolles"]
    with reading() as session:
        seen = signs_of(session, there, actor=world.actor("dov"), now=later).not_seen
        helpers = frozenset({world.members["dia"]})
        past = pasts_of(session, helpers, monday=TODAY, today=TODAY)[world.members["dia"]]
    assert [each.since for each in seen if each.uid == world.uids["dia"]] == [TODAY]
    assert (past.last_asked, past.noes_14_days) == (None, 0)


def test_twice_is_refused(world: World) -> None:
    uid = step(world, pass_on, handed_over(world))
    with pytest.raises(WrongStateError):
        step(world, pass_on, uid)
    with pytest.raises(WrongStateError):
        step(world, decline_for, uid)


def test_no_answer_in_time_brings_the_ask_back_and_asks_nobody_behind_their_antenna(world: World) -> None:
    uid = handed_over(world)
    with reading() as session:
        due = proposals_to_lapse(session, now=AFTER)
    assert [transact(lapse_proposal, each, now=AFTER) for each in due] == [True]
    assert desk_of(world, "marolles", AFTER) == []
    assert desk_of(world, "heembeek", AFTER) == [DeskKind.PAST_DAY]
    for by in ("dov", "cora"):
        with pytest.raises((WrongStateError, NotAllowedError)):
            step(world, answer_proposal, uid, YES, by=by)


def test_the_asking_antenna_takes_it_back(world: World) -> None:
    uid = step(world, take_back_proposal, handed_over(world), by="cora")
    assert state_of_proposal(uid) == "taken_back"
    assert told(world, "dia") == []
    assert desk_of(world, "marolles") == []


def test_what_waits_for_a_call_stands_on_the_helper_s_desk_alone(world: World) -> None:
    agreed(world)
    offer_of(world, "dia", over_border=True)
    uid = proposed(world, ask_of(world), "dia", channel="phone")
    step(world, pass_on, uid)
    assert desk_of(world, "marolles") == [DeskKind.NO_ANSWER]
    assert desk_of(world, "heembeek") == []
    with reading() as session:
        found = desk_rows(session, world.antennas["marolles"], actor=world.actor("dov"), now=NOW)
        assert [row.what for row in found if row.kind is DeskKind.NO_ANSWER] == ["Ben"]
        here = calls_of(session, world.antenna, actor=world.actor("cora"), now=NOW)
        there = calls_of(session, world.antennas["marolles"], actor=world.actor("dov"), now=NOW)
        assert (len(here), len(there)) == (0, 1)


def test_before_a_promise_their_coordinator_reads_what_the_help_is_and_a_given_name(world: World) -> None:
    uid = handed_over(world)
    with reading() as session:
        page = proposal_page(session, uid, actor=world.actor("dov"), now=NOW)
        view = page.promise
        assert page.steps == {"pass_on", "decline"}
        assert page.helper is not None
        assert page.helper.id == world.members["dia"]
        assert (view.asker, view.words, view.address, view.phone) == ("Ben", "", "", "")
        assert (view.category, view.on_day, view.place) == ("lift", THURSDAY, "Eye doctor")
        assert page.antenna_id == world.antennas["marolles"]
        ours = proposal_page(session, uid, actor=world.actor("cora"), now=NOW)
        assert (ours.steps, ours.helper, ours.antenna_id) == ({"take_back"}, None, world.antenna)


def test_their_coordinator_never_opens_the_ask_itself(world: World) -> None:
    uid = promised(world)
    with reading() as session, pytest.raises(NotFoundError):
        find_ask(session, ask_behind(uid), actor=world.actor("dov"))


def test_a_suggestion_over_the_border_tells_a_name_reasons_and_a_phone_only_with_consent(
    world: World,
) -> None:
    agreed(world)

    def give_phone(session: object) -> None:
        session.get(Person, world.people["dia"]).phone = "02 555 09 09"  # type: ignore[attr-defined]

    transact(give_phone)
    world.logged("dia", giver="ben", receiver="dia", said="4u")
    offer_of(world, "dia", over_border=True)
    ask = ask_of(world)
    with reading() as session:
        [found] = suggest_for(session, ask, actor=world.actor("cora"), now=NOW)
        assert found.suggestion.over_border
        assert found.phone == ""
        codes = {each.code for each in found.suggestion.reasons_for_asker}
        codes |= {each.code for each in found.suggestion.reasons_for_helper}
        assert not codes & REMEMBERED
        assert not {each.code for each in found.suggestion.cautions} & REMEMBERED_AGAINST
    change_offer(world, over_border=True, show_phone=True)
    with reading() as session:
        [found] = suggest_for(session, ask, actor=world.actor("cora"), now=NOW)
        assert found.phone == "02 555 09 09"


def change_offer(world: World, **changes: object) -> None:
    with reading() as session:
        _member, offer = find_offer(session, world.uids["dia"], actor=world.actor("dia"))
    details = OfferDetails(likes=("lift", "visit"), car_metres=10_000, **changes)  # type: ignore[arg-type]
    version = None if offer is None else offer.version
    transact(save_offer, world.uids["dia"], details, version=version, actor=world.actor("dia"), now=NOW)


def test_why_not_tells_nothing_of_another_antenna_s_members(world: World) -> None:
    agreed(world)
    offer_of(world, "dia", over_border=True, per_week_max=1, paused_until=TODAY + timedelta(days=20))
    ask = ask_of(world)
    with reading() as session:
        assert refusals_for(session, ask, actor=world.actor("cora"), now=NOW) == ()
    new = NewProposal(world.members["dia"], override_note="All the same")
    with pytest.raises(InvalidInputError):
        transact(propose_suggested, ask, new, actor=world.actor("cora"), now=NOW)


def test_the_plan_takes_who_helps_over_the_border(world: World) -> None:
    agreed(world)
    offer_of(world, "dia", over_border=True)
    ask_of(world)
    with reading() as session:
        view = plan_for(session, world.antenna, actor=world.actor("cora"), now=NOW)
        assert [each.member.id for row in view.rows for each in row.planned] == [world.members["dia"]]
        assert view.optimal


def test_who_takes_their_wish_back_is_not_asked_any_more(world: World) -> None:
    uid = handed_over(world)
    change_offer(world, over_border=False)
    with pytest.raises(InvalidInputError):
        step(world, pass_on, uid)
    step(world, decline_for, uid)
    assert state_of_proposal(uid) == "declined"

"""Who could help with an ask, through the service with the database, on both databases."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import THURSDAY, ask_of, offer_of, proposed
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.help import AskedAs, DayPart, Limit, Wish, part_bit
from timebank.extensions import db
from timebank.matching.reasons import CautionCode, ReasonCode
from timebank.matching.rules import Rule
from timebank.matching.suggesting import suggest
from timebank.models.ask import Ask
from timebank.models.member import Member, Person
from timebank.models.proposal import DeclineKind, ShownList
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.matchmaking.places import parse_point
from timebank.services.matchmaking.suggestions import (
    matching_for_asks,
    propose_suggested,
    refusals_for,
    suggest_for,
)
from timebank.services.network.rules import decide_rule
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal
from timebank.uow import reading, transact

THURSDAY_MORNING = part_bit(THURSDAY.weekday(), DayPart.MORNING)


def names(world: World, ask: object, by: str = "cora") -> list[str]:
    with reading() as session:
        found = suggest_for(session, ask, actor=world.actor(by), now=NOW)  # type: ignore[arg-type]
        return [each.member.person.given_name.lower() for each in found]


def refused(world: World, ask: object) -> dict[str, list[Rule]]:
    with reading() as session:
        found = refusals_for(session, ask, actor=world.actor("cora"), now=NOW)  # type: ignore[arg-type]
        return {each.member.person.given_name.lower(): [o.rule for o in each.objections] for each in found}


def live_at(world: World, name: str, point: str) -> None:
    def move(session: object) -> None:
        cell = parse_point(point)
        assert cell is not None
        person = session.get_one(Person, world.people[name])  # type: ignore[attr-defined]
        person.cell_row, person.cell_column = cell.row, cell.column

    transact(move)


def test_the_nearest_who_offers_this_comes_first_with_reasons(world: World) -> None:
    for name, point in (("ben", "50.8990, 4.3870"), ("ana", "50.9000, 4.3870"), ("fay", "50.9200, 4.3870")):
        live_at(world, name, point)
    offer_of(world, "ana")
    offer_of(world, "fay")
    offer_of(world, "hugo", likes=("garden",))
    ask = ask_of(world)
    assert names(world, ask) == ["ana", "fay"]
    with reading() as session:
        first = suggest_for(session, ask, actor=world.actor("cora"), now=NOW)[0].suggestion
    codes = {reason.code for reason in first.reasons_for_asker}
    assert {ReasonCode.NEAR, ReasonCode.HAS_CAR, ReasonCode.FREE_AT} <= codes
    assert (first.day, first.minute) == (THURSDAY, 9 * 60)
    assert ReasonCode.NEVER_ASKED in {reason.code for reason in first.reasons_for_helper}


def test_only_coordinators_are_shown_candidates(world: World) -> None:
    ask = ask_of(world)
    for name in ("ben", "ann"):
        with pytest.raises((NotAllowedError, NotFoundError)):
            names(world, ask, by=name)
    with pytest.raises(NotFoundError):
        names(world, ask, by="dov")


@pytest.mark.parametrize(
    ("wish", "offer", "rule"),
    [
        ({"wishes": (Wish.WOMAN,)}, {}, Rule.GENDER),
        ({"wishes": (Wish.HAS_CAT,)}, {"limits": (Limit.NO_CATS,)}, Rule.HOUSE),
        ({"wishes": (Wish.WHEELCHAIR,)}, {}, Rule.CAR_ROOM),
        ({"languages": ("fr",)}, {"languages": ("nl",)}, Rule.LANGUAGE),
        ({}, {"free_parts": 1 << 20}, Rule.TIME),
        ({}, {"paused_until": THURSDAY}, Rule.PAUSED),
        ({}, {"car_metres": 0, "foot_metres": 500}, Rule.REACH),
    ],
)
def test_a_hard_limit_leaves_someone_out_and_says_which(
    world: World, wish: dict[str, object], offer: dict[str, object], rule: Rule
) -> None:
    offer_of(world, "ana", **offer)
    ask = ask_of(world, **wish)
    assert names(world, ask) == []
    assert refused(world, ask)["ana"] == [rule]


def test_noes_promises_and_who_cannot_give_count(world: World) -> None:
    for name in ("ana", "fay", "hugo", "carl"):
        offer_of(world, name, free_parts=THURSDAY_MORNING)

    def rest(session: object) -> None:
        session.get_one(Member, world.members["carl"]).cannot_give = True  # type: ignore[attr-defined]

    transact(rest)
    first = ask_of(world)
    said_no = proposed(world, first, "ana")
    never_ben = Answer(yes=False, decline_kind=DeclineKind.NOT_THIS_PERSON)
    transact(answer_proposal, said_no, never_ben, actor=world.actor("ana"), now=NOW)
    transact(
        answer_proposal, proposed(world, first, "fay"), Answer(yes=True), actor=world.actor("fay"), now=NOW
    )
    again = ask_of(world)
    assert names(world, again) == ["hugo"]
    assert refused(world, again) == {"ana": [Rule.EXCLUDED], "fay": [Rule.PROMISED]}


def test_who_gave_less_than_they_got_comes_up_and_who_knows_each_other_is_said(world: World) -> None:
    uid = world.logged("ana", "ana", "ben", said="2u")
    transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    transact(confirm_favour, world.logged("ana", "ana", "fay", said="3u"), actor=world.actor("fay"), now=NOW)
    offer_of(world, "ana")
    offer_of(world, "fay")
    with reading() as session:
        found = suggest_for(session, ask_of(world), actor=world.actor("cora"), now=NOW)
    by_name = {each.member.person.given_name: each.suggestion for each in found}
    assert ReasonCode.HAD_MORE_HELP in {r.code for r in by_name["Fay"].reasons_for_helper}
    assert ReasonCode.KNOW_EACH_OTHER in {r.code for r in by_name["Ana"].reasons_for_asker}


def test_an_antenna_changes_what_matters_by_a_logged_decision(world: World) -> None:
    world.logged("ben", "fay", "ben", said="1u")
    offer_of(world, "ana")
    offer_of(world, "fay")
    ask = ask_of(world)
    before = names(world, ask)
    for rule, value in (
        ("weight_known_metres", "2000"),
        ("weight_load_metres", "0"),
        ("weight_balance_metres", "0"),
    ):
        transact(
            decide_rule,
            world.antenna,
            rule,
            value,
            decided_on=TODAY,
            decided_by="the board",
            actor=world.actor("cora"),
            now=NOW,
        )
    assert set(before) == {"ana", "fay"}
    assert names(world, ask) == ["fay", "ana"]


def test_asking_writes_down_who_was_shown_and_a_rule_is_set_aside_only_with_a_reason(world: World) -> None:
    offer_of(world, "ana")
    offer_of(world, "fay", limits=(Limit.NO_CATS,))
    ask = ask_of(world, wishes=(Wish.HAS_CAT,))
    cora = world.actor("cora")
    new = NewProposal(member_id=world.members["fay"])
    with pytest.raises(InvalidInputError) as missing:
        transact(propose_suggested, ask, new, actor=cora, now=NOW)
    assert missing.value.error_code == "waiver_missing"
    told = NewProposal(member_id=world.members["fay"], override_note="The cat stays with a neighbour")
    transact(propose_suggested, ask, told, actor=cora, now=NOW)
    with reading() as session:
        kept = session.scalars(select(ShownList)).one()
    assert [each["member"] for each in kept.shown] == [world.members["ana"]]
    assert (kept.chosen_id, kept.note) == (world.members["fay"], "The cat stays with a neighbour")


def test_a_rule_that_nobody_may_set_aside_stays(world: World) -> None:
    offer_of(world, "ana", paused_until=THURSDAY + timedelta(days=9))
    new = NewProposal(member_id=world.members["ana"], override_note="She will be back")
    with pytest.raises(InvalidInputError) as forbidden:
        transact(propose_suggested, ask_of(world), new, actor=world.actor("cora"), now=NOW)
    assert forbidden.value.error_code == "rule_forbids"


def test_the_number_of_statements_does_not_grow_with_the_offers(world: World) -> None:
    ask = ask_of(world)

    def statements() -> int:
        counted: list[str] = []

        def count(_c: object, _cur: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        event.listen(db.engine, "before_cursor_execute", count)
        try:
            names(world, ask)
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
        return len(counted)

    offer_of(world, "ana")
    few = statements()
    for name in ("fay", "hugo", "carl", "tess"):
        offer_of(world, name)
    assert statements() == few


@pytest.mark.parametrize("seed", range(8))
def test_who_is_not_read_would_not_have_been_suggested(world: World, seed: int) -> None:
    draw, tomorrow = random.Random(seed), NOW + timedelta(days=1)
    for name in ("ana", "fay", "hugo", "carl", "tess"):
        offer_of(world, name, **_some_offer(draw))
    for kind in ("lift", "visit", "paperwork"):
        wishes = tuple(wish for wish in (Wish.WOMAN, Wish.WHEELCHAIR, Wish.HAS_CAT) if draw.random() < 0.2)
        uid = ask_of(world, category=kind, wishes=wishes)
        with reading() as session:
            ask = session.scalars(select(Ask).where(Ask.uid == uid)).one()
            few, whole = (
                matching_for_asks(session, [ask], best_only=best_only, now=tomorrow)
                for best_only in (True, False)
            )
        assert (few.asks, set(few.offers) - set(whole.offers)) == (whole.asks, set())
        (wanted,) = whole.asks
        assert suggest(wanted, few.offers, few.context, 9) == suggest(wanted, whole.offers, whole.context, 9)


def _some_offer(draw: random.Random) -> dict[str, object]:
    kinds = draw.sample(("lift", "visit", "paperwork"), 2)
    return {
        "likes": (kinds[0],),
        "may_be_asked": (kinds[1],),
        "free_parts": draw.getrandbits(21) | 1 << draw.randrange(21),
        "by_phone": draw.random() < 0.3,
        "takes_wheelchair": draw.random() < 0.5,
        "limits": (Limit.NO_CATS,) if draw.random() < 0.3 else (),
        "asked_as": draw.choice(tuple(AskedAs)),
        "paused_until": draw.choice((None, None, TODAY, THURSDAY)),
    }


def test_a_caution_says_what_speaks_against(world: World) -> None:
    offer_of(world, "ana", likes=("visit",), may_be_asked=("lift",))
    with reading() as session:
        found = suggest_for(session, ask_of(world), actor=world.actor("cora"), now=NOW)
    assert CautionCode.ONLY_IF_ASKED in {c.code for c in found[0].suggestion.cautions}

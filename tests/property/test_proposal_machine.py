"""Whatever is done with asks and proposals, in any order: no ask is left without an owner.

Ben, Fay and someone who isn't a member yet ask; Ana, Fay, Hugo and Carl are asked, volunteer and
promise; Dia helps over the border. Cora and Carl coordinate here, Dov the other antenna. A step is
refused with words, or it leaves everything as the desk can rely on it.
"""

import uuid
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from tests.unit.services.asking import offer_of
from tests.unit.services.bordering import agreed
from timebank.domain.ask_states import LIVE_ASKS, LIVE_PROPOSALS, AskState, AskStep, ProposalState
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.domain.states import MemberState
from timebank.ledger.proof import check_books
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_lists import live_asks
from timebank.services.asking.asks import (
    ENDINGS,
    asks_to_repeat,
    change_ask,
    end_ask,
    make_ask,
    make_next_occurrence,
    reopen_ask,
)
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window, details_of
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import undo_favour
from timebank.services.matchmaking.over_border import decline_for, pass_on
from timebank.services.matchmaking.pools import PoolDecision, agree_to_pool, end_pool, propose_pool
from timebank.services.membership.member_endings import pause_member, resume_member
from timebank.services.promising.promises import Happening, call_off, say_it_fell_through, say_it_happened
from timebank.services.promising.proposal_answers import (
    Answer,
    answer_proposal,
    lapse_proposal,
    proposals_to_lapse,
    take_back_proposal,
)
from timebank.services.promising.proposals import NewProposal, propose, volunteer
from timebank.uow import reading, transact

EXAMPLES = settings(max_examples=12, stateful_step_count=40, deadline=None)

people = st.sampled_from(("cora", "carl", "cora", "ana", "ben", "fay", "hugo", "dov"))
askers = st.sampled_from(("ben", "fay", ""))
helpers = st.sampled_from(("ana", "ben", "fay", "hugo", "carl", "dia", "dia"))
RESTING = ("ana", "hugo", "dia")
NEEDS_THE_HELPER = frozenset(
    {ProposalState.ASKED, ProposalState.ACCEPTED, ProposalState.DONE, ProposalState.CALLED_OFF}
)
coordinators = st.sampled_from(("cora", "carl", "cora", "carl", "dov"))
NOTHING = uuid.UUID(int=0)
"""What a refused step leaves in its bundle. Examples share a database, so the same step may be refused in one
and not in another; what may be drawn next must not hang on that."""


class ProposalMachine(RuleBasedStateMachine):
    """Asks of one antenna and what becomes of them; time only goes on."""

    asks: Bundle[uuid.UUID] = Bundle("asks")
    proposals: Bundle[uuid.UUID] = Bundle("proposals")
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = NOW
        self.made: set[int] = set()
        for name in RESTING:
            self.take(resume_member, self.world.uids[name], by=name)
        self.the_antennas_agree_or_end_it(ends=False)

    def take(self, work: Callable[..., Any], *args: Any, by: str, **named: Any) -> Any:
        """Try one step: None where it is refused with words."""
        try:
            actor = self.world.actor(by, now=self.now)
            return transact(work, *args, actor=actor, now=self.now, **named)
        except TimebankError:
            return None

    @rule(
        target=asks,
        by=st.sampled_from(("ben", "cora", "carl", "ann")),
        asker=askers,
        slots=st.integers(1, 3),
        ahead=st.sampled_from((None, 0, 1, 4)),
        repeats=st.booleans(),
    )
    def ask(self, by: str, asker: str, slots: int, ahead: int | None, repeats: bool) -> uuid.UUID:
        """Write one down; without ``ahead`` any day will do."""
        today = local_day(self.now, "Europe/Brussels")
        windows = () if ahead is None else (Window(today + timedelta(days=ahead), 540, 720),)
        details = AskDetails("lift", windows=windows, slots=slots, repeat_days=7 if repeats else None)
        member = self.world.members[asker] if asker else None
        new = NewAsk(self.world.antenna, "Who can bring me?", member, "Lucie", details=details)
        made = self.take(make_ask, new, by=by)
        return NOTHING if made is None else self.remember(made)

    def remember(self, made: Ask) -> uuid.UUID:
        """Each example looks only at its own asks: those before it are in the same database."""
        self.made.add(made.id)
        return made.uid

    @rule(uid=asks, by=people, slots=st.integers(1, 3))
    def change(self, uid: uuid.UUID, by: str, slots: int) -> None:
        with reading() as session:
            found = session.scalars(select(Ask).where(Ask.uid == uid)).one_or_none()
            if found is None:
                return
            version, details = found.version, details_of(found)
        changed = AskDetails(**details.__dict__ | {"slots": slots, "windows": ()} | {"repeat_days": None})
        self.take(change_ask, uid, changed, version=version, by=by)

    @rule(target=proposals, uid=asks, helper=helpers, by=coordinators)
    def put_the_question(self, uid: uuid.UUID, helper: str, by: str) -> uuid.UUID:
        made = self.take(propose, uid, NewProposal(self.world.members[helper]), by=by)
        return NOTHING if made is None else made.uid

    @rule(target=proposals, uid=asks, helper=helpers)
    def say_i_can(self, uid: uuid.UUID, helper: str) -> uuid.UUID:
        made = self.take(volunteer, uid, self.world.members[helper], by=helper)
        return NOTHING if made is None else made.uid

    @rule(target=proposals, uid=asks, helper=helpers, ahead=st.integers(0, 2))
    def ask_by_phone_and_hear_yes(self, uid: uuid.UUID, helper: str, ahead: int) -> uuid.UUID:
        """What most promises are: so that the rarer steps have something to start from."""
        made = self.put_the_question(uid, helper, "cora")
        self.answer(made, "cora", True, ahead)
        return made

    @rule(uid=proposals, by=people, yes=st.booleans(), ahead=st.sampled_from((None, 0, 1)))
    def answer(self, uid: uuid.UUID, by: str, yes: bool, ahead: int | None) -> None:
        today = local_day(self.now, "Europe/Brussels")
        day = None if ahead is None else today + timedelta(days=ahead)
        self.take(answer_proposal, uid, Answer(yes, on_day=day), by=by)

    @rule(uid=proposals, by=coordinators, said=st.sampled_from((None, True, False)))
    def pass_on_over_the_border(self, uid: uuid.UUID, by: str, said: bool | None) -> None:
        answer = None if said is None else Answer(said, on_day=local_day(self.now, "Europe/Brussels"))
        self.take(pass_on, uid, answer, by=by)

    @rule(uid=proposals, by=coordinators)
    def say_no_for_them(self, uid: uuid.UUID, by: str) -> None:
        self.take(decline_for, uid, by=by)

    @rule(ends=st.booleans())
    def the_antennas_agree_or_end_it(self, ends: bool) -> None:
        here, there = self.world.antenna, self.world.antennas["marolles"]
        decision = PoolDecision(local_day(self.now, "Europe/Brussels"), "The team")
        if ends:
            self.take(end_pool, there, "heembeek", by="dov")
        else:
            self.take(propose_pool, here, "marolles", decision, by="cora")
            self.take(agree_to_pool, there, "heembeek", decision, by="dov")

    @rule(name=st.sampled_from(RESTING), rests=st.booleans())
    def someone_takes_a_break_or_is_back(self, name: str, rests: bool) -> None:
        self.take(pause_member if rests else resume_member, self.world.uids[name], by=name)

    @rule(uid=proposals, by=people)
    def take_back(self, uid: uuid.UUID, by: str) -> None:
        self.take(take_back_proposal, uid, by=by)

    @rule(uid=proposals, by=people)
    def call_it_off(self, uid: uuid.UUID, by: str) -> None:
        self.take(call_off, uid, note="Ill", by=by)

    @rule(uid=proposals, by=people, said=st.sampled_from(("1u", "45 min", "")))
    def it_happened(self, uid: uuid.UUID, by: str, said: str) -> None:
        how = Happening(said, with_hours=bool(said), allow_double=True)
        self.take(say_it_happened, uid, how, by=by)

    @rule(uid=proposals, by=people)
    def undo_what_was_written_down(self, uid: uuid.UUID, by: str) -> None:
        with reading() as session:
            proposal = session.scalars(select(Proposal).where(Proposal.uid == uid)).one_or_none()
            favour = None if proposal is None else proposal.favour
        if favour is not None:
            self.take(undo_favour, favour.uid, by=by)

    @rule(uid=proposals, by=people)
    def it_fell_through(self, uid: uuid.UUID, by: str) -> None:
        self.take(say_it_fell_through, uid, "Nobody was home", by=by)

    @rule(uid=asks, by=people, step=st.sampled_from(sorted(ENDINGS)), stop=st.booleans())
    def end(self, uid: uuid.UUID, by: str, step: AskStep, stop: bool) -> None:
        self.take(end_ask, uid, step, stop_repeating=stop, by=by)

    @rule(uid=asks, by=coordinators)
    def reopen(self, uid: uuid.UUID, by: str) -> None:
        self.take(reopen_ask, uid, by=by)

    @rule(days=st.sampled_from((0, 1, 3)))
    def the_days_go_by(self, days: int) -> None:
        """As the tick does it: questions lapse, and repeating asks make their next occurrence."""
        self.now += timedelta(days=days)
        with reading() as session:
            due = set(proposals_to_lapse(session, now=self.now))
            mine = select(Proposal.id).where(Proposal.id.in_(due), Proposal.ask_id.in_(self.made))
            lapsing, repeating = session.scalars(mine).all(), asks_to_repeat(session, now=self.now)
        for proposal_id in lapsing:
            transact(lapse_proposal, proposal_id, now=self.now)
        ours = (ask_id for ask_id in repeating if ask_id in self.made)
        for made in [transact(make_next_occurrence, ask_id, now=self.now) for ask_id in ours]:
            if made is not None:
                self.remember(made)

    @rule(target=asks, uid=asks)
    def look_at_the_next_occurrence(self, uid: uuid.UUID) -> uuid.UUID:
        before = select(Ask.id).where(Ask.uid == uid).scalar_subquery()
        with reading() as session:
            return session.scalar(select(Ask.uid).where(Ask.follows_id == before)) or NOTHING

    @invariant()
    def every_ask_has_an_owner(self) -> None:
        with reading() as session:
            listed = live_asks(session, self.world.antenna, actor=self.world.actor("cora", now=self.now))
            on_the_desk = {ask.id for ask in listed}
            for ask in session.scalars(select(Ask).where(Ask.id.in_(self.made))):
                assert (ask.ended_at is None) == (ask.state in LIVE_ASKS) == (ask.id in on_the_desk)
                assert_proposals_agree(session, ask)
            followed = session.execute(
                select(Ask.follows_id, func.count())
                .where(Ask.follows_id.is_not(None))
                .group_by(Ask.follows_id)
            )
            assert all(times == 1 for _ask, times in followed)

    @invariant()
    def nobody_is_asked_anything_while_they_rest(self) -> None:
        asked = select(Proposal.id).join(Member, Member.id == Proposal.member_id)
        waits = Proposal.state.in_(LIVE_PROPOSALS - {ProposalState.ACCEPTED})
        with reading() as session:
            rests = Member.state == MemberState.PAUSED
            assert session.scalars(asked.where(rests, waits, Proposal.ask_id.in_(self.made))).all() == []

    def teardown(self) -> None:
        with reading() as session:
            assert check_books(session).faults == ()
            assert check_causes(session) == ()


def assert_proposals_agree(session: Session, ask: Ask) -> None:
    """Promises have a day and two people and fit their places; the ask stands where they put it."""
    found = session.scalars(select(Proposal).where(Proposal.ask_id == ask.id)).all()
    counts = Counter(each.state for each in found)
    promised, done = counts[ProposalState.ACCEPTED], counts[ProposalState.DONE]
    assert promised + done <= ask.slots
    if ask.ended_at is not None:
        assert not any(each.state in LIVE_PROPOSALS for each in found)
    else:
        assert (ask.state is AskState.PROMISED) == (promised + done >= ask.slots)
    live = Counter(each.member_id for each in found if each.state in LIVE_PROPOSALS)
    assert all(times == 1 for times in live.values())
    for each in found:
        assert each.state is not ProposalState.HANDED_OVER or each.over_border
        assert each.reached_helper or each.state not in NEEDS_THE_HELPER
        assert each.member_id != ask.member_id
        assert each.state is not ProposalState.ACCEPTED or each.on_day is not None
        assert (each.favour_id is not None) == (
            each.state is ProposalState.DONE and ask.member_id is not None
        )
        if each.favour is not None:
            assert [member.id for member in each.favour.givers] == [each.member_id]
            assert [member.id for member in each.favour.receivers] == [ask.member_id]


def test_no_sequence_of_steps_leaves_an_ask_without_an_owner(world: World) -> None:
    class Machine(ProposalMachine):
        pass

    Machine.world = world
    offer_of(world, "dia", over_border=True)
    agreed(world)
    run_state_machine_as_test(Machine, settings=EXAMPLES)

"""Suggestions for one ask: the best helpers first, each with reasons, and why another isn't among them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.matching.fitting import why_not
from timebank.matching.rules import Objection, Rule, Waiver
from timebank.matching.suggesting import Suggestion, suggest
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal, ShownList
from timebank.services.asking.asks import find_ask
from timebank.services.matchmaking.matching_inputs import Matching, matching_of, members_named
from timebank.services.matchmaking.weights import weights_of
from timebank.services.network.rules import rules_of
from timebank.services.promising.proposals import NewProposal, propose

FIRST_SHOWN = 3
MOST_SHOWN = 30


@dataclass(frozen=True)
class Candidate:
    """A suggested helper with what a coordinator needs to ask them now.

    ``phone`` is empty where it isn't this coordinator's to ring: over the border it is given only with
    the helper's consent.
    """

    member: Member
    suggestion: Suggestion
    phone: str


@dataclass(frozen=True)
class Refusal:
    """Why a helper isn't suggested: each rule that objects; ``may_waive`` where a reason sets all aside."""

    member: Member
    objections: tuple[Objection, ...]

    @property
    def may_waive(self) -> bool:
        """Whether a coordinator may ask them all the same, with a reason."""
        return all(each.waiver is not Waiver.NEVER for each in self.objections)


def suggest_for(
    session: Session, ask_uid: uuid.UUID, *, most: int = FIRST_SHOWN, actor: Actor, now: datetime
) -> tuple[Candidate, ...]:
    """The best helpers for an ask, best first, at most ``most``.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of its antenna.
    """
    ask = _ask(session, ask_uid, actor)
    matching = matching_for_asks(session, [ask], best_only=True, now=now)
    found = suggest(matching.ask(ask.id), matching.offers, matching.context, min(most, MOST_SHOWN))
    members = members_named(session, [each.helper for each in found])
    shared = _sharing_phone(session, [each.helper for each in found if each.over_border])
    return tuple(_candidate(members[each.helper], each, shared) for each in found)


def refusals_for(session: Session, ask_uid: uuid.UUID, *, actor: Actor, now: datetime) -> tuple[Refusal, ...]:
    """Everybody of this antenna with an offer of this kind who isn't suggested, and why; by name.

    A reader who is one of two that are kept apart doesn't find the other here.
    """
    ask = _ask(session, ask_uid, actor)
    matching = matching_for_asks(session, [ask], now=now)
    wanted = matching.ask(ask.id)
    own = (o for o in matching.offers if o.antenna == ask.antenna_id)
    kinds = (o for o in own if wanted.category in o.categories | o.may_be_asked)
    found = ((o, why_not(wanted, o, matching.context)) for o in kinds)
    refused = {
        o.helper: why
        for o, why in found
        if why
        and not (actor.member_ids & {o.helper, wanted.asker} and Rule.EXCLUDED in {w.rule for w in why})
    }
    members = members_named(session, refused)
    shown = (Refusal(members[helper], why) for helper, why in refused.items())
    return tuple(sorted(shown, key=lambda each: (each.member.person.sort_name, each.member.number)))


def propose_suggested(
    session: Session, ask_uid: uuid.UUID, new: NewProposal, *, actor: Actor, now: datetime
) -> Proposal:
    """Ask a helper, and write down who else was suggested and why this one was asked.

    Someone whom a rule leaves out is asked only with a reason, and never against a rule that can't
    be set aside, nor over the border.

    Raises:
        InvalidInputError: code ``waiver_missing``: a rule objects and no reason was given;
            ``rule_forbids``: one that nobody may set aside.
    """
    ask = _ask(session, ask_uid, actor)
    matching = matching_for_asks(session, [ask], also=frozenset({new.member_id}), best_only=True, now=now)
    wanted = matching.ask(ask.id)
    shown = suggest(wanted, matching.offers, matching.context, FIRST_SHOWN)
    offer = next((each for each in matching.offers if each.helper == new.member_id), None)
    objections = () if offer is None else why_not(wanted, offer, matching.context)
    elsewhere = offer is not None and offer.antenna != ask.antenna_id
    if any(elsewhere or each.waiver is Waiver.NEVER for each in objections):
        raise InvalidInputError("rule_forbids", "This helper doesn't do that, or not now.", field="member")
    if (objections or offer is None) and not new.override_note.strip():
        raise InvalidInputError(
            "waiver_missing", "Say why you ask this helper all the same.", field="override_note"
        )
    proposal = propose(session, ask_uid, new, actor=actor, now=now)
    session.add(
        ShownList(
            ask_id=ask.id,
            shown_at=now,
            shown_to_id=actor.person_id or None,
            shown=[_as_kept(each) for each in shown],
            chosen_id=new.member_id,
            note=new.override_note.strip()[:300],
        )
    )
    session.flush()
    return proposal


def lists_shown(session: Session, ask_uid: uuid.UUID, *, actor: Actor) -> Sequence[ShownList]:
    """What coordinators were shown for an ask and whom they asked, oldest first."""
    ask = _ask(session, ask_uid, actor)
    return session.scalars(select(ShownList).where(ShownList.ask_id == ask.id).order_by(ShownList.id)).all()


def matching_for_asks(
    session: Session,
    asks: Sequence[Ask],
    *,
    also: frozenset[int] = frozenset(),
    best_only: bool = False,
    now: datetime,
) -> Matching:
    """The engine's inputs for asks of one antenna, with its weights: see ``matching_of``."""
    antenna = asks[0].antenna
    weights = weights_of(rules_of(session, antenna.id))
    return matching_of(session, antenna, asks, weights=weights, also=also, best_only=best_only, now=now)


def _sharing_phone(session: Session, member_ids: Sequence[int]) -> frozenset[int]:
    """Which of these helpers agreed that the other side of a promise has their number."""
    agreed = select(Offer.member_id).where(Offer.member_id.in_(member_ids), Offer.show_phone.is_(True))
    return frozenset(session.scalars(agreed)) if member_ids else frozenset()


def _candidate(member: Member, suggestion: Suggestion, shared: frozenset[int]) -> Candidate:
    known = not suggestion.over_border or member.id in shared
    return Candidate(member, suggestion, member.person.phone if known else "")


def _ask(session: Session, uid: uuid.UUID, actor: Actor) -> Ask:
    ask = find_ask(session, uid, actor=actor)
    require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    if ask.ended_at is not None:
        raise NotFoundError
    return ask


def _as_kept(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion as it is kept: ids, codes and values, no names."""
    return {
        "member": suggestion.helper,
        "cost_metres": suggestion.cost_metres,
        "reasons": [{"code": r.code.value, "params": dict(r.params)} for r in suggestion.reasons_for_asker],
        "for_helper": [
            {"code": r.code.value, "params": dict(r.params)} for r in suggestion.reasons_for_helper
        ],
        "cautions": [{"code": c.code.value, "params": dict(c.params)} for c in suggestion.cautions],
    }

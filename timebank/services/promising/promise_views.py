"""A proposal as one of its two sides, or a coordinator, may see it.

Until there is a promise the helper hears a given name only. Family names, the address of who asked
and their own words come with the promise; telephone numbers only where both sides agreed to that.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ProposalState
from timebank.models.ask import Ask
from timebank.models.member import Person
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.services.asking.categories import categories_of
from timebank.services.promising.proposals import PROMISED_STATES


@dataclass(frozen=True)
class PromiseView:
    """Who helps whom, with what, when and where, for one reader.

    ``antenna`` and its phone are those of the side that reads: whom they call. Over the border,
    ``from_antenna`` is the helper's and ``for_antenna`` that of who asks; else they are empty.

    ``for_helper`` says on which side the reader stands. ``from_minute`` is the local minute of the
    day. ``category`` is a code, ``own_kind`` the name of a kind of the antenna's own. ``phone`` is
    the other side's.
    """

    uid: uuid.UUID
    ask_uid: uuid.UUID
    antenna_id: int
    state: ProposalState
    for_helper: bool
    helper: str
    asker: str
    asker_is_member: bool
    category: str
    own_kind: str
    words: str
    on_day: date | None
    from_minute: int | None
    minutes: int
    place: str
    address: str
    phone: str
    introduction: bool
    answer_by: date
    antenna: str
    antenna_phone: str
    favour_uid: uuid.UUID | None
    from_antenna: str = ""
    for_antenna: str = ""

    @property
    def other(self) -> str:
        """The name of the other side."""
        return self.asker if self.for_helper else self.helper


def promise_views(
    session: Session, proposals: Iterable[Proposal], *, for_helper: bool, language: str
) -> tuple[PromiseView, ...]:
    """The proposals as the reader of this side sees them, in the order given."""
    rows = tuple(proposals)
    agreed = set(
        session.scalars(
            select(Offer.member_id).where(
                Offer.member_id.in_([p.member_id for p in rows]), Offer.show_phone.is_(True)
            )
        )
    )
    kinds: dict[int, dict[str, str]] = {}
    for antenna_id in {p.ask.antenna_id for p in rows}:
        found = categories_of(session, antenna_id)
        kinds[antenna_id] = {each.code: each.name_in(language) for each in found}
    return tuple(
        _view(p, for_helper, p.member_id in agreed, kinds[p.ask.antenna_id].get(p.ask.category, ""))
        for p in rows
    )


def promise_view(session: Session, proposal: Proposal, *, for_helper: bool, language: str) -> PromiseView:
    """One proposal as the reader of this side sees it."""
    return promise_views(session, (proposal,), for_helper=for_helper, language=language)[0]


def asker_given_name(ask: Ask) -> str:
    """What a helper, and another antenna, may call who asks before there is a promise."""
    return ask.asker_name.split()[0] if ask.member is None else ask.member.person.given_name


def _view(proposal: Proposal, for_helper: bool, helper_agreed: bool, own_kind: str) -> PromiseView:  # noqa: FBT001 - facts, not switches
    ask, promised = proposal.ask, proposal.state in PROMISED_STATES
    asker = None if ask.member is None else ask.member.person
    stands = proposal.state is ProposalState.ACCEPTED
    numbers = stands and helper_agreed and ask.show_phone
    asker_phone = asker.phone if asker is not None else ask.asker_phone
    home = proposal.member.antenna if for_helper else ask.antenna
    return PromiseView(
        uid=proposal.uid,
        ask_uid=ask.uid,
        antenna_id=home.id,
        state=proposal.state,
        for_helper=for_helper,
        helper=_name(proposal.member.person, promised),
        asker=_name(asker, promised) if asker is not None else _said_name(ask.asker_name, promised),
        asker_is_member=asker is not None,
        category=ask.category,
        own_kind=own_kind,
        words=ask.words if promised else "",
        on_day=proposal.on_day,
        from_minute=proposal.from_minute,
        minutes=proposal.minutes,
        place=ask.place,
        address=_address(asker) if asker is not None and stands and for_helper else "",
        phone=(asker_phone if for_helper else proposal.member.person.phone) if numbers else "",
        introduction=proposal.introduction,
        answer_by=proposal.answer_by,
        antenna=home.name,
        antenna_phone=home.phone,
        favour_uid=None if proposal.favour is None else proposal.favour.uid,
        from_antenna=proposal.member.antenna.name if proposal.over_border else "",
        for_antenna=ask.antenna.name if proposal.over_border else "",
    )


def _name(person: Person, promised: bool) -> str:  # noqa: FBT001 - a fact, not a switch
    return person.name if promised else person.given_name


def _said_name(name: str, promised: bool) -> str:  # noqa: FBT001 - a fact, not a switch
    return name if promised else name.split()[0]


def _address(person: Person) -> str:
    return f"{person.street} {person.house_number}".strip()

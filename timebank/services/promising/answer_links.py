"""Signed addresses with which a helper answers from a mail, without signing in.

An address is bound to one proposal and one person and works until a week after the day that it is
about. Opening it spends nothing; what it may do is what the person may do with small rights.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ProposalState
from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Rights
from timebank.models.proposal import Proposal
from timebank.services.network.actors import actor_of
from timebank.services.promising.promise_views import PromiseView, promise_view
from timebank.services.signing_in.attempts import Limit, count_attempt

WORKS_AFTER = timedelta(days=7)
"""So long after the day for an answer, or of the help, the address still opens."""

PER_LINK = (Limit(15, 10), Limit(1440, 40))
"""Answers that may be sent from one address: enough for typing errors, too few for a machine."""

SALT = "timebank.answer"


@dataclass(frozen=True)
class OpenedLink:
    """What an address opens: the promise as its helper sees it, and who acts.

    ``over`` is true from the day of a promise on: it can be said how it went.
    """

    promise: PromiseView
    actor: Actor
    over: bool


def sign_answer(secret_key: str, proposal_uid: uuid.UUID, person_id: int) -> str:
    """The token of an address for this proposal and person."""
    return URLSafeSerializer(secret_key, salt=SALT).dumps([proposal_uid.hex, person_id])


def open_answer(session: Session, token: str, secret_key: str, *, now: datetime, language: str) -> OpenedLink:
    """What stands behind an address.

    Raises:
        NotFoundError: not signed by us, too old, or for someone who isn't the helper any more.
    """
    try:
        signed_uid, person_id = URLSafeSerializer(secret_key, salt=SALT).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise NotFoundError from None
    proposal = session.scalar(select(Proposal).where(Proposal.uid == uuid.UUID(signed_uid)))
    if proposal is None or proposal.member.person_id != person_id:
        raise NotFoundError
    today = local_day(now, proposal.ask.antenna.timezone)
    if today > max(proposal.answer_by, proposal.on_day or proposal.answer_by) + WORKS_AFTER:
        raise NotFoundError
    over = proposal.state is ProposalState.ACCEPTED and (proposal.on_day or today) <= today
    view = promise_view(session, proposal, for_helper=True, language=language)
    return OpenedLink(view, actor_of(session, person_id, now=now, rights=Rights.SMALL), over)


def count_answer(session: Session, proposal_uid: uuid.UUID, *, now: datetime) -> None:
    """Count one answer that is sent from an address, before it is taken.

    Raises:
        TooManyAttemptsError: so many came already.
    """
    count_attempt(session, f"answer:{proposal_uid}", now=now, limits=PER_LINK)

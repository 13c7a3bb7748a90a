"""Who may do what: an actor, and pure predicates over it.

A predicate answers for one antenna or member; services turn a 'no' into an error. A route's
``@access`` mark only says who may knock; the service decides.
"""

import enum
from dataclasses import dataclass, field

from timebank.domain.errors import NotAllowedError, NotFoundError


class Role(enum.StrEnum):
    """A mandate that a person holds, beside being a member somewhere."""

    ANTENNA_PERSON = "antenna_person"
    COORDINATOR = "coordinator"
    TREASURER = "treasurer"
    PARTNER_STAFF = "partner_staff"
    OPERATOR = "operator"


class Rights(enum.StrEnum):
    """How far a session reaches: all of a person's rights, or the few of a printed card or tablet."""

    FULL = "full"
    SMALL = "small"


@dataclass(frozen=True)
class Membership:
    """One place of the actor in an antenna, with the account that holds its minutes."""

    antenna_id: int
    member_id: int
    account_id: int | None
    active: bool


@dataclass(frozen=True)
class Mandate:
    """A role in one antenna; an operator's has none, a partner's staff has one for each antenna."""

    role: Role
    antenna_id: int | None


@dataclass(frozen=True)
class Actor:
    """Who acts: a person with places and mandates, as of now.

    ``helps`` are the member ids that this person may act for; ``member_ids`` are their own.
    """

    person_id: int
    name: str = ""
    language: str = "nl"
    memberships: tuple[Membership, ...] = ()
    mandates: frozenset[Mandate] = frozenset()
    helps: frozenset[int] = frozenset()
    rights: Rights = Rights.FULL
    scopes: frozenset[str] | None = None
    session_id: int | None = None
    member_ids: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Derive what is asked most."""
        object.__setattr__(self, "member_ids", frozenset(m.member_id for m in self.memberships))

    def has(self, role: Role, antenna_id: int | None = None) -> bool:
        """Whether the actor holds ``role`` in the antenna (an operator's role needs no antenna)."""
        if self.rights is not Rights.FULL:
            return False
        return Mandate(role, None if role is Role.OPERATOR else antenna_id) in self.mandates

    def antennas_as(self, *roles: Role) -> frozenset[int]:
        """The antennas in which the actor holds one of ``roles``."""
        if self.rights is not Rights.FULL:
            return frozenset()
        return frozenset(m.antenna_id for m in self.mandates if m.role in roles and m.antenna_id is not None)

    def allows(self, scope: str) -> bool:
        """Whether the session's token carries ``scope``; a session without token has all."""
        return self.scopes is None or scope in self.scopes


SYSTEM = Actor(person_id=0, name="timebank")
"""The timebank itself: the tick and the commands of the operator's shell."""


def is_coordinator(actor: Actor, antenna_id: int) -> bool:
    """May match, confirm by phone, correct and see balances in this antenna."""
    return actor.has(Role.COORDINATOR, antenna_id)


def is_treasurer(actor: Actor, antenna_id: int) -> bool:
    """May read the books of this antenna and second what moves the pot."""
    return actor.has(Role.TREASURER, antenna_id)


def is_operator(actor: Actor) -> bool:
    """Runs the server: opens antennas and gives the first mandates; sees no balances."""
    return actor is SYSTEM or actor.has(Role.OPERATOR)


def is_staff(actor: Actor) -> bool:
    """Holds any role, with full rights."""
    return actor.rights is Rights.FULL and bool(actor.mandates)


def may_log_for_others(actor: Actor, antenna_id: int) -> bool:
    """May write down a favour of two other people."""
    return is_coordinator(actor, antenna_id) or actor.has(Role.ANTENNA_PERSON, antenna_id)


def may_act_for(actor: Actor, member_id: int) -> bool:
    """Is this member, or a helper with consent in force."""
    return member_id in actor.member_ids or member_id in actor.helps


def may_see_balance(actor: Actor, member_id: int, antenna_id: int) -> bool:
    """The member, their helper, and the antenna's coordinators and treasurer; nobody else."""
    if may_act_for(actor, member_id):
        return True
    return is_coordinator(actor, antenna_id) or is_treasurer(actor, antenna_id)


def may_see_member(actor: Actor, member_id: int, antenna_id: int) -> bool:
    """May open this member's own page (contact details, history)."""
    return may_act_for(actor, member_id) or is_coordinator(actor, antenna_id)


def may_see_books(actor: Actor, antenna_id: int) -> bool:
    """May read the pot's movements, trial balance and import batches."""
    return is_coordinator(actor, antenna_id) or is_treasurer(actor, antenna_id)


def may_approve_reports(actor: Actor, antenna_id: int) -> bool:
    """May make this antenna's yearly reports, see their drafts, and approve them."""
    return may_see_books(actor, antenna_id)


def may_read_report(actor: Actor, antenna_id: int, *, released: bool) -> bool:
    """May open a yearly report; a partner's staff only one that is approved and made for them (``released``)."""
    partner = released and actor.has(Role.PARTNER_STAFF, antenna_id)
    return partner or may_approve_reports(actor, antenna_id)


def may_see_participation(actor: Actor, antenna_id: int) -> bool:
    """May see this antenna's exact figures: its board (the treasurer) and its coordinators."""
    return may_see_books(actor, antenna_id)


def may_read_directory(actor: Actor, antenna_id: int | None) -> bool:
    """May look services up; those of the whole network (no antenna) are for whoever belongs somewhere."""
    if antenna_id is None:
        return bool(actor.memberships or actor.mandates)
    return belongs(actor, antenna_id)


def may_edit_directory(actor: Actor, antenna_id: int | None) -> bool:
    """Keeps an antenna's entries right; those of the whole network are every coordinator's."""
    if antenna_id is None:
        return bool(actor.antennas_as(Role.COORDINATOR))
    return is_coordinator(actor, antenna_id)


def may_tell_signal(actor: Actor, antenna_id: int) -> bool:
    """May pass on that something was noticed."""
    return may_log_for_others(actor, antenna_id)


def may_follow_signal(actor: Actor, antenna_id: int, about_member_id: int | None) -> bool:
    """May read and handle a signal; nobody does so with one about themselves."""
    return is_coordinator(actor, antenna_id) and about_member_id not in actor.member_ids


def belongs(actor: Actor, antenna_id: int) -> bool:
    """Has a place or a mandate in this antenna: outsiders get 'not found', insiders 'not allowed'."""
    if any(m.antenna_id == antenna_id for m in actor.memberships):
        return True
    return any(m.antenna_id == antenna_id for m in actor.mandates)


def require(allowed: bool, actor: Actor, antenna_id: int | None = None) -> None:  # noqa: FBT001 - a predicate's answer
    """Turn a predicate's 'no' into an error.

    Raises:
        NotFoundError: for someone of another antenna, who may not even learn that it exists.
        NotAllowedError: for someone of this antenna.
    """
    if allowed:
        return
    if antenna_id is not None and not belongs(actor, antenna_id) and not is_operator(actor):
        raise NotFoundError
    raise NotAllowedError


def require_full_rights(actor: Actor) -> None:
    """Refuse what a printed card or the centre's tablet may not do.

    Raises:
        NotAllowedError: code ``small_rights``.
    """
    if actor.rights is not Rights.FULL:
        raise NotAllowedError(
            "small_rights", "You can't do this with a card or on the centre's tablet. Call your antenna."
        )

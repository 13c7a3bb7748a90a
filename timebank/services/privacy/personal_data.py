"""Where the tables hold something about a person, and what goes of it when they are erased.

One map serves the person's own file and the erasure. A test walks every table: whoever adds one that
names a person or a member gives it a place here, or says in ``EXPLAINED`` why it has none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, union
from sqlalchemy.orm import aliased

from timebank.ledger.model import Transfer
from timebank.models.antenna import RoleMandate
from timebank.models.ask import Ask, AskWindow
from timebank.models.audit import AuditEntry
from timebank.models.certificate import Certificate
from timebank.models.consent import MemberConsent, PartnerLook
from timebank.models.desk import CalendarFeed, Duty, Hold
from timebank.models.favour import Favour, FavourConfirmation, FavourParty
from timebank.models.gathering import Attendance
from timebank.models.gift import Gift
from timebank.models.login import (
    ApiToken,
    CardCode,
    LoginSession,
    PrintedCard,
    RecoveryCode,
    SecondFactor,
    SignInCode,
    StaffPassword,
)
from timebank.models.matching import Apart
from timebank.models.member import EarlierAccount, Helper, Member, MemberStepTaken, Person
from timebank.models.notice import Notice
from timebank.models.offer import Offer, OfferKind
from timebank.models.proposal import Proposal, ShownList
from timebank.models.questionnaire import QuestionnaireAnswer
from timebank.models.referral import Referral
from timebank.models.signal import Signal
from timebank.models.story import Story, StoryPhoto
from timebank.models.wish import HoursWish
from timebank.orm import Base

GONE: Mapping[str, Any] = {}
"""In a place's ``blank``: the rows go altogether."""


@dataclass(frozen=True)
class Place:
    """One table: which rows are this person's, and what erasing does to them.

    ``blank`` are the columns that lose what they say, with what stands there then; ``GONE`` removes
    the rows, None leaves them. ``hidden`` columns aren't in the person's own file: secrets, and what
    someone else told in confidence (a signal's words are for a talk with a coordinator; who gave
    an unnamed gift). A ``private`` table isn't in it at all: it protects someone else; an ``own_only``
    one only where they make it themselves. Rows that aren't ``filled`` have nothing left to lose, and
    their guards let nobody change them.
    """

    model: type[Base]
    mine: Callable[[int], ColumnElement[bool]]
    blank: Mapping[str, Any] | None
    hidden: frozenset[str] = field(default=frozenset())
    private: bool = False
    own_only: bool = False
    filled: ColumnElement[bool] | None = None


def members_of(person_id: int) -> Select[int]:
    """The ids of this person's memberships, past ones too."""
    return select(Member.id).where(Member.person_id == person_id)


def favours_of(person_id: int) -> Select[int]:
    """The ids of the favours that this person gave or received."""
    return select(FavourParty.favour_id).where(FavourParty.member_id.in_(members_of(person_id)))


def asks_of(person_id: int) -> Select[int]:
    """The ids of this person's asks."""
    return select(Ask.id).where(Ask.member_id.in_(members_of(person_id)))


def _by_person(column: Any) -> Callable[[int], ColumnElement[bool]]:
    return lambda person_id: column == person_id


def _by_member(*columns: Any) -> Callable[[int], ColumnElement[bool]]:
    return lambda person_id: or_(*(column.in_(members_of(person_id)) for column in columns))


def _under(column: Any, ids: Callable[[int], Select[int]]) -> Callable[[int], ColumnElement[bool]]:
    return lambda person_id: column.in_(ids(person_id))


def _offers(person_id: int) -> Select[int]:
    return select(Offer.id).where(Offer.member_id.in_(members_of(person_id)))


def _cards(person_id: int) -> Select[int]:
    return select(PrintedCard.id).where(PrintedCard.member_id.in_(members_of(person_id)))


def _stories(person_id: int) -> Select[int]:
    return select(Story.id).where(Story.member_id.in_(members_of(person_id)))


def _on_account(person_id: int) -> ColumnElement[bool]:
    """The entries of the accounts that are theirs, and those of earlier ones up to the last of their time."""
    mine, ids = members_of(person_id), []
    for own, version in ("debit_account_id", "debit_version"), ("credit_account_id", "credit_version"):
        entry = aliased(Transfer)
        ended = and_(EarlierAccount.member_id == Member.id, EarlierAccount.account_id == Member.account_id)
        ids.append(
            select(entry.id)
            .join(Member, Member.account_id == getattr(entry, own))
            .where(Member.person_id == person_id, ~exists().where(ended))
        )
        ids.append(
            select(entry.id)
            .join(EarlierAccount, EarlierAccount.account_id == getattr(entry, own))
            .where(
                EarlierAccount.member_id.in_(mine), getattr(entry, version) <= EarlierAccount.through_version
            )
        )
    return Transfer.id.in_(union(*ids))


def _erased_at() -> Any:
    """When the teller of a story was erased."""
    teller = select(Person.erased_at).join(Member, Member.person_id == Person.id)
    return teller.where(Member.id == Story.member_id).scalar_subquery()


_SECRET = frozenset({"token_hash", "code_hash", "browser_hash", "password_hash", "salt"})
_NO_CELL = {"cell_row": None, "cell_column": None, "to_cell_row": None, "to_cell_column": None}
_ASK_TEXTS = ("asker_name", "asker_phone", "drop_point", "consent_note", "place", "end_note")

PLACES: tuple[Place, ...] = (
    Place(CardCode, _under(CardCode.card_id, _cards), GONE, _SECRET),
    Place(PrintedCard, _by_member(PrintedCard.member_id), GONE),
    Place(LoginSession, _by_person(LoginSession.person_id), GONE, _SECRET),
    Place(StaffPassword, _by_person(StaffPassword.person_id), GONE, _SECRET),
    Place(RecoveryCode, _by_person(RecoveryCode.person_id), GONE, _SECRET),
    Place(SecondFactor, _by_person(SecondFactor.person_id), GONE, _SECRET),
    Place(SignInCode, _by_person(SignInCode.person_id), GONE, _SECRET),
    Place(ApiToken, _by_person(ApiToken.person_id), GONE, _SECRET),
    Place(CalendarFeed, _by_person(CalendarFeed.person_id), GONE, _SECRET),
    Place(Notice, _by_person(Notice.person_id), GONE),
    Place(Hold, _by_person(Hold.person_id), GONE),
    Place(Duty, lambda me: or_(Duty.person_id == me, Duty.substitute_id == me), GONE),
    Place(Apart, _by_member(Apart.member_id, Apart.other_member_id), GONE, private=True),
    Place(
        ShownList,
        lambda me: or_(ShownList.ask_id.in_(asks_of(me)), ShownList.chosen_id.in_(members_of(me))),
        GONE,
        frozenset({"shown"}),
    ),
    Place(AuditEntry, _by_member(AuditEntry.member_id), GONE),
    Place(Certificate, _by_member(Certificate.member_id), GONE, _SECRET),
    Place(PartnerLook, _by_member(PartnerLook.member_id), GONE),
    Place(MemberConsent, _by_member(MemberConsent.member_id), GONE),
    Place(QuestionnaireAnswer, _by_member(QuestionnaireAnswer.member_id), GONE, own_only=True),
    Place(StoryPhoto, _under(StoryPhoto.story_id, _stories), GONE, frozenset({"jpeg"})),
    Place(
        Story,
        _by_member(Story.member_id),
        {"words": "", "translation": "", "witness": "", "erased_at": _erased_at()},
        filled=Story.erased_at.is_(None),
    ),
    Place(HoursWish, _by_member(HoursWish.member_id), {"words": "", "witness": ""}),
    Place(HoursWish, _by_member(HoursWish.to_member_id), {"words": ""}, private=True),
    Place(Attendance, _by_member(Attendance.member_id), None),
    Place(OfferKind, _under(OfferKind.offer_id, _offers), None),
    Place(
        Offer,
        _by_member(Offer.member_id),
        {"words": "", "limits": [], "languages": [], "show_phone": False, "over_border": False},
    ),
    Place(AskWindow, _under(AskWindow.ask_id, asks_of), None),
    Place(
        Proposal,
        lambda me: or_(Proposal.member_id.in_(members_of(me)), Proposal.ask_id.in_(asks_of(me))),
        {"override_note": "", "closed_note": "", "reasons": []},
        frozenset({"reasons", "override_note", "closed_note", "decline_kind"}),
    ),
    Place(Referral, _under(Referral.ask_id, asks_of), {"consent_words": "", "handed": "", "note": ""}),
    Place(
        Ask,
        _by_member(Ask.member_id),
        {"words": "-", "wishes": [], "languages": []} | _NO_CELL | dict.fromkeys(_ASK_TEXTS, ""),
    ),
    Place(
        FavourConfirmation,
        _under(FavourConfirmation.favour_id, favours_of),
        {"heard_from": "-"},
        filled=FavourConfirmation.heard_from.not_in(("", "-")),
    ),
    Place(Transfer, _on_account, None, frozenset({"hash", "memo_hash", "memo_salt", "actor_id"})),
    Place(FavourParty, _by_member(FavourParty.member_id), None),
    Place(
        Favour,
        _under(Favour.id, favours_of),
        dict.fromkeys(("stated", "note", "thanks", "dispute_reason", "settlement"), ""),
    ),
    Place(
        Gift,
        _by_member(Gift.from_member_id, Gift.to_member_id),
        {"wish": ""},
        frozenset({"from_member_id", "proposed_by_id"}),
    ),
    Place(
        Signal,
        _by_member(Signal.about_member_id),
        None,
        frozenset({"words", "about_words", "told_by", "told_by_id"}),
    ),
    Place(
        Helper,
        lambda me: or_(Helper.person_id == me, Helper.member_id.in_(members_of(me))),
        {"consent_note": ""},
    ),
    Place(EarlierAccount, _by_member(EarlierAccount.member_id), None),
    Place(MemberStepTaken, _by_member(MemberStepTaken.member_id), {"note": ""}),
    Place(RoleMandate, _by_person(RoleMandate.person_id), None),
    Place(Member, _by_person(Member.person_id), {"message": ""}),
    Place(Person, _by_person(Person.id), None),
)
"""In the order in which rows go: what hangs on a row before the row. Signals, the number and the
person's own details are erased by hand (``services.erasing``)."""

EXPLAINED: Mapping[str, str] = {
    "rule_decision": "what the antenna decided; who wrote it down is an id",
    "category": "an antenna's own kinds of help",
    "directory_entry": "a service; someone who keeps one right hands it on before they are erased",
    "gathering": "what the antenna planned; who wrote it down is an id",
    "import_batch": "who brought a sheet in is an id; names in its report go when one of them is erased",
    "opening_step": "who ticked a step off is an id",
    "pool": "an agreement of two antennas; who wrote it down is an id",
    "questionnaire_round": "counts and a mean; who opened it is an id",
    "release": "figures that disclose no one; who made and who decided are ids",
    "report": "figures that disclose no one; who made and who approved are ids",
    "signal_line": "its words go with the signal that it belongs to",
}
"""Tables that name a person or member and have no place above, and why."""

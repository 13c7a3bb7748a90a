"""Zoë, of whom something stands in every table: what erasing her has to find."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Enum, String, update
from sqlalchemy.orm import Session

import timebank.models  # noqa: F401 - makes every table known
from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.consents import Purpose
from timebank.domain.referral_states import ReferralStep
from timebank.domain.scales import Scale
from timebank.models.favour import ConfirmedBy
from timebank.models.gift import GiftKind
from timebank.models.login import RecoveryCode, SecondFactor
from timebank.models.member import Member, Person
from timebank.models.request_key import RequestKeyRow
from timebank.models.signal import SignalOutcome
from timebank.models.story import StoryUse
from timebank.orm import table_of
from timebank.services.asking.asks import end_ask
from timebank.services.books.gifts import NewGift, give
from timebank.services.coordinating.notices import queue_notice
from timebank.services.coordinating.signals import SignalDetails, end_signal, tell_signal
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favours import log_favour
from timebank.services.measuring.gatherings import GatheringDetails, WhoCame, note_attendance, plan_gathering
from timebank.services.measuring.questionnaires import NewAnswer, NewRound, add_answer, open_round
from timebank.services.membership.helpers import Consent, agree_on_helper
from timebank.services.membership.hours_wishes import NewWish, write_wish
from timebank.services.membership.member_endings import leave_member
from timebank.services.membership.members import NewHelper, NewMember, add_member
from timebank.services.membership.people import PersonDetails
from timebank.services.privacy.consents import NewConsent, give_consent
from timebank.services.privacy.personal_data import GONE, PLACES
from timebank.services.promising.promises import say_it_fell_through
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.referrals import Heard, NewReferral, follow_up_referral, refer_ask
from timebank.services.signing_in.cards import print_card
from timebank.services.signing_in.mail_codes import ask_for_mails
from timebank.services.signing_in.tokens import create_token
from timebank.services.telling.certificates import NewCertificate, make_certificate
from timebank.services.telling.stories import add_story, withdraw_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.uow import transact

CANARY = "Kanarievogel"
DETAILS = PersonDetails(
    given_name=f"Zoë {CANARY}",
    family_name=f"{CANARY}s",
    phone=f"02 {CANARY}",
    email=f"{CANARY}@example.org",
    street=f"{CANARY}straat",
    house_number=CANARY,
    building=CANARY,
    postal_code=f"1120{CANARY}"[:12],
    birth_year=1939,
    gender_words=CANARY,
    preferred_channel=ContactChannel.MAIL,
)
WRITTEN_BY_SERVICES = {
    "transfer",
    "favour_confirmation",
    "member_consent",
    "certificate",
    "shown_list",
    "audit_entry",
    "signal",
    "story",
    "hours_wish",
}
"""Tables whose guards let nobody write over what stands there: the tests below fill them as people do."""
NO_WORDS = {
    "person": {"language", "sort_name", "given_name"},
    "member_step": {"step"},
    "ask": {"category"},
    "favour": {"category"},
    "offer_kind": {"category"},
    "notice": {"dedupe_key"},
    "hold": {"row"},
}
"""Columns of codes and keys, which nobody writes words in."""


def canary_member(world: World) -> Member:
    """Zoë, of whom something stands in every table."""
    member = transact(
        add_member,
        world.antenna,
        NewMember(details=DETAILS, message=CANARY),
        actor=world.actor("cora"),
        now=NOW,
    )
    world.members["zoe"], world.people["zoe"] = member.id, member.person_id
    world.uids["zoe"] = member.uid
    assert member.account_id is not None
    world.accounts["zoe"] = member.account_id
    return member


def lived(world: World, also: Callable[[], object] = lambda: None) -> UUID:
    """Zoë took part for a while, and left after ``also`` had happened; the uid of her membership."""
    uid, cora, zoe = canary_member(world).uid, world.actor("cora"), world.actor("zoe")
    heard = Evidence(ConfirmedBy.PHONE, heard_from=f"{CANARY} zelf", heard_at=NOW)
    new = world.favour("ana", "zoe", note=CANARY, thanks=CANARY, channel=Channel.PHONE, evidence=heard)
    transact(log_favour, new, actor=cora, now=NOW)
    world.logged("zoe", "ben", "zoe", said="2u", note=CANARY)
    gift = NewGift(
        world.antenna, world.antenna, 30, GiftKind.GIFT, world.members["ben"], world.members["zoe"]
    )
    world.logged("fay", "ben", "fay", said="3u")
    transact(give, gift, actor=world.actor("ben"), now=NOW)
    consent = NewConsent(Purpose.NEWS, TODAY + timedelta(days=90), witness=CANARY)
    transact(give_consent, uid, consent, actor=cora, now=NOW)
    transact(make_certificate, uid, NewCertificate(), "key", actor=cora, now=NOW)
    kin = Consent(
        NewHelper(0, Channel.TALK, TODAY, TODAY, TODAY + timedelta(days=30), CANARY),
        PersonDetails(given_name="Dochter", family_name=CANARY, phone="02 555 01 02"),
    )
    transact(agree_on_helper, uid, kin, actor=cora, now=NOW)
    _asked_and_promised(world)
    _noticed_and_referred(world)
    _told_and_came(world)
    transact(print_card, uid, actor=cora, now=NOW)
    transact(create_token, CANARY, ("members:read",), actor=zoe, now=NOW)
    transact(ask_for_mails, DETAILS.email.casefold(), "browser", now=NOW)
    transact(_notice_and_request, world)
    also()
    transact(_second_factor, world)
    transact(leave_member, uid, reason=CANARY, actor=cora, now=NOW)
    return uid


def _second_factor(session: Session, world: World) -> None:
    """From a time when she had a role."""
    person_id = world.people["zoe"]
    session.add(SecondFactor(person_id=person_id, salt=CANARY.encode(), begun_at=NOW))
    session.flush()
    session.add(RecoveryCode(person_id=person_id, position=1, code_hash=CANARY))


def _asked_and_promised(world: World) -> None:
    cora = world.actor("cora")
    ask = ask_of(world, "zoe", place=CANARY)
    promise = proposed(world, ask, "ana", override_note=CANARY)
    transact(answer_proposal, promise, Answer(yes=True, on_day=TODAY), actor=world.actor("ana"), now=NOW)
    transact(say_it_fell_through, promise, CANARY, actor=cora, now=NOW)
    transact(end_ask, ask, AskStep.WITHDRAW, note=CANARY, actor=cora, now=NOW)
    offer_of(world, "zoe", words=CANARY)


def _noticed_and_referred(world: World) -> None:
    cora = world.actor("cora")
    told = SignalDetails(CANARY, about_member_id=world.members["zoe"], told_by=CANARY)
    signal = transact(tell_signal, world.antenna, told, actor=world.actor("ann"), now=NOW)
    transact(end_signal, signal.uid, SignalOutcome.HELPED, actor=cora, now=NOW)
    entry = EntryDetails(name="Thuisverpleging", phone="02 555 80 10")
    service = transact(add_entry, world.antenna, entry, checked_on=None, actor=cora, now=NOW).uid
    new = NewReferral(service, agreed=True, consent_words=CANARY, handed=CANARY)
    referral = transact(refer_ask, ask_of(world, "zoe"), new, actor=cora, now=NOW)
    heard = Heard(ReferralStep.HELP, CANARY)
    transact(follow_up_referral, referral.uid, heard, version=referral.version, actor=cora, now=NOW)


def _told_and_came(world: World) -> None:
    uid, later = world.uids["zoe"], TODAY + timedelta(days=30)
    by_cora = {"actor": world.actor("cora"), "now": NOW}
    told = StoryDetails(
        CANARY,
        "nl",
        (StoryUse.PUBLIC,),
        later,
        agreed=True,
        witness=CANARY,
        translated_to="fr",
        translation=CANARY,
    )
    transact(withdraw_story, transact(add_story, uid, told, **by_cora).uid, **by_cora)
    transact(add_story, uid, told, **by_cora)
    coffee = transact(plan_gathering, world.antenna, GatheringDetails("Coffee", TODAY), **by_cora)
    transact(note_attendance, coffee.uid, WhoCame(frozenset({world.members["zoe"]})), **by_cora)
    asked = transact(open_round, world.antenna, NewRound(Scale.UCLA, TODAY, later), **by_cora)
    transact(add_answer, asked.uid, NewAnswer(uid, ("often",) * 3, agreed=True), **by_cora)
    transact(write_wish, uid, NewWish(TODAY, words=CANARY, witness=CANARY), **by_cora)
    for_zoe = NewWish(TODAY, to_member_id=world.members["zoe"], words=CANARY, witness="Cora")
    transact(write_wish, world.uids["ben"], for_zoe, **by_cora)


def _notice_and_request(session: Session, world: World) -> None:
    person = session.get_one(Person, world.people["zoe"])
    queue_notice(session, person, "favour_reminder", dedupe_key="x", now=NOW, params={"said": CANARY})
    outcome = {"body": {"member": str(world.uids["zoe"]), "given_name": CANARY}}
    key = RequestKeyRow(scope="api:1:POST", key="k", fingerprint="f", outcome=outcome, created_at=NOW)
    session.add(key)


def write_everywhere(session: Session, person_id: int) -> None:
    """A canary in every text column of every row that is hers, also in those that no service fills."""
    for place in PLACES:
        table = table_of(place.model)
        if table.name in WRITTEN_BY_SERVICES or place.blank is GONE:
            continue
        words = [
            column.name
            for column in table.columns
            if isinstance(column.type, String)
            and not isinstance(column.type, Enum)
            and column.name not in NO_WORDS.get(table.name, set())
        ]
        if words:
            session.execute(update(table).where(place.mine(person_id)).values(dict.fromkeys(words, CANARY)))

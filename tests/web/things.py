"""The things that paths name, each made anew: a favour, an ask, a signal, a release."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import current_app

from tests.factories import World
from tests.unit.reporting import keep_report
from tests.web.asking_together import coffee_today, round_of_questions, story_of_ben, with_photo
from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel
from timebank.domain.consents import Purpose
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Role
from timebank.domain.release_states import ReleaseStep
from timebank.models.gift import GiftKind
from timebank.models.importing import ImportFormat, ImportKind
from timebank.models.signal import SignalOutcome
from timebank.participation.periods import quarter_of
from timebank.services.asking.asks import end_ask, make_ask
from timebank.services.asking.boundaries import add_boundary
from timebank.services.asking.categories import add_category
from timebank.services.asking.new_ask import NewAsk
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import find_offer, save_offer
from timebank.services.books.gifts import NewGift, give
from timebank.services.coordinating.roster import DutyDetails, add_duty
from timebank.services.coordinating.signals import SignalDetails, end_signal, tell_signal
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.import_steps import start_import
from timebank.services.matchmaking.pools import PoolDecision, agree_to_pool, propose_pool
from timebank.services.membership.members import NewMember, apply_for_membership
from timebank.services.membership.people import PersonDetails
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.services.privacy.consents import NewConsent, give_consent
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, propose
from timebank.services.referring.directory import EntryDetails, add_entry, end_entry
from timebank.services.referring.referrals import NewReferral, refer_ask
from timebank.services.telling.certificates import NewCertificate, make_certificate
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.uow import reading, transact


@dataclass
class Things:
    """One network, and what can be made in it; ``made`` counts, so that no two are alike."""

    world: World
    made: int = 0
    rounds: list[uuid.UUID] = field(default_factory=list)

    def _member(self) -> uuid.UUID:
        return self.world.uids["ben"]

    def _random(self) -> uuid.UUID:
        return uuid.UUID(int=1)

    def _favour(self) -> uuid.UUID:
        return self.world.logged("ana", **self._unlike_any())

    def _unlike_any(self) -> dict[str, Any]:
        """A day and a time that no favour has yet: a double would be pointed out."""
        self.made += 1
        days, quarters = divmod(self.made, 24)
        return {
            "done_on": self.world.today - timedelta(days=days),
            "said": f"{15 * (quarters + 1)} min",
            "allow_double": True,
        }

    def _booked(self) -> uuid.UUID:
        return self.world.logged("ben", **self._unlike_any())

    def _grant(self) -> uuid.UUID:
        new = NewGift(
            self.world.antenna, self.world.antenna, 3000, GiftKind.GRANT, None, self.world.members["fay"]
        )
        return transact(give, new, actor=self.world.actor("carl"), now=self.world.now).uid

    def _entry(self) -> uuid.UUID:
        details = EntryDetails(name="Thuisverpleging", phone="02 555 80 10")
        actor, moment = self.world.actor("cora"), self.world.now
        return transact(add_entry, self.world.antenna, details, checked_on=None, actor=actor, now=moment).uid

    def _kind(self) -> str:
        """A kind of help of the antenna's own, with a name that no other has."""
        self.made += 1
        names = {"nl": f"Samen zingen {self.made}"}
        return transact(
            add_category, self.world.antenna, names, actor=self.world.actor("cora"), now=self.world.now
        ).code

    def _gone(self) -> uuid.UUID:
        uid = self._entry()
        return transact(end_entry, uid, actor=self.world.actor("cora"), now=self.world.now).uid

    def _signal(self) -> uuid.UUID:
        details = SignalDetails("Curtains closed", about_words="Kruisberg 14")
        return transact(
            tell_signal, self.world.antenna, details, actor=self.world.actor("ann"), now=self.world.now
        ).uid

    def _proposal(self) -> uuid.UUID:
        """Ana is asked whether she can help Ben."""
        new = NewProposal(self.world.members["ana"], on_day=self.world.today)
        cora = self.world.actor("cora")
        return transact(propose, self._ask(), new, actor=cora, now=self.world.now).uid

    def _promised(self) -> uuid.UUID:
        """Ana has said yes, for today."""
        uid, ana = self._proposal(), self.world.actor("ana")
        return transact(answer_proposal, uid, Answer(yes=True), actor=ana, now=self.world.now).uid

    def _neighbour(self) -> str:
        """Marolles, which would help over the border with Heembeek."""
        self._says_yes("marolles", "heembeek", "dov", propose_pool)
        return "marolles"

    def _handed(self) -> uuid.UUID:
        """Dia, of Marolles, is asked for Ben: it lies with Dov."""
        self._says_yes(self._neighbour(), "heembeek", "dov", agree_to_pool)
        self._says_yes("heembeek", "marolles", "cora", agree_to_pool)
        self._offers("dia", OfferDetails(likes=("visit",), over_border=True))
        new = NewProposal(self.world.members["dia"], on_day=self.world.today)
        return transact(propose, self._ask(), new, actor=self.world.actor("cora"), now=self.world.now).uid

    def _says_yes(self, slug: str, other: str, who: str, work: Callable[..., Any]) -> None:
        """Unless it has said so already."""
        decision, here = PoolDecision(self.world.today, "The team"), self.world.antennas[slug]
        with suppress(WrongStateError):
            transact(work, here, other, decision, actor=self.world.actor(who), now=self.world.now)

    def _ended(self) -> uuid.UUID:
        uid, cora = self._signal(), self.world.actor("cora")
        return transact(end_signal, uid, SignalOutcome.HELPED, actor=cora, now=self.world.now).uid

    def _referral(self) -> uuid.UUID:
        new, cora = NewReferral(self._entry(), agreed=True), self.world.actor("cora")
        return transact(refer_ask, self._ask(), new, actor=cora, now=self.world.now).uid

    def _story(self) -> uuid.UUID:
        return story_of_ben(self.world)

    def _pictured(self) -> uuid.UUID:
        return with_photo(self.world, self._story())

    def _draft(self) -> uuid.UUID:
        self.made += 1
        return keep_report(self.world, edition=self.made)

    def _approved(self) -> uuid.UUID:
        self.made += 1
        return keep_report(self.world, edition=self.made, approved=True)

    def _gathering(self) -> uuid.UUID:
        return coffee_today(self.world)

    def _round(self) -> uuid.UUID:
        self.rounds = self.rounds or [round_of_questions(self.world)]
        return self.rounds[0]

    def _consent(self) -> uuid.UUID:
        """Ben's yes, which Cora heard."""
        new = NewConsent(Purpose.NEWS, self.world.now.date() + timedelta(days=300), witness="Cora")
        cora = self.world.actor("cora")
        return transact(give_consent, self.world.uids["ben"], new, actor=cora, now=self.world.now).uid

    def _certificate(self) -> uuid.UUID:
        """Ben's certificate, with the key that the app under test has."""
        key = str(current_app.config["SECRET_KEY"])
        uid, ben = self.world.uids["ben"], self.world.actor("ben")
        return transact(make_certificate, uid, NewCertificate(), key, actor=ben, now=self.world.now).uid

    def _own(self) -> str:
        self.made += 1
        names, words = {"nl": f"Ladders {self.made}"}, {"nl": ["ladder"]}
        cora = self.world.actor("cora")
        return transact(add_boundary, self.world.antenna, names, words, actor=cora, now=self.world.now).code

    def _release(self) -> uuid.UUID:
        self.made += 1
        period = quarter_of(2000 + self.made // 4, self.made % 4 + 1)
        return transact(prepare_release, self.world.antenna, period, now=self.world.now).uid

    def _told(self) -> uuid.UUID:
        cora, moment = self.world.actor("cora"), self.world.now
        return transact(decide_release, self._release(), ReleaseStep.APPROVE, actor=cora, now=moment).uid

    def _applicant(self) -> uuid.UUID:
        new = NewMember(
            details=PersonDetails(given_name="Lucie", phone="02 555 00 11"), joined_through=Channel.WEB
        )
        return transact(apply_for_membership, self.world.antenna, new, now=self.world.now).uid

    def _import(self) -> uuid.UUID:
        upload = Upload(
            kind=ImportKind.FAVOURS,
            filename="uren.csv",
            content=b"Datum;Wie hielp;Wie kreeg hulp;Duur\n2/3/2026;Ana Peeters;Ben Peeters;1u30\n",
            format=ImportFormat.SHEET,
        )
        return transact(
            start_import, self.world.antenna, upload, actor=self.world.actor("cora"), now=self.world.now
        ).uid

    def _ask(self) -> uuid.UUID:
        new = NewAsk(self.world.antenna, "Who brings me to the eye doctor?", self.world.members["ben"])
        return transact(make_ask, new, actor=self.world.actor("cora"), now=self.world.now).uid

    def _offering(self) -> uuid.UUID:
        """Ana, with an offer that stands."""
        return self._offers("ana", OfferDetails(likes=("visit",)))

    def _offers(self, who: str, new: OfferDetails) -> uuid.UUID:
        uid, actor = self.world.uids[who], self.world.actor(who)
        with reading() as session:
            _member, offer = find_offer(session, uid, actor=actor)
        version = None if offer is None else offer.version
        transact(save_offer, uid, new, version=version, actor=actor, now=self.world.now)
        return uid

    def _ask_ended(self) -> uuid.UUID:
        uid = self._ask()
        transact(end_ask, uid, AskStep.GIVE_UP, actor=self.world.actor("cora"), now=self.world.now)
        return uid

    def _mandate(self) -> int:
        day = self.world.today
        new = NewMandate(self.world.people["fay"], Role.ANTENNA_PERSON, day, day, self.world.antenna)
        return transact(give_mandate, new, actor=self.world.actor("cora"), now=self.world.now).id

    def _duty(self) -> int:
        """A turn of Carl's, on a day that has none yet."""
        self.made += 1
        day = self.world.today + timedelta(days=self.made % 300)
        details = DutyDetails(day, 540, 720, self.world.people["carl"])
        cora = self.world.actor("cora")
        return transact(add_duty, self.world.antenna, details, actor=cora, now=self.world.now)[0].id

    def _account(self) -> uuid.UUID:
        from timebank.ledger.model import Account

        with reading() as session:
            return session.get_one(Account, self.world.accounts["ben"]).uid

    def _transfer(self) -> uuid.UUID:
        from sqlalchemy import select

        from timebank.ledger.model import Transfer

        self._booked()
        with reading() as session:
            found = session.scalar(select(Transfer.id).order_by(Transfer.seq.desc()).limit(1))
            assert found is not None
            return found

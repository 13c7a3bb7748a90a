"""Asks every route as every member of the cast; what it takes to ask is made anew for each cell."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.clock import now
from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel
from timebank.domain.permissions import Role
from timebank.models.gift import GiftKind
from timebank.models.importing import ImportFormat, ImportKind
from timebank.models.signal import SignalOutcome
from timebank.services.antennas import NewMandate, give_mandate
from timebank.services.asks import end_ask, make_ask
from timebank.services.boundaries import add_boundary
from timebank.services.categories import add_category
from timebank.services.directory import EntryDetails, add_entry, end_entry
from timebank.services.gifts import NewGift, give
from timebank.services.import_reading import Upload
from timebank.services.import_steps import start_import
from timebank.services.members import NewMember, apply_for_membership
from timebank.services.new_ask import NewAsk
from timebank.services.new_offer import OfferDetails
from timebank.services.offers import find_offer, save_offer
from timebank.services.people import PersonDetails
from timebank.services.proposal_answers import Answer, answer_proposal
from timebank.services.proposals import NewProposal, propose
from timebank.services.referrals import NewReferral, refer_ask
from timebank.services.signals import SignalDetails, end_signal, tell_signal
from timebank.services.tokens import SCOPES, create_token
from timebank.uow import reading, transact

ROLES = ("nobody", "ana", "ben", "hugo", "ann", "cora", "tess", "pia", "olga", "dov")
"""Ana gave and Ben received; Hugo helps Ben, Ann is an antenna person, Cora coordinates, Tess is
treasurer, Pia the partner's staff, Olga the operator, Dov coordinates another antenna."""

STEP_BODIES: dict[str, dict[str, Any]] = {
    "dispute": {"reason": "x"},
    "reverse": {"reason": "x"},
    "follow-up": {"step": "help"},
    "lines": {"words": "Rang twice"},
    "answer": {"yes": True},
    "happened": {"minutes": 0, "allow_double": True},
    "fell-through": {"note": "x"},
}
"""What the API is told by where a path ends."""


@dataclass
class Asker:
    """One network, and the things in it that paths name."""

    client: FlaskClient
    world: World
    tokens: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def ask(self, who: str, method: str, template: str) -> str:
        """How the route answers: ``+`` lets in, ``s`` asks to sign in, ``-`` refuses, ``0`` knows nothing."""
        path = self._path(template)
        headers = {}
        with self.client.session_transaction() as cookie:
            cookie.clear()
        if path.startswith("/api/v1"):
            headers = {"Idempotency-Key": str(uuid.uuid4()), "If-Match": '"v1"'}
            if who != "nobody":
                headers["Authorization"] = f"Bearer {self._token(who)}"
        elif who != "nobody":
            sign_in(self.client, self.world, who)
        body: dict[str, Any] = {"json": self._body(path)} if "/api/" in path and method != "GET" else {}
        with self.client.open(path, method=method, headers=headers, **body) as answer:
            sent_away = answer.status_code == 302 and "/sign-in" in answer.location
            if answer.status_code == 401 or (sent_away and who == "nobody" and "/sign-" not in path):
                return "s"
            return {403: "-", 404: "0"}.get(answer.status_code, "+" if answer.status_code < 500 else "!")

    def _body(self, path: str) -> dict[str, Any]:
        """What the API is told: something of Ana's and Ben's that is right as it stands."""
        ana, ben = (str(self.world.uids[name]) for name in ("ana", "ben"))
        step = path.rpartition("/")[2]
        if step in STEP_BODIES:
            return STEP_BODIES[step]
        if path.endswith("/favours"):
            day = self._unlike_any()["done_on"].isoformat()
            return {"antenna": "heembeek", "givers": [ana], "receivers": [ben], "done_on": day, "minutes": 0}
        if path.endswith("/gifts"):
            places = {"from_antenna": "heembeek", "to_antenna": "heembeek"}
            return places | {"from_member": ana, "to_member": ben, "minutes": 1}
        if path.endswith("/categories"):
            self.made += 1
            return {"antenna": "heembeek", "names": {"nl": f"Samen dansen {self.made}"}}
        if path.endswith("/directory"):
            return {"antenna": "heembeek", "name": "Thuisverpleging", "phone": "02 555 80 10"}
        if path.endswith("/signals"):
            return {"antenna": "heembeek", "words": "Curtains closed", "about_words": "Kruisberg 14"}
        if path.endswith("/referrals"):
            return {"ask": str(self._ask()), "service": str(self._entry()), "agreed": True}
        if path.endswith("/end"):
            return (
                {"outcome": "all_well"}
                if "signals" in path
                else {"step": "withdraw"}
                if "asks" in path
                else {}
            )
        if path.endswith(("/asks", "/guess")):
            told = {"antenna": "heembeek", "words": "Who brings me to the eye doctor?"}
            return told | ({"member": ben} if path.endswith("/asks") else {})
        if path.endswith("/proposals"):
            return {"member": ana, "override_note": "She said so"}
        if path.endswith("/members"):
            return {"antenna": "heembeek", "given_name": "Lucie"}
        return {"phone": "02 555 00 11"} if "antennas" in path or "members" in path else {}

    def _token(self, who: str) -> str:
        if who not in self.tokens:
            actor = self.world.actor(who, now=now())
            self.tokens[who] = transact(create_token, "matrix", SCOPES, actor=actor, now=now())[1]
        return self.tokens[who]

    def _path(self, template: str) -> str:
        names = (
            "ask",
            "ask_ended",
            "offering",
            "favour",
            "booked",
            "grant",
            "applicant",
            "import",
            "account",
            "transfer",
            "mandate",
            "entry",
            "gone",
            "signal",
            "ended",
            "proposal",
            "promised",
            "referral",
            "own",
            "kind",
        )
        values = {name: getattr(self, f"_{name}")() for name in names if "{" + name + "}" in template}
        return template.format(member=self.world.uids["ben"], random=uuid.UUID(int=1), **values)

    def _favour(self) -> uuid.UUID:
        return self.world.logged("ana", **self._unlike_any())

    def _unlike_any(self) -> dict[str, Any]:
        """A day and a time that no favour has yet: a double would be pointed out."""
        self.made += 1
        days, quarters = divmod(self.made, 24)
        return {
            "done_on": self.world.now.date() - timedelta(days=days),
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
        new = NewProposal(self.world.members["ana"], on_day=self.world.now.date())
        cora = self.world.actor("cora")
        return transact(propose, self._ask(), new, actor=cora, now=self.world.now).uid

    def _promised(self) -> uuid.UUID:
        """Ana has said yes, for today."""
        uid, ana = self._proposal(), self.world.actor("ana")
        return transact(answer_proposal, uid, Answer(yes=True), actor=ana, now=self.world.now).uid

    def _ended(self) -> uuid.UUID:
        uid, cora = self._signal(), self.world.actor("cora")
        return transact(end_signal, uid, SignalOutcome.HELPED, actor=cora, now=self.world.now).uid

    def _referral(self) -> uuid.UUID:
        new, cora = NewReferral(self._entry(), agreed=True), self.world.actor("cora")
        return transact(refer_ask, self._ask(), new, actor=cora, now=self.world.now).uid

    def _own(self) -> str:
        self.made += 1
        names, words = {"nl": f"Ladders {self.made}"}, {"nl": ["ladder"]}
        cora = self.world.actor("cora")
        return transact(add_boundary, self.world.antenna, names, words, actor=cora, now=self.world.now).code

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
        uid, actor = self.world.uids["ana"], self.world.actor("ana")
        with reading() as session:
            _member, offer = find_offer(session, uid, actor=actor)
        version = None if offer is None else offer.version
        new = OfferDetails(likes=("visit",))
        transact(save_offer, uid, new, version=version, actor=actor, now=self.world.now)
        return uid

    def _ask_ended(self) -> uuid.UUID:
        uid = self._ask()
        transact(end_ask, uid, AskStep.GIVE_UP, actor=self.world.actor("cora"), now=self.world.now)
        return uid

    def _mandate(self) -> int:
        day = self.world.now.date()
        new = NewMandate(self.world.people["fay"], Role.ANTENNA_PERSON, day, day, self.world.antenna)
        return transact(give_mandate, new, actor=self.world.actor("cora"), now=self.world.now).id

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

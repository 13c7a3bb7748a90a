"""Asks every route as every member of the cast; what it takes to ask is made anew for each cell."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient

from tests.factories import sign_in
from tests.web.things import Things
from timebank.clock import now
from timebank.models.login import SignedInBy
from timebank.models.member import Person
from timebank.services.signing_in.tokens import SCOPES, create_token
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
    "decision": {"step": "approve"},
}
"""What the API is told by where a path ends."""


NAMED = re.compile(r"{(\w+)}")
"""The names in a row of the matrix."""


@dataclass
class Asker(Things):
    """Asks in one network, as anyone in it."""

    client: FlaskClient = field(kw_only=True)
    tokens: dict[str, str] = field(default_factory=dict)

    def ask(self, who: str, method: str, template: str, by: SignedInBy = SignedInBy.PASSWORD) -> str:
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
            sign_in(self.client, self.world, who, by)
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
        if path.endswith("/certificates/check"):
            return {"code": "A" * 24}
        if step in STEP_BODIES:
            return STEP_BODIES[step]
        if "/apart" in path:
            return {"member": ana, "other": ben}
        if path.endswith("/roster"):
            self.made += 1
            day, carl = self.world.today + timedelta(days=300 + self.made % 60), self._person("carl")
            return {"on_day": day.isoformat(), "from_minute": 0, "until_minute": 60, "person": carl}
        if "/roster/" in path:
            return {"until_minute": 700}
        if path.endswith("/done"):
            return {"note": "Talked about it"}
        if path.endswith("/practice/begin"):
            return {"asks": [{"words": "A bulb", "asker_name": "Somebody", "category": "odd_job"}]}
        if path.endswith("/v1/antennas"):
            self.made += 1
            return {"slug": f"laken-{self.made}", "name": "Laken", "languages": ["nl"]}
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
        if path.endswith("/gatherings"):
            return {"antenna": "heembeek", "title": "Coffee", "held_on": self.world.now.date().isoformat()}
        if path.endswith("/stories"):
            day = (self.world.now + timedelta(days=30)).date().isoformat()
            told = {"member": ben, "words": "She came by", "language": "nl", "agreed": True}
            return told | {"uses": ["report"], "use_until": day, "witness": "Cora"}
        if path.endswith("/reports"):
            return {"antenna": "heembeek", "year": self.world.now.year - 1}
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
        if path.endswith(("/pools", "/agree")):
            decision = {"agreed_on": self.world.today.isoformat(), "agreed_by": "The team"}
            return decision | ({"antenna": "marolles"} if path.endswith("/pools") else {})
        if path.endswith("/proposals"):
            return {"member": ana, "override_note": "She said so"}
        if path.endswith("/consents"):
            ends_on = (self.world.now.date() + timedelta(days=300)).isoformat()
            return {"member": ben, "purpose": "news", "ends_on": ends_on, "witness": "Cora"}
        if path.endswith("/certificates"):
            return {"member": ben}
        if "/population" in path:
            figure = {"area": "Heembeek", "inhabitants": 13_000, "source": "Statbel", "year": 2025}
            return {"antenna": "heembeek", "figures": [figure]}
        if path.endswith("/questionnaires"):
            days = {"starts_on": self.world.today, "ends_on": self.world.today + timedelta(days=30)}
            told = {name: day.isoformat() for name, day in days.items()}
            return told | {"antenna": "heembeek", "scale": "gierveld"}
        if path.endswith("/answers"):
            return {"member": ben, "answers": ["often"] * 3, "agreed": True}
        if "/questionnaires/" in path:
            return {"member": ben} if path.endswith("/withdraw") else {"asked": 12}
        if path.endswith("/looks"):
            names = {"given_name": "Ben", "family_name": "Peeters"}
            return names | {"antenna": "heembeek", "number": 2}
        if path.endswith("/members"):
            return {"antenna": "heembeek", "given_name": "Lucie"}
        return {"phone": "02 555 00 11"} if "antennas" in path or "members" in path else {}

    def _person(self, name: str) -> str:
        with reading() as session:
            return str(session.get_one(Person, self.world.people[name]).uid)

    def _token(self, who: str) -> str:
        if who not in self.tokens:
            actor = self.world.actor(who, now=now())
            self.tokens[who] = transact(create_token, "matrix", SCOPES, actor=actor, now=now())[1]
        return self.tokens[who]

    def _path(self, template: str) -> str:
        """The template with each thing it names made anew; a member is Ben."""
        values = {name: getattr(self, f"_{name}")() for name in NAMED.findall(template)}
        return template.format(**values)

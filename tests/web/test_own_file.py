"""The file of everything that is kept about someone: all of it, for them alone."""

import json
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.factories import NOW, TODAY, World, sign_in
from tests.unit.services.canary import CANARY, lived
from tests.web.asking_together import round_of_questions
from timebank.domain.channels import Channel
from timebank.domain.consents import Purpose
from timebank.models.antenna import RoleMandate
from timebank.orm import table_of
from timebank.services.measuring.questionnaires import NewAnswer, add_answer
from timebank.services.membership.members import add_membership
from timebank.services.privacy.consents import NewConsent, give_consent
from timebank.services.privacy.personal_data import PLACES
from timebank.uow import transact
from timebank.web.privacy.own_file_words import FIELD_WORDS, SAID_ELSEWHERE, SECTION_WORDS

NUMBERS_ONLY = {"ask_window", "offer_kind", "staff_password", "card_code", "sign_in_code"}
NUMBERS_ONLY |= {"second_factor", "recovery_code"}


def tables_of(client: FlaskClient, world: World, name: str) -> dict[str, list[dict[str, object]]]:
    answer = client.post(f"/en/members/{world.uids[name]}/file/json")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    tables: dict[str, list[dict[str, object]]] = json.loads(answer.data)["tables"]
    return tables


def test_the_file_holds_what_every_table_knows_and_no_secret(client: FlaskClient, world: World) -> None:
    lived(world)
    sign_in(client, world, "cora")
    tables = tables_of(client, world, "zoe")
    known = {"person", "member", "ask", "proposal", "referral", "offer", "favour", "favour_confirmation"}
    known |= {"story", "attendance", "hours_wish"}
    known |= {"gift", "transfer", "member_consent", "helper", "notice", "printed_card", "audit_entry"}
    assert known <= set(tables)
    assert tables["person"][0]["birth_year"] == 1939
    assert CANARY in str(tables["referral"])
    written = json.dumps(tables)
    for secret in ("token_hash", "code_hash", "password_hash", "told_by", "memo_salt"):
        assert secret not in written


def test_the_paper_says_it_in_the_member_s_language(client: FlaskClient, world: World) -> None:
    world.logged("ana", thanks="Dank u & tot gauw")
    sign_in(client, world, "ana")
    html = client.post(f"/en/members/{world.uids['ana']}/file/paper").text
    assert '<html lang="nl"' in html
    assert "Dank u &amp; tot gauw" in html
    sign_in(client, world, "cora")
    assert "Ana" in client.post(f"/fr/members/{world.uids['ana']}/file/paper").text


def test_the_paper_says_who_gave_what_was_agreed_to_and_what_was_done(
    client: FlaskClient, world: World
) -> None:
    world.logged("ben", said="1u15")
    yes = NewConsent(Purpose.NEWS, TODAY + timedelta(days=365), Channel.TALK, TODAY, "Cora")
    transact(give_consent, world.uids["ana"], yes, actor=world.actor("cora"), now=NOW)
    for name, side, other in ("ana", "Gegeven", "Gekregen"), ("ben", "Gekregen", "Gegeven"):
        sign_in(client, world, name)
        html = client.post(f"/en/members/{world.uids[name]}/file/paper").text
        assert html.count(f"{side}: 1 uur 15") == 2
        assert f"{other}: 1 uur 15" not in html
    sign_in(client, world, "ana")
    html = client.post(f"/en/members/{world.uids['ana']}/file/paper").text
    assert "Wat: Nieuws en uitnodigingen van mijn antenne" in html
    assert "Wat: schreef op waar ik ja op zei" in html


def test_a_score_is_only_in_the_file_that_someone_makes_themselves(client: FlaskClient, world: World) -> None:
    answers = NewAnswer(world.uids["ana"], ("hardly_ever",) * 3, agreed=True)
    transact(add_answer, round_of_questions(world), answers, actor=world.actor("cora"), now=NOW)
    sign_in(client, world, "cora")
    assert "questionnaire_answer" not in tables_of(client, world, "ana")
    sign_in(client, world, "ana")
    assert tables_of(client, world, "ana")["questionnaire_answer"][0]["score"] == 3


def test_a_coordinator_of_one_of_two_antennas_does_not_read_the_other(
    client: FlaskClient, world: World
) -> None:
    there = world.antennas["marolles"]
    transact(add_membership, there, world.people["ana"], actor=world.actor("dov"), now=NOW)
    sign_in(client, world, "cora")
    assert client.post(f"/en/members/{world.uids['ana']}/file/json").status_code == 403
    sign_in(client, world, "ana")
    assert len(tables_of(client, world, "ana")["member"]) == 2


@pytest.mark.parametrize("name", ["hugo", "ann", "tess", "pia", "dov"])
def test_nobody_else_gets_the_file(client: FlaskClient, world: World, name: str) -> None:
    sign_in(client, world, name)
    assert client.post(f"/en/members/{world.uids['ben']}/file/json").status_code in (403, 404)
    assert client.get(f"/en/members/{world.uids['ben']}/file").status_code in (403, 404)


def test_who_acts_for_a_member_is_told_that_it_is_about_the_member(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "hugo")
    page = f"/en/members/{world.uids['ben']}"
    html = client.get(page).text
    assert "What they said yes to" in html
    assert "/file" not in html
    assert "about me" not in html
    assert "What Ben Peeters said yes to" in client.get(f"{page}/consents").text


def test_that_someone_made_it_is_seen_by_the_member(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    tables_of(client, world, "ana")
    sign_in(client, world, "ana")
    assert "made the file" in client.get("/en/hours/for-me").text


def test_every_table_of_the_file_has_its_words_and_something_to_say() -> None:
    for place in (each for each in PLACES if not each.private):
        table = table_of(place.model)
        if table.name in SAID_ELSEWHERE:
            continue
        assert table.name in SECTION_WORDS
        told = set(FIELD_WORDS) & set(table.columns.keys()) - place.hidden
        assert told or table.name in NUMBERS_ONLY | {"hold", "shown_list", "calendar_feed"}, table.name
    assert table_of(RoleMandate).name in SECTION_WORDS

"""What people who read no mail should hear, as a letter to print and to send."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.factories import NOW, World, sign_in
from tests.unit.services.asking import ask_of, proposed
from timebank.domain.channels import ContactChannel
from timebank.models.member import Person
from timebank.models.notice import Notice
from timebank.models.proposal import Proposal
from timebank.services.promising.promise_notices import tell_over
from timebank.services.promising.promises import call_off
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact

DESK = "/en/desk/heembeek"


@pytest.fixture
def by_letter(world: World) -> World:
    """Ana and Ben like letters; of Ben we know where he lives."""

    def change(session) -> None:
        people = [world.people["ana"], world.people["ben"]]
        how = {
            "preferred_channel": ContactChannel.LETTER,
            "street": "",
            "house_number": "",
            "postal_code": "",
        }
        session.execute(update(Person).where(Person.id.in_(people)).values(**how))
        lives = {"street": "Kruisberg", "house_number": "14", "postal_code": "1120"}
        session.execute(update(Person).where(Person.id == world.people["ben"]).values(**lives))

    transact(change)
    return world


def notice_of(world: World, name: str, kind: str) -> int:
    """The id of the notice of this kind to this person."""
    with reading() as session:
        query = select(Notice.id).where(Notice.person_id == world.people[name], Notice.kind == kind)
        return session.scalars(query).one()


def promised(world: World):
    """Ana said that she brings Ben on Thursday; the promise's uid."""
    uid = proposed(world, ask_of(world))
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=NOW)
    return uid


def test_the_desk_leads_to_the_letters_and_each_is_sent_once(client: FlaskClient, by_letter: World) -> None:
    by_letter.logged("ana")
    sign_in(client, by_letter, "cora")
    assert f'href="{DESK}/tell#by-post"' in client.get(DESK).text
    page = client.get(f"{DESK}/tell").text
    notice = notice_of(by_letter, "ben", "favour_to_confirm")
    assert f'href="{DESK}/tell/{notice}/letter"' in page
    for _twice in range(2):
        assert client.post(f"{DESK}/tell/{notice}").status_code == 302
    assert client.get(f"{DESK}/tell/{notice}/letter").status_code == 404
    assert "#by-post" not in client.get(DESK).text


def test_a_letter_has_the_address_the_question_and_what_can_be_ticked(
    client: FlaskClient, by_letter: World
) -> None:
    by_letter.logged("ana")
    sign_in(client, by_letter, "cora")
    path = f"{DESK}/tell/{notice_of(by_letter, 'ben', 'favour_to_confirm')}"
    page = client.get(f"{path}/letter").text
    assert '<html lang="nl"' in page
    assert "Ben Peeters<br>Kruisberg 14<br>1120</p>" in page
    assert "Ana Peeters schreef op" in page
    assert re.findall(r"&#9744; ([^<]+)", page) == ["Ja, het klopt", "Nee, het klopt niet"]
    assert "02 123 45 67" in page
    made = client.get(f"{path}/pdf")
    assert made.data.startswith(b"%PDF")
    assert made.mimetype == "application/pdf"


def test_each_notice_of_a_promise_can_go_by_letter(client: FlaskClient, by_letter: World) -> None:
    sign_in(client, by_letter, "cora")
    over, off, asked = promised(by_letter), promised(by_letter), proposed(by_letter, ask_of(by_letter))
    transact(lambda session: tell_over(session, session.scalars(_the(over)).one(), now=NOW))
    transact(call_off, off, actor=by_letter.actor("ana"), now=NOW)
    assert asked != over
    with reading() as session:
        query = select(Notice.id, Notice.kind).where(Notice.channel != ContactChannel.MAIL)
        kinds: dict[str, set[int]] = {}
        for notice, kind in session.execute(query):
            kinds.setdefault(kind, set()).add(client.get(f"{DESK}/tell/{notice}/letter").status_code)
    assert {kind for kind, answers in kinds.items() if 200 in answers} == {
        "proposal_asked",
        "promise_made",
        "promise_reminder",
        "promise_called_off",
        "promise_over",
    }


def test_only_the_antenna_s_own_coordinators_print_a_letter(client: FlaskClient, by_letter: World) -> None:
    by_letter.logged("ana")
    path = f"tell/{notice_of(by_letter, 'ben', 'favour_to_confirm')}/letter"
    for name, desk in (("dov", "heembeek"), ("ann", "heembeek"), ("ben", "heembeek"), ("cora", "marolles")):
        sign_in(client, by_letter, name)
        assert client.get(f"/en/desk/{desk}/{path}").status_code in (403, 404), name


def test_who_died_gets_no_letter_and_without_an_address_it_says_so(
    client: FlaskClient, by_letter: World
) -> None:
    by_letter.logged("ben", "ben", "ana")
    sign_in(client, by_letter, "cora")
    assert "We don't know the address" in client.get(f"{DESK}/tell").text
    path = f"{DESK}/tell/{notice_of(by_letter, 'ana', 'favour_to_confirm')}/letter"
    assert client.get(path).status_code == 200
    died = (
        update(Person).where(Person.id == by_letter.people["ana"]).values(died_on=NOW.date() - timedelta(1))
    )
    transact(lambda session: session.execute(died))
    assert client.get(path).status_code == 404


def _the(uid):
    return select(Proposal).where(Proposal.uid == uid)

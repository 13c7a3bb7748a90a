"""Giving hours away by the pages, grants that take two people, and the list of whom to tell."""

import re

import pytest
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.cli.books import tick_command
from timebank.models.gift import GiftKind
from timebank.services.books.gifts import NewGift, give
from timebank.services.membership.member_endings import leave_member
from timebank.uow import transact


def token_of(page: str) -> str:
    found = re.search(r'name="request_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def grant(world: World, minutes: int, to: str = "ana"):
    new = NewGift(world.antenna, world.antenna, minutes, GiftKind.GRANT, None, world.members[to])
    return transact(give, new, actor=world.actor("cora"), now=world.now)


def test_a_member_checks_a_gift_before_it_is_given_once(client: FlaskClient, world: World):
    grant(world, 120)
    sign_in(client, world, "ana")
    page = client.get("/en/gifts/new").text
    told = {
        "request_token": token_of(page),
        "source": "me",
        "to": str(world.members["ben"]),
        "time-choice": "60",
        "wish": "Happy birthday",
    }
    check = client.post("/en/gifts/new", data=told)
    assert "Is this right?" in check.text
    assert "Happy birthday" in check.text
    assert world.balance("ben") == 0
    for _tap in range(2):
        done = client.post("/en/gifts/new", data=told | {"checked": "yes"})
        assert done.status_code == 302
    assert (world.balance("ana"), world.balance("ben")) == (60, 60)
    assert "1 hour" in client.get(done.location).text


def test_nobody_gives_more_than_they_have_and_keeps_what_they_typed(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    told = {"source": "me", "to": "0", "time-other": "1u30", "wish": "For the feast", "checked": "yes"}
    answer = client.post("/en/gifts/new", data=told)
    assert answer.status_code == 422
    assert "For the feast" in answer.text
    assert "1u30" in answer.text


def test_an_unnamed_gift_names_nobody(client: FlaskClient, world: World):
    grant(world, 120, "ana")
    new = NewGift(
        world.antenna,
        world.antenna,
        30,
        from_member_id=world.members["ana"],
        to_member_id=world.members["ben"],
        unnamed=True,
    )
    gift = transact(give, new, actor=world.actor("ana"), now=world.now)
    sign_in(client, world, "ben")
    page = client.get(f"/en/gifts/{gift.uid}").text
    assert "prefers not to be named" in page
    assert "Ana" not in page


def test_a_large_grant_waits_for_a_second_person(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    told = {"source": "pot", "antenna": "heembeek", "to": str(world.members["ben"]), "time-other": "20 h"}
    done = client.post("/en/gifts/new", data=told | {"request_token": "t", "checked": "yes"})
    assert done.status_code == 302, done.text
    page = client.get(done.location).text
    assert "waits for a second person" in page
    assert "Yes, I agree" not in page
    assert world.balance("ben") == 0
    sign_in(client, world, "carl")
    assert "Ben" in client.get("/en/desk/heembeek/gifts").text
    page = client.get(done.location).text
    answer = client.post(f"{done.location}/approve", data={"request_token": token_of(page)})
    assert answer.status_code == 302
    assert world.balance("ben") == 1200


@pytest.mark.parametrize("name", ["dov", "pia", "olga", "ann"])
def test_others_see_no_grant(client: FlaskClient, world: World, name: str):
    gift = grant(world, 60)
    sign_in(client, world, name)
    assert client.get(f"/en/gifts/{gift.uid}").status_code in (403, 404)
    assert client.get("/en/desk/heembeek/gifts").status_code in (403, 404)


def test_whoever_reads_no_mail_is_told_by_a_coordinator(client: FlaskClient, world: World):
    world.logged("ana")
    sign_in(client, world, "cora")
    page = client.get("/en/desk/heembeek/tell").text
    assert "Ben Peeters" in page
    assert 'lang="nl"' in page
    address = re.search(r'action="(/en/desk/heembeek/tell/\d+)"', page)
    assert address is not None
    assert client.post(address[1]).status_code == 302
    assert "Ben Peeters" not in client.get("/en/desk/heembeek/tell").text
    sign_in(client, world, "dov")
    assert client.get("/en/desk/heembeek/tell").status_code == 404
    assert client.post(address[1]).status_code == 404


def test_what_was_answered_needs_no_telling_any_more(client: FlaskClient, world: World):
    uid = world.logged("ana")
    from timebank.services.giving.favour_steps import confirm_favour

    transact(confirm_favour, uid, actor=world.actor("ben"), now=world.now)
    sign_in(client, world, "cora")
    assert "Ben Peeters" not in client.get("/en/desk/heembeek/tell").text


def test_the_tick_mails_each_notice_once_in_its_reader_s_language(app, world: World):
    from sqlalchemy import select

    from timebank.domain.channels import ContactChannel
    from timebank.models.member import Member

    def prefer_mail(session):
        person = session.scalars(select(Member).where(Member.id == world.members["ben"])).one().person
        person.preferred_channel = ContactChannel.MAIL
        person.language = "fr"

    transact(prefer_mail)
    world.logged("ana")
    outbox = app.extensions["timebank_settings"].outbox_dir
    for _run in range(2):
        result = app.test_cli_runner().invoke(tick_command)
        assert result.exit_code == 0, result.output
    (mail,) = outbox.glob("*.eml")
    import email
    from email.policy import default

    message = email.message_from_bytes(mail.read_bytes(), policy=default)
    assert message["To"] == "ben@example.org"
    text = message.get_content()
    assert "/fr/favours/" in text
    assert "Bonjour" in text


def test_a_welcome_gift_comes_from_the_pot_where_the_rules_give_one(app, world: World):
    from timebank.domain.channels import Channel
    from timebank.ledger.reading import balance_of
    from timebank.services.membership.members import NewMember, add_member
    from timebank.services.membership.people import PersonDetails
    from timebank.services.network.rules import decide_rule
    from timebank.uow import reading

    transact(
        decide_rule,
        world.antenna,
        "welcome_minutes",
        "120",
        decided_on=world.today,
        decided_by="the board",
        actor=world.actor("cora"),
        now=world.now,
    )
    new = NewMember(details=PersonDetails(given_name="Lucie"), joined_through=Channel.TALK)
    member = transact(add_member, world.antenna, new, actor=world.actor("cora"), now=world.now)
    with reading() as session:
        assert balance_of(session, member.account_id).minutes == 120
    assert world.pot() == -120


def test_a_coordinator_reads_where_the_hours_of_someone_gone_fall_before_taking_a_gift_back(
    client: FlaskClient, world: World
):
    made = grant(world, 60)
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=world.now)
    sign_in(client, world, "carl")
    page = f"/en/gifts/{made.uid}"
    assert "here any more: what is taken back goes to the pot" in client.get(page).text
    client.post(f"{page}/reverse")
    assert "taken back" in client.get(page).text
    assert "any more" not in client.get(page).text

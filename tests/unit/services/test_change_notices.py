"""A mail tells whoever signs in that the way they do was changed; where none can, their coordinators do."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, World
from tests.unit.services.test_second_factor import KEY, digits_at, switched_on
from timebank.documents.notices import notice_mail, notice_words
from timebank.domain.channels import ContactChannel
from timebank.domain.permissions import SYSTEM
from timebank.models.member import Person
from timebank.models.notice import Notice
from timebank.services.coordinating.notice_desk import Message, mails_due, messages_to_tell, take_mail
from timebank.services.signing_in.change_notices import SignInChange
from timebank.services.signing_in.passwords import set_password
from timebank.services.signing_in.second_factor import end_second_factor, reset_second_factor
from timebank.uow import reading, transact

FIRST, SECOND = "a bench under the lime tree", "a lime tree over the bench"
LATER = NOW + timedelta(minutes=5)


def change_person(session, person_id: int, **changes: object) -> None:
    person = session.get_one(Person, person_id)
    for name, value in changes.items():
        setattr(person, name, value)


def mails() -> list[Message]:
    with reading() as session:
        due = mails_due(session, now=LATER)
    return [message for each in due if (message := transact(take_mail, each, now=LATER)) is not None]


def subjects(language: str = "en") -> list[str]:
    found = []
    for message in mails():
        assert message.language == language
        found.append(notice_mail(message, "https://buren.example", "secret")[0])
    return found


def test_each_change_of_how_cora_signs_in_is_mailed_to_her(world: World):
    transact(change_person, world.people["cora"], language="en", preferred_channel=ContactChannel.PHONE)
    cora, person_id = world.actor("cora"), world.people["cora"]
    secret, codes = switched_on(world)
    assert subjects() == ["You sign in with a second step from now on"]
    transact(end_second_factor, "", digits_at(secret, LATER), key=KEY, actor=cora, now=LATER)
    transact(set_password, person_id, FIRST, actor=cora, now=LATER)
    assert subjects() == ["Your second step was switched off"]
    transact(set_password, person_id, SECOND, actor=SYSTEM, now=LATER)
    assert subjects() == ["Your password was changed"]
    with reading() as session:
        kept = [f"{each.params} {each.dedupe_key}" for each in session.scalars(select(Notice))]
    assert not [each for each in kept for told in (secret, *codes, FIRST, SECOND) if told in each]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("change", SignInChange)
def test_it_is_said_in_their_language_with_when_and_where_to_look(
    world: World, change: SignInChange, language: str
):
    message = Message(1, change.value, ContactChannel.MAIL, "Cora", language, "c@example.org", "", (), "Heembeek",
                      "02 123 45 67", changed_at=NOW)  # fmt: skip
    subject, text = notice_mail(message, "https://buren.example/", "secret")
    assert subject
    assert f"https://buren.example/{language}/sessions" in text
    assert "11:00" in text
    assert "02 123 45 67" in text
    assert "2026" in notice_words(message)
    assert ("Was" in text or "you" in text) is (language == "en")


def test_a_reset_is_told_once_and_by_mail(world: World):
    switched_on(world)
    mails()
    for _twice in range(2):
        mailed = transact(reset_second_factor, world.people["cora"], actor=world.actor("olga"), now=LATER)
        assert mailed
    assert [message.kind for message in mails()] == ["second_step_reset"]


def test_without_an_address_the_coordinators_tell_it_and_the_operator_knows(world: World):
    switched_on(world)
    mails()
    transact(change_person, world.people["cora"], email="")
    mailed = transact(reset_second_factor, world.people["cora"], actor=world.actor("olga"), now=LATER)
    assert not mailed
    assert mails() == []
    with reading() as session:
        told = messages_to_tell(session, world.antenna, actor=world.actor("carl"), now=LATER)
        elsewhere = messages_to_tell(session, world.antennas["marolles"], actor=world.actor("dov"), now=LATER)
    assert [(each.kind, each.name) for each in told] == [("second_step_reset", "Cora Peeters")]
    assert elsewhere == ()


def test_who_belongs_to_no_antenna_is_mailed_too(world: World):
    message = Message(1, "password_changed", ContactChannel.MAIL, "Olga", "en", "o@example.org", "", (), "", "",
                      changed_at=NOW)  # fmt: skip
    text = notice_mail(message, "https://buren.example", "secret")[1]
    assert "Or ask whoever runs this timebank." in text
    assert "antenna" not in text

"""What both sides of a proposal are told, in whose words, and what is stopped, on both databases."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from tests.factories import NOW, World
from tests.unit.services.asking import ask_of, offer_of, proposed
from timebank.documents.notices import notice_mail, notice_words
from timebank.models.ask import Ask
from timebank.models.member import Person
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import drop_proposals
from timebank.services.coordinating.notice_desk import Message, mail_sent, mails_due, take_mail
from timebank.services.promising.promises import ask_how_it_went, call_off
from timebank.services.promising.proposal_answers import Answer, answer_proposal, take_back_proposal
from timebank.uow import reading, transact

YES = Answer(yes=True)
AFTER = NOW + timedelta(days=4)


def mails(now=NOW) -> dict[tuple[str, str], Message]:
    """The mails that go out now, by kind and the reader's first name."""
    with reading() as session:
        due = list(mails_due(session, now=now))
    taken = [transact(take_mail, notice_id, now=now) for notice_id in due]
    for message in taken:
        if message is not None:
            transact(mail_sent, message.notice_id, now=now)
    return {(m.kind, m.name.split()[0]): m for m in taken if m is not None}


def say(person_id: int, **values: object) -> None:
    """Change what a person's page says of them."""

    def work(session) -> None:
        person = session.get_one(Person, person_id)
        for name, value in values.items():
            setattr(person, name, value)

    transact(work)


def mail_to_everyone(world: World, language: str = "en") -> None:
    for name in ("ana", "ben"):
        say(world.people[name], preferred_channel="mail", language=language, phone=f"02 555 00 {name}")


def state_of(kind: str, world: World, name: str) -> NoticeState:
    with reading() as session:
        query = select(Notice.state).where(Notice.kind == kind, Notice.person_id == world.people[name])
        return session.scalars(query).one()


def test_a_question_has_a_given_name_only_and_a_link_that_answers(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    proposed(world, ask_of(world), "ana")
    message = mails()["proposal_asked", "Ana"]
    subject, text = notice_mail(message, "https://tijd.example", "secret")
    assert subject == "Could you help Ben?"
    assert "a lift, Thursday 26 November 2026 at 9:00, for about 1 hour" in text
    assert "Where: Eye doctor." in text
    assert "https://tijd.example/en/answer/" in text
    assert "02 123 45 67" in text
    assert "Peeters" not in text.replace("Ana Peeters", "")


def test_a_promise_tells_both_sides_and_gives_numbers_only_where_both_agreed(
    app: Flask, world: World
) -> None:
    mail_to_everyone(world)
    offer_of(world, "ana", show_phone=True)
    for shared in (False, True):
        proposal = proposed(world, ask_of(world, show_phone=shared), "ana")
        transact(answer_proposal, proposal, YES, actor=world.actor("ana"), now=NOW)
        told = mails()
        helper = notice_words(told["promise_made", "Ana"])
        asker = notice_words(told["promise_made", "Ben"])
        assert "you help Ben Peeters with a lift" in helper
        assert "Ana Peeters helps you with a lift, Thursday 26 November 2026" in asker
        assert "call Heembeek: 02 123 45 67" in asker
        assert ("02 555 00 ben" in helper) is shared
        assert ("02 555 00 ana" in asker) is shared


def test_a_helper_who_did_not_agree_keeps_the_number(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    offer_of(world, "ana", show_phone=False)
    proposal = proposed(world, ask_of(world, show_phone=True), "ana")
    transact(answer_proposal, proposal, YES, actor=world.actor("ana"), now=NOW)
    assert all("02 555" not in notice_words(message) for message in mails().values())


def test_words_are_in_the_reader_s_language(app: Flask, world: World) -> None:
    mail_to_everyone(world, "nl")
    say(world.people["ben"], language="fr")
    proposal = proposed(world, ask_of(world), "ana")
    assert "Ben vraagt een helpende hand: een rit, donderdag" in notice_words(
        mails()["proposal_asked", "Ana"]
    )
    transact(answer_proposal, proposal, YES, actor=world.actor("ana"), now=NOW)
    assert "Bonne nouvelle\u00a0: Ana Peeters vous aide" in notice_words(mails()["promise_made", "Ben"])


def test_a_question_that_was_answered_by_phone_is_not_mailed(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    proposal = proposed(world, ask_of(world), "ana")
    transact(answer_proposal, proposal, Answer(yes=False), actor=world.actor("cora"), now=NOW)
    assert mails() == {}
    assert state_of("proposal_asked", world, "ana") is NoticeState.STOPPED


def test_who_never_read_the_question_is_not_told_that_it_is_taken_back(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    unread = proposed(world, ask_of(world), "ana")
    transact(take_back_proposal, unread, actor=world.actor("cora"), now=NOW)
    assert mails() == {}
    read = proposed(world, ask_of(world), "ana")
    mails()
    transact(take_back_proposal, read, actor=world.actor("cora"), now=NOW)
    assert "isn't needed any more" in notice_words(mails()["proposal_taken_back", "Ana"])


def test_a_reminder_that_comes_late_or_after_a_call_off_is_stopped(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    kept = proposed(world, ask_of(world), "ana")
    transact(answer_proposal, kept, YES, actor=world.actor("ana"), now=NOW)
    mails()
    day_before = NOW + timedelta(days=2)
    assert {kind for kind, _name in mails(day_before)} == {"promise_reminder"}
    off = proposed(world, ask_of(world), "ana")
    transact(answer_proposal, off, YES, actor=world.actor("ana"), now=NOW)
    mails()
    transact(call_off, off, actor=world.actor("ana"), now=NOW)
    words = notice_words(mails()["promise_called_off", "Ben"])
    assert "can't come after all" in words
    assert mails(day_before + timedelta(hours=1)) == {}
    late = proposed(world, ask_of(world), "ana")
    transact(answer_proposal, late, YES, actor=world.actor("ana"), now=NOW)
    assert ("promise_reminder", "Ana") not in mails(AFTER)


def test_a_helper_hears_that_an_ask_ended_and_is_asked_how_it_went(app: Flask, world: World) -> None:
    mail_to_everyone(world)
    gone, done = (proposed(world, ask_of(world), "ana") for _each in range(2))
    for proposal in (gone, done):
        transact(answer_proposal, proposal, YES, actor=world.actor("ana"), now=NOW)
    mails()

    def drop(session) -> None:
        row = session.scalars(select(Proposal).where(Proposal.uid == gone)).one()
        drop_proposals(session, session.get_one(Ask, row.ask_id), actor=world.actor("cora"), now=NOW)

    transact(drop)
    assert "Thank you for being ready" in notice_words(mails()["promise_called_off", "Ana"])
    with reading() as session:
        row_id = session.scalars(select(Proposal.id).where(Proposal.uid == done)).one()
    assert transact(ask_how_it_went, row_id, now=AFTER)
    message = mails(AFTER)["promise_over", "Ana"]
    assert "Did it happen, and how long did it take?" in notice_words(message)
    assert "/answer/" in notice_mail(message, "https://tijd.example", "secret")[1]

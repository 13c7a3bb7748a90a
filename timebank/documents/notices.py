"""The words of a notice, in its reader's language; no hours of anyone else, and nothing private."""

from typing import Any

from flask import render_template
from flask_babel import force_locale, gettext as _, lazy_gettext as _l

from timebank.services.coordinating.notice_desk import Message
from timebank.services.promising.answer_links import sign_answer
from timebank.services.promising.promise_views import PromiseView

ANSWERED_BY_LINK = frozenset({"proposal_asked", "promise_over"})
"""Kinds whose mail leads to a page that works without signing in."""

ON_PAPER = {
    "favour_to_confirm": (_l("Yes, that is right"), _l("No, something is wrong")),
    "favour_reminder": (_l("Yes, that is right"), _l("No, something is wrong")),
    "proposal_asked": (_l("I can"), _l("Not this time")),
    "promise_over": (_l("It happened"), _l("It didn't happen")),
}
"""What can be ticked on a letter that asks something."""


def notice_words(message: Message) -> str:
    """What to read to someone or write to them, in their language."""
    with force_locale(message.language):
        return render_template(f"notices/{message.kind}.txt", message=message).strip()


def promise_words(kind: str, promise: PromiseView, language: str) -> str:
    """What to say to someone on the phone about a proposal: the words of a notice of this kind."""
    with force_locale(language):
        return render_template(f"notices/{kind}.txt", message={"promise": promise}).strip()


def notice_mail(message: Message, base_url: str, secret_key: str) -> tuple[str, str]:
    """(subject, text) of the mail; the link leads to the page where it can be answered."""
    with force_locale(message.language):
        link = f"{base_url.rstrip('/')}/{message.language}/{_page(message, secret_key)}"
        text = render_template("emails/notice.txt", message=message, words=notice_words(message), link=link)
        return _subject(message), text


def notice_letter(message: Message, **paper: Any) -> str:
    """The same as a letter, with the address where an envelope has its window; ``paper`` is for its frame."""
    with force_locale(message.language):
        return render_template(
            "print/letter.html",
            message=message,
            subject=_subject(message),
            words=notice_words(message),
            answers=ON_PAPER.get(message.kind, ()),
            lang=message.language,
            **paper,
        )


def _subject(message: Message) -> str:
    names = ", ".join(message.givers)
    other = "" if message.promise is None else message.promise.other
    subjects = {
        "favour_to_confirm": _("Did %(names)s help you?", names=names),
        "favour_reminder": _("Did %(names)s help you?", names=names),
        "gift_received": _("You were given hours"),
        "proposal_asked": _("Could you help %(name)s?", name=other),
        "proposal_taken_back": _("You needn't answer any more"),
        "promise_made": _("It is agreed with %(name)s", name=other),
        "promise_reminder": _("A reminder: you meet %(name)s", name=other),
        "promise_called_off": _("It doesn't go on with %(name)s", name=other),
        "promise_over": _("How did it go with %(name)s?", name=other),
        "second_step_on": _("You sign in with a second step from now on"),
        "second_step_off": _("Your second step was switched off"),
        "second_step_reset": _("Your second step was taken off"),
        "password_changed": _("Your password was changed"),
    }
    return str(subjects[message.kind])


def _page(message: Message, secret_key: str) -> str:
    """The path of the page, after the language."""
    if message.favour_uid is not None:
        return f"favours/{message.favour_uid}"
    if message.changed_at is not None:
        return "sessions"
    if message.promise is None:
        return ""
    if message.kind in ANSWERED_BY_LINK:
        return f"answer/{sign_answer(secret_key, message.promise.uid, message.person_id)}"
    return "agenda"

"""The words of a notice, in its reader's language; no hours of anyone else, and nothing private."""

from flask import render_template
from flask_babel import force_locale, gettext as _

from timebank.services.notice_desk import Message

KINDS = ("favour_to_confirm", "favour_reminder", "gift_received")


def notice_words(message: Message) -> str:
    """What to read to someone or write to them, in their language."""
    with force_locale(message.language):
        return render_template(f"notices/{message.kind}.txt", message=message).strip()


def notice_mail(message: Message, base_url: str) -> tuple[str, str]:
    """(subject, text) of the mail; the link leads to the page where it can be answered."""
    with force_locale(message.language):
        subject = {
            "favour_to_confirm": _("Did %(names)s help you?", names=_names(message)),
            "favour_reminder": _("Did %(names)s help you?", names=_names(message)),
            "gift_received": _("You were given hours"),
        }[message.kind]
        link = f"{base_url.rstrip('/')}/{message.language}/"
        if message.favour_uid is not None:
            link += f"favours/{message.favour_uid}"
        text = render_template("emails/notice.txt", message=message, words=notice_words(message), link=link)
    return str(subject), text


def _names(message: Message) -> str:
    return ", ".join(message.givers)

"""Handing a mail over: to the SMTP server of the settings, or as a file where there is none."""

import smtplib
import uuid
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from timebank.settings import Settings

TIMEOUT_SECONDS = 10


class MailError(RuntimeError):
    """The mail wasn't taken; it may be tried again."""


def send_mail(settings: Settings, to: str, subject: str, text: str) -> None:
    """Send one plain mail.

    Raises:
        MailError: the server didn't take it, or can't be reached.
    """
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = to.replace("\r", "").replace("\n", "")
    message["Subject"] = subject.replace("\r", " ").replace("\n", " ")
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain="timebank.invalid")
    message.set_content(text)
    if not settings.mail_host:
        _keep(settings, message)
        return
    try:
        _deliver(settings, message)
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(type(error).__name__) from error


def _deliver(settings: Settings, message: EmailMessage) -> None:
    kind = smtplib.SMTP_SSL if settings.mail_security == "tls" else smtplib.SMTP
    with kind(settings.mail_host, settings.mail_port, timeout=TIMEOUT_SECONDS) as server:
        if settings.mail_security == "starttls":
            server.starttls()
        if settings.mail_user:
            server.login(settings.mail_user, settings.mail_password)
        server.send_message(message)


def _keep(settings: Settings, message: EmailMessage) -> None:
    settings.outbox_dir.mkdir(parents=True, exist_ok=True)
    (settings.outbox_dir / f"{uuid.uuid4().hex}.eml").write_bytes(message.as_bytes())

"""Handing a mail over: to the SMTP server of the settings, or as a file where there is none."""

import smtplib
import uuid
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import formatdate, make_msgid, parsedate_to_datetime
from pathlib import Path

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


def forget_kept_mails(settings: Settings, *, before: datetime) -> int:
    """Remove the mails that were kept as files in place of being sent, up to this moment; how many."""
    forgotten = 0
    for path in sorted(settings.outbox_dir.glob("*.eml")):
        if (written_at := _written_at(path)) is not None and written_at <= before:
            path.unlink(missing_ok=True)
            forgotten += 1
    return forgotten


def _written_at(path: Path) -> datetime | None:
    """The mail's own date, which stays when the file is copied; None where it is no mail, or gone already."""
    try:
        with path.open("rb") as file:
            return parsedate_to_datetime(BytesHeaderParser().parse(file)["Date"]).astimezone(UTC)
    except (OSError, TypeError, ValueError):
        return None


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

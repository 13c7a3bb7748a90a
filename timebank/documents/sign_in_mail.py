"""The mail with which someone signs in: a link with a button behind it, and six digits."""

from flask import render_template
from flask_babel import force_locale, gettext as _

from timebank.services.signing_in.mail_codes import SignInMail


def sign_in_mail(mail: SignInMail, base_url: str) -> tuple[str, str]:
    """(subject, text) in the reader's language."""
    link = f"{base_url.rstrip('/')}/{mail.language}/sign-in/link/{mail.token}"
    with force_locale(mail.language):
        subject = _("Sign in: %(digits)s", digits=mail.digits)
        text = render_template("emails/sign_in.txt", mail=mail, link=link)
    return str(subject), text

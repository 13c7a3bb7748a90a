"""The forms with which people sign in."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired

from timebank.web.forms import TimebankForm


class MailForm(TimebankForm):
    """Ask for a mail."""

    email = StringField(_l("Your e-mail address"), [DataRequired(_l("Write down your e-mail address."))])
    next = HiddenField()


class DigitsForm(TimebankForm):
    """The six digits of the mail."""

    digits = StringField(
        _l("The six digits in the mail"), [DataRequired(_l("Type the six digits of the mail."))]
    )
    next = HiddenField()


class CardForm(TimebankForm):
    """A member number and a code of the printed card."""

    antenna = SelectField(_l("Your antenna"), validate_choice=False)
    number = IntegerField(
        _l("Your member number"), [DataRequired(_l("Type the number that stands on your card."))]
    )
    code = StringField(
        _l("A code that you haven't used yet"), [DataRequired(_l("Type a code of your card."))]
    )
    next = HiddenField()


class StaffForm(TimebankForm):
    """E-mail or 'antenna-number', and the password."""

    name = StringField(
        _l("Your e-mail address, or your antenna and member number"),
        [DataRequired(_l("Write down your e-mail address, or for example heembeek-5."))],
        description=_l("For example: cora@example.org, or heembeek-5"),
    )
    password = PasswordField(_l("Password"), [DataRequired(_l("Type your password."))])
    next = HiddenField()

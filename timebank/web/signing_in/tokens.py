"""Keys with which other programs use the API in a person's name: make one, see them, end them."""

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import require_full_rights
from timebank.services.signing_in.tokens import SCOPES, create_token, list_tokens, revoke_token
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.signing_in.proving import proven

SCOPE_WORDS = {
    "antennas:read": _l("Read about antennas"),
    "antennas:write": _l("Change an antenna's details"),
    "members:read": _l("Read members' details"),
    "members:write": _l("Add members and change their details"),
    "accounts:read": _l("Read hours"),
    "favours:read": _l("Read favours"),
    "favours:write": _l("Write favours down, and agree with them"),
    "gifts:read": _l("Read gifts of hours"),
    "gifts:write": _l("Give hours away"),
    "transfers:read": _l("Read the books of an antenna"),
    "directory:read": _l("Look services up"),
    "directory:write": _l("Keep the directory of services right"),
    "signals:read": _l("Read signals"),
    "signals:write": _l("Tell signals, and follow them up"),
    "gatherings:read": _l("Read gatherings"),
    "gatherings:write": _l("Plan gatherings, and write down who came"),
    "stories:read": _l("Read stories"),
    "stories:write": _l("Write stories down, change and withdraw them"),
    "referrals:read": _l("Read referrals"),
    "referrals:write": _l("Refer to services, and follow it up"),
    "releases:read": _l("Read the figures that antennas tell"),
    "releases:write": _l("Decide which figures an antenna tells"),
    "reports:read": _l("Read yearly reports"),
    "reports:write": _l("Make yearly reports and approve them"),
    "asks:read": _l("Read asks, and as a coordinator who could help"),
    "asks:write": _l("Write asks down, correct and end them, and ask helpers"),
    "proposals:read": _l("Read what helpers were asked and have promised"),
    "proposals:write": _l("Answer proposals, and say how promises went"),
    "offers:read": _l("Read offers"),
    "offers:write": _l("Write offers down and change them"),
    "plans:read": _l("Read the plan of an antenna"),
    "participation:read": _l("Read the figures of your antennas"),
    "consents:read": _l("Read what members said yes to"),
    "consents:write": _l("Write down what members say yes to, and end it"),
    "participation:look": _l("Ask as a partner whether someone takes part"),
    "certificates:read": _l("Read certificates of participation"),
    "certificates:write": _l("Make and end certificates of participation"),
    "population:read": _l("Read the population figures of an antenna"),
    "population:write": _l("Bring population figures in"),
    "questionnaires:read": _l("Read what came of a questionnaire"),
    "questionnaires:write": _l("Begin a questionnaire, and write answers down"),
    "files:read": _l("Take along everything that is kept about someone"),
    "erasures:read": _l("Read who and what will be erased, and when"),
    "erasures:write": _l("Erase someone who left, for good"),
}


class TokenForm(TimebankForm):
    """What a key is for, and what it may do."""

    name = StringField(
        _l("What is it for?"),
        [DataRequired(_l("Write down a name."))],
        description=_l("For example: the centre's calendar."),
    )
    scopes = SelectMultipleField(
        _l("What may it do?"), choices=[(scope, SCOPE_WORDS[scope]) for scope in SCOPES]
    )


@bp.route("/keys", methods=["GET", "POST"])
@access(SIGNED_IN)
@proven
def tokens() -> ResponseReturnValue:
    """My keys, and a form for another; its secret is shown only once."""
    form, actor, secret, status = TokenForm(), current_actor(), None, 200
    require_full_rights(actor)
    if form.validate_on_submit():
        try:
            _row, secret = transact(
                create_token, form.name.data or "", form.scopes.data or [], actor=actor, now=now()
            )
        except TimebankError as error:
            status = show_error(form, error)
    elif form.errors:
        status = 422
    with reading() as session:
        rows = list_tokens(session, actor=actor, now=now())
        page = render_template("sessions/keys.html", form=form, rows=rows, secret=secret, words=SCOPE_WORDS)
    return page, status


@bp.post("/keys/<uuid:uid>/end")
@access(SIGNED_IN)
def end_token(uid: UUID) -> ResponseReturnValue:
    """End one of my keys."""
    transact(revoke_token, uid, actor=current_actor(), now=now())
    return redirect(url_for("web.tokens"))

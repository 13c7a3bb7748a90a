"""Asking who it is once more, between a form and what it does; nothing that was typed is lost.

A view marked ``@proven`` runs at once if its reader signed in, or proved it, a short while ago. Otherwise a
page asks for the password, and sends what was typed along with it to the same address. A new password alone is
never written into a page: it is typed anew.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField
from wtforms.validators import DataRequired

from timebank.auth import current_actor
from timebank.clock import now
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import Actor, is_staff
from timebank.services.signing_in.proving import PROOF_LASTS, prove_session, way_to_prove
from timebank.uow import reading
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm
from timebank.web.signing_in.tries import counted, installation_key

P = ParamSpec("P")
SECRET = "password"  # noqa: S105 - the name of a field
NOT_SENT_ALONG = frozenset({"csrf_token", "proof", "retype", SECRET})


class ProofForm(TimebankForm):
    """The password, or the digits of the app."""

    proof = PasswordField(_l("Your password"), [DataRequired(_l("Type your password."))])


def proven(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Ask whoever has a role who they are, before this view changes anything; looking is free."""

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        actor = current_actor()
        if request.method == "POST" and is_staff(actor) and not _proven_lately():
            page = _ask(actor)
            if page is not None:
                return page
            if "retype" in request.form:
                return redirect(request.path)
        return view(*args, **kwargs)

    return asked


def _proven_lately() -> bool:
    found = g.get("session_found")
    return found is not None and now() - found.proven_at < PROOF_LASTS


def _ask(actor: Actor) -> ResponseReturnValue | None:
    """The page that asks; None once the answer was right."""
    form, status = ProofForm(), 200
    if form.proof.data:
        try:
            counted(
                f"proof:{actor.person_id}",
                prove_session,
                form.proof.data,
                key=installation_key(),
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
        else:
            return None
    elif "proof" in request.form:
        form.validate()
        status = 422
    with reading() as session:
        way = way_to_prove(session, actor.person_id)
    sent = [(name, each) for name, each in request.form.items(multi=True) if name not in NOT_SENT_ALONG]
    retype = SECRET in request.form or "retype" in request.form
    looks = request.url_rule is not None and "GET" in (request.url_rule.methods or ())
    back = request.full_path.rstrip("?") if looks else None
    page = render_template(
        "sessions/prove.html", form=form, sent=sent, way=way.value, back=back, retype=retype
    )
    return page, status

"""What a member said yes to: the list with its history, a yes, its end, and a sheet to sign."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Response, abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, StringField

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.domain.channels import Channel
from timebank.domain.consents import Purpose
from timebank.domain.days import local_day
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import Actor, is_coordinator
from timebank.domain.states import PRESENT_STATES
from timebank.models.consent import MemberConsent
from timebank.models.member import Member
from timebank.paths import data_dir
from timebank.services.asking.offers import find_offer
from timebank.services.membership.members import find_member
from timebank.services.privacy.consents import NewConsent, consents_of, give_consent, withdraw_consent
from timebank.services.telling.partner_looks import looks_at
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once, read_day
from timebank.web.privacy.consent_words import CONSENT_TEXTS, CONSENT_TITLES, LOOK_REASONS


class ConsentForm(TimebankForm):
    """For how long, and for a coordinator how it was said, when and who heard it."""

    months = RadioField(
        _l("For how long?"), choices=[("12", _l("A year")), ("24", _l("Two years"))], default="12"
    )
    channel = RadioField(
        _l("How did they say yes?"),
        choices=[("talk", _l("In a talk")), ("phone", _l("By phone")), ("slip", _l("On a signed sheet"))],
        default="talk",
    )
    said_on = StringField(_l("On which day? (day/month/year)"))
    witness = StringField(_l("Who heard it?"))

    def told(self, purpose: Purpose, today: date, *, own: bool) -> NewConsent:
        """The yes that was told; a member's own is of today.

        Raises:
            InvalidInputError: a day that can't be read.
        """
        said_on = today if own else read_day(self.said_on.data or "", "said_on")
        ends_on = said_on + timedelta(days=365 * (int(self.months.data) // 12))
        if own:
            return NewConsent(purpose, ends_on, said_on=said_on)
        return NewConsent(purpose, ends_on, Channel(self.channel.data), said_on, self.witness.data or "")


@bp.get("/members/<uuid:uid>/consents")
@access(SIGNED_IN)
def consents(uid: UUID) -> str:
    """To what a member said yes, until when, and who asked whether they take part."""
    actor = current_actor()
    with reading() as session:
        return render_template("consents/list.html", **_page(session, uid, actor))


@bp.route("/members/<uuid:uid>/consents/<purpose>", methods=["GET", "POST"])
@access(SIGNED_IN)
def consent(uid: UUID, purpose: str) -> ResponseReturnValue:
    """The words of one consent, to read or to read aloud, and a yes to them."""
    actor, form, chosen = current_actor(), ConsentForm(), _purpose(purpose)
    with reading() as session:
        kept = find_member(session, uid, actor=actor)
    g.antenna_id, own = kept.antenna_id, kept.id in actor.member_ids
    today, status = local_day(now(), kept.antenna.timezone), 200
    if form.validate_on_submit():
        try:
            new = form.told(chosen, today, own=own)
            once(form, _uid, give_consent, uid, new, actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.consents", uid=uid))
    _fill(form, actor, today)
    words = {"title_words": CONSENT_TITLES[chosen], "words": CONSENT_TEXTS[chosen]}
    shown = 422 if form.errors and status == 200 else status
    return render_template("consents/give.html", form=form, kept=kept, own=own, **words), shown


@bp.post("/consents/<uuid:uid>/withdraw")
@access(SIGNED_IN)
def withdraw(uid: UUID) -> ResponseReturnValue:
    """From now on this isn't done any more."""
    ended = transact(withdraw_consent, uid, actor=current_actor(), now=now())
    flash(_("It is written down. From now on we don't do this any more."), "success")
    return redirect(url_for("web.consents", uid=ended.member.uid))


@bp.get("/members/<uuid:uid>/consents/paper/<any(sheet, pdf):kind>")
@access(SIGNED_IN)
def consents_sheet(uid: UUID, kind: str) -> ResponseReturnValue:
    """Every consent with its words and a place to sign, in the member's language."""
    actor = current_actor()
    with reading() as session:
        page = _page(session, uid, actor)
    if kind == "sheet":
        return _sheet(page, screen_back=url_for("web.consents", uid=uid))
    static = data_dir("static")
    paper = {
        "css_url": (static / "css/sheet.css").as_uri(),
        "logo_url": (static / "img/logo-ink.svg").as_uri(),
    }
    response = Response(render_pdf(_sheet(page, **paper)), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="consents.pdf"'
    return response


def _page(session: Session, uid: UUID, actor: Actor) -> dict[str, Any]:
    """What the page and the sheet show of one member."""
    member = find_member(session, uid, actor=actor)
    g.antenna_id = member.antenna_id
    rows, today = consents_of(session, member, actor=actor), local_day(now(), member.antenna.timezone)
    standing = {row.purpose: row for row in rows if row.ended_at is None and row.ends_on >= today}
    coordinator = is_coordinator(actor, member.antenna_id)
    own, present = member.id in actor.member_ids, member.state in PRESENT_STATES
    return {
        "kept": member,
        "standing": standing,
        "past": [row for row in rows if row not in standing.values()],
        "looks": looks_at(session, member.id),
        "offer": find_offer(session, uid, actor=actor)[1],
        "purposes": list(Purpose),
        "titles": CONSENT_TITLES,
        "texts": CONSENT_TEXTS,
        "reasons": LOOK_REASONS,
        "may_give": present and (coordinator or own),
        "own": own,
    }


def _sheet(page: dict[str, Any], **paper: str) -> str:
    member: Member = page["kept"]
    lang = member.person.language
    with force_locale(lang):
        place = {"lang": lang, "antenna": on_page(member.antenna, lang), "text_size": text_size()}
        return render_template("print/consents.html", **page, **paper, **place)


def _fill(form: ConsentForm, actor: Actor, today: date) -> None:
    if not form.is_submitted():
        form.said_on.data, form.witness.data = f"{today:%d/%m/%Y}", actor.name


def _purpose(text: str) -> Purpose:
    try:
        return Purpose(text)
    except ValueError:
        abort(404)


def _uid(made: MemberConsent) -> dict[str, str]:
    return {"uid": str(made.uid)}

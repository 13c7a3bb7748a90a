"""Referrals: handing an ask to a service, the letter to take along, and asking later how it went."""

from datetime import datetime
from uuid import UUID

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import is_coordinator, require
from timebank.models.ask import Ask
from timebank.models.referral import Referral
from timebank.paths import data_dir
from timebank.services.asking.ask_guesses import flags_of
from timebank.services.asking.asks import find_ask
from timebank.services.asking.new_ask import details_of
from timebank.services.network.antennas import find_antenna
from timebank.services.referring.referral_lists import asks_beside, referrals_to_follow, services_for
from timebank.services.referring.referrals import NewReferral, find_referral, follow_up_referral, refer_ask
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.ask_forms import REPEATS
from timebank.web.asking.boundary_words import words_of_flags
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.referring.directory_forms import KIND_WORDS
from timebank.web.referring.referral_forms import REFERRAL_WORDS, HeardForm, ReferForm


@bp.route("/asks/<uuid:uid>/refer", methods=["GET", "POST"])
@access(COORDINATOR)
def refer_page(uid: UUID) -> ResponseReturnValue:
    """Say to which service, with which yes, and what a neighbour keeps doing; check it; hand it on."""
    form, actor, moment = ReferForm(), current_actor(), now()
    with reading() as session:
        found = find_ask(session, uid, actor=actor)
        require(is_coordinator(actor, found.antenna_id), actor, found.antenna_id)
        if request.method == "GET" or "change" in request.form:
            return _form(session, found, form)
        try:
            new = form.told(local_day(moment, found.antenna.timezone))
        except TimebankError as error:
            return _form(session, found, form, show_error(form, error))
        if "checked" not in request.form and new.agreed:
            return _check(session, found, form, new)
    try:
        made = once(form, _uid, refer_ask, uid, new, actor=actor, now=moment)
    except TimebankError as error:
        with reading() as session:
            return _form(session, find_ask(session, uid, actor=actor), form, show_error(form, error))
    flash(_("It is written down. Print the letter, or read it to them."), "success")
    return redirect(url_for("web.referral", uid=made.body["uid"]))


@bp.get("/referrals/<uuid:uid>")
@access(SIGNED_IN)
def referral(uid: UUID) -> ResponseReturnValue:
    """One referral: to whom, and for a coordinator what to ask later."""
    return _show(uid)


@bp.post("/referrals/<uuid:uid>/follow-up")
@access(COORDINATOR)
def referral_follow_up(uid: UUID) -> ResponseReturnValue:
    """Write down how it went, or that they still wait."""
    form, actor, moment = HeardForm(), current_actor(), now()
    with reading() as session:
        found = find_referral(session, uid, actor=actor)
        today = local_day(moment, found.ask.antenna.timezone)
    version = number_in(form.version.data) or 0
    try:
        heard = form.heard(today)
        once(form, _uid, follow_up_referral, uid, heard, version=version, actor=actor, now=moment)
    except TimebankError as error:
        return _show(uid, form, show_error(form, error))
    flash(_("It is written down."), "success")
    return redirect(url_for("web.referrals_desk", slug=found.ask.antenna.slug))


@bp.get("/referrals/<uuid:uid>/<any(letter, pdf):kind>")
@access(SIGNED_IN)
def referral_letter(uid: UUID, kind: str) -> ResponseReturnValue:
    """The letter to take along, in the person's own language: to print from the browser, or as PDF."""
    with reading() as session:
        found = find_referral(session, uid, actor=current_actor())
        if kind == "letter":
            return _letter(found, screen_back=url_for("web.referral", uid=uid))
        static = data_dir("static")
        css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
        page = _letter(found, css_url=css, logo_url=logo)
    response = Response(render_pdf(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return response


@bp.get("/desk/<slug>/referrals")
@access(COORDINATOR)
def referrals_desk(slug: str) -> str:
    """Whom to ask today how it went, whom later, and how the last ones ended."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = referrals_to_follow(session, antenna.id, actor=current_actor(), now=now())
        return render_template("referrals/list.html", here=antenna, found=found, states=REFERRAL_WORDS)


def _form(session: Session, ask: Ask, form: ReferForm, status: int = 200) -> ResponseReturnValue:
    g.antenna_id = ask.antenna_id
    flags = flags_of(session, ask.antenna_id, ask.words, details_of(ask))
    services, fitting = services_for(session, ask, flags, actor=current_actor())
    form.entry.choices = [(str(each.uid), each.name) for each in services]
    if not form.beside_words.data and not form.is_submitted():
        form.beside_words.data = _("I would like someone to come by.")
    return render_template(
        "referrals/refer.html",
        ask=ask,
        form=form,
        services=services,
        fitting=fitting,
        kinds=KIND_WORDS,
        flags=words_of_flags(session, ask.antenna_id, flags),
    ), status


def _check(session: Session, ask: Ask, form: ReferForm, new: NewReferral) -> ResponseReturnValue:
    g.antenna_id = ask.antenna_id
    services, _fitting = services_for(session, ask, (), actor=current_actor())
    entry = next((each for each in services if each.uid == new.entry_uid), None)
    if entry is None:
        form.entry.data = ""
        return _form(session, ask, form, 422)
    kept = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    shown = {"entry": entry, "kept": kept, "repeats": REPEATS}
    return render_template("referrals/check.html", ask=ask, new=new, form=form, **shown)


def _show(uid: UUID, form: HeardForm | None = None, status: int = 200) -> ResponseReturnValue:
    actor = current_actor()
    with reading() as session:
        found = find_referral(session, uid, actor=actor)
        g.antenna_id = found.ask.antenna_id
        shown = form or HeardForm(formdata=None)
        shown.version.data = str(found.version)
        html = render_template(
            "referrals/show.html",
            referral=found,
            coordinator=is_coordinator(actor, found.ask.antenna_id),
            beside=asks_beside(session, found.ask, actor=actor),
            states=REFERRAL_WORDS,
            form=shown,
        )
    return html, status


def _letter(found: Referral, **paper: str) -> str:
    """The letter's page, in the language in which the person reads."""
    member = found.ask.member
    lang = member.person.language if member is not None else found.ask.antenna.language
    size = "normal" if request.args.get("letters", text_size()) == "normal" else "large"
    with force_locale(lang):
        return render_template(
            "print/referral.html",
            **paper,
            referral=found,
            lang=lang,
            antenna=on_page(found.ask.antenna, lang),
            text_size=size,
            letter_on=_day(found.made_at, found.ask),
        )


def _day(moment: datetime, ask: Ask) -> object:
    return local_day(moment, ask.antenna.timezone)


def _uid(made: Referral) -> dict[str, str]:
    return {"uid": str(made.uid)}

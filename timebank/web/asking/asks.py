"""An ask's own page, its corrections, who could help, and the lists of asks."""

from datetime import date
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.ask_states import ProposalState
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.digits import number_in
from timebank.domain.errors import StaleError, TimebankError
from timebank.domain.permissions import is_coordinator
from timebank.matching.reasons import CautionCode
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_guesses import flags_of
from timebank.services.asking.ask_lists import end_note_for, live_asks, own_asks, proposals_of
from timebank.services.asking.asks import change_ask, find_ask
from timebank.services.asking.new_ask import details_of
from timebank.services.matchmaking.apart import noes_to_a_person
from timebank.services.matchmaking.suggestions import (
    FIRST_SHOWN,
    propose_suggested,
    refusals_for,
    suggest_for,
)
from timebank.services.network.antennas import find_antenna
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposal_endings import gone_helper, why_closed
from timebank.services.promising.proposals import NewProposal
from timebank.services.referring.referral_lists import referrals_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.ask_forms import DetailsForm
from timebank.web.asking.ask_pages import show_details
from timebank.web.asking.boundary_words import words_of_flags
from timebank.web.coordinating.desk_words import gone_words
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.matchmaking.reason_words import caution_words, objection_words, reason_words

MORE_SHOWN = 12
SAID_ABOVE = frozenset({CautionCode.OTHER_ANTENNA})
"""What the card of a suggested helper says at its top."""


@bp.get("/asks")
@access(SIGNED_IN)
def asks() -> str:
    """One's own asks, and how each stands."""
    with reading() as session:
        return render_template("asks/list.html", rows=own_asks(session, actor=current_actor()), here=None)


@bp.get("/desk/<slug>/asks")
@access(COORDINATOR)
def asks_desk(slug: str) -> str:
    """The antenna's asks that still need someone."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        rows = live_asks(session, antenna.id, actor=current_actor())
        return render_template("asks/list.html", rows=rows, here=antenna)


@bp.get("/asks/<uuid:uid>")
@access(SIGNED_IN)
def ask(uid: UUID) -> str:
    """One ask: in its words, how it stands, and for a coordinator who could help."""
    return _show(uid)


@bp.route("/asks/<uuid:uid>/change", methods=["GET", "POST"])
@access(SIGNED_IN)
def change_ask_page(uid: UUID) -> ResponseReturnValue:
    """Correct what an ask is about; both versions are shown where someone else was faster."""
    actor, form = current_actor(), DetailsForm()
    with reading() as session:
        found = find_ask(session, uid, actor=actor)
        kept = details_of(found)
        if request.method == "GET":
            form = DetailsForm(formdata=None)
            form.fill(kept)
            return _change(session, found, form)
    try:
        version = request.form.get("version", 0, type=int)
        transact(change_ask, uid, form.details(kept), version=version, actor=actor, now=now())
    except TimebankError as error:
        status = show_error(form, error)
        with reading() as session:
            found = find_ask(session, uid, actor=actor)
            return _change(session, found, form, stale=isinstance(error, StaleError)), status
    flash(_("It is changed."), "success")
    return redirect(url_for("web.ask", uid=uid))


def _change(session: Session, found: Ask, form: DetailsForm, *, stale: bool = False) -> str:
    g.antenna_id = found.antenna_id
    return show_details(
        session,
        form,
        found.antenna,
        words=found.words,
        asker=found.asker,
        kept=[("version", str(found.version))],
        action=url_for("web.change_ask_page", uid=found.uid),
        simple=not is_coordinator(current_actor(), found.antenna_id),
        now_kept=details_of(found) if stale else None,
    )


@bp.post("/asks/<uuid:uid>/propose")
@access(COORDINATOR)
def propose_page(uid: UUID) -> ResponseReturnValue:
    """Ask a helper: through their channel, or with the answer that they gave on the phone just now."""
    form, answered = TimebankForm(), request.form.get("answer", "")
    try:
        outcome = once(form, _encode, propose_suggested, uid, _proposed(), actor=current_actor(), now=now())
        # Another antenna's helper is rung by their own coordinators.
        if answered in ("yes", "no") and outcome.body.get("state") != ProposalState.HANDED_OVER.value:
            answer = Answer(yes=answered == "yes", channel=Channel.PHONE)
            transact(answer_proposal, UUID(outcome.body["uid"]), answer, actor=current_actor(), now=now())
    except TimebankError as error:
        status = show_error(form, error)
        return _show(uid, form), status
    flash(_("It is written down."), "success")
    return redirect(url_for("web.ask", uid=uid))


@bp.get("/asks/<uuid:uid>/others")
@access(COORDINATOR)
def other_helpers(uid: UUID) -> str:
    """Why the others weren't suggested, and asking one of them all the same, with a reason."""
    actor = current_actor()
    with reading() as session:
        found = find_ask(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        refusals = [
            (each, [objection_words(why) for why in each.objections])
            for each in refusals_for(session, uid, actor=actor, now=now())
        ]
        return render_template("asks/others.html", ask=found, refusals=refusals, token=new_token())


def _show(uid: UUID, form: TimebankForm | None = None) -> str:
    actor, moment = current_actor(), now()
    most = MORE_SHOWN if request.args.get("more") else FIRST_SHOWN
    with reading() as session:
        found = find_ask(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        coordinator = is_coordinator(actor, found.antenna_id)
        candidates = []
        if coordinator and found.state.value in ("new", "open"):
            suggested = suggest_for(session, uid, most=most, actor=actor, now=moment)
            candidates = [
                (
                    each,
                    [reason_words(r) for r in each.suggestion.reasons_for_asker],
                    [reason_words(r) for r in each.suggestion.reasons_only_for_helper],
                    [caution_words(c) for c in each.suggestion.cautions if c.code not in SAID_ABOVE],
                )
                for each in suggested
            ]
        flags = flags_of(session, found.antenna_id, found.words, details_of(found)) if coordinator else ()
        proposals = proposals_of(session, found, actor=actor)
        return render_template(
            "asks/show.html",
            ask=found,
            coordinator=coordinator,
            proposals=proposals,
            end_note=end_note_for(found, actor=actor),
            why={each.id: why_closed(each, actor=actor) for each in proposals},
            gone={each.id: gone_words(gone_helper([each])) for each in proposals if coordinator},
            rather_others=noes_to_a_person(session, found, actor=actor),
            candidates=candidates,
            all_the_same="more" in request.args,
            more=most == FIRST_SHOWN and len(candidates) == FIRST_SHOWN,
            flags=words_of_flags(session, found.antenna_id, flags),
            referrals=referrals_of(session, found, actor=actor),
            form=form or TimebankForm(formdata=None),
            token=new_token(),
        )


def _proposed() -> NewProposal:
    member, minute = request.form.get("member", ""), request.form.get("minute", "")
    channel = request.form.get("channel", "")
    return NewProposal(
        member_id=number_in(member) or 0,
        on_day=_iso_day(request.form.get("day", "")),
        from_minute=number_in(minute),
        channel=ContactChannel(channel) if channel in set(ContactChannel) else None,
        override_note=request.form.get("override_note", ""),
    )


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _encode(proposal: Proposal) -> dict[str, str]:
    return {"uid": str(proposal.uid), "state": proposal.state.value}

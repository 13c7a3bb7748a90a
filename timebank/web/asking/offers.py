"""What members offer: one's own, filled in on one page, and an antenna's list to read or print."""

from collections.abc import Sequence
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext as _
from sqlalchemy.orm import Session

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError, StaleError, TimebankError
from timebank.domain.permissions import Actor, Role, is_coordinator
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.offer import Offer, Readiness
from timebank.services.asking.categories import categories_of
from timebank.services.asking.offers import end_offer, find_offer, save_offer, standing_offers
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.ask_pages import category_choices, category_name
from timebank.web.asking.offer_forms import OfferForm, grid_of
from timebank.web.both_versions import written_meanwhile
from timebank.web.errors import show_error

_STAFF = (Role.COORDINATOR, Role.ANTENNA_PERSON, Role.TREASURER)


@bp.route("/members/<uuid:uid>/offer", methods=["GET", "POST"])
@access(SIGNED_IN)
def offer(uid: UUID) -> ResponseReturnValue:
    """What a member likes to do, when, how far, and what they can't do with."""
    actor, form = current_actor(), OfferForm()
    with reading() as session:
        member, found = find_offer(session, uid, actor=actor)
        if request.method == "GET":
            form = OfferForm(formdata=None)
            form.fill(found, member.person.language)
            return _form(session, form, member, found, actor)
    version = request.form.get("version", 0, type=int) or None
    try:
        details = form.details(staff=is_coordinator(actor, member.antenna_id))
        transact(save_offer, uid, details, version=version, actor=actor, now=now())
    except TimebankError as error:
        status = show_error(form, error)
        with reading() as session:
            member, found = find_offer(session, uid, actor=actor)
            stale = isinstance(error, StaleError)
            return _form(session, form, member, found, actor, stale=stale), status
    flash(_("Thank you. It is written down; we ask only for what you ticked."), "success")
    return redirect(url_for("web.offer", uid=uid))


@bp.post("/members/<uuid:uid>/offer/end")
@access(SIGNED_IN)
def end_offer_page(uid: UUID) -> ResponseReturnValue:
    """Nothing on offer any more."""
    transact(end_offer, uid, actor=current_actor(), now=now())
    flash(_("It is written down. What was promised stays promised."), "success")
    return redirect(url_for("web.offer", uid=uid))


@bp.get("/offers")
@access(SIGNED_IN)
def own_offer() -> ResponseReturnValue:
    """To one's own offer; who only helps someone, to theirs."""
    actor = current_actor()
    with reading() as session:
        ids = [m.member_id for m in actor.memberships] + sorted(actor.helps)
        if not ids:
            raise NotFoundError
        return redirect(url_for("web.offer", uid=session.get_one(Member, ids[0]).uid))


@bp.get("/antennas/<slug>/offers")
@access(SIGNED_IN)
def offers_of_antenna(slug: str) -> str:
    """What neighbours like to do, by kind of help: to read or print before anyone asks."""
    actor = current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        today = local_day(now(), antenna.timezone)
        found = standing_offers(session, antenna.id, actor=actor, today=today)
        staff = antenna.id in actor.antennas_as(*_STAFF)
        return render_template(
            "offers/list.html", here=antenna, groups=_by_kind(session, antenna, found), staff=staff
        )


def _by_kind(
    session: Session, antenna: Antenna, offers: Sequence[Offer]
) -> list[tuple[str, list[tuple[Offer, bool]]]]:
    """For each kind that someone offers: its name, and the offers with whether they like to do it."""
    groups = []
    for category in categories_of(session, antenna.id, retired=True):
        rows = [
            (each, kind.readiness is Readiness.LIKES)
            for each in offers
            for kind in each.kinds
            if kind.category == category.code
        ]
        if rows:
            groups.append((category_name(category), rows))
    return groups


def _form(
    session: Session,
    form: OfferForm,
    member: Member,
    found: Offer | None,
    actor: Actor,
    *,
    stale: bool = False,
) -> str:
    g.antenna_id = member.antenna_id
    form.set_choices(category_choices(categories_of(session, member.antenna_id)))
    return render_template(
        "offers/form.html",
        form=form,
        member=member,
        offer=found,
        grid=grid_of(form.free.data or []),
        weekdays=[get_locale().days["format"]["wide"][day] for day in range(7)],
        short=[get_locale().days["stand-alone"]["abbreviated"][day] for day in range(7)],
        own=member.id in actor.member_ids,
        coordinator=is_coordinator(actor, member.antenna_id),
        theirs=_theirs(form, member, found) if stale else None,
    )


def _theirs(form: OfferForm, member: Member, found: Offer | None) -> list[dict[str, str]]:
    kept = OfferForm(formdata=None)
    kept.fill(found, member.person.language)
    return written_meanwhile(form, kept, {"channel"})

"""Giving hours away: a member to a neighbour or the pot, a coordinator from the pot to a member."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, FormField, HiddenField, SelectField, TextAreaField

from timebank.auth import SIGNED_IN, STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.errors import InvalidInputError, NotFoundError, TimebankError
from timebank.domain.permissions import Actor, Role
from timebank.domain.quarters import parse_minutes
from timebank.models.antenna import Antenna
from timebank.models.gift import GiftKind
from timebank.models.member import Member
from timebank.services.books.gift_views import GiftView, gift_view, gift_views_waiting
from timebank.services.books.gifts import NewGift, approve_gift, decline_gift, give, reverse_gift
from timebank.services.giving.favour_lists import neighbours
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.giving.favour_forms import TimeField
from timebank.web.signing_in.proving import proven

POT, NOBODY = 0, -1
STEPS = {"approve": approve_gift, "decline": decline_gift, "reverse": reverse_gift}


class GiftForm(TimebankForm):
    """Hours for someone. ``source`` is 'me', or 'pot' for a coordinator."""

    source = HiddenField(default="me")
    antenna = HiddenField()
    to = SelectField(_l("For whom?"), coerce=int, validate_choice=False)
    time = FormField(TimeField, label=_l("How much?"))
    wish = TextAreaField(_l("A wish to go with it (if you like)"))
    unnamed = BooleanField(_l("Don't say who it is from"))

    error_fields: ClassVar[dict[str, str]] = {"time_said": "time", "minutes": "time", "to_member": "to"}

    def minutes(self) -> int:
        """What was chosen or written, in minutes.

        Raises:
            InvalidInputError: nothing, or nothing that can be understood.
        """
        chosen = self.time.form
        if (chosen.other.data or "").strip():
            return parse_minutes(str(chosen.other.data))
        return parse_minutes(f"{chosen.choice.data} min" if (chosen.choice.data or "").isdigit() else "")


@dataclass(frozen=True)
class Giving:
    """From whom, in which antenna, and to whom it can go (id and name; 0 is the pot)."""

    antenna: Antenna
    member: Member | None
    people: tuple[tuple[int, str], ...]


@bp.route("/gifts/new", methods=["GET", "POST"])
@access(SIGNED_IN)
def new_gift() -> ResponseReturnValue:
    """Say what and for whom, check it, give it."""
    form, actor = GiftForm(), current_actor()
    if request.method == "GET":
        form.source.data = request.args.get("source", "me")
        form.antenna.data = request.args.get("antenna", "")
    with reading() as session:
        giving = _giving(session, form, actor)
        form.to.choices = giving.people
        if request.method == "GET" or "change" in request.form:
            return _form(form, giving)
        try:
            new = _told(form, giving)
        except TimebankError as error:
            return _form(form, giving, show_error(form, error))
    if "checked" not in request.form:
        kept = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
        words = dict(giving.people).get(form.to.data, "")
        return render_template("gifts/check.html", new=new, giving=giving, to=words, kept=kept)
    try:
        outcome = once(form, lambda gift: {"uid": str(gift.uid)}, give, new, actor=actor, now=now())
    except TimebankError as error:
        return _form(form, giving, show_error(form, error))
    return redirect(url_for("web.gift", uid=outcome.body["uid"]))


@bp.get("/gifts/<uuid:uid>")
@access(SIGNED_IN)
def gift(uid: UUID) -> str:
    """One gift."""
    with reading() as session:
        view = gift_view(session, uid, actor=current_actor())
        return render_template("gifts/show.html", gift=view, token=new_token())


@bp.post("/gifts/<uuid:uid>/<any(approve, decline, reverse):step>")
@access(STAFF)
@proven
def gift_step(uid: UUID, step: str) -> ResponseReturnValue:
    """The second person agrees or doesn't; or a coordinator takes a gift back."""
    work, actor = STEPS[step], current_actor()
    once(TimebankForm(), lambda gift: {"uid": str(gift.uid)}, work, uid, actor=actor, now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.gift", uid=uid))


@bp.get("/desk/<slug>/gifts")
@access(STAFF)
def gifts_desk(slug: str) -> str:
    """Grants from the pot that wait for a second person."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        rows: tuple[GiftView, ...] = gift_views_waiting(session, antenna.id, actor=current_actor())
        return render_template("gifts/desk.html", rows=rows, here=antenna)


def _form(form: GiftForm, giving: Giving, status: int = 200) -> ResponseReturnValue:
    return render_template("gifts/new.html", form=form, giving=giving), status


def _giving(session: Session, form: GiftForm, actor: Actor) -> Giving:
    """Settle from whom this is given.

    Raises:
        NotFoundError: neither a member nor a coordinator of that antenna.
    """
    member = None
    if form.source.data == "pot":
        mine = {session.get_one(Antenna, each).slug: each for each in actor.antennas_as(Role.COORDINATOR)}
        antenna_id = mine.get(form.antenna.data or "", next(iter(mine.values()), None))
    else:
        place = next((m for m in actor.memberships if m.active), None)
        member = None if place is None else session.get(Member, place.member_id)
        antenna_id = None if member is None else member.antenna_id
    if antenna_id is None:
        raise NotFoundError
    antenna = session.get_one(Antenna, antenna_id)
    g.antenna_id, form.antenna.data = antenna_id, antenna.slug
    people = [(n.member_id, n.label) for n in neighbours(session, antenna_id, actor=actor)]
    if member is not None:
        pot = (POT, str(_("For everybody: the pot of %(name)s", name=antenna.name)))
        people = [pot, *((each, label) for each, label in people if each != member.id)]
    return Giving(antenna, member, ((NOBODY, str(_("Choose a name"))), *people))


def _told(form: GiftForm, giving: Giving) -> NewGift:
    if form.to.data is None or form.to.data == NOBODY:
        raise InvalidInputError("receiver_missing", "Say for whom it is.", field="to")
    return NewGift(
        from_antenna_id=giving.antenna.id,
        to_antenna_id=giving.antenna.id,
        minutes=form.minutes(),
        kind=GiftKind.GRANT if giving.member is None else GiftKind.GIFT,
        from_member_id=None if giving.member is None else giving.member.id,
        to_member_id=form.to.data or None,
        wish=form.wish.data or "",
        unnamed=bool(form.unnamed.data),
    )

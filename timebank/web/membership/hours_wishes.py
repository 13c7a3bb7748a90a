"""The page on which a member's wish is written down: to whom hours go that are left."""

from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField, TextAreaField

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import Actor
from timebank.models.member import Member
from timebank.models.wish import HoursWish
from timebank.services.giving.favour_lists import neighbours
from timebank.services.membership.hours_wishes import NewWish, end_wish, find_wish, write_wish
from timebank.services.network.antennas import list_antennas
from timebank.services.network.rules import rules_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once, read_day

POT = "pot"


class WishForm(TimebankForm):
    """For whom, when it was said, and who was there. ``goes_to`` is 'pot', 'member-<id>' or 'antenna-<id>'."""

    goes_to = SelectField(_l("For whom are the hours that are left?"), validate_choice=False)
    words = TextAreaField(_l("In your own words (if you like)"))
    day = StringField(_l("On which day was this said? (day/month/year)"))
    witness = StringField(_l("Who was there?"))

    def told(self) -> NewWish:
        """What was written.

        Raises:
            InvalidInputError: nobody chosen, or no day.
        """
        if self.goes_to.data not in {value for value, _words in self.goes_to.choices if value}:
            raise InvalidInputError("receiver_missing", "Say for whom it is.", field="goes_to")
        kind, _dash, number = str(self.goes_to.data).partition("-")
        return NewWish(
            written_on=read_day(self.day.data or "", "day"),
            to_member_id=int(number) if kind == "member" else None,
            to_antenna_id=int(number) if kind == "antenna" else None,
            words=self.words.data or "",
            witness=self.witness.data or "",
        )


@bp.route("/members/<uuid:uid>/wish", methods=["GET", "POST"])
@access(SIGNED_IN)
def hours_wish(uid: UUID) -> ResponseReturnValue:
    """What stands now, and another wish."""
    actor, form, status = current_actor(), WishForm(), 200
    with reading() as session:
        member, wish = find_wish(session, uid, actor=actor)
        own = member.id in actor.member_ids
        _fill(session, form, member, actor)
        place, days = wish_place(wish, staff=not own), rules_of(session, member.antenna_id).leaver_days
    if form.validate_on_submit():
        try:
            once(form, lambda _kept: {}, write_wish, uid, form.told(), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.hours_wish", uid=uid))
    page = render_template(
        "members/wish.html", form=form, kept=member, wish=wish, place=place, days=days, own=own
    )
    return page, status


@bp.post("/members/<uuid:uid>/wish/end")
@access(SIGNED_IN)
def end_hours_wish(uid: UUID) -> ResponseReturnValue:
    """The wish is taken back."""
    once(TimebankForm(), lambda _kept: {}, end_wish, uid, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.hours_wish", uid=uid))


def wish_place(wish: HoursWish | None, *, staff: bool) -> str:
    """For whom the hours are, in words; empty without a wish. Only staff see family names."""
    if wish is None:
        return ""
    if wish.to_member is not None:
        person = wish.to_member.person
        return person.name if staff else person.given_name
    if wish.to_antenna is not None:
        return str(_("The pot of %(name)s", name=wish.to_antenna.name))
    return str(_("The pot"))


def _fill(session: Session, form: WishForm, member: Member, actor: Actor) -> None:
    g.antenna_id = member.antenna_id
    people = neighbours(session, member.antenna_id, actor=actor)
    antennas = [each for each in list_antennas(session) if each.id != member.antenna_id]
    form.goes_to.choices = [
        ("", _("Choose")),
        (POT, _("The pot of %(name)s", name=member.antenna.name)),
        *((f"member-{each.member_id}", each.label) for each in people if each.member_id != member.id),
        *((f"antenna-{each.id}", _("The pot of %(name)s", name=each.name)) for each in antennas),
    ]
    if form.day.data is None:
        form.day.data = local_day(now(), member.antenna.timezone).strftime("%d/%m/%Y")

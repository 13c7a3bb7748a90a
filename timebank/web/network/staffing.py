"""The operator's pages: who was let in, letting someone in, and which partner supports which antenna."""

from datetime import timedelta

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired, Length

from timebank.auth import OPERATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError
from timebank.domain.permissions import Role
from timebank.services.network.antennas import end_mandate, find_antenna, list_antennas
from timebank.services.network.staffing import (
    LetIn,
    NewStaff,
    end_support,
    holder_of,
    let_in_staff,
    list_partners,
    staffing,
    support_antenna,
)
from timebank.services.signing_in.second_factor import reset_second_factor
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once, read_day
from timebank.web.network.antenna_form import OWN_NAMES
from timebank.web.network.antennas import MANDATE_DAYS
from timebank.web.signing_in.proving import proven


class StaffMemberForm(TimebankForm):
    """Someone who is let in, as what, and for how long."""

    role = RadioField(
        _l("As what?"),
        [DataRequired(_l("Choose one."))],
        choices=[
            (Role.COORDINATOR.value, _l("Coordinator of an antenna")),
            (Role.PARTNER_STAFF.value, _l("Works for a partner")),
            (Role.OPERATOR.value, _l("Operator of this timebank")),
        ],
    )
    antenna = SelectField(_l("Of which antenna?"), validate_choice=False)
    partner = SelectField(_l("For which partner?"), validate_choice=False)
    name = StringField(_l("Given and family name"), [Length(max=160)])
    email = StringField(_l("E-mail"), [Length(max=200)])
    phone = StringField(_l("Phone"), [Length(max=40)])
    language = RadioField(_l("Language"), choices=list(OWN_NAMES.items()), default="nl")
    member = StringField(_l("Or, for a member: their number with the antenna's short name"), [Length(max=60)])
    ends_on = StringField(_l("Until which day? (day/month/year)"))

    def told(self) -> NewStaff:
        """What was told.

        Raises:
            InvalidInputError: code ``day_not_understood``, at its field.
        """
        return NewStaff(
            role=Role(self.role.data),
            ends_on=read_day(self.ends_on.data or "", "ends_on"),
            member=self.member.data or "",
            name=self.name.data or "",
            email=self.email.data or "",
            phone=self.phone.data or "",
            language=self.language.data or "nl",
            antenna_id=number_in(self.antenna.data),
            partner_id=number_in(self.partner.data),
        )

    @property
    def error_fields(self) -> dict[str, str]:
        """A place that is missing is said at the antenna or at the partner, whichever is needed."""
        return {"place": "partner" if self.role.data == Role.PARTNER_STAFF else "antenna"}


class SupportForm(TimebankForm):
    """A partner by its name; one that isn't known yet begins here."""

    partner = StringField(
        _l("Name of the partner"), [DataRequired(_l("Write down a name.")), Length(max=120)]
    )


@bp.get("/staff")
@access(OPERATOR)
def staff() -> str:
    """Who was let in, by antenna and by partner."""
    with reading() as session:
        return render_template("staff/list.html", found=staffing(session, actor=current_actor(), now=now()))


@bp.route("/staff/new", methods=["GET", "POST"])
@access(OPERATOR)
@proven
def new_staff() -> ResponseReturnValue:
    """Let someone in."""
    form, actor, status = StaffMemberForm(), current_actor(), 200
    with reading() as session:
        _fill_choices(form, session)
    if form.validate_on_submit():
        try:
            name = once(form, _let_in, let_in_staff, form.told(), actor=actor, now=now()).body["name"]
            flash(
                _(
                    "Tell them: they sign in as %(name)s. The first time they have a mail sent to their"
                    " address, and then choose a password.",
                    name=name,
                ),
                "success",
            )
            return redirect(url_for("web.staff"))
        except TimebankError as error:
            status = show_error(form, error)
    elif request.method == "GET":
        form.ends_on.data = f"{network_day(now()) + timedelta(days=MANDATE_DAYS):%d/%m/%Y}"
    return render_template("staff/new.html", form=form), 422 if form.errors and status == 200 else status


@bp.post("/staff/<int:mandate_id>/end")
@access(OPERATOR)
@proven
def end_staff_role(mandate_id: int) -> ResponseReturnValue:
    """A role ends now; its rights are gone with it."""
    transact(end_mandate, mandate_id, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.staff"))


@bp.route("/staff/<int:mandate_id>/second-step", methods=["GET", "POST"])
@access(OPERATOR)
@proven
def reset_second_step(mandate_id: int) -> ResponseReturnValue:
    """Take the second step off for someone who lost phone and paper, after a talk."""
    actor = current_actor()
    with reading() as session:
        holder = holder_of(session, mandate_id, actor=actor, now=now())
    if request.method == "GET":
        return render_template("staff/second_step.html", holder=holder)
    mailed = transact(reset_second_factor, holder.person_id, actor=actor, now=now())
    flash(_("It is off. %(name)s is signed out everywhere.", name=holder.person), "success")
    if not mailed:
        flash(
            _("%(name)s has no e-mail address, so no mail says so: tell them yourself.", name=holder.person),
            "warning",
        )
    return redirect(url_for("web.staff"))


@bp.route("/antennas/<slug>/partners", methods=["GET", "POST"])
@access(OPERATOR)
def antenna_partners(slug: str) -> ResponseReturnValue:
    """Which partners support the antenna, and a further one."""
    form, actor, status = SupportForm(), current_actor(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        mine, known = list_partners(session, antenna.id), list_partners(session)
    if form.validate_on_submit():
        try:
            transact(support_antenna, antenna.id, form.partner.data or "", actor=actor, now=now())
            flash(_("It is written down."), "success")
            return redirect(url_for("web.antenna_partners", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    shown = 422 if form.errors and status == 200 else status
    return render_template("staff/partners.html", here=antenna, mine=mine, known=known, form=form), shown


@bp.post("/antennas/<slug>/partners/<int:partner_id>/end")
@access(OPERATOR)
def end_partner(slug: str, partner_id: int) -> ResponseReturnValue:
    """The partner no longer supports this antenna."""
    with reading() as session:
        antenna_id = find_antenna(session, slug).id
    transact(end_support, antenna_id, partner_id, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.antenna_partners", slug=slug))


def _fill_choices(form: StaffMemberForm, session: Session) -> None:
    antennas = list_antennas(session)
    form.antenna.choices = [("", "-")] + [(str(each.id), each.name) for each in antennas]
    form.partner.choices = [("", "-")] + [(str(each.id), each.name) for each in list_partners(session)]
    chosen = request.args.get("antenna")
    if request.method == "GET" and chosen:
        form.role.data = Role.COORDINATOR.value
        form.antenna.data = next((str(each.id) for each in antennas if each.slug == chosen), "")


def _let_in(found: LetIn) -> dict[str, str]:
    return {"name": found.sign_in_name}

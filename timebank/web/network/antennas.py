"""An antenna's page for everybody, and its details and team for its own people."""

from datetime import timedelta

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired

from timebank.auth import PUBLIC, STAFF, access, actor_or_none, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import StaleError, TimebankError
from timebank.domain.permissions import (
    Role,
    is_coordinator,
    is_operator,
    is_treasurer,
    may_see_books,
    require,
)
from timebank.models.member import Member
from timebank.models.story import StoryUse
from timebank.services.asking.boundaries import boundary_list
from timebank.services.membership.member_lists import list_members, short_of_coordinators, team_of
from timebank.services.network.antennas import (
    NewMandate,
    change_antenna,
    end_mandate,
    find_antenna,
    give_mandate,
)
from timebank.services.network.rules import rules_of
from timebank.services.telling.release_lists import public_releases
from timebank.services.telling.stories import stories_for
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.boundary_words import boundary_name
from timebank.web.both_versions import written_meanwhile
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, read_day
from timebank.web.network.antenna_form import AntennaForm
from timebank.web.signing_in.proving import proven
from timebank.web.telling.release_words import overview_of

MANDATE_DAYS = 365
"""What is proposed for how long a role lasts."""
STORIES_SHOWN = 3
"""Of the stories that may stand on the public page, the newest."""


class MandateForm(TimebankForm):
    """A role for a member."""

    person = SelectField(_l("Who?"), [DataRequired(_l("Choose a name from the list."))], coerce=str)
    role = RadioField(
        _l("As what?"),
        choices=[
            ("antenna_person", _l("Antenna person: writes things down for others")),
            ("coordinator", _l("Coordinator")),
            ("treasurer", _l("Treasurer")),
        ],
        default="antenna_person",
    )
    starts_on = StringField(_l("From which day? (day/month/year)"))
    ends_on = StringField(_l("Until which day? (day/month/year)"))

    def mandate(self, antenna_id: int) -> NewMandate:
        """What was told.

        Raises:
            InvalidInputError: code ``day_not_understood``, at its field.
        """
        first = read_day(self.starts_on.data or "", "starts_on")
        last = read_day(self.ends_on.data or "", "ends_on")
        return NewMandate(int(self.person.data), Role(self.role.data), first, last, antenna_id)


@bp.get("/antennas/<slug>")
@access(PUBLIC)
def antenna_page(slug: str) -> str:
    """Name, phone, hours, how to join, and what neighbours tell; for its own people also rules and team."""
    actor = actor_or_none()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        staff = actor is not None and (
            is_coordinator(actor, antenna.id) or is_treasurer(actor, antenna.id) or is_operator(actor)
        )
        importer = actor is not None and may_see_books(actor, antenna.id)
        today = local_day(now(), antenna.timezone)
        return render_template(
            "antennas/show.html",
            here=antenna,
            staff=staff,
            importer=importer,
            boundaries=[boundary_name(each) for each in boundary_list(session, antenna.id) if each.active],
            coordinator=actor is not None and is_coordinator(actor, antenna.id),
            changer=actor is not None and (is_coordinator(actor, antenna.id) or is_operator(actor)),
            hours_on=rules_of(session, antenna.id).hours_on,
            overview=overview_of(public_releases(session, antenna.id)),
            stories=stories_for(session, [antenna.id], StoryUse.PUBLIC, today=today)[:STORIES_SHOWN],
        )


@bp.route("/antennas/<slug>/change", methods=["GET", "POST"])
@access(STAFF)
def change_antenna_page(slug: str) -> ResponseReturnValue:
    """Name, phone, hours and area, as they stand on every page and print."""
    actor, status, theirs = current_actor(), 200, None
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id) or is_operator(actor), actor, antenna.id)
        g.antenna_id = antenna.id
        told = AntennaForm.told_of(antenna)
        form = AntennaForm(data=told)
    if form.validate_on_submit():
        try:
            version = number_in(form.version.data) or 0
            transact(
                change_antenna,
                antenna.id,
                form.details(antenna.languages),
                version=version,
                actor=actor,
                now=now(),
            )
        except TimebankError as error:
            status = show_error(form, error)
            if isinstance(error, StaleError):
                theirs = written_meanwhile(form, AntennaForm(None, data=told))
                form.version.data = told["version"]
        else:
            flash(_("It is written down."), "success")
            return redirect(url_for("web.antenna_page", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    return render_template("antennas/change.html", here=antenna, form=form, theirs=theirs), shown


@bp.post("/antennas/<slug>/team/<int:mandate_id>/end")
@access(STAFF)
@proven
def end_role(slug: str, mandate_id: int) -> ResponseReturnValue:
    """A role ends now; its rights are gone with it."""
    transact(end_mandate, mandate_id, actor=current_actor(), now=now())
    flash(_("It is written down."), "success")
    return redirect(url_for("web.team", slug=slug))


@bp.route("/antennas/<slug>/team", methods=["GET", "POST"])
@access(STAFF)
@proven
def team(slug: str) -> ResponseReturnValue:
    """Who holds which role from when until when, and a new mandate."""
    actor, form, status = current_actor(), MandateForm(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
        g.antenna_id = antenna.id
        today = local_day(now(), antenna.timezone)
        holders = team_of(session, antenna.id, today)
        short = short_of_coordinators(session, antenna.id, today)
        people = list_members(session, antenna.id, actor=actor)
        form.person.choices = [("", _("Choose a name"))] + [(str(m.person_id), m.label) for m in people]
        ways_in = {str(m.person_id): _way_in(m, slug) for m in people}
    if request.method == "GET":
        last = today + timedelta(days=MANDATE_DAYS)
        form.starts_on.data, form.ends_on.data = f"{today:%d/%m/%Y}", f"{last:%d/%m/%Y}"
    if form.validate_on_submit():
        try:
            transact(give_mandate, form.mandate(antenna.id), actor=actor, now=now())
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(ways_in[form.person.data or ""], "success")
            return redirect(url_for("web.team", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    return render_template(
        "antennas/team.html", here=antenna, holders=holders, form=form, today=today, short=short
    ), shown


def _way_in(member: Member, slug: str) -> str:
    """What to tell someone who got a role: how to sign in with it, or what is missing for that."""
    if not member.person.email:
        return str(
            _(
                "It is written down. Without an e-mail address %(name)s can't sign in for the team: write one"
                " down with their details.",
                name=member.person.name,
            )
        )
    return str(
        _(
            "Tell them: they sign in as %(name)s. The first time they have a mail sent to their"
            " address, and then choose a password.",
            name=f"{slug}-{member.number}",
        )
    )

"""Writing a favour down: tell it, check the answers, done (with ten minutes to undo it)."""

from dataclasses import dataclass
from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import NotFoundError, TimebankError
from timebank.domain.permissions import Actor, Role, is_coordinator
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.asking.categories import categories_of
from timebank.services.giving.favour_lists import Neighbour, favour_view, known_to, neighbours
from timebank.services.giving.favours import NearDoubleError, log_favour, minutes_of
from timebank.services.giving.new_favour import NewFavour
from timebank.services.network.rules import rules_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.ask_pages import category_choices
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.giving.favour_forms import FavourForm
from timebank.web.giving.favour_people import read_people

LONG_LIST = 8
"""With more neighbours than this, those who are known come first and the others fold away."""
KNOWN_FIRST = 5
NOT_KEPT = frozenset(
    {
        "csrf_token",
        "neighbours",
        "receivers",
        *(f"{side}_{what}" for side in ("giver", "receiver") for what in ("names", "asked")),
    }
)
"""What the page that asks 'Is this right?' doesn't send on as it came."""


@dataclass(frozen=True)
class Telling:
    """Who tells, for whom, in which antenna, and whom they can choose."""

    antenna: Antenna
    member: Member | None
    people: tuple[Neighbour, ...]
    hours_on: bool
    known: tuple[Neighbour, ...] = ()
    """Of a long list, those with whom the member exchanged help last."""


@bp.route("/favours/new", methods=["GET", "POST"])
@access(SIGNED_IN)
def new_favour() -> ResponseReturnValue:
    """Tell it, check it, book it."""
    form, actor = FavourForm(), current_actor()
    if request.method == "GET":
        form.side.data = request.args.get("side", "gave")
        form.member.data = request.args.get("member", "")
        form.antenna.data = request.args.get("antenna", "")
        form.channel.data = request.args.get("channel", form.channel.data)
    with reading() as session:
        telling = _telling(session, form, actor)
        if request.method == "GET" or "change" in request.form:
            return _form(form, telling)
        try:
            if telling.member is None:
                read_people(session, form, telling.people, telling.antenna.id, actor=actor)
            new = form.told(local_day(now(), telling.antenna.timezone), telling.antenna.id)
            minutes, _travel = minutes_of(new, rules_of(session, telling.antenna.id))
        except TimebankError as error:
            return _form(form, telling, show_error(form, error))
    if "checked" not in request.form:
        names = {person.member_id: person.label for person in telling.people}
        return render_template(
            "favours/check.html",
            new=new,
            minutes=minutes,
            names=names,
            own_member=telling.member,
            antenna_name=telling.antenna.name,
            kept=_kept(form),
        )
    return _book(form, telling, new, actor)


def _kept(form: FavourForm) -> list[tuple[str, str]]:
    """What was told, with the people whom typed names meant."""
    people = [
        (field.name, str(each)) for field in (form.neighbours, form.receivers) for each in field.data or ()
    ]
    told = request.form.items(multi=True)
    return people + [(name, value) for name, value in told if name not in NOT_KEPT]


@bp.get("/favours/<uuid:uid>/done")
@access(SIGNED_IN)
def favour_done(uid: UUID) -> str:
    """It is written down; for ten minutes it can be undone."""
    with reading() as session:
        view = favour_view(session, uid, actor=current_actor(), now=now())
        more_slips = view.channel == Channel.SLIP and is_coordinator(current_actor(), view.antenna_id)
        return render_template("favours/done.html", favour=view, more_slips=more_slips)


def _book(form: FavourForm, telling: Telling, new: NewFavour, actor: Actor) -> ResponseReturnValue:
    try:
        outcome = once(form, lambda favour: {"uid": str(favour.uid)}, log_favour, new, actor=actor, now=now())
    except NearDoubleError as error:
        return _form(form, telling, show_error(form, error), double=str(error.params.get("uid", "")))
    except TimebankError as error:
        return _form(form, telling, show_error(form, error))
    return redirect(url_for("web.favour_done", uid=outcome.body["uid"]))


def _form(form: FavourForm, telling: Telling, status: int = 200, double: str = "") -> ResponseReturnValue:
    return render_template("favours/new.html", form=form, telling=telling, double=double), status


def _telling(session: Session, form: FavourForm, actor: Actor) -> Telling:
    """Settle for whom and in which antenna this is told.

    Raises:
        NotFoundError: nobody this actor may tell something for.
    """
    member = None
    if form.side.data == "others":
        ids = sorted(actor.antennas_as(Role.COORDINATOR, Role.ANTENNA_PERSON))
        wanted = number_in(form.antenna.data)
        antenna_id = wanted if wanted in ids else next(iter(ids), None)
    else:
        mine = [m.member_id for m in actor.memberships] + sorted(actor.helps)
        wanted = number_in(form.member.data)
        member_id = wanted if wanted in mine else next(iter(mine), None)
        member = None if member_id is None else session.get(Member, member_id)
        antenna_id = None if member is None else member.antenna_id
        form.member.data = str(member_id or "")
    if antenna_id is None:
        raise NotFoundError
    form.antenna.data = str(antenna_id)
    g.antenna_id = antenna_id
    people = neighbours(session, antenna_id, actor=actor)
    others = tuple(person for person in people if member is None or person.member_id != member.id)
    form.fill_choices(category_choices(categories_of(session, antenna_id)))
    rules = rules_of(session, antenna_id)
    known = () if member is None else _known(session, member, others)
    return Telling(session.get_one(Antenna, antenna_id), member, others, rules.hours_on, known)


def _known(session: Session, member: Member, others: tuple[Neighbour, ...]) -> tuple[Neighbour, ...]:
    if len(others) <= LONG_LIST:
        return ()
    by_id = {person.member_id: person for person in others}
    return tuple(by_id[each] for each in known_to(session, member.id, most=KNOWN_FIRST) if each in by_id)

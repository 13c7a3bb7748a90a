"""Writing an ask down: the words and who asks, then what was understood, then it is on the desk."""

from dataclasses import dataclass, replace

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import InvalidInputError, NotFoundError, TimebankError
from timebank.domain.permissions import Actor, Role, is_coordinator
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.services.asking.ask_guesses import understand_ask
from timebank.services.asking.ask_lists import members_called
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.giving.favour_lists import Neighbour, neighbours
from timebank.uow import reading
from timebank.web import bp
from timebank.web.asking.ask_forms import DetailsForm, TellForm
from timebank.web.asking.ask_pages import show_details
from timebank.web.errors import show_error
from timebank.web.forms import once


@dataclass(frozen=True)
class Asking:
    """Who writes an ask down, in which antenna, and for whom: their own member, or someone to be named."""

    antenna: Antenna
    own: Member | None
    people: tuple[Neighbour, ...]
    staff: bool


@bp.route("/asks/new", methods=["GET", "POST"])
@access(SIGNED_IN)
def new_ask() -> ResponseReturnValue:
    """In their own words first; the rest is guessed and only corrected."""
    form, actor = TellForm(), current_actor()
    if request.method == "GET":
        form.antenna.data = request.args.get("antenna", "")
        form.member.data = request.args.get("member", "")
        form.words.data = request.args.get("words", "")
        form.who.data = request.args.get("who", "")
    with reading() as session:
        asking = _asking(session, form, actor)
        if request.method == "GET" or "change" in request.form:
            return _tell(form, asking)
        try:
            new = _told(session, form, asking, actor)
        except TimebankError as error:
            return _tell(form, asking, show_error(form, error), found=error.params.get("found", ()))
        if not form.understood.data:
            return _details(session, form, None, asking, new)
    return _save(form, asking, new)


def _save(form: TellForm, asking: Asking, new: NewAsk) -> ResponseReturnValue:
    """Keep what was corrected, or show it again with what is wrong."""
    details, actor = DetailsForm(), current_actor()
    try:
        outcome = once(
            details, _encode, make_ask, replace(new, details=details.details()), actor=actor, now=now()
        )
    except TimebankError as error:
        status = show_error(details, error)
        with reading() as session:
            return _details(session, form, details, asking, new), status
    if not is_coordinator(actor, asking.antenna.id):
        flash(_("Thank you. A coordinator looks at it and lets you know."), "success")
    return redirect(url_for("web.ask", uid=outcome.body["uid"]))


def _tell(
    form: TellForm, asking: Asking, status: int = 200, found: tuple[Member, ...] = ()
) -> ResponseReturnValue:
    form.understood.data = ""
    return render_template("asks/tell.html", form=form, asking=asking, found=found), status


def _details(
    session: Session, form: TellForm, details: DetailsForm | None, asking: Asking, new: NewAsk
) -> str:
    """The second page: filled in from the words at first, afterwards as it was typed."""
    antenna = session.get_one(Antenna, asking.antenna.id)
    understood = understand_ask(session, antenna, new.words, today=local_day(now(), antenna.timezone))
    if details is None:
        details = DetailsForm(formdata=None)
        details.fill(understood.details)
    kept = [
        (name, form[name].data or "")
        for name in ("words", "who", "asker_phone", "drop_point", "consent_note")
    ]
    kept += [
        ("antenna", form.antenna.data or ""),
        ("member", str(new.member_id or "")),
        ("understood", "yes"),
    ]
    kept += [("channel", form.channel.data or "")] + ([("not_member", "y")] if form.not_member.data else [])
    asker = session.get(Member, new.member_id) if new.member_id else None
    return show_details(
        session,
        details,
        antenna,
        words=new.words,
        asker=asker.person.name if asker else new.asker_name,
        guess=understood.guess,
        flags=understood.flags,
        kept=kept,
        action=url_for("web.new_ask"),
        simple=not asking.staff,
    )


def _asking(session: Session, form: TellForm, actor: Actor) -> Asking:
    """Settle in which antenna this is asked, and whether for oneself.

    Raises:
        NotFoundError: the actor has no place in any antenna.
    """
    staffed = sorted(actor.antennas_as(Role.COORDINATOR, Role.ANTENNA_PERSON))
    mine = [m.member_id for m in actor.memberships] + sorted(actor.helps)
    wanted = number_in(form.member.data)
    for_own = wanted in mine and (not staffed or not form.antenna.data)
    if staffed and not for_own:
        chosen = number_in(form.antenna.data)
        antenna_id = chosen if chosen in staffed else staffed[0]
        own = None
    elif mine:
        own = session.get_one(Member, wanted if wanted in mine else mine[0])
        antenna_id = own.antenna_id
        form.member.data = str(own.id)
    else:
        raise NotFoundError
    g.antenna_id = antenna_id
    people = () if own else neighbours(session, antenna_id, actor=actor)
    form.antenna.data = "" if own else str(antenna_id)
    return Asking(session.get_one(Antenna, antenna_id), own, people, own is None)


def _told(session: Session, form: TellForm, asking: Asking, actor: Actor) -> NewAsk:
    """The ask as it was told, with who asks found among the members.

    Raises:
        InvalidInputError: no words, or nobody, or several people of that name (``found``).
    """
    if not (form.words.data or "").strip():
        raise InvalidInputError("words_missing", "Write down what is asked, in plain words.", field="words")
    member = asking.own or _find_asker(session, form, asking, actor)
    return NewAsk(
        antenna_id=asking.antenna.id,
        words=form.words.data or "",
        member_id=member.id if member else None,
        asker_name="" if member else form.who.data or "",
        asker_phone="" if member else form.asker_phone.data or "",
        channel=Channel.WEB if asking.own else Channel(form.channel.data or "phone"),
        drop_point=form.drop_point.data or "",
        consent_note=form.consent_note.data or "",
    )


def _find_asker(session: Session, form: TellForm, asking: Asking, actor: Actor) -> Member | None:
    said = (form.who.data or "").strip()
    if not said:
        raise InvalidInputError("asker_missing", "Say who asks.", field="asker")
    if form.not_member.data:
        return None
    found = members_called(session, asking.antenna.id, said, actor=actor)
    chosen = [member for member in found if str(member.id) == form.member.data]
    if chosen or len(found) == 1:
        return chosen[0] if chosen else found[0]
    if not found:
        raise InvalidInputError("asker_unknown", "We know no member called {name}.", field="asker", name=said)
    raise InvalidInputError(
        "asker_ambiguous", "Several members are called {name}.", field="asker", name=said, found=tuple(found)
    )


def _encode(ask: Ask) -> dict[str, str]:
    return {"uid": str(ask.uid)}

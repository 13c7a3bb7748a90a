"""A person's own statement: on screen, as PDF, XLSX and CSV; and who acted for them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Response, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.auth import SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.documents.sheets import as_csv, as_xlsx
from timebank.domain.days import local_day, network_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor
from timebank.ledger.model import TransferKind
from timebank.ledger.reading import Cursor
from timebank.models.member import Member
from timebank.paths import data_dir
from timebank.services.books.statement_lines import StatementLine
from timebank.services.books.statements import (
    ALL_LINES,
    LINES,
    Period,
    Statement,
    deeds_for,
    period_of,
    statement_for,
)
from timebank.services.network.rules import rules_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.words import DEED_WORDS, category_words, long_date, people_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/hours")
@access(SIGNED_IN)
def statement() -> ResponseReturnValue:
    """My hours over a month, a year, or since ever."""
    actor = current_actor()
    with reading() as session:
        member = _member(session, actor)
        shown = _statement(session, member, actor, LINES)
        chosen = _chosen(member)
        beside = _beside(shown.period, chosen["kind"], chosen["today"])
        chosen["hours_on"] = rules_of(session, member.antenna_id).hours_on
        return render_template("statements/show.html", statement=shown, member=member, **chosen, **beside)


@bp.get("/hours/<any(pdf, xlsx, csv):kind>")
@access(SIGNED_IN)
def statement_file(kind: str) -> ResponseReturnValue:
    """The same statement to keep or print."""
    actor = current_actor()
    with reading() as session:
        member = _member(session, actor)
        shown, chosen = _statement(session, member, actor, ALL_LINES), _chosen(member)
    header, rows = _rows(shown)
    if kind == "csv":
        return _file(as_csv(header, rows), "text/csv; charset=utf-8", "csv")
    if kind == "xlsx":
        return _file(as_xlsx(_("My hours"), header, rows), XLSX, "xlsx")
    static = data_dir("static")
    paper = {
        "css_url": (static / "css/sheet.css").as_uri(),
        "logo_url": (static / "img/logo-ink.svg").as_uri(),
    }
    page = render_template("print/statement.html", statement=shown, **paper, **chosen)
    return _file(render_pdf(page), "application/pdf", "pdf")


@bp.get("/hours/for-me")
@access(SIGNED_IN)
def for_me() -> str:
    """Who acted for me, or looked."""
    actor = current_actor()
    with reading() as session:
        member = _member(session, actor)
        return render_template(
            "statements/for_me.html", deeds=deeds_for(session, member, actor=actor), deed_words=DEED_WORDS
        )


def _member(session: Session, actor: Actor) -> Member:
    """The member whose statement is asked for: named in the address, or the actor's first place.

    Raises:
        NotFoundError: there is none.
    """
    wanted = request.args.get("member")
    ids = [m.member_id for m in actor.memberships] + sorted(actor.helps)
    if wanted:
        try:
            member = session.scalar(select(Member).where(Member.uid == UUID(wanted)))
        except ValueError:
            member = None
    else:
        member = session.get(Member, ids[0]) if ids else None
    if member is None:
        raise NotFoundError
    g.antenna_id = member.antenna_id
    return member


def _statement(session: Session, member: Member, actor: Actor, limit: int) -> Statement:
    chosen = _chosen(member)
    period = period_of(chosen["kind"], chosen["year"], chosen["month"])
    return statement_for(
        session, member, period, account=_account(), actor=actor, after=_cursor(), limit=limit
    )


def _account() -> UUID | None:
    """The earlier account that the address names.

    Raises:
        NotFoundError: it names something else.
    """
    wanted = request.args.get("account")
    try:
        return None if wanted is None else UUID(wanted)
    except ValueError:
        raise NotFoundError from None


def _chosen(member: Member) -> dict[str, Any]:
    today = local_day(now(), member.antenna.timezone)
    usual = "year" if "account" not in request.args else "ever"
    kind = request.args.get("period", usual)
    return {
        "kind": kind if kind in ("month", "year", "ever") else usual,
        "year": request.args.get("year", today.year, type=int),
        "month": request.args.get("month", today.month, type=int),
        "today": today,
    }


def _beside(period: Period, kind: str, today: date) -> dict[str, date | None]:
    """The first day of the period before this one, and of the one after it if it has begun."""
    if period.start is None or period.end is None:
        return {"earlier": None, "later": None}
    later = period.end + timedelta(days=1)
    before = period.start - timedelta(days=1)
    return {
        "earlier": before.replace(day=1, month=1 if kind == "year" else before.month),
        "later": later if later <= today else None,
    }


def _cursor() -> Cursor | None:
    parts = request.args.get("after", "").split(".")
    try:
        return Cursor(date.fromisoformat(parts[0]), int(parts[1]), int(parts[2]))
    except (ValueError, IndexError):
        return None


def _rows(shown: Statement) -> tuple[list[str], list[list[object]]]:
    header = [
        _("Day"),
        _("Written down"),
        _("With whom"),
        _("What"),
        _("Minutes given"),
        _("Minutes received"),
        _("Minutes then"),
    ]
    rows: list[list[object]] = [
        [
            line.done_on,
            network_day(line.recorded_at),
            people_words(line.others),
            _what(line),
            max(line.minutes, 0),
            max(-line.minutes, 0),
            line.balance_minutes,
        ]
        for line in shown.lines
    ]
    return header, rows


def _what(line: StatementLine) -> str:
    """What was done, and of a correction that it is one and of which day."""
    said = category_words(line.category) or line.note
    if line.kind is not TransferKind.REVERSAL:
        return said
    back = _("Taken back, on an earlier account") if line.on_earlier else _("Taken back")
    day = line.concerns_on and _("concerns %(day)s", day=long_date(line.concerns_on))
    return ", ".join(part for part in (back, said, day) if part)


def _file(content: bytes, kind: str, ending: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="timebank.{ending}"'
    return response

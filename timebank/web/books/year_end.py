"""The books at a year's end: on screen, and what is printed for the meeting that closes them."""

from typing import Any

from flask import Response, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.documents.pdf import render_pdf
from timebank.documents.sheets import as_xlsx
from timebank.domain.days import local_day
from timebank.domain.permissions import is_coordinator
from timebank.domain.rules import RULE_NAMES, format_rule
from timebank.paths import data_dir
from timebank.services.books.year_close import SECONDS
from timebank.services.books.year_end import YearEnd, year_end_of
from timebank.services.membership.member_lists import team_of
from timebank.services.network.antennas import find_antenna
from timebank.services.network.rules import rules_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.books.book_words import ACCOUNT_WORDS, HANGING_WORDS, STEP_WORDS, TRANSFER_WORDS
from timebank.web.network.rule_words import RULE_WORDS, value_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOARD_RULES = tuple(name for name in RULE_NAMES if not name.startswith("weight_"))
"""What a board decides on; how suggestions are weighed is the coordinators' own."""


@bp.get("/antennas/<slug>/books/year")
@access(STAFF)
def year_end(slug: str) -> str:
    """Trial balance, what hangs, the pot, and what to print."""
    return render_template("antennas/year.html", **_shown(slug))


@bp.get("/antennas/<slug>/books/year/<any(balance, minutes, pot):what>.pdf")
@access(STAFF)
def year_end_print(slug: str, what: str) -> ResponseReturnValue:
    """The year's balance, the sheet for the meeting's minutes, or the pot without a name, to hang up."""
    static = data_dir("static")
    page = render_template(
        f"print/year_{what}.html",
        css_url=(static / "css/sheet.css").as_uri(),
        logo_url=(static / "img/logo-ink.svg").as_uri(),
        **_shown(slug),
    )
    return _file(render_pdf(page), "application/pdf", f"{what}.pdf")


@bp.get("/antennas/<slug>/books/year/balance.xlsx")
@access(STAFF)
def year_end_sheet(slug: str) -> ResponseReturnValue:
    """The trial balance as a sheet, in minutes."""
    books: YearEnd = _shown(slug)["books"]
    header = [_("Accounts"), _("With"), _("How many"), _("More given"), _("More received"), _("Minutes")]
    rows: list[list[object]] = [
        [
            str(ACCOUNT_WORDS[row.kind]),
            row.other,
            row.accounts,
            row.more_given_minutes,
            row.more_received_minutes,
            row.minutes,
        ]
        for row in books.trial
    ]
    accounts = sum(row.accounts for row in books.trial)
    given = sum(row.more_given_minutes for row in books.trial)
    received = sum(row.more_received_minutes for row in books.trial)
    rows.append([_("Together"), "", accounts, given, received, books.total_minutes])
    return _file(as_xlsx(str(books.year), header, rows), XLSX, "balance.xlsx")


def _shown(slug: str) -> dict[str, Any]:
    """What the page and every print of one year are made of; the year is this one where none is asked for."""
    actor, moment = current_actor(), now()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        today = local_day(moment, antenna.timezone)
        year = request.args.get("year", today.year, type=int)
        books = year_end_of(session, antenna, year, actor=actor, now=moment)
        rules = rules_of(session, antenna.id)
        stored = {name: format_rule(getattr(rules, name)) for name in BOARD_RULES}
        return {
            "here": antenna,
            "books": books,
            "today": today,
            "this_year": today.year,
            "coordinator": is_coordinator(actor, antenna.id),
            "rules": [(RULE_WORDS[name], value_words(name, stored[name])) for name in BOARD_RULES],
            "team": [
                person.name
                for mandate, person in team_of(session, antenna.id, today)
                if mandate.role in SECONDS and mandate.starts_on <= today
            ],
            "account_words": ACCOUNT_WORDS,
            "transfer_words": TRANSFER_WORDS,
            "hanging_words": HANGING_WORDS,
            "step_words": STEP_WORDS,
        }


def _file(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response

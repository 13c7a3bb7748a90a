"""The rules of an antenna: what holds now, every decision, and a new one."""

import re
from decimal import Decimal
from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, StringField
from wtforms.validators import DataRequired

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, TimebankError
from timebank.domain.permissions import Actor, is_coordinator, is_operator, is_treasurer, require
from timebank.domain.quarters import parse_minutes
from timebank.domain.rules import RULE_NAMES, format_rule, rule_range
from timebank.models.antenna import Antenna
from timebank.services.network.antennas import find_antenna
from timebank.services.network.rules import decide_rule, decisions_of, rules_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, read_day
from timebank.web.network.rule_words import CHOICE_WORDS, RULE_WORDS, value_words
from timebank.web.signing_in.proving import proven

PLAIN = frozenset(name for name in RULE_NAMES if name == "undo_minutes" or not name.endswith("_minutes"))
"""Rules that are said as a plain number; the other times are said in hours."""


class DecisionForm(TimebankForm):
    """What was decided, when, and by whom."""

    decided_on = StringField(_l("On which day was it decided? (day/month/year)"))
    decided_by = StringField(_l("Who took this decision?"), description=_l("For example: the board"))


class ChoiceForm(DecisionForm):
    """A rule with a few values."""

    value = RadioField(_l("From now on"), [DataRequired(_l("Choose one of these."))])


class NumberForm(DecisionForm):
    """A rule that is a number of hours, days or minutes."""

    value = StringField(_l("From now on"), [DataRequired(_l("Write down the new value."))])


@bp.get("/antennas/<slug>/rules")
@access(STAFF)
def rules(slug: str) -> str:
    """The rules in force, and every decision about them."""
    with reading() as session:
        antenna = _antenna(session, slug, current_actor())
        found = rules_of(session, antenna.id)
        stored = {name: format_rule(getattr(found, name)) for name in RULE_NAMES}
        return render_template(
            "antennas/rules.html",
            here=antenna,
            rows=[(name, RULE_WORDS[name], value_words(name, stored[name])) for name in RULE_NAMES],
            decisions=decisions_of(session, antenna.id),
            rule_words=RULE_WORDS,
            value_words=value_words,
        )


@bp.route("/antennas/<slug>/rules/<rule>", methods=["GET", "POST"])
@access(STAFF)
@proven
def rule_page(slug: str, rule: str) -> ResponseReturnValue:
    """Log a decision about one rule."""
    actor, status = current_actor(), 200
    with reading() as session:
        antenna = _antenna(session, slug, actor)
        if rule not in RULE_WORDS:
            raise NotFoundError
        stored = format_rule(getattr(rules_of(session, antenna.id), rule))
    form = _form(rule, stored, f"{local_day(now(), antenna.timezone):%d/%m/%Y}")
    if form.validate_on_submit():
        try:
            _decide(form, antenna, rule, actor)
        except TimebankError as error:
            status = show_error(form, error)
        else:
            flash(_("The decision is logged and holds from now on."), "success")
            return redirect(url_for("web.rules", slug=slug))
    shown = 422 if form.errors and status == 200 else status
    words = {"rule": rule, "question": RULE_WORDS[rule], "present": value_words(rule, stored)}
    return render_template("antennas/rule.html", here=antenna, form=form, plain=rule in PLAIN, **words), shown


def _antenna(session: Session, slug: str, actor: Actor) -> Antenna:
    """The antenna, for who may decide in it.

    Raises:
        NotAllowedError, NotFoundError: not its coordinator or treasurer, nor the operator.
    """
    antenna = find_antenna(session, slug)
    allowed = is_coordinator(actor, antenna.id) or is_treasurer(actor, antenna.id) or is_operator(actor)
    require(allowed, actor, antenna.id)
    g.antenna_id = antenna.id
    return antenna


def _form(rule: str, stored: str, today: str) -> ChoiceForm | NumberForm:
    if rule in CHOICE_WORDS:
        chosen = ChoiceForm(data={"value": stored, "decided_on": today})
        chosen.value.choices = list(CHOICE_WORDS[rule].items())
        return chosen
    return NumberForm(data={"value": _as_typed(rule, int(stored)), "decided_on": today})


def _as_typed(rule: str, value: int) -> str:
    if rule in PLAIN or value == 0:
        return str(value)
    hours, rest = divmod(abs(value), 60)
    return f"{hours}u{rest:02}" if rest else str(hours)


def _decide(form: ChoiceForm | NumberForm, antenna: Antenna, rule: str, actor: Actor) -> None:
    told: dict[str, Any] = {
        "decided_on": read_day(form.decided_on.data or "", "decided_on"),
        "decided_by": form.decided_by.data or "",
    }
    value = str(form.value.data).strip()
    if rule not in CHOICE_WORDS:
        value = _number(rule, value)
    transact(decide_rule, antenna.id, rule, value, **told, actor=actor, now=now())


def _number(rule: str, said: str) -> str:
    """The number that a decision stores. A floor is said as time received, and kept below zero.

    Raises:
        InvalidInputError: it isn't a number, or lies outside the rule's range.
    """
    low, high = rule_range(rule)
    received = high <= 0
    if received:
        low, high = -high, -low
    code, size = ("rule_number", 1) if rule in PLAIN else ("rule_hours", 60)
    try:
        number = int(said) if rule in PLAIN else _minutes(said)
    except (ValueError, InvalidInputError):
        number = low - 1
    if not low <= number <= high:
        smallest = low // size if low % size == 0 else round(low / size, 2)
        raise InvalidInputError(
            code, "Write a number between {low} and {high}.", field="value", low=smallest, high=high // size
        )
    return str(-number if received else number)


def _minutes(said: str) -> int:
    """A plain number is hours, however many; anything else is time as people say it."""
    if re.fullmatch(r"[0-9]{1,5}([.,][0-9]{1,2})?", said):
        return round(Decimal(said.replace(",", ".")) * 60)
    if hours := re.fullmatch(r"([0-9]{1,5})\s*(?:u|uur|h|heures?|hours?)\.?\s*([0-5][0-9])?", said.lower()):
        return int(hours[1]) * 60 + int(hours[2] or 0)
    return parse_minutes(said)

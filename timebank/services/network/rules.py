"""An antenna's rules in force, and the decisions that changed them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from timebank.domain.days import network_day
from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import Actor, is_coordinator, is_operator, is_treasurer, require
from timebank.domain.rules import Rules, check_rules, format_rule, parse_rule, rules_from
from timebank.models.antenna import RuleDecision
from timebank.models.member import Person
from timebank.orm import table_of
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import apply_limits_everywhere

DECISION = table_of(RuleDecision).c
DECIDED = (
    select(DECISION.rule, DECISION.value)
    .where(DECISION.antenna_id == bindparam("antenna_id"))
    .order_by(DECISION.id)
)
_LIMIT_RULES = frozenset(
    {"floor_minutes", "floor_action", "ceiling_minutes", "ceiling_action", "clearing_ceiling_minutes"}
)


@dataclass(frozen=True)
class Decision:
    """One logged change of a rule, as the antenna's page lists it."""

    rule: str
    value: str
    decided_on: date
    decided_by: str
    recorded_by: str
    recorded_at: datetime


def rules_of(session: Session, antenna_id: int) -> Rules:
    """The rules in force in this antenna."""
    rows = session.execute(DECIDED, {"antenna_id": antenna_id})
    return rules_from((rule, value) for rule, value in rows)


def decisions_of(session: Session, antenna_id: int) -> tuple[Decision, ...]:
    """Every decision about this antenna's rules, newest first."""
    rows = session.execute(
        select(RuleDecision, Person.given_name, Person.family_name)
        .outerjoin(Person, Person.id == RuleDecision.recorded_by_id)
        .where(RuleDecision.antenna_id == antenna_id)
        .order_by(RuleDecision.id.desc())
    )
    return tuple(
        Decision(
            rule=row.rule,
            value=row.value,
            decided_on=row.decided_on,
            decided_by=row.decided_by,
            recorded_by=f"{given or ''} {family or ''}".strip(),
            recorded_at=row.recorded_at,
        )
        for row, given, family in rows
    )


def decide_rule(
    session: Session,
    antenna_id: int,
    rule: str,
    value: str,
    *,
    decided_on: date,
    decided_by: str,
    actor: Actor,
    now: datetime,
) -> Rules:
    """Log a decision that sets ``rule`` to ``value``; the rules from now on.

    Raises:
        InvalidInputError: unknown rule, value out of range, or no name of who took the decision.
        NotAllowedError: not a coordinator, treasurer or operator.
    """
    allowed = is_coordinator(actor, antenna_id) or is_treasurer(actor, antenna_id) or is_operator(actor)
    require(allowed, actor, antenna_id)
    _check_decision(decided_by, decided_on, network_day(now))
    stored = format_rule(parse_rule(rule, value))
    session.add(
        RuleDecision(
            antenna_id=antenna_id,
            rule=rule,
            value=stored,
            decided_on=decided_on,
            decided_by=decided_by.strip(),
            recorded_by_id=actor.person_id or None,
            recorded_at=now,
        )
    )
    session.flush()
    rules = rules_of(session, antenna_id)
    check_rules(rules)
    if rule in _LIMIT_RULES:
        apply_limits_everywhere(session, antenna_id, rules)
    write_down(session, "decide_rule", actor=actor, now=now, antenna_id=antenna_id, subject=f"rule:{rule}")
    return rules


def _check_decision(decided_by: str, decided_on: date, today: date) -> None:
    if not decided_by.strip():
        raise InvalidInputError(
            "decided_by_missing", "Write down who took this decision, and it is logged.", field="decided_by"
        )
    if decided_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="decided_on"
        )

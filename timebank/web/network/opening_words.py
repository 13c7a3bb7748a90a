"""The steps of opening an antenna in words: what each is called, why it is there, where it is done."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.domain.opening import Step
from timebank.models.antenna import Antenna
from timebank.services.network.practice import PracticeAsk


@dataclass(frozen=True)
class StepWords:
    """A step's name, one sentence why, and the link that leads to it."""

    name: LazyString
    why: LazyString
    link: LazyString | None = None


STEP_WORDS = {
    Step.PARTNER: StepWords(
        _l("The partner"),
        _l("A service centre or another organisation gives you a place and stands behind you."),
    ),
    Step.AREA: StepWords(
        _l("The area and how to reach us"),
        _l("Neighbours must know which streets are yours, and which number they can call."),
        _l("Details of the antenna"),
    ),
    Step.PEOPLE: StepWords(
        _l("The first neighbours"),
        _l("With six people who know one another a little, there is someone for most asks."),
        _l("Write a neighbour in"),
    ),
    Step.BOUNDARIES: StepWords(
        _l("What neighbours don't do"),
        _l("Read the list together, so that nobody has to say no alone at a door."),
        _l("What neighbours don't do"),
    ),
    Step.HOURS: StepWords(
        _l("Hours on or off"),
        _l("Some groups count hours and others only say thank you: decide it together, at the start."),
        _l("Decide whether hours count"),
    ),
    Step.KINDS: StepWords(
        _l("Kinds of help"),
        _l("Look whether the list has what people here ask for, and add what is missing."),
        _l("Kinds of help"),
    ),
    Step.TEAM: StepWords(
        _l("A team of two, and someone who steps in"),
        _l(
            "Two coordinators and a third person with a role: so nobody carries it alone, and someone steps in."
        ),
        _l("The team"),
    ),
    Step.PRINTS: StepWords(
        _l("The print kit"),
        _l("Paper reaches who has no computer: print the card for helpers and hang up your number."),
        _l("The card for helpers"),
    ),
    Step.ASKS: StepWords(
        _l("The first asks"),
        _l("The team itself asks first: who sees that it is all right to ask dares to ask, too."),
        _l("Write an ask down"),
    ),
}


def step_link(step: Step, here: Antenna, *, coordinator: bool) -> str | None:
    """Where this step is done; None where the reader has no way in. The operator has few."""
    if step is Step.AREA:
        return url_for("web.change_antenna_page", slug=here.slug)
    if step is Step.HOURS:
        return url_for("web.rule_page", slug=here.slug, rule="hours_on")
    if not coordinator:
        return None
    return {
        Step.PEOPLE: url_for("web.new_member", antenna=here.slug),
        Step.BOUNDARIES: url_for("web.boundaries", slug=here.slug),
        Step.KINDS: url_for("web.categories", slug=here.slug),
        Step.TEAM: url_for("web.team", slug=here.slug),
        Step.PRINTS: url_for("web.boundary_card", slug=here.slug),
        Step.ASKS: url_for("web.new_ask", antenna=here.id),
    }.get(step)


def practice_words() -> tuple[PracticeAsk, ...]:
    """Three invented asks, in the language of who puts them in."""
    name = _("Someone invented")
    return (
        PracticeAsk(_("Practice: who brings me to the eye doctor on Thursday?"), name, "lift"),
        PracticeAsk(_("Practice: the bulb in my hall is broken."), name, "odd_job"),
        PracticeAsk(_("Practice: I would like someone to have coffee with."), name, "visit"),
    )

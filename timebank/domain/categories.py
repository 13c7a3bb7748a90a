"""The kinds of small help that every antenna starts with; pages show them in the reader's words."""

CATEGORIES: tuple[str, ...] = (
    "visit",
    "phone_call",
    "walk",
    "lift",
    "public_transport",
    "errands",
    "paperwork",
    "phone_and_computer",
    "odd_job",
    "garden",
    "pets_and_plants",
    "cooking",
    "meal",
    "lending",
    "parcels_and_keys",
    "lessons",
    "workshop",
    "gathering",
    "antenna_work",
    "other",
)
"""Codes of categories (DOMAIN.md 1a, 'small jobs'; section 2, what is done). An empty text is 'not said'."""

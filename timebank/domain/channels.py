"""How something reached the antenna, and how a person likes to be reached."""

import enum


class Channel(enum.StrEnum):
    """The way in: paper, phone and a talk rank with the web."""

    TALK = "talk"
    PHONE = "phone"
    CARD = "card"
    SLIP = "slip"
    WEB = "web"
    LETTER = "letter"
    MAIL = "mail"
    IMPORT = "import"
    API = "api"


class ContactChannel(enum.StrEnum):
    """The way out that a member prefers for letters, reminders and statements."""

    PHONE = "phone"
    LETTER = "letter"
    MAIL = "mail"
    TALK = "talk"


LANGUAGES: tuple[str, ...] = ("nl", "fr", "en")
"""The languages of pages and prints, Dutch first."""

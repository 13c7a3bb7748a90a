"""What members are asked a yes for, in words; change them together with ``domain.consents.TEXT_VERSION``."""

from flask_babel import lazy_gettext as _l

from timebank.domain.consents import LookReason, Purpose

CONSENT_TITLES = {
    Purpose.PARTNER_LOOK: _l("The service centre may ask whether I take part"),
    Purpose.NEWS: _l("News and invitations from my antenna"),
    Purpose.QUESTIONS: _l("Questions about how I am doing"),
}
CONSENT_TEXTS = {
    Purpose.PARTNER_LOOK: _l(
        "A service centre that supports the antenna may ask whether I take part. It hears yes and since when, "
        "and nothing else: no hours, no favours, no names. I can see each time that it asked."
    ),
    Purpose.NEWS: _l(
        "My antenna may send me news and invitations, in the way I like to be reached. "
        "Letters about my own favours come in any case."
    ),
    Purpose.QUESTIONS: _l(
        "My antenna may ask me now and then how I am doing. What I answer is only counted together with the "
        "answers of many others."
    ),
}
LOOK_REASONS = {
    LookReason.WELCOME: _l("to know whether they are in touch with neighbours"),
    LookReason.FOLLOW_UP: _l("to see how an earlier contact went"),
    LookReason.OTHER: _l("another reason"),
}

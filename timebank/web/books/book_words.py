"""The books in words: kinds of accounts and transfers, what hangs and what to do about it."""

from flask_babel import lazy_gettext as _l

from timebank.ledger.model import AccountKind, TransferKind
from timebank.services.books.hanging import HangingKind

ACCOUNT_WORDS = {
    AccountKind.MEMBER: _l("Members"),
    AccountKind.HOUSEHOLD: _l("Members who share an account"),
    AccountKind.POT: _l("The pot"),
    AccountKind.CLEARING: _l("Between antennas"),
}

TRANSFER_WORDS = {
    TransferKind.FAVOUR: _l("A favour"),
    TransferKind.GIFT: _l("A gift"),
    TransferKind.GRANT: _l("From the pot"),
    TransferKind.WELCOME: _l("Welcome"),
    TransferKind.ANTENNA_WORK: _l("Work for the antenna"),
    TransferKind.MOVE: _l("Brought along"),
    TransferKind.CLOSING: _l("At a goodbye"),
    TransferKind.REVERSAL: _l("Taken back"),
}

HANGING_WORDS = {
    HangingKind.UNCONFIRMED: _l("Nobody said yes yet"),
    HangingKind.DISPUTED: _l("Still being talked about"),
    HangingKind.PROPOSED: _l("Hours from the pot that wait for a second person"),
    HangingKind.LATE_SLIP: _l("Paper slips that came late"),
    HangingKind.REVERSED: _l("Taken back this year"),
    HangingKind.OVER_LIMIT: _l("Further than the rules say"),
    HangingKind.QUIET: _l("Not seen for a year"),
    HangingKind.DORMANT: _l("Not seen for two years"),
}

STEP_WORDS = {
    HangingKind.UNCONFIRMED: _l("Ring who was helped and ask whether it is right."),
    HangingKind.DISPUTED: _l("Talk with both, and write down what you agreed on."),
    HangingKind.PROPOSED: _l("Someone else of the team says yes or no."),
    HangingKind.LATE_SLIP: _l("Nothing has to be done. Agree on where slips are handed in, and by when."),
    HangingKind.REVERSED: _l("Nothing has to be done. Read them once together: does one mistake come back?"),
    HangingKind.OVER_LIMIT: _l("Have a talk: what would they like to ask, to do, or to give away?"),
    HangingKind.QUIET: _l("Ring and ask how they are. An ask is as welcome as an offer."),
    HangingKind.DORMANT: _l("Visit, or ring once more. Do they want to stay a member, or rest for a while?"),
}

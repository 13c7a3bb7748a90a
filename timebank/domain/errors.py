"""One tree of errors: each has a code for machines and an English message for people.

A page shows the message of the code in the reader's language (``timebank.web.errors``); the API
shows the code and the message. ``params`` fill the message and are safe to show to who asked.
"""

from typing import Any, ClassVar


class TimebankError(Exception):
    """Whatever the timebank refuses or cannot do, with a stable code.

    ``code`` is for machines, ``message`` is an English sentence with ``{names}`` that ``params``
    fill, ``status`` is the HTTP status that both doors answer with.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = "Something went wrong."
    status: ClassVar[int] = 400

    def __init__(self, code: str | None = None, message: str | None = None, **params: Any) -> None:
        self.error_code = code or self.code
        self.template = message or self.message
        self.params = params
        super().__init__(self.text)

    @property
    def text(self) -> str:
        """The English sentence, filled in."""
        return self.template.format(**self.params)


class NotFoundError(TimebankError):
    """What was asked for doesn't exist, or this actor may not know that it does."""

    code = "not_found"
    message = "We can't find that."
    status = 404


class NotSignedInError(TimebankError):
    """Nobody is signed in, or a token is unknown, over or revoked."""

    code = "not_signed_in"
    message = "Send a valid token: Authorization: Bearer <token>."
    status = 401


class NotAllowedError(TimebankError):
    """This actor may not do this."""

    code = "not_allowed"
    message = "You can't do this. Call your antenna if you think you should."
    status = 403


class SelfConfirmationError(NotAllowedError):
    """Someone confirms hours of their own, or of their household, on someone else's behalf."""

    code = "self_confirmation"
    message = "You can't confirm hours of your own or of your household for someone else."


class WrongStateError(TimebankError):
    """The step isn't possible from where the thing is now."""

    code = "wrong_state"
    message = "This can't be done any more: it is already {state}."
    status = 409


class StaleError(TimebankError):
    """Someone changed this while it was being edited."""

    code = "stale"
    message = "Someone changed this while you were writing."
    status = 412


class InvalidInputError(TimebankError):
    """What was typed can't be used; ``field`` in ``params`` names where, if known."""

    code = "invalid_input"
    message = "Please check what you typed."
    status = 422


class LimitError(TimebankError):
    """A limit that the antenna's rules say refuses."""

    code = "limit"
    message = "This would go beyond a limit of the antenna."
    status = 422


class PeriodClosedError(TimebankError):
    """The day lies in a period that the antenna has closed."""

    code = "period_closed"
    message = "The books are closed up to {closed_through}. Date it later and say which day it concerns."
    status = 422


class AccountClosedError(TimebankError):
    """One of the two accounts is closed."""

    code = "account_closed"
    message = "One of the two accounts is closed."
    status = 422


class KeyReusedError(TimebankError):
    """A request key came back with another content."""

    code = "key_reused"
    message = "This request key was used before for something else."
    status = 422


class RequestRunningError(TimebankError):
    """The same request is still being worked on."""

    code = "request_running"
    message = "We are still working on this. Wait a moment and look again."
    status = 409


class ReversalError(TimebankError):
    """A reversal that names no transfer, a reversal, or one that was reversed already."""

    code = "bad_reversal"
    message = "This was already corrected, or is a correction itself."
    status = 409


class BusyError(TimebankError):
    """The database didn't answer in time, after all retries."""

    code = "busy"
    message = "It's very busy right now. Nothing was lost: try again in a minute."
    status = 503

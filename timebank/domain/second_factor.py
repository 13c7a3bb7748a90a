"""The six digits of an app, new every half minute (TOTP, RFC 6238), without anything that is stored.

A secret is made of the installation's own key and a person's salt: whoever has the database alone has no secret.
"""

import base64
import hmac
import re
from datetime import datetime

import pyotp

STEP_SECONDS = 30
SKEW_STEPS = 1
"""A phone's clock may be half a minute off, to either side."""
SECRET_BYTES = 20
"""The length that RFC 4226 asks for, and that every app takes."""


def secret_of(key: str, salt: bytes) -> str:
    """The secret behind this salt, in the letters (base32) that apps read: HMAC-SHA256 of the salt."""
    digest = hmac.digest(key.encode(), b"second factor:" + salt, "sha256")
    return base64.b32encode(digest[:SECRET_BYTES]).decode()


def plain_digits(typed: str) -> str | None:
    """Six digits however they were grouped, or None for anything else."""
    digits = "".join(typed.split())
    return digits if re.fullmatch(r"[0-9]{6}", digits) else None


def step_that_fits(secret: str, digits: str, *, now: datetime) -> int | None:
    """The newest half minute, counted since 1970, that has these digits; None where none near ``now`` has."""
    app, current = pyotp.TOTP(secret, interval=STEP_SECONDS), int(now.timestamp()) // STEP_SECONDS
    near = range(current - SKEW_STEPS, current + SKEW_STEPS + 1)
    fitting = [step for step in near if hmac.compare_digest(app.generate_otp(step), digits)]
    return max(fitting, default=None)


def address_for_app(secret: str, name: str, issuer: str) -> str:
    """What the square says that an app scans: ``otpauth://totp/...``, with whose it is and of what."""
    return pyotp.TOTP(secret, interval=STEP_SECONDS).provisioning_uri(name=name, issuer_name=issuer)

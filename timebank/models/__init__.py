"""The tables, one aggregate a file. Importing this package makes all of them known."""

from timebank.models import (
    antenna,
    audit,
    favour,
    gift,
    importing,
    login,
    member,
    notice,
    request_key,
)

__all__ = [
    "antenna",
    "audit",
    "favour",
    "gift",
    "importing",
    "login",
    "member",
    "notice",
    "request_key",
]

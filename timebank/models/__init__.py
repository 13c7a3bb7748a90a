"""The tables, one aggregate a file. Importing this package makes all of them known."""

from timebank.models import (
    antenna,
    audit,
    directory,
    favour,
    gift,
    importing,
    login,
    member,
    notice,
    request_key,
    signal,
)

__all__ = [
    "antenna",
    "audit",
    "directory",
    "favour",
    "gift",
    "importing",
    "login",
    "member",
    "notice",
    "request_key",
    "signal",
]

"""The tables, one aggregate a file. Importing this package makes all of them known."""

from timebank.models import (
    antenna,
    ask,
    audit,
    category,
    desk,
    favour,
    gift,
    importing,
    login,
    matching,
    member,
    notice,
    offer,
    proposal,
    request_key,
)

__all__ = [
    "antenna",
    "ask",
    "audit",
    "category",
    "desk",
    "favour",
    "gift",
    "importing",
    "login",
    "matching",
    "member",
    "notice",
    "offer",
    "proposal",
    "request_key",
]

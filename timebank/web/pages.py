"""Every module with pages, in one list; importing them puts their routes on the blueprint."""

import importlib

MODULES = (
    "start",
    "home",
    "sign_in",
    "sessions",
    "tokens",
    "gifts",
    "notices",
    "favours",
    "favour_log",
    "asks",
    "ask_intake",
    "proposals",
    "answers",
    "calls",
    "calendar",
    "plans",
    "desk",
    "offers",
    "statements",
    "members",
    "helpers",
    "households",
    "member_endings",
    "antennas",
    "books",
    "rules",
    "imports",
    "directory",
    "directory_import",
    "signals",
    "referrals",
    "boundaries",
    "categories",
)


def load() -> None:
    """Import every module with pages."""
    for name in MODULES:
        importlib.import_module(f"timebank.web.{name}")

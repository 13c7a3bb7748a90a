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
    "consents",
    "partner_looks",
    "retention",
    "own_file",
    "households",
    "member_endings",
    "hours_wishes",
    "condolences",
    "antennas",
    "opening",
    "books",
    "year_end",
    "archive",
    "rules",
    "reports",
    "imports",
    "directory",
    "directory_import",
    "signals",
    "stories",
    "gatherings",
    "population",
    "questionnaires",
    "referrals",
    "boundaries",
    "releases",
    "partner",
    "participation",
    "categories",
    "roster",
    "searching",
)


def load() -> None:
    """Import every module with pages."""
    for name in MODULES:
        importlib.import_module(f"timebank.web.{name}")

"""The commands of the operator's shell: ``flask <command>``."""

import importlib

from flask import Flask

MODULES: tuple[str, ...] = (
    "books",
    "opening",
    "staff",
    "second_factor",
    "demo",
    "demo_sign_in",
    "importing",
    "releases",
    "archive",
    "retention",
    "backup",
)


def register(app: Flask) -> None:
    """Add every command to the app."""
    for name in MODULES:
        importlib.import_module(f"timebank.cli.{name}").register(app)

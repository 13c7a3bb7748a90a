"""A build hook: compiles the translations, so that a wheel holds them ready to use."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Called by hatchling before it gathers the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write a ``.mo`` beside every ``.po`` of the package."""
        for source in sorted(Path(self.root, "timebank").rglob("*.po")):
            with source.open("rb") as read, source.with_suffix(".mo").open("wb") as written:
                write_mo(written, read_po(read))

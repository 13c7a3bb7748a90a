"""What an archive asks of the database: room and time while it is written, and not a moment longer."""

import pytest
from flask import Flask
from sqlalchemy import text

from tests.factories import NOW, World
from timebank.domain.permissions import SYSTEM
from timebank.services.archives.archiving import archive_of
from timebank.uow import reading

WISHES = ("work_mem", "statement_timeout", "jit")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_may_take_its_time_for_an_archive_and_for_nothing_else(app: Flask, world: World) -> None:
    """With 4 MB for the ids of 100,000 favours, an archive of them took longer than anybody waited."""
    with reading() as session:
        before = [session.scalar(text(f"SHOW {name}")) for name in WISHES]
    with reading() as session:
        archive_of(session, world.antenna, actor=SYSTEM, now=NOW)
        assert [session.scalar(text(f"SHOW {name}")) for name in WISHES] == ["256MB", "0", "off"]
    with reading() as session:
        assert [session.scalar(text(f"SHOW {name}")) for name in WISHES] == before

"""An antenna leaves with everything it has, and arrives elsewhere as it was."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import JSON, select, text

from tests import archives
from tests.conftest import BOTH
from tests.factories import World, make_world
from timebank.clock import now
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.orm import Base
from timebank.services.archives.archive_scope import ELSEWHERE, HELD, LEFT_OUT, OMITTED
from timebank.uow import reading

SECRETS = ("hash", "token", "password", "secret")


@pytest.fixture
def world(app: Flask, client: FlaskClient) -> World:
    world = make_world(now())
    archives.fill(world, client)
    return world


def told(app: Flask, *words: str, code: int = 0) -> str:
    answer = app.test_cli_runner().invoke(args=list(words))
    assert answer.exit_code == code, answer.output
    return answer.output


def exported(app: Flask, tmp_path: Path, slug: str = "heembeek", name: str = "away") -> Path:
    path = tmp_path / f"{name}.zip"
    told(app, "archive", "export", "--antenna", slug, str(path))
    return path


@pytest.mark.parametrize("target", BOTH)
def test_an_antenna_arrives_as_it_left(
    app: Flask, world: World, fresh: Callable[[str], Flask], tmp_path: Path, target: str
):
    book = world.books["heembeek"]
    before = archives.statements("heembeek"), archives.balances(book)
    path = exported(app, tmp_path)
    with archives.used(fresh(target)) as elsewhere:
        assert "its books hold" in told(elsewhere, "archive", "import", str(path))
        assert (archives.statements("heembeek"), archives.balances(book)) == before
        assert "The books hold" in told(elsewhere, "check-books", "--quiet")
        again = exported(elsewhere, tmp_path, name="again")
        told(elsewhere, "add-antenna", "later", "--name", "Later", "--phone", "02 1")
        told(
            elsewhere,
            "add-coordinator",
            "later",
            "--name",
            "Lea Baert",
            "--password",
            "a bench under the lime",
        )
    assert differing(path, again) == {"audit_entry", "notice"}
    assert archives.rows_in(again, "json/audit_entry.json")[:-1] == archives.rows_in(
        path, "json/audit_entry.json"
    )
    kept = [{**row, "state": "stopped"} for row in archives.rows_in(path, "json/notice.json")]
    assert [{**row, "state": "stopped"} for row in archives.rows_in(again, "json/notice.json")] == kept


def differing(one: Path, other: Path) -> set[str]:
    """The tables whose rows of the antenna itself aren't the same in both archives."""
    return {name for name in HELD if facts_in(one, name) != facts_in(other, name)}


def facts_in(path: Path, name: str) -> list[dict[str, Any]]:
    """A table's rows; the history of limits is written anew, account by account, under other ids."""
    rows = archives.rows_in(path, f"json/{name}.json")
    if name != "limit_change":
        return rows
    return sorted(
        (row | {"id": 0} for row in rows), key=lambda row: (row["account_id"], row["after_version"])
    )


def test_every_table_of_the_world_is_filled(app: Flask, world: World, tmp_path: Path):
    path = exported(app, tmp_path)
    empty = {name for name in HELD if not archives.rows_in(path, f"json/{name}.json")}
    assert empty == set()
    assert not [name for name in ELSEWHERE if not archives.rows_in(path, f"elsewhere/json/{name}.json")]


def test_the_demo_network_s_antenna_arrives_as_it_left(
    app: Flask, fresh: Callable[[str], Flask], tmp_path: Path
):
    told(app, "demo")
    with reading() as session:
        slugs = {row.slug: row.book_id for row in session.scalars(select(Antenna))}
    kinds = {"sqlite": "postgresql", "postgresql": "sqlite"}
    for slug, book in slugs.items():
        before = archives.statements(slug), archives.balances(book)
        path = exported(app, tmp_path, slug, slug)
        with archives.used(fresh(kinds[db.engine.dialect.name])) as elsewhere:
            told(elsewhere, "archive", "import", str(path))
            assert (archives.statements(slug), archives.balances(book)) == before


def test_of_other_antennas_there_are_names_and_no_more(app: Flask, world: World, tmp_path: Path):
    path = exported(app, tmp_path)
    people = archives.rows_in(path, "elsewhere/json/person.json")
    assert {row["given_name"] for row in people} >= {"Dov", "Dia"}
    with zipfile.ZipFile(path) as zipped:
        elsewhere = [name for name in zipped.namelist() if name.startswith("elsewhere/")]
        assert not any(b"@example.org" in zipped.read(name) for name in elsewhere)
    assert "balance_minutes" not in archives.rows_in(path, "elsewhere/json/account.json")[0]


def test_who_is_only_named_has_left_where_the_archive_arrives(
    app: Flask, world: World, fresh: Callable[[str], Flask], tmp_path: Path
):
    path = exported(app, tmp_path)
    with archives.used(fresh("sqlite")) as elsewhere:
        told(elsewhere, "archive", "import", str(path))
        with reading() as session:
            dov = session.get_one(Member, world.members["dov"])
            assert (dov.state.value, dov.person.name, dov.person.phone) == ("left", "Dov Peeters", "")
            assert dov.antenna.live_on is None


def changed(path: Path, name: str, change: Callable[[bytes], bytes | None]) -> Path:
    """The same archive with one file that is another."""
    out = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            data: bytes | None = old.read(each)
            data = change(data) if each == name and data is not None else data
            if data is not None:
                new.writestr(each, data)
    return out


def refused(fresh: Callable[[str], Flask], path: Path, target: str = "sqlite") -> str:
    with archives.used(fresh(target)) as elsewhere:
        said = told(elsewhere, "archive", "import", str(path), code=1)
        with db.engine.connect() as connection:
            for name in HELD:
                assert connection.scalar(text(f"SELECT count(*) FROM {name}")) == 0, name
    return said


def with_manifest(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The same archive, of which someone changed the manifest too."""

    def edit(data: bytes) -> bytes:
        manifest = json.loads(data)
        change(manifest)
        return json.dumps(manifest).encode()

    return changed(path, "manifest.json", edit)


def test_a_changed_byte_is_refused_and_named(
    app: Flask, world: World, fresh: Callable[[str], Flask], tmp_path: Path
):
    path = exported(app, tmp_path)
    for name in ("json/transfer.json", "csv/person.csv", "README.txt", "elsewhere/json/member.json"):
        assert f"{name} isn't the file" in refused(fresh, changed(path, name, lambda data: data[:-1] + b" "))
    assert "json/ask.json isn't the file" in refused(
        fresh, changed(path, "json/ask.json", lambda _data: None)
    )
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as zipped:
        packed = zipped.getinfo("json/transfer.json")
    whole[packed.header_offset + packed.compress_size // 2] ^= 1
    broken = path.with_name("broken.zip")
    broken.write_bytes(whole)
    assert "Error: " in refused(fresh, broken)


def test_what_is_no_archive_or_of_another_version_is_refused(
    app: Flask, world: World, fresh: Callable[[str], Flask], tmp_path: Path
):
    path = exported(app, tmp_path)
    sheet = tmp_path / "sheet.zip"
    sheet.write_text("Naam;Uren")
    assert "isn't an archive" in refused(fresh, sheet)
    assert "isn't an archive" in refused(fresh, with_manifest(path, lambda m: m.update(format="other")))
    assert "isn't an archive" in refused(fresh, with_manifest(path, lambda m: m.pop("files")))
    assert "another version" in refused(fresh, with_manifest(path, lambda m: m.update(schema="0001")))


@pytest.mark.parametrize("target", BOTH)
def test_books_that_don_t_hold_are_refused_even_with_a_manifest_to_match(
    app: Flask, world: World, fresh: Callable[[str], Flask], tmp_path: Path, target: str
):
    path = exported(app, tmp_path)

    def more_minutes(data: bytes) -> bytes:
        return data.replace(b'"minutes": 120', b'"minutes": 121')

    forged = changed(path, "json/transfer.json", more_minutes)
    with zipfile.ZipFile(forged) as zipped:
        data = zipped.read("json/transfer.json")

    def restate(manifest: dict[str, Any]) -> None:
        for file in manifest["files"]:
            if file["name"] == "json/transfer.json":
                file |= {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    forged = forged.rename(tmp_path / "forged.zip")
    assert "don't hold" in refused(fresh, with_manifest(forged, restate), target)


def test_an_archive_goes_only_into_an_empty_database(app: Flask, world: World, tmp_path: Path):
    path = exported(app, tmp_path)
    assert "empty database" in told(app, "archive", "import", str(path), code=1)
    assert "is there already" in told(app, "archive", "export", "--antenna", "heembeek", str(path), code=1)
    assert "can't find" in told(app, "archive", "export", "--antenna", "no", str(tmp_path / "x"), code=1)


def test_no_table_is_forgotten_and_no_secret_goes_along():
    assert set(HELD) | set(LEFT_OUT) == set(Base.metadata.tables)
    assert not set(HELD) & set(LEFT_OUT)
    books = {"hash", "memo_hash"}
    secrets = {
        f"{name}.{column.name}"
        for name in HELD
        for column in Base.metadata.tables[name].columns
        if any(word in column.name for word in SECRETS)
        and column.name not in books | OMITTED.get(name, frozenset())
    }
    assert secrets == set()


def test_no_row_that_goes_along_needs_one_that_stays_behind():
    """Such a column would be emptied on its way out; one that can't be empty is led to in ``Scope.held``."""
    needed = {
        f"{name}.{column.name}"
        for name in HELD
        for column in Base.metadata.tables[name].columns
        for key in column.foreign_keys
        if not column.nullable and key.column.table.name not in ELSEWHERE and column.name not in HELD[name]
    }
    assert needed == {"partner_antenna.partner_id", "referral.entry_id"}


def test_no_column_of_json_may_be_empty():
    """An empty one would come back as a JSON null, which isn't the same to a query."""
    columns = {column for name in HELD for column in Base.metadata.tables[name].columns}
    assert {str(column) for column in columns if isinstance(column.type, JSON) and column.nullable} == set()

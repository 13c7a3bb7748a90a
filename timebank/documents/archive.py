"""An antenna's archive as one zip: a CSV and a JSON file for each table, and a manifest of checksums.

Rows go through one by one, so that memory doesn't grow with the archive. The JSON files are what is
restored: an array with one row a line. The CSV files are for people with a spreadsheet.
"""

import csv
import hashlib
import io
import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from timebank import __version__
from timebank.documents.sheets import guarded
from timebank.paths import data_dir
from timebank.services.archives.archive_scope import ELSEWHERE, HELD
from timebank.services.archives.archiving import FORMAT, Archive, ArchiveError, ArchiveFacts, ArchiveTable

MANIFEST = "manifest.json"
MANIFEST_BYTES_MAX = 1_000_000
PIECE = 1 << 16
BROKEN = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    TypeError,
    ValueError,
    EOFError,
    RuntimeError,
)
"""What reading raises where a file is no zip, or not one of ours."""


class _Counted(io.RawIOBase):
    """Passes bytes on and keeps their number and SHA-256."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.bytes = 0
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.digest.update(data)
        self.bytes += len(data)
        return self.out.write(data)


def write_archive(out: IO[bytes], archive: Archive) -> int:
    """Write the zip to ``out``, a file that can be sought; how many rows it holds."""
    files: list[dict[str, Any]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as zipped:
        for each in archive.tables:
            with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as sheet:
                files.append(_write_file(zipped, _json_name(each), partial(_write_rows, each, sheet)))
                sheet.seek(0)
                copied = _write_file(zipped, _csv_name(each), partial(_write_text, sheet))
                files.append(copied | {"rows": files[-1]["rows"]})
        with (data_dir("templates") / "archive/README.txt").open(encoding="utf-8") as readme:
            files.append(_write_file(zipped, "README.txt", partial(_write_text, readme)))
        facts = asdict(archive.facts) | {"made_at": archive.facts.made_at.isoformat()}
        manifest = {"format": FORMAT, "version": __version__} | facts | {"files": files}
        zipped.writestr(MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    return sum(file["rows"] for file in files if file["name"].startswith("json/"))


def open_archive(path: Path) -> Archive:
    """A zip that ``write_archive`` made, after every byte of it was checked against the manifest.

    Raises:
        ArchiveError: it is none, it is broken, or a file in it was changed, added or taken out.
    """
    try:
        with zipfile.ZipFile(path) as zipped:
            manifest = _manifest(zipped)
            _check_files(zipped, manifest["files"])
        facts = {name: manifest[name] for name in ArchiveFacts.__dataclass_fields__}
        made_at = datetime.fromisoformat(facts.pop("made_at"))
        return Archive(ArchiveFacts(made_at=made_at, **facts), tuple(_tables(path)))
    except BROKEN as error:
        raise ArchiveError from error


def _manifest(zipped: zipfile.ZipFile) -> dict[str, Any]:
    with zipped.open(MANIFEST) as file:
        manifest = json.loads(file.read(MANIFEST_BYTES_MAX))
    if not isinstance(manifest, dict) or manifest["format"] != FORMAT:
        raise ArchiveError
    return manifest


def _check_files(zipped: zipfile.ZipFile, files: list[dict[str, Any]]) -> None:
    stated = {file["name"]: file for file in files}
    there = [name for name in zipped.namelist() if name != MANIFEST]
    wanted = {f"json/{name}.json" for name in HELD} | {f"elsewhere/json/{name}.json" for name in ELSEWHERE}
    for name in sorted(set(there) ^ set(stated)) + sorted(wanted - set(stated)):
        raise _changed(name)
    if len(there) != len(stated):
        raise ArchiveError
    for name, file in stated.items():
        digest, size = hashlib.sha256(), 0
        try:
            with zipped.open(name) as content:
                while piece := content.read(PIECE):
                    digest.update(piece)
                    size += len(piece)
                    if size > file["bytes"]:
                        break
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise _changed(name) from error
        if (size, digest.hexdigest()) != (file["bytes"], file["sha256"]):
            raise _changed(name)


def _changed(name: str) -> ArchiveError:
    return ArchiveError(
        "archive_changed", "{file} isn't the file that was written down in this archive.", file=name
    )


def _tables(path: Path) -> Iterator[ArchiveTable]:
    for name in HELD:
        for elsewhere in (True, False) if name in ELSEWHERE else (False,):
            table = ArchiveTable(name, elsewhere, (), lambda: iter(()))
            yield ArchiveTable(name, elsewhere, (), partial(_read_json, path, _json_name(table)))


def _read_json(path: Path, name: str) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(path) as zipped, zipped.open(name) as file:
        for line in io.TextIOWrapper(file, "utf-8"):
            if line.startswith("{"):
                yield json.loads(line.rstrip().removesuffix(","))


def _write_file(zipped: zipfile.ZipFile, name: str, write: Callable[[IO[str]], int]) -> dict[str, Any]:
    with zipped.open(name, "w", force_zip64=True) as file:
        counted = _Counted(file)
        text = io.TextIOWrapper(io.BufferedWriter(counted, PIECE), "utf-8", newline="")
        rows = write(text)
        text.flush()
        text.detach()
    return {"name": name, "rows": rows, "bytes": counted.bytes, "sha256": counted.digest.hexdigest()}


def _write_rows(table: ArchiveTable, sheet: IO[str], text: IO[str]) -> int:
    """The rows as JSON, and at the same time as CSV into ``sheet``: they are read once; how many they are."""
    sheet.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    writer = csv.writer(sheet, delimiter=";")
    writer.writerow(table.columns)
    count = 0
    text.write("[")
    for row in table.rows():
        text.write(",\n" if count else "\n")
        text.write(json.dumps(row, ensure_ascii=False))
        writer.writerow([_cell(row[column]) for column in table.columns])
        count += 1
    text.write("\n]\n")
    return count


def _write_text(source: IO[str], text: IO[str]) -> int:
    shutil.copyfileobj(source, text, PIECE)
    return 0


def _cell(value: Any) -> Any:
    return guarded(json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value)


def _json_name(table: ArchiveTable) -> str:
    return f"{'elsewhere/' if table.elsewhere else ''}json/{table.name}.json"


def _csv_name(table: ArchiveTable) -> str:
    return f"{'elsewhere/' if table.elsewhere else ''}csv/{table.name}.csv"

"""A disk under SQLite that writes down all that reaches it, and can fail: for power cuts and bad sectors.

SQLite reaches its files through a table of functions, its VFS. Some of them are exchanged here, by
ctypes, for ones that note what they are asked and then do it: no tool, compiler or root is needed.
What a power cut at any moment would have left can be made from these notes afterwards.
"""

import ctypes
import os
import random
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast, pointer
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SECTOR_BYTES = 512
"""A disk writes so much in one go, or not at all."""
OK = 0
SYNC_FAILED = 10 | (4 << 8)
"""SQLITE_IOERR_FSYNC."""

# Paths stay addresses: SQLite keeps them as long as the file is open, and reads on behind their end.
Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
Sync = CFUNCTYPE(c_int, c_void_p, c_int)


class Vfs(Structure):
    """The beginning of ``sqlite3_vfs``, as sqlite3.h has it."""

    _fields_ = [
        ("version", c_int),
        ("file_bytes", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", Open),
        ("delete", Delete),
    ]


class Methods(Structure):
    """``sqlite3_io_methods``: what can be done with an open file."""

    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", Write),
        ("truncate", Truncate),
        ("sync", Sync),
        *((f"other{n}", c_void_p) for n in range(13)),
    ]


class File(Structure):
    """The beginning of ``sqlite3_file``."""

    _fields_ = [("methods", POINTER(Methods))]


@dataclass(frozen=True)
class Note:
    """One thing that was asked of the disk, or (``kind`` 'answered') that a client was told by then.

    ``kind`` is write, truncate, sync, unsynced (a sync that failed), delete, or forget (a delete with
    a sync of the folder).
    """

    kind: str
    name: str
    offset: int = 0
    data: bytes = b""


@dataclass
class Tape:
    """What happened to the files of one folder, in order."""

    folder: Path
    before: dict[str, bytes]
    notes: list[Note] = field(default_factory=list)
    fails: Callable[[int], bool] = lambda _number: False
    """Whether the sync with this number (from 1) fails."""
    syncs: int = 0

    def answered(self, key: str) -> None:
        """Somebody was told that ``key`` is done: from here on it must be there."""
        self.notes.append(Note("answered", key))

    def told_before(self, moment: int) -> set[str]:
        """What had been answered when so many things had happened."""
        return {note.name for note in self.notes[:moment] if note.kind == "answered"}

    def cut(self, moment: int, keep: float, draw: random.Random) -> dict[str, bytearray]:
        """The files after a power cut at ``moment``: all that was synced, and ``keep`` of each other sector."""
        disk = Disk({name: bytearray(content) for name, content in self.before.items()}, draw)
        for note in self.notes[:moment]:
            disk.take(note)
        return disk.after_a_cut(keep)


class Disk:
    """What is safe on the disk, and what is still on its way there."""

    def __init__(self, safe: dict[str, bytearray], draw: random.Random) -> None:
        self._safe = safe
        self._draw = draw
        self._on_its_way: dict[str, list[Note]] = defaultdict(list)

    def take(self, note: Note) -> None:
        if note.kind in {"write", "truncate", "delete"}:
            self._on_its_way[note.name].append(note)
        elif note.kind == "forget":
            self._on_its_way[note.name].append(note)
            self._sync_folder()
        elif note.kind == "sync":
            if note.name not in self._safe:
                self._sync_folder()  # as SQLite does after it has made a journal
            self._settle(note.name, keep=1)
        elif note.kind == "unsynced":
            # The kernel takes the pages for clean from now on: no later sync brings them to the disk.
            self._settle(note.name, keep=0.5)

    def after_a_cut(self, keep: float) -> dict[str, bytearray]:
        for name in list(self._on_its_way):
            self._settle(name, keep)
        return self._safe

    def _sync_folder(self) -> None:
        """Every file that was deleted in it is gone for good; what was written since stays on its way."""
        for name, notes in list(self._on_its_way.items()):
            gone = [at for at, note in enumerate(notes) if note.kind in {"delete", "forget"}]
            if gone:
                self._safe.pop(name, None)
                self._on_its_way[name] = notes[gone[-1] + 1 :]

    def _settle(self, name: str, keep: float) -> None:
        for note in self._on_its_way.pop(name, []):
            if note.kind == "write":
                self._write(name, note, keep)
            elif not self._kept(keep):
                continue
            elif note.kind == "delete":
                self._safe.pop(name, None)
            else:
                self._resize(name, note.offset)

    def _resize(self, name: str, size: int) -> bytearray:
        content = self._safe.setdefault(name, bytearray())
        del content[size:]
        content.extend(bytes(size - len(content)))
        return content

    def _write(self, name: str, note: Note, keep: float) -> None:
        step = SECTOR_BYTES if keep < 1 else max(len(note.data), 1)
        for start in range(0, len(note.data), step):
            if self._kept(keep):
                part, at = note.data[start : start + step], note.offset + start
                content = self._safe.setdefault(name, bytearray())
                if len(content) < at:
                    self._resize(name, at)
                content[at : at + len(part)] = part

    def _kept(self, keep: float) -> bool:
        return self._draw.random() < keep


class _Shim:
    """The exchanged functions; they stay for as long as the process lives, since files may hold on to them."""

    def __init__(self, library: ctypes.CDLL) -> None:
        library.sqlite3_vfs_find.restype = POINTER(Vfs)
        self.tape: Tape | None = None
        self._vfs = library.sqlite3_vfs_find(None).contents
        self._open, self._delete = Open(self._address("open")), Delete(self._address("delete"))
        self._names: dict[int, str] = {}
        self._methods: dict[int, Methods] = {}
        self._own = Open(self.open), Delete(self.delete)

    def exchange(self, tape: Tape) -> None:
        """From now on new files are watched."""
        self.tape = tape
        self._vfs.open, self._vfs.delete = self._own

    def put_back(self) -> None:
        """SQLite's own functions, for files that are opened from now on."""
        self.tape = None
        self._vfs.open, self._vfs.delete = self._open, self._delete

    def _address(self, name: str) -> int:
        address = cast(getattr(self._vfs, name), c_void_p).value
        assert address is not None
        return address

    def _watched(self, path: int | None) -> str | None:
        """The name of a file that the tape is about; a passing file of SQLite's has no path."""
        if self.tape is None or path is None:
            return None
        folder, _, name = os.fsdecode(ctypes.string_at(path)).rpartition("/")
        return name if folder == str(self.tape.folder) and not name.endswith("-shm") else None

    def _note(self, kind: str, name: str, offset: int = 0, data: bytes = b"") -> None:
        if self.tape is not None:
            self.tape.notes.append(Note(kind, name, offset, data))

    def open(self, vfs: int, path: int | None, file: int, flags: int, out: int | None) -> int:
        status: int = self._open(vfs, path, file, flags, out)
        name = self._watched(path)
        if status == OK and name is not None:
            self._names[file] = name
            opened = cast(file, POINTER(File)).contents
            opened.methods = pointer(self._noting(opened.methods.contents))
        return status

    def _noting(self, real: Methods) -> Methods:
        """A copy of a file's functions, in which three take notes."""
        address = ctypes.addressof(real)
        if address not in self._methods:
            noting = Methods.from_buffer_copy(real)
            noting.write = Write(lambda *of: self.write(real, *of))
            noting.truncate = Truncate(lambda *of: self.truncate(real, *of))
            noting.sync = Sync(lambda *of: self.sync(real, *of))
            self._methods[address] = noting
        return self._methods[address]

    def delete(self, vfs: int, path: int, folder_too: int) -> int:
        status: int = self._delete(vfs, path, folder_too)
        name = self._watched(path)
        if status == OK and name is not None:
            self._note("forget" if folder_too else "delete", name)
        return status

    def write(self, real: Methods, file: int, data: int, count: int, offset: int) -> int:
        status: int = real.write(file, data, count, offset)
        if status == OK:
            self._note("write", self._names[file], offset, ctypes.string_at(data, count))
        return status

    def truncate(self, real: Methods, file: int, size: int) -> int:
        status: int = real.truncate(file, size)
        if status == OK:
            self._note("truncate", self._names[file], size)
        return status

    def sync(self, real: Methods, file: int, flags: int) -> int:
        if self.tape is not None:
            self.tape.syncs += 1
            if self.tape.fails(self.tape.syncs):
                self._note("unsynced", self._names[file])
                return SYNC_FAILED
        status: int = real.sync(file, flags)
        if status == OK:
            self._note("sync", self._names[file])
        return status


_shims: list[_Shim] = []


@contextmanager
def taped(database: Path) -> Iterator[Tape]:
    """Write down what happens to ``database`` and its journals; it is to be opened inside the block only."""
    if not _shims:
        _shims.append(_Shim(_sqlite_library()))
    before = {each.name: each.read_bytes() for each in database.parent.glob(f"{database.name}*")}
    shim = _shims[0]
    tape = Tape(database.parent, before)
    shim.exchange(tape)
    try:
        yield tape
    finally:
        shim.put_back()


def _sqlite_library() -> ctypes.CDLL:
    """The very library that Python's own sqlite3 module has loaded."""
    mapped = Path("/proc/self/maps").read_text().split()
    for path in sorted({each for each in mapped if "sqlite3" in each and ".so" in each}):
        library = ctypes.CDLL(path)
        if hasattr(library, "sqlite3_libversion") and hasattr(library, "sqlite3_vfs_find"):
            library.sqlite3_libversion.restype = c_char_p
            assert library.sqlite3_libversion().decode() == sqlite3.sqlite_version
            return library
    pytest.skip("this Python has SQLite built in and hides its functions")

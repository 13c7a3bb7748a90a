"""Reads the product's own source as syntax trees, for the rules that imports can't show."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "timebank"
ROUTE_VERBS = frozenset({"route", "get", "post", "put", "patch", "delete"})
VIEW_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head"})
CLOCK_READERS = frozenset(
    {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
    | {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "time.localtime",
        "time.gmtime",
    }
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file and its tree."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, line: int) -> str:
        """``timebank/uow.py:12``, as editors understand it."""
        return f"{self.path.relative_to(ROOT) if self.path.is_absolute() else self.path}:{line}"


def parse(text: str, path: str = "planted.py") -> Source:
    """A source from text, to try a rule on."""
    return Source(Path(path), text, ast.parse(text))


def sources(*folders: str) -> list[Source]:
    """Every Python file below these folders of the checkout."""
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return [Source(file, text, ast.parse(text)) for file in files for text in [file.read_text("utf-8")]]


def dotted(node: ast.expr) -> str:
    """``blueprint.route`` of ``@blueprint.route(...)``."""
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def commits(source: Source) -> Iterator[str]:
    """Where a transaction is ended."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"commit", "rollback"}:
            yield source.at(node.lineno)


def clock_reads(source: Source) -> Iterator[str]:
    """Where the clock is read."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and dotted(node) in CLOCK_READERS:
            yield source.at(node.lineno)


def greenwich_days(source: Source) -> Iterator[str]:
    """Where an instant in UTC is cut down to a day: near midnight that is another day than people live in."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and dotted(node) in {"now.date", "moment.date"}:
            yield source.at(node.lineno)


def unguarded_routes(source: Source) -> Iterator[str]:
    """Routes without ``@access`` between the route's mark and the function: anyone could walk in."""
    for node in ast.walk(source.tree):
        if isinstance(node, Function) and _is_routed(node) and not _is_guarded(node):
            yield source.at(node.lineno)
        if isinstance(node, ast.ClassDef) and _is_routed(node) and not _is_guarded(node):
            views = [each for each in node.body if isinstance(each, Function) and each.name in VIEW_METHODS]
            yield from (source.at(each.lineno) for each in views if "access" not in _marks(each))
        if isinstance(node, ast.Call) and dotted(node).endswith(".add_url_rule"):
            yield source.at(node.lineno)


def _marks(node: Function | ast.ClassDef) -> list[str]:
    return [dotted(each).rpartition(".")[2] for each in node.decorator_list]


def _is_routed(node: Function | ast.ClassDef) -> bool:
    names = [dotted(each).split(".") for each in node.decorator_list if isinstance(each, ast.Call)]
    return any(len(name) > 1 and name[-1] in ROUTE_VERBS for name in names)


def _is_guarded(node: Function | ast.ClassDef) -> bool:
    """A mark above the route's would guard a function that Flask never calls."""
    marks = _marks(node)
    last_route = max(place for place, name in enumerate(marks) if name in ROUTE_VERBS)
    return "access" in marks[last_route:]


def long_functions(source: Source, most: int) -> Iterator[str]:
    """Functions of more than ``most`` lines, not counting their docstring."""
    for node in ast.walk(source.tree):
        if not isinstance(node, Function):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        first = node.body[0]
        if ast.get_docstring(node) is not None:
            lines -= (first.end_lineno or first.lineno) - first.lineno + 1
        if lines > most:
            yield f"{source.at(node.lineno)} {node.name}: {lines} lines"


def undocumented(source: Source) -> Iterator[str]:
    """Public modules, classes and functions without a docstring."""
    if not (ast.get_docstring(source.tree) or "").strip():
        yield source.at(1)
    yield from _undocumented_in(source, source.tree)


def _undocumented_in(source: Source, parent: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in parent.body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        if not (ast.get_docstring(node) or "").strip():
            yield f"{source.at(node.lineno)} {node.name}"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented_in(source, node)

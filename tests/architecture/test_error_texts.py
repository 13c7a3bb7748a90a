"""Every error code that the source can raise has its sentence for pages."""

import ast
from pathlib import Path

from timebank.web.error_texts import ERROR_TEXTS

PACKAGE = Path(__file__).resolve().parents[2] / "timebank"
FOR_MACHINES = {
    "body_unreadable",
    "content_type",
    "error",
    "not_signed_in",
    "scope",
    "second_factor_missing",
    "cursor",
    "idempotency_key_missing",
    "if_match_missing",
}
"""Codes that no page shows: the API alone raises them."""


def codes_in(path: Path) -> set[str]:
    """First arguments of calls to ``...Error``, and ``code = ...`` in classes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name.endswith("Error") and len(node.args) > 1 and isinstance(node.args[0].value, str):
                found.add(node.args[0].value)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
            for statement in node.body:
                if isinstance(statement, ast.Assign | ast.AnnAssign):
                    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
                    if getattr(target, "id", "") == "code" and isinstance(statement.value, ast.Constant):
                        found.add(str(statement.value.value))
    return found


def test_every_error_code_has_its_sentence() -> None:
    raised = set().union(*(codes_in(path) for path in PACKAGE.rglob("*.py")))
    assert raised - FOR_MACHINES - set(ERROR_TEXTS) == set()

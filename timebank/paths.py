"""Where the folders beside the package are: inside it when installed, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """The folder ``name`` (templates, static, migrations, config).

    Raises:
        FileNotFoundError: neither inside the package nor beside it.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} is neither in {_PACKAGE} nor beside it")


def instance_dir() -> Path:
    """Where a checkout keeps its SQLite file and outbox; the working folder for an installed wheel."""
    checkout = _PACKAGE.parent
    return (checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()) / "instance"

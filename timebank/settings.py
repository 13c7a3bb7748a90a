"""The settings of one installation, read from ``TIMEBANK_...`` in the environment.

``docs/operator.md`` has a line for each of them, and a test that it does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from timebank.paths import instance_dir

ENVIRONMENTS = ("development", "production", "testing")
LANGUAGES = ("nl", "fr", "en")
SECOND_FACTOR = ("optional", "required")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
DEVELOPMENT_KEY = "for-development-only-and-refused-in-production"
LEAST_KEY_CHARACTERS = 32
PREFIX = "TIMEBANK_"


class SettingsError(ValueError):
    """Settings that the application won't start with; ``faults`` names all of them in plain words."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("Timebank can't start with these settings:\n" + "\n".join(f"- {f}" for f in faults))


@dataclass(frozen=True)
class Settings:
    """What an operator decides; the environment's name of ``mail_host`` is ``TIMEBANK_MAIL_HOST``.

    ``mail_host`` empty means that mail is written to ``outbox_dir`` as ``.eml`` files.
    """

    env: str
    database_url: str
    secret_key: str
    base_url: str
    trusted_hosts: tuple[str, ...]
    proxy_hops: int
    max_content_length: int
    log_level: str
    default_language: str
    demo: bool
    staff_second_factor: str
    bind: str
    workers: int
    timeout_seconds: int
    mail_host: str
    mail_port: int
    mail_security: str
    mail_user: str
    mail_password: str
    mail_from: str
    outbox_dir: Path

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Read and check ``environ``.

        Raises:
            SettingsError: naming every fault at once.
        """
        reader = _Reader(environ)
        found = {field.name: reader.read(field.name) for field in fields(cls)}
        faults = reader.faults + _unknown(environ)
        if not reader.faults:
            faults += _not_for_production(cls(**found), environ)
        if faults:
            raise SettingsError(faults)
        return cls(**found)

    @property
    def production(self) -> bool:
        """Whether real people's hours are at stake here."""
        return self.env == "production"

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The host names that requests may ask for: ``trusted_hosts``, or that of ``base_url``.

        Empty in development without ``trusted_hosts``: then any name is answered.
        """
        if self.trusted_hosts or not self.production:
            return self.trusted_hosts
        return (urlsplit(self.base_url).hostname or "",)

    @property
    def https(self) -> bool:
        """Whether readers come over https, so that cookies may be marked Secure."""
        return self.base_url.startswith("https://")

    def __repr__(self) -> str:
        """The settings without what must not be seen in a log."""
        hidden = {"secret_key", "mail_password", "database_url"}
        shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.name not in hidden)
        return f"Settings({', '.join(shown)})"


def database_default() -> str:
    """The SQLite file ``instance/timebank.sqlite`` as an absolute URL."""
    return f"sqlite:///{instance_dir() / 'timebank.sqlite'}"


class _Reader:
    """Reads one setting after the other and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.faults: list[str] = []

    def read(self, name: str) -> Any:
        """The setting called ``name``; None when it is faulty, which is noted."""
        parse, default = _READERS[name]
        variable = PREFIX + name.upper()
        text = self._environ.get(variable, "").strip()
        if not text:
            return default() if callable(default) else default
        try:
            return parse(text)
        except ValueError as error:
            self.faults.append(f"{variable} is {_shown(name, text)}; {error}")
            return None


def _shown(name: str, text: str) -> str:
    return "not usable" if "key" in name or "password" in name or "url" in name else repr(text)


def _one_of(*allowed: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"it must be one of {', '.join(allowed)}")
        return text

    return parse


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,12}", text) or not least <= int(text) <= most:
            raise ValueError(f"it must be a whole number from {least} to {most}")
        return int(text)

    return parse


def _yes_or_no(text: str) -> bool:
    if text.lower() not in {"1", "0", "true", "false", "yes", "no", "on", "off"}:
        raise ValueError("it must be yes or no")
    return text.lower() in {"1", "true", "yes", "on"}


def _database(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("it must begin with sqlite:/// (and a file's path) or postgresql://")
    return text


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("it must be an address such as https://uren.example.org")
    return text.rstrip("/")


def _mail_address(text: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        raise ValueError("it must be a mail address such as uren@example.org")
    return text


def _listening(text: str) -> str:
    if not re.fullmatch(r"(unix:/\S+|[^\s:]+:[0-9]{1,5}|\[[0-9a-f:]+\]:[0-9]{1,5})", text):
        raise ValueError("it must be host:port, such as 127.0.0.1:8000, or unix:/path/to/socket")
    return text


def _hosts(text: str) -> tuple[str, ...]:
    return tuple(host.strip() for host in text.split(",") if host.strip())


_READERS: dict[str, tuple[Callable[[str], Any], Any]] = {
    "env": (_one_of(*ENVIRONMENTS), "development"),
    "database_url": (_database, database_default),
    "secret_key": (str, DEVELOPMENT_KEY),
    "base_url": (_address, "http://127.0.0.1:8000"),
    "trusted_hosts": (_hosts, ()),
    "proxy_hops": (_whole(0, 5), 0),
    "max_content_length": (_whole(100_000, 1_000_000_000), 16_000_000),
    "log_level": (_one_of(*LOG_LEVELS), "INFO"),
    "default_language": (_one_of(*LANGUAGES), "nl"),
    "demo": (_yes_or_no, False),
    "staff_second_factor": (_one_of(*SECOND_FACTOR), "optional"),
    "bind": (_listening, "127.0.0.1:8000"),
    "workers": (_whole(1, 64), 2),
    "timeout_seconds": (_whole(5, 600), 60),
    "mail_host": (str, ""),
    "mail_port": (_whole(1, 65535), 587),
    "mail_security": (_one_of("starttls", "tls", "none"), "starttls"),
    "mail_user": (str, ""),
    "mail_password": (str, ""),
    "mail_from": (_mail_address, "timebank@localhost"),
    "outbox_dir": (Path, lambda: instance_dir() / "outbox"),
}


def _unknown(environ: Mapping[str, str]) -> list[str]:
    """A misspelt setting would silently leave its default in force."""
    known = {PREFIX + name.upper() for name in _READERS}
    return [
        f"{name} is not a setting; docs/operator.md lists them all"
        for name in sorted(environ)
        if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_") and name not in known
    ]


def _not_for_production(settings: Settings, environ: Mapping[str, str]) -> list[str]:
    """What development forgives and production doesn't."""
    if not settings.production:
        return []
    faults = []
    if settings.secret_key == DEVELOPMENT_KEY:
        faults.append(
            "TIMEBANK_SECRET_KEY is not set; in production it must be a long random text of your own"
        )
    elif len(settings.secret_key) < LEAST_KEY_CHARACTERS:
        faults.append(f"TIMEBANK_SECRET_KEY is shorter than {LEAST_KEY_CHARACTERS} characters")
    if any(host == "*" or host.startswith((".", "*")) for host in settings.trusted_hosts):
        faults.append("TIMEBANK_TRUSTED_HOSTS has a wildcard; name each host in full")
    if environ.get("FLASK_DEBUG", "").lower() not in {"", "0", "false", "no"}:
        faults.append("FLASK_DEBUG is on; it lets visitors run code, so it must be off in production")
    if settings.log_level == "DEBUG":
        faults.append("TIMEBANK_LOG_LEVEL is DEBUG, which may write down what people typed; use INFO")
    if not settings.https and urlsplit(settings.base_url).hostname not in LOOPBACK:
        faults.append("TIMEBANK_BASE_URL must begin with https://, or sign-in links could be read on the way")
    if settings.demo:
        faults.append("TIMEBANK_DEMO is on; invented people don't belong among real ones")
    return faults

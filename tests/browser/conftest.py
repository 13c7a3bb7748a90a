"""Chromium over an app that runs in a thread of this process."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.conftest import settings_for
from tests.factories import World, make_world
from timebank.app import create_app
from timebank.clock import now
from timebank.extensions import db
from timebank.models.login import SignedInBy
from timebank.services.signing_in.sessions import open_session
from timebank.uow import transact


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium; the one that Playwright brings isn't needed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    assert program is not None, "Chromium is missing: make test-browser installs it"
    return {"executable_path": program, "args": ["--no-sandbox", "--disable-dev-shm-usage"]}


@pytest.fixture
def served(app: Flask) -> Iterator[tuple[str, Flask]]:
    """The app behind an address, and the app."""
    with Serving(app) as address:
        yield address, app


class Serving:
    """An app in a thread, for as long as the block lasts."""

    def __init__(self, app: Flask) -> None:
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.thread = threading.Thread(target=self.server.serve_forever)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_error: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture(scope="module")
def network(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, World, Flask]]:
    """One network for all the tests of a module, on SQLite: what a page looks like doesn't hang on the
    database, and ``tests/web`` opens every page on both."""
    place = tmp_path_factory.mktemp("network")
    shutil.copy(migrated_sqlite, place / "timebank.sqlite")
    app = create_app(settings_for(f"sqlite:///{place / 'timebank.sqlite'}", place / "outbox"))
    with app.app_context():
        world = make_world(now())
        with Serving(app) as address:
            yield address, world, app
        db.session.remove()
        db.engine.dispose()


SignedIn = Callable[..., Page]


def press(page: Page, name: str, role: Literal["button", "link"] = "button") -> None:
    """Press what has this name, and wait for the page that it leads to: a click returns before that has
    come, and what isn't there yet can neither be looked up in the books nor printed."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role(role, name=name).first.click()


@pytest.fixture
def signed_in(browser: Browser) -> Iterator[SignedIn]:
    """Pages with a session of their own: ``signed_in(address, app, world, "ana", width=320)``."""
    contexts = []

    def open_page(address: str, app: Flask, world: World, name: str | None, width: int = 1280) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        if name is not None:
            token = transact(open_session, world.people[name], SignedInBy.PASSWORD, device="test", now=now())
            cookie = _cookie(app, {"_user_id": token, "_fresh": True})
            context.add_cookies([{"name": "session", "value": cookie, "url": address}])
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def _cookie(app: Flask, content: dict[str, object]) -> str:
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return str(serializer.dumps(content))

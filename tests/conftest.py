"""Fixtures that every test shares: both databases, made by the real migrations, with real commits."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from flask_migrate import upgrade
from hypothesis import HealthCheck, settings as hypothesis_settings
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from tests.factories import World, make_world
from tests.postgres import PostgresCluster, shared_cluster
from timebank.app import create_app, engine_options
from timebank.database import prepare_engine
from timebank.extensions import db
from timebank.settings import Settings

BOTH = ("sqlite", "postgresql")

hypothesis_settings.register_profile(
    "timebank",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
hypothesis_settings.load_profile("timebank")


def settings_for(url: str, outbox: Path, **changes: Any) -> Settings:
    """Settings for a test on this database."""
    settings = Settings.from_env({"TIMEBANK_ENV": "testing", "TIMEBANK_DATABASE_URL": url})
    return replace(settings, outbox_dir=outbox, **changes)


def migrate(url: str, outbox: Path) -> None:
    """Bring an empty database to the newest schema."""
    app = create_app(settings_for(url, outbox))
    with app.app_context():
        upgrade()
        db.engine.dispose()


def people(url: str, outbox: Path) -> None:
    """Fill a migrated database with the cast."""
    app = create_app(settings_for(url, outbox))
    with app.app_context():
        make_world()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresCluster]:
    with shared_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite"
    migrate(f"sqlite:///{path}", path.parent)
    return path


@pytest.fixture(scope="session")
def peopled_sqlite(migrated_sqlite: Path) -> Path:
    path = migrated_sqlite.with_name("peopled.sqlite")
    shutil.copy(migrated_sqlite, path)
    people(f"sqlite:///{path}", path.parent)
    return path


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of one's own; a test that asks for it runs on both.

    It is empty, or, for who asks for ``world``, holds the cast: copied, since making them anew for
    each test takes longer than most tests.
    """
    peopled = "world" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "timebank.sqlite"
        shutil.copy(request.getfixturevalue("peopled_sqlite" if peopled else "migrated_sqlite"), path)
        yield f"sqlite:///{path}"
        return
    cluster: PostgresCluster = request.getfixturevalue("postgres")
    template = cluster.template("timebank_migrated", lambda url: migrate(url, tmp_path))
    if peopled:
        template = cluster.template("timebank_peopled", lambda url: people(url, tmp_path), template=template)
    url = cluster.create_database(template=template)
    yield url
    cluster.drop_database(url)


@pytest.fixture(scope="session")
def made_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One app for all tests of a worker: making it, and its templates, takes longer than most of them."""
    folder = tmp_path_factory.mktemp("app")
    return create_app(settings_for(f"sqlite:///{folder / 'unused.sqlite'}", folder / "outbox"))


@pytest.fixture
def app(made_app: Flask, database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The app on the test's own database; what a test changes of it doesn't reach the next one."""
    settings = settings_for(database_url, tmp_path / "outbox")
    engine = create_engine(database_url, **engine_options(database_url))
    prepare_engine(engine)
    config, client_class = dict(made_app.config), made_app.test_client_class
    made_app.extensions["timebank_settings"] = settings
    with made_app.app_context():
        db.engines[None] = engine
        yield made_app
        db.session.remove()
        engine.dispose()
    made_app.config.clear()
    made_app.config.update(config)
    made_app.test_client_class = client_class


class ForgetfulClient(FlaskClient):
    """Each request starts with an empty ``g``, as it does on a server, though the app's context stays."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        vars(g._get_current_object()).clear()
        return super().open(*args, **kwargs)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    app.test_client_class = ForgetfulClient
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session in a write transaction on the app's database; nothing of it is kept."""
    with Session(db.engine, expire_on_commit=False) as session:
        yield session
        session.rollback()


@pytest.fixture
def world(app: Flask) -> World:
    """Two antennas and the cast, as they stand in the database."""
    return make_world()


@pytest.fixture
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Flask]]:
    """Makes one more installation, empty and migrated, on the kind of database that is asked for."""
    undo: list[Callable[[], None]] = []

    def make(kind: str) -> Flask:
        if kind == "sqlite":
            path = tmp_path / f"fresh{len(list(tmp_path.glob('fresh*.sqlite')))}.sqlite"
            shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
            return create_app(settings_for(f"sqlite:///{path}", tmp_path / "outbox"))
        cluster: PostgresCluster = request.getfixturevalue("postgres")
        template = cluster.template("timebank_migrated", lambda url: migrate(url, tmp_path))
        url = cluster.create_database(template=template)
        undo.append(lambda: cluster.drop_database(url))
        return create_app(settings_for(url, tmp_path / "outbox"))

    yield make
    for each in undo:
        each()

"""The yardstick for HTTP: a Flask view that inserts one row, ``gunicorn benchmarks.bare:app``.

The database is named by BENCH_DATABASE_URL and opened as the product opens its own.
"""

import os
from datetime import UTC, datetime

from flask import Flask, Response, jsonify, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from timebank.database import prepare_engine


class Base(DeclarativeBase):
    """The yardstick's own tables."""


class BareRow(Base):
    """What the view inserts."""

    __tablename__ = "bare_row"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    minutes: Mapped[int]
    at: Mapped[datetime]


db = SQLAlchemy(model_class=Base)


def create_bare_app() -> Flask:
    """The app, on the database that the environment names."""
    url = os.environ["BENCH_DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://")
    bare = Flask(__name__)
    bare.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(bare)
    with bare.app_context():
        prepare_engine(db.engine)
    bare.add_url_rule("/rows", view_func=insert_row, methods=["POST"])
    bare.add_url_rule("/healthz", view_func=lambda: "ok", endpoint="healthz")
    return bare


def insert_row() -> Response:
    """Insert one row and commit."""
    db.session.add(BareRow(key=request.headers["Idempotency-Key"], minutes=60, at=datetime.now(UTC)))
    db.session.commit()
    return jsonify({"ok": True})


def make_table() -> None:
    """Make the yardstick's table, once, before it is served."""
    with create_bare_app().app_context():
        db.create_all()
        db.engine.dispose()


def __getattr__(name: str) -> Flask:
    """Make ``app`` when gunicorn asks for it."""
    if name == "app":
        return create_bare_app()
    raise AttributeError(name)


if __name__ == "__main__":
    make_table()

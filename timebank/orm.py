"""What every table shares: the base class, constraint names, and how Python values are stored."""

import enum
import functools
import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import (
    BigInteger,
    CursorResult,
    DateTime,
    Dialect,
    Enum,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    Update,
    Uuid,
    bindparam,
    insert,
    text,
    update,
)
from sqlalchemy.orm import DeclarativeBase, Session, make_transient_to_detached, registry
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BigId = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key; SQLite numbers only a column declared INTEGER by itself."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC, whatever the database keeps.

    Raises:
        ValueError: for a naive datetime, which would be somebody's guess at a zone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times and store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime can't be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give UTC back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


E_ = TypeVar("E_", bound=enum.Enum)


def enum_column(kind: type[E_]) -> Enum:
    """A text column that holds the enum's values, with a named CHECK on both databases."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=32,
        validate_strings=True,
    )


def enum_check(column: str, kind: type[enum.Enum]) -> str:
    """The CHECK's text for ``column``: one of the enum's values (put it in ``__table_args__``)."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return f"{column} IN ({values})"


class Base(DeclarativeBase):
    """The plain declarative base of every table; nothing here knows Flask."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMING_CONVENTION),
        type_annotation_map={
            datetime: UtcDateTime(),
            str: String(),
            uuid.UUID: Uuid(),
        },
    )


def table_of(model: type[Base]) -> Table:
    """The table behind a model, for statements about many rows: objects would only take time and memory."""
    return cast(Table, model.__table__)


def insert_objects(session: Session, objects: Sequence[Base]) -> None:
    """Insert new objects of one class, given the same columns, by one statement and without a flush.

    The unit of work takes three times as long, and these are the rows that are written most. An
    object holds the ids of those that it refers to. It is left detached, as if it had been read:
    ``session.add`` takes it in, with what hangs on it; what it wasn't given is read when asked for.
    """
    if not objects:
        return
    table = table_of(type(objects[0]))
    names = [column.name for column in table.columns if column.name in vars(objects[0])]
    rows = [{name: vars(each)[name] for name in names} for each in objects]
    keys = session.execute(_insert_of(table), rows[0] if len(rows) == 1 else rows).scalars()
    for each, key in zip(objects, keys, strict=True):
        each.id = key  # type: ignore[attr-defined]  # each table has one
        make_transient_to_detached(each)


@functools.cache
def _insert_of(table: Table) -> Insert:
    """The statement that tells the new rows' keys, in the order in which they were given."""
    return insert(table).returning(table.c.id, sort_by_parameter_order=True)


def change_object(session: Session, instance: Base, **values: Any) -> None:
    """Change columns of one object that has a version, by one statement and without a flush.

    Raises:
        StaleDataError: someone else changed it since it was read.
    """
    seen: int = instance.version  # type: ignore[attr-defined]  # as the docstring asks
    statement = _update_of(table_of(type(instance)), *values)
    key = {"row_id": instance.id, "seen": seen}  # type: ignore[attr-defined]  # each table has one
    changed = values | {"version": seen + 1}
    if cast(CursorResult[Any], session.execute(statement, key | changed)).rowcount != 1:
        raise StaleDataError
    for name, value in changed.items():
        set_committed_value(instance, name, value)


@functools.cache
def _update_of(table: Table, *names: str) -> Update:
    found = update(table).where(table.c.id == bindparam("row_id"), table.c.version == bindparam("seen"))
    return found.values({name: bindparam(name) for name in (*names, "version")})


def insert_rows(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows, all with the same columns, as one statement on PostgreSQL.

    There the rows go as one JSON argument: a placeholder for each value of a thousand rows would
    take longer to parse than the rows take to insert.
    """
    if not rows:
        return
    if session.get_bind().dialect.name != "postgresql":
        session.execute(insert(table), list(rows))
        return
    columns = ", ".join(rows[0])
    session.execute(
        text(
            f"INSERT INTO {table.name} ({columns}) SELECT {columns}"  # noqa: S608 - the names are the model's
            f" FROM json_populate_recordset(NULL::{table.name}, CAST(:rows AS json))"
        ),
        {"rows": json.dumps(rows, default=_as_json)},
    )


def _as_json(value: object) -> str:
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError(f"{value!r} has no form as JSON")

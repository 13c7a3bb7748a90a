"""Kinds of help that an antenna adds to the list that all of them start with."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timebank.orm import Base, BigId


class Category(Base):
    """An antenna's own kind of help. ``names`` maps a language to its name there, ``words`` to the words by
    which people ask for it.

    ``code`` begins with ``own_``, so that it never meets one of the common list. A category that is
    ``retired`` can't be chosen any more; what was written under it keeps its name.
    """

    __tablename__ = "category"
    __table_args__ = (
        CheckConstraint("code LIKE 'own!_%' ESCAPE '!'", name="code"),
        UniqueConstraint("antenna_id", "code"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    code: Mapped[str]
    names: Mapped[dict[str, Any]] = mapped_column(JSON)
    words: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    retired: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

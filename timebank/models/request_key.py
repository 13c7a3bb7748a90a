"""Requests that were carried out or refused, under the key that their sender made."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from timebank.orm import Base


class RequestKeyRow(Base):
    """One request: what it asked (``fingerprint``) and how it ended.

    Both are written at the end of the database transaction that did the work. A refusal is kept
    like an acceptance.
    """

    __tablename__ = "request_key"

    scope: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime]

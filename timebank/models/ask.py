"""Asks: a wish for help in someone's own words, when and where, and how it ended."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.ask_states import AskState
from timebank.domain.channels import Channel
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class Ask(Base):
    """One wish for help.

    ``words`` are the person's own and stay as they were said. Who asks is a member, or someone not
    yet known (``asker_name``, ``asker_phone``), with whom a first talk follows. With ``show_phone``
    the helper gets their number, once it is promised. ``fixed_minute`` is
    set where the hour can't move (minutes of the day, local). ``slots`` is how many helpers it takes.
    A repeating ask (``repeat_days``) makes its next occurrence, which names it in ``follows_id``.
    ``beside_id`` is the ask that was referred and beside which this one keeps neighbourly contact.
    """

    __tablename__ = "ask"
    __table_args__ = (
        CheckConstraint(enum_check("state", AskState), name="state"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint("words <> ''", name="words"),
        CheckConstraint("member_id IS NOT NULL OR asker_name <> ''", name="asker"),
        CheckConstraint("slots BETWEEN 1 AND 20", name="slots"),
        CheckConstraint("urgency BETWEEN 0 AND 2", name="urgency"),
        CheckConstraint("minutes BETWEEN 15 AND 720", name="minutes"),
        CheckConstraint("fixed_minute IS NULL OR fixed_minute BETWEEN 0 AND 1439", name="fixed_minute"),
        CheckConstraint("repeat_days IS NULL OR repeat_days BETWEEN 1 AND 92", name="repeat_days"),
        CheckConstraint("(cell_row IS NULL) = (cell_column IS NULL)", name="cell"),
        CheckConstraint("(to_cell_row IS NULL) = (to_cell_column IS NULL)", name="to_cell"),
        CheckConstraint(
            "(state IN ('filled', 'partly', 'referred', 'withdrawn', 'nobody')) = (ended_at IS NOT NULL)",
            name="ended",
        ),
        Index("ix_ask_antenna_id_state", "antenna_id", "state", "id"),
        Index("ix_ask_member_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    state: Mapped[AskState] = mapped_column(enum_column(AskState))
    words: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    asker_name: Mapped[str] = mapped_column(default="")
    asker_phone: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    drop_point: Mapped[str] = mapped_column(default="")
    consent_note: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    category: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    cell_row: Mapped[int | None]
    cell_column: Mapped[int | None]
    to_cell_row: Mapped[int | None]
    to_cell_column: Mapped[int | None]
    minutes: Mapped[int] = mapped_column(default=60)
    fixed_minute: Mapped[int | None]
    slots: Mapped[int] = mapped_column(default=1)
    wishes: Mapped[list[str]] = mapped_column(JSON, default=list)
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    urgency: Mapped[int] = mapped_column(default=1)
    first_meeting: Mapped[bool] = mapped_column(default=False)
    show_phone: Mapped[bool] = mapped_column(default=False)
    repeat_days: Mapped[int | None]
    repeat_until: Mapped[date | None] = mapped_column(Date)
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("ask.id"), unique=True)
    beside_id: Mapped[int | None] = mapped_column(ForeignKey("ask.id"))
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    end_note: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True)
    member: Mapped[Member | None] = relationship(viewonly=True)
    made_by: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[made_by_id])
    windows: Mapped[list["AskWindow"]] = relationship(
        back_populates="ask",
        order_by="(AskWindow.on_day, AskWindow.from_minute)",
        cascade="all, delete-orphan",
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def asker(self) -> str:
        """Who asks, by name."""
        return self.asker_name if self.member_id is None or self.member is None else self.member.person.name

    @property
    def last_day(self) -> date | None:
        """The last day on which help is of use; None where no day was said."""
        return max((window.on_day for window in self.windows), default=None)


class AskWindow(Base):
    """A stretch of one day in which the help may take place, in local minutes of the day."""

    __tablename__ = "ask_window"
    __table_args__ = (
        CheckConstraint(
            "from_minute >= 0 AND until_minute <= 1440 AND from_minute < until_minute", name="span"
        ),
        UniqueConstraint("ask_id", "on_day", "from_minute"),
        Index("ix_ask_window_on_day", "on_day"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ask_id: Mapped[int] = mapped_column(ForeignKey("ask.id"))
    on_day: Mapped[date] = mapped_column(Date)
    from_minute: Mapped[int]
    until_minute: Mapped[int]

    ask: Mapped[Ask] = relationship(back_populates="windows")

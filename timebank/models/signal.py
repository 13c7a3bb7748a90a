"""Signals: something noticed that needs a look, who follows it up, and how it ended."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.states import SignalState
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class SignalOutcome(enum.StrEnum):
    """How a signal ended."""

    ALL_WELL = "all_well"
    HELPED = "helped"
    REFERRED = "referred"
    HANDED_OVER = "handed_over"
    UNFOUNDED = "unfounded"


class Signal(Base):
    """One signal, about a member or an address in words.

    Some days after its end the texts and the member are erased; channel, outcome and days stay, to
    be counted. Before that nothing of it is erased, and after that nothing of it is changed.
    """

    __tablename__ = "signal"
    __table_args__ = (
        CheckConstraint(enum_check("state", SignalState), name="state"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint(f"outcome IS NULL OR {enum_check('outcome', SignalOutcome)}", name="outcome"),
        CheckConstraint("(state IN ('ended', 'erased')) = (ended_at IS NOT NULL)", name="ended"),
        CheckConstraint("(outcome IS NOT NULL) = (ended_at IS NOT NULL)", name="has_outcome"),
        CheckConstraint("(state = 'erased') = (erased_at IS NOT NULL)", name="erased"),
        CheckConstraint(
            "(state = 'erased') = (words = '') AND (state <> 'erased'"
            " OR (about_words = '' AND told_by = '' AND about_member_id IS NULL))",
            name="text",
        ),
        CheckConstraint("state = 'erased' OR about_member_id IS NOT NULL OR about_words <> ''", name="about"),
        CheckConstraint(
            "state <> 'followed' OR (assignee_id IS NOT NULL AND follow_up_on IS NOT NULL)", name="followed"
        ),
        Index("ix_signal_antenna_id_state", "antenna_id", "state"),
        Index("ix_signal_about_member_id", "about_member_id"),
        Index("ix_signal_told_by_id", "told_by_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    state: Mapped[SignalState] = mapped_column(enum_column(SignalState))
    about_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    about_words: Mapped[str] = mapped_column(default="")
    words: Mapped[str]
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    told_by: Mapped[str] = mapped_column(default="")
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    told_at: Mapped[datetime]
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    follow_up_on: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[SignalOutcome | None] = mapped_column(enum_column(SignalOutcome))
    ended_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    about: Mapped[Member | None] = relationship(viewonly=True)
    writer: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[told_by_id])
    assignee: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[assignee_id])

    __mapper_args__ = {"version_id_col": version}


class SignalLine(Base):
    """One line of what was done about a signal: which deed, a few words, who and when.

    Append-only; ``words`` are erased with the signal's own text, and only then.
    """

    __tablename__ = "signal_line"
    __table_args__ = (Index("ix_signal_line_signal_id", "signal_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    signal_id: Mapped[int] = mapped_column(ForeignKey("signal.id"))
    deed: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    actor: Mapped[Person | None] = relationship(viewonly=True)

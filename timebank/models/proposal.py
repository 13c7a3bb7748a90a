"""Proposals: a coordinator's question to one candidate, the promise it becomes, and who was shown."""

import enum
import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.ask_states import ProposalState
from timebank.domain.channels import Channel, ContactChannel
from timebank.models.ask import Ask
from timebank.models.favour import Favour
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column

_LIVE = "state IN ('volunteered', 'handed_over', 'asked', 'accepted')"


class DeclineKind(enum.StrEnum):
    """How far a 'no' reaches; remembered kindly and never shown to members."""

    NOT_THIS_TIME = "not_this_time"
    NOT_THIS_KIND = "not_this_kind"
    NOT_THIS_DAY = "not_this_day"
    NOT_THIS_PERSON = "not_this_person"


class Proposal(Base):
    """One question to one candidate for one ask; accepted, it is a promise for a day and an hour.

    ``on_day`` and ``from_minute`` (local minutes of the day) say when the help would take place.
    ``reasons`` are the codes and values that the coordinator saw. ``override_note`` says why a hard
    rule was set aside. ``favour_id`` is what was written down afterwards. ``passed_on_at`` and
    ``passed_on_by_id`` say who of a helper's own antenna put another antenna's question to them.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint(enum_check("state", ProposalState), name="state"),
        CheckConstraint(enum_check("ask_channel", ContactChannel), name="ask_channel"),
        CheckConstraint(
            f"answer_channel IS NULL OR {enum_check('answer_channel', Channel)}", name="answer_channel"
        ),
        CheckConstraint(
            f"decline_kind IS NULL OR {enum_check('decline_kind', DeclineKind)}", name="decline_kind"
        ),
        CheckConstraint("from_minute IS NULL OR from_minute BETWEEN 0 AND 1439", name="from_minute"),
        CheckConstraint("minutes BETWEEN 15 AND 720", name="minutes"),
        CheckConstraint("state <> 'accepted' OR on_day IS NOT NULL", name="promise"),
        Index("ix_proposal_ask_id", "ask_id"),
        Index("ix_proposal_member_id_state", "member_id", "state"),
        # Nobody has the same question twice at a time, and nobody promises one ask twice.
        Index(
            "uq_proposal_live",
            "ask_id",
            "member_id",
            unique=True,
            sqlite_where=text(_LIVE),
            postgresql_where=text(_LIVE),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    ask_id: Mapped[int] = mapped_column(ForeignKey("ask.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    state: Mapped[ProposalState] = mapped_column(enum_column(ProposalState))
    on_day: Mapped[date | None] = mapped_column(Date)
    from_minute: Mapped[int | None]
    minutes: Mapped[int]
    introduction: Mapped[bool] = mapped_column(default=False)
    reasons: Mapped[list[Any]] = mapped_column(JSON, default=list)
    override_note: Mapped[str] = mapped_column(default="")
    ask_channel: Mapped[ContactChannel] = mapped_column(enum_column(ContactChannel))
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    answer_by: Mapped[date] = mapped_column(Date)
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answer_channel: Mapped[Channel | None] = mapped_column(enum_column(Channel))
    decline_kind: Mapped[DeclineKind | None] = mapped_column(enum_column(DeclineKind))
    asked_how_at: Mapped[datetime | None]
    closed_note: Mapped[str] = mapped_column(default="")
    favour_id: Mapped[int | None] = mapped_column(ForeignKey("favour.id"), unique=True)
    passed_on_at: Mapped[datetime | None]
    passed_on_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column(default=1)

    ask: Mapped[Ask] = relationship(viewonly=True)
    member: Mapped[Member] = relationship(viewonly=True)
    favour: Mapped[Favour | None] = relationship(viewonly=True)
    asked_by: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[asked_by_id])

    __mapper_args__ = {"version_id_col": version}

    @property
    def over_border(self) -> bool:
        """Whether the helper is of another antenna than who asks."""
        return self.member.antenna_id != self.ask.antenna_id

    @property
    def reached_helper(self) -> bool:
        """Whether the helper ever knew of it: their own antenna may have said no for them."""
        offered = self.asked_by_id == self.member.person_id
        return offered or self.passed_on_at is not None or not self.over_border

    @property
    def at_own_desk(self) -> bool:
        """Whether it lies with the coordinators of the helper's own antenna, to be passed on over the border."""
        if self.state is ProposalState.VOLUNTEERED:
            return self.over_border and self.passed_on_at is None
        return self.state is ProposalState.HANDED_OVER


class ShownList(Base):
    """Whom a coordinator was shown for an ask, in which order and why. Append-only.

    ``shown`` is a list of ``{member, reasons, cautions}`` (ids and codes, no names); ``chosen_id``
    is who was asked, with ``note`` where it wasn't one of the first.
    """

    __tablename__ = "shown_list"
    __table_args__ = (Index("ix_shown_list_ask_id", "ask_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ask_id: Mapped[int] = mapped_column(ForeignKey("ask.id"))
    shown_at: Mapped[datetime]
    shown_to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    shown: Mapped[list[Any]] = mapped_column(JSON)
    chosen_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    note: Mapped[str] = mapped_column(default="")

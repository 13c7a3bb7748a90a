"""Questionnaires: a round of one scale over a period, answered twice by whoever wishes."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.scales import RANGES, Scale
from timebank.models.antenna import Antenna
from timebank.orm import Base, BigId, enum_check, enum_column

CHANGE_LEAST = 5
"""A mean of fewer pairs than the antenna's own board may see is never kept."""
_SCORES = " OR ".join(
    f"(scale = '{scale.value}' AND score BETWEEN {low} AND {high})" for scale, (low, high) in RANGES.items()
)


class QuestionnaireRound(Base):
    """One round: members answer once near its first day and once more near its last.

    ``asked`` counts whom it was offered. After the last day the answers are erased, and what is left
    is how many answered both times and their mean change in tenths of a point; the mean only where
    they were ``CHANGE_LEAST`` or more.
    """

    __tablename__ = "questionnaire_round"
    __table_args__ = (
        CheckConstraint(enum_check("scale", Scale), name="scale"),
        CheckConstraint("ends_on > starts_on", name="days"),
        CheckConstraint("asked BETWEEN 0 AND 100000", name="asked"),
        CheckConstraint("(erased_at IS NOT NULL) = (answered_twice IS NOT NULL)", name="erased"),
        CheckConstraint(
            f"change_tenths IS NULL OR (answered_twice IS NOT NULL AND answered_twice >= {CHANGE_LEAST})",
            name="change",
        ),
        Index("ix_questionnaire_round_antenna_id", "antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    scale: Mapped[Scale] = mapped_column(enum_column(Scale))
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    asked: Mapped[int] = mapped_column(default=0)
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    answered_twice: Mapped[int | None]
    change_tenths: Mapped[int | None]
    erased_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}


class QuestionnaireAnswer(Base):
    """One score of one member, with their yes: only to be paired and averaged, and erased after the round."""

    __tablename__ = "questionnaire_answer"
    __table_args__ = (
        CheckConstraint(_SCORES, name="score"),
        CheckConstraint(enum_check("scale", Scale), name="scale"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        Index("ix_questionnaire_answer_member_id", "member_id"),
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_round.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    second: Mapped[bool] = mapped_column(primary_key=True)
    scale: Mapped[Scale] = mapped_column(enum_column(Scale))
    score: Mapped[int]
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    consent_on: Mapped[date] = mapped_column(Date)

"""The coordinators' desk: who has a row in hand, who is on duty, calendar feeds, opening an antenna."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.orm import Base, BigId


class Hold(Base):
    """That a coordinator has a row of the desk in hand, so that another one leaves it alone.

    ``row`` names it, such as 'ask:<uid>'. A hold is a courtesy: it ends by itself after a while and
    refuses nothing.
    """

    __tablename__ = "hold"

    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"), primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime]

    person: Mapped[Person] = relationship(viewonly=True)


class Duty(Base):
    """Who answers the antenna's phone or sits at its table, and who steps in. Local minutes of the day."""

    __tablename__ = "duty"
    __table_args__ = (
        CheckConstraint(
            "from_minute >= 0 AND until_minute <= 1440 AND from_minute < until_minute", name="span"
        ),
        CheckConstraint("substitute_id IS NULL OR substitute_id <> person_id", name="substitute"),
        UniqueConstraint("antenna_id", "on_day", "from_minute"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    on_day: Mapped[date] = mapped_column(Date)
    from_minute: Mapped[int]
    until_minute: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column(default=1)

    person: Mapped[Person] = relationship(viewonly=True, foreign_keys=[person_id])
    substitute: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[substitute_id])

    __mapper_args__ = {"version_id_col": version}


class CalendarFeed(Base):
    """A secret address under which a calendar program finds a person's or an antenna's promises.

    Only the hash of the address is kept. Renewing it ends the old one.
    """

    __tablename__ = "calendar_feed"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (antenna_id IS NULL)", name="whose"),
        Index("ix_calendar_feed_person_id", "person_id"),
        Index("ix_calendar_feed_antenna_id", "antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[person_id])
    antenna: Mapped[Antenna | None] = relationship(viewonly=True)


class OpeningStep(Base):
    """A step of opening an antenna that someone ticked off, with a word on it; or, as
    ``practice:<uid>``, one of the asks that were put in to practise on and go when it goes live.
    """

    __tablename__ = "opening_step"

    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"), primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    note: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date] = mapped_column(Date)
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

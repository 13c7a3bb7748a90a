"""Population: how many people live in an antenna's area by official figures, and in which sector each street lies."""

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timebank.orm import Base, BigId, enum_check, enum_column


class Grouping(enum.StrEnum):
    """By what the people of an area are told apart; ``ALL`` counts everybody."""

    ALL = "all"
    LANGUAGE = "language"
    AGE_BAND = "age_band"
    GENDER_WORDS = "gender_words"


class PopulationFigure(Base):
    """The inhabitants of one area, or of one group in it, in a year. A newer sheet of the year replaces all.

    ``area`` is a street or statistical sector, ``part_of`` the area around it. ``group`` is a language's
    code, an age band such as '65-74' or '85+', or words for a gender. ``homes`` are counted for everybody only.
    """

    __tablename__ = "population_figure"
    __table_args__ = (
        CheckConstraint(enum_check("grouping", Grouping), name="grouping"),
        CheckConstraint("(grouping = 'all') = (group_name = '')", name="group_name"),
        CheckConstraint("inhabitants BETWEEN 0 AND 20000000", name="inhabitants"),
        CheckConstraint("homes IS NULL OR (grouping = 'all' AND homes BETWEEN 0 AND 20000000)", name="homes"),
        CheckConstraint("year BETWEEN 1990 AND 2100", name="year"),
        CheckConstraint("area <> '' AND source <> '' AND area <> part_of", name="area"),
        UniqueConstraint("antenna_id", "year", "area", "grouping", "group_name"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    year: Mapped[int]
    area: Mapped[str]
    part_of: Mapped[str] = mapped_column(default="")
    grouping: Mapped[Grouping] = mapped_column(enum_column(Grouping))
    group_name: Mapped[str] = mapped_column(default="")
    inhabitants: Mapped[int]
    homes: Mapped[int | None]
    source: Mapped[str]
    brought_in_at: Mapped[datetime]


class StreetSector(Base):
    """In which statistical sector a street of an antenna lies. A newer sheet replaces all of the antenna's.

    ``street_key`` is the street as ``fold_name`` writes it, by which people's addresses find it.
    """

    __tablename__ = "street_sector"
    __table_args__ = (
        CheckConstraint("street_key <> '' AND sector <> ''", name="names"),
        UniqueConstraint("antenna_id", "street_key"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    street: Mapped[str]
    street_key: Mapped[str]
    sector: Mapped[str]
    brought_in_at: Mapped[datetime]

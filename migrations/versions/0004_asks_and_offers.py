"""Categories, asks, offers, proposals, and what the desk keeps: holds, duties, feeds, opening steps."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
CELL = "(cell_row IS NULL) = (cell_column IS NULL)"


def upgrade() -> None:
    op.create_table(
        "boundary",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_boundary_antenna_id_antenna")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boundary")),
        sa.UniqueConstraint("antenna_id", "code", name=op.f("uq_boundary_antenna_id_code")),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (antenna_id IS NULL)", name=op.f("ck_calendar_feed_whose")
        ),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_calendar_feed_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_calendar_feed_made_by_id_person")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_index("ix_calendar_feed_antenna_id", "calendar_feed", ["antenna_id"], unique=False)
    op.create_index("ix_calendar_feed_person_id", "calendar_feed", ["person_id"], unique=False)

    op.create_table(
        "category",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("code LIKE 'own!_%' ESCAPE '!'", name=op.f("ck_category_code")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_category_antenna_id_antenna")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("antenna_id", "code", name=op.f("uq_category_antenna_id_code")),
    )
    op.create_table(
        "duty",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("substitute_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "from_minute >= 0 AND until_minute <= 1440 AND from_minute < until_minute",
            name=op.f("ck_duty_span"),
        ),
        sa.CheckConstraint(
            "substitute_id IS NULL OR substitute_id <> person_id", name=op.f("ck_duty_substitute")
        ),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_duty_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_person_id_person")),
        sa.ForeignKeyConstraint(["substitute_id"], ["person.id"], name=op.f("fk_duty_substitute_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint(
            "antenna_id", "on_day", "from_minute", name=op.f("uq_duty_antenna_id_on_day_from_minute")
        ),
    )
    op.create_table(
        "hold",
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("taken_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_hold_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_hold_person_id_person")),
        sa.PrimaryKeyConstraint("antenna_id", "row", name=op.f("pk_hold")),
    )
    op.create_table(
        "opening_step",
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_opening_step_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["person.id"], name=op.f("fk_opening_step_done_by_id_person")
        ),
        sa.PrimaryKeyConstraint("antenna_id", "step", name=op.f("pk_opening_step")),
    )
    op.create_table(
        "pool",
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("with_antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("antenna_id <> with_antenna_id", name=op.f("ck_pool_two")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_pool_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_pool_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["with_antenna_id"], ["antenna.id"], name=op.f("fk_pool_with_antenna_id_antenna")
        ),
        sa.PrimaryKeyConstraint("antenna_id", "with_antenna_id", name=op.f("pk_pool")),
    )
    op.create_table(
        "apart",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("member_id < other_member_id", name=op.f("ck_apart_order")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_apart_member_id_member")),
        sa.ForeignKeyConstraint(
            ["other_member_id"], ["member.id"], name=op.f("fk_apart_other_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_apart_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apart")),
        sa.UniqueConstraint("member_id", "other_member_id", name=op.f("uq_apart_member_id_other_member_id")),
    )
    op.create_index("ix_apart_other_member_id", "apart", ["other_member_id"], unique=False)

    op.create_table(
        "ask",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "new",
                "open",
                "promised",
                "filled",
                "partly",
                "referred",
                "withdrawn",
                "nobody",
                name="askstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asker_name", sa.String(), nullable=False),
        sa.Column("asker_phone", sa.String(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "talk",
                "phone",
                "card",
                "slip",
                "web",
                "letter",
                "mail",
                "import",
                "api",
                name="channel",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("drop_point", sa.String(), nullable=False),
        sa.Column("consent_note", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("cell_row", sa.Integer(), nullable=True),
        sa.Column("cell_column", sa.Integer(), nullable=True),
        sa.Column("to_cell_row", sa.Integer(), nullable=True),
        sa.Column("to_cell_column", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("fixed_minute", sa.Integer(), nullable=True),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("first_meeting", sa.Boolean(), nullable=False),
        sa.Column("show_phone", sa.Boolean(), nullable=False),
        sa.Column("repeat_days", sa.Integer(), nullable=True),
        sa.Column("repeat_until", sa.Date(), nullable=True),
        sa.Column("follows_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("beside_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("end_note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('filled', 'partly', 'referred', 'withdrawn', 'nobody')) = (ended_at IS NOT NULL)",
            name=op.f("ck_ask_ended"),
        ),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_ask_channel"),
        ),
        sa.CheckConstraint("member_id IS NOT NULL OR asker_name <> ''", name=op.f("ck_ask_asker")),
        sa.CheckConstraint(
            "state IN ('new', 'open', 'promised', 'filled', 'partly', 'referred', 'withdrawn', 'nobody')",
            name=op.f("ck_ask_state"),
        ),
        sa.CheckConstraint("words <> ''", name=op.f("ck_ask_words")),
        sa.CheckConstraint("(cell_row IS NULL) = (cell_column IS NULL)", name=op.f("ck_ask_cell")),
        sa.CheckConstraint("(to_cell_row IS NULL) = (to_cell_column IS NULL)", name=op.f("ck_ask_to_cell")),
        sa.CheckConstraint(
            "fixed_minute IS NULL OR fixed_minute BETWEEN 0 AND 1439", name=op.f("ck_ask_fixed_minute")
        ),
        sa.CheckConstraint("minutes BETWEEN 15 AND 720", name=op.f("ck_ask_minutes")),
        sa.CheckConstraint(
            "repeat_days IS NULL OR repeat_days BETWEEN 1 AND 92", name=op.f("ck_ask_repeat_days")
        ),
        sa.CheckConstraint("slots BETWEEN 1 AND 20", name=op.f("ck_ask_slots")),
        sa.CheckConstraint("urgency BETWEEN 0 AND 2", name=op.f("ck_ask_urgency")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_ask_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["beside_id"], ["ask.id"], name=op.f("fk_ask_beside_id_ask")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"], name=op.f("fk_ask_ended_by_id_person")),
        sa.ForeignKeyConstraint(["follows_id"], ["ask.id"], name=op.f("fk_ask_follows_id_ask")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_ask_made_by_id_person")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_ask_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
        sa.UniqueConstraint("follows_id", name=op.f("uq_ask_follows_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_ask_uid")),
    )
    op.create_index("ix_ask_antenna_id_state", "ask", ["antenna_id", "state", "id"], unique=False)
    op.create_index("ix_ask_member_id", "ask", ["member_id"], unique=False)

    op.create_table(
        "offer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum("standing", "ended", name="offerstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("free_parts", sa.Integer(), nullable=False),
        sa.Column("foot_metres", sa.Integer(), nullable=False),
        sa.Column("bike_metres", sa.Integer(), nullable=False),
        sa.Column("car_metres", sa.Integer(), nullable=False),
        sa.Column("by_phone", sa.Boolean(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("takes_wheelchair", sa.Boolean(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("limits", sa.JSON(), nullable=False),
        sa.Column(
            "asked_as",
            sa.Enum("", "woman", "man", name="askedas", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("per_week_max", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("over_border", sa.Boolean(), nullable=False),
        sa.Column("show_phone", sa.Boolean(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "talk",
                "phone",
                "card",
                "slip",
                "web",
                "letter",
                "mail",
                "import",
                "api",
                name="channel",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("changed_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("asked_as IN ('', 'woman', 'man')", name=op.f("ck_offer_asked_as")),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_offer_channel"),
        ),
        sa.CheckConstraint("state IN ('standing', 'ended')", name=op.f("ck_offer_state")),
        sa.CheckConstraint("bike_metres BETWEEN 0 AND 40000", name=op.f("ck_offer_bike_metres")),
        sa.CheckConstraint("car_metres BETWEEN 0 AND 100000", name=op.f("ck_offer_car_metres")),
        sa.CheckConstraint("foot_metres BETWEEN 0 AND 20000", name=op.f("ck_offer_foot_metres")),
        sa.CheckConstraint("free_parts BETWEEN 0 AND 2097151", name=op.f("ck_offer_free_parts")),
        sa.CheckConstraint("per_week_max BETWEEN 1 AND 14", name=op.f("ck_offer_per_week_max")),
        sa.CheckConstraint("seats BETWEEN 0 AND 8", name=op.f("ck_offer_seats")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_offer_made_by_id_person")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_offer_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint("member_id", name=op.f("uq_offer_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_offer_uid")),
    )
    op.create_table(
        "ask_window",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ask_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "from_minute >= 0 AND until_minute <= 1440 AND from_minute < until_minute",
            name=op.f("ck_ask_window_span"),
        ),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_ask_window_ask_id_ask")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask_window")),
        sa.UniqueConstraint(
            "ask_id", "on_day", "from_minute", name=op.f("uq_ask_window_ask_id_on_day_from_minute")
        ),
    )
    op.create_index("ix_ask_window_on_day", "ask_window", ["on_day"], unique=False)

    op.create_table(
        "offer_kind",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("offer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column(
            "readiness",
            sa.Enum("likes", "may_be_asked", name="readiness", native_enum=False, length=32),
            nullable=False,
        ),
        sa.CheckConstraint("readiness IN ('likes', 'may_be_asked')", name=op.f("ck_offer_kind_readiness")),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name=op.f("fk_offer_kind_offer_id_offer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_kind")),
        sa.UniqueConstraint("offer_id", "category", name=op.f("uq_offer_kind_offer_id_category")),
    )
    op.create_index("ix_offer_kind_category", "offer_kind", ["category"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("ask_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "volunteered",
                "asked",
                "accepted",
                "declined",
                "lapsed",
                "taken_back",
                "called_off",
                "done",
                "not_done",
                name="proposalstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("from_minute", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("introduction", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("override_note", sa.String(), nullable=False),
        sa.Column(
            "ask_channel",
            sa.Enum("phone", "letter", "mail", "talk", name="contactchannel", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("asked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("answered_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "answer_channel",
            sa.Enum(
                "talk",
                "phone",
                "card",
                "slip",
                "web",
                "letter",
                "mail",
                "import",
                "api",
                name="channel",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "decline_kind",
            sa.Enum(
                "not_this_time",
                "not_this_kind",
                "not_this_day",
                "not_this_person",
                name="declinekind",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("asked_how_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_note", sa.String(), nullable=False),
        sa.Column("favour_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "answer_channel IS NULL OR answer_channel IN"
            " ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_proposal_answer_channel"),
        ),
        sa.CheckConstraint(
            "ask_channel IN ('phone', 'letter', 'mail', 'talk')", name=op.f("ck_proposal_ask_channel")
        ),
        sa.CheckConstraint(
            "decline_kind IS NULL OR decline_kind IN"
            " ('not_this_time', 'not_this_kind', 'not_this_day', 'not_this_person')",
            name=op.f("ck_proposal_decline_kind"),
        ),
        sa.CheckConstraint("state <> 'accepted' OR on_day IS NOT NULL", name=op.f("ck_proposal_promise")),
        sa.CheckConstraint(
            "state IN ('volunteered', 'asked', 'accepted', 'declined', 'lapsed', 'taken_back', 'called_off',"
            " 'done', 'not_done')",
            name=op.f("ck_proposal_state"),
        ),
        sa.CheckConstraint(
            "from_minute IS NULL OR from_minute BETWEEN 0 AND 1439", name=op.f("ck_proposal_from_minute")
        ),
        sa.CheckConstraint("minutes BETWEEN 15 AND 720", name=op.f("ck_proposal_minutes")),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_proposal_answered_by_id_person")
        ),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_proposal_ask_id_ask")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_proposal_asked_by_id_person")),
        sa.ForeignKeyConstraint(["favour_id"], ["favour.id"], name=op.f("fk_proposal_favour_id_favour")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_proposal_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("favour_id", name=op.f("uq_proposal_favour_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_proposal_uid")),
    )
    op.create_index("ix_proposal_ask_id", "proposal", ["ask_id"], unique=False)
    op.create_index("ix_proposal_member_id_state", "proposal", ["member_id", "state"], unique=False)
    op.create_index(
        "uq_proposal_live",
        "proposal",
        ["ask_id", "member_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('volunteered', 'asked', 'accepted')"),
        postgresql_where=sa.text("state IN ('volunteered', 'asked', 'accepted')"),
    )

    op.create_table(
        "shown_list",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ask_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("shown_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("shown_to_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("chosen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_shown_list_ask_id_ask")),
        sa.ForeignKeyConstraint(["chosen_id"], ["member.id"], name=op.f("fk_shown_list_chosen_id_member")),
        sa.ForeignKeyConstraint(
            ["shown_to_id"], ["person.id"], name=op.f("fk_shown_list_shown_to_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shown_list")),
    )
    op.create_index("ix_shown_list_ask_id", "shown_list", ["ask_id"], unique=False)
    op.add_column("antenna", sa.Column("live_on", sa.Date(), nullable=True))
    op.execute("UPDATE antenna SET live_on = date(created_at)")
    for table in ("area", "person"):
        _add_cell(table)
    run_script(op.get_bind(), (SQL / f"asks_{op.get_bind().dialect.name}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.drop_table("shown_list")
    op.drop_table("proposal")
    op.drop_table("offer_kind")
    op.drop_table("ask_window")
    op.drop_table("offer")
    op.drop_table("ask")
    op.drop_table("apart")
    op.drop_table("pool")
    op.drop_table("opening_step")
    op.drop_table("hold")
    op.drop_table("duty")
    op.drop_table("category")
    op.drop_table("calendar_feed")
    op.drop_table("boundary")
    for table in ("person", "area"):
        if dialect == "postgresql":
            op.drop_constraint(f"ck_{table}_cell", table)
        op.drop_column(table, "cell_column")
        op.drop_column(table, "cell_row")
    op.drop_column("antenna", "live_on")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION proposal_slots()")


def _add_cell(table: str) -> None:
    """Two columns and their CHECK; SQLite takes the CHECK only with the column."""
    op.add_column(table, sa.Column("cell_row", sa.Integer(), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN cell_column INTEGER CONSTRAINT ck_{table}_cell CHECK ({CELL})"
        )
        return
    op.add_column(table, sa.Column("cell_column", sa.Integer(), nullable=True))
    op.create_check_constraint(op.f(f"ck_{table}_cell"), table, CELL)

"""The questionnaire, with its guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "questionnaire_round",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "scale", sa.Enum("gierveld", "ucla", name="scale", native_enum=False, length=32), nullable=False
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("opened_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("opened_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("answered_twice", sa.Integer(), nullable=True),
        sa.Column("change_tenths", sa.Integer(), nullable=True),
        sa.Column("erased_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("scale IN ('gierveld', 'ucla')", name=op.f("ck_questionnaire_round_scale")),
        sa.CheckConstraint(
            "(erased_at IS NOT NULL) = (answered_twice IS NOT NULL)",
            name=op.f("ck_questionnaire_round_erased"),
        ),
        sa.CheckConstraint("asked BETWEEN 0 AND 100000", name=op.f("ck_questionnaire_round_asked")),
        sa.CheckConstraint(
            "change_tenths IS NULL OR (answered_twice IS NOT NULL AND answered_twice >= 5)",
            name=op.f("ck_questionnaire_round_change"),
        ),
        sa.CheckConstraint("ends_on > starts_on", name=op.f("ck_questionnaire_round_days")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_questionnaire_round_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["person.id"], name=op.f("fk_questionnaire_round_opened_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_round")),
        sa.UniqueConstraint("uid", name=op.f("uq_questionnaire_round_uid")),
    )
    with op.batch_alter_table("questionnaire_round", schema=None) as batch_op:
        batch_op.create_index("ix_questionnaire_round_antenna_id", ["antenna_id"], unique=False)

    op.create_table(
        "questionnaire_answer",
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.Column(
            "scale", sa.Enum("gierveld", "ucla", name="scale", native_enum=False, length=32), nullable=False
        ),
        sa.Column("score", sa.Integer(), nullable=False),
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
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(scale = 'gierveld' AND score BETWEEN 0 AND 6) OR (scale = 'ucla' AND score BETWEEN 3 AND 9)",
            name=op.f("ck_questionnaire_answer_score"),
        ),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_questionnaire_answer_channel"),
        ),
        sa.CheckConstraint("scale IN ('gierveld', 'ucla')", name=op.f("ck_questionnaire_answer_scale")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_questionnaire_answer_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["questionnaire_round.id"],
            name=op.f("fk_questionnaire_answer_round_id_questionnaire_round"),
        ),
        sa.PrimaryKeyConstraint("round_id", "member_id", "second", name=op.f("pk_questionnaire_answer")),
    )
    with op.batch_alter_table("questionnaire_answer", schema=None) as batch_op:
        batch_op.create_index("ix_questionnaire_answer_member_id", ["member_id"], unique=False)

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"questionnaires_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("questionnaire_answer")
    op.drop_table("questionnaire_round")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION questionnaire_answer_of_round(), questionnaire_round_over_stays()")

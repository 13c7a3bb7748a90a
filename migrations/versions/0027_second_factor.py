"""A second factor beside password and mail, with recovery codes; when a session last proved who it is."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "second_factor",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("begun_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_second_factor")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_second_factor_person_id_person")),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (last_step IS NULL)", name=op.f("ck_second_factor_confirmed")
        ),
    )
    op.create_table(
        "recovery_code",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("used_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("person_id", "position", name=op.f("pk_recovery_code")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["second_factor.person_id"],
            name=op.f("fk_recovery_code_person_id_second_factor"),
        ),
    )
    op.add_column(
        "login_session", sa.Column("proven_at", timebank.orm.UtcDateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    op.drop_column("login_session", "proven_at")
    op.drop_table("recovery_code")
    op.drop_table("second_factor")

"""Offers and asks come in from TimeOverflow's file, and are taken back with it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BEFORE = {"kind": "kind IN ('members', 'favours')"}
AFTER = {
    "kind": "kind IN ('members', 'favours', 'posts')",
    "posts": "kind <> 'posts' OR format = 'timeoverflow'",
}


def upgrade() -> None:
    _change_checks(BEFORE, AFTER)
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "imported_post",
        sa.Column("id", big, nullable=False),
        sa.Column("batch_id", big, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("ask_id", big, nullable=True),
        sa.Column("offer_id", big, nullable=True),
        sa.CheckConstraint(
            "(ask_id IS NULL) <> (offer_id IS NULL)", name=op.f("ck_imported_post_one_of_two")
        ),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_imported_post_ask_id_ask")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_imported_post_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name=op.f("fk_imported_post_offer_id_offer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_post")),
        sa.UniqueConstraint("batch_id", "row", name=op.f("uq_imported_post_batch_id_row")),
    )
    op.create_index("ix_imported_post_ask_id", "imported_post", ["ask_id"])
    op.create_index("ix_imported_post_offer_id", "imported_post", ["offer_id"])


def downgrade() -> None:
    op.drop_table("imported_post")
    op.execute("DELETE FROM import_batch WHERE kind = 'posts'")
    _change_checks(AFTER, BEFORE)


def _change_checks(before: dict[str, str], after: dict[str, str]) -> None:
    """Put other checks of import_batch in the place of these (name -> condition)."""
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(_sql(before), _sql(after))
        return
    for name in before:
        op.execute(f"ALTER TABLE import_batch DROP CONSTRAINT ck_import_batch_{name}")
    for name, condition in after.items():
        op.execute(f"ALTER TABLE import_batch ADD CONSTRAINT ck_import_batch_{name} CHECK ({condition})")


def _sql(checks: dict[str, str]) -> str:
    written = (f"CONSTRAINT ck_import_batch_{name} CHECK ({condition})" for name, condition in checks.items())
    return ", \n\t".join(written)


def _rewrite(before: str, after: str) -> None:
    """Change the table's stored text, as SQLite's documentation of ALTER TABLE says for checks.

    It can't alter a check, and copying the table would drop it under the rows that refer to it.
    """
    bind = op.get_bind()
    version = int(bind.scalar(sa.text("PRAGMA schema_version")))
    bind.exec_driver_sql("PRAGMA writable_schema = ON")
    changed = bind.execute(
        sa.text(
            "UPDATE sqlite_schema SET sql = replace(sql, :before, :after) "
            "WHERE type = 'table' AND name = 'import_batch' AND instr(sql, :before) > 0"
        ),
        {"before": before, "after": after},
    )
    bind.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    bind.exec_driver_sql("PRAGMA writable_schema = RESET")
    if changed.rowcount != 1:
        raise RuntimeError("The checks of import_batch aren't those that this migration expects.")

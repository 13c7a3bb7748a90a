"""Agreements to help over the border are kept after their end, and questions go through the helper's antenna."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

STATES = (
    "'volunteered', 'asked', 'accepted', 'declined', 'lapsed', 'taken_back', 'called_off', 'done', 'not_done'"
)
LIVE = "('volunteered', 'asked', 'accepted')"
LIVE_NOW = "('volunteered', 'handed_over', 'asked', 'accepted')"
NEW_COLUMNS = "\n\tpassed_on_at DATETIME, \n\tpassed_on_by_id INTEGER, "
NEW_KEY = (
    "\n\tCONSTRAINT fk_proposal_passed_on_by_id_person FOREIGN KEY(passed_on_by_id) REFERENCES person (id), "
)
KEPT = ("antenna_id", "with_antenna_id", "agreed_on", "agreed_by", "recorded_by_id", "recorded_at")


def upgrade() -> None:
    _new_pool()
    if op.get_bind().dialect.name == "sqlite":
        _copy_proposal(
            (STATES, f"{STATES}, 'handed_over'"),
            (LIVE, LIVE_NOW),
            ("\n\tCONSTRAINT", f"{NEW_COLUMNS}{NEW_KEY}\n\tCONSTRAINT"),
        )
        return
    op.add_column(
        "proposal", sa.Column("passed_on_at", timebank.orm.UtcDateTime(timezone=True), nullable=True)
    )
    op.add_column("proposal", sa.Column("passed_on_by_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_proposal_passed_on_by_id_person"), "proposal", "person", ["passed_on_by_id"], ["id"]
    )
    _check_states(f"{STATES}, 'handed_over'", LIVE_NOW)


def downgrade() -> None:
    op.execute("UPDATE proposal SET state = 'taken_back' WHERE state = 'handed_over'")
    if op.get_bind().dialect.name == "sqlite":
        _copy_proposal(
            (f"{STATES}, 'handed_over'", STATES), (LIVE_NOW, LIVE), (NEW_COLUMNS, ""), (NEW_KEY, "")
        )
    else:
        _check_states(STATES, LIVE)
        op.drop_column("proposal", "passed_on_by_id")
        op.drop_column("proposal", "passed_on_at")
    _old_pool()


def _check_states(states: str, live: str) -> None:
    """PostgreSQL: which states there are, and which of them nobody has twice for one ask."""
    op.drop_constraint(op.f("ck_proposal_state"), "proposal", type_="check")
    op.create_check_constraint(op.f("ck_proposal_state"), "proposal", f"state IN ({states})")
    op.drop_index("uq_proposal_live", "proposal")
    op.create_index(
        "uq_proposal_live",
        "proposal",
        ["ask_id", "member_id"],
        unique=True,
        postgresql_where=sa.text(f"state IN {live}"),
    )


def _copy_proposal(*changes: tuple[str, str]) -> None:
    """SQLite: the table written anew with these changes in its text, and with all of its indexes and guards."""
    bind = op.get_bind()
    known = bind.exec_driver_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'proposal' AND sql IS NOT NULL ORDER BY rowid"
    ).all()
    before = [row.name for row in bind.exec_driver_sql("PRAGMA table_info(proposal)")]
    table = _changed(next(sql for kind, sql in known if kind == "table"), changes)
    bind.exec_driver_sql(table.replace("proposal", "proposal_anew", 1))
    after = {row.name for row in bind.exec_driver_sql("PRAGMA table_info(proposal_anew)")}
    both = ", ".join(name for name in before if name in after)
    copied = f"INSERT INTO proposal_anew ({both}) SELECT {both} FROM proposal"  # noqa: S608 - its own columns
    bind.exec_driver_sql(copied)
    bind.exec_driver_sql("DROP TABLE proposal")
    bind.exec_driver_sql("ALTER TABLE proposal_anew RENAME TO proposal")
    for kind, sql in known:
        if kind != "table":
            bind.exec_driver_sql(_changed(sql, changes))


def _changed(sql: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        sql = sql.replace(old, new, 1)
    return sql


def _new_pool() -> None:
    """Agreements with a number of their own, so that one that ended can be made again."""
    rows = op.get_bind().execute(sa.text("SELECT * FROM pool")).mappings().all()
    op.drop_table("pool")
    op.create_table(
        "pool",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        *_pool_columns(),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("ended_note", sa.String(), nullable=False),
        sa.CheckConstraint("agreed_by <> ''", name=op.f("ck_pool_decision")),
        *_pool_rules(),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"], name=op.f("fk_pool_ended_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool")),
    )
    op.create_index("ix_pool_with_antenna_id", "pool", ["with_antenna_id"])
    op.create_index(
        "uq_pool_live",
        "pool",
        ["antenna_id", "with_antenna_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    _fill(rows, ended_note="")


def _old_pool() -> None:
    """The agreements that hold, without those that ended."""
    query = sa.text("SELECT * FROM pool WHERE ended_at IS NULL")
    rows = op.get_bind().execute(query).mappings().all()
    op.drop_table("pool")
    op.create_table(
        "pool",
        *_pool_columns(),
        *_pool_rules(),
        sa.PrimaryKeyConstraint("antenna_id", "with_antenna_id", name=op.f("pk_pool")),
    )
    _fill(rows)


def _pool_columns() -> list[sa.Column]:
    return [
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("with_antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
    ]


def _pool_rules() -> list[sa.Constraint]:
    return [
        sa.CheckConstraint("antenna_id <> with_antenna_id", name=op.f("ck_pool_two")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_pool_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_pool_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["with_antenna_id"], ["antenna.id"], name=op.f("fk_pool_with_antenna_id_antenna")
        ),
    ]


def _fill(rows: list, **more: str) -> None:
    """Put the rows back as the database gave them: neither days nor moments are read on the way."""
    for row in rows:
        values = {name: row[name] for name in KEPT} | {"agreed_by": row["agreed_by"] or "-"} | more
        pool = sa.table("pool", *(sa.column(name) for name in values))
        op.get_bind().execute(pool.insert().values(**values))

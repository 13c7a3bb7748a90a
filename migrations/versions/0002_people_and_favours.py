"""People, antennas, favours, gifts, imports, notices and signing in, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "attempt_count",
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("window_start", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "window_start", name=op.f("pk_attempt_count")),
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name", name=op.f("uq_partner_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_partner_uid")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column(
            "preferred_channel",
            sa.Enum("phone", "letter", "mail", "talk", name="contactchannel", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("house_number", sa.String(), nullable=False),
        sa.Column("building", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("gender_words", sa.String(), nullable=False),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "preferred_channel IN ('phone', 'letter', 'mail', 'talk')",
            name=op.f("ck_person_preferred_channel"),
        ),
        sa.CheckConstraint(
            "birth_year IS NULL OR birth_year BETWEEN 1890 AND 2100", name=op.f("ck_person_birth_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_uid")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_email", ["email"], unique=False)
        batch_op.create_index("ix_person_sort_name", ["sort_name"], unique=False)

    op.create_table(
        "request_key",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=True),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=op.f("pk_request_key")),
    )
    op.create_table(
        "api_token",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_api_token_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
        sa.UniqueConstraint("uid", name=op.f("uq_api_token_uid")),
    )
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.create_index("ix_api_token_person_id", ["person_id"], unique=False)

    op.create_table(
        "login_session",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "signed_in_by",
            sa.Enum("password", "mail", "card", "kiosk", name="signedinby", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "rights", sa.Enum("full", "small", name="rights", native_enum=False, length=32), nullable=False
        ),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("idle_seconds", sa.Integer(), nullable=False),
        sa.Column("expires_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("opened_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("rights IN ('full', 'small')", name=op.f("ck_login_session_rights")),
        sa.CheckConstraint(
            "signed_in_by IN ('password', 'mail', 'card', 'kiosk')",
            name=op.f("ck_login_session_signed_in_by"),
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["person.id"], name=op.f("fk_login_session_opened_by_id_person")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_login_session_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_session_token_hash")),
        sa.UniqueConstraint("uid", name=op.f("uq_login_session_uid")),
    )
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.create_index("ix_login_session_person_id", ["person_id"], unique=False)

    op.create_table(
        "sign_in_code",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("browser_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("used_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_code_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_code")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_code_token_hash")),
    )
    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_code_person_id", ["person_id"], unique=False)

    op.create_table(
        "staff_password",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("set_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_staff_password_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_staff_password")),
    )
    op.create_table(
        "antenna",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("opening_hours", sa.JSON(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("book_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("pot_account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("next_member_number", sa.Integer(), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(slug) BETWEEN 2 AND 40", name=op.f("ck_antenna_slug")),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], name=op.f("fk_antenna_book_id_book")),
        sa.ForeignKeyConstraint(
            ["pot_account_id"], ["account.id"], name=op.f("fk_antenna_pot_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_antenna")),
        sa.UniqueConstraint("book_id", name=op.f("uq_antenna_book_id")),
        sa.UniqueConstraint("pot_account_id", name=op.f("uq_antenna_pot_account_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_antenna_slug")),
        sa.UniqueConstraint("uid", name=op.f("uq_antenna_uid")),
    )
    op.create_table(
        "area",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("postal_code", "street", "building", name="areakind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("kind IN ('postal_code', 'street', 'building')", name=op.f("ck_area_kind")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_area_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name=op.f("fk_area_parent_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("antenna_id", "kind", "name", name=op.f("uq_area_antenna_id_kind_name")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_household_account_id_account")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_household_antenna_id_antenna")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("account_id", name=op.f("uq_household_account_id")),
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("members", "favours", name="importkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "format",
            sa.Enum(
                "sheet",
                "timeoverflow",
                "timeoverflow_report",
                "elas",
                name="importformat",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("draft", "posted", "undone", name="importstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("uploaded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("uploaded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("posted_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("undone_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "format IN ('sheet', 'timeoverflow', 'timeoverflow_report', 'elas')",
            name=op.f("ck_import_batch_format"),
        ),
        sa.CheckConstraint("kind IN ('members', 'favours')", name=op.f("ck_import_batch_kind")),
        sa.CheckConstraint("state IN ('draft', 'posted', 'undone')", name=op.f("ck_import_batch_state")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_import_batch_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["person.id"], name=op.f("fk_import_batch_undone_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_import_batch_uploaded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sa.UniqueConstraint("uid", name=op.f("uq_import_batch_uid")),
    )
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.create_index("ix_import_batch_antenna_id", ["antenna_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum("phone", "letter", "mail", "talk", name="contactchannel", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("waiting", "sent", "stopped", "failed", name="noticestate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("due_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("handed_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.CheckConstraint("channel IN ('phone', 'letter', 'mail', 'talk')", name=op.f("ck_notice_channel")),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'stopped', 'failed')", name=op.f("ck_notice_state")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_notice_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_notice_dedupe_key")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index("ix_notice_person_id", ["person_id"], unique=False)
        batch_op.create_index("ix_notice_state_due_at", ["state", "due_at"], unique=False)

    op.create_table(
        "partner_antenna",
        sa.Column("partner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_partner_antenna_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_partner_antenna_partner_id_partner")
        ),
        sa.PrimaryKeyConstraint("partner_id", "antenna_id", name=op.f("pk_partner_antenna")),
    )
    op.create_table(
        "role_mandate",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "antenna_person",
                "coordinator",
                "treasurer",
                "partner_staff",
                "operator",
                name="role",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("partner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("given_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(role = 'partner_staff') = (partner_id IS NOT NULL)", name=op.f("ck_role_mandate_partner")
        ),
        sa.CheckConstraint(
            "role IN ('antenna_person', 'coordinator', 'treasurer', 'partner_staff', 'operator')",
            name=op.f("ck_role_mandate_role"),
        ),
        sa.CheckConstraint(
            "role IN ('operator', 'partner_staff') OR antenna_id IS NOT NULL",
            name=op.f("ck_role_mandate_antenna"),
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_role_mandate_days")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_role_mandate_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_role_mandate_given_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_role_mandate_partner_id_partner")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_mandate_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_mandate")),
    )
    with op.batch_alter_table("role_mandate", schema=None) as batch_op:
        batch_op.create_index("ix_role_mandate_antenna_id", ["antenna_id"], unique=False)
        batch_op.create_index("ix_role_mandate_person_id", ["person_id"], unique=False)

    op.create_table(
        "rule_decision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_rule_decision_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_rule_decision_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_decision")),
    )
    with op.batch_alter_table("rule_decision", schema=None) as batch_op:
        batch_op.create_index("ix_rule_decision_antenna_id", ["antenna_id", "id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "applied",
                "active",
                "paused",
                "declined",
                "moved",
                "left",
                "died",
                name="memberstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("household_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("cannot_give", sa.Boolean(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column(
            "joined_through",
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
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("wish_for_hours", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("import_batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "joined_through IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_member_joined_through"),
        ),
        sa.CheckConstraint(
            "state = 'applied' OR state = 'declined' OR account_id IS NOT NULL",
            name=op.f("ck_member_account"),
        ),
        sa.CheckConstraint(
            "state IN ('applied', 'active', 'paused', 'declined', 'moved', 'left', 'died')",
            name=op.f("ck_member_state"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_member_account_id_account")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_member_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_member_household_id_household")
        ),
        sa.ForeignKeyConstraint(
            ["import_batch_id"], ["import_batch.id"], name=op.f("fk_member_import_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_member_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("antenna_id", "number", name=op.f("uq_member_antenna_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_member_uid")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index("ix_member_account_id", ["account_id"], unique=False)
        batch_op.create_index("ix_member_antenna_id_state", ["antenna_id", "state"], unique=False)
        batch_op.create_index("ix_member_person_id", ["person_id"], unique=False)

    op.create_table(
        "audit_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
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
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_audit_entry_channel"),
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_audit_entry_actor_id_person")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_audit_entry_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_audit_entry_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry_actor_id", ["actor_id", "id"], unique=False)
        batch_op.create_index("ix_audit_entry_member_id", ["member_id", "id"], unique=False)

    op.create_table(
        "favour",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "logged",
                "awaiting_second",
                "confirmed",
                "disputed",
                "withdrawn",
                "undone",
                "reversed",
                name="favourstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("travel_minutes", sa.Integer(), nullable=False),
        sa.Column("with_hours", sa.Boolean(), nullable=False),
        sa.Column("stated", sa.String(), nullable=False),
        sa.Column("for_antenna", sa.Boolean(), nullable=False),
        sa.Column(
            "group_mode",
            sa.Enum("pot", "each", "shared", name="groupmode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("thanks", sa.String(), nullable=False),
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
        sa.Column("logged_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("logged_for_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("logged_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("undo_until", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("repeats_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("dispute_reason", sa.String(), nullable=False),
        sa.Column("disputed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("disputed_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("settled_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("settlement", sa.String(), nullable=False),
        sa.Column(
            "double_allowed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("import_batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_favour_channel"),
        ),
        sa.CheckConstraint("group_mode IN ('pot', 'each', 'shared')", name=op.f("ck_favour_group_mode")),
        sa.CheckConstraint(
            "state IN ('logged', 'awaiting_second', 'confirmed', 'disputed', 'withdrawn', 'undone', 'reversed')",
            name=op.f("ck_favour_state"),
        ),
        sa.CheckConstraint("(minutes = 0) = (NOT with_hours)", name=op.f("ck_favour_with_hours")),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_favour_minutes")),
        sa.CheckConstraint("travel_minutes BETWEEN 0 AND minutes", name=op.f("ck_favour_travel")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_favour_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["disputed_by_id"], ["person.id"], name=op.f("fk_favour_disputed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["double_allowed_by_id"], ["person.id"], name=op.f("fk_favour_double_allowed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["import_batch_id"], ["import_batch.id"], name=op.f("fk_favour_import_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["logged_by_id"], ["person.id"], name=op.f("fk_favour_logged_by_id_person")),
        sa.ForeignKeyConstraint(
            ["logged_for_id"], ["member.id"], name=op.f("fk_favour_logged_for_id_member")
        ),
        sa.ForeignKeyConstraint(["repeats_id"], ["favour.id"], name=op.f("fk_favour_repeats_id_favour")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["person.id"], name=op.f("fk_favour_settled_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favour")),
        sa.UniqueConstraint("uid", name=op.f("uq_favour_uid")),
    )
    with op.batch_alter_table("favour", schema=None) as batch_op:
        batch_op.create_index("ix_favour_antenna_id_done_on", ["antenna_id", "done_on"], unique=False)
        batch_op.create_index(
            "ix_favour_antenna_id_state", ["antenna_id", "state", "logged_at"], unique=False
        )
        batch_op.create_index("ix_favour_import_batch_id", ["import_batch_id"], unique=False)

    op.create_table(
        "gift",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "gift",
                "grant",
                "welcome",
                "antenna_work",
                "move",
                "closing",
                name="giftkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "proposed", "booked", "declined", "reversed", name="giftstate", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("from_antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("to_antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("to_member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("unnamed", sa.Boolean(), nullable=False),
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
        sa.Column("proposed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("proposed_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("approved_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_gift_channel"),
        ),
        sa.CheckConstraint(
            "kind IN ('gift', 'grant', 'welcome', 'antenna_work', 'move', 'closing')",
            name=op.f("ck_gift_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'booked', 'declined', 'reversed')", name=op.f("ck_gift_state")
        ),
        sa.CheckConstraint(
            "approved_by_id IS NULL OR approved_by_id <> proposed_by_id", name=op.f("ck_gift_two_people")
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 525600", name=op.f("ck_gift_minutes")),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["person.id"], name=op.f("fk_gift_approved_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["from_antenna_id"], ["antenna.id"], name=op.f("fk_gift_from_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["from_member_id"], ["member.id"], name=op.f("fk_gift_from_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name=op.f("fk_gift_proposed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["to_antenna_id"], ["antenna.id"], name=op.f("fk_gift_to_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(["to_member_id"], ["member.id"], name=op.f("fk_gift_to_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
        sa.UniqueConstraint("uid", name=op.f("uq_gift_uid")),
    )
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index("ix_gift_from_antenna_id_state", ["from_antenna_id", "state"], unique=False)
        batch_op.create_index("ix_gift_from_member_id", ["from_member_id"], unique=False)
        batch_op.create_index("ix_gift_to_member_id", ["to_member_id"], unique=False)

    op.create_table(
        "helper",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "consent_channel",
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
        sa.Column("consent_note", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "consent_channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_helper_consent_channel"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_helper_days")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_helper_member_id_member")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_helper_person_id_person")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_helper_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helper")),
        sa.UniqueConstraint("uid", name=op.f("uq_helper_uid")),
    )
    with op.batch_alter_table("helper", schema=None) as batch_op:
        batch_op.create_index("ix_helper_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_helper_person_id", ["person_id"], unique=False)

    op.create_table(
        "member_step",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_member_step_member_id_member")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_member_step_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_step")),
    )
    with op.batch_alter_table("member_step", schema=None) as batch_op:
        batch_op.create_index("ix_member_step_member_id", ["member_id"], unique=False)

    op.create_table(
        "printed_card",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("printed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_printed_card_member_id_member")),
        sa.ForeignKeyConstraint(
            ["printed_by_id"], ["person.id"], name=op.f("fk_printed_card_printed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_card")),
        sa.UniqueConstraint("uid", name=op.f("uq_printed_card_uid")),
    )
    with op.batch_alter_table("printed_card", schema=None) as batch_op:
        batch_op.create_index("ix_printed_card_member_id", ["member_id"], unique=False)

    op.create_table(
        "card_code",
        sa.Column("card_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("used_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["card_id"], ["printed_card.id"], name=op.f("fk_card_code_card_id_printed_card")
        ),
        sa.PrimaryKeyConstraint("card_id", "position", name=op.f("pk_card_code")),
    )
    op.create_table(
        "favour_confirmation",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("favour_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "rests_on",
            sa.Enum(
                "receiver",
                "helper",
                "slip",
                "phone",
                "coordinator",
                "second",
                "silence",
                "import",
                name="confirmedby",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("confirmed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("for_member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("heard_from", sa.String(), nullable=False),
        sa.Column("heard_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "rests_on <> 'phone' OR (heard_from <> '' AND heard_at IS NOT NULL)",
            name=op.f("ck_favour_confirmation_heard"),
        ),
        sa.CheckConstraint(
            "rests_on IN ('silence', 'import') OR confirmed_by_id IS NOT NULL",
            name=op.f("ck_favour_confirmation_confirmed_by"),
        ),
        sa.CheckConstraint(
            "rests_on IN ('receiver', 'helper', 'slip', 'phone', 'coordinator', 'second', 'silence', 'import')",
            name=op.f("ck_favour_confirmation_rests_on"),
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["person.id"], name=op.f("fk_favour_confirmation_confirmed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["favour_id"], ["favour.id"], name=op.f("fk_favour_confirmation_favour_id_favour")
        ),
        sa.ForeignKeyConstraint(
            ["for_member_id"], ["member.id"], name=op.f("fk_favour_confirmation_for_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favour_confirmation")),
    )
    with op.batch_alter_table("favour_confirmation", schema=None) as batch_op:
        batch_op.create_index("ix_favour_confirmation_favour_id", ["favour_id"], unique=False)

    op.create_table(
        "favour_party",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("favour_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "side", sa.Enum("giver", "receiver", name="side", native_enum=False, length=32), nullable=False
        ),
        sa.CheckConstraint("side IN ('giver', 'receiver')", name=op.f("ck_favour_party_side")),
        sa.ForeignKeyConstraint(["favour_id"], ["favour.id"], name=op.f("fk_favour_party_favour_id_favour")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_favour_party_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favour_party")),
        sa.UniqueConstraint("favour_id", "member_id", name=op.f("uq_favour_party_favour_id_member_id")),
    )
    with op.batch_alter_table("favour_party", schema=None) as batch_op:
        batch_op.create_index("ix_favour_party_member_id", ["member_id", "favour_id"], unique=False)

    op.create_table(
        "favour_transfer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("favour_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("transfer_id", sa.Uuid(), nullable=False),
        sa.Column("book_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reversal", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], name=op.f("fk_favour_transfer_book_id_book")),
        sa.ForeignKeyConstraint(
            ["favour_id"], ["favour.id"], name=op.f("fk_favour_transfer_favour_id_favour")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favour_transfer")),
        sa.UniqueConstraint("book_id", "seq", name=op.f("uq_favour_transfer_book_id_seq")),
        sa.UniqueConstraint("transfer_id", name=op.f("uq_favour_transfer_transfer_id")),
    )
    with op.batch_alter_table("favour_transfer", schema=None) as batch_op:
        batch_op.create_index("ix_favour_transfer_favour_id", ["favour_id"], unique=False)

    op.create_table(
        "gift_transfer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("gift_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("transfer_id", sa.Uuid(), nullable=False),
        sa.Column("book_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reversal", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], name=op.f("fk_gift_transfer_book_id_book")),
        sa.ForeignKeyConstraint(["gift_id"], ["gift.id"], name=op.f("fk_gift_transfer_gift_id_gift")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift_transfer")),
        sa.UniqueConstraint("book_id", "seq", name=op.f("uq_gift_transfer_book_id_seq")),
        sa.UniqueConstraint("transfer_id", name=op.f("uq_gift_transfer_transfer_id")),
    )
    with op.batch_alter_table("gift_transfer", schema=None) as batch_op:
        batch_op.create_index("ix_gift_transfer_gift_id", ["gift_id"], unique=False)

    run_script(op.get_bind(), (SQL / f"people_{op.get_bind().dialect.name}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    with op.batch_alter_table("gift_transfer", schema=None) as batch_op:
        batch_op.drop_index("ix_gift_transfer_gift_id")

    op.drop_table("gift_transfer")
    with op.batch_alter_table("favour_transfer", schema=None) as batch_op:
        batch_op.drop_index("ix_favour_transfer_favour_id")

    op.drop_table("favour_transfer")
    with op.batch_alter_table("favour_party", schema=None) as batch_op:
        batch_op.drop_index("ix_favour_party_member_id")

    op.drop_table("favour_party")
    with op.batch_alter_table("favour_confirmation", schema=None) as batch_op:
        batch_op.drop_index("ix_favour_confirmation_favour_id")

    op.drop_table("favour_confirmation")
    op.drop_table("card_code")
    with op.batch_alter_table("printed_card", schema=None) as batch_op:
        batch_op.drop_index("ix_printed_card_member_id")

    op.drop_table("printed_card")
    with op.batch_alter_table("member_step", schema=None) as batch_op:
        batch_op.drop_index("ix_member_step_member_id")

    op.drop_table("member_step")
    with op.batch_alter_table("helper", schema=None) as batch_op:
        batch_op.drop_index("ix_helper_person_id")
        batch_op.drop_index("ix_helper_member_id")

    op.drop_table("helper")
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_index("ix_gift_to_member_id")
        batch_op.drop_index("ix_gift_from_member_id")
        batch_op.drop_index("ix_gift_from_antenna_id_state")

    op.drop_table("gift")
    with op.batch_alter_table("favour", schema=None) as batch_op:
        batch_op.drop_index("ix_favour_import_batch_id")
        batch_op.drop_index("ix_favour_antenna_id_state")
        batch_op.drop_index("ix_favour_antenna_id_done_on")

    op.drop_table("favour")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_member_id")
        batch_op.drop_index("ix_audit_entry_actor_id")

    op.drop_table("audit_entry")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index("ix_member_person_id")
        batch_op.drop_index("ix_member_antenna_id_state")
        batch_op.drop_index("ix_member_account_id")

    op.drop_table("member")
    with op.batch_alter_table("rule_decision", schema=None) as batch_op:
        batch_op.drop_index("ix_rule_decision_antenna_id")

    op.drop_table("rule_decision")
    with op.batch_alter_table("role_mandate", schema=None) as batch_op:
        batch_op.drop_index("ix_role_mandate_person_id")
        batch_op.drop_index("ix_role_mandate_antenna_id")

    op.drop_table("role_mandate")
    op.drop_table("partner_antenna")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_state_due_at")
        batch_op.drop_index("ix_notice_person_id")

    op.drop_table("notice")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_index("ix_import_batch_antenna_id")

    op.drop_table("import_batch")
    op.drop_table("household")
    op.drop_table("area")
    op.drop_table("antenna")
    op.drop_table("staff_password")
    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_code_person_id")

    op.drop_table("sign_in_code")
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_index("ix_login_session_person_id")

    op.drop_table("login_session")
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.drop_index("ix_api_token_person_id")

    op.drop_table("api_token")
    op.drop_table("request_key")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_sort_name")
        batch_op.drop_index("ix_person_email")

    op.drop_table("person")
    op.drop_table("partner")
    op.drop_table("attempt_count")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION favour_confirmation_guard()")

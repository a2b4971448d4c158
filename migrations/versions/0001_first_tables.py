"""first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations import append_only

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_label", sa.String(length=200), nullable=False),
        sa.Column(
            "what",
            sa.Enum(
                "file",
                "export",
                "unit",
                "people",
                "trace",
                "history",
                name="look",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("page", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_log")),
    )
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_access_log_unit_id_access_log_id"), ["unit_id", "id"], unique=False
        )

    op.create_table(
        "anchor",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("previous_digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_anchor")),
    )
    op.create_table(
        "batch_sequence",
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "prefix", "day", name=op.f("pk_batch_sequence")),
    )
    op.create_table(
        "calendar_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "code_sequence",
        sa.Column("unit_code", sa.String(length=18), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("unit_code", "waste_code", "day", name=op.f("pk_code_sequence")),
    )
    op.create_table(
        "code_value",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label_zh", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("confidence", sa.String(length=1), nullable=False),
        sa.PrimaryKeyConstraint("kind", "code", name=op.f("pk_code_value")),
    )
    op.create_table(
        "container",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("digital_id", sa.String(length=37), nullable=True),
        sa.Column("human_code", sa.String(length=8), nullable=False),
        sa.Column("label_version", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(length=8), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("waste_name", sa.String(length=120), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "solid",
                "semi_solid",
                "liquid",
                "gas",
                "other",
                name="stream_form",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("hazards", sa.String(length=20), nullable=False),
        sa.Column("components", sa.String(length=200), nullable=False),
        sa.Column("harmful", sa.String(length=200), nullable=False),
        sa.Column("precautions", sa.String(length=200), nullable=False),
        sa.Column(
            "packaging",
            sa.Enum(
                "drum",
                "bag",
                "box",
                "ibc",
                "tank",
                "loose",
                "other",
                name="packaging",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("volume_l", sa.Integer(), nullable=False),
        sa.Column("is_lot", sa.Boolean(), nullable=False),
        sa.Column(
            "content",
            sa.Enum(
                "blank",
                "filling",
                "sealed",
                "emptied",
                "merged",
                "repacked",
                "treated",
                "void",
                name="content",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "custody",
            sa.Enum(
                "none",
                "in_store",
                "on_vehicle",
                "at_gate",
                "seized",
                "missing",
                name="custody",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "booking",
            sa.Enum(
                "none",
                "requested",
                "on_line",
                name="booking",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "held_as",
            sa.Enum(
                "producer",
                "operator",
                "collection",
                "pilot",
                "pilot_temporary",
                "temporary",
                "hospital",
                "medical",
                "medical_chilled",
                "carrier",
                "nobody",
                name="held_as",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("held_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "held_as_before",
            sa.Enum(
                "producer",
                "operator",
                "collection",
                "pilot",
                "pilot_temporary",
                "temporary",
                "hospital",
                "medical",
                "medical_chilled",
                "carrier",
                "nobody",
                name="held_as_before",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("holder_unit_id", sa.Uuid(), nullable=True),
        sa.Column("holder_site_id", sa.Uuid(), nullable=True),
        sa.Column("facility_id", sa.Uuid(), nullable=True),
        sa.Column("partition_id", sa.Uuid(), nullable=True),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("manifest_id", sa.Uuid(), nullable=True),
        sa.Column("origin_unit_id", sa.Uuid(), nullable=False),
        sa.Column("origin_site_id", sa.Uuid(), nullable=False),
        sa.Column("mass_g", sa.BigInteger(), nullable=True),
        sa.Column(
            "mass_source",
            sa.Enum(
                "scale",
                "typed",
                "declared",
                "bridge",
                name="mass_source",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("scale", sa.String(length=64), nullable=True),
        sa.Column("first_waste_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("oldest_waste_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("full_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "shares",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("batch_code", sa.String(length=32), nullable=True),
        sa.Column("remark", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "(content in ('filling', 'sealed', 'emptied') and holder_site_id is not null) or (not (content in ('filling', 'sealed', 'emptied')) and holder_site_id is null)",
            name=op.f("ck_container_one_holder"),
        ),
        sa.CheckConstraint("mass_g is null or mass_g >= 0", name=op.f("ck_container_mass")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_container")),
        sa.UniqueConstraint("digital_id", name=op.f("uq_container_digital_id")),
        sa.UniqueConstraint("human_code", name=op.f("uq_container_human_code")),
    )
    with op.batch_alter_table("container", schema=None) as batch_op:
        batch_op.create_index("ix_container_batch", ["origin_site_id", "batch_code"], unique=False)
        batch_op.create_index(
            "ix_container_clock",
            ["held_as", "held_since"],
            unique=False,
            postgresql_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
            sqlite_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
        )
        batch_op.create_index(
            "ix_container_holder", ["holder_site_id", "content", "id"], unique=False
        )
        batch_op.create_index("ix_container_origin", ["origin_site_id", "id"], unique=False)
        batch_op.create_index("ix_container_parent", ["parent_id"], unique=False)
        batch_op.create_index(
            "ix_container_stock",
            ["facility_id", "mass_g"],
            unique=False,
            postgresql_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
            sqlite_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
        )
        batch_op.create_index("ix_container_trip", ["trip_id"], unique=False)

    op.create_table(
        "division",
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("county_code", sa.String(length=6), nullable=False),
        sa.Column("county_name", sa.String(length=60), nullable=False),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("coordinate_source", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_division")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=True),
        sa.Column("manifest_id", sa.Uuid(), nullable=True),
        sa.Column("holder_from", sa.Uuid(), nullable=True),
        sa.Column("holder_to", sa.Uuid(), nullable=True),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("grams", sa.BigInteger(), nullable=True),
        sa.Column("batch_code", sa.String(length=32), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_label", sa.String(length=200), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=True),
        sa.Column(
            "payload",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("subject_id", "seq", name=op.f("uq_event_subject_id_seq")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_event_batch",
            ["site_id", "batch_code"],
            unique=False,
            postgresql_where=sa.text("batch_code is not null"),
            sqlite_where=sa.text("batch_code is not null"),
        )
        batch_op.create_index(
            batch_op.f("ix_event_container_id_event_id"), ["container_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_event_kind_event_id"), ["kind", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_event_manifest_id_event_id"), ["manifest_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_event_recorded_at"), ["recorded_at"], unique=False)

    op.create_table(
        "exemption",
        sa.Column("edition", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("applies_to", sa.String(length=16), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("waste", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("edition", "position", name=op.f("pk_exemption")),
    )
    with op.batch_alter_table("exemption", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exemption_waste_code"), ["waste_code"], unique=False)

    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "b1",
                "b2",
                "b3",
                "b4",
                "b5",
                "declaration",
                "book",
                "solids",
                name="export_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("period", sa.String(length=24), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "stopped",
                "failed",
                "expired",
                name="export_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_by", sa.String(length=64), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_user_id", sa.Uuid(), nullable=True),
        sa.Column("by_label", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_export_state_export_id"), ["state", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_export_unit_id_export_id"), ["unit_id", "id"], unique=False
        )

    op.create_table(
        "import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("accept_good", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "refused",
                "stopped",
                "failed",
                name="import_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("loaded", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("bad", sa.Integer(), nullable=False),
        sa.Column(
            "problems",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_user_id", sa.Uuid(), nullable=True),
        sa.Column("by_label", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
    )
    with op.batch_alter_table("import", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_import_state_import_id"), ["state", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_import_unit_id_import_id"), ["unit_id", "id"], unique=False
        )

    op.create_table(
        "industry_template",
        sa.Column("industry", sa.String(length=40), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("common_name", sa.String(length=60), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("packaging", sa.String(length=32), nullable=False),
        sa.Column("volume_l", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("industry", "waste_code", name=op.f("pk_industry_template")),
    )
    op.create_table(
        "law_basis",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("title_zh", sa.String(length=80), nullable=False),
        sa.Column("title_en", sa.String(length=120), nullable=False),
        sa.Column("binds", sa.String(length=120), nullable=False),
        sa.Column("starts", sa.String(length=120), nullable=False),
        sa.Column(
            "unit",
            sa.Enum(
                "year",
                "day",
                "working_day",
                "hour",
                "gram",
                "percent",
                "date",
                "none",
                name="limit_unit",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("limit_text", sa.String(length=16), nullable=False),
        sa.Column(
            "levels",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("law_name", sa.String(length=120), nullable=False),
        sa.Column("citation", sa.String(length=120), nullable=False),
        sa.Column("confidence", sa.String(length=1), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("duty_zh", sa.Text(), nullable=False),
        sa.Column("duty_en", sa.Text(), nullable=False),
        sa.CheckConstraint("confidence in ('S', 'R')", name=op.f("ck_law_basis_confidence")),
        sa.CheckConstraint(
            "valid_to is null or valid_to >= valid_from", name=op.f("ck_law_basis_validity")
        ),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("pk_law_basis")),
    )
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("to_phone", sa.String(length=20), nullable=True),
        sa.Column("to_user_id", sa.Uuid(), nullable=True),
        sa.Column("to_unit_id", sa.Uuid(), nullable=True),
        sa.Column(
            "payload",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_message_sent_at_message_id"), ["sent_at", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_message_to_user_id_message_id"), ["to_user_id", "id"], unique=False
        )

    op.create_table(
        "one_time_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "sign_in",
                "reset",
                name="code_purpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_code")),
    )
    with op.batch_alter_table("one_time_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_code_phone"), ["phone"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("session_epoch", sa.Integer(), nullable=False),
        sa.Column("temporary_by", sa.String(length=200), nullable=True),
        sa.Column("temporary_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lang", sa.String(length=8), nullable=True),
        sa.Column("large", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("phone", name=op.f("uq_person_phone")),
    )
    op.create_table(
        "reference_load",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("edition", sa.String(length=16), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("checked_against", sa.String(length=300), nullable=False),
        sa.Column("packaged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_load")),
        sa.UniqueConstraint(
            "what", "edition", "serial", name=op.f("uq_reference_load_what_edition_serial")
        ),
    )
    op.create_table(
        "reference_sequence",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_reference_sequence")),
    )
    op.create_table(
        "scan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=True),
        sa.Column("manifest_id", sa.Uuid(), nullable=True),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column(
            "place",
            sa.Enum(
                "yard",
                "gate",
                name="scan_place",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "verdict",
            sa.Enum(
                "expected",
                "duplicate",
                "extra",
                "wrong_unit",
                "old_label",
                "unknown",
                "not_sealed",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("mass_g", sa.BigInteger(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
        sa.UniqueConstraint("nonce", name=op.f("uq_scan_nonce")),
    )
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_scan_manifest_id_scan_id"), ["manifest_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_scan_trip_id_scan_id"), ["trip_id", "id"], unique=False
        )

    op.create_table(
        "slot",
        sa.Column("job", sa.String(length=32), nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_by", sa.String(length=64), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "result",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("job", "slot", name=op.f("pk_slot")),
    )
    op.create_table(
        "stored_file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("mime", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_stored_file")),
    )
    op.create_table(
        "submission",
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("location", sa.String(length=400), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_submission")),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_submission_at"), ["at"], unique=False)

    op.create_table(
        "throttle",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttle")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("credit_code", sa.String(length=18), nullable=False),
        sa.Column("code_reason", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("search", sa.String(length=300), nullable=False),
        sa.Column(
            "kinds",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("industry", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "active",
                "rejected",
                "outside",
                name="unit_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("state_reason", sa.String(length=500), nullable=True),
        sa.Column("province_code", sa.String(length=2), nullable=False),
        sa.Column("expected_g", sa.BigInteger(), nullable=True),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("credit_code", name=op.f("uq_unit_credit_code")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_state_unit_id"), ["state", "id"], unique=False)

    op.create_table(
        "waste",
        sa.Column("edition", sa.String(length=8), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("category_code", sa.String(length=4), nullable=False),
        sa.Column("category_name", sa.String(length=60), nullable=False),
        sa.Column("industry", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("hazard_properties", sa.String(length=20), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("edition", "waste_code", name=op.f("pk_waste")),
    )
    with op.batch_alter_table("waste", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waste_category_code"), ["category_code"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "correct",
                "identify",
                "void",
                name="amendment_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "approved",
                "returned",
                name="amendment_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "asked",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.String(length=500), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["container_id"], ["container.id"], name=op.f("fk_amendment_container_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_amendment_state_amendment_id"), ["state", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_amendment_unit_id_amendment_id"), ["unit_id", "id"], unique=False
        )
        batch_op.create_index(
            "uq_amendment_waiting",
            ["container_id"],
            unique=True,
            postgresql_where=sa.text("state = 'waiting'"),
            sqlite_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_unit_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("approved_g", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["receiver_unit_id"], ["unit.id"], name=op.f("fk_approval_receiver_unit_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_approval_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.UniqueConstraint("number", name=op.f("uq_approval_number")),
    )
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approval_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("proxy_unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "scope",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proxy_unit_id"], ["unit.id"], name=op.f("fk_consent_proxy_unit_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_consent_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consent_unit_id_consent_proxy_unit_id"),
            ["unit_id", "proxy_unit_id"],
            unique=False,
        )

    op.create_table(
        "contract",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("consignor_unit_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "codes",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column(
            "price_basis",
            sa.Enum(
                "per_tonne",
                "package",
                "free",
                "subsidised",
                name="price_basis",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "prices",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("duties", sa.String(length=500), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("ck_contract_validity")),
        sa.ForeignKeyConstraint(
            ["consignor_unit_id"], ["unit.id"], name=op.f("fk_contract_consignor_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["receiver_unit_id"], ["unit.id"], name=op.f("fk_contract_receiver_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
    )
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contract_consignor_unit_id_contract_receiver_unit_id"),
            ["consignor_unit_id", "receiver_unit_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_contract_receiver_unit_id"), ["receiver_unit_id"], unique=False
        )

    op.create_table(
        "crew",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "driver",
                "escort",
                name="crew_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("qualification_no", sa.String(length=64), nullable=False),
        sa.Column("qualification_valid_to", sa.Date(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_crew_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crew")),
    )
    with op.batch_alter_table("crew", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_crew_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "ended_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("fk_ended_session_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ended_session")),
    )
    with op.batch_alter_table("ended_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ended_session_until"), ["until"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "admin",
                "operator",
                "dispatcher",
                "driver",
                "gate",
                "reader",
                "officer",
                "head",
                "legal",
                "auditor",
                "security_admin",
                "system_admin",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "site_ids",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=True,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "invited",
                "requested",
                "active",
                "ended",
                name="membership_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_membership_unit_id")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("fk_membership_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_user_id"), ["user_id"], unique=False)

    op.create_table(
        "printer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "medium",
            sa.Enum(
                "colour",
                "black",
                name="medium",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("dpi", sa.Integer(), nullable=False),
        sa.Column("left_um", sa.Integer(), nullable=False),
        sa.Column("top_um", sa.Integer(), nullable=False),
        sa.Column("across_um", sa.Integer(), nullable=False),
        sa.Column("down_um", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_printer_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sa.UniqueConstraint("unit_id", "name", name=op.f("uq_printer_unit_id_name")),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("division_code", sa.String(length=9), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("emergency_phone", sa.String(length=20), nullable=True),
        sa.Column("emergency_measures", sa.String(length=200), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "management_class",
            sa.Enum(
                "key",
                "simple",
                "registered",
                name="management_class",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("class_document", sa.String(length=200), nullable=True),
        sa.Column("is_hospital", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_site_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
    )
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_site_division_code"), ["division_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_site_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "vehicle",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("plate", sa.String(length=16), nullable=False),
        sa.Column("permit_no", sa.String(length=64), nullable=False),
        sa.Column("permit_valid_to", sa.Date(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("load_g", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_vehicle_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        sa.UniqueConstraint("unit_id", "plate", name=op.f("uq_vehicle_unit_id_plate")),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.String(length=16), nullable=False),
        sa.Column("rule_valid_from", sa.Date(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("subject_key", sa.String(length=64), nullable=False),
        sa.Column("manifest_id", sa.Uuid(), nullable=True),
        sa.Column("facility_id", sa.Uuid(), nullable=True),
        sa.Column("licence_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "closed",
                name="alert_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "hint",
                "warn",
                "due",
                "legal",
                "local",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.String(length=1), nullable=False),
        sa.Column("clock_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("mass_g", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column(
            "facts",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "closed_by",
            sa.Enum(
                "accepted_elsewhere",
                "treated",
                "not_hazardous",
                "corrected",
                "outside_number",
                "done",
                "below",
                "moved",
                name="closed_by",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_alert_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_alert_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
    )
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.create_index("ix_alert_site", ["site_id", "state", "id"], unique=False)
        batch_op.create_index("ix_alert_state_due", ["state", "due_on", "id"], unique=False)
        batch_op.create_index(
            "uq_alert_open",
            ["rule", "site_id", "waste_code", "subject_key"],
            unique=True,
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )

    op.create_table(
        "blank_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("human_code", sa.String(length=8), nullable=False),
        sa.Column("label_version", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("roll_id", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=True),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_blank_code_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_blank_code_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_code")),
        sa.UniqueConstraint("container_id", name=op.f("uq_blank_code_container_id")),
        sa.UniqueConstraint("human_code", name=op.f("uq_blank_code_human_code")),
    )
    with op.batch_alter_table("blank_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_blank_code_roll_id"), ["roll_id"], unique=False)
        batch_op.create_index("ix_blank_code_unit", ["unit_id", "bound_at", "id"], unique=False)

    op.create_table(
        "case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "discrepancy",
                "conflict",
                "incident",
                "missing",
                "data",
                "refusal",
                "found",
                name="case_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "answered",
                "closed",
                name="case_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("other_unit_id", sa.Uuid(), nullable=True),
        sa.Column("other_site_id", sa.Uuid(), nullable=True),
        sa.Column("manifest_id", sa.Uuid(), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "detail",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("reported_to", sa.String(length=200), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answers",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closing", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["other_site_id"], ["site.id"], name=op.f("fk_case_other_site_id")),
        sa.ForeignKeyConstraint(["other_unit_id"], ["unit.id"], name=op.f("fk_case_other_unit_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_case_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
    )
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_container_id"), ["container_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_manifest_id"), ["manifest_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_case_other_site_id_case_id"), ["other_site_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_case_other_unit_id_case_id"), ["other_unit_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_case_site_id_case_id"), ["site_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_case_state_case_id"), ["state", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_case_unit_id_case_id"), ["unit_id", "id"], unique=False
        )

    op.create_table(
        "facility",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "store",
                "yard",
                "pool",
                "tanks",
                "point",
                "production",
                "treatment",
                name="facility_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("chilled", sa.Boolean(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("capacity_g", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_facility_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facility")),
        sa.UniqueConstraint("site_id", "code", name=op.f("uq_facility_site_id_code")),
    )
    op.create_table(
        "filed_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=16), nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_filed_report_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_filed_report_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filed_report")),
        sa.UniqueConstraint(
            "site_id",
            "rule",
            "period",
            "sequence",
            name=op.f("uq_filed_report_site_id_rule_period_sequence"),
        ),
    )
    op.create_table(
        "licence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "comprehensive",
                "collection",
                "pilot",
                "transport",
                "exempt",
                name="licence_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("issuer", sa.String(length=120), nullable=False),
        sa.Column(
            "codes",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("storage_right", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column(
            "modes",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("annual_scale_g", sa.BigInteger(), nullable=True),
        sa.Column("storage_extended_to", sa.Date(), nullable=True),
        sa.Column("extension_sha256", sa.String(length=64), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "checked",
                "returned",
                "merged",
                name="licence_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("state_reason", sa.String(length=500), nullable=True),
        sa.Column("changes_id", sa.Uuid(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("ck_licence_validity")),
        sa.ForeignKeyConstraint(["changes_id"], ["licence.id"], name=op.f("fk_licence_changes_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_licence_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_licence_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licence")),
    )
    with op.batch_alter_table("licence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_licence_changes_id"), ["changes_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_licence_state_licence_id"), ["state", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_licence_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_licence_valid_to"), ["valid_to"], unique=False)

    op.create_table(
        "pickup_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("collector_unit_id", sa.Uuid(), nullable=False),
        sa.Column("collector_site_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "requested",
                "accepted",
                "scheduled",
                "done",
                "declined",
                "cancelled",
                name="request_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "container_ids",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("window_from", sa.Date(), nullable=False),
        sa.Column("window_to", sa.Date(), nullable=False),
        sa.Column(
            "payer",
            sa.Enum(
                "producer",
                "government",
                "collector",
                name="payer",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("scheduled_on", sa.Date(), nullable=True),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column(
            "manifest_ids",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["collector_site_id"], ["site.id"], name=op.f("fk_pickup_request_collector_site_id")
        ),
        sa.ForeignKeyConstraint(
            ["collector_unit_id"], ["unit.id"], name=op.f("fk_pickup_request_collector_unit_id")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_pickup_request_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_pickup_request_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickup_request")),
    )
    with op.batch_alter_table("pickup_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f(
                "ix_pickup_request_collector_unit_id_pickup_request_state_pickup_request_id"
            ),
            ["collector_unit_id", "state", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_pickup_request_site_id_pickup_request_id"),
            ["site_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_pickup_request_state_pickup_request_id"), ["state", "id"], unique=False
        )

    op.create_table(
        "plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("amended_on", sa.Date(), nullable=True),
        sa.Column("filed_by_unit_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_plan_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_plan_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("site_id", "year", name=op.f("uq_plan_site_id_year")),
    )
    op.create_table(
        "printer_choice",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("printer_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["printer_id"], ["printer.id"], name=op.f("fk_printer_choice_printer_id")
        ),
        sa.PrimaryKeyConstraint("user_id", "site_id", name=op.f("pk_printer_choice")),
    )
    op.create_table(
        "solid_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "sheet",
            sa.Enum(
                "produced",
                "stored",
                "taken",
                "shipped",
                "disposed",
                name="solid_sheet",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "kept",
                "void",
                name="solid_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("grams", sa.BigInteger(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("in", "out", name="way", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("facility", sa.String(length=32), nullable=False),
        sa.Column("previous", sa.String(length=16), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=True),
        sa.Column("destination", sa.String(length=120), nullable=False),
        sa.Column("method", sa.String(length=60), nullable=False),
        sa.Column("product", sa.String(length=120), nullable=False),
        sa.Column("handled_by", sa.String(length=64), nullable=False),
        sa.Column("moved_by", sa.String(length=64), nullable=False),
        sa.Column("factor", sa.String(length=60), nullable=False),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("grams > 0", name=op.f("ck_solid_record_grams")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_solid_record_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_solid_record_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_solid_record")),
        sa.UniqueConstraint("site_id", "number", name=op.f("uq_solid_record_site_id_number")),
    )
    with op.batch_alter_table("solid_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_solid_record_site_id_solid_record_sheet_solid_record_day"),
            ["site_id", "sheet", "day"],
            unique=False,
        )

    op.create_table(
        "stream",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("common_name", sa.String(length=120), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "solid",
                "semi_solid",
                "liquid",
                "gas",
                "other",
                name="stream_form",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "packaging",
            sa.Enum(
                "drum",
                "bag",
                "box",
                "ibc",
                "tank",
                "loose",
                "other",
                name="packaging",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("volume_l", sa.Integer(), nullable=False),
        sa.Column("components", sa.String(length=200), nullable=False),
        sa.Column("harmful", sa.String(length=200), nullable=False),
        sa.Column("precautions", sa.String(length=200), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_stream_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream")),
    )
    with op.batch_alter_table("stream", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stream_site_id"), ["site_id"], unique=False)

    op.create_table(
        "trip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("carrier_unit_id", sa.Uuid(), nullable=False),
        sa.Column("carrier_site_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "under_way",
                "closed",
                "cancelled",
                name="trip_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("vehicle_id", sa.Uuid(), nullable=False),
        sa.Column("driver_id", sa.Uuid(), nullable=False),
        sa.Column("escort_id", sa.Uuid(), nullable=False),
        sa.Column("driver_user_id", sa.Uuid(), nullable=True),
        sa.Column("plate", sa.String(length=16), nullable=False),
        sa.Column("waybill_no", sa.String(length=64), nullable=True),
        sa.Column("route", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["carrier_site_id"], ["site.id"], name=op.f("fk_trip_carrier_site_id")
        ),
        sa.ForeignKeyConstraint(
            ["carrier_unit_id"], ["unit.id"], name=op.f("fk_trip_carrier_unit_id")
        ),
        sa.ForeignKeyConstraint(["driver_id"], ["crew.id"], name=op.f("fk_trip_driver_id")),
        sa.ForeignKeyConstraint(["escort_id"], ["crew.id"], name=op.f("fk_trip_escort_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_trip_vehicle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trip")),
    )
    with op.batch_alter_table("trip", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_trip_carrier_unit_id_trip_id"), ["carrier_unit_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_trip_driver_user_id"), ["driver_user_id"], unique=False
        )

    op.create_table(
        "alert_container",
        sa.Column("alert_id", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=16), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "hint",
                "warn",
                "due",
                "legal",
                "local",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alert.id"], name=op.f("fk_alert_container_alert_id")
        ),
        sa.ForeignKeyConstraint(
            ["container_id"], ["container.id"], name=op.f("fk_alert_container_container_id")
        ),
        sa.PrimaryKeyConstraint("alert_id", "container_id", name=op.f("pk_alert_container")),
    )
    with op.batch_alter_table("alert_container", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_alert_container_container_id_alert_container_alert_id"),
            ["container_id", "alert_id"],
            unique=False,
        )

    op.create_table(
        "manifest",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("national_no", sa.String(length=14), nullable=True),
        sa.Column("provincial_no", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "filed",
                "ready",
                "in_transit",
                "arrived",
                "negotiating",
                "received",
                "refused",
                "returning",
                "returned",
                "confirmed",
                "closed",
                "void",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("consignor_unit_id", sa.Uuid(), nullable=False),
        sa.Column("consignor_site_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_unit_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_site_id", sa.Uuid(), nullable=False),
        sa.Column("carrier_unit_id", sa.Uuid(), nullable=True),
        sa.Column("proxy_unit_id", sa.Uuid(), nullable=True),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "receiver_kind",
            sa.Enum(
                "permit",
                "exempt",
                "abroad",
                name="receiver_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "transfer_type",
            sa.Enum(
                "province",
                "cross",
                "abroad",
                name="transfer_type",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("consignor_handler", sa.String(length=120), nullable=False),
        sa.Column("consignor_phone", sa.String(length=20), nullable=False),
        sa.Column("emergency_phone", sa.String(length=20), nullable=False),
        sa.Column("emergency_measures", sa.String(length=500), nullable=False),
        sa.Column(
            "shipper",
            sa.Enum(
                "consignor",
                "receiver",
                name="shipper",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("un_number", sa.String(length=6), nullable=True),
        sa.Column("un_class", sa.String(length=16), nullable=True),
        sa.Column("un_none_reason", sa.String(length=200), nullable=True),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("approval_id", sa.Uuid(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_by", sa.String(length=200), nullable=True),
        sa.Column("mass_g", sa.BigInteger(), nullable=False),
        sa.Column("licence_id", sa.Uuid(), nullable=True),
        sa.Column(
            "entries",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("copy_sha256", sa.String(length=64), nullable=True),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column("next_carrier_unit_id", sa.Uuid(), nullable=True),
        sa.Column("next_trip_id", sa.Uuid(), nullable=True),
        sa.Column("paper", sa.Boolean(), nullable=False),
        sa.Column("paper_no", sa.String(length=64), nullable=True),
        sa.Column("paper_ground", sa.String(length=200), nullable=True),
        sa.Column("backfilled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("departed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirm_due", sa.Date(), nullable=True),
        sa.Column("gross_g", sa.BigInteger(), nullable=True),
        sa.Column("tare_g", sa.BigInteger(), nullable=True),
        sa.Column("receiver_handler", sa.String(length=120), nullable=False),
        sa.Column("opinion", sa.String(length=500), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("previous_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column(
            "annul_consents",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["approval_id"], ["approval.id"], name=op.f("fk_manifest_approval_id")
        ),
        sa.ForeignKeyConstraint(
            ["carrier_unit_id"], ["unit.id"], name=op.f("fk_manifest_carrier_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_manifest_consent_id")
        ),
        sa.ForeignKeyConstraint(
            ["consignor_site_id"], ["site.id"], name=op.f("fk_manifest_consignor_site_id")
        ),
        sa.ForeignKeyConstraint(
            ["consignor_unit_id"], ["unit.id"], name=op.f("fk_manifest_consignor_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_manifest_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["licence_id"], ["licence.id"], name=op.f("fk_manifest_licence_id")
        ),
        sa.ForeignKeyConstraint(
            ["next_carrier_unit_id"], ["unit.id"], name=op.f("fk_manifest_next_carrier_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["next_trip_id"], ["trip.id"], name=op.f("fk_manifest_next_trip_id")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_manifest_plan_id")),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["manifest.id"], name=op.f("fk_manifest_previous_id")
        ),
        sa.ForeignKeyConstraint(
            ["proxy_unit_id"], ["unit.id"], name=op.f("fk_manifest_proxy_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["receiver_site_id"], ["site.id"], name=op.f("fk_manifest_receiver_site_id")
        ),
        sa.ForeignKeyConstraint(
            ["receiver_unit_id"], ["unit.id"], name=op.f("fk_manifest_receiver_unit_id")
        ),
        sa.ForeignKeyConstraint(["trip_id"], ["trip.id"], name=op.f("fk_manifest_trip_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manifest")),
        sa.UniqueConstraint("national_no", name=op.f("uq_manifest_national_no")),
        sa.UniqueConstraint("provincial_no", name=op.f("uq_manifest_provincial_no")),
        sa.UniqueConstraint("reference", name=op.f("uq_manifest_reference")),
    )
    with op.batch_alter_table("manifest", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_manifest_carrier_unit_id_manifest_id"),
            ["carrier_unit_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_consignor_site_id_manifest_id"),
            ["consignor_site_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_consignor_unit_id_manifest_id"),
            ["consignor_unit_id", "id"],
            unique=False,
        )
        batch_op.create_index("ix_manifest_filed", ["consignor_site_id", "filed_at"], unique=False)
        batch_op.create_index(
            "ix_manifest_next_carrier",
            ["next_carrier_unit_id"],
            unique=False,
            postgresql_where=sa.text("next_carrier_unit_id is not null"),
            sqlite_where=sa.text("next_carrier_unit_id is not null"),
        )
        batch_op.create_index(
            "ix_manifest_open_consignor",
            ["consignor_unit_id", "id"],
            unique=False,
            postgresql_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
            sqlite_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
        )
        batch_op.create_index(
            "ix_manifest_open_receiver",
            ["receiver_unit_id", "id"],
            unique=False,
            postgresql_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
            sqlite_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
        )
        batch_op.create_index(batch_op.f("ix_manifest_previous_id"), ["previous_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_manifest_proxy_unit_id_manifest_id"),
            ["proxy_unit_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            "ix_manifest_received",
            ["licence_id", "received_at"],
            unique=False,
            postgresql_include=["mass_g"],
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_receiver_site_id_manifest_id"),
            ["receiver_site_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_receiver_unit_id_manifest_id"),
            ["receiver_unit_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_state_manifest_id"), ["state", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_manifest_trip_id"), ["trip_id"], unique=False)

    op.create_table(
        "partition",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "waste_codes",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("hazards", sa.String(length=20), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("capacity_g", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["facility_id"], ["facility.id"], name=op.f("fk_partition_facility_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partition")),
    )
    with op.batch_alter_table("partition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partition_facility_id"), ["facility_id"], unique=False)

    op.create_table(
        "plan_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "produce",
                "store",
                "treat",
                "transfer",
                name="line_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("planned_g", sa.BigInteger(), nullable=False),
        sa.Column(
            "transfer_type",
            sa.Enum(
                "province",
                "cross",
                "abroad",
                name="transfer_type",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "receiver_kind",
            sa.Enum(
                "permit",
                "exempt",
                "abroad",
                name="receiver_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("receiver_unit_id", sa.Uuid(), nullable=True),
        sa.Column("method", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_line_plan_id")),
        sa.ForeignKeyConstraint(
            ["receiver_unit_id"], ["unit.id"], name=op.f("fk_plan_line_receiver_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_line")),
    )
    with op.batch_alter_table("plan_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_line_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "reporter",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_reporter_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_reporter")),
    )
    op.create_table(
        "treatment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=True),
        sa.Column("batch_code", sa.String(length=32), nullable=False),
        sa.Column("method", sa.String(length=8), nullable=False),
        sa.Column("treated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fed_g", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["facility_id"], ["facility.id"], name=op.f("fk_treatment_facility_id")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_treatment_site_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_treatment_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treatment")),
    )
    with op.batch_alter_table("treatment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_treatment_site_id_treatment_id"), ["site_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_treatment_unit_id_treatment_id"), ["unit_id", "id"], unique=False
        )

    op.create_table(
        "correction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("manifest_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("field_name", sa.String(length=64), nullable=False),
        sa.Column(
            "before",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column(
            "after",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column(
            "needs",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column(
            "given",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rejected_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["manifest_id"], ["manifest.id"], name=op.f("fk_correction_manifest_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_correction_manifest_id"), ["manifest_id"], unique=False
        )

    op.create_table(
        "haul",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("manifest_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column("carrier_unit_id", sa.Uuid(), nullable=False),
        sa.Column("carrier_licence", sa.String(length=64), nullable=False),
        sa.Column("plate", sa.String(length=16), nullable=False),
        sa.Column("driver_name", sa.String(length=120), nullable=False),
        sa.Column("driver_phone", sa.String(length=20), nullable=False),
        sa.Column("escort_name", sa.String(length=120), nullable=False),
        sa.Column("waybill_no", sa.String(length=64), nullable=False),
        sa.Column("start_place", sa.String(length=200), nullable=False),
        sa.Column("end_place", sa.String(length=200), nullable=False),
        sa.Column("via", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["carrier_unit_id"], ["unit.id"], name=op.f("fk_haul_carrier_unit_id")
        ),
        sa.ForeignKeyConstraint(["manifest_id"], ["manifest.id"], name=op.f("fk_haul_manifest_id")),
        sa.ForeignKeyConstraint(["trip_id"], ["trip.id"], name=op.f("fk_haul_trip_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_haul")),
        sa.UniqueConstraint("manifest_id", "number", name=op.f("uq_haul_manifest_id_number")),
    )
    with op.batch_alter_table("haul", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_haul_carrier_unit_id"), ["carrier_unit_id"], unique=False
        )

    op.create_table(
        "manifest_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("manifest_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("waste_code", sa.String(length=10), nullable=False),
        sa.Column("waste_name", sa.String(length=120), nullable=False),
        sa.Column("hazards", sa.String(length=20), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("harmful", sa.String(length=200), nullable=False),
        sa.Column("packaging", sa.String(length=16), nullable=False),
        sa.Column("label_version", sa.Integer(), nullable=False),
        sa.Column("planned_g", sa.BigInteger(), nullable=False),
        sa.Column("shipped_g", sa.BigInteger(), nullable=True),
        sa.Column("accepted_g", sa.BigInteger(), nullable=True),
        sa.Column("refused_g", sa.BigInteger(), nullable=True),
        sa.Column("difference_g", sa.BigInteger(), nullable=True),
        sa.Column(
            "decision",
            sa.Enum(
                "pending",
                "accepted",
                "refused",
                "short",
                "returning",
                "returned",
                "left_out",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "dimensions",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("discrepancy", sa.String(length=500), nullable=False),
        sa.Column("method", sa.String(length=8), nullable=True),
        sa.Column("outcome_g", sa.BigInteger(), nullable=False),
        sa.Column("accepted_container_id", sa.Uuid(), nullable=True),
        sa.Column("refused_container_id", sa.Uuid(), nullable=True),
        sa.Column(
            "way_back",
            sa.Enum(
                "pending",
                "accepted",
                "refused",
                "short",
                "returning",
                "returned",
                "left_out",
                name="way_back",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("from_facility_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "accepted_g is null or shipped_g is null or difference_g is null or refused_g is null or shipped_g = accepted_g + refused_g + difference_g",
            name=op.f("ck_manifest_line_balance"),
        ),
        sa.ForeignKeyConstraint(
            ["container_id"], ["container.id"], name=op.f("fk_manifest_line_container_id")
        ),
        sa.ForeignKeyConstraint(
            ["manifest_id"], ["manifest.id"], name=op.f("fk_manifest_line_manifest_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manifest_line")),
        sa.UniqueConstraint(
            "manifest_id", "number", name=op.f("uq_manifest_line_manifest_id_number")
        ),
    )
    with op.batch_alter_table("manifest_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_manifest_line_accepted_container_id"),
            ["accepted_container_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_manifest_line_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "residue",
        sa.Column("treatment_id", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"], ["container.id"], name=op.f("fk_residue_container_id")
        ),
        sa.ForeignKeyConstraint(
            ["treatment_id"], ["treatment.id"], name=op.f("fk_residue_treatment_id")
        ),
        sa.PrimaryKeyConstraint("treatment_id", "container_id", name=op.f("pk_residue")),
    )
    op.create_table(
        "feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("treatment_id", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("grams", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("grams > 0", name=op.f("ck_feed_grams")),
        sa.ForeignKeyConstraint(
            ["container_id"], ["container.id"], name=op.f("fk_feed_container_id")
        ),
        sa.ForeignKeyConstraint(["line_id"], ["manifest_line.id"], name=op.f("fk_feed_line_id")),
        sa.ForeignKeyConstraint(
            ["treatment_id"], ["treatment.id"], name=op.f("fk_feed_treatment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
    )
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feed_container_id"), ["container_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_feed_line_id"), ["line_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_feed_treatment_id"), ["treatment_id"], unique=False)

    op.create_table(
        "share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("treatment_id", sa.Uuid(), nullable=False),
        sa.Column("origin_site_id", sa.Uuid(), nullable=False),
        sa.Column("origin_unit_id", sa.Uuid(), nullable=False),
        sa.Column("grams", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("grams > 0", name=op.f("ck_share_grams")),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_share_feed_id")),
        sa.ForeignKeyConstraint(
            ["origin_site_id"], ["site.id"], name=op.f("fk_share_origin_site_id")
        ),
        sa.ForeignKeyConstraint(
            ["origin_unit_id"], ["unit.id"], name=op.f("fk_share_origin_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["treatment_id"], ["treatment.id"], name=op.f("fk_share_treatment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_share_origin_site_id_share_id"), ["origin_site_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_share_origin_unit_id_share_id"), ["origin_unit_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_share_treatment_id"), ["treatment_id"], unique=False)

    for table in ("event", "anchor", "access_log"):
        append_only.protect(table)


def downgrade() -> None:
    for table in ("event", "anchor", "access_log"):
        append_only.release(table)
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_share_treatment_id"))
        batch_op.drop_index(batch_op.f("ix_share_origin_unit_id_share_id"))
        batch_op.drop_index(batch_op.f("ix_share_origin_site_id_share_id"))

    op.drop_table("share")
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feed_treatment_id"))
        batch_op.drop_index(batch_op.f("ix_feed_line_id"))
        batch_op.drop_index(batch_op.f("ix_feed_container_id"))

    op.drop_table("feed")
    op.drop_table("residue")
    with op.batch_alter_table("manifest_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_manifest_line_container_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_line_accepted_container_id"))

    op.drop_table("manifest_line")
    with op.batch_alter_table("haul", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_haul_carrier_unit_id"))

    op.drop_table("haul")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_manifest_id"))

    op.drop_table("correction")
    with op.batch_alter_table("treatment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_treatment_unit_id_treatment_id"))
        batch_op.drop_index(batch_op.f("ix_treatment_site_id_treatment_id"))

    op.drop_table("treatment")
    op.drop_table("reporter")
    with op.batch_alter_table("plan_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_line_plan_id"))

    op.drop_table("plan_line")
    with op.batch_alter_table("partition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partition_facility_id"))

    op.drop_table("partition")
    with op.batch_alter_table("manifest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_manifest_trip_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_state_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_receiver_unit_id_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_receiver_site_id_manifest_id"))
        batch_op.drop_index("ix_manifest_received", postgresql_include=["mass_g"])
        batch_op.drop_index(batch_op.f("ix_manifest_proxy_unit_id_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_previous_id"))
        batch_op.drop_index(
            "ix_manifest_open_receiver",
            postgresql_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
            sqlite_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
        )
        batch_op.drop_index(
            "ix_manifest_open_consignor",
            postgresql_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
            sqlite_where=sa.text(
                "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received', 'refused', 'returning')"
            ),
        )
        batch_op.drop_index(
            "ix_manifest_next_carrier",
            postgresql_where=sa.text("next_carrier_unit_id is not null"),
            sqlite_where=sa.text("next_carrier_unit_id is not null"),
        )
        batch_op.drop_index("ix_manifest_filed")
        batch_op.drop_index(batch_op.f("ix_manifest_consignor_unit_id_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_consignor_site_id_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_manifest_carrier_unit_id_manifest_id"))

    op.drop_table("manifest")
    with op.batch_alter_table("alert_container", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alert_container_container_id_alert_container_alert_id"))

    op.drop_table("alert_container")
    with op.batch_alter_table("trip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trip_driver_user_id"))
        batch_op.drop_index(batch_op.f("ix_trip_carrier_unit_id_trip_id"))

    op.drop_table("trip")
    with op.batch_alter_table("stream", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stream_site_id"))

    op.drop_table("stream")
    with op.batch_alter_table("solid_record", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_solid_record_site_id_solid_record_sheet_solid_record_day")
        )

    op.drop_table("solid_record")
    op.drop_table("printer_choice")
    op.drop_table("plan")
    with op.batch_alter_table("pickup_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pickup_request_state_pickup_request_id"))
        batch_op.drop_index(batch_op.f("ix_pickup_request_site_id_pickup_request_id"))
        batch_op.drop_index(
            batch_op.f("ix_pickup_request_collector_unit_id_pickup_request_state_pickup_request_id")
        )

    op.drop_table("pickup_request")
    with op.batch_alter_table("licence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_licence_valid_to"))
        batch_op.drop_index(batch_op.f("ix_licence_unit_id"))
        batch_op.drop_index(batch_op.f("ix_licence_state_licence_id"))
        batch_op.drop_index(batch_op.f("ix_licence_changes_id"))

    op.drop_table("licence")
    op.drop_table("filed_report")
    op.drop_table("facility")
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_unit_id_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_state_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_site_id_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_other_unit_id_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_other_site_id_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_manifest_id"))
        batch_op.drop_index(batch_op.f("ix_case_container_id"))

    op.drop_table("case")
    with op.batch_alter_table("blank_code", schema=None) as batch_op:
        batch_op.drop_index("ix_blank_code_unit")
        batch_op.drop_index(batch_op.f("ix_blank_code_roll_id"))

    op.drop_table("blank_code")
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_alert_open",
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.drop_index("ix_alert_state_due")
        batch_op.drop_index("ix_alert_site")

    op.drop_table("alert")
    op.drop_table("vehicle")
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_site_unit_id"))
        batch_op.drop_index(batch_op.f("ix_site_division_code"))

    op.drop_table("site")
    op.drop_table("printer")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_user_id"))
        batch_op.drop_index(batch_op.f("ix_membership_unit_id"))

    op.drop_table("membership")
    with op.batch_alter_table("ended_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ended_session_until"))

    op.drop_table("ended_session")
    with op.batch_alter_table("crew", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_crew_unit_id"))

    op.drop_table("crew")
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_receiver_unit_id"))
        batch_op.drop_index(batch_op.f("ix_contract_consignor_unit_id_contract_receiver_unit_id"))

    op.drop_table("contract")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_unit_id_consent_proxy_unit_id"))

    op.drop_table("consent")
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approval_unit_id"))

    op.drop_table("approval")
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_amendment_waiting",
            postgresql_where=sa.text("state = 'waiting'"),
            sqlite_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(batch_op.f("ix_amendment_unit_id_amendment_id"))
        batch_op.drop_index(batch_op.f("ix_amendment_state_amendment_id"))

    op.drop_table("amendment")
    with op.batch_alter_table("waste", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waste_category_code"))

    op.drop_table("waste")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_state_unit_id"))

    op.drop_table("unit")
    op.drop_table("throttle")
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_submission_at"))

    op.drop_table("submission")
    op.drop_table("stored_file")
    op.drop_table("slot")
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_scan_trip_id_scan_id"))
        batch_op.drop_index(batch_op.f("ix_scan_manifest_id_scan_id"))

    op.drop_table("scan")
    op.drop_table("reference_sequence")
    op.drop_table("reference_load")
    op.drop_table("person")
    with op.batch_alter_table("one_time_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_code_phone"))

    op.drop_table("one_time_code")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_to_user_id_message_id"))
        batch_op.drop_index(batch_op.f("ix_message_sent_at_message_id"))

    op.drop_table("message")
    op.drop_table("law_basis")
    op.drop_table("industry_template")
    with op.batch_alter_table("import", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_unit_id_import_id"))
        batch_op.drop_index(batch_op.f("ix_import_state_import_id"))

    op.drop_table("import")
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_export_unit_id_export_id"))
        batch_op.drop_index(batch_op.f("ix_export_state_export_id"))

    op.drop_table("export")
    with op.batch_alter_table("exemption", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_exemption_waste_code"))

    op.drop_table("exemption")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_recorded_at"))
        batch_op.drop_index(batch_op.f("ix_event_manifest_id_event_id"))
        batch_op.drop_index(batch_op.f("ix_event_kind_event_id"))
        batch_op.drop_index(batch_op.f("ix_event_container_id_event_id"))
        batch_op.drop_index(
            "ix_event_batch",
            postgresql_where=sa.text("batch_code is not null"),
            sqlite_where=sa.text("batch_code is not null"),
        )

    op.drop_table("event")
    op.drop_table("division")
    with op.batch_alter_table("container", schema=None) as batch_op:
        batch_op.drop_index("ix_container_trip")
        batch_op.drop_index(
            "ix_container_stock",
            postgresql_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
            sqlite_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
        )
        batch_op.drop_index("ix_container_parent")
        batch_op.drop_index("ix_container_origin")
        batch_op.drop_index("ix_container_holder")
        batch_op.drop_index(
            "ix_container_clock",
            postgresql_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
            sqlite_where=sa.text("content in ('filling', 'sealed', 'emptied')"),
        )
        batch_op.drop_index("ix_container_batch")

    op.drop_table("container")
    op.drop_table("code_value")
    op.drop_table("code_sequence")
    op.drop_table("calendar_day")
    op.drop_table("batch_sequence")
    op.drop_table("anchor")
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_log_unit_id_access_log_id"))

    op.drop_table("access_log")

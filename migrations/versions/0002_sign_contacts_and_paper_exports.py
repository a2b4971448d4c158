"""who answers for a facility, and exports that are a paper."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("facility", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keeper", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("keeper_phone", sa.String(length=20), nullable=True))
    with op.batch_alter_table("export", schema=None) as batch_op:
        # exports asked for before are workbooks
        batch_op.add_column(
            sa.Column("on_paper", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.alter_column("on_paper", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.drop_column("on_paper")
    with op.batch_alter_table("facility", schema=None) as batch_op:
        batch_op.drop_column("keeper_phone")
        batch_op.drop_column("keeper")

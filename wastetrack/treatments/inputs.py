"""What may be sent about a treatment."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from wastetrack.kernel.types import GramsFromKg, Line, LocalMoment

FROZEN = ConfigDict(extra="forbid", frozen=True)


class FedContainer(BaseModel):
    """One container; without grams everything that is in it."""

    model_config = FROZEN

    container_id: UUID
    grams: GramsFromKg | None = None


class LeftResidue(BaseModel):
    """New waste of the disposer: one of his own wastes, by weight."""

    model_config = FROZEN

    stream_id: UUID
    grams: GramsFromKg


class RecordTreatment(BaseModel):
    """What was fed, when and how; and what new waste it left, as far as that is known already."""

    model_config = FROZEN

    site_id: UUID = Field(title="经营场所", json_schema_extra={"kind": "hidden"})
    method: str = Field(title="利用处置方式", min_length=1, max_length=8)
    facility_id: UUID | None = Field(default=None, title="利用处置设施")
    treated_at: LocalMoment | None = Field(
        default=None, title="利用处置时间", json_schema_extra={"help": "不填按现在"}
    )
    feeds: tuple[FedContainer, ...] = Field(title="投入的容器", min_length=1, max_length=200)
    residues: tuple[LeftResidue, ...] = Field(default=(), title="次生废物", max_length=20)
    note: Line = Field(default="", title="备注")


class LeaveResidue(BaseModel):
    """New waste that came out of a treatment later."""

    model_config = FROZEN

    stream_id: UUID = Field(title="次生废物")
    grams: GramsFromKg = Field(title="重量")
    facility_id: UUID | None = Field(default=None, title="放在哪里")

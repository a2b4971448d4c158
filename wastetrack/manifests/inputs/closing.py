"""What may be sent after receipt: confirm, outcome, correct, endorse, back-fill."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from wastetrack.agreements.inputs import Scan
from wastetrack.kernel.types import (
    GramsFromKg,
    Line,
    LocalMoment,
    OfficialNumber,
)
from wastetrack.manifests.inputs.step import (
    AT,
    SCAN,
    ReasonGiven,
    StepInput,
)


class ConfirmManifest(StepInput):
    """The receiver's confirmation; its day is the day it is made."""


class OutcomeManifest(StepInput):
    """Grams of one line with an outcome, as a receiver without account proves them."""

    line_id: UUID = Field(title="哪一行")
    grams: GramsFromKg = Field(title="处置量")
    method: Annotated[str, StringConstraints(max_length=8)] | None = Field(
        default=None, title="利用处置方式"
    )
    at: LocalMoment | None = Field(default=None, title="处置时间", json_schema_extra=AT)
    file: Scan = Field(default=None, title="接受人的处置证明", json_schema_extra=SCAN)


class TreatedLine(StepInput):
    """What a treatment here fed of one line; it comes from the treatment's own record, from no form."""

    line_id: UUID
    grams: int
    method: str
    at: datetime
    treatment_id: UUID


class AcknowledgeManifest(StepInput):
    """The consignor has seen what became of his waste."""


class CorrectManifest(ReasonGiven):
    """One field as it should be; applied when those it touches agree."""

    field_name: Annotated[str, StringConstraints(max_length=64)] = Field(title="要更正的项目")
    value: Annotated[str, StringConstraints(max_length=500)] = Field(default="", title="更正为")
    line_id: UUID | None = Field(default=None, title="哪一行")


class EndorseCorrection(StepInput):
    correction_id: UUID = Field(title="更正", json_schema_extra={"kind": "hidden"})
    agree: bool = Field(title="同意")
    note: Line = Field(default="", title="说明")


class BackfillManifest(StepInput):
    """A paper part put into the system afterwards (部令23 §20)."""

    national_no: OfficialNumber | None = Field(default=None, title="国家联单编号")
    provincial_no: Annotated[str, StringConstraints(min_length=4, max_length=32)] | None = Field(
        default=None, title="省系统编号"
    )
    file: Scan = Field(default=None, title="纸质联单扫描件", json_schema_extra=SCAN)
    note: Line = Field(default="", title="说明")


class AttachCopy(StepInput):
    """The copy of the form that a party without account signed, with the number it carries."""

    national_no: OfficialNumber | None = Field(
        default=None,
        title="国家联单编号",
        json_schema_extra={"help": "联单上已有编号的不用填", "inputmode": "numeric"},
    )
    provincial_no: Annotated[str, StringConstraints(min_length=4, max_length=32)] | None = Field(
        default=None, title="省系统编号"
    )
    file: Scan = Field(default=None, title="对方签字的联单", json_schema_extra=SCAN)

"""What may be sent about a deadline: the receipt of a report that was filed upstream."""

from pydantic import ConfigDict, Field
from sqlmodel import SQLModel

from wastetrack.kernel.types import Day, Reason, RequiredLine


class FileReport(SQLModel):
    """The receipt that the upstream system gave for a report."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # type: ignore[assignment]  # SQLModel widens pydantic's type

    number: RequiredLine = Field(
        title="申报回执编号",
        max_length=64,
        json_schema_extra={"help": "省固体废物治理系统提交后显示的编号"},
    )
    filed_on: Day = Field(title="申报日期")


class AmendReport(FileReport):
    """The receipt of an amended report, and what was amended."""

    reason: Reason = Field(title="更正内容", max_length=200)

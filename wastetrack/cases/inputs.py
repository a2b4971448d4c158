"""What may be sent about a case."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from wastetrack.cases.terms import CaseKind
from wastetrack.kernel.types import AnyPhone, Line, Reason, RequiredLine

FROZEN = ConfigDict(extra="forbid", frozen=True)
_AREA: JsonDict = {"kind": "textarea"}

Code = Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)]


class OpenCase(BaseModel):
    """A case that a person opens by hand, about a container, a manifest or a site as a whole."""

    model_config = FROZEN

    site_id: UUID = Field(title="经营场所")
    kind: CaseKind = Field(default=CaseKind.DATA, title="类别")
    title: RequiredLine = Field(title="什么事")
    note: Reason = Field(title="经过", json_schema_extra=_AREA)
    manifest_reference: Code = Field(
        default="", title="联单编号", json_schema_extra={"help": "与联单有关时填"}
    )
    container_code: Code = Field(
        default="", title="容器识别码", json_schema_extra={"help": "与容器有关时填"}
    )


class ReportFound(BaseModel):
    """What somebody without an account says of a container he found."""

    model_config = FROZEN

    place: RequiredLine = Field(
        title="在哪里", json_schema_extra={"help": "路名、门牌、旁边有什么，写得让人找得到"}
    )
    note: Line = Field(default="", title="看到了什么", json_schema_extra=_AREA)
    phone: AnyPhone | None = Field(
        default=None,
        title="您的电话",
        json_schema_extra={"kind": "tel", "help": "可以不留。只有生态环境部门看得到。"},
    )


class AnswerCase(BaseModel):
    model_config = FROZEN

    text: Reason = Field(title="答复", json_schema_extra=_AREA)


class CloseCase(BaseModel):
    """The bureau names the fact that settles the case, and says why it does."""

    model_config = FROZEN

    fact_id: UUID = Field(title="结案所依据的事实")
    closing: Reason = Field(title="结论", json_schema_extra=_AREA)

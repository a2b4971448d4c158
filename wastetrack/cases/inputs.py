"""What may be sent about a case."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from wastetrack.cases.terms import CaseKind
from wastetrack.kernel.types import Reason, RequiredLine

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


class AnswerCase(BaseModel):
    model_config = FROZEN

    text: Reason = Field(title="答复", json_schema_extra=_AREA)


class CloseCase(BaseModel):
    """The bureau names the fact that settles the case, and says why it does."""

    model_config = FROZEN

    fact_id: UUID = Field(title="结案所依据的事实")
    closing: Reason = Field(title="结论", json_schema_extra=_AREA)

"""What every step of a manifest may carry, and the types its inputs share."""

from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from wastetrack.kernel.types import (
    GramsFromKg,
    Reason,
)

FROZEN = ConfigDict(extra="forbid", frozen=True)
AREA: dict[str, JsonValue] = {"kind": "textarea"}
AT: dict[str, JsonValue] = {"help": "不填按现在"}
SCAN: dict[str, JsonValue] = {"kind": "file", "help": "PDF、JPEG 或 PNG，不超过 10 MB"}
_MOST = 9_000_000_000_000
# kilograms as typed → grams, for amounts that may be nothing or a minus
_KG = get_args(GramsFromKg)[1]

Short = Annotated[str, StringConstraints(max_length=64)]
ZeroOrMore = Annotated[int, _KG, Field(ge=0, le=_MOST)]
Signed = Annotated[int, _KG, Field(ge=-_MOST, le=_MOST)]


class StepInput(BaseModel):
    """What every step may carry: which version of the manifest the person looked at."""

    model_config = FROZEN

    seen: int | None = Field(default=None, title="版本", json_schema_extra={"kind": "hidden"})


class ReasonGiven(StepInput):
    reason: Reason = Field(title="原因", json_schema_extra=AREA)

"""What may be sent to the people room, with the words and hints a form shows."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from wastetrack.kernel.actor import Role
from wastetrack.kernel.types import CreditCode, MobilePhone, Name, Reason
from wastetrack.parties.inputs import Enrolment

Password = Annotated[str, StringConstraints(min_length=10, max_length=128)]
TypedPassword = Annotated[str, StringConstraints(min_length=1, max_length=128)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\d{6}$")]
_PASSWORD_HELP = "至少 10 个字符，字母、数字、符号至少两种。"  # noqa: S105 - a hint, not a secret
_PHONE = {"kind": "tel", "autocomplete": "username"}


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Registration(Enrolment):
    """A new unit and the person who will look after it."""

    password: Password = Field(
        title="密码",
        json_schema_extra={
            "kind": "password",
            "autocomplete": "new-password",
            "help": _PASSWORD_HELP,
        },
    )
    person: Name = Field(default="经办人", title="您的称呼")


class SignIn(_Sent):
    phone: MobilePhone = Field(title="手机号", json_schema_extra=dict(_PHONE))
    password: TypedPassword = Field(
        title="密码",
        json_schema_extra={"kind": "password", "autocomplete": "current-password"},
    )
    device: bool = Field(default=False, title="这是我自己的手机，30 天内不用再登录")


class CodeRequest(_Sent):
    phone: MobilePhone = Field(title="手机号", json_schema_extra=dict(_PHONE))


class CodeSignIn(_Sent):
    phone: MobilePhone = Field(title="手机号", json_schema_extra=dict(_PHONE))
    code: Code = Field(
        title="验证码",
        json_schema_extra={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class CodeReset(CodeSignIn):
    password: Password = Field(
        title="新密码",
        json_schema_extra={
            "kind": "password",
            "autocomplete": "new-password",
            "help": _PASSWORD_HELP,
        },
    )


class PasswordChange(_Sent):
    old: TypedPassword = Field(
        title="现在的密码",
        json_schema_extra={"kind": "password", "autocomplete": "current-password"},
    )
    password: Password = Field(
        title="新密码",
        json_schema_extra={
            "kind": "password",
            "autocomplete": "new-password",
            "help": _PASSWORD_HELP,
        },
    )


class Profile(_Sent):
    name: Name = Field(title="您的称呼", json_schema_extra={"autocomplete": "name"})


class JoinRequest(_Sent):
    """A signed-in person asks for a seat in a unit that is already here."""

    credit_code: CreditCode = Field(
        title="统一社会信用代码", json_schema_extra={"help": "营业执照上的 18 位代码。"}
    )


class SeatInput(_Sent):
    """A role, for the named sites or (none named) for all."""

    role: Role = Field(title="角色")
    site_ids: list[str] = Field(
        default=[], title="经营场所", json_schema_extra={"help": "都不选表示全部场所。"}
    )


class Invitation(SeatInput):
    phone: MobilePhone = Field(title="手机号", json_schema_extra={"kind": "tel"})
    name: Name = Field(default="经办人", title="称呼")


class Parting(_Sent):
    """Why a person loses a seat or an account."""

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea"})


class Founding(_Sent):
    """The first authority and its first person, made on the command line."""

    credit_code: CreditCode = Field(title="统一社会信用代码")
    unit_name: Name = Field(title="单位名称")
    phone: MobilePhone = Field(title="手机号")
    name: Name = Field(title="称呼")
    password: Password = Field(title="密码")
    role: Role = Field(default=Role.OFFICER, title="角色")

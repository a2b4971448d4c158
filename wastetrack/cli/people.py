"""Creates the bureau's own people: an authority comes from here, never from the web."""

import click
from click.core import ParameterSource

from wastetrack.cli.connection import Read, open_database
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.people.actions.found import found
from wastetrack.people.inputs import Founding
from wastetrack.people.shapes import Registered

_BUREAU = (
    Role.OFFICER,
    Role.HEAD,
    Role.LEGAL,
    Role.AUDITOR,
    Role.SECURITY_ADMIN,
    Role.SYSTEM_ADMIN,
)


@click.command("create-user")
@click.option("--phone", required=True, help="11 位手机号，用于登录")
@click.option("--name", required=True, help="姓名")
@click.option("--unit-code", "credit_code", required=True, help="主管部门的统一社会信用代码")
@click.option("--unit-name", required=True, help="主管部门名称（没有时新建）")
@click.option("--role", type=click.Choice([role.value for role in _BUREAU]), required=True)
@click.password_option(help="密码；写在命令行里的是临时密码，本人登录后先改")
@click.pass_context
def create_user(context: click.Context, /, **given: object) -> None:
    """Create a person of the authority; everybody else registers in the browser.

    At the prompt the person types the password; one given with --password must be changed first.
    """
    read: Read = context.obj
    temporary = context.get_parameter_source("password") is not ParameterSource.PROMPT
    database = open_database(read())
    data = Founding.model_validate(given)
    # hashed before the transaction, which may run again
    kept = hash_password(data.password)

    def make(work: Work) -> Registered:
        return found(work, data, password_hash=kept, temporary=temporary)

    made = database.write(SYSTEM, make)
    click.echo(f"{made.unit.name}: {data.phone} ({data.role})")


COMMANDS = (create_user,)

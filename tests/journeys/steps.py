"""Steps that several journeys share: how a unit comes in, what its office enters, how a load moves."""

from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.support.build import PASSWORD, credit_code

OIL = "900-214-08"
YEAR_END = "2026-12-31"


def register(who: Person, name: str, phone: str, *, trade: str = "", kind: str = "") -> Person:
    """The first screen of a new unit: four fields, and what a professional has to unfold."""
    who.opens("/register")
    who.types("统一社会信用代码", credit_code()).types("单位名称", name)
    who.types("手机号", phone).types("密码", PASSWORD)
    if trade:
        who.chooses("行业", trade)
    if kind:
        who.unfolds("不是产废单位").unticks("产废单位").ticks(kind)
    return who.taps_on("登记").sees("单位在哪里")


def settle(who: Person, town: str, address: str) -> Person:
    """The second screen: where the unit is; the usual wastes of its trade are ticked already."""
    return who.chooses("所在街道（乡镇）", town).types("详细地址", address).taps_on("开始使用")


def approve(officer: Person, name: str) -> Person:
    """The bureau lets a professional begin."""
    officer.opens("/approvals").sees(name)
    card = officer.page.locator(".part-card", has_text=name)
    card.get_by_role("button", name="通过审核", exact=True).click()
    return officer.does_not_see(name)


def label_drum(who: Person, waste: str, kilograms: str) -> str:
    """A new container from 今天: the waste, the weight on the pad, the label; returns its 8 characters."""
    who.taps_on("新容器").picks(waste).types("重量", kilograms)
    with who.page.expect_download() as label:
        who.taps_on("打标签")
    code = label.value.suggested_filename.removeprefix("label-").removesuffix(".pdf")
    text = PdfReader(label.value.path()).pages[0].extract_text()
    assert waste in text
    assert code in text.replace(" ", "")
    return code


def licence(
    office: Person, officer: Person, unit: str, kind: str, number: str, **more: str
) -> Person:
    """A permit as the office enters it, and the bureau's look at its document."""
    office.opens("/unit").taps_on("登记许可证")
    office.chooses("许可种类", kind).types("证书编号", number).types("发证机关", "示例生态环境局")
    if codes := more.get("codes"):
        office.types("核准废物代码", codes).ticks(*more["modes"].split())
        office.types("核准年规模", more.get("scale", "500"))
    office.types("有效期起", "2026-01-01").types("有效期止", "2027-12-31")
    office.attaches("证书文件", "permit.png", scan()).taps_on("登记").sees(number, unit, "待核对")
    officer.opens("/approvals").sees(number)
    card = officer.page.locator(".part-card", has_text=number)
    card.get_by_role("button", name="核对通过", exact=True).click()
    return officer.does_not_see(number)


def scan() -> bytes:
    """A small picture that passes for a scanned document."""
    made = BytesIO()
    Image.new("RGB", (40, 40), "white").save(made, "PNG")
    return made.getvalue()


def facility(office: Person, code: str, name: str, kind: str, tonnes: str) -> Person:
    """A store or a plant on the office's only site."""
    office.opens("/unit")
    office.page.locator(".part-card").get_by_role("link").first.click()
    office.taps_on("新增设施").types("设施编码", code).types("设施名称", name)
    office.chooses("设施类型", kind).types("贮存能力", tonnes).taps_on("新增")
    return office.sees(f"{code} {name}")


def contract(office: Person, partner: str, number: str, *, ours: str) -> Person:
    """A written contract, entered by one of its parties."""
    side = "我方是接受人" if ours == "receiver" else "我方是移出人"
    other = "移出人" if ours == "receiver" else "接受人"
    office.opens("/contracts").taps_on("登记合同", side)
    office.chooses(other, partner).types("合同编号", number).types("废物代码", OIL)
    office.types("价格（元）", "1200").taps_on("登记合同")
    return office.sees(number, "有效")


def plan(office: Person, number: str, *lines: tuple[str, str, str]) -> Person:
    """This year's plan as it was filed upstream: code, tonnes and receiver of each line."""
    office.opens("/plans").taps_on("登记计划").types("备案编号", number)
    for at, (code, tonnes, receiver) in enumerate(lines):
        box = office.page.locator(".plan-line").nth(at)
        if not box.is_visible():
            office.unfolds("再加几行")
        box.get_by_label("废物代码").fill(code)
        box.get_by_label("预计数量").fill(tonnes)
        box.get_by_label("转移类型").select_option(label="省内转移")
        box.get_by_label("接收单位类型").select_option(label="许可证持有单位")
        box.get_by_label("拟接收单位").select_option(label=receiver)
    return office.taps_on("登记计划").sees(number)


def vehicle(office: Person, plate: str) -> Person:
    """A truck with its permit."""
    office.opens("/unit").taps_on("车辆和人员证件", "新增车辆")
    office.types("车牌号", plate).types("道路运输证号", "运0001")
    office.types("道路运输证有效期止", "2027-12-31").types("核定载质量", "5")
    return office.taps_on("新增").sees(plate)


def crew(office: Person, kind: str, name: str, phone: str, number: str) -> Person:
    """A driver or escort with the qualification."""
    office.opens("/unit").taps_on("车辆和人员证件", "新增驾驶员、押运员")
    office.chooses("人员类别", kind).types("姓名", name).types("联系电话", phone)
    office.types("从业资格证号", number).types("资格证有效期止", "2027-12-31")
    return office.taps_on("新增").sees(name)


def invite(stage: Stage, office: Person, post: str, role: str, phone: str) -> Person:
    """The office offers a seat by phone number; the person comes in with a one-time code."""
    office.opens("/unit").taps_on("人员", "邀请人员")
    office.types("手机号", phone).types("称呼", role).chooses("角色", role).taps_on("邀请")
    office.sees(role)
    came = stage.enters(post, phone=True)
    came.opens("/sign-in").taps_on("用验证码登录").types("手机号", phone).taps_on("发送验证码")
    came.types("验证码", stage.text_message_to(phone)).taps_on("确认")
    return came.taps_on("接受邀请")


def professional(stage: Stage, post: str, name: str, phone: str, kind: str) -> Person:
    """A professional registers at a desk, says where it is, and waits for the bureau."""
    office = stage.enters(post)
    register(office, name, phone, kind=kind)
    return settle(office, "百官街道", "示例大道 8 号")


def file_and_number(office: Person, manifest: str, number: str, *, consents: Person) -> None:
    """Filed, given its official number, and agreed to by the receiver."""
    office.opens(manifest).confirms("提交联单").sees("已提交")
    number_it(office, manifest, number, consents=consents)


def number_it(office: Person, manifest: str, number: str, *, consents: Person) -> None:
    """A filed manifest is given its official number, and agreed to by the receiver."""
    office.opens(manifest)
    office.taps_on("填联单编号").types("国家联单编号", number).taps_on("填联单编号").sees(number)
    consents.opens(manifest).confirms("同意接收").sees("待装车")

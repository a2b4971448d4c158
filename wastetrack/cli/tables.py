"""Decides the columns of exported containers and manifests, and reads their rows page by page."""

from collections.abc import Iterator, Mapping

from wastetrack import words
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import export_containers
from wastetrack.ledger.queries.entries import Span
from wastetrack.ledger.terms import Column, Form
from wastetrack.manifests.queries import list_manifests

LANG = "zh-CN"
_PAGE = 500
CONTAINERS = (
    Column("digital_id", "数字识别码", (), 40),
    Column("human_code", "识别码", (), 12),
    Column("waste_code", "废物代码", (), 13),
    Column("waste_name", "废物名称", (), 20),
    Column("packaging", "包装", (), 8),
    Column("content", "状态", (), 10),
    Column("custody", "所在", (), 10),
    Column("mass_g", "重量（吨）", (), 12, Form.TONNES),
    Column("first_waste_at", "首次装入时间", (), 17, Form.MOMENT),
    Column("sealed_at", "封口时间", (), 17, Form.MOMENT),
    Column("ended_at", "结束时间", (), 17, Form.MOMENT),
    Column("batch_code", "产生批次编码", (), 20),
)
MANIFESTS = (
    Column("reference", "本系统编号", (), 20),
    Column("national_no", "联单编号", (), 18),
    Column("paper_no", "纸质联单号", (), 18),
    Column("state", "状态", (), 12),
    Column("consignor", "移出人", (), 26),
    Column("receiver", "接受人", (), 26),
    Column("wastes", "废物", (), 30),
    Column("mass_g", "数量（吨）", (), 12, Form.TONNES),
    Column("created_at", "创建时间", (), 17, Form.MOMENT),
    Column("departed_at", "启运时间", (), 17, Form.MOMENT),
    Column("received_at", "接受时间", (), 17, Form.MOMENT),
)


def containers_of(work: Work, span: Span) -> Iterator[Mapping[str, object]]:
    """Containers that the sites made, by the day of their first waste."""
    for c in export_containers(work, span):
        yield {
            **{column.key: getattr(c, column.key) for column in CONTAINERS},
            "packaging": words.label(LANG, c.packaging),
            "content": words.label(LANG, c.content),
            "custody": words.label(LANG, c.custody),
        }


def manifests_of(work: Work, span: Span) -> Iterator[Mapping[str, object]]:
    """The unit's manifests made in the period, newest first, on whichever side it stands."""
    after: str | None = None
    while True:
        page = list_manifests(work, after=after, size=_PAGE)
        for row in page.rows:
            day = local_day(row.created_at)
            if day < span.first:
                return
            if day < span.end:
                yield {
                    **{column.key: getattr(row, column.key) for column in MANIFESTS},
                    "state": words.label(LANG, row.state),
                    "wastes": "、".join(f"{waste.name} × {waste.count}" for waste in row.wastes),
                }
        if page.after is None:
            return
        after = page.after

"""An English page is English: Chinese stands there as a name, as what a person typed, or as a marked citation."""

import json
import re

import pytest
from flask import Flask
from sqlalchemy import String, select, update
from sqlalchemy.types import JSON
from sqlmodel import SQLModel, col
from sqlmodel.sql.sqltypes import AutoString

from tests.conftest import NOW
from tests.doors.web.test_every_page import SEATS, addresses
from tests.support import district
from tests.support.build import sign_in
from wastetrack.kernel.database import Database
from wastetrack.people.model import User

CHINESE = re.compile(r"[\u3400-\u9fff]+")
# what is marked as Chinese, what a person is typing, and what no reader sees
MARKED = re.compile(
    r'<(\w+)[^>]*\blang="zh[^"]*"[^>]*>.*?</\1>|<(script|style|svg|textarea)\b.*?</\2>', re.DOTALL
)
TAG = re.compile(r"<[^>]*>")
# the words of the law and of our lists are ours to translate; everything else in a row is a name,
# an address, or what somebody typed
OURS = {"law_basis", "reference_load", "code_value"}
OURS_IN = {("event", "basis"), ("event", "kind")}


def typed(database: Database) -> str:
    """Every text that people or the official catalogue put into the database."""
    found: set[str] = set()
    with database.engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            for column in table.c:
                if table.name in OURS or (table.name, column.name) in OURS_IN:
                    continue
                if isinstance(column.type, String | AutoString | JSON):
                    for value in connection.execute(select(column).distinct()).scalars():
                        text = (
                            value
                            if isinstance(value, str)
                            else json.dumps(value, ensure_ascii=False)
                        )
                        found.add(text)
    return "\n".join(found)


@pytest.mark.parametrize("seat", SEATS)
def test_an_english_page_says_nothing_of_ours_in_chinese(
    demo: Database, demo_app: Flask, seat: str
) -> None:
    client = demo_app.test_client()
    person = district.people(demo)[seat]
    with demo.engine.begin() as connection:
        connection.execute(update(User).where(col(User.id) == person.id).values(lang="en"))
    sign_in(client, person, NOW.timestamp())
    names = typed(demo)
    shown = 0
    left: dict[str, str] = {}
    for address in addresses(demo_app, client, demo):
        answer = client.get(address)
        if answer.status_code != 200 or answer.mimetype != "text/html":
            continue
        shown += 1
        assert '<html lang="en"' in answer.text, address
        for run in CHINESE.findall(TAG.sub(" ", MARKED.sub(" ", answer.text))):
            if run not in names:
                left.setdefault(run, address)
    assert left == {}
    assert shown > 8

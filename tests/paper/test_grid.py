"""Rows of a form flow over pages without losing their heads."""

from dataclasses import replace

from wastetrack.paper.grid import MOST_LINES, Row, cell, flow


def row(text: str, *, keep_next: bool = False) -> Row:
    return Row((cell(text, 100, 9),), 9, keep_next=keep_next)


def words(page: list[Row]) -> list[str]:
    return ["".join(glyph.char for line in r.cells[0].lines for glyph in line) for r in page]


def test_a_title_never_stays_behind_on_the_page_before() -> None:
    rows = [row("a"), row("b"), row("title", keep_next=True), row("c")]
    pages = flow(rows, 3.5 * rows[0].height, 10 * rows[0].height)
    assert [words(page) for page in pages] == [["a", "b"], ["title", "c"]]


def test_heads_come_again_where_a_table_goes_on_and_nowhere_else() -> None:
    head = row("head", keep_next=True)
    rows = [head, *(replace(row(str(n)), repeats=(head,)) for n in range(4))]
    pages = flow(rows, 3 * head.height, 3 * head.height)
    assert [words(page) for page in pages] == [["head", "0", "1"], ["head", "2", "3"]]


def test_a_title_with_nothing_under_it_is_not_lost() -> None:
    assert [words(page) for page in flow([row("title", keep_next=True)], 500, 500)] == [["title"]]


def test_a_row_taller_than_a_page_is_cut_into_rows() -> None:
    text = "\n".join(str(n) for n in range(3 * MOST_LINES))
    tall = row(text)
    pages = flow([tall], 600, 600)
    assert len(pages) == 3
    assert "".join("".join(words(page)) for page in pages) == text.replace("\n", "")


def test_an_empty_row_still_has_room_for_a_hand() -> None:
    assert row("").height == row("a").height

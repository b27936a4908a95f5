"""Plain text: wrapped and unwrapped paragraphs, bullets, tables, page breaks, furniture round the article."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read_text


def blocks(text: str, **options: str) -> list[tuple[str, str]]:
    document = read_text(text, name="t.txt", **options)
    return [(block.kind, document.body.text[block.start : block.end]) for block in document.body.blocks]


def texts(text: str) -> list[str]:
    return [words for _, words in blocks(text)]


FIRST = (
    "The customs office published its figures for July on Tuesday. Shipments of wheat flour came to 3,200 tonnes worth "
    "$1.3 million, which is less than half of what was bought in June, when harvests were late and stores were empty."
)
SECOND = (
    "Rice, the other staple, held up better at 12,000 tonnes, though prices rose by 14 percent over the month and buyers "
    "in the north of the country said that they were waiting for the next harvest before they bought any more of it."
)


@pytest.mark.parametrize("columns", [48, 60, 72, 80, 98])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_become_paragraphs(columns: int, line_end: str) -> None:
    text = "\n\n".join(textwrap.fill(part, columns) for part in (FIRST, SECOND, FIRST)).replace("\n", line_end)
    assert texts(text) == [FIRST, SECOND, FIRST]


def test_indented_paragraphs_without_blank_lines() -> None:
    text = "\n".join(textwrap.fill(part, 66, initial_indent="    ") for part in (FIRST, SECOND, FIRST))
    assert texts(text) == [FIRST, SECOND, FIRST]


def test_one_paragraph_a_line_stays_so() -> None:
    assert texts(f"{FIRST}\n{SECOND}\nSales fell.\n{FIRST}") == [FIRST, SECOND, "Sales fell.", FIRST]


def test_korean_and_chinese_wrapped() -> None:
    korean = "지난해 같은 기간 밀가루 수입은 3천200톤으로 절반 이하로 줄었다고 세관이 화요일 밝혔다. 쌀은 1만2천 톤으로 큰 변화가 없었다."
    assert texts("\n\n".join([textwrap.fill(korean, 30)] * 3)) == [korean] * 3
    chinese = "海关总署星期二公布的数据显示，7月份面粉进口量为3200吨，价值130万美元，不到6月份的一半。大米进口量为12000吨，变化不大，价格则上涨了百分之十四。"
    wrapped = "\n".join(chinese[at : at + 30] for at in range(0, len(chinese), 30))
    assert texts(f"{wrapped}\n\n{wrapped}") == [chinese, chinese]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Prices rose again. So far this year the country has imported", "$16,748 worth of reagents from abroad."),
        ("The regime steadily and significantly increased its imports of", "thermometers, presumably to track fever."),
        ("Prices rose. It also bought a little over $600,000 in syringes", "through April, a faster pace than before."),
        (
            "수입은 크게 늘었다. 세관에 따르면 7월 밀가루 수입은 지난달보다 많은",
            "3천200톤으로 절반 이하로 줄었다고 밝혔다.",
        ),
    ],
)
@pytest.mark.parametrize(
    "gap", ["\n\n", "\n\f\n", "\n\n[Click here to subscribe. Just $5 a month.](#)\n\n", "\n\n- 3 -\n\f\n"]
)
def test_a_sentence_cut_in_two_is_joined(before: str, after: str, gap: str) -> None:
    assert f"{before} {after}" in texts(f"{FIRST}\n\n{before}{gap}{after}\n\n{SECOND}")


@pytest.mark.parametrize(
    "heading",
    ["What North Korea imported", "By the numbers", "Imports of pharmaceuticals and medical devices"],
)
def test_a_heading_is_not_joined(heading: str) -> None:
    text = f"{FIRST}\n\n{heading}\n\n$3 million worth of soap crossed the border in June, the office said.\n\n{SECOND}"
    assert heading in texts(text)


def test_bullets_are_items_and_keep_their_continuations() -> None:
    text = f"{FIRST}\n\n  • Exports rose 5% to $3m\n  • Imports fell\n  - rice: down 40 percent from the record set in\n    June\n\n{SECOND}"
    assert blocks(text)[1:4] == [
        ("item", "Exports rose 5% to $3m"),
        ("item", "Imports fell"),
        ("item", "rice: down 40 percent from the record set in June"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Good        Tonnes   Value, $\nRice        12,000  6,100,000\nFlour        3,200  1,300,000",
        "Good\tTonnes\tValue, $\nRice\t12,000\t6,100,000\nFlour\t3,200\t1,300,000",
        "| Good | Tonnes | Value, $ |\n|---|--:|--:|\n| Rice | 12,000 | 6,100,000 |\n| Flour | 3,200 | 1,300,000 |",
    ],
)
def test_tables_become_rows(table: str) -> None:
    found = blocks(f"{FIRST}\n\n{table}\n\n{SECOND}")
    assert found[1:4] == [
        ("row", "Good | Tonnes | Value, $"),
        ("row", "Rice | 12,000 | 6,100,000"),
        ("row", "Flour | 3,200 | 1,300,000"),
    ]


def test_double_spaces_after_full_stops_make_no_table() -> None:
    text = textwrap.fill("Sales fell 5%.  Costs rose 6%.  Nobody knows why.  " * 9, 60)
    assert [kind for kind, _ in blocks(text)] == ["paragraph"]


def test_running_headers_and_page_numbers_go() -> None:
    page = "TRADE BULLETIN        No. 14\n\n{}\n\n{}\n\nPage {} of 3\n"
    text = "\f".join(page.format(FIRST, SECOND, number) for number in (1, 2, 3))
    assert texts(text) == [FIRST, SECOND] * 3


def test_mail_quotes_and_headers() -> None:
    text = f"From: desk@example.org\nTo: list@example.org\n\n> How much wheat did they buy in the summer, and who\n> sold it to them?\n\n{textwrap.fill(FIRST, 72)}\n"
    found = texts(text)
    assert found == ["How much wheat did they buy in the summer, and who sold it to them?", FIRST]


def test_two_sentences_are_an_article() -> None:
    text = "Exports to the islands fell 3.1% in May to $144 million, customs data showed. Imports rose 2%."
    assert texts(text) == [text]


def test_a_list_of_figures_is_kept_whole() -> None:
    lines = [
        "Trade at a glance",
        "Exports: $29.3 million",
        "Imports: $115.4 million",
        "Change on year: 12.3%",
        "1,204",
        "5.2 million",
    ]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize("heading", ["Related stories", "MOST READ", "관련기사", "相关阅读"])
def test_a_box_inside_an_article_does_not_end_it(heading: str) -> None:
    box = f"{heading}\n\nImports of gold rise 7% in June\n\nBank lends $5 million to fisherman"
    assert texts(f"{FIRST}\n\n{SECOND}\n\n{box}\n\n{FIRST}\n\n{SECOND}") == [FIRST, SECOND, FIRST, SECOND]


@pytest.mark.parametrize("heading", ["Related stories", "Comments (2)", "About the author"])
def test_what_follows_the_article_is_left_out(heading: str) -> None:
    foot = f"{heading}\n\nA reader\n\nI paid $14 for a sack of flour and it was worth every cent of it, I must say.\n\nAnother\n\nMe too, all of 99 dollars, and it was not."
    assert texts(f"{FIRST}\n\n{SECOND}\n\n{foot}") == [FIRST, SECOND]


PRINTED = """The Harbour Times close
National
  • Politics
  • Defence
  • Law & Crime
Business
  • Ports
  • Companies
  • Markets
search close
  • Subscribe
  • LogIn
Thu, May 26, 2022 | 10:01
Ferry freight falls by a third as fares rise
Posted : 2021-05-12 16:46
Updated : 2021-05-12 18:29
Print Preview
Font Size Up
By Ann Lee

{first}

Sales fell.

Island harbour
Ferries wait in the harbour in this Dec. 5, 2020, photo provided by the operator. Yonhap

{second}

Emailann@times.example Article ListMore articles by this reporter
  • Gunman steals 18 bicycles at school
  • Over 76% of islanders want a bridge
  • Will the council build 4 new piers?
  • Bank lends $5 million to fisherman
DARKROOM
  • 75th regatta in pictures
Tel : 02-555-2114
Copyright © times.example. All rights reserved.
  • About Us
  • Terms of Service
"""


def printed() -> Document:
    return read_text(PRINTED.format(first=FIRST, second=SECOND), name="print.txt")


def test_a_printed_page_gives_its_article() -> None:
    document = printed()
    kinds = [block.kind for block in document.body.blocks]
    words = [document.body.text[block.start : block.end] for block in document.body.blocks]
    assert words[0] == "Ferry freight falls by a third as fares rise"
    assert [one for one in words if one in (FIRST, "Sales fell.", SECOND)] == [FIRST, "Sales fell.", SECOND]
    assert kinds[0] == "title"
    assert "caption" in kinds
    for decoy in ("18 bicycles", "76%", "4 new piers", "$5 million", "75th", "02-555", "10:01", "16:46", "Posted"):
        assert decoy not in document.body.text


def test_a_printed_page_names_its_day_author_and_outlet() -> None:
    document = printed()
    assert str(document.published) == "2021-05-12"
    assert document.published_from == 'the line "Posted : 2021-05-12 16:46"'
    assert document.author == "Ann Lee"
    assert document.outlet == "times.example"
    assert document.title == "Ferry freight falls by a third as fares rise"


letters = st.sampled_from("abcdefg 15.,%$\n\n\t•*-|한中。?!\\[]()")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(letters, st.characters()), min_size=1, max_size=400))
def test_every_body_maps_to_its_original(text: str) -> None:
    if not text.strip("\ufeff\x00 \t\r\n\f\v"):
        return
    document = read_text(text, name="x", kind="text")
    body = document.body
    assert all(one <= other for one, other in zip(body.starts, body.starts[1:], strict=False))
    assert all(one <= other for one, other in zip(body.ends, body.ends[1:], strict=False))
    previous = 0
    for block in body.blocks:
        assert block.start == previous
        assert block.start < block.end
        assert "\n" not in body.text[block.start : block.end]
        previous = block.end + 2
    for here, (start, end) in enumerate(zip(body.starts, body.ends, strict=True)):
        if end == start + 1 and text[start].isalnum() and text[start].isascii():
            assert body.text[here] == text[start]

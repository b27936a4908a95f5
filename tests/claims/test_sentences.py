import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.claims.sentences import split
from tidewaiter.documents.document import Block


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split(text, [Block("paragraph", 0, len(text))])]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. sold $3.5 million worth of rice.", "N. Korea bought none."],
        ["It fell on Dec. 5 to No. 3 on the list.", "Trade rose."],
        ["Mr. Kim of Samil Co. said so.", "He left."],
        ["Exports to the U.S. rose.", "The rest fell."],
        ["“Trade rose.”", "He smiled."],
        ["Was it zero?", "Yes!", "So it was."],
        ["수출은 3.5억 달러였다.", "수입은 줄었다."],
        ["出口下降85.2%。", "进口增长3.5%。"],
        ["他说：“没有进口。”", "海关没有评论。"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    joiner = "" if "。" in sentences[0] else " "
    assert cut(joiner.join(sentences)) == sentences


def test_never_across_blocks() -> None:
    text = "Imports of rice\n\nrose by half"
    blocks = [Block("heading", 0, 15), Block("paragraph", 17, 29)]
    assert [(text[s:e], b) for s, e, b in split(text, blocks)] == [("Imports of rice", 0), ("rose by half", 1)]


def test_a_page_without_stops_is_cut() -> None:
    pieces = cut("rice " * 5000)
    assert max(map(len, pieces)) <= 1200
    assert "".join(pieces).replace(" ", "") == "rice" * 5000


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    found = split(text, [Block("paragraph", 0, len(text))] if text else [])
    ends = [0, *(end for _, end, _ in found)]
    assert all(a <= b for a, b in zip(ends, (start for start, _, _ in found), strict=False))
    assert "".join("".join(text[s:e].split()) for s, e, _ in found) == "".join(text.split())

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.claims.extract import extract
from tidewaiter.claims.words.sentences import split
from tidewaiter.documents.document import Block
from tidewaiter.documents.read import read_text


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split(text, [Block("paragraph", 0, len(text))])]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. sold $3.5 million worth of rice.", "N. Korea bought none."],
        ["It fell on Dec. 5 to No. 3 on the list.", "Trade rose."],
        ["Mr. Kim of Samil Co. said so.", "He left."],
        ["Exports to the U.S. rose.", "The rest fell."],
        ["Revenue was Rs. 20.1 billion against Tk. 3 million.", "Prices rose 5 pct.", "Exports fell."],
        ["“Trade rose.”", "He smiled."],
        ["Was it zero?", "Yes!", "So it was."],
        ["수출은 3.5억 달러였다.", "수입은 줄었다."],
        ["수출은 3.5억 달러로 줄었다.", "t당 평균 단가는 500달러였다."],
        ["出口下降85.2%。", "进口增长3.5%。"],
        ["他说：“没有进口。”", "海关没有评论。"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    joiner = "" if "。" in sentences[0] else " "
    assert cut(joiner.join(sentences)) == sentences


def test_korean_sentences_without_a_space_between() -> None:
    assert cut("수출은 3.5억 달러였다.수입은 줄었다.") == ["수출은 3.5억 달러였다.", "수입은 줄었다."]


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


@pytest.mark.parametrize("lead", range(1150, 1186, 3))
def test_a_figure_is_never_cut_in_two(lead: int) -> None:
    words = "and the ships lay there in the port for longer than anybody had thought they would " * 20
    text = words[:lead] + " China exported 12 million tonnes of rice " + words
    (figure,) = extract(read_text(text, name="long"))
    assert figure.text == "12 million tonnes"
    assert figure.sentence[0] <= figure.start < figure.end <= figure.sentence[1]


def test_a_sentence_of_too_many_cues_is_cut_beside_its_figures() -> None:
    text = "China exported " + "5 million doses and rose " * 60 + "in May."
    for claim in extract(read_text(text, name="long")):
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]

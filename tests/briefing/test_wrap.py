"""Wrapping: no line too wide, no character lost, Chinese broken anywhere, words and Korean at spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.briefing.wrap import width_of, wrap

TEXT = st.text(alphabet="ab, .中国，。（）북한 1€é\u0301", max_size=120)


def lines(text: str, width: int) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in wrap([(text, "")], width=width)]


def test_words_are_kept_whole() -> None:
    assert lines("the quick  brown\nfox", 9) == ["the quick", "brown fox"]


def test_chinese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert lines("中国出口总额。", 8) == ["中国出口", "总额。"]
    assert lines("中国出口额。", 10) == ["中国出口", "额。"]


def test_korean_breaks_at_spaces() -> None:
    assert lines("북한의 대중 수출액은", 12) == ["북한의 대중", "수출액은"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("x https://example.com/abc y", 10) == ["x", "https://ex", "ample.com/", "abc y"]


def test_styles_stay_with_their_text() -> None:
    wrapped = list(wrap([("it fell ", ""), ("$14.5 million", "red")], width=13))
    assert wrapped == [[("it", ""), (" ", ""), ("fell", ""), (" ", ""), ("$14.5", "red")], [("million", "red")]]


def test_a_mark_is_not_torn_from_its_figure() -> None:
    assert ["".join(t for t, _ in line) for line in wrap([("it was 95,000", ""), ("[✓2]", "green")], width=12)] == [
        "it was",
        "95,000[✓2]",
    ]


@given(TEXT, st.integers(2, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert all(width_of(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_makes_no_line(text: str) -> None:
    assert lines(text, 10) == []

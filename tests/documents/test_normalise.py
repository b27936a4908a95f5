"""What a reader does not see is undone, and every character knows its origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.documents import normalise as module
from tidewaiter.documents.mapped import Mapped
from tidewaiter.documents.normalise import normalise


def read(text: str, **options: bool) -> Mapped:
    return normalise(Mapped.of(text, 0, len(text)), **options)


def origin(text: str, mapped: Mapped, part: str) -> str:
    at = mapped.text.index(part)
    return text[mapped.starts[at] : mapped.ends[at + len(part) - 1]]


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        (r"rose to \$2.5 million", "rose to $2.5 million"),
        ("more than [90 percent](#) of trade", "more than 90 percent of trade"),
        ("[customs data](https://e.org/a_(b)) said", "customs data said"),
        ("why [the authorities] are (so) late", "why [the authorities] are (so) late"),
        ("[sic](emphasis added)", "[sic](emphasis added)"),
        ("*less* than **$3m** and ***5%***", "less than $3m and 5%"),
        ("5 * 3 * 2 and a*b*c", "5 * 3 * 2 and a*b*c"),
        ("snake_case_name and _this one_", "snake_case_name and this one"),
        ("![a chart of 99%](c.png)rose 5%", "rose 5%"),
        ("$2.9&nbsp;million &amp; &#36;5", "$2.9 million & $5"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("<https://e.org/x> says", "https://e.org/x says"),
        ("5 < 6 > 4", "5 < 6 > 4"),
    ],
)
def test_markup_is_undone(given_text: str, seen: str) -> None:
    assert read(given_text, markup=True).text == seen


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        ("１２３，４５６万元，同比下降52.0％", "123,456万元，同比下降52.0%"),
        ("１，２，３号", "1，2，3号"),
        ("＄５．２ million", "$5.2 million"),
        ("a\u00a0b\u2009c\u3000d  e\tf", "a b c d e f"),
        ("mil\u00adlion\u200b\ufeff", "million"),
        ("of the pandemic-\nrelated goods", "of the pandemic-related goods"),
        ("for COVID-\n19 vaccines", "for COVID-19 vaccines"),
        ("出口总额为1451\n万美元，环\n比下降", "出口总额为1451 万美元，环比下降"),
        ("지난해 같은\n달보다", "지난해 같은 달보다"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("cafe\u0301", "café"),
        ("the ﬁrst ﬂoor", "the first floor"),
        ("a\x00b\x07c\ud800d", "abc\ufffdd"),
        (r"a \$5 [x](#)", r"a \$5 [x](#)"),
    ],
)
def test_characters_are_made_plain(given_text: str, seen: str) -> None:
    assert read(given_text).text == seen


def test_a_typesetter_hyphen_goes_and_a_compound_stays() -> None:
    judge = {("thermo", "meters"): True}
    text = "thermo-\nmeters and year-\non-year"
    got = normalise(Mapped.of(text, 0, len(text)), unhyphenate=lambda a, b: judge.get((a, b), False))
    assert got.text == "thermometers and year-on-year"
    assert origin(text, got, "thermometers") == "thermo-\nmeters"


@pytest.mark.parametrize(
    ("text", "figure", "cut"),
    [
        (r"to \$2.5 million.", "$2.5 million", "$2.5 million"),
        ("than [90 percent](#) of", "90 percent", "90 percent"),
        ("was **$3m** in", "$3m", "$3m"),
        ("of $2.9&nbsp;million in", "$2.9 million", "$2.9&nbsp;million"),
        ("下降５２．０％，", "52.0%", "５２．０％"),
        ("of $3\u00a0mil\u00adlion in", "$3 million", "$3\u00a0mil\u00adlion"),
        ("of $3\n  million in", "$3 million", "$3\n  million"),
    ],
)
def test_figures_are_cut_from_the_original_exactly(text: str, figure: str, cut: str) -> None:
    assert origin(text, read(text, markup=True), figure) == cut


def test_what_colours_a_terminal_leaves_nothing_behind() -> None:
    assert (
        read("exported \x1b[31m$98.1 million\x1b[0m of \x1b]0;title\x07goods").text == "exported $98.1 million of goods"
    )
    assert read("a\x1b[31").text == "a[31", "a sequence that is cut off is only its escape"


awkward = st.text(
    alphabet=st.one_of(
        st.sampled_from("a1 \n\t\\*_[]()&;<>#$-\u00ad\u200b\u3000５％，．\u0301\u1112\u1161\u11ab\ufb01\x02\ufffe"),
        st.characters(),
        st.characters(categories=["Cs"]),
    ),
    max_size=80,
)


@given(awkward, st.booleans())
def test_the_map_is_monotone_and_true(text: str, markup: bool) -> None:
    got = read(text, markup=markup)
    assert len(got.text) == len(got.starts) == len(got.ends)
    assert got.text == got.text.strip()
    for here in range(len(got.text)):
        start, end = got.starts[here], got.ends[here]
        assert 0 <= start <= end <= len(text)
        if here:
            assert got.starts[here - 1] <= start
            assert got.ends[here - 1] <= end
        if text[start:end].isascii() and end == start + 1 and text[start] not in " \t\n\r\f\v\x1c\x1d\x1e\x1f\x02":
            assert got.text[here] == text[start]


@given(st.text(alphabet=st.sampled_from("abc 15.,%$한中é"), max_size=60))
def test_plain_text_is_left_alone(text: str) -> None:
    got = read(text, markup=True)
    assert got.text == " ".join(text.split())
    assert normalise(got).text == got.text


def test_a_text_that_is_plain_at_a_glance_holds_nothing_odd() -> None:
    letters = [chr(code) for code in range(0x2100)]
    plain = [letter for letter in letters if module._is_plain(letter)]
    assert set("aZ09 ,.-$%\"'()") <= set(plain)
    assert not any(module._PLAIN.search(letter) for letter in plain)
    assert not module._is_plain("two  spaces")

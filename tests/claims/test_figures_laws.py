"""What holds for the figures of any text whatever."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.document import Block, Body

LANGUAGES = ("en", "ko", "zh", "ja", "ru", "fr", "de", "es", "pt-BR", "xx", "")

PIECES = st.sampled_from(
    [
        "$",
        "US$",
        "€",
        "¥",
        "£",
        "RM",
        "Rs",
        "3",
        "5",
        "14.5",
        "1,000",
        "2,5",
        "1.234,56",
        "37",
        "227",
        "2022",
        "15",
        "1/2",
        "½",
        "0",
        "-5",
        "+7",
        "million",
        "bn",
        "m",
        "k",
        "thousand",
        "hundred",
        "one",
        "two",
        "twenty",
        "a",
        "an",
        "half",
        "of",
        "quarter",
        "third",
        "third",
        "dozen",
        "tens",
        "thousands",
        "percent",
        "%",
        "percentage",
        "points",
        "tonnes",
        "kg",
        "barrels",
        "people",
        "cases",
        "masks",
        "pairs",
        "to",
        "from",
        "between",
        "and",
        "or",
        "-",
        "–",
        "~",
        ",",
        ".",
        "(",
        ")",
        "[",
        "]",
        "more",
        "than",
        "nearly",
        "about",
        "per",
        "day",
        "May",
        "June",
        "20",
        "Article",
        "Resolution",
        "COVID-19",
        "H5N1",
        "억",
        "만",
        "천",
        "조",
        "달러",
        "명",
        "약",
        "이상",
        "亿",
        "万",
        "三",
        "千",
        "美元",
        "人",
        "近",
        "多",
        "億",
        "円",
        "млн",
        "долларов",
        "около",
        "дюжина",
        "zero",
        "no",
        "single",
        "not",
        "doubled",
        "twice",
        "fold",
        "times",
        "24/7",
        "10:01",
        "02-724-2114",
        "://",
        "www.",
        "@",
        "\n",
        "\n\n",
        "\t",
    ]
)
SOUP = st.lists(PIECES, max_size=40).flatmap(
    lambda pieces: st.lists(st.sampled_from(["", " ", " ", "-"]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)
# Characters of every kind, unpaired surrogates among them.
WILD = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()), max_size=200)


def body(text: str) -> Body:
    return Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(SOUP, WILD), language=st.sampled_from(LANGUAGES))
@example(text="\ud800 5 \udfff% $\ud83d3m", language="en")
@example(text="İİİ 5 million ton", language="tr")
@example(text="٣٤ مليون دولار ۵۵٪", language="ar")
@example(text="1/2$-3 a dozen", language="en")
@example(text="1" * 5000 + " dollars 9" + "9" * 40, language="en")
def test_any_text_is_read_with_sound_spans_and_bounds(text: str, language: str) -> None:
    for found in (figures(body(text), language=language), quantities(text, language=language)):
        end = 0
        for figure in found:
            assert end <= figure.start < figure.end <= len(text), "figures are in order and apart"
            end = figure.end
            assert figure.unit
            assert figure.low is None or figure.low <= figure.value
            assert figure.high is None or figure.value <= figure.high
            if figure.upper is not None:
                assert figure.value < figure.upper == figure.high
            if figure.noun is not None:
                assert 0 <= figure.noun[0] < figure.noun[1] <= len(text)
            if figure.hedge is not None:
                assert 0 <= figure.hedge[0] < figure.hedge[1] <= len(text)


def written_in_many_ways(value: int, scale: str, factor: int) -> list[str]:
    return [
        f"${value} {scale}",
        f"US$ {value} {scale}",
        f"USD{value} {scale}",
        f"{value} {scale} dollars",
        f"{value} {scale} U.S. dollars",
        f"${value}-{scale}",
        f"${value * factor:,}",
        f"${value * factor}",
        f"USD {value * factor:,}.00",
        f"${value * factor:,}".replace(",", "\u00a0"),
        f"＄{value * factor:,}",
    ]


@settings(max_examples=60, deadline=None)
@given(value=st.integers(1, 999), scale=st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_one_sum_written_in_many_ways_reads_the_same(value: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    for written in written_in_many_ways(value, word, factor):
        text = f"They paid {written} for it."
        found = figures(body(text), language="en")
        assert [(f.value, f.unit, text[f.start : f.end]) for f in found] == [(value * factor, "USD", written)], text


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    for factor, word in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if n >= factor:
            rest = n % factor
            join = " and " if rest and factor == 100 else " "
            return f"{spelled(n // factor)} {word}{join}{spelled(rest) if rest else ''}".strip()
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


@settings(max_examples=200, deadline=None)
@given(n=st.integers(2, 10**12 - 1))
def test_a_number_spelled_out_reads_back(n: int) -> None:
    text = f"It shipped {spelled(n)} tonnes."
    assert [f.value for f in figures(body(text), language="en")] == [n], text


def in_myriads(n: int, units: tuple[str, str, str]) -> str:
    parts = []
    for factor, name in zip((10**12, 10**8, 10**4), units, strict=True):
        if n >= factor:
            parts.append(f"{n // factor}{name}")
            n %= factor
    return "".join(parts) + (str(n) if n else "")


@settings(max_examples=100, deadline=None)
@given(n=st.integers(1, 10**15))
def test_east_asian_myriads_read_back(n: int) -> None:
    for language, units, tail in (
        ("ko", ("조", "억", "만"), " 달러"),
        ("zh", ("兆", "亿", "万"), "美元"),
        ("ja", ("兆", "億", "万"), "ドル"),
    ):
        text = in_myriads(n, units) + tail
        found = figures(body(text), language=language)
        assert [(f.value, f.unit, f.start, f.end) for f in found] == [(n, "USD", 0, len(text))], text


@settings(max_examples=60, deadline=None)
@given(value=st.decimals(Decimal("0.01"), Decimal("9999.99"), places=2))
def test_decimal_marks_follow_the_language(value: Decimal) -> None:
    english = f"{value:,}"
    swapped = english.translate({ord(","): ".", ord("."): ","})
    for language, written in (
        ("en", english),
        ("de", swapped),
        ("es", swapped),
        ("ru", english.replace(",", " ").replace(".", ",")),
    ):
        text = f"+ {written} kg"
        assert [f.value for f in figures(body(text), language=language)] == [value], (language, text)


SENTENCES = (
    "Exports rose 12.5 percent to $34.6 million.",
    "It imported 10.7 million masks and 200,750 pairs of gloves.",
    "Between 18 and 20 percent of 1,200 firms closed.",
    "Prices climbed from $3 to $5 a barrel.",
)
PROSE = (
    "The minister did not comment on the matter.",
    "On June 20, 2022, the two countries spoke about Resolution 2397.",
    "Officials said the talks would go on.",
    "It was the first time since 2019 that anyone had asked.",
)


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_prose_in_between_changes_no_figure(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    alone = [(f.value, f.unit, f.qualifier) for sentence in chosen for f in figures(body(sentence), language="en")]
    mixed = " ".join(data.draw(st.sampled_from(PROSE)) + " " + sentence for sentence in chosen)
    assert [(f.value, f.unit, f.qualifier) for f in figures(body(mixed), language="en")] == alone


HOSTILE = {
    "digits": "1" * 200_000,
    "numbers on one line": "1234 " * 25_000,
    "scaled numbers": "3 million " * 15_000,
    "hyphened": "1-" * 75_000,
    "number words": " one and" * 30_000,
    "hundreds": " hundred" * 30_000,
    "fractions": " 1/2" * 20_000,
    "dollars": "$" * 200_000,
    "ranges": " $1-2" * 15_000,
    "at signs": "@" * 100_000,
    "half addresses": "www." * 50_000,
    "han numbers": "三千万" * 50_000,
    "myriads": "1만2천" * 25_000,
    "breaks": "\n " * 100_000,
    "offers": "subscri\n" * 25_000,
    "shared currencies": "Rs 5 in India, Rs 7 in Pakistan. " * 8_000,
    "cents": "$5 and 20 cents, 7 cents a kilo " * 3_000,
    "degrees": "40 degrees Celsius to 41 degrees " * 3_000,
}


def _seconds(text: str, *, tries: int) -> float:
    """The least processor time that reading a text has taken: what else the machine does only adds to it."""
    taken = []
    for _ in range(tries):
        clock = time.process_time()
        quantities(text)
        taken.append(time.process_time() - clock)
    return min(taken)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_is_read_in_time_in_proportion(name: str) -> None:
    text = HOSTILE[name]
    quantities("warm 5 tonnes")
    # Linear is 4 times; quadratic 16. A floor keeps the noise of tiny times out, another try that of a busy machine.
    quarter = max(_seconds(text[: len(text) // 4], tries=1), 0.05)
    whole = _seconds(text, tries=1)
    if whole >= 9 * quarter:
        whole = _seconds(text, tries=3)
    assert whole < 9 * quarter, f"{quarter:.2f} s for a quarter, {whole:.2f} s for the whole"

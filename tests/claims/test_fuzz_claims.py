"""No article text, however broken, raises an error or hangs: what comes in is either an article with claims whose
places are right, or one clear `DocumentError`."""

from __future__ import annotations

import json
import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tidewaiter
from tidewaiter.claims.claim import COMPARISONS, DIRECTIONS, MEASURES, MODALITIES, SOURCE_KINDS, Claim
from tidewaiter.claims.extract import extract
from tidewaiter.claims.figure import FIGURE_KINDS, QUALIFIERS
from tidewaiter.claims.quantity import extract_quantities
from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read, read_text
from tidewaiter.errors import DocumentError, TidewaiterError
from tidewaiter.period import Period

LANGUAGES = ("en", "ko", "zh", "ja", "ru", "fr", "de", "es", "pt-BR", "ar", "tr", "xx", "")
SAMPLES = Path(tidewaiter.__file__).parent / "samples"
ARTICLES = tuple(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("2*")))

#: Words that rules turn on, in any order, and characters that are trouble.
ENGLISH = (
    "China", "North Korea", "Pyongyang's", "Russian", "the North", "the country", "U.S.", "Seoul", "exports", "imported",
    "from", "to", "with", "between", "and", "of", "shipped", "bought", "no", "none", "ceased", "did not import any",
    "rose", "fell", "by", "percent", "%", "doubled", "three times", "half", "a quarter of", "$", "US$", "million", "bn",
    "tonnes", "barrels", "pairs of", "masks", "rice", "cases", "respectively", "worth", "a tonne", "per", "a day",
    "last month", "May", "2022", "June 20, 2022", "year on year", "in the first four months of", "since", "through",
    "a year earlier", "said", "according to", "customs data showed", "officials", "\"", "“", "”", "(", ")", ",", ".",
    ";", ":", "--", "\n", "\n\n", "SEOUL, June 18 (Yonhap) --", "By Ann Lee", "Resolution 2397", "COVID-19", "not",
    "plans to", "would", "than", "nearly", "more than", "$3-5", "1/2", "12,345", "1.5", "0", "7" * 40, "one", "dozens",
)  # fmt: skip
ASIAN = (
    "북한", "중국의", "대북", "수출액은", "수입", "5월", "지난달", "전년 동월 대비", "1억8천957만", "달러", "톤", "%", "%p", "증가했다.",
    "감소", "약", "이상", "누적", "1∼5월", "해관총서", "朝鲜", "中国对", "出口", "进口额", "同比增长", "环比", "万美元", "5.39亿", "吨", "今年前4个月",
    "据海关总署", "未", "。", "，", "、", "（", "）", "北朝鮮", "輸出額は", "3億円", "前年同月比", "増", "КНДР", "экспорт", "млн", "долларов",
    "тонн", "в", "мае", "صدرت", "٣٤", "مليون", "دولار", "הצפון", "３４", "％", "①",
)  # fmt: skip
TROUBLE = (
    "\ud800", "\udfff", "\ud83d", "\x00", "\x07", "\x1b[31m", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\ufffe",
    "\u0301", "İ", "ß", "ﬁ", "\u2028", "\x85", "\xa0", "\r", "<p>", "</p>", "<table><tr><td>", "&#0;", "&nbsp", "<!--",
    "-->", "<script>", "](http://x", "\\$", "|", "\U0001f6a2", "\U00020000", "٪", "۵", "½", "Ⅷ", "㌧", "\t",
)  # fmt: skip

PIECES = st.sampled_from(ENGLISH + ASIAN) | st.sampled_from(TROUBLE)
SOUP = st.lists(PIECES | st.sampled_from(ENGLISH), min_size=1, max_size=60).flatmap(
    lambda pieces: st.sampled_from([" ", "", " \n"]).map(lambda gap: gap.join(pieces))
)
#: Characters of every kind, unpaired surrogates among them.
WILD = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()), max_size=300)


@st.composite
def torn(draw: st.DrawFn) -> str:
    """An article with pieces cut out, moved, doubled and put in."""
    text = draw(st.sampled_from(ARTICLES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 200)))
        piece = text[start:end]
        put = draw(st.sampled_from(["", piece * 2, piece[::-1]]) | PIECES)
        text = text[:start] + put + text[end:]
    return text


def claims_of(document: Document) -> tuple[Claim, ...]:
    """The document's claims, each of which is sound by itself."""
    found = extract(document)
    assert list(found) == sorted(found, key=lambda claim: (claim.start, claim.end))
    for claim in found:
        assert_sound(document, claim)
    return found


def assert_sound(document: Document, claim: Claim) -> None:
    assert 0 <= claim.start < claim.end <= len(document.text)
    assert document.text[claim.start : claim.end] == claim.text
    start, end = claim.sentence
    assert start <= claim.start < claim.end <= end
    assert claim.low is None or claim.low <= claim.value
    assert claim.high is None or claim.value <= claim.high
    assert claim.measure in MEASURES
    assert claim.direction in DIRECTIONS
    assert claim.comparison in COMPARISONS
    assert claim.modality in MODALITIES
    assert claim.source_kind in SOURCE_KINDS
    for period in (claim.period, claim.base_period):
        assert period is None or str(Period.parse(period)) == period
    json.dumps(claim.to_record(explain=True), allow_nan=False)


def assert_sound_quantities(document: Document) -> None:
    """Quantities stand in order, cut exactly their text, lie in their sentence, and are numbers."""
    before = 0
    for quantity in extract_quantities(document):
        assert before <= quantity.start < quantity.end <= len(document.text)
        assert document.text[quantity.start : quantity.end] == quantity.text
        assert quantity.sentence[0] <= quantity.start < quantity.end <= quantity.sentence[1]
        assert quantity.value.is_finite()
        assert quantity.upper is None or quantity.upper >= quantity.value
        assert quantity.low is None or quantity.low <= quantity.value
        assert quantity.high is None or quantity.value <= quantity.high
        assert quantity.unit
        assert quantity.kind in FIGURE_KINDS
        assert quantity.qualifier in QUALIFIERS
        json.dumps(quantity.to_record(explain=True), allow_nan=False)
        before = quantity.start


def claims_in(text: str, language: str | None = None, kind: str | None = None) -> tuple[Claim, ...]:
    """The sound claims of a text; none where it is refused with a `DocumentError`."""
    try:
        document = read_text(text, name="fuzz", kind=kind)
    except DocumentError:
        return ()
    document = document if language is None else replace(document, language=language)
    assert_sound_quantities(document)
    return claims_of(document)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(SOUP, WILD), language=st.none() | st.sampled_from(LANGUAGES))
@example(text="\ud800 5 \udfff% $\ud83d3m", language=None)
@example(text="İİİ 5 million ton", language="tr")
@example(text="صدرت الصين ٣٤ مليون دولار ۵۵٪ \u202e5 tons", language="ar")
@example(text="China exported " + "9" * 5000 + ".5 tonnes", language="en")
@example(text="수출액은 " + "9" * 400 + "조 달러", language="ko")
@example(text="出口额" + "九千" * 200 + "万亿美元", language="zh")
@example(text="5 tonnes 0 0/0 1/0 percent, a 0th of", language="en")
@example(text="masks no", language=None)
@example(text="Chile's exports fell 5 percent in May (due to lower shipments to Japan)", language="en")
@example(text="Chile's exports fell 5 percent in May, due to lower shipments of zinc, which", language="en")
@example(text="EXPORTS FELL TO $3 MILLION, 65 PERCENT UNDER THE $9 MILLION OF 2019.", language="en")
@example(text="From rice.", language="en")
def test_any_text_gives_sound_claims(text: str, language: str | None) -> None:
    claims_in(text, language)


@settings(max_examples=80, deadline=None)
@given(text=torn(), kind=st.sampled_from(["text", "html"]), language=st.none() | st.sampled_from(LANGUAGES[:4]))
def test_a_torn_article_gives_sound_claims(text: str, kind: str, language: str | None) -> None:
    claims_in(text, language, kind)


@settings(max_examples=80, deadline=None)
@given(
    data=st.binary(max_size=400)
    | SOUP.map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.tuples(torn(), st.sampled_from(["gb18030", "euc-kr", "utf-16-le", "cp1251"])).map(
        lambda made: made[0].encode(made[1], "replace")
    ),
    suffix=st.sampled_from(["txt", "html", "pdf"]),
)
@example(data=b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n5 million", suffix="pdf")
@example(data=b"\xff\xfe\x00", suffix="txt")
@example(data=b"\xef\xbb\xbf\xef\xbb\xbf5 tons\xed\xa0\x80", suffix="txt")
@example(data=b"<html>" + b"\x80" * 50 + b"5%", suffix="html")
def test_any_file_is_an_article_or_one_clear_error(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"article.{suffix}")
        path.write_bytes(data)
        try:
            document = read(path)
        except DocumentError as refused:
            error = str(refused)
        else:
            claims_of(document)
            return
    assert str(path) in error
    assert "\n" not in error


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 0},
        {"text": "else"},
        {"sentence": (0, 1)},
        {"low": Decimal("1e99")},
        {"measure": "weather"},
        {"period": "2022-5"},
        {"value": Decimal("Infinity"), "high": None},
    ],
)
def test_the_laws_see_what_is_unsound(wrong: dict[str, Any]) -> None:
    document = read_text(ARTICLES[0], name="sample")
    claim = claims_of(document)[0]
    with pytest.raises((AssertionError, ArithmeticError, TidewaiterError)):
        assert_sound(document, replace(claim, **wrong))


#: A piece of text and how many times it stands on one line: the last counts are the whole.
HOSTILE: dict[str, tuple[str, int]] = {
    "a hundred thousand numbers": ("5 7 ", 50_000),
    "figures without an end": ("China exported $5 million of rice in 2019, up 3 percent, ", 1_200),
    "trade without an end": ("exports from China to ", 5_000),
    "a sentence of figures in the other direction": ("the other direction 5 ", 4_000),
    "lists without an end": ("China, Russia and ", 5_000),
    "times without an end": ("from May to ", 5_000),
    "quotes without an end": ('"said he ', 8_000),
    "brackets without an end": ("(5 ", 10_000),
    "denials without an end": ("no rice ", 10_000),
    "abbreviations without an end": ("U.S. A. ", 5_000),
    "right to left": ("صدرت الصين ٣٤ مليون دولار \u202e", 2_500),
    "unpaired surrogates": ("\ud800 5 tons \udfff ", 4_000),
    "control characters": ("5\x00 \u200b$3\x07 ", 5_000),
    "korean": ("중국은 2019년 5월 5억 달러를 수출했다 ", 1_600),
    "years in chinese": ("2019年5月，", 8_000),
    "years in korean": ("2019년 5월 ", 8_000),
    "chinese": ("2019年中国对朝鲜出口5亿美元，同比增长3%。", 1_200),
    "japanese": ("北朝鮮は2019年5月に3億円を輸出", 1_600),
    "tags": ("<td>5 tons", 5_000),
    "open brackets of tags": ("<", 60_000),
}


def seconds(text: str) -> float:
    """How long a text takes to be read, on the core: other programs hardly change that."""
    started = time.process_time()
    extract(read_text(text, name="fuzz"))
    return time.process_time() - started


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    piece, times = HOSTILE[name]
    seconds("China exported 5 tonnes. " + piece)
    # In proportion is 4 times, by the square 16. A floor keeps the noise of tiny times out, another try that of a busy
    # machine.
    quarter = max(seconds(piece * (times // 4)), 0.1)
    whole = seconds(piece * times)
    if whole >= 9 * quarter:
        whole = min(seconds(piece * times) for _ in range(2))
    assert whole < 9 * quarter, f"{quarter:.2f} s for a quarter, {whole:.2f} s for the whole"


@pytest.mark.parametrize(
    "attribute", [' a{0}="v"', " a{0}", " a{0}='{0}>'", ' class="x{0}"', " a{0}=b{0}", ' "a{0}'], ids=repr
)
def test_a_tag_of_many_attributes_takes_time_in_proportion(attribute: str) -> None:
    def page(many: int) -> str:
        attributes = "".join(attribute.format(number) for number in range(many))
        return f"<html><body><p{attributes}>China exported 5 tonnes of rice in May.</p></body></html>"

    def taken(many: int) -> float:
        started = time.process_time()
        claims_in(page(many), kind="html")
        return time.process_time() - started

    taken(10)
    quarter, whole = taken(5_000), taken(20_000)
    assert whole < 9 * max(quarter, 0.1), f"{quarter:.2f} s for a quarter, {whole:.2f} s for the whole"


def test_deep_pages_are_read_or_refused() -> None:
    deep = "<div>" * 20_000 + "China exported 5 tonnes of rice in May." + "</div>" * 20_000
    seconds("China exported 5 tonnes.")
    started = time.process_time()
    claims_in(f"<html><body>{deep}</body></html>", kind="html")
    assert time.process_time() - started < 5


def test_a_megabyte_on_one_line_takes_time_in_proportion() -> None:
    sentence = (
        "The ministry said in 2019 that China had exported 12,345 tonnes of rice worth $5 million to North Korea "
    )
    prose = "and nobody in the port would say what the ships that lay there for so long had been waiting for " * 9
    line = sentence + prose
    once = seconds(line * 100)
    whole = seconds(line * 1000)
    assert whole < 25 * max(once, 0.1), f"{once:.2f} s for a tenth, {whole:.2f} s for the whole"

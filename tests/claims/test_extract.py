"""Whole claims from single sentences, what the contract asks of each, and laws that hold for any text."""

import json
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidewaiter.claims.claim import COMPARISONS, DIRECTIONS, MEASURES, MODALITIES, SOURCE_KINDS, Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.documents.read import read_text

JUNE = date(2022, 6, 20)
SHARED = Path(__file__).resolve().parents[3] / "shared"


def read(text: str, day: date | None = JUNE, language: str = "en") -> tuple[Claim, ...]:
    return extract(replace(read_text(text, name="a.txt", published=day), language=language))


def one(text: str, quote: str, **settings: object) -> Claim:
    return next(claim for claim in read(text, **settings) if claim.text == quote)  # type: ignore[arg-type]


def test_declined_doses_are_refused() -> None:
    claim = one("In 2021 North Korea declined 3 million Sinovac vaccines from COVAX.", "3 million")
    assert (claim.measure, claim.direction, claim.unit) == ("doses", "none", "doses")
    assert (claim.sender, claim.receiver, claim.period) == (None, "PRK", "2021")


def test_a_change_between_two_figures() -> None:
    text = (
        "Chinese shipments to North Korea decreased by 85.2%, from $98 million in April to only $14.5 million in May."
    )
    change, start, end = read(text)
    assert (change.measure, change.direction, change.comparison, change.base_period, change.period) == (
        "change", "decrease", "mom", "2022-04", "2022-05",
    )  # fmt: skip
    assert (start.period, start.direction, start.comparison) == ("2022-04", "none", "none")
    assert (end.period, end.direction, end.comparison) == ("2022-05", "decrease", "mom")


def test_a_range_of_percentages_is_one_change() -> None:
    claims = read("The tariff on steel imports from Brazil rose from 18 to 25 percent.")
    assert [c.value for c in claims][-1] == 25


def test_lists_that_answer_one_another() -> None:
    text = "Turkey's exports to Iran and imports from Iran fell 17.4% and 73.5% year on year in May, respectively."
    exports, imports = read(text)
    assert (exports.value, exports.sender, exports.receiver) == (Decimal("17.4"), "TUR", "IRN")
    assert (imports.value, imports.sender, imports.receiver) == (Decimal("73.5"), "IRN", "TUR")
    assert {exports.comparison, imports.comparison} == {"yoy"}
    assert {exports.direction, imports.direction} == {"decrease"}


def test_where_a_movement_started_has_its_own_time_or_none() -> None:
    start, end = read("China's exports to Iran fell from $98 million to $14.5 million in May.")
    assert (start.period, end.period) == (None, "2022-05")


def test_a_quarter_of_last_years_level() -> None:
    claim = one(
        "Trade between Iran and Oman remains at only a quarter of levels seen in May of last year.", "a quarter"
    )
    assert (claim.value, claim.measure, claim.direction, claim.comparison) == (25, "ratio", "decrease", "yoy")
    assert (claim.base_period, claim.period, set(claim.partners)) == ("2021-05", "2022-05", {"IRN", "OMN"})


def test_context_carries_on() -> None:
    text = (
        "North Korea's pharmaceutical imports from China fell 59 percent in 2020. Imports from India fell 46 percent. "
        "It also imported 200,750 pairs of surgical gloves."
    )
    china, india, gloves = read(text)
    assert india.product == china.product == "pharmaceutical"
    assert (india.sender, india.receiver, india.period, india.comparison) == ("IND", "PRK", "2020", "yoy")
    assert (gloves.product, gloves.unit, gloves.measure) == ("surgical gloves", "pairs", "trade_quantity")


def test_shares_prices_caps_and_counts_are_told_apart() -> None:
    text = (
        "China accounts for 95 percent of North Korea's trade. In May it sold 500 tonnes of rice at $600 per tonne. "
        "The cap is 500,000 barrels a year. Three companies took part."
    )
    assert [c.measure for c in read(text)] == ["share", "trade_quantity", "price", "cap", "count"]


def test_cases_doses_and_deaths() -> None:
    text = "As of June 9, Pyongyang had reported 4.3 million cases of fever. Only 73 deaths have been confirmed."
    cases, deaths = read(text)
    assert (cases.measure, cases.unit, cases.product, cases.period) == ("cases", "cases", "fever", "/2022-06-09")
    assert (cases.partners, cases.source_kind) == (("PRK",), "official_statistics")
    assert (deaths.measure, deaths.product) == ("deaths", "fever")


def test_goods_and_codes_follow_the_period() -> None:
    early = one("China sold North Korea $2 million worth of vaccines in 2019.", "$2 million")
    late = one("China sold North Korea $2 million worth of vaccines in February.", "$2 million")
    assert early.goods == late.goods == ("vaccines",)
    assert {code.partition(":")[0] for code in early.hs} == {"HS2017"}
    assert {code.partition(":")[0] for code in late.hs} == {"HS2022"}
    whole = one("China's exports to North Korea reached $98 million in April.", "$98 million")
    assert (whole.product, whole.goods, whole.hs) == ("all goods", ("total",), ())


def test_a_table_takes_the_units_of_its_columns() -> None:
    text = "Rice exports from India to Iran, 2021\n\nMonth | Value (million USD) | Tonnes\nMay | 12.5 | 9,000\nJune | 8.1 | 6,200\n"
    claims = read(text)
    assert [(c.value, c.unit, c.period) for c in claims] == [
        (12_500_000, "USD", "2021-05"), (9000, "tonnes", "2021-05"), (8_100_000, "USD", "2021-06"), (6200, "tonnes", "2021-06"),
    ]  # fmt: skip
    assert {(c.sender, c.receiver, c.product) for c in claims} == {("IND", "IRN", "Rice")}


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("China exported 5 tonnes of rice to Iran.", "asserted"),
        ("China may have exported 5 tonnes of rice to Iran.", "conditional"),
        ("China plans to export 5 tonnes of rice to Iran.", "planned"),
        ("China is expected to export 5 tonnes of rice to Iran.", "expected"),
        ("China denied that it had exported 5 tonnes of rice to Iran.", "denied"),
        ("In May China exported 5 tonnes of rice to Iran.", "asserted"),
    ],
)
def test_modality(text: str, mood: str) -> None:
    assert one(text, "5 tonnes").modality == mood


def test_an_undated_text_is_placed_by_the_events_it_names() -> None:
    text = (
        "In mid-May, North Korea admitted its first COVID-19 outbreak. On April 29, freight trains from Dandong were "
        "suspended. Customs data released on June 20 showed that China sold it $3 million worth of rice last month."
    )
    assert one(text, "$3 million", day=None).period == "2022-05"
    assert one("China sold Iran $3 million worth of rice last month.", "$3 million", day=None).period is None


def test_every_slot_says_its_rule() -> None:
    claim = one("In May China exported 5 tonnes of rice to Iran.", "5 tonnes")
    record = claim.to_record(explain=True)
    assert {"figure", "measure", "parties", "product", "period", "modality"} <= record["rules"].keys()
    assert json.loads(json.dumps(record)) == record


_FRAGMENTS = st.sampled_from(
    [
        "imports", " exports", " from ", "China", " North Korea", "'s ", " to ", "$5 million", " 5%", " 12,000 tonnes",
        " of rice", " in May", " last year", " a year earlier", ", ", ". ", "; ", "(", ")", " while ", " which ", " and ",
        " fell", " rose by ", " from $3 million in April ", " did not import any ", " declined 3 million vaccines", " each ",
        " trade between ", " Iran", " said", "“", "”", " according to ", "2020", " February 30", " fiscal 2021-22", " Q5 2022",
        " the previous 99 months", " the last 9999 years", "\n\n", "\ud800", "\u202e", "𝟓", "İ", "북한의 대중 수입은 ", "5월 ",
        "전년 동월 대비 ", "1억2천만 달러 ", "감소했다 ", "没有从", "中国", "进口大豆", "同比下降", "13月", " zero ", " no exports",
        " as of June 9", " since 2020", " so far this year", " through April", " doubled", " a quarter of levels", "+5%", "|",
    ]
)  # fmt: skip


def raw(text: str, language: str, day: date | None) -> Document:
    places = range(len(text))
    blocks = (Block("paragraph", 0, len(text)),) if text else ()
    body = Body(text, blocks, list(places), [i + 1 for i in places])
    return Document("x.txt", text, body, language=language, published=day)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(st.lists(_FRAGMENTS, max_size=24).map("".join), st.text(max_size=120)),
    st.sampled_from(["en", "ko", "zh", "de", ""]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_claims_of_the_contract(text: str, language: str, day: date | None) -> None:
    for claim in extract(raw(text, language, day)):
        assert text[claim.start : claim.end] == claim.text
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.measure in MEASURES
        assert claim.direction in DIRECTIONS
        assert claim.comparison in COMPARISONS
        assert claim.source_kind in SOURCE_KINDS
        assert claim.modality in MODALITIES
        assert {claim.sender, claim.receiver} - {None} <= set(claim.partners)


@pytest.mark.parametrize(
    "piece",
    [
        "12.5 million ", "$5 million in May, ", "imports from China to Iran of rice and ", "May May ", "the regime has not imported any ",
        "((((", "“ ", "China ", "rice and ", "while which and ",
    ],
)  # fmt: skip
def test_time_is_in_proportion_to_length(piece: str) -> None:
    def seconds(length: int) -> float:
        document = raw(piece * (length // len(piece)), "en", JUNE)
        start = time.process_time()
        extract(document)
        return time.process_time() - start

    seconds(2000)
    short, long = min(seconds(6000), seconds(6000)), seconds(48000)
    assert long < 8 * max(short, 0.02) * 3


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not in the repository")
def test_the_navigation_of_a_page_makes_no_claim() -> None:
    from tidewaiter.documents.read import read as read_file

    page = next((SHARED / "seeds").glob("002_*.txt"))
    assert extract(read_file(page)) == ()

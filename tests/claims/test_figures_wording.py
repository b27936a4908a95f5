"""How a figure is worded: hedges, rounding, rates, fractions, currencies that share a sign, changes and lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tidewaiter.claims.figure import QUALIFIERS, Figure
from tidewaiter.claims.figures import figures
from tidewaiter.documents.document import Block, Body


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    body = Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))
    return figures(body, language=language)


def only(text: str, language: str = "en") -> Figure:
    found = read(text, language)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("$16.7 million", "exact", "16650000", "16750000"),
        ("$98 million", "exact", "97500000", "98500000"),
        ("500,000 pairs", "exact", "475000", "525000"),
        ("12 trucks", "exact", "12", "12"),
        ("81 percent", "exact", "80.5", "81.5"),
        ("more than $2.5 million", "more_than", "2500000", None),
        ("over 300 firms", "more_than", "300", None),
        ("a little over $300,000", "more_than", "300000", "330000"),
        ("just under $8,000", "less_than", "7200", "8000"),
        ("less than 5 percent", "less_than", None, "5"),
        ("fewer than 30 ships", "less_than", None, "30"),
        ("nearly 95,000 thermometers", "nearly", "85500", "95000"),
        ("almost $3 million", "nearly", "2700000", "3000000"),
        ("about 200 firms", "approx", "180", "220"),
        ("roughly 200 firms", "approx", "180", "220"),
        ("some 200 firms", "approx", "180", "220"),
        ("an estimated 200 firms", "approx", "180", "220"),
        ("~200 firms", "approx", "180", "220"),
        ("200 or so firms", "approx", "180", "220"),
        ("at least 12 ships", "at_least", "12", None),
        ("no fewer than 12 ships", "at_least", "12", None),
        ("12 or more ships", "at_least", "12", None),
        ("$500,000+", "at_least", "500000", None),
        ("up to 13 million masks", "up_to", None, "13000000"),
        ("as much as $5 million", "up_to", None, "5000000"),
        ("no more than 30 tonnes", "up_to", None, "30"),
        (">5%", "more_than", "5", None),
        ("only 73 deaths", "exact", "73", "73"),
        ("just $350,000", "exact", "345000", "355000"),
        ("between 18 and 20 percent", "between", "18", "20"),
    ],
)
def test_a_hedge_sets_the_interval(text: str, qualifier: str, low: str | None, high: str | None) -> None:
    figure = only(text)
    assert figure.qualifier == qualifier
    assert qualifier in QUALIFIERS
    assert figure.low == (None if low is None else Decimal(low))
    assert figure.high == (None if high is None else Decimal(high))


def test_the_hedge_is_located() -> None:
    text = "It sold more than 10.6 million masks."
    figure = only(text)
    assert figure.hedge is not None
    assert text[slice(*figure.hedge)] == "more than"


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("ko", "약 300만 달러", "approx"),
        ("ko", "300만 달러가량", "approx"),
        ("ko", "300만 달러 이상", "at_least"),
        ("ko", "300만 달러 이하", "up_to"),
        ("ko", "300만 달러 미만", "less_than"),
        ("ko", "300만 달러를 넘는", "more_than"),
        ("ko", "100여 명", "more_than"),
        ("zh", "近300万美元", "nearly"),
        ("zh", "约300万美元", "approx"),
        ("zh", "超过300万美元", "more_than"),
        ("zh", "逾300万美元", "more_than"),
        ("zh", "300多万美元", "more_than"),
        ("zh", "300余家企业", "more_than"),
        ("zh", "300万美元左右", "approx"),
        ("zh", "300万美元以上", "at_least"),
        ("ja", "約300万ドル", "approx"),
        ("ja", "300万ドル以上", "at_least"),
        ("ru", "около 300 тонн", "approx"),
        ("ru", "более 300 тонн", "more_than"),
        ("ru", "почти 300 тонн", "nearly"),
        ("fr", "près de 300 tonnes", "nearly"),
        ("de", "rund 300 Tonnen", "approx"),
        ("es", "más de 300 toneladas", "more_than"),
    ],
)
def test_hedges_in_other_languages(language: str, text: str, qualifier: str) -> None:
    assert only(text, language).qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a third of imports", Decimal(100) / 3, "percent"),
        ("two-thirds of imports", Decimal(200) / 3, "percent"),
        ("more than half of what it imported", 50, "percent"),
        ("remains at only a quarter of levels", 25, "percent"),
        ("one in five firms", 20, "percent"),
        ("nine out of 10 firms", 90, "percent"),
        ("down by a third", Decimal(100) / 3, "percent"),
        ("exactly a third", Decimal(100) / 3, "percent"),
        ("half a percentage point", Decimal("0.5"), "percentage_points"),
        ("25 basis points", Decimal("0.25"), "percentage_points"),
        ("it halved", 50, "percent"),
        ("it tripled", 3, "times"),
        ("twice the amount", 2, "times"),
        ("three times as much", 3, "times"),
        ("a tenfold rise", 10, "times"),
        ("50 cents", Decimal("0.5"), "USD"),
    ],
)
def test_fractions_and_multiples(text: str, value: Decimal | int, unit: str) -> None:
    figure = only(text)
    assert abs(figure.value - value) < Decimal("1e-9")
    assert figure.unit == unit


def test_a_fraction_behind_an_amount() -> None:
    assert [figure.unit for figure in read("Peru bought 40 tonnes, or a quarter.")] == ["tonnes", "percent"]
    assert not read("He took a second, or a third, look.")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Not a single case was found", 0, "cases"),
        ("there isn’t a single confirmed case in the country", 0, "cases"),
        ("there were no new cases", 0, "cases"),
        ("zero cases were reported", 0, "cases"),
        ("it recorded no deaths", 0, "people"),
    ],
)
def test_worded_zeros(text: str, value: int, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_exports_that_fall_to_zero_are_zero_money() -> None:
    first, second = read("Exports, $5 million in May, fell to zero.")
    assert (first.unit, second.value, second.unit, second.kind) == ("USD", 0, "USD", "zero")


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("$5", "en", "USD"),
        ("(all figures in Canadian dollars) worth $5", "en", "CAD"),
        ("US$5", "en", "USD"),
        ("C$5", "en", "CAD"),
        ("A$5", "en", "AUD"),
        ("HK$5", "en", "HKD"),
        ("NT$5", "en", "TWD"),
        ("R$5", "en", "BRL"),
        ("5 Australian dollars", "en", "AUD"),
        ("in Tokyo for ¥500", "en", "JPY"),
        ("in Beijing for ¥500", "en", "CNY"),
        ("for ¥500", "en", "CNY|JPY"),
        ("£5", "en", "GBP"),
        ("30 pounds of rice", "en", "pounds"),
        ("in London for 30 pounds", "en", "GBP"),
        ("Rs 500 in Karachi", "en", "PKR"),
        ("Rs 500", "en", "INR"),
        ("RM53.5 million", "en", "MYR"),
        ("500 pesos in Manila", "en", "PHP"),
        ("500 won", "en", "KRW"),
        ("500 North Korean won", "en", "KPW"),
        ("₽500", "en", "RUB"),
        ("500 руб.", "ru", "RUB"),
        ("500 달러", "ko", "USD"),
        ("500원", "ko", "KRW"),
        ("500위안", "ko", "CNY"),
        ("500美元", "zh", "USD"),
        ("500元", "zh", "CNY"),
        ("500日元", "zh", "JPY"),
        ("500円", "ja", "JPY"),
        ("500 €", "fr", "EUR"),
    ],
)
def test_currencies(text: str, language: str, unit: str) -> None:
    assert only(text, language).unit == unit


def test_a_change_knows_where_it_began() -> None:
    for text, language in (
        ("rose from $3m to $5m", "en"),
        ("18%에서 25%로 늘었다", "ko"),
        ("从18%升至25%", "zh"),
        ("von 18 auf 25 Prozent", "de"),
        ("passé de 18 à 25 %", "fr"),
    ):
        first, second = read(text, language)
        assert second.changed_from == (first.start, first.end), text
        assert first.unit == second.unit


def test_a_difference_and_a_level_are_no_range() -> None:
    assert [f.value for f in read("fell by 2 million tonnes to 14 million tonnes")] == [2_000_000, 14_000_000]
    assert [f.upper for f in read("rose 3 percent to 25 percent")] == [None, None]


def test_respectively_gives_each_its_own() -> None:
    assert [(f.value, f.unit) for f in read("up 17.4% and 73.5%, respectively")] == [
        (Decimal("17.4"), "percent"),
        (Decimal("73.5"), "percent"),
    ]
    assert [(f.value, f.unit) for f in read("17, 18 and 25 percent")] == [
        (17, "percent"),
        (18, "percent"),
        (25, "percent"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("$3-5 million", "en", (3_000_000, 5_000_000)),
        ("$3 million-$5 million", "en", (3_000_000, 5_000_000)),
        ("$1.2-1.5bn", "en", (1_200_000_000, 1_500_000_000)),
        ("between $3 and $5 million", "en", (3_000_000, 5_000_000)),
        ("3~5%", "ko", (3, 5)),
        ("10만∼20만 달러", "ko", (100_000, 200_000)),
        ("10万至20万美元", "zh", (100_000, 200_000)),
        ("от 3 до 5 млн евро", "ru", (3_000_000, 5_000_000)),
        ("zwischen 3 und 5 Millionen Euro", "de", (3_000_000, 5_000_000)),
        ("entre 3 et 5 millions d'euros", "fr", (3_000_000, 5_000_000)),
        ("entre 3 y 5 millones de euros", "es", (3_000_000, 5_000_000)),
    ],
)
def test_ranges(text: str, language: str, ends: tuple[int, int]) -> None:
    figure = only(text, language)
    assert (figure.value, figure.upper) == ends


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("200,750 pairs of surgical gloves", "surgical gloves"),
        ("three leading global pharmaceutical companies about", "leading global pharmaceutical companies"),
        ("1,000 ventilators from China", "ventilators"),
        ("3 million Sinovac COVID-19 vaccines from COVAX", "Sinovac COVID-19 vaccines"),
    ],
)
def test_the_noun_is_located(text: str, noun: str) -> None:
    figure = only(text)
    assert figure.noun is not None
    assert text[slice(*figure.noun)] == noun


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("14억7천만 달러", "ko", "1470000000", "USD"),
        ("1만8천 달러", "ko", "18000", "USD"),
        ("2천397만9천 달러", "ko", "23979000", "USD"),
        ("3조 2천억 원", "ko", "3200000000000", "KRW"),
        ("2만 3000명", "ko", "23000", "people"),
        ("3.2%p", "ko", "3.2", "percentage_points"),
        ("트럭 20여 대", "ko", "20", "trucks"),
        ("세 배", "ko", "3", "times"),
        ("톤당 450달러", "ko", "450", "USD_per_tonne"),
        ("469.9万例", "zh", "4699000", "cases"),
        ("2.04亿美元", "zh", "204000000", "USD"),
        ("5.39059亿美元", "zh", "539059000", "USD"),
        ("三千万美元", "zh", "30000000", "USD"),
        ("百分之五", "zh", "5", "percent"),
        ("3.2个百分点", "zh", "3.2", "percentage_points"),
        ("每吨450美元", "zh", "450", "USD_per_tonne"),
        ("3億円", "ja", "300000000", "JPY"),
        ("1万2000トン", "ja", "12000", "tonnes"),
        ("3割", "ja", "30", "percent"),
        ("34,6 млн долларов США", "ru", "34600000", "USD"),
        ("5 тыс. тонн", "ru", "5000", "tonnes"),
        ("37 227 тонн", "ru", "37227", "tonnes"),
        ("1.234,56 Euro", "de", "1234.56", "EUR"),
        ("2 Mrd. Euro", "de", "2000000000", "EUR"),
        ("2 milliards d'euros", "fr", "2000000000", "EUR"),
        ("34,6 millones de dólares", "es", "34600000", "USD"),
    ],
)
def test_numerals_of_other_languages(text: str, language: str, value: str, unit: str) -> None:
    figure = only(text, language)
    assert (figure.value, figure.unit, figure.start if language != "ko" else 0) == (
        Decimal(value),
        unit,
        figure.start if language == "zh" else 0,
    )

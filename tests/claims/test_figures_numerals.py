"""Numerals as people write them, in English, Korean, Chinese, Japanese and Russian: value and unit of each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.document import Block, Body


def brief(text: str, language: str = "en") -> list[tuple[str, float, str]]:
    body = Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))
    return [(text[f.start : f.end], float(f.value), f.unit) for f in figures(body, language=language)]


def general(text: str) -> list[tuple[str, float, str]]:
    return [(text[q.start : q.end], float(q.value), q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Der Wert betrug 1.234,56 Euro.", "de", [("1.234,56 Euro", 1234.56, "EUR")]),
        ("La valeur atteint 37 227 tonnes.", "fr", [("37 227 tonnes", 37227, "tonnes")]),
        ("The stake was worth 1,234.56 dollars.", "en", [("1,234.56 dollars", 1234.56, "USD")]),
        ("It sold between $3 million and $5 million.", "en", [("$3 million and $5 million", 3e6, "USD")]),
        (
            "Rice and sugar rose 17.4% and 73.5%, respectively.",
            "en",
            [("17.4%", 17.4, "percent"), ("73.5%", 73.5, "percent")],
        ),
        ("Imports of 2.5 crore litres were booked.", "en", [("2.5 crore litres", 25e6, "litres")]),
        ("Nearly half a million tonnes arrived.", "en", [("half a million tonnes", 5e5, "tonnes")]),
        ("Almost half-a-million tonnes arrived.", "en", [("half-a-million tonnes", 5e5, "tonnes")]),
        ("The fleet lost nearly a quarter of a million tonnes.", "en", [("a quarter of a million tonnes", 25e4, "tonnes")]),
        (
            "Customs sent 67 inspectors and scores of trucks.",
            "en",
            [("67", 67, "units"), ("scores", 40, "trucks")],
        ),
        ("It shipped 5 and 7 million tonnes.", "en", [("5", 5e6, "tonnes"), ("7 million tonnes", 7e6, "tonnes")]),
        ("수출액은 14억7천만 달러였다.", "ko", [("14억7천만 달러", 1.47e9, "USD")]),
        ("수출액은 6천 1백만 달러, 3천 500만 달러였다.", "ko", [("6천 1백만 달러", 6.1e7, "USD"), ("3천 500만 달러", 3.5e7, "USD")]),
        ("쌀 4천 8백 톤을 사들였다.", "ko", [("4천 8백 톤", 4800, "tonnes")]),
        ("수입은 지난해의 배를 넘었고 수출은 곱절로 늘었다.", "ko", [("배", 2, "times"), ("곱절", 2, "times")]),
        ("무역은 다섯 배로, 배는 열두 척으로 늘었다.", "ko", [("다섯 배", 5, "times"), ("열두 척", 12, "ships")]),
        ("석탄을 배로 날랐고 배 수출이 늘었다.", "ko", []),
        ("수출은 반 토막이 났다.", "ko", [("반 토막", 50, "percent")]),
        ("가격은 톤당 1만8천 달러였다.", "ko", [("1만8천 달러", 18000, "USD_per_tonne")]),
        ("비중이 2.3%p 올랐다.", "ko", [("2.3%p", 2.3, "percentage_points")]),
        ("出口额为5.39059亿美元。", "zh", [("5.39059亿美元", 539059000, "USD")]),
        ("累计确诊469.9万例。", "zh", [("469.9万例", 4699000, "cases")]),
        ("輸出額は1億2000万ドルだった。", "ja", [("1億2000万ドル", 1.2e8, "USD")]),
        ("コメ3万5000トンを輸入した。", "ja", [("3万5000トン", 35000, "tonnes")]),
        ("前年比12.5%増の兆円規模、2兆3400億円に上った。", "ja", [("12.5%", 12.5, "percent"), ("2兆3400億円", 2.34e12, "JPY")]),
        ("Экспорт вырос на 12,5% до 1,3 млрд долларов.", "ru", [("12,5%", 12.5, "percent"), ("1,3 млрд долларов", 1.3e9, "USD")]),
        ("Ввезли 37 227 тонн риса.", "ru", [("37 227 тонн", 37227, "tonnes")]),
        ("Поставили 2,5 тыс. тонн за 3 млн рублей.", "ru", [("2,5 тыс. тонн", 2500, "tonnes"), ("3 млн рублей", 3e6, "RUB")]),
    ],
)  # fmt: skip
def test_numerals_of_trade(text: str, language: str, found: list[tuple[str, float, str]]) -> None:
    assert brief(text, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He made 46 of 63 passes.", [("46", 46, "passes"), ("63", 63, "passes")]),
        ("He made 46 out of 63 attempts.", [("46", 46, "units"), ("63", 63, "attempts")]),
        ("She spoke four or more languages.", [("four", 4, "languages")]),
        ("It works in 30-plus countries.", [("30-plus", 30, "countries")]),
        ("It has 40- to 80-seat jets.", [("40- to 80", 40, "seats")]),
        ("The singer, 71, gave a payment of 500 pounds.", [("71", 71, "years"), ("500 pounds", 500, "GBP")]),
        ("He lost 12 pounds.", [("12 pounds", 12, "pounds")]),
        ("A family of four paid.", [("four", 4, "people")]),
        ("It makes 207 lb-ft of torque.", [("207 lb-ft", 207, "pound_feet")]),
        ("A 4K OLED display and 1.8 parts per million of lead.", [("1.8 parts per million", 1.8, "ppm")]),
        ("A magnitude-5.9 quake hit.", [("5.9", 5.9, "magnitude")]),
        ("It has 250,000 subscribers.", [("250,000", 250000, "people")]),
        ("Subscribe now for $5 a month.", []),
        ("They were aged between 18 and 34.", [("18 and 34", 18, "years")]),
        ("The Expedition 40 crew flew 260 miles.", [("260 miles", 260, "miles")]),
    ],
)
def test_quantities_of_any_subject(text: str, found: list[tuple[str, float, str]]) -> None:
    assert general(text) == found


def test_what_has_a_noun_of_its_own_takes_no_scale_from_its_neighbour() -> None:
    assert brief("67 ships and 2 million tonnes")[0][1] == 67
    assert Decimal(str(brief("3 and 2 million tonnes")[0][1])) == 3_000_000


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$100.0 million", "99950000", "100050000"),
        ("$30.00 million", "29995000", "30005000"),
        ("$28.750 million", "28749500", "28750500"),
        ("10.0 million tonnes", "9950000", "10050000"),
        ("$20 million", "19000000", "21000000"),
    ],
)
def test_noughts_behind_the_mark_are_no_rounding(text: str, low: str, high: str) -> None:
    (found,) = quantities(f"Exports were {text} in May.")
    assert (found.low, found.high) == (Decimal(low), Decimal(high))

"""Japanese and Russian numerals as figures with units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _figures(text: str) -> list[tuple[Decimal, str]]:
    return [(claim.value, claim.unit) for claim in extract(read_text(text, name="text.txt"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("マスク1億2千万枚を輸入し、金額は約3億5,000万ドルに上った。", [(120_000_000, "units"), (350_000_000, "USD")]),
        ("自動車の輸出台数は46万2345台で、5割増えた。", [(462_345, "units"), (50, "percent")]),
        ("原油の輸入量は1,250万キロリットルだった。", [(12_500_000_000, "litres")]),
        ("輸出は7兆9943億円で前年の2.3倍になった。", [(7_994_300_000_000, "JPY"), (Decimal("2.3"), "times")]),
        ("小麦の価格は1トン当たり320ドルだった。", [(320, "USD_per_tonne")]),
        ("Полмиллиона тонн риса и полтора миллиарда юаней.", [(500_000, "tonnes"), (1_500_000_000, "CNY")]),
        ("Ввезены десятки тысяч тонн удобрений.", [(10_000, "tonnes")]),
        ("Поставки газа — 22,7 млрд куб. м, на 1,5 п.п. выше.", [(22_700_000_000, "cubic_metres"), (Decimal("1.5"), "percentage_points")]),
        ("輸出は4割5分減り、輸入は倍増した。", [(45, "percent"), (2, "times")]),
        ("列車は12両で、コンテナ約700個を運んだ。", [(12, "wagons"), (700, "containers")]),
        ("港に二三十隻の船が着いた。", [(20, "ships")]),
        ("Две трети вагонов и более двух третей угля.", [(Decimal(200) / 3, "percent")] * 2),
        ("Ввоз сократился с 400 до 150 тысяч долларов.", [(400_000, "USD"), (150_000, "USD")]),
        ("За день прошло 12 составов.", [(12, "trains")]),
        ("Китай закупил 454 тыс. т угля на сумму $1,2 млрд.", [(454_000, "tonnes"), (1_200_000_000, "USD")]),
    ],
)  # fmt: skip
def test_figures_with_units(text: str, expected: list[tuple[Decimal, str]]) -> None:
    assert _figures(text) == expected


def test_more_than_a_multiple_in_russian() -> None:
    claims = extract(read_text("Импорт удобрений упал более чем в два раза.", name="text.txt"))
    assert [(claim.value, claim.qualifier) for claim in claims] == [(2, "more_than")]


def test_hedges_before_a_preposition_in_russian() -> None:
    claims = extract(
        read_text("Экспорт леса вырос почти на 40% и принёс более чем на 7 млн долларов.", name="text.txt")
    )
    assert [claim.qualifier for claim in claims] == ["nearly", "more_than"]

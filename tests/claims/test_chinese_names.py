"""Chinese: goods that no table has, numbers written out, and whose they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7月出口增长百分之十六点二。", "16.2"),
        ("7月出口下降一成二。", "12"),
        ("7月出口增长約三成五。", "35"),
        ("7月出口三点五亿美元。", "350000000"),
    ],
)
def test_numbers_written_out(text: str, value: str) -> None:
    assert [claim.value for claim in _claims(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月中国出口防毒面罩5.1万件，护目头盔2.3万副。", ["防毒面罩", "护目头盔"]),
        ("8月中国自缅甸进口西瓜，共购入3.2万吨甜瓜。", ["甜瓜"]),
        ("今年前8月，中国自越南进口的缝纫机总值为2.1亿美元。", ["缝纫机"]),
        ("8月中国进口俄罗斯小麦4.6万吨。", ["小麦"]),
        ("8月中国自泰国进口中，椰枣增长了153.7%，蔗渣下降8%。", ["椰枣", "蔗渣"]),
    ],
)
def test_goods_beside_a_figure(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize(
    "text", ["8月中国出口创新高，达3亿美元。", "8月中国出口总额约3亿美元。", "8月中国出口规模突破3亿美元。"]
)
def test_what_stands_before_a_figure_is_not_always_goods(text: str) -> None:
    assert [claim.product for claim in _claims(text)] == ["all goods"]

"""Headlines of Chinese articles in plain text: with cries and questions in them, above datelines and bylines."""

from __future__ import annotations

import pytest

from tidewaiter.documents.read import read_text

_BODY = (
    "海关周四公布的数据显示，10月对美国的稀土出口量为600吨，与上月相比大增56%，升至今年1月以来的最高量。\n\n"
    "不过，与去年同期相比，1至10月的出口总额仍下降了20%以上。"
)


@pytest.mark.parametrize(
    "headline",
    [
        "出口回升！陸對美出口增56% 升至9個月來最高",
        "谁是赢家？10月出口增56%",
        "外媒：出口大增，“达到600吨”",
        "10月稀土出口增56%",
    ],
)
@pytest.mark.parametrize(
    "between", ["\n\n", "\n", "\n\n2025-11-21 10:22 来源：江口网\n\n", "\n\n本报记者 李四 北京报道\n\n"]
)
def test_a_headline_stays_one(headline: str, between: str) -> None:
    document = read_text(headline + between + _BODY, name="page.txt")
    assert document.title == headline
    assert document.body.blocks[0].kind == "title"


def test_a_short_cry_in_the_body_is_no_headline() -> None:
    document = read_text("10月稀土出口增56%\n\n" + _BODY + "\n\n“出口太难了！”", name="page.txt")
    assert document.title == "10月稀土出口增56%"

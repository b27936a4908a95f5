"""True articles that compare a figure with several others, or tell parts of one whole in the same words; wrong twins."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2024, 5, 8))


TEA = "Peru's exports of tea to Chad totalled $37.1 million in March, down from $42.6 million in February {}."


@pytest.mark.parametrize(
    "second",
    [
        "and up 12 percent from March 2023",
        "and up 12 percent on a year earlier",
        "and up 12 percent year on year",
        "but up 12 percent on the year before",
        "and 12 percent more than a year before",
        "and 12 percent above March last year",
    ],
)
def test_a_second_comparison_has_its_own_base(second: str) -> None:
    assert accused(TEA.format(second)) == []


def test_a_first_comparison_is_held_against_its_base() -> None:
    assert accused(TEA.format("or by 32 percent")) == ["32 percent"]


TEN = (
    "Peru's ten best-selling goods earned $304.2 billion in 2023, or 56.1 percent of all exports. Copper came to $93.9 "
    "billion, or 17.3 percent of {}. Fish came to $43.0 billion, or 7.9 percent of {}."
)


def test_what_has_a_share_itself_is_not_the_whole_of_the_next_in_the_same_words() -> None:
    assert accused(TEN.format("all exports", "all exports")) == []
    chinese = (
        "据海关数据，秘鲁去年十大出口商品出口总额为3042.3亿美元，在出口总额中占比56.1%，其中，铜出口额为939.4亿美元，"
        "在出口总额中占比17.3%。\n\n鱼出口额为430.4亿美元，在出口总额中占比7.9%。"
    )
    assert accused(chinese) == []


def test_the_whole_of_shares_that_agree_is_accused() -> None:
    text = (
        "Peru's exports came to $304.2 billion in 2023. Copper came to $93.9 billion, or 17.3 percent of all exports, and "
        "fish to $43.0 billion, or 7.9 percent of all exports."
    )
    assert accused(text) != []


@pytest.mark.parametrize(
    "text",
    [
        # The whole said again beside its share is neither the part nor of the part's goods.
        "2023年秘鲁对智利出口8.4亿美元，咖啡占对智利出口总额8.4亿美元的45%，鱼粉占12%。",
        "2023年秘鲁出口640亿美元，铜出口占出口总额640亿美元的三成。",
        "2023年秘鲁水果出口56亿美元，蓝莓出口占出口总额56亿美元的35%，芒果占10%。",
        "2023年秘鲁自智利进口21亿美元，汽车进口额占进口总额21亿美元的8%。",
        "2023년 페루의 수출은 640억 달러였고, 구리는 전체 수출 640억 달러의 31%를 차지했다.",
        # Other goods with an amount of their own are not what has it.
        "2023年秘鲁对智利出口8.4亿美元，其中咖啡3.8亿美元，占出口总额8.4亿美元的45%，鱼粉占出口总额8.4亿美元的12%。",
        "2023年秘鲁出口葡萄17亿美元，鳄梨占出口总额640亿美元的1.5%。",
    ],
)
def test_a_whole_said_again_is_no_part(text: str) -> None:
    assert accused(text) == []


def test_an_amount_is_held_against_its_share_of_the_whole() -> None:
    assert accused("2023年秘鲁出口640亿美元，其中葡萄17亿美元，占出口总额640亿美元的12.7%。")

"""Korean steps of which one level stands in the sentence before, wrong ones and true ones."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2024, 3, 20))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "2월 북중 교역액은 1억2천480만달러로, 1월의 1억5천600만달러에 비해 20.0% 줄었다. "
            "지난해 같은 달(1억1천40만달러)보다는 {} 늘어난 수치다.",
            "13.0%",
            "31.0%",
        ),
        ("라오스는 지난해 커피 8만 6,400톤을 수출했다. 2022년의 7만 2,000톤보다 {} 늘어난 물량이다.", "20.0%", "2.0%"),
        (
            "2022년 북한의 대중 수입은 10억 2,800만 달러였다. 지난해에는 22억 9,500만 달러로 전년보다 {} 증가했다.",
            "123.2%",
            "23.2%",
        ),
        (
            "1월 몽골의 석탄 수출은 400만 톤이었다. 2월에는 500만 톤으로 전달에 비해 {} 늘었다.",
            "25.0%",
            "2.5%",
        ),
    ],
)
def test_steps_from_the_sentence_before(text: str, right: str, false: str) -> None:
    assert accused(text.format(right)) == []
    assert false in accused(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        # Of volume, of another currency, of the months so far, of other trade, of other goods, of another base.
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 22억 달러로 물량은 전년보다 23.2% 증가했다.",
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 22억 달러로 위안화 기준 전년보다 140% 증가했다.",
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해 1∼9월에는 9억 달러로 전년 같은 기간보다 23.2% 증가했다.",
        "2022년 북한의 대중 수입은 10억 달러였다. 지난해 대중 수출은 2억 달러로 전년보다 23.2% 증가했다.",
        "2022년 베트남의 쌀 수출은 30억 달러였다. 지난해 커피 수출은 42억 달러로 전년보다 4.6% 증가했다.",
        "5월 몽골의 석탄 수출은 10억 달러였다. 6월에는 9억 달러로 지난해 6월보다 23.2% 증가했다.",
        "2022년 몽골의 대중 수출은 18억 달러였다. 지난해에는 20억 달러로 석탄을 빼면 전년보다 30% 늘었다.",
        "2022년 베트남의 쌀 수출은 30억 달러였다. 지난해에는 필리핀 수출이 12억 달러로 전년보다 17.6% 증가했다.",
        # Of the amount in other money, without some of it, a day, of parts of it.
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 12억 달러로 현지 화폐로 따지면 전년보다 2% 증가했다.",
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 12억 달러로 물가를 감안하면 전년보다 2% 증가했다.",
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 12억 달러로 톤수로 전년 대비 2% 증가했다.",
        "2022년 몽골의 석탄 수출은 10억 달러였다. 지난해에는 12억 달러로 이 중 원료탄이 전년보다 2% 증가했다.",
    ],
)
def test_other_steps_are_left_in_peace(text: str) -> None:
    assert accused(text) == []


def test_what_is_made_is_no_part_of_what_is_bought() -> None:
    text = (
        "시리아와 예멘, 밀 어디서 사 오나\n\n예멘은 2021년 밀 350만 톤을 수입했다. 국내 생산은 12만 톤에 불과해 "
        "소비량의 95% 이상을 해외에 의존한다. 수입액은 11억 달러로 2020년의 8억 3천만 달러보다 33% 늘었다."
    )
    assert accused(text) == []

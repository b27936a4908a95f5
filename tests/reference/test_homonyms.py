"""Korean names of countries that are ordinary words: countries only where a text shows them to be."""

import pytest

from tidewaiter.reference.countries import find_countries
from tidewaiter.reference.goods import find_goods


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("내전 중인 수단이 면화를 팔았다. 수단 관세청에 따르면 수단의 총수입은", ["SDN", "SDN", "SDN"]),
        ("가나산 망고와 토고산 면화 수입", ["GHA", "TGO"]),
        ("코트디부아르와 가나의 카카오", ["CIV", "GHA"]),
        ("이웃 차드와의 교역", ["TCD"]),
        ("말리로의 수출은 줄었다", ["MLI"]),
        ("토고(3.2%), 베냉(1.1%) 등", ["TGO", "BEN"]),
    ],
)
def test_a_name_that_its_text_shows_to_be_a_country(text: str, codes: list[str]) -> None:
    assert [mention.alpha3 for mention in find_countries(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "수출 수단이 다양하다",
        "운송 수단의 수출이 늘었다",
        "빨래를 말리는 날",
        "가나다 순으로 적었다",
        "결제 수단으로 쓰인다",
    ],
)
def test_an_ordinary_word_is_no_country(text: str) -> None:
    assert find_countries(text) == ()


def test_a_means_stays_one_in_a_text_about_sudan() -> None:
    text = "수단 정부는 결제 수단을 바꿨다"
    assert [text[m.start : m.end] for m in find_countries(text)] == ["수단 정부"]


@pytest.mark.parametrize(
    ("text", "good"),
    [("금을 15억 달러어치 수출", "gold"), ("전력은 98만 달러였다", "electricity"), ("주석이 3만t", "tin")],
)
def test_short_korean_goods_beside_their_trade(text: str, good: str) -> None:
    assert [mention.good_id for mention in find_goods(text)] == [good]


@pytest.mark.parametrize("text", ["지금은 3억 달러", "미국은 3억 달러", "그 차는 3만 대", "금요일 수출이"])
def test_no_goods_in_other_words(text: str) -> None:
    assert find_goods(text) == ()

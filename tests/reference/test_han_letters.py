"""Countries by one character of their names, and by their names in traditional characters."""

from __future__ import annotations

import pytest

from tidewaiter.reference.countries import find_countries


def _named(text: str) -> list[tuple[str | None, str]]:
    return [(m.alpha3, text[m.start : m.end]) for m in find_countries(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("缅甸表示，自缅进口玉米下降", [("MMR", "缅甸"), ("MMR", "缅")]),
        ("伊朗称，伊对华出口石油", [("IRN", "伊朗"), ("IRN", "伊"), ("CHN", "华")]),
        ("菲律宾统计署：菲已进口大米", [("PHL", "菲律宾"), ("PHL", "菲")]),
        ("俄罗斯谷物，俄农业部预测", [("RUS", "俄罗斯"), ("RUS", "俄")]),
        ("巴基斯坦与中国的中巴贸易额", [("PAK", "巴基斯坦"), ("CHN", "中国"), ("CHN", "中"), ("PAK", "巴")]),
    ],
)
def test_a_character_stands_for_a_country_that_the_text_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "加拿大今年加工贸易出口",
        "越南超越进口",
        "新加坡对新产品出口",
        "马来西亚马上进口",
        "美国其中进口，人民币对美元汇率贬值促进出口",
    ],
)
def test_a_character_inside_another_word_names_nobody(text: str) -> None:
    assert len(_named(text)) == 1


def test_a_character_of_two_countries_is_nobodys() -> None:
    assert [code for code, _ in _named("土耳其、土库曼斯坦，对土出口")] == ["TUR", "TKM"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("厄立特里亞", "ERI"), ("土庫曼斯坦", "TKM"), ("也門", "YEM"), ("卡塔爾", "QAT"), ("德黑兰", "IRN")],
)
def test_traditional_names_and_capitals(name: str, code: str) -> None:
    assert _named(f"自{name}進口") == [(code, name)]


@pytest.mark.parametrize(
    "text", ["今日俄罗斯电视台", "中俄资讯网报道", "越南通讯社报道", "德國之聲中文網", "抵达卡车站"]
)
def test_news_outlets_are_no_countries(text: str) -> None:
    assert _named(text) == []

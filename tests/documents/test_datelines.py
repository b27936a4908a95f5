"""Datelines of wire reports and pages in several languages, and days that are none."""

from __future__ import annotations

import pytest

from tidewaiter.documents.datelines import is_dateline
from tidewaiter.documents.read import read_text

ENGLISH = (
    "Trade with the islands fell to $16.7 million, the customs office said. It was the third drop in a row.\n\n"
    "Imports of wheat rose 12 percent from a year earlier, to 40,000 tonnes, and those of rice did not."
)
KOREAN = "세관에 따르면 두 나라의 교역액은 지난달 1억6천만 달러로 집계됐다. 전년 같은 달보다 12% 늘었다.\n\n수입은 4만t이었다고 밝혔다."
CHINESE = "据海关统计，两国上月贸易额为1.6亿美元，同比增长12%。其中进口1.2亿美元。\n\n小麦进口4万吨，环比增长一倍。"


def published(source: str) -> str | None:
    day = read_text(source, name="a.txt").published
    return None if day is None else str(day)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("VIENNA, 14 March 2025. ", "2025-03-14"),
        ("VIENNA, March 14, 2025 (Wire) -- ", "2025-03-14"),
        ("Geneva/Vienna, 5 March 2024 – ", "2024-03-05"),
        ("Vienna, 5 March 2024 (Wire). ", "2024-03-05"),
        ("(Vienna, 5 March 2024) ", "2024-03-05"),
        ("March 5, 2024 (Wire) -", "2024-03-05"),
        ("March 5, 2024 (Vienna) ", "2024-03-05"),
        ("On March 5, 2024, ", None),
        ("As of March 5, 2024: nothing new. ", None),
        ("March 5, 2024. Nobody moved. ", None),
        ("Since June 9, 2022: nothing. ", None),
        ("The bank's governor, on 20 March 2023, said so. ", None),
    ],
)
def test_openings_in_english(dateline: str, day: str | None) -> None:
    assert published(f"Trade with the islands falls again\n\n{dateline}{ENGLISH}") == day


def test_a_summary_may_stand_before_the_dateline() -> None:
    summary = "A summary of what the customs office of the islands has to say about trade this spring."
    assert published(f"Trade falls again\n\n{summary}\n\nVIENNA, 14 March 2025. {ENGLISH}") == "2025-03-14"


def test_entries_of_a_list_are_no_datelines() -> None:
    entries = (
        "January 30, 2020 – The islands close their ports to all freight and every traveller.\n\n"
        "January 16, 2022 – The first freighter in two years comes in from the mainland."
    )
    assert published(f"Timeline of the closed ports\n\n{entries}\n\n{ENGLISH}") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2023년 11월 19일 항구신보", "2023-11-19"),
        ("[항구=섬일보] 입력 2022.05.20", "2022-05-20"),
        ("박항구 기자 | 2022.05.20", "2022-05-20"),
        ("섬일보 2022년 5월 20일 금요일 3면", "2022-05-20"),
        ("2020년 1월 30일. 항구가 닫혔다고 한다.", None),
    ],
)
def test_lines_in_korean(line: str, day: str | None) -> None:
    assert published(f"섬나라 교역 석 달 만에 증가…밀가루 수입 두 배\n\n{line}\n\n{KOREAN}") == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("海关总署2024年8月20日发布\n\n", "2024-08-20"),
        ("更新于2024年8月21日 发布于2024年8月20日\n\n", "2024-08-20"),
        ("群岛时报记者 王明 2024-08-20\n\n", "2024-08-20"),
        ("群岛社港口2024年8月20日电 ", "2024-08-20"),
        ("【群岛时报2024年8月20日讯】", "2024-08-20"),
        ("2024-08-20 港口報導\n\n", "2024-08-20"),
        ("2024-08-20 群島日報／綜合外電\n\n", "2024-08-20"),
        ("2024-08-20 本报记者 王明 港口报道\n\n", "2024-08-20"),
        ("2024年8月20日 驻群岛使馆经商处\n\n", "2024-08-20"),
        ("RFA 2024.08.20\n\n", "2024-08-20"),
        ("文／王明 2024-08-20\n\n", "2024-08-20"),
        ("21世纪经济报道 2024-08-20\n\n", "2024-08-20"),
        ("2024年8月20日 口岸恢复出口\n\n", None),
        ("据海关总署2024年8月20日消息，", None),
        ("海关总署2024年8月20日公布的数据显示，", None),
    ],
)
def test_lines_and_openings_in_chinese(line: str, day: str | None) -> None:
    assert published(f"边境贸易额连续三个月增长\n\n{line}{CHINESE}") == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("This story was first published on 5 March 2024.", "2024-03-05"),
        ("Published in The Islander, March 5th, 2024", "2024-03-05"),
        ("The next bulletin is due on 20 April 2024.", None),
    ],
)
def test_lines_at_the_end(foot: str, day: str | None) -> None:
    assert published(f"Trade with the islands falls again\n\n{ENGLISH}\n\n{foot}") == day


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Vol. 12, No. 5 | 5 March 2024", True),
        ("Ann Lee · March 5, 2024 · 4 min read", True),
        ("Vienna, March 5, 2024.", True),
        ("国境新聞 2024年8月20日付", True),
        ("Wheat rose, then rice | 5 March 2024", False),
        ("Wheat | $5 million | 5 March 2024", False),
        ("밀가루 수입 두 배 2022.05.20", False),
        ("모스크바 2024년 2월 8일", True),
        ("호찌민 2023.10.10", True),
        ("발효일 2024년 2월 8일", False),
    ],
)
def test_names_beside_a_date(line: str, dated: bool) -> None:
    assert is_dateline(line) is dated


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Insight note, 9 March 2023\n\n", "2023-03-09"),
        ("Monthly bulletin | 9 March 2023\n\n", "2023-03-09"),
        ("12 September 2022, Vienna. ", "2022-09-12"),
    ],
)
def test_kinds_of_papers_and_places_behind(head: str, day: str) -> None:
    assert published(f"Trade with the islands falls again\n\n{head}{ENGLISH}") == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Note prepared for members, 15 November 2023", "2023-11-15"),
        ("15 November 2023 | prepared for members", "2023-11-15"),
        ("What became of trade after the ports closed on 30 January 2020", None),
    ],
)
def test_a_line_under_the_title(line: str, day: str | None) -> None:
    assert published(f"Trade with the islands falls again\n\n{line}\n\n{ENGLISH}") == day


@pytest.mark.parametrize(
    "line", ["2024年8月20日 河谷之声中文", "山地社事实核查 2024年8月20日", "山地电台粤语 2024年8月20日"]
)
def test_broadcasters_beside_a_date(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2024年7月19日 边境经济观察",
        "自由山地之声 阿什哈巴德 2023年1月30日",
        "博客《海岛账本》 2024年2月19日",
        "矿业周刊数据组 2024年1月17日",
        "블로그 '섬에서 온 편지' 2023년 11월 14일",
    ],
)
def test_desks_and_series_beside_a_date(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line", ["2018年4月27日 板门店会谈", "2017年9月11日 安理会第2375号决议", "2018년 4월 27일 판문점 선언"]
)
def test_what_happened_on_a_day_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)

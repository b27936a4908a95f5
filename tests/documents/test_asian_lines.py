"""Lines that Korean and Chinese pages put round an article: day, source, author, how often it was read."""

from datetime import date

import pytest

from tidewaiter.documents.read import read_text

CHINESE = "今年前4个月，越南咖啡出口量为75万吨，同比增长5.1%，出口额为25亿美元。"
KOREAN = "몽골의 5월 석탄 수출량은 620만t으로 집계됐다고 몽골 관세청이 밝혔다."


@pytest.mark.parametrize(
    ("line", "body", "day"),
    [
        ("2024-05-21 10:30:12 来源：江口财讯 作者：周渡 责任编辑：林港 字号：大 中 小", CHINESE, date(2024, 5, 21)),
        ("发布时间：2024年5月21日 星期二　来源：江口财讯　浏览次数：1523", CHINESE, date(2024, 5, 21)),
        ("發布時間：2024年5月21日 14時32分", CHINESE, date(2024, 5, 21)),
        ("작성자 관리자 작성일 2023-06-08 조회수 1,523", KOREAN, date(2023, 6, 8)),
        ("입력 2023.06.08 11:07 수정 2023.06.09 15:20", KOREAN, date(2023, 6, 8)),
        ("기사입력 : 2023년 06월 08일 09시 30분", KOREAN, date(2023, 6, 8)),
    ],
)
def test_the_day_is_read_and_the_line_left_out(line: str, body: str, day: date) -> None:
    document = read_text(f"{line}\n\n{body}\n", name="a.txt")
    assert document.published == day
    assert document.body.text == body

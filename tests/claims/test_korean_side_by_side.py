"""Korean texts on countries told side by side, on one of several partners, and on what one thing came to."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def told(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="k.txt", published=date(2022, 5, 20)))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("페루는 지난해 구리 25만 톤을 중국 등에 수출했다.", "PER>-"),
        ("우간다는 지난해 커피 25만 톤을 수단과 이집트 등에 수출했다.", "UGA>-"),
        ("우간다는 지난해 커피 25만 톤을 케냐, 수단 등 이웃 나라에 수출했다.", "UGA>-"),
        ("우간다는 지난해 설탕 25만 톤을 케냐와 수단 등지에서 수입했다.", "->UGA"),
        ("우간다는 지난해 설탕 25만 톤을 케냐에서 수입했다.", "KEN>UGA"),
        ("쿠바와 베네수엘라는 지난해 쌀 25만 톤을 수입했다.", "->-"),
        ("호주와 캐나다가 밀 25만 톤을 이집트로 수출했다.", "->EGY"),
        ("중국과 베트남의 대북 쌀 수출은 25만 톤이었다.", "->PRK"),
    ],
)
def test_one_of_several(text: str, expected: str) -> None:
    assert lane(told(text)["25만 톤"]) == expected


@pytest.mark.parametrize("title", ["라오스와 캄보디아, 의약품 수입 급증", "[비교] 라오스와 캄보디아의 의약품 수입"])
def test_two_that_each_buy_for_themselves(title: str) -> None:
    claims = told(
        f"{title}\n\n오랜 가뭄을 겪은 두 나라의 의약품 수입이 늘고 있다.\n\n"
        "라오스는 지난해 의약품 2억 달러어치를 사들였다. 태국에서 들여온 것이 1억 달러였다.\n\n"
        "캄보디아의 의약품 수입은 4억 달러였다. 인도산이 3억 달러로 가장 많았다."
    )
    assert [lane(c) for c in claims.values()] == ["->LAO", "THA>LAO", "->KHM", "IND>KHM"]


def test_two_that_trade_with_each_other() -> None:
    claims = told("지난해 북한과 중국의 교역액은 20억 달러였다. 수입은 18억 달러였다.")
    assert set(claims["20억 달러"].partners or ()) == {"PRK", "CHN"}
    assert lane(claims["18억 달러"]) == "CHN>PRK"


def test_what_is_made_crosses_no_border() -> None:
    claims = told("카자흐스탄은 작년 밀 900만 톤을 수확해 이 가운데 700만 톤을 이란에 팔았다.")
    assert claims["900만 톤"].measure == "other"
    assert (claims["700만 톤"].product, lane(claims["700만 톤"])) == ("밀", "KAZ>IRN")


@pytest.mark.parametrize(
    ("text", "figure", "direction"),
    [
        ("지난해 보리 수입은 40.1% 급증해 9만 톤을 기록했다.", "9만 톤", "increase"),
        ("지난해 보리 수입은 40.1% 줄어 9만 톤에 그쳤다.", "9만 톤", "decrease"),
        ("지난해 보리 수입은 40.1% 늘었고 밀 수입은 9만 톤이었다.", "9만 톤", "none"),
        ("지난해 태국산의 점유율은 2.5%포인트 상승해 31%를 기록했다.", "31%", "increase"),
    ],
)
def test_what_a_change_came_to(text: str, figure: str, direction: str) -> None:
    assert told(text)[figure].direction == direction


def test_shares_that_are_summed_up() -> None:
    claims = told("지난해 라오스 수입은 태국 40%, 중국 30%, 베트남 8%로 전체 수입액의 78%를 차지했다.")
    assert {c.measure for c in claims.values()} == {"share"}
    assert [lane(c) for c in claims.values()] == ["THA>LAO", "CHN>LAO", "VNM>LAO", "->LAO"]
    claims = told("지난해 칠레의 구리 수출에서 중국(52%), 일본(12%) 등이 전체 수출액의 64%를 차지했다.")
    assert {c.measure for c in claims.values()} == {"share"}


def test_a_list_of_rises_is_no_share() -> None:
    claims = told("지난해 한국의 라면 수출은 미국 32%, 중국 11% 증가했다.")
    assert {c.measure for c in claims.values()} == {"change"}


def test_doses_go_on() -> None:
    claims = told("유니세프는 지난달 콜레라 백신 90만 회분을 예멘에 전달했으며, 다음 달 40만 회분을 더 보낼 계획이다.")
    assert claims["40만 회분"].product == "백신"


def test_amounts_that_explain_a_change() -> None:
    claims = told("라오스의 수입이 9억 달러 감소한 것은 경유 5억 달러, 승용차 3억 달러 감소에 따른 것이다.")
    assert {c.measure for c in claims.values()} == {"change"}
    claims = told("라오스의 수출은 경유 5억 달러, 승용차 3억 달러였다.")
    assert {c.measure for c in claims.values()} == {"trade_value"}


def test_a_price_at_a_market() -> None:
    claims = told(
        "올해 1∼4월 아프가니스탄의 의약품 수입은 9천만 달러였다. "
        "카불 시장에서 설탕 50kg 한 포대 값은 4월 말 현재 2,600아프가니로, 1년 전 2,000아프가니보다 30% 올랐다."
    )
    assert "50kg" not in claims
    price = claims["2,600아프가니"]
    assert (price.period, price.product, lane(price)) == ("2022-04", "설탕", "->-")
    assert lane(claims["30%"]) == "->-"


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("북한의 대중 수입은 2019년 상반기 9억 달러였으나 하반기에는 7억 달러였다.", "7억 달러", "2019-07/2019-12"),
        ("북한의 대중 수입은 2019년 1분기 9억 달러, 3분기에는 7억 달러였다.", "7억 달러", "2019-07/2019-09"),
        (
            "북한의 대중 수입은 2019년 상반기까지만 해도 9억 달러였지만 하반기에는 7억 달러였다.",
            "7억 달러",
            "2019-07/2019-12",
        ),
        (
            "북한의 대중 수입은 2019년 하반기 9억 달러였으나 올해 1분기에는 7억 달러였다.",
            "7억 달러",
            "2022-01/2022-03",
        ),
        ("朝鲜2019年上半年自华进口9亿美元，下半年进口7亿美元。", "7亿美元", "2019-07/2019-12"),
        (
            "북한은 2013년 중국에서 비료 20만 톤을 들여왔다.\n\n2016년 새 제재가 채택됐다. 그해 수입량은 9만 톤이었다.",
            "9만 톤",
            "2016",
        ),
    ],
)
def test_parts_of_the_year_told_before(text: str, figure: str, period: str) -> None:
    assert told(text)[figure].period == period


def test_a_part_told_by_the_way_is_not_what_goes_on() -> None:
    claims = told(
        "지난해 몽골의 식량 수입은 2억 달러였다. 닭고기는 8만 톤이 들어왔는데, 이 가운데 브라질산이 5만 톤이었다. "
        "쌀은 4만 톤이었다. 태국이 2만 톤, 인도가 1만 톤을 공급했다."
    )
    assert [(c.product, lane(c)) for t, c in claims.items() if "톤" in t] == [
        ("닭고기", "->MNG"), ("닭고기", "BRA>MNG"), ("쌀", "->MNG"), ("쌀", "THA>MNG"), ("쌀", "IND>MNG"),
    ]  # fmt: skip


def test_sellers_that_come_next() -> None:
    claims = told(
        "지난해 몽골의 승용차 수입은 9억 달러였다. 관세가 내려 차량 수입이 쉬워진 데 따른 것이다. "
        "일본이 5억 달러어치를 팔았고, 한국(2억 달러)과 독일(1억 달러)이 그 뒤를 이었다."
    )
    assert [lane(c) for c in claims.values()] == ["->MNG", "JPN>MNG", "KOR>MNG", "DEU>MNG"]
    assert {c.product for c in claims.values()} == {"승용차"}


def test_goods_sold_by_nobody_named_go_as_before() -> None:
    claims = told(
        "러시아에서 북한으로 들어간 밀가루는 지난해 5만 톤이다. 설탕은 2천 톤이 북한으로 들어갔다.\n\n"
        "4월 한 달만 놓고 보면 밀가루 7천 톤이 수출됐다."
    )
    assert lane(claims["7천 톤"]) == "RUS>PRK"


def test_a_body_named_after_a_country_does_not_trade() -> None:
    claims = told(
        "한국해운조합연구원은 지난해 쿠바의 상품 수입이 92억 달러로 집계됐다고 밝혔다.\n\n"
        "한국의 대쿠바 수출은 1,650만 달러였다. 한국의 대쿠바 수입은 90만 달러였다."
    )
    assert lane(claims["92억 달러"]) == "->CUB"
    assert lane(told("한국수산물공사에 따르면 지난해 명태 수입은 3억 달러다.")["3억 달러"]) == "->KOR"
    assert lane(told("한국수산물협회에 따르면 지난해 라오스의 명태 수입은 3억 달러다.")["3억 달러"]) == "->LAO"


def test_one_way_measured_by_the_other() -> None:
    claims = told(
        "지난해 베트남의 대몽골 수출은 9억 달러로, 수입의 5분의 1에 그쳤다. 커피가 3억 달러로 가장 많고 의류 1억 달러 순이다."
    )
    assert (claims["5분의 1"].measure, lane(claims["5분의 1"])) == ("ratio", "VNM>MNG")
    assert lane(claims["3억 달러"]) == lane(claims["1억 달러"]) == "VNM>MNG"
    claims = told("지난해 베트남의 대몽골 수출은 9억 달러로, 전체 수출의 5분의 1을 차지했다.")
    assert claims["5분의 1"].measure == "share"


def test_what_an_amount_has_passed_is_of_its_own_time() -> None:
    claims = told("캄보디아의 올해 1분기 의류 수출액이 작년 6억 달러(약 7천억 원)를 넘어 9억 달러(약 1조 원)에 달했다.")
    assert claims["9억 달러"].period == claims["1조 원"].period == "2022-01/2022-03"
    claims = told("베트남의 올해 1분기 커피 수출은 지난해 1분기 6억 달러를 웃도는 9억 달러였다.")
    assert (claims["6억 달러"].period, claims["9억 달러"].period) == ("2021-01/2021-03", "2022-01/2022-03")


def test_parts_of_the_one_year_named() -> None:
    claims = told("캄보디아의 2020년 신발 출하량은 3분기 6억 달러, 2분기 9억 달러였다.")
    assert [c.period for c in claims.values()] == ["2020-07/2020-09", "2020-04/2020-06"]


def test_a_part_of_the_time_that_is_told_again() -> None:
    claims = told(
        "북한은 3월 중국에서 밀가루 2만 톤을 사들였다. 식료품에 쓴 돈은 3천만 달러로 3월 대중 수입액(9천만 달러)의 33%에 해당한다."
    )
    assert (claims["33%"].comparison, claims["33%"].period) == ("none", "2022-03")
    claims = told("북한은 3월 중국에서 3천만 달러어치를 사들였다. 지난해 3월 수입액(9천만 달러)의 33%에 해당한다.")
    assert (claims["33%"].comparison, claims["33%"].period) == ("yoy", "2022-03")


def test_goods_that_were_given_go_to_whom_the_others_went() -> None:
    claims = told("세계보건기구는 올해 1분기 예멘에 의약품 40톤을 보냈다. 홍역 백신은 3월까지 90만 회분이 전달됐다.")
    assert lane(claims["90만 회분"]) == "->YEM"


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("올해 1∼4월 예멘이 들여온 밀은 7만 톤으로 연간 목표인 20만 톤의 35%다.", "7만 톤", "asserted"),
        ("올해 1∼4월 예멘이 들여온 밀은 7만 톤으로 연간 목표인 20만 톤의 35%다.", "20만 톤", "planned"),
        ("베트남은 올해 쌀 20만 톤 수출을 목표로 잡았다.", "20만 톤", "planned"),
        ("베트남의 올해 커피 수출 목표는 50억 달러다.", "50억 달러", "planned"),
    ],
)
def test_what_an_aim_is(text: str, figure: str, modality: str) -> None:
    assert told(text)[figure].modality == modality


def test_a_month_of_the_year_before() -> None:
    claims = told("한국의 4월 라면 수출은 3억 달러로 3월(2억 달러)보다 늘었지만 전년 4월(4억 달러)보다는 25% 적었다.")
    assert [claims[t].period for t in ("3억 달러", "2억 달러", "4억 달러")] == ["2022-04", "2022-03", "2021-04"]
    assert claims["25%"].base_period == "2021-04"
    claims = told("4월 수출은 566억 달러로 작년 4월 538억 달러에 비해 5.2% 느는 데 그쳤다.")
    assert (claims["5.2%"].measure, claims["5.2%"].direction) == ("change", "increase")


def test_what_came_from_two_is_of_neither() -> None:
    claims = told(
        "예멘이 올해 1분기 러시아에서 수입한 밀은 40만 톤이다. 인도산은 9만 톤이었다. 두 나라에서 들여온 밀을 합하면 49만 톤이다.\n\n"
        "의약품 수입은 2천만 달러였다."
    )
    assert lane(claims["49만 톤"]) == lane(claims["2천만 달러"]) == "->YEM"


def test_goods_that_a_reason_is_told_of() -> None:
    text = "지난 3월 밀 수입이 줄어든 것은 국제 가격 때문이다. 수입량은 14만 톤으로 전달보다 20% 감소했다."
    assert {c.product for c in told(text).values()} == {"밀"}

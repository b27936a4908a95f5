"""True articles whose bases, wholes and ends are easily taken for those of another figure: nobody is accused."""

from __future__ import annotations

from datetime import date

import pytest

import tidewaiter
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.verdict import Verdict


def verdicts(text: str, published: date | None = None) -> list[Verdict]:
    (checked,) = tidewaiter.check([read_text(text, name="a.txt", published=published)]).checked
    return list(checked.verdicts)


def accused(text: str, published: date | None = None) -> list[str]:
    return [verdict.claim.text for verdict in verdicts(text, published) if verdict.outcome == "contradicted"]


HALVED = (
    "오만, 5월 대조지아 수출 '반토막'\n\n오만이 지난달 조지아에 판 물건이 3천10만 달러어치에 그쳤다.\n\n"
    "3일 통계청에 따르면 5월 두 나라의 교역액은 2억7천200만 달러로 전년 동월 대비 4.5% 감소했다. 오만의 대조지아 수입은 "
    "2억4천190만 달러로 1.2% 늘었지만, 수출은 지난해 5월({}만 달러)의 절반 수준으로 줄었다."
)


def test_a_base_in_brackets_is_of_its_own_clause_and_no_base_of_the_whole_trade() -> None:
    assert accused(HALVED.format("6천30")) == []


def test_one_way_of_a_trade_is_made_by_no_two_others() -> None:
    text = (
        "구리 수입량은 41만t으로 8월(42만t)보다 조금 줄었다. 금액으로는 6억2천만 달러로 전체 수입의 58%를 차지했다. 올해 1~9월 "
        "누적 교역액은 111억 달러였다. 이 중 수입은 87억 달러, 수출은 24억 달러로 오만이 63억 달러의 흑자를 냈다."
    )
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # Shares of what went the other way, in a list.
        "수입은 4천만 달러에 그쳤다. 적자는 없었다. 품목별로 보면 가구가 1억2천만 달러로 수출의 30%, 유리가 1억 달러로 25%, "
        "종이가 8천만 달러로 20%였다. 1~5월 누적 수출은 19억 달러였다.",
        # Up from a time to what it became.
        "In May 2019 date sales rose 84.2 percent on the month to 6.71 million tonnes, with sales at home up 81.4 percent "
        "from April to 1.9 million tonnes.",
        # A percentage behind "while" is of what follows.
        "Oman's exports contracted to $1.72 billion in May 2019 from $1.95 billion while imports decreased by 15.4 percent "
        "as total imports went down from $5.81 billion in April 2019 to $4.92 billion in May 2019.",
        # Trade with a group of countries is no part of a sum that makes all trade.
        "Oman sold goods worth $713.2 million to ASEAN countries in January-May 2019, and imported goods worth $1.4 billion "
        "from ASEAN countries.\n\nThe volume of Oman's foreign trade amounted to $14 billion in January-May 2019.",
        # What passed one gate is no whole of what a country sold.
        "2018年1-8月,格鲁吉亚铜出口量累计为492.4万吨。\n\n截至2019年8月31日,萨尔皮口岸累计完成货运量274.7万吨,同比增长39.4%。",
        # What had been sold by a day is no whole of what had been by that day of the year before.
        "截至2019年4月9日,本农业年度格鲁吉亚出口谷物3350万吨,其中小麦2720万吨,上一农业年度同期为4230万吨。",
        # A comma of thousands in a short English text.
        "A year before, 13,600 tonnes had brought in $20.3 million, or $1,493 a tonne.",
    ],
)
def test_figures_beside_others_that_they_are_not_held_against(text: str) -> None:
    assert accused(text) == []


def test_nothing_rises_by_more_than_it_came_to() -> None:
    text = "Oman's imports rose by $361 million (18.3 percent), from $1.6 billion in 2017 to $1.9 billion in 2018."
    assert not any("$361 billion" in verdict.reason for verdict in verdicts(text))


@pytest.mark.parametrize(
    "end",
    ["from $41", "(June 2018: $41.", "from $41.3 mil", "from $41.3 …", "from $41.3..."],
)
def test_a_text_that_breaks_off_at_a_figure_may_have_lost_its_scale(end: str) -> None:
    text = f"Georgia bought dates worth $82.6 million from Oman in June 2019. That is double the amount of June 2018, up {end}"
    assert accused(text) == []
    assert verdicts(text)[-1].reason.startswith("The text breaks off")


def test_a_text_that_ends_with_a_stop_has_lost_nothing() -> None:
    text = (
        "Georgia bought dates worth $82.6 million from Oman in June 2019. That was 100 percent more than in June 2018, "
        "up from $41.3."
    )
    assert accused(text) == ["$41.3"]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia bought dates worth $31.5 million from Oman in May 2019, 4.5 times the monthly average of 2018. In 2018 it "
        "bought dates worth $84 million.",
        "2019년 5월 조지아의 오만산 대추야자 수입은 3천150만 달러로 2018년 월평균보다 350% 많았다. 2018년 수입은 8천400만 "
        "달러였다.",
        "2019年5月格鲁吉亚自阿曼进口椰枣3150万美元，比2018年月平均高350%。2018年进口椰枣8400万美元。",
    ],
)
def test_what_is_told_beside_a_monthly_average_is_not_held_against_the_year(text: str) -> None:
    assert not any("not " in v.reason and "unless the text means" in v.reason for v in verdicts(text))


@pytest.mark.parametrize(
    "text",
    [
        # The next figure of a list is not what a percentage before it is of.
        "Medicine imports from Oman came to a standstill in August 2020. The country purchased $2.1 million in drugs in the "
        "first half of that year — 62 percent less than in the first half of 2019 — and just $98,000 between August and "
        "December.",
        "Mali bought rice for $2.1 million in May, 62 percent less than in May 2019 and only $98,000 in June.",
        # Both ways of all trade make no trade in some goods.
        "China-Mali trade in August 2023: $189.3 m. Chinese exports $165.9 m, imports $23.4 m.\n\nPharma. HS 30: $1.9 m in "
        "August vs $1.2 m in July.",
    ],
)
def test_figures_of_another_clause_or_of_other_goods_are_no_operands(text: str) -> None:
    assert accused(text) == []


def told_between(*texts: str) -> list[Verdict]:
    documents = [read_text(text, name=f"{n}.txt", published=date(2019, 6, 20 + n)) for n, text in enumerate(texts)]
    return [v for checked in tidewaiter.check(documents).checked for v in checked.verdicts if v.check == "documents"]


def test_one_line_of_goods_in_two_languages_is_one_line() -> None:
    text = "中国海关数据显示，2019年5月中国自阿曼进口原油{}万吨。"
    other = "China imported {} million tonnes of crude oil from Oman in May 2019, Chinese customs data showed."
    for verdict in told_between(text.format("287"), other.format("3.14")):
        assert "different width" not in verdict.reason
        assert verdict.outcome == "unchecked"


def test_narrower_goods_are_another_line() -> None:
    text = "China imported {} of {} from Oman in May 2019, Chinese customs data showed."
    found = told_between(text.format("2.87 million tonnes", "coal"), text.format("1.14 million tonnes", "coking coal"))
    assert found
    assert all("different width" in verdict.reason for verdict in found)


def test_what_a_figure_is_held_against_is_of_its_own_line_of_goods() -> None:
    whole = "China imported 2.87 million tonnes of coal from Oman in May 2019, Chinese customs data showed."
    part = "China imported 1.14 million tonnes of coking coal from Oman in May 2019, {} said."
    other = "Oman sold China 2.61 million tonnes of coal in May 2019, Oman's customs office said."
    found = told_between(other, whole, part.format("Chinese customs data"), part.format("China's customs"))
    assert "2.87 million tonnes" in found[0].reason


def test_the_books_of_two_countries_agree_by_chance() -> None:
    text = "Oman's exports to China were worth {} in May 2019, {} customs said."
    found = told_between(text.format("$10 million", "China's"), text.format("$14 million", "Oman's"))
    assert [verdict.outcome for verdict in found] == ["unchecked", "unchecked"]


def test_what_was_told_of_another_time_is_said_again() -> None:
    text = (
        "Oman's exports to Georgia rose 35 percent in the fourth quarter of 2018, and 53 percent in December 2018.\n\n"
        "The 35 percent rise was the strongest in three years."
    )
    assert not any("one of them must be wrong" in verdict.reason for verdict in verdicts(text))


def test_a_surplus_by_another_name_is_no_trade_both_ways() -> None:
    text = "2018年阿曼对格鲁吉亚出口12亿美元，自格鲁吉亚进口17亿美元。对格鲁吉亚来说，这意味着5亿美元的贸易盈余。"
    assert {verdict.outcome for verdict in verdicts(text) if verdict.check == "arithmetic"} == {"supported"}


def test_a_whole_is_not_surely_wrong_where_its_parts_may_all_be_in_another_scale() -> None:
    text = (
        "Mali's rice imports cost $1.6 billion in 2018.\n\n1. Oman: $739.2 billion (46.2% of Mali's total rice imports)\n"
        "2. Togo: $480 billion (30%)\n3. Chad: $160 billion (10%)"
    )
    blamed = [v for v in verdicts(text) if v.outcome == "contradicted"]
    assert {v.confidence for v in blamed} <= {"probable"}
    assert "$739.2 billion" in {v.claim.text for v in blamed}


@pytest.mark.parametrize(
    "text",
    [
        # What a fraction is of is not what moved.
        "Chad took in 3,100 tons of sugar in 2019, less than half of the 6,400 tons it had ordered and 38 percent down on "
        "the 5,000 tons of 2018.",
        # The total of a year before is held against the total, and not against the last part of it.
        "Oman's imports from Chad rose.\n\nIn the first half, trade amounted to $507 million. Exports made up $425 million "
        "of it, imports $82 million. A year earlier the total had been $530 million; the decline was 4.3 percent.",
        # A price of another time is none of this purchase.
        "Sesame, the main crop of Chad, fetched $54 million abroad for 72,000 tons, that is $750 a ton; last year a ton "
        "brought $725.",
        # A label that says that what it lists are balances; a quantity that is that of two years.
        "Note: Oman - Chad, chapters, 2018 vs 2017\n\n- Total: $24.8 m vs $19.2 m (+29.2%)\n- HS 31 (fertilisers): $14.4 m "
        "vs $12.0 m (+20%)\n\nImports: $8.2 m vs $10.4 m (-21.2%). Balance: +$16.6 m vs +$8.8 m.\n\nMemo: urea price "
        "averaged $480/t vs $400/t, so volume was flat at 30,000 t in both years.",
        # Millions of tons are written as metric tons are.
        "Oman cement brief\n\nExports of clinker: 3.0 mt (3.2 mt, -6.3%); of cement: 1.5 mt (1.3 mt, +15.4%). Total 4.5 mt "
        "in both years.\nValue: clinker $165 m ($55/t), cement $105 m ($70/t); total $270 m ($60/t on average).",
        # Of the group is of no total.
        "Oman sold Chad food for $33.6 million in March 2019.\n\nImports from Chad were $21.0 million.\n\nWithin food, "
        "dairy products fetched $8.4 million, a quarter of the group.",
        # What the next figure came from is no base of this one.
        "阿曼2019年出口尿素500万吨。\n\n平均价格由每吨220美元涨到300美元,出口额由11亿美元增至15亿美元,增长36%。",
        # What passed in a day is what grew, whatever money grew in the same years.
        "Oman and Chad\n\nDeliveries of oil averaged 30,000 barrels a day in 2010 and 40,000 in 2011, a third more.\n\nIn 2011 "
        "Oman's other exports to Chad reached $109 million, 81 percent above 2010's $60.25 million.",
        # What stands before a share of something else is its part.
        "Chad's garment exports: a note\n\nExports of garments were $210 million in July.\n\nImports of fabric, at $90 million, "
        "were 10 percent lower than the $100 million of June. Net export earnings were therefore $120 million, or 57 percent "
        "of gross exports.",
        # What has its own share beside it is no whole of the next.
        "乍得购买水泥240万吨,占40%;格鲁吉亚90万吨,占15%。",
    ],
)
def test_what_stands_nearby_in_notes_is_no_base_of_it(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # A change of two amounts that says what else it is against, or in what.
        "Fiji's imports from Peru were $701 million in 2019 and $630 million in 2020, a drop of 30 percent from the peak.",
        "Fiji's imports from Peru were $701 million in 2022 and $630 million in 2021, an increase of 30 percent in two years.",
        "Fiji imported goods worth $630 million in 2021 and $701 million in 2022, a rise of 6 percent in real terms.",
        # What is paid beside the price.
        "Fiji exported 500,000 sheep worth $60 million to Peru in 2023. The freight cost $12.50 a head in 2023.",
        "Fiji exported 500,000 tonnes of salt worth $60 million to Peru in 2023. The duty was $12.50 a tonne in 2023.",
        # Of some of the goods, and of a shorter time.
        "Fiji sold 2 million tonnes of grain in 2023. Peru bought 44 percent of the barley, or 88,000 tonnes.",
        "Fiji sold 2 million tonnes of wheat in 2023. In June 2023 Peru bought 44 percent of the cargoes, or 88,000 tonnes.",
    ],
)
def test_a_share_a_change_and_a_price_of_something_else(text: str) -> None:
    assert accused(text, date(2024, 5, 20)) == []

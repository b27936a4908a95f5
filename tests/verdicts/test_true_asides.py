"""True articles with figures beside one another that measure different things: nobody is accused, and wrong twins are."""

from __future__ import annotations

from datetime import date

from accusing import accusing

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.passages.earlier import is_earlier_level


def claims(text: str, published: date = date(2023, 4, 5)) -> dict[str, Claim]:
    return {claim.text: claim for claim in extract(read_text(text, name="a.txt", published=published))}


accused = accusing(date(2023, 4, 5))


def test_a_movement_of_so_much_to_so_much_is_no_range() -> None:
    text = "Peru's March figures showed a fall in the services surplus of $0.6 billion to $9.1 billion."
    assert {"$0.6 billion", "$9.1 billion"} <= set(claims(text))
    assert claims(text)["$0.6 billion"].direction == "decrease"
    assert "$400 million to $500 million" in claims("Peru expects a rise in exports of $400 million to $500 million.")


def test_a_misspelt_scale_is_still_one() -> None:
    assert accused("Peru's imports of maize rose by 702 percent to $27.22 milllion from $3.39 million.") == []


def test_a_part_of_everything_is_no_change() -> None:
    text = (
        "Peru sold $4.3 million of tea in October, up from $3.1 million in September, and {} of everything it exported."
    )
    assert claims(text.format("8%"))["8%"].measure == "share"
    assert accused(text.format("8%")) == []


def test_the_next_seller_to_an_unnamed_buyer_is_another() -> None:
    text = "7月从智利进口铜精矿62万吨，减少31%；从秘鲁2.9万吨，是去年同期0.18万吨的16倍。"
    assert claims(text)["2.9万吨"].sender == "PER"
    assert accused(text) == []


def test_part_of_it_is_no_part_told_before_it() -> None:
    text = (
        "In May alone garment exports fell 2.7 percent to $2.45 billion.\n\nOrders of $3.18 billion were put on hold in the "
        "spring, the mills say; 80 percent of it has since come back."
    )
    assert accused(text) == []
    wrong = (
        "Orders of $3.18 billion were put on hold in the spring; 80 percent of it, $2.45 billion, has since come back."
    )
    assert accused(wrong) != []


def test_the_same_amount_counted_otherwise_in_brackets_is_no_earlier_one() -> None:
    text = "Exports of flour from Peru in May 2022: {} t (grain equivalent {} t), +4%."
    assert accused(text.format("221,000", "276,000")) == []
    assert accused("Peru's flour exports: 221,000 t (2021: 276,000 t), +4%.") != []


def test_a_price_is_of_the_purchase_that_makes_it() -> None:
    text = (
        '페루는 매년 40만8천700t의 쌀을 의무 수입한다.\n\n농민 단체는 "밥쌀용은 4만t에 그친다"고 했다.\n\n'
        "지난해 의무수입에는 5천278억원이 들었다. t당 도입가는 평균 129만원이다."
    )
    assert accused(text) == []


def test_a_price_is_not_of_the_quantity_of_a_part() -> None:
    text = (
        '농민 단체는 "밥쌀용은 {}t에 그친다"고 했다.\n\n지난해 페루의 의무수입에는 5천278억원이 들었다. '
        "t당 도입가는 평균 129만원이다."
    )
    assert accused(text.format("4만")) == []


def test_what_a_balance_shrank_by_is_no_balance() -> None:
    text = (
        "Peru's June exports were $206.3 billion. June imports were $261.5 billion.\n\nThe June decrease reflected a "
        "decrease in the goods deficit of $0.8 billion to $75.1 billion and a decrease in the services surplus of "
        "$0.6 billion to $20.0 billion."
    )
    assert accused(text) == []


def test_what_is_the_most_since_then_is_no_base() -> None:
    text = "5월 페루의 대칠레 수출은 113억8천만달러로 7.6% {}, 2022년 10월(122억달러) 이후 19개월 만에 최대였다."
    assert accused(text.format("늘어")) == []
    text = "Peru's exports to Chile rose 7.6 percent to $11.38 billion, the most since October 2022 ($12.2 billion)."
    assert accused(text) == []


def test_shares_that_agree_are_of_one_whole_that_is_not_told() -> None:
    text = (
        "페루와 칠레의 교역액은 15억3,400만 달러였다.\n\n주요 수출 품목은 광물성 연료(4,970만 달러, 31.3%), "
        "철강(3,390만 달러, 21.3%), 광물(1,890만 달러, 11.9%) 순이었다."
    )
    assert accused(text) == []


def test_a_charge_in_percent_is_no_share() -> None:
    text = "Peru exported copper worth $56 million out of $380 million in all. Mines pay a 5 percent royalty."
    assert claims(text)["5 percent"].measure == "rate"
    assert claims("Exports fell after a 5 percent tax rise.")["5 percent"].measure != "rate"
    assert accused(text) == []


def test_a_dash_ends_what_a_percentage_is_below() -> None:
    text = "March was $2.26 billion, April 2020 $0.37 billion - the lowest ever, 85 percent below April 2019 - and May $1.23 billion."
    assert accused(f"Peru's garment exports collapsed. {text}") == []


def test_what_was_done_with_a_share_is_its_part() -> None:
    text = '페루는 올해 9월까지 쌀 31만5천t을 들여왔다.\n\n한 의원은 "소비량 370만t의 11%를 {}"고 했다.'
    assert accused(text.format("수입한다")) == []


def test_an_earlier_amount_with_its_own_later_one_is_no_base_of_another_paragraph() -> None:
    text = "问：肉类呢？\n答：猪肉314万吨，与去年同期329万吨相比降4.6%。\n\n问：粮食呢？\n答：谷物进口5106.6万吨，同比增1.5倍。"
    assert accused(text, date(2021, 10, 30)) == []


def test_an_answer_is_of_the_time_that_was_asked_about() -> None:
    text = (
        "Q. 1~2월 칠레의 대페루 교역액이 327만 달러라는데 맞나?\nA. 맞다. 수출 3만3천 달러, 수입 323만7천 달러를 더한 값이다.\n\n"
        "Q. 작년 같은 기간은?\nA. 2억800만 달러쯤이었다. 98.4% 감소다."
    )
    assert claims(text)["2억800만 달러"].period == "2022-01/2022-02"
    assert accused(text) == []


def test_what_a_multiple_is_of_sets_no_time_for_what_follows() -> None:
    text = (
        "智利自秘鲁进口香蕉1.67亿美元，占57%，是2021年（1140万）的{}15倍；对秘鲁出口中，大米1.6亿美元，豆油1.1亿美元。"
    )
    for hedge in ("近", "约", ""):
        found = claims(text.format(hedge))
        assert (found["1140万"].period, found["1140万"].sender) == ("2021", "PER")
        assert found["1.6亿美元"].period is None
        assert accused(text.format(hedge)) == []


def test_what_another_country_has_is_no_item_of_a_list() -> None:
    text = (
        "名义国民总收入40.9万亿韩元，相当于韩国（2443.3万亿韩元）的1.7%；人均158.9万韩元，"
        "相当于韩国（4724.8万韩元）的3.4%。"
    )
    assert accused(text) == []
    assert claims("地区生产总值3.1万亿元，外贸进出口2.2万亿元。")["3.1万亿元"].measure == "other"


def test_what_ran_per_month_is_no_amount_of_a_year() -> None:
    text = (
        "China's trade with North Korea came to $2.29 billion in 2023. Per month the 2023 data run from $133 million to "
        "$226 million."
    )
    assert accused(text, date(2024, 2, 1)) == []


def test_a_month_is_not_held_against_a_year_by_slots_alone() -> None:
    text = (
        "칠레와 페루의 10월 교역액이 1억9천242만달러로 집계됐다.\n\n올해 10월까지 누적 교역액은 18억2천430만달러가 됐다. "
        "누적 수입은 15억8천395만달러였다.\n\n2019년 연간 교역액(27억9천만달러)과 비교하면 10개월 동안 약 65% 수준을 회복했다."
    )
    assert accused(text, date(2023, 11, 18)) == []


def test_net_imports_are_no_whole() -> None:
    text = (
        "Net imports of masks came to 10.84 million pieces in January, including much from Peru. Chad imported 43.36 "
        "million masks from Peru in January."
    )
    assert accused(text) == []
    eastern = (
        "秘魯1月口罩進口量大於出口，淨進口達1084萬片，且進口多仰賴智利。總進口4650萬片，其中有4336萬片由智利進口。"
    )
    assert accused(eastern) == []


def test_a_third_in_digits_is_a_word() -> None:
    text = "5월 칠레의 대페루 수출액은 1억8천510만 달러로 작년 5월 5억1천60만 달러의 {} 수준이다."
    assert accused(text.format("3분의 1"), date(2022, 6, 20)) == []
    assert "5분의 1" in accused(text.format("5분의 1"), date(2022, 6, 20))


def test_more_than_all_that_a_limit_allows_is_no_share() -> None:
    limit = (
        "Deliveries of fuel to Chad came to 523,416 barrels in 2022, or 104.7 per cent of the annual limit of 500,000."
    )
    assert accused(limit) == []
    assert accused("In 2022 Mali took 104.7 per cent of Chad's exports.") == ["104.7 per cent"]


def test_a_list_of_some_goods_or_of_a_month_is_none_of_more() -> None:
    goods = (
        "Peru's exports were worth $94.5 billion in 2022.\n\nCopper led the way, and the mines of the south had a good "
        "year.\n\nAsparagus went mostly north in 2022. Canada bought $5.12 billion. Japan took $2.33 billion and other "
        "countries $2.00 billion."
    )
    assert accused(goods) == []
    month = (
        "Peru exported 25.3 million tonnes of zinc in 2022.\n\nIn January, Chile bought 1.51 million tonnes of zinc and "
        "other countries 1.02 million tonnes."
    )
    assert accused(month) == []


def test_currencies_that_were_near_par_are_not_mistaken_for_one_another() -> None:
    text = "In October 2022 Peru imported 18,600 tonnes of wheat for 7.068 million euros. The average price was $380 per tonne."
    assert accused(text) == []


def test_the_deficit_of_everyone_else_is_theirs() -> None:
    traded = "Chile exported $302 billion in May 2022 and imported $220 billion"
    assert accused(f"{traded}. For everyone else that meant a deficit of $82 billion.") == []
    assert accused(f"{traded}, which left a deficit of $82 billion.") == ["$82 billion"]


def test_letters_of_a_country_hold_nothing_against_anything() -> None:
    """The 比 of 比利时 compares nothing, and the one of 比7月 does."""
    for lead, before in (("对比利时的", False), ("占比约", False), ("比7月的", True), ("较上月的", True)):
        text = f"加蓬出口木材{lead}2600万美元。"
        assert is_earlier_level(text, 0, text.index("2600")) is before

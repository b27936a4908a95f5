"""True digests of the trade of several countries: what one item tells is held against no other, and wrong twins are."""

from __future__ import annotations

from datetime import date

from accusing import accusing

accused = accusing(date(2024, 4, 18))


def test_a_share_of_all_that_was_sold_is_of_no_smaller_sale_to_one_buyer() -> None:
    text = (
        "Kenya's imports from Chad were worth 5.2 billion shillings ($39.5 million) in 2023, a drop of 12 percent from 5.9 "
        "billion shillings.\n\nSesame was Chad's top export, at $121 million or nearly a fifth of the total; cattle brought "
        "$98 million, gum $43 million, hides $29 million."
    )
    assert accused(text) == []
    assert accused(f"In 2023 Chad's exports came to $0.62 billion.\n\n{text}") == []


def test_a_price_is_of_the_quantity_that_was_paid_for() -> None:
    text = (
        "By value the imports of sugar rose from $2.6 million to $6.1 million, as a ton cost $158 after $236.\n\nAbout a "
        "third of the sugar (11,900 tons) came by river, ship trackers say, and the rest by rail.\n\nSesame: traders shipped "
        "84,000 tonnes in the season, 61,000 by rail and the remaining quarter by truck, and earned $121.8 million ({})."
    )
    assert accused(text.format("$1,450 per tonne")) == []
    assert accused("Chad shipped 84,000 tonnes of sesame in 2023, and earned $121.8 million ($14,500 a tonne).") != []


def test_what_is_not_among_some_goods_is_no_share_of_them() -> None:
    text = (
        "품목별 수출은 모피·가발(HS 67)이 1억6천740만 달러로 51.4%를 차지했고, 광물(HS 26)이 3천160만 달러(9.7%)로 뒤를 "
        "이었다.\n\n수입은 광물유가 17.9%로 가장 많았고, 종이·의류, 플라스틱 순이었다."
    )
    assert accused(text) == []


def test_how_much_one_count_is_above_another_is_no_step_in_time() -> None:
    text = (
        "Exports of food from Togo to Ghana came to $34.2 million in 2023, up 4.3 percent from $32.8 million in 2022.\n\nCars "
        "were sold for $9.1 million, four times the $2.3 million of 2022, though those are not contained in the $34.2 "
        "million.\n\nThat is 3 percent more than the {} for that year."
    )
    for count in ("chamber's number", "bank's own estimate", "customs value"):
        assert accused(text.format(count)) == []
    beside = "Togo sold Ghana fish worth $330 million in 2023. That is {} percent less than the bank's estimate of $344 million."
    assert accused(beside.format(4)) == []
    assert accused(beside.format(14)) != []


def test_a_share_beside_another_is_of_no_whole_of_another_item() -> None:
    text = (
        "▲페루=러시아 연해주 당국은 1분기 대페루 수출이 890만 달러로 전년 동기 60만 달러보다 15배 가까이 늘었다고 밝혔다.\n\n"
        "품목별 수출은 모피·직물(HS 43)이 1억6천740만 달러로 51.4%를 차지했고, 구리(HS 26)가 3천160만 달러(9.7%)로 뒤를 이었다."
    )
    assert accused(text) == []


def test_what_one_country_records_is_no_whole_of_what_it_bought_from_others() -> None:
    text = (
        "Peru recorded jade imports of $61 million in 2023.\n\nChad's foreign trade has shrunk to a shadow.\n\nEgypt comes "
        "second with $362 million, followed by Jordan with $98 million and Kenya with $71 million. Peru's customs record $359 "
        "million in sales, 15.9 percent less than in 2022 ($427 million), and only $1.4 million in purchases."
    )
    assert accused(text) == []


unaided = accusing(None)


def test_what_one_was_paid_for_is_no_level_of_what_all_of_them_were() -> None:
    text = (
        "Customs data put Kenya's imports of rugs, carpets and mats (HS 5702) from Chad at 1,680 tons and {} in 2023. Mats, "
        "at $820 per kilogram, made up only 31 tons but $25.4 million; rugs proper, 1,649 tons and $141.6 million, averaged "
        "$85.87.\n\nIn 2019 rugs earned $31.1 million, less than one fifth of last year's figure.\n\nTrade weekly, 3 May 2024"
    )
    assert unaided(text.format("$167 million")) == []


def test_what_is_weighed_without_a_word_of_trade_is_not_all_goods() -> None:
    text = (
        "18일 중국 해관총서에 따르면 3월 중·미얀마 교역액은 2억820만 달러로 1년 전보다 32.4% 증가했다.\n\n쌀 수입은 1만4천200t으로 t당 "
        "452달러였다.\n\n2023년 중국이 미얀마에서 수입한 우산(HS 6601)은 1천680t, 1억6천700만 달러였다.\n\n모두 다시 팔렸다면 "
        "차액은 6천210만 달러다.\n\n월별로는 8월이 191t으로 가장 많았고 12월은 118t으로 3월(109t) 이후 가장 적었다."
    )
    assert unaided(text) == []

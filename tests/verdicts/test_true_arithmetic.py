"""True texts whose own figures must accuse nobody."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check


@pytest.mark.parametrize(
    "text",
    [
        # A headline that leaves off the last digits says no tenth of the whole, whoever bought that much.
        "작년 화장품 수출 62억 달러 '사상 최대'\n\n지난해 국내 화장품 수출액이 전년보다 12.5% 증가한 62억7900만 달러로 집계됐다."
        "\n\n10일 관세청에 따르면 국가별로는 중국이 11억2000만 달러로 가장 많았고 미국(6억2000만 달러), 태국(3억9000만 달러) "
        "순이었다.",
        # The step ends with its clause: what stands behind "while" is no level that it led to.
        "Tunis, 3 April 2021. Imports were $300 million in March, up 12 percent from $268 million, while exports stood "
        "at $342 million.",
        # Items of one list after "among them" or "其中" are in what stands before it, and not in each other.
        "Hanoi, 5 August 2020. In 2019 Vietnam exported goods worth $92.3 billion, among them machinery for $4.5 billion, "
        "computers for $8.7 billion and phones for $7.7 billion.",
        "据越南统计总局数据,2019年越南出口货物923亿美元,其中机械设备45亿美元,计算机87亿美元,鞋70亿美元。",
        "据越南统计总局数据,2019年越南出口货物923亿美元,其中计算机87亿美元;机械设备45亿美元;鞋70亿美元。",
        # A whole percentage may be the next one up: 124.41 of 1,213.7 is 10.3 percent.
        "Colombo, 27 September 2020. Sri Lanka's exports were worth $1,213.7 million in August 2020. Exports of tea, which "
        "made up 11% of all exports, came to $124.41 million.",
        # A percentage right behind tonnes is theirs, and not of the step in money that follows.
        "Lima, 5 May 2021. Peru shipped 4,120 tonnes of asparagus to Spain in 2020, 1.8 percent less than in 2019, for "
        "$9.8 million in all, down from $10.9 million.",
        # "Of it" is of the amount before it in the sentence, and of none in the sentence before.
        "Hanoi, 5 May 2021. Vietnam bought 300 cars for $1.7 million. Of the $190 million in trade, $165 million was "
        "rice, $40 million of it to Manila.",
        # … or of all that was listed before.
        "Lima, 5 May 2021. Peru exported copper worth $410 million in April, gold worth $350 million and zinc worth $90 "
        "million. Exports to China and Japan made up $500 million of it.",
        # The whole of a part in a table stands in its own column, and not in the row above.
        "Trade of Chile\n\n5 May 2021\n\n              2019    2020\nTotal         500.0   620.0\n"
        "of which food  80.0    70.0\nof which fuel 210.0   330.0\n",
        # What a dollar costs is no trade.
        "Delhi, 5 May 2021. India's exports to Bhutan were $1.14 billion in 2020, at an average rate of Rs 83.3 to the "
        "dollar. Petroleum products led with Rs 2,375 crore. Imports from Bhutan came to Rs 3,100 crore.",
    ],
)
def test_nobody_is_called_wrong(text: str) -> None:
    document = read_text(text, name="true.txt", published=date(2021, 5, 5))
    (found,) = check([(document, tuple(extract(document)))])
    assert [v.reason for v in found.verdicts if v.outcome == "contradicted"] == []

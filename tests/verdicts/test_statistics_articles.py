"""Whole articles, read and held against the embedded book: the true ones unharmed, the slips in others found."""

from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.ledger.store import open_ledger
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

LEDGER = open_ledger(None)


def verdicts(text: str, day: date | None) -> list[Verdict]:
    document = read_text(text, name="article.txt", published=day)
    return against_ledger(document, extract(document), LEDGER)


TRUE = {
    "a month with all its comparisons": (
        date(2022, 8, 22),
        """China exported $59.74 million of goods to North Korea in July, up from $19.05 million in June, Chinese customs data showed on Saturday. A year earlier exports stood at $16.8 million.

North Korea imported 1.23 million masks from China in July after 17,000 in June and none in May, taking total imports this year to more than 11.93 million. It also bought 15,000 pairs of rubber gloves in July, compared with none in the previous two months.

The masks were worth $44,307. Freight trains between Dandong and Sinuiju had been suspended since April 29.

In the first four months of 2022, it had purchased more than 10.6 million masks, nearly 95,000 thermometers and 1,000 non-invasive ventilators. Exports had tumbled to $14.51 million in May from $98.1 million in April when trains stopped.""",
    ),
    "two-way trade and each way": (
        date(2023, 11, 19),
        """Trade between North Korea and China fell in October from the previous month, customs data showed Saturday.

Bilateral trade came to US$192.42 million last month, down from $216.53 million in September, according to the General Administration of Customs of China. A year earlier the tally was $153.9 million.

North Korea's exports to China came to $24.82 million, while its imports stood at $167.6 million. In September exports were $27.8 million.

For the first 10 months of this year, two-way trade soared 139 percent on-year to $1.82 billion, of which the North's imports accounted for $1.58 billion. For all of 2022 the figure was $1.03 billion, and in 2019, before the border was closed, it was $2.79 billion.""",
    ),
    "other definitions beside customs": (
        None,
        """North Korea's trade with China shrank 80.7 percent in 2020 to $539 million, as Pyongyang sealed its borders.

Exports from China dropped to $491 million from $2.57 billion in 2019, and imports from the North to $48 million. In October 2020, China shipped goods worth just $253,000, down 99 percent from the month before. In November two-way trade was a mere $1.27 million.

KOTRA, South Korea's trade agency, put the North's total trade in 2020 at $863 million, including oil that Beijing does not record, 88 percent of it with China, or $761 million.

Trade had briefly recovered to $96.8 million in June 2020 from $63.3 million in May and $24 million in April. The Liaoning provincial customs said shipments through Dandong fell to $5 million in September 2020.""",
    ),
    "years beside each other": (
        None,
        """China's exports to North Korea more than tripled in 2022 to $894 million from $260.2 million the year before, data from Chinese customs showed on January 18, 2023, yet stayed below the $2.57 billion of 2019.

Imports from North Korea more than doubled to $134 million. December exports were $81.3 million, down from $107.4 million in November and $132.43 million in October. In August they were $71.54 million; in September, $90.07 million.

Crude oil is not in the tables; analysts estimate it at 500,000 tonnes a year, worth $300 million. Trade in goods and services together would be about $1.4 billion.""",
    ),
    "goods that are parts": (
        date(2023, 7, 20),
        """China's June exports to North Korea fell 6.6% month-on-month to $154.7 million, against $165.63 million in May and $165.78 million in April, according to customs data released on Thursday. Shipments were 8.1 times those of June 2022, when they came to $19.05 million.

Human hair and wool for wigs ($11.7 million), diammonium phosphate ($9.3 million) and rice ($7.1 million) were the top goods. The North sent back $25 million of goods. From January to June China sold $950 million worth of goods to the North, against $303.6 million a year before.""",
    ),
    "exports that are whose": (
        date(2021, 4, 28),
        """In March 2020 China's exports to North Korea dropped to $17.3 million and North Korea's sales to China to $616,000. In the first two months of that year they were $198 million and $10 million; bilateral trade in the first quarter reached $231 million, down by more than half. In June exports bounced back to $87.7 million, and fell to $65.9 million in July, $18.9 million in September and $0.25 million in October.

In January and February 2021 China sold only $33,000 of goods, of which $3,000 in February, before $12.98 million in March 2021. It bought $1.75 million in February and $1.31 million in March. The border had been shut in January 2020, when all trade was suspended.""",
    ),
    "a column that rounds": (
        date(2022, 7, 1),
        """Last month's freeze was sudden. Having bought almost $100 million of Chinese goods in April, North Korea took barely $15 million in May, roughly a seventh. Two-way trade dropped to about $20 million from just over $100 million. No vaccines came at all, though some $300,000 worth had arrived in February.""",
    ),
    "to one figure from another": (
        date(2022, 6, 25),
        """China's shipments to North Korea fell 85.2% in May from April, to $14.51 million from $98.1 million, customs figures show. In April they had risen 241% from a year earlier to $98.1 million from $28.75 million. Imports from the North were $5.8 million in May and $4.25 million in April.""",
    ),
    "Korean": (
        date(2023, 6, 20),
        """지난달 북중 교역액이 1억8천957만 달러로 전달(1억9천942만 달러)보다 4.9% 줄었다고 중국 해관총서가 밝혔다. 북한의 대중 수입은 1억6천563만 달러, 수출은 2천394만 달러였다. 올해 1~5월 누적 교역액은 8억7천418만 달러로 집계됐다.""",
    ),
    "Chinese": (
        date(2022, 6, 21),
        """据中国海关总署数据，今年5月中国对朝鲜出口1451万美元，较4月的9810万美元下降85.2%。两国5月贸易总额为2031万美元。""",
    ),
}

WRONG = {
    "a scale word": (
        date(2022, 6, 25),
        "China's exports to North Korea fell to $14.51 billion in May 2022 from $98.1 million in April, customs data showed.",
        "$14.51 billion",
        "billion_for_million",
    ),
    "a moved point": (
        date(2022, 6, 25),
        "Customs data showed that China's exports to North Korea fell to $1.451 million in May 2022.",
        "$1.451 million",
        "factor_10",
    ),
    "the other way": (
        date(2022, 6, 25),
        "Customs data showed that China's imports from North Korea came to $98.1 million in April 2022.",
        "$98.1 million",
        "exports_imports_swapped",
    ),
    "last year's": (
        date(2022, 6, 25),
        "Customs data showed that China's exports to North Korea came to $28.75 million in April 2022.",
        "$28.75 million",
        "previous_year_figure",
    ),
    "more than everything": (
        date(2022, 6, 25),
        "Customs data showed that China exported $846.6 million of wheat flour to North Korea in May 2022.",
        "$846.6 million",
        "million_for_thousand",
    ),
    "digits in another order": (
        date(2021, 10, 20),
        "Customs data showed that trade between North Korea and China came to $96.9 million in September 2021.",
        "$96.9 million",
        "digits_transposed",
    ),
    "no slip to be named": (
        date(2023, 6, 20),
        "Customs data showed that trade between North Korea and China came to $120.4 million in May 2023.",
        "$120.4 million",
        None,
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_true_article_is_not_accused(name: str) -> None:
    day, text = TRUE[name]
    found = verdicts(text, day)
    assert [v.reason for v in found if v.outcome == "contradicted"] == []


def test_true_articles_are_mostly_borne_out() -> None:
    found = [verdict for day, text in TRUE.values() for verdict in verdicts(text, day)]
    borne_out = [verdict for verdict in found if verdict.outcome in ("supported", "loose")]
    # Many figures are of goods and months that the book does not have.
    assert len(borne_out) >= 0.5 * len(found)


@pytest.mark.parametrize("name", WRONG)
def test_a_slip_in_an_article_is_found(name: str) -> None:
    day, text, figure, slip = WRONG[name]
    (found,) = [verdict for verdict in verdicts(text, day) if verdict.claim.text == figure]
    assert found.outcome == "contradicted", found.reason
    assert found.slip == slip

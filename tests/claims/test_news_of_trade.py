"""How news outlets and trade press tell of trade: each text with every claim it makes, whole."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def row(claim: Claim) -> str:
    ends = f"{claim.sender or ''}>{claim.receiver or ''}" if claim.sender or claim.receiver else ""
    moved = "" if claim.direction == "none" and claim.comparison == "none" else f" {claim.direction} {claim.comparison}"
    return " | ".join(
        [
            claim.text, f"{claim.unit} {claim.measure}{moved}", claim.period or "-",
            ends or "+".join(sorted(claim.partners)) or "-", claim.product or "-",
        ]
    )  # fmt: skip


def read(text: str) -> list[str]:
    return [row(claim) for claim in extract(read_text(text, name="a", published=date(2024, 6, 20)))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Sesame exports rose 9 percent in May, the Kenya National Bureau of Statistics said.",
            ["9 percent | percent change increase none | 2024-05 | KEN> | Sesame"],
        ),
        (
            "Kenya exported 24,300 tonnes of tea in 2023. Revenue from it fell to $70.2 million.",
            [
                "24,300 tonnes | tonnes trade_quantity | 2023 | KEN> | tea",
                "$70.2 million | USD trade_value decrease yoy | 2023 | KEN> | tea",
            ],
        ),
        (
            "Overall merchandise exports of Kenya stood at $6.4 billion in 2023, so tea's share was 21.3%.",
            [
                "$6.4 billion | USD trade_value | 2023 | KEN> | all goods",
                "21.3% | percent share | 2023 | KEN> | tea",
            ],
        ),
        (
            "Kenya's exports were $6.4 billion in 2023, so that the country's share was 0.4%.",
            [
                "$6.4 billion | USD trade_value | 2023 | KEN> | all goods",
                "0.4% | percent share | 2023 | KEN> | all goods",
            ],
        ),
        (
            "Kenya exported 24,300 tonnes of tea in 2023. Customs revenue was $70.2 million.",
            ["24,300 tonnes | tonnes trade_quantity | 2023 | KEN> | tea", "$70.2 million | USD other | - | - | -"],
        ),
        (
            "Garment exports were $9 million in May, the Bangladesh Export Promotion Bureau said. Imports from India of"
            " cotton came to $3 million.",
            [
                "$9 million | USD trade_value | 2024-05 | BGD> | Garment",
                "$3 million | USD trade_value | 2024-05 | IND>BGD | cotton",
            ],
        ),
        (
            "Cashew exports were $7 million in May, the Vietnam Cashew Promotion Board said. To Peru, $1 million went.",
            [
                "$7 million | USD trade_value | 2024-05 | VNM> | Cashew",
                "$1 million | USD trade_value | 2024-05 | VNM>PER | Cashew",
            ],
        ),
    ],
)
def test_the_office_that_tells_of_it_says_whose_trade_it_is(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("the first nine months (July-March) 2022-23", "2022-07/2023-03"),
        ("the first half (July-December) of 2022-23", "2022-07/2022-12"),
        ("the first eight months (July-Feb) FY23", "2022-07/2023-02"),
        ("8MFY23", "2022-07/2023-02"),
        ("1HFY23", "2022-07/2022-12"),
        ("3QFY23", "2023-01/2023-03"),
        ("5M23", "2023-01/2023-05"),
        ("9M 2023", "2023-01/2023-09"),
        ("1H24", "2024-01/2024-06"),
        ("3Q23", "2023-07/2023-09"),
    ],
)
def test_short_names_of_months_of_a_year(told: str, period: str) -> None:
    assert [c.period for c in extract(read_text(
        f"Pakistan's rice exports came to $2 billion in {told}.", name="a", published=date(2024, 6, 20)
    ))] == [period]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Peru's foreign trade reached 62 million tons in May, of which over 46 million tons were related to exports and"
            " about 16 million tons were imported goods.",
            [
                "62 million tons | tonnes trade_quantity | 2024-05 | PER | all goods",
                "46 million tons | tonnes trade_quantity | 2024-05 | PER> | all goods",
                "16 million tons | tonnes trade_quantity | 2024-05 | >PER | all goods",
            ],
        ),
        (
            "Ghana's foreign trade came to 20 million tonnes in May; 12 million tonnes were imports and nearly 8 million"
            " tonnes exports.",
            [
                "20 million tonnes | tonnes trade_quantity | 2024-05 | GHA | all goods",
                "12 million tonnes | tonnes trade_quantity | 2024-05 | >GHA | all goods",
                "8 million tonnes | tonnes trade_quantity | 2024-05 | GHA> | all goods",
            ],
        ),
        (
            "Uganda earned $32 million from the export of 9,400 tons of tea in May.",
            [
                "$32 million | USD trade_value | 2024-05 | UGA> | tea",
                "9,400 tons | tonnes trade_quantity | 2024-05 | UGA> | tea",
            ],
        ),
        (
            "Mali bought 23 tonnes of tea from Chad in May, down 80% from 115 tonnes in April, which was itself up 12% from"
            " March.",
            [
                "23 tonnes | tonnes trade_quantity | 2024-05 | TCD>MLI | tea",
                "80% | percent change decrease mom | 2024-05 | TCD>MLI | tea",
                "115 tonnes | tonnes trade_quantity | 2024-04 | TCD>MLI | tea",
                "12% | percent change increase mom | 2024-04 | TCD>MLI | tea",
            ],
        ),
        (
            "Mali's imports of tea from Chad fell in May, with those from Niger slightly higher at 180 tonnes.",
            ["180 tonnes | tonnes trade_quantity increase vs_period | 2024-05 | NER>MLI | tea"],
        ),
        (
            "Mali's exports to Chad reached $232,487,283 in 2023, almost 35 million more than exports in 2022.",
            [
                "$232,487,283 | USD trade_value | 2023 | MLI>TCD | all goods",
                "35 million | USD change increase yoy | 2023 | MLI>TCD | all goods",
            ],
        ),
        (
            "Kenya exported 86, 288 tons of tea in May. On May 12, 380 tons went to Mali.",
            [
                "86, 288 tons | tonnes trade_quantity | 2024-05 | KEN> | tea",
                "380 tons | tonnes trade_quantity | 2024-05 | KEN>MLI | tea",
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_sentence_says_of_each_of_its_figures(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # Goods of a clause that goes on with the trade of the one before.
        (
            "Chad's imports of cement from Mali rose 8 percent to $5 million in May, and fish and fish meal dropped 3"
            " percent to $2 million.",
            [
                "8 percent | percent change increase none | 2024-05 | MLI>TCD | cement",
                "$5 million | USD trade_value increase vs_period | 2024-05 | MLI>TCD | cement",
                "3 percent | percent change decrease none | 2024-05 | MLI>TCD | fish and fish meal",
                "$2 million | USD trade_value decrease vs_period | 2024-05 | MLI>TCD | fish and fish meal",
            ],
        ),
        (
            "Chad's imports of cement fell 8 percent in May, while the average price rose 3 percent.",
            [
                "8 percent | percent change decrease none | 2024-05 | >TCD | cement",
                "3 percent | percent change increase none | 2024-05 | >TCD | cement",
            ],
        ),
        # Whose goods went where, and what is called after where it came from.
        (
            "Peru ran a deficit with India in May as Indian textiles shipped to Peru surged 60 percent.",
            ["60 percent | percent change increase none | 2024-05 | IND>PER | textiles"],
        ),
        (
            "Peru spent $15 million on Indian imports in May, $6 million more than in April.",
            [
                "$15 million | USD trade_value | 2024-05 | IND>PER | all goods",
                "$6 million | USD change increase mom | 2024-05 | IND>PER | all goods",
            ],
        ),
        (
            "Ghana's power supply to Togo rose 4 percent in May.",
            ["4 percent | percent change increase none | 2024-05 | GHA>TGO | power"],
        ),
        # What a list leaves out.
        (
            "Peru's imports of rice from India and Chile reached $4.14 and $4.27 million, respectively, in May.",
            [
                "$4.14 | USD trade_value | 2024-05 | IND>PER | rice",
                "$4.27 million | USD trade_value | 2024-05 | CHL>PER | rice",
            ],
        ),
        (
            "Peru's imports of rice from India and Chile fell by 29% to 290 tons and by 7% to 281 tons, respectively.",
            [
                "29% | percent change decrease none | - | IND>PER | rice",
                "290 tons | tonnes trade_quantity decrease vs_period | - | IND>PER | rice",
                "7% | percent change decrease none | - | CHL>PER | rice",
                "281 tons | tonnes trade_quantity decrease vs_period | - | CHL>PER | rice",
            ],
        ),
        (
            "Tea, coffee and flowers accounted for 15.1%, 11.9% and 11.8% of the total value of Kenya's exports in May,"
            " respectively.",
            [
                "15.1% | percent share | 2024-05 | KEN> | Tea",
                "11.9% | percent share | 2024-05 | KEN> | coffee",
                "11.8% | percent share | 2024-05 | KEN> | flowers",
            ],
        ),
        # Times that only set the scene.
        (
            "Earlier this year, Mali's ambassador to Peru said that bilateral trade had hit $11 million.",
            ["$11 million | USD trade_value | - | MLI+PER | all goods"],
        ),
        (
            "Chad's exports to Mali were $9 million in May. After April's record, exports of gum fell to $3 million.",
            [
                "$9 million | USD trade_value | 2024-05 | TCD>MLI | all goods",
                "$3 million | USD trade_value decrease vs_period | 2024-05 | TCD>MLI | gum",
            ],
        ),
        # A fiscal year so far.
        (
            "Pakistan's exports to Oman rose 9 percent in the first five months of the fiscal year 2023-24 from the same"
            " period of last year.\n\nIn the first five months of this year, exports to Mali fell to $3 million from $4"
            " million.",
            [
                "9 percent | percent change increase ytd_yoy | 2023-07/2023-11 | PAK>OMN | all goods",
                "$3 million | USD trade_value decrease yoy | 2023-07/2023-11 | PAK>MLI | all goods",
                "$4 million | USD trade_value | 2022-07/2022-11 | PAK>MLI | all goods",
            ],
        ),
        (
            "Nepal's exports to Bhutan as of 5 May in this fiscal year hit $5 million. This time last year, they were $4"
            " million.",
            [
                "$5 million | USD trade_value | 2023-07-16/2024-05-05 | NPL>BTN | all goods",
                "$4 million | USD trade_value | 2022-07-16/2023-05-05 | NPL>BTN | all goods",
            ],
        ),
        # A place is no goods.
        (
            "Muse topped the list of border gates in Myanmar's trade with $3 million in May, followed by Myawady with $2"
            " million.",
            [
                "$3 million | USD trade_value | 2024-05 | MMR | all goods",
                "$2 million | USD trade_value | 2024-05 | MMR | all goods",
            ],
        ),
    ],
)
def test_what_news_leaves_to_the_reader(text: str, rows: list[str]) -> None:
    assert read(text) == rows


def test_a_list_of_money_lends_its_scale() -> None:
    text = "Peru's imports of rice from India and Chile reached $4.14 and $4.27 million, respectively, in May."
    values = [claim.value for claim in extract(read_text(text, name="a", published=date(2024, 6, 20)))]
    assert values == [4_140_000, 4_270_000]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # What money is worth in other money is no claim.
        (
            "Mali's exports reached 7.3 trillion yen in May ($1 = 109.00 yen).",
            ["7.3 trillion yen | JPY trade_value | 2024-05 | MLI> | all goods"],
        ),
        # A change told twice is no range, and has one base.
        (
            "Mali's tea exports in May rose by 15 percent or 24 million U.S. dollars to 86 million U.S. dollars compared"
            " to the previous month.",
            [
                "15 percent | percent change increase mom | 2024-05 | MLI> | tea",
                "24 million U.S. dollars | USD change increase mom | 2024-05 | MLI> | tea",
                "86 million U.S. dollars | USD trade_value increase mom | 2024-05 | MLI> | tea",
            ],
        ),
        (
            "Mali's exports fell by $870 million or 17.2 percent year-on-year in May.",
            [
                "$870 million | USD change decrease yoy | 2024-05 | MLI> | all goods",
                "17.2 percent | percent change decrease yoy | 2024-05 | MLI> | all goods",
            ],
        ),
        (
            "Mali's trade reached $62 million in 2023, which is more by $12 million or 23 percent year-on-year.",
            [
                "$62 million | USD trade_value | 2023 | MLI | all goods",
                "$12 million | USD change increase yoy | 2023 | MLI | all goods",
                "23 percent | percent change increase yoy | 2023 | MLI | all goods",
            ],
        ),
        (
            "Mali's tea exports grew at a steady rate of 6.3 percent in May.",
            ["6.3 percent | percent change increase none | 2024-05 | MLI> | tea"],
        ),
        (
            "Mali's tea exports in May were 61 percent of those in April.",
            ["61 percent | percent ratio none mom | 2024-05 | MLI> | tea"],
        ),
        # Goods called for short, and what belongs to them.
        (
            "Mali's crude palm oil (CPO) exports rose 4 percent in May. Liquefied natural gas (LNG) imports fell 5 percent.",
            [
                "4 percent | percent change increase none | 2024-05 | MLI> | crude palm oil",
                "5 percent | percent change decrease none | 2024-05 | >MLI | Liquefied natural gas",
            ],
        ),
        (
            "Mali's exports of palm oil and its derivatives in May rose to 3 million tons, due to the rise in the exports of"
            " soap.",
            ["3 million tons | tonnes trade_quantity increase vs_period | 2024-05 | MLI> | palm oil"],
        ),
        (
            "Mali's total exports were $6 million in May. Car exports to Peru spurred growth. Imports fell 13 percent.",
            [
                "$6 million | USD trade_value | 2024-05 | MLI> | all goods",
                "13 percent | percent change decrease none | 2024-05 | >MLI | all goods",
            ],
        ),
        # Where a part of a trade went, and whose trade something adds to.
        (
            "In May 62% of Mali's exports were accounted for by Chad, while 20% were attributed to Peru.",
            [
                "62% | percent share | 2024-05 | MLI>TCD | all goods",
                "20% | percent share | 2024-05 | MLI>PER | all goods",
            ],
        ),
        (
            "The export value of tea in May contributed 13 percent to Mali's national export value.",
            ["13 percent | percent share | 2024-05 | MLI> | tea"],
        ),
        (
            "In terms of Mali's imports in May, Peru led with $4 million, followed by Chad with $3 million.",
            [
                "$4 million | USD trade_value | 2024-05 | PER>MLI | all goods",
                "$3 million | USD trade_value | 2024-05 | TCD>MLI | all goods",
            ],
        ),
        (
            "Mali's rice imports from Peru fell 6 percent in May while shipments from Chad, its top supplier, rose 3 percent.",
            [
                "6 percent | percent change decrease none | 2024-05 | PER>MLI | rice",
                "3 percent | percent change increase none | 2024-05 | TCD>MLI | rice",
            ],
        ),
        ("Peru, Chad and Chile rank from 4 to 6 as destinations for Mali's tea.", []),
        # The ends of a stretch of time.
        (
            "Mali's exports to Peru dipped from $5 million to $4 million between April and May 2024. Exports to Chad jumped"
            " from $3 million to $4 million over the same period.",
            [
                "$5 million | USD trade_value | 2024-04 | MLI>PER | all goods",
                "$4 million | USD trade_value decrease mom | 2024-05 | MLI>PER | all goods",
                "$3 million | USD trade_value | 2024-04 | MLI>TCD | all goods",
                "$4 million | USD trade_value increase mom | 2024-05 | MLI>TCD | all goods",
            ],
        ),
        (
            "Mali's trade in the first five months of the year rose 18 percent year on year.\n\nExports increased by 8 percent"
            " compared to the same month of the previous year.",
            [
                "18 percent | percent change increase ytd_yoy | 2024-01/2024-05 | MLI | all goods",
                "8 percent | percent change increase yoy | 2024-05 | MLI> | all goods",
            ],
        ),
        # What a change in two measures is held against, and an amount said again in other money.
        (
            "Mali exported 900 tonnes of tea in May, a 12 percent drop in volume and an 8 percent drop in value compared to"
            " the same month last year.",
            [
                "900 tonnes | tonnes trade_quantity | 2024-05 | MLI> | tea",
                "12 percent | percent change decrease yoy | 2024-05 | MLI> | tea",
                "8 percent | percent change decrease yoy | 2024-05 | MLI> | tea",
            ],
        ),
        (
            "Mali's tea exports fell 9% in April from a year earlier to 30 million yuan ($4 million).",
            [
                "9% | percent change decrease yoy | 2024-04 | MLI> | tea",
                "30 million yuan | CNY trade_value decrease yoy | 2024-04 | MLI> | tea",
                "$4 million | USD trade_value decrease yoy | 2024-04 | MLI> | tea",
            ],
        ),
        (
            "Mali, the world's number 1 exporter of tea, sold 60 tonnes of gum fetching $7 million in 2023.",
            [
                "60 tonnes | tonnes trade_quantity | 2023 | MLI> | gum",
                "$7 million | USD trade_value | 2023 | MLI> | gum",
            ],
        ),
        # A stretch of time that ends this year.
        (
            "Mali sold 60 tonnes of gum between November 1 2022 and March 9 this year at a cost of $7 million. It sold 5 tonnes"
            " of tea between November 2022 and March this year.",
            [
                "60 tonnes | tonnes trade_quantity | 2022-11-01/2024-03-09 | MLI> | gum",
                "$7 million | USD trade_value | 2022-11-01/2024-03-09 | MLI> | gum",
                "5 tonnes | tonnes trade_quantity | 2022-11/2024-03 | MLI> | tea",
            ],
        ),
        # Goods told as a reason, goods called in passing, dashes as typewriters have them.
        (
            "Mali's exports rose 4 percent in May on the back of strong orders for shoes.\n\nImports fell 3 percent to $3"
            " billion. Outbound shipments of shoes, a key export item, rose 12 percent. Those of garden furniture doubled."
            "\n\nBy country, exports to Chad -- Mali's largest trading partner -- gained 9 percent.",
            [
                "4 percent | percent change increase none | 2024-05 | MLI> | all goods",
                "3 percent | percent change decrease none | 2024-05 | >MLI | all goods",
                "$3 billion | USD trade_value decrease vs_period | 2024-05 | >MLI | all goods",
                "12 percent | percent change increase none | 2024-05 | MLI> | shoes",
                "doubled | times change increase none | 2024-05 | MLI> | garden furniture",
                "9 percent | percent change increase none | 2024-05 | MLI>TCD | all goods",
            ],
        ),
        # What a lot was worth brings its time; "the months of" belongs to the months.
        (
            "In the months of April and May 2024, Mali sold 30 tonnes of tea valuing $7 million as against 40 tonnes costing"
            " $8 million of the same period of last year.",
            [
                "30 tonnes | tonnes trade_quantity | 2024-04/2024-05 | MLI> | tea",
                "$7 million | USD trade_value | 2024-04/2024-05 | MLI> | tea",
                "40 tonnes | tonnes trade_quantity | 2023-04/2023-05 | MLI> | tea",
                "$8 million | USD trade_value | 2023-04/2023-05 | MLI> | tea",
            ],
        ),
        # Parts of what all the world trades are of whoever has them, with everybody.
        (
            "Mali's purchases of potash from Chad rose in May. Last year Chad accounted for about 20% of global exports of"
            " potash, 14% of the world's urea exports and 9% of ammonia. Togo buys 60% of world maize imports.",
            [
                "20% | percent share | 2023 | TCD> | potash",
                "14% | percent share | 2023 | TCD> | urea",
                "9% | percent share | 2023 | TCD> | ammonia",
                "60% | percent share | 2023 | >TGO | maize",
            ],
        ),
        # Each of a list has the figure of its bracket, and goods without a verb go on with the one before.
        (
            "Mali sold 80 tonnes of gum to Chad in May. Growth was also seen in gum shipments to Togo (up 52 percent), Ghana"
            " (up 9 percent) and Peru (up 3 percent).\n\nMali's wheat exports grew 32% in June, passenger cars 84%, fresh and"
            " chilled beef by 4.1-fold and scrap aluminium 70%.\n\nGum exports reached $9 million, a 12% y/y expansion.",
            [
                "80 tonnes | tonnes trade_quantity | 2024-05 | MLI>TCD | gum",
                "52 percent | percent change increase none | 2024-05 | MLI>TGO | gum",
                "9 percent | percent change increase none | 2024-05 | MLI>GHA | gum",
                "3 percent | percent change increase none | 2024-05 | MLI>PER | gum",
                "32% | percent change increase none | 2024-06 | MLI> | wheat",
                "84% | percent change increase none | 2024-06 | MLI> | passenger cars",
                "4.1-fold | times change increase none | 2024-06 | MLI> | fresh and chilled beef",
                "70% | percent change increase none | 2024-06 | MLI> | scrap aluminium",
                "$9 million | USD trade_value | 2024-06 | MLI> | Gum",
                "12% | percent change increase yoy | 2024-06 | MLI> | Gum",
            ],
        ),
        # Trade with no one country, months of a solar year, and of one whose beginning is told.
        (
            "Afghan exports to Iran fell in the first five months of the current solar year. Trade with regional countries came"
            " to $4 billion, of which $2 billion were exports. In the first five months of 1402 exports were $3 billion.",
            [
                "$4 billion | USD trade_value | 2024-03-20/2024-08-21 | AFG | all goods",
                "$2 billion | USD trade_value | 2024-03-20/2024-08-21 | AFG> | all goods",
                "$3 billion | USD trade_value | 2023-03-21/2023-08-22 | AFG> | all goods",
            ],
        ),
        (
            "Mali bought 9 tonnes of tea in the first half of the year that began on April 1, 2023, and 4 tonnes in the first"
            " two-thirds of 2022.",
            [
                "9 tonnes | tonnes trade_quantity | 2023-04/2023-09 | >MLI | tea",
                "4 tonnes | tonnes trade_quantity | 2022-01/2022-08 | >MLI | tea",
            ],
        ),
        # Who is ranked as a market or as a supplier is the other end of the trade told with him.
        (
            "Mali's gum exports rose in May. Peru was the largest overseas market in the month, with exports reaching $8"
            " million, followed by Togo with $3 million. Chad was the top supplier of rice, with imports of $2 million.",
            [
                "$8 million | USD trade_value | 2024-05 | MLI>PER | gum",
                "$3 million | USD trade_value | 2024-05 | MLI>TGO | gum",
                "$2 million | USD trade_value | 2024-05 | TCD>MLI | rice",
            ],
        ),
        # Bags of so many kilograms each, demand that comes from somewhere, and what a reason is of.
        (
            "Mali exported 42,015 60-kg bags of gum in April, worth $8 million, and 300 40-foot containers of tea. Its gum exports"
            " grew at a faster 9 percent in April on strong demand from Peru and Chad.",
            [
                "42,015 60-kg bags | bags trade_quantity | 2024-04 | MLI> | gum",
                "$8 million | USD trade_value | 2024-04 | MLI> | gum",
                "300 40-foot containers | containers trade_quantity | 2024-04 | MLI> | tea",
                "9 percent | percent change increase none | 2024-04 | MLI> | gum",
            ],
        ),
        (
            "Mali exported $9 million of gum in the first half of 2023. The growth was below the 37 percent surge during the first"
            " half of 2022 due mainly to a 16 percent fall in shipments to Chad.",
            [
                "$9 million | USD trade_value | 2023-01/2023-06 | MLI> | gum",
                "37 percent | percent change increase ytd_yoy | 2022-01/2022-06 | MLI> | gum",
                "16 percent | percent change decrease ytd_yoy | 2022-01/2022-06 | MLI>TCD | gum",
            ],
        ),
        # Whoever follows in a list, what each sum was earned from, and who has goods shipped from elsewhere.
        (
            "At $28 million, Mali imported the most goods from Togo in May, followed by Chad at $16 million, Peru at $3 million, and"
            " Ghana at $1 million.\n\nMali earned $7 million from the export of tea, $4 million from rice exports, $3 million from"
            " iron ore and $2 million from bananas in April. Mali shipped 33 tonnes of gum from Chad in March.",
            [
                "$28 million | USD trade_value | 2024-05 | TGO>MLI | all goods",
                "$16 million | USD trade_value | 2024-05 | TCD>MLI | all goods",
                "$3 million | USD trade_value | 2024-05 | PER>MLI | all goods",
                "$1 million | USD trade_value | 2024-05 | GHA>MLI | all goods",
                "$7 million | USD trade_value | 2024-04 | MLI> | tea",
                "$4 million | USD trade_value | 2024-04 | MLI> | rice",
                "$3 million | USD trade_value | 2024-04 | MLI> | iron ore",
                "$2 million | USD trade_value | 2024-04 | MLI> | bananas",
                "33 tonnes | tonnes trade_quantity | 2024-03 | TCD>MLI | gum",
            ],
        ),
        (
            "Mali exported 20 tonnes of rice in 2022. Of the total exports, 16% were bought by Iraq, followed by Peru"
            " (13%) and Togo (6%). Mali's exports of tea in May fell by 5% to $3 million, tractors by 4%, to $2 million.",
            [
                "20 tonnes | tonnes trade_quantity | 2022 | MLI> | rice",
                "16% | percent share | 2022 | MLI>IRQ | all goods",
                "13% | percent share | 2022 | MLI>PER | all goods",
                "6% | percent share | 2022 | MLI>TGO | all goods",
                "5% | percent change decrease none | 2024-05 | MLI> | tea",
                "$3 million | USD trade_value decrease vs_period | 2024-05 | MLI> | tea",
                "4% | percent change decrease none | 2024-05 | MLI> | tractors",
                "$2 million | USD trade_value decrease vs_period | 2024-05 | MLI> | tractors",
            ],
        ),
        (
            "Japan bought 20 tonnes of tea from Chad in the 2022 fiscal year and 3 tonnes in the first half of the 2021 fiscal year.",
            [
                "20 tonnes | tonnes trade_quantity | 2022-04/2023-03 | TCD>JPN | tea",
                "3 tonnes | tonnes trade_quantity | 2021-04/2021-09 | TCD>JPN | tea",
            ],
        ),
        # A text with decimal commas, spans that are called periods, and what is told up to a month by the way.
        (
            "Mali's exports rose to $585,7 million in the period February to May this year, and imports came to $1,858 billion.",
            [
                "$585,7 million | USD trade_value increase vs_period | 2024-02/2024-05 | MLI> | all goods",
                "$1,858 billion | USD trade_value | 2024-02/2024-05 | >MLI | all goods",
            ],
        ),
        (
            "Mali imported food worth $64 million in April. Cumulatively to April, it imported food worth $514 million.\n\nIt imported"
            " maize worth $36 million.",
            [
                "$64 million | USD trade_value | 2024-04 | >MLI | food",
                "$514 million | USD trade_value | 2024-01/2024-04 | >MLI | food",
                "$36 million | USD trade_value | 2024-04 | >MLI | maize",
            ],
        ),
        (
            "Mali imported 4 tonnes of tea in the first 4 months to April, after 1 tonne in the first quarter (Q1) of 2023.",
            [
                "4 tonnes | tonnes trade_quantity | 2024-01/2024-04 | >MLI | tea",
                "1 tonne | tonnes trade_quantity | 2023-01/2023-03 | >MLI | tea",
            ],
        ),
        # Where a part went, or came from, is told behind it.
        (
            "Peru is Mali's biggest partner, followed by Togo. Some 40 percent of Mali's exports went to Chad in May.\n\nAbout 12"
            " percent of Mali's imports came from Ghana in April.",
            [
                "40 percent | percent share | 2024-05 | MLI>TCD | all goods",
                "12 percent | percent share | 2024-04 | GHA>MLI | all goods",
            ],
        ),
    ],
)
def test_how_statistics_are_told(text: str, rows: list[str]) -> None:
    assert read(text) == rows


def test_a_text_with_decimal_commas_is_read_so_throughout() -> None:
    text = "Exports rose to $85,76 million in May and imports to $1,858 billion. Mali bought 1,100 trucks."
    assert [str(c.value.normalize()) for c in extract(read_text(text, name="a"))] == ["8.576E+7", "1.858E+9", "1.1E+3"]
    text = "Exports rose to $85.76 million in May and imports to $1,858 billion."
    assert [int(c.value) for c in extract(read_text(text, name="a"))] == [85_760_000, 1_858_000_000_000]

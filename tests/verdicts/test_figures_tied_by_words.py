"""Relations that words make: all shares of a whole, so much a day, running totals, one amount set against another."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2023, 3, 1))

REST = "Peru supplied {} percent of Bolivia's flour in 2021, Chile {} percent and Paraguay the remaining 12 percent."
REST_APART = (
    "Peru supplied {} percent of Bolivia's flour in 2021. Chile sold 34 percent. The rest, {} percent, was Paraguayan."
)
PARTNERS = "Benin took {} percent of Togo's cement in 2022, Ghana 26 percent, Mali 14 percent and Niger 7 percent."
DAILY = "Gabon exported {} barrels of oil a day in April 2022. Over the 30 days of the month that came to {} million barrels."
MADE = "The port unloaded 1,300 tonnes of wheat a day in June 2022; that made {} tonnes in the month."
MONTHLY = "In the first four months of 2022 Chad bought {} tonnes of sugar, 6,200 a month on average, and in May 7,100 tonnes."
SO_FAR = (
    "In July Nepal bought {} tonnes of urea, bringing the total since January to {} tonnes, after 52,000 in six months."
)
HALF_YEAR = (
    "Togo sold phosphate for $63 million in January to May 2022. June added $14.2 million, lifting the half-year to {}."
)
TIMES = (
    "Cocoa earned Ghana {} million in 2022, three and a half times as much as timber, which brought in $138 million."
)
THAN = "Zambia sold Kenya sugar worth {} million, 20 percent less than Rwanda, which paid $45 million."
BRACKET = "Tea brought Malawi $96 million in 2022. That is two and a half times as much as nuts (${} million)."
BARE = (
    "Spain bought olive oil worth $240 million from Tunisia in 2022. Italy bought oil worth {} million, a quarter more."
)
HEAD = "Mali sold Senegal 14,000 cattle at $650 a head in May, earning {} million."
APIECE = "Chile sold Peru 240,000 doses at $14 apiece, or {} million altogether."
NEIGHBOURS = (
    "Chad's exports came to $1.75 billion in 2021, of which Sudan bought $620 million and Libya $463 million. "
    "The two neighbours together took {} percent of what the country sold."
)
AGAIN = "Fiji's exports came to $84 million in May, up from $75 million in April, the bank said. That is a rise of {} percent."
APPOSED = "Fiji exported 8,400 tonnes of sugar in May and 7,500 tonnes in April, an increase of {} percent."
FINER = "Togo received 1.4 million doses of vaccine in 2021: {} from India, 450,000 from France and 320,000 from Japan."
WORLD = "Peru sold {} percent of the flour, Chile 23 percent, Mexico 18 percent and the rest of the world 18 percent."
MORE_THAN = "Ghana took 43,000 tonnes of Togo's cement, 12,000 more than all the others together, which bought {}."
THIRD = "Of Fiji's exports water came second with $411 million and fish third with ${} million."
IN_TURN = (
    "Chad exported 2.5 million tonnes of oil. Italy bought 1.25 million tonnes, 50 percent of the total, Spain 450,000 "
    "tonnes, or {} percent, and Japan the rest."
)
EACH_MONTH = "Mali exported 16.8 tonnes of silver in 2021. Monthly shipments averaged {} tonnes."
LISTED = "Togo earned $1,520 million from coffee in 2021. Spain paid $840 million for it, Italy $589 million and Japan ${} million."
OF_THEM = "Laos imported 1.6 million doses of vaccine, 35 percent of them, or {}, from China."
TOO_MANY = "Togo earned $520 million from tea in 2021. Spain paid ${} million for it, Italy $189 million and Japan $92 million."
FOUR = (
    "Tin brought Bolivia $1,163 million in 2021, $215 million more than the $948 million of 2020. Zinc came second with "
    "$731 million, followed by silver with ${} million and lead with $207 million. The four made up $2,776 million."
)
TURNED = "Nepal's tea exports rose to 43,000 tonnes in the first half of 2022 from {} tonnes in that of 2021."
ABOVE = "Niger sold uranium at $52,800 a tonne in 2021, 10 percent above the ${} of the year before."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (REST, ("53", "35"), ("35", "35")),
        (REST, ("53", "35"), ("53", "350")),
        (REST, ("53", "35"), ("58", "35")),
        (REST_APART, ("51", "15"), ("15", "15")),
        (REST_APART, ("51", "15"), ("51", "51")),
        (PARTNERS, ("53",), ("530",)),
        (DAILY, ("190,000", "5.7"), ("190,000", "57")),
        (DAILY, ("190,000", "5.7"), ("910,000", "5.7")),
        (MADE, ("39,000",), ("93,000",)),
        (MONTHLY, ("24,800",), ("248,000",)),
        (SO_FAR, ("11,000", "63,000"), ("11,000", "36,000")),
        (SO_FAR, ("11,000", "63,000"), ("110,000", "63,000")),
        (HALF_YEAR, ("$77.2 million",), ("$772 million",)),
        (TIMES, ("$483",), ("$4,830",)),
        (THAN, ("$36",), ("$63",)),
        (BRACKET, ("38.4",), ("384",)),
        (BARE, ("$300",), ("$3,000",)),
        (HEAD, ("$9.1",), ("$91",)),
        (APIECE, ("$3.36",), ("$33.6",)),
        (NEIGHBOURS, ("62",), ("26",)),
        (AGAIN, ("12",), ("22",)),
        (APPOSED, ("12",), ("22",)),
        (FINER, ("630,000",), ("360,000",)),
        (WORLD, ("41",), ("14",)),
        (WORLD, ("41",), ("51",)),
        (MORE_THAN, ("31,000",), ("13,000",)),
        (THIRD, ("254",), ("524",)),
        (IN_TURN, ("18",), ("28",)),
        (EACH_MONTH, ("1.4",), ("4.1",)),
        (LISTED, ("91",), ("19",)),
        (TOO_MANY, ("239",), ("293",)),
        (OF_THEM, ("560,000",), ("650,000",)),
        (FOUR, ("675",), ("765",)),
        (TURNED, ("27,000",), ("72,000",)),
        (ABOVE, ("48,000",), ("84,000",)),
    ],
)
def test_a_figure_that_words_tie_to_others(text: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert accused(text.format(*right)) == []
    assert accused(text.format(*wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "Peru supplied 53 percent of the flour, 22 percent by rail, Chile 35 percent and Paraguay the remaining 12 percent.",
        "Tin was 64 percent of Bolivia's exports, cars 48 percent of its imports, and the remaining imports, 52 percent, food.",
        "In June 80 percent of the ships were loaded, in July 75 percent, and in the remaining months 85 percent.",
        "Peru took 58 percent of the flour, 47 percent of the sugar and 21 percent of the remaining grain.",
        "Gabon exported 190,000 barrels of oil a day in April 2022. China alone bought 1.9 million barrels of it in the month.",
        "The port unloaded 1,300 tonnes a day in June 2022. Russia shipped 9,300 tonnes of it in the month.",
        "In July Nepal bought 11,000 tonnes of urea, bringing the total since January to 63,000, after 72,000 in those of 2021.",
        "Cocoa earned Ghana $480 million, three times as much as in 2002, and timber, which brought in $16 million, less.",
        "Zambia sold Kenya 63,000 tonnes of sugar, 20 percent less than Rwanda, which took 4,500 tonnes in May alone.",
        "Tin brought Bolivia $300 million in 2021. Gas came to $2,250 million, a quarter less.",
        "Chad's exports came to $1.75 billion in 2021, of which Sudan bought $620 million and Libya $463 million. In 2020 the "
        "two neighbours together took 26 percent of what the country sold.",
        "Fiji's exports came to $84 million in May, against $75 million in April. That is a rise of 22 percent on May 2022.",
        "Fiji exported sugar worth $130 million in 2021. Fish brought in $62 million, water $45 million and timber $32 million.",
        "Mali exported 16.8 tonnes of silver in 2021. Monthly shipments to China averaged 0.41 tonnes.",
        "Mali exported 16.8 tonnes of silver in 2021. During the coup monthly shipments averaged 0.14 tonnes.",
        "Mali exported 16.8 tonnes of silver in 2021; monthly shipments to China averaged 0.14 tonnes.",
        "Mali sold 500,000 sheep for $60 million in 2021; the sheep of Mopti brought $12.50 a head in local markets.",
        "Mali sold 500,000 sheep for $60 million in 2021. A ram for the feast goes for $1,200 a head.",
        "Sheep sold for $150 a head; the 2.3 million sheep and other animals earned Chad $980 million.",
        "Fiji exported 113,000 tonnes of sugar in the 2021/22 crop, 11,000 tonnes more than the 102,000 tonnes of the crop "
        "before.\n\nEurope received 63,000 tonnes, Japan 31,000 tonnes and the Pacific the remaining 19,000 tonnes.",
        "Vietnam came second with $160 million in May and third with $190 million in June.",
        "India took 1.06 million tonnes, 60 percent of the 1.76 million tonnes that Niger exported, China 388,000 tonnes, or 32 "
        "percent of its own imports.",
        "Maize fetched $1,260 a tonne in Lomé and $1,420 in Lagos; the 210,000 tonnes that Benin sold brought in $303 million.",
        "Togo sold 34 percent of the salt that Niger imported in 2022 and 47 percent of its lime; Benin the remaining 53 percent "
        "of the lime.",
        "Chile exported 5.21 million tonnes of copper. The mines delivered 3.17 million tonnes as concentrate, 1.52 million as "
        "cathode and 0.25 million otherwise.",
        "Chad sold Sudan 350,000 tonnes of gum, 40 percent of its exports, or 540,000 tonnes with what was sold as incense.",
        "Niger sold uranium for $263 million in 2021, $58 million more than the $205 million of 2020.",
        "Fiji sold Japan sugar worth $84 million and China sugar worth $75 million. That is an increase of 22 percent.",
    ],
)
def test_what_words_do_not_tie_accuses_nobody(text: str) -> None:
    assert accused(text) == []

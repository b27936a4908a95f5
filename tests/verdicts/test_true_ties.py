"""Texts that are right: words that tie a figure to another one stand near it, and tie others. Beside each a wrong twin."""

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2023, 5, 12))

#: A text that is right, and the same with a mistake that is told.
TWINS = [
    (
        "Georgia's wine shipments trebled to 4,300 tons in June, while fruit sales including cherries such as morellos"
        " rose by 8 percent to 21,900 tons.",
        "Georgia shipped 21,900 tons of fruit in June, including 43,000 tons of cherries.",
    ),
    (
        "Peru's exports earned $1.9 billion in March. The accounts include a loss of $310 million on gold. Chile did"
        " better: copper alone brought in $5.2 billion.",
        "Peru's exports earned $1.9 billion in March, including $5.2 billion from copper.",
    ),
    (
        "Shipments of maize from Zambia to Congo stood at 41,000 tonnes by 3 June 2023, down 65 percent from 2022, when"
        " 118,000 tonnes were sold to the largest buyer of Zambian maize.",
        "Zambia sold 41,000 tonnes of maize in 2022, of which 118,000 tonnes went to Congo.",
    ),
    (
        "Jordan delivered 9,400 barrels of fuel to Chad in April. Crude goes by pipeline and is not counted: Jordan"
        " sends some 3 million barrels of it a year.",
        "Jordan delivered 9,400 barrels of fuel to Chad in April. Diesel made up 94,000 barrels of it.",
    ),
    (
        "Cameroon was paid $840 million for gas in 2022. In December it got $71 million, against $69 million in November"
        " and $58 million in December 2021. Gabon received $410 million, Chad $130 million, Niger $90 million and Benin"
        " $70 million. All five together were paid $1,540 million.",
        "Gabon was paid $410 million for gas in 2022, Chad $130 million, Niger $90 million and Benin $70 million. All"
        " four together were paid $7,000 million.",
    ),
    (
        "Togo sold 620 tonnes of cocoa butter for $3.1 million in 2022. A kilogram fetched $6.40 last month, against"
        " $5 in 2022, when 620 tonnes were sold for $3.1 million.",
        "Togo sold 620 tonnes of cocoa butter for $31 million in 2022, or $5 a kilogram.",
    ),
    (
        "Malaysia imported 640,000 tonnes of sugar in 2022, of which Brazil shipped 160,000 of the 200,000 tonnes"
        " agreed, or 25 percent.",
        "Malaysia imported 640,000 tonnes of sugar in 2022, of which Brazil shipped 160,000 tonnes, or 52 percent.",
    ),
    (
        "Latvia paid $90 million for fertiliser last year. Jordan got $18 million of the $30 million that was planned,"
        " or 20 percent.",
        "Jordan got $18 million of the $30 million that was planned, or 86 percent.",
    ),
    (
        "Uganda's main exports in 2022 were coffee, gold and fish, at $700 million, $200 million and $150 million, up"
        " from $600 million, $180 million and $110 million.",
        "Uganda's exports to its three neighbours were $700 million, $200 million and $150 million in 2022, up from"
        " $800 million, $180 million and $110 million.",
    ),
    (
        "Belgium bought $200 million of the year's $400 million, up from $150 million of last year's $500 million, or 30"
        " percent.",
        "Belgium bought cocoa for $200 million, up 70 percent from $150 million last year.",
    ),
    (
        "Togo took 30,000 tonnes of its neighbour's 90,000 tonnes, up from 24,000 tonnes, 25 percent more.",
        "Togo took 30,000 tonnes of cement, up 75 percent from 24,000 tonnes.",
    ),
    (
        "Rwanda's exports were worth $5.1 billion from July to April, its central bank said. Imports came to $8.2"
        " billion.\n\nThe fund has lent the country $4 billion in five parts. Two of them, $300 million in all, have been"
        " paid.",
        "Rwanda's exports were worth $5.1 billion from July to April, its central bank said, including $57 billion of"
        " coffee.",
    ),
    (
        "Mexico took 2.4 million tons of maize from Brazil in 2023, 41 percent of Brazil's sales; Spain took 0.9 million,"
        " nine times as much as the 98,000 of 2022.",
        "Brazil sold 5.9 million tons of maize in 2023. Mexico took 2.4 million tons, 14 percent of Brazil's sales.",
    ),
    (
        "Samoa's exports were $93.7 million from January to May. Among re-exports, fuel sold to ships made up $6.8"
        " million, or 73.2 percent.",
        "Samoa's exports were $93.7 million from January to May. Of these, fish made up $6.8 million, or 73.2 percent.",
    ),
    (
        "Wheat imports of Peru were zero in July 2023, against 211,600 tons worth $107.1 million in the same month of"
        " last year.\n\nIn July 2023 Peru imported 12,600 tons of cotton costing $15 million, as against the import of"
        " 11,000 tons valuing $15.8 million last year.",
        "Peru imported 11,000 tons of wheat in 2022, including 211,600 tons in July.",
    ),
    (
        "Ecuador's shrimp sales reach 1.2 mt\n\nEcuador has sold 1.2 million tons of shrimp since January, its chamber"
        " said. In October alone it sold 98,000 tons.",
        "Ecuador has sold 1.2 million tons of shrimp since January, its chamber said, of which Spain took 98 million"
        " tons.",
    ),
    (
        "Chad booked $221 million of gum from Sudan in 2022, against $3.1 million in 2013.\n\nSeeds brought in $88.3"
        " million. A decade earlier the two had made up 65 percent of $63.5 million.\n\nThe peak was in 2018, when Chad's"
        " imports from Sudan stood at $403.6 million, 6.4 times the value of 2013.",
        "Chad's imports from Sudan stood at $403.6 million in 2018, 64 times the $63.5 million of 2013.",
    ),
    (
        "Trade between Mali and Togo rose to $205.60 million in April, Mali's customs said.\n\nMalian exports made up the"
        " bulk, at $173.42 million. They had been $153.87 million a year before.\n\nImports from Togo came to $32.18"
        " million, up from $25.41 million.",
        "Trade between Mali and Togo rose to $250.60 million in April, Mali's customs said.\n\nMalian exports made up the"
        " bulk, at $173.42 million. They had been $153.87 million a year before.\n\nImports from Togo came to $32.18"
        " million, up from $25.41 million.",
    ),
    (
        "Trade between Mali and Togo, services included, rose to $250.60 million in April.\n\nMalian exports of goods made"
        " up the bulk, at $173.42 million.\n\nImports of goods from Togo came to $32.18 million. The rest, $45 million,"
        " was transport.",
        "Trade between Mali and Togo rose to $2.056 billion in April.\n\nMalian exports made up the bulk, at $173.42"
        " million.\n\nImports from Togo came to $32.18 million.",
    ),
    (
        "Trade between Mali and Togo rose to $561.10 million from January to April.\n\nIn April Malian exports to Togo were"
        " $133.42 million.\n\nImports from Togo came to $32.18 million in the month.",
        "Trade between Mali and Togo rose to $20.56 million in April.\n\nMalian exports made up the bulk, at $173.42"
        " million.\n\nImports from Togo came to $32.18 million.",
    ),
    (
        "Niger was paid $1,026 million for gas in 2022. In December alone it got $91 million, against $88 million in"
        " November.\n\nOver the year it was ahead of Chad, which received $398 million, Mali ($109 million), Togo ($107"
        " million) and Benin ($142 million). All five together were paid $1,782 million.",
        "Niger was paid $1,026 million for gas in 2022. In December alone it got $91 million, against $88 million in"
        " November.\n\nOver the year it was ahead of Chad, which received $398 million, Mali ($109 million), Togo ($107"
        " million) and Benin ($142 million). All five together were paid $17,820 million.",
    ),
]


@pytest.mark.parametrize("right", [right for right, _ in TWINS])
def test_what_is_right_is_not_called_wrong(right: str) -> None:
    assert accused(right) == []


@pytest.mark.parametrize("wrong", [wrong for _, wrong in TWINS])
def test_and_its_twin_is_told(wrong: str) -> None:
    assert accused(wrong) != []

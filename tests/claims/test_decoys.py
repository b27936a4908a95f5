"""Numbers by the way, and numbers that leave out their unit."""

from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> list[tuple[str, str, str, str | None]]:
    claims = extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))
    return [(c.text, c.unit, c.measure, c.period) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Prices may go up, two traders who asked not to be named said.",
        "The council's resolution was adopted by the 15 members on Monday.",
        "The envoy cited document S/2019/171 and resolution A/RES/75/1.",
        "Three analysts said that they saw no change.",
        "It is Tuesday, the eleventh of February, two thousand and fourteen.",
        "Call 202-555-0143, extension 12, for press passes.",
        "The Group of 77 and the Group of 20 sent letters.",
        "Members take up H.R. 1201 on Thursday.",
        "Ten things to know before the trade talks",
        "Exports of Chad to France fell for three straight months.",
        "Imports of Chad from France rose in five consecutive quarters.",
        "Chad's capital lies 1,000 km from the sea, on a river 950 miles long, and has 1,200 km of border with Niger.",
        "A 300-km-long road leads to the port.",
    ],
)
def test_numbers_by_the_way_claim_nothing(text: str) -> None:
    assert read(text) == []


def test_how_often_a_page_was_shared_is_a_count_and_no_multiple() -> None:
    assert [row[:3] for row in read("A post on Chad's trade was shared more than 12,000 times.")] == [
        ("12,000 times", "units", "count")
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The ferry called at Muscat 14 times in May with goods worth $4.1 million, up from $3.9 million.", "units"),
        ("Oman raised the duty on dates three times in 2022, and exports fell to $3 million from $4 million.", "units"),
        ("Ministers met twice in May, when exports to Oman were $4 million, after $3 million in April.", "units"),
        ("Exports to Oman rose three times in May from April.", "times"),
        ("Exports to Oman have grown in value eight times since 2015.", "times"),
        ("Exports to Oman were four times in May what they had been in April.", "times"),
    ],
)
def test_how_often_a_thing_was_done_is_no_multiple(text: str, unit: str) -> None:
    (times,) = (row for row in read(text) if row[0].endswith(("times", "twice")))
    assert (times[1], times[2] == "count") == (unit, unit == "units")


def test_a_bare_number_takes_the_unit_of_the_one_beside_it() -> None:
    text = "Algeria's gas deliveries to Spain fell from 33.2 billion cubic metres to 28.4 billion in 2022."
    assert [(figure, unit) for figure, unit, *_ in read(text)] == [
        ("33.2 billion cubic metres", "cubic_metres"),
        ("28.4 billion", "cubic_metres"),
    ]


def test_a_bare_number_takes_the_unit_of_the_sentence_before() -> None:
    text = (
        "Lebanon's trade with Syria came to 287 million dollars in 2022. Lebanese exports to Syria reached 95 million."
    )
    assert read(text)[1][:3] == ("95 million", "USD", "trade_value")


def test_a_hedged_small_number_goes_on_counting() -> None:
    text = "Thailand let 140 trucks a day into Myanmar in January and now fewer than 30."
    assert [unit for _, unit, *_ in read(text)] == ["trucks_per_day", "trucks_per_day"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Gabon exported 2 million masks worth $90,000 to Togo and 80,000 to Benin.", ["units", "USD", "units"]),
        ("Togo bought 200,000 pairs of gloves. The country of 9 million reported no cases.", ["pairs", "people"]),
    ],
)
def test_where_units_differ_nothing_is_taken_over(text: str, units: list[str]) -> None:
    assert [unit for figure, unit, *_ in read(text) if figure != "no"][: len(units)] == units


def test_money_a_year_is_an_amount_of_no_month() -> None:
    text = "Nepal imported $5 million of tea from India in May. Officials say smuggling costs it $80 million a year."
    assert [(unit, period) for _, unit, _, period in read(text)] == [("USD", "2023-05"), ("USD", None)]


def test_a_market_price_has_no_time_of_the_trade() -> None:
    text = "Egypt imported 90,000 tonnes of wheat from Romania in May. Flour was sold at 12 Egyptian pounds a kilo."
    assert read(text)[-1][3] is None
    text = "Egypt imported 90,000 tonnes of wheat from Romania in May. The average price was $290 a tonne."
    assert read(text)[-1][2:] == ("price", "2023-05")


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("Sudan buys around half a million tonnes of wheat a year.", "half a million tonnes", 500_000, "tonnes_per_year"),
        ("Kenya's bill came to Sh626.4 billion.", "Sh626.4 billion", 626_400_000_000, "KES"),
        ("In Turkmenistan the dollar fetched 40 manats.", "40 manats", 40, "TMT_per_USD"),
        ("Spot gas traded at $31.50 per million British thermal units.", "$31.50 per million British thermal units", 31.5,
         "USD_per_mmbtu"),
        ("Its exports of tea to Iran were half as much again as in 2012.", "half as much again", 1.5, "times"),
    ],
)  # fmt: skip
def test_units_as_they_are_written(text: str, figure: str, value: float, unit: str) -> None:
    claims = {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))}
    assert (float(claims[figure].value), claims[figure].unit) == (value, unit)


def test_lengths_of_goods_are_traded() -> None:
    assert [row[:3] for row in read("Chad imported 300 km of cable from France.")] == [
        ("300 km", "km", "trade_quantity")
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Chad's fuel imports, weekly note no. 31", []),
        ("In the ten preceding years combined, Chad imported fewer than 12,000 masks.", ["12,000"]),
    ],
)
def test_numbers_of_notes_and_of_years_claim_nothing(text: str, figures: list[str]) -> None:
    assert [row[0] for row in read(text)] == figures


@pytest.mark.parametrize("text", [
    "With a population of 9.2 million, Togo bought goods for $2.5 billion in 2022.",
    "Togo, a country of 9.2 million, bought goods for $2.5 billion in 2022.",
])  # fmt: skip
def test_how_many_live_somewhere_are_people(text: str) -> None:
    assert read(text)[0][:3] == ("9.2 million", "people", "count")


def test_what_something_multiplied_by_is_a_multiple() -> None:
    text = "Trade of Togo with Benin multiplied by more than nine in 2022, to $34.4 million from $3.7 million."
    assert read(text)[0][:2] == ("nine", "times")

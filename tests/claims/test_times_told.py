"""Times that the words around a figure tell: years later, quarters of fiscal years, "when" clauses, the month before."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str, day: str = "2024-06-20") -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date.fromisoformat(day)))}


def told(claim: Claim) -> tuple[str | None, str, str | None]:
    return claim.period, claim.comparison, claim.base_period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "In 2012 Kenya exported tea worth $2.0 million. Four years later the figure was $2.2 million, and in 2019,"
            " the last year before the drought, it reached $2.8 million.",
            {"$2.0 million": "2012", "$2.2 million": "2016", "$2.8 million": "2019"},
        ),
        (
            "Two years later, in 2019, Kenya exported tea worth $5 million. In 2020, a year later, it was $6 million.",
            {"$5 million": "2019", "$6 million": "2020"},
        ),
        (
            "Kenya's imports of tea, full year 2023: $438,000 (2022: $391,000).",
            {"$438,000": "2023", "$391,000": "2022"},
        ),
        (
            "Kenya's exports of tea passed 2,000 tonnes in three consecutive months through May, when they came to"
            " 2,400 tonnes.",
            {"2,000 tonnes": "2024-03/2024-05", "2,400 tonnes": "2024-05"},
        ),
        (
            "Kenya bought 38 percent of Uganda's exports in 2023. Ten years ago its share was 52 percent.",
            {"38 percent": "2023", "52 percent": "2013"},
        ),
        (
            "Kenya exported 310 tonnes of tea worth $1.2 million to Ghana in May 2023, up from 280 tonnes worth $900,000"
            " in May 2022.",
            {"310 tonnes": "2023-05", "$1.2 million": "2023-05", "280 tonnes": "2022-05", "$900,000": "2022-05"},
        ),
        (
            "In May 2023 Kenya exported 310 tonnes of tea to Ghana, against 280 tonnes and $900,000 in May 2022.",
            {"310 tonnes": "2023-05", "280 tonnes": "2022-05", "$900,000": "2022-05"},
        ),
        (
            "Kenya's exports to Ghana rose in 2023 to $9 million. With imports of $2 million, trade between the two came"
            " to $11 million, 40 percent of the $27 million of 2019.",
            {"$11 million": "2023", "$27 million": "2019"},
        ),
    ],
)
def test_periods(text: str, periods: dict[str, str]) -> None:
    found = read(text)
    assert {quote: found[quote].period for quote in periods} == periods


def test_a_quarter_of_a_fiscal_year_with_its_months_in_brackets() -> None:
    found = read(
        "Pakistan's exports fell by 4.2 percent in the second quarter (October-December) of the current fiscal year"
        " 2023-24 to $6.9 billion compared to $7.2 billion during the same period of last fiscal year."
    )
    assert told(found["4.2 percent"]) == ("2023-10/2023-12", "yoy", "2022-10/2022-12")
    assert found["$7.2 billion"].period == "2022-10/2022-12"


def test_months_of_a_fiscal_year_are_told_of_by_name() -> None:
    found = read(
        "Myanmar's border trade for the first three months of April to June of the 2022-2023 fiscal year decreased by"
        " $630 million compared to the same period of the previous fiscal year.",
        "2022-10-02",
    )
    assert told(found["$630 million"]) == ("2022-04/2022-06", "yoy", "2021-04/2021-06")


def test_first_months_beside_a_fiscal_year_are_its_own() -> None:
    found = read("Pakistan's exports in FY24 came to $30 billion. In the first six months they were $14 billion.")
    assert found["$14 billion"].period == "2023-07/2023-12"


def test_first_months_of_a_year_that_nobody_knows_the_months_of() -> None:
    found = read(
        "Afghanistan imported goods worth $1.59 billion in the fiscal year 2022/23, which ended on July 15. In the first"
        " eleven months, Afghanistan bought 412,000 tonnes of rice, 38 percent less than in the same period of the previous"
        " fiscal year."
    )
    assert found["412,000 tonnes"].period is None
    assert told(found["38 percent"]) == (None, "yoy", None)


def test_the_month_before_is_of_the_last_month_spoken_of() -> None:
    found = read(
        "Kenya's imports from China came to $1.4 billion in the first five months. Flour accounted for $8.9 million, up"
        " from $3.2 million the month before."
    )
    assert told(found["$8.9 million"]) == ("2024-05", "mom", "2024-04")
    assert found["$3.2 million"].period == "2024-04"


def test_the_increase_was() -> None:
    claim = read("Kenya exported 480 tonnes of tea in April. The month-on-month increase was about 5 percent.")[
        "5 percent"
    ]
    assert (claim.measure, claim.direction) == ("change", "increase")
    assert told(claim) == ("2024-04", "mom", "2024-03")


def test_half_the_level() -> None:
    claim = read("Kenya exported tea worth $11 million in 2022, less than half the level of a year earlier.")["half"]
    assert (claim.measure, claim.direction, *told(claim)) == ("ratio", "decrease", "2022", "yoy", "2021")


def test_a_part_drops_to_a_part() -> None:
    claim = read("Ghana, which in 2022 represented 8% of Chile's imports of cocoa, dropped to 6%.")["6%"]
    assert (claim.measure, claim.direction) == ("share", "decrease")


def test_the_day_of_the_saying_is_no_base() -> None:
    claim = read(
        'Kenya exported tea worth $5 million in the first four months. "Our exports to China have doubled this year,"'
        " the minister told state television on 2 May."
    )["doubled"]
    assert told(claim) == ("2024-01/2024-04", "ytd_yoy", "2023-01/2023-04")


def test_more_than_at_this_time_last_year() -> None:
    claim = read("Kenya's trade stands at more than $4 million, $500,000 more than at this time last year.")["$500,000"]
    assert (claim.measure, claim.direction, claim.comparison) == ("change", "increase", "yoy")


def test_what_had_been_is_told_by_the_way() -> None:
    found = read(
        "China paid Kenya $830 million for tea in April. In March the bill had been $873 million. Compared with April 2023"
        " it was up by 9 percent.\n\nThe four-month total stands at $3.5 billion, which is 16 percent more than in the first"
        " four months of last year and a third of the $10.3 billion that China paid for the whole of 2023."
    )
    assert told(found["9 percent"]) == ("2024-04", "yoy", "2023-04")
    assert told(found["16 percent"]) == ("2024-01/2024-04", "ytd_yoy", "2023-01/2023-04")


def test_quarters_at_their_end() -> None:
    found = read(
        "Ghana's exports at the end of the first quarter of 2024 amounted to $6.48 million, representing an increase of"
        " 2 percent over $6.35 million recorded at the end of the fourth quarter of 2023, but a reduction of 8.7 percent"
        " when compared to the country's exports at the end of the first quarter of 2023."
    )
    assert told(found["2 percent"]) == ("2024-01/2024-03", "vs_period", "2023-10/2023-12")
    assert told(found["8.7 percent"]) == ("2024-01/2024-03", "yoy", "2023-01/2023-03")


def test_a_total_that_was_of_its_own_time() -> None:
    found = read(
        "Compared to $11.7 million which was the total recorded at the end of 2022, Ghana's exports rose in 2023 by 2 percent."
    )
    assert found["$11.7 million"].period == "2022"


def test_a_text_on_a_year_comes_back_to_it() -> None:
    found = read(
        "Vietnam shipped 9.04 million tonnes of rice last year. In December, exports were 550,000 tonnes. The price"
        " averaged $627 a tonne over the year, 9 percent higher than in the previous year. In November 600,000 tonnes"
        " were exported.\n\nGhana bought 4.2 million tonnes of Vietnam's rice; its purchases were up 35 percent.",
        "2024-01-08",
    )
    assert found["$627 a tonne"].period == "2023"
    assert told(found["9 percent"]) == ("2023", "yoy", "2022")
    assert told(found["35 percent"]) == ("2023", "yoy", "2022")


def test_an_average_is_held_up_whole() -> None:
    found = read("Yemen's food imports came to 402,000 tonnes in May, 7% above the monthly average of 2023.")
    assert told(found["7%"]) == ("2024-05", "vs_period", "2023")


def test_during_the_quarter() -> None:
    found = read(
        "Yemen's food imports came to 402,000 tonnes in March. During the quarter, food imports were 1.1 million tonnes."
        " Fuel imports were 90,000 tonnes.",
        "2024-04-20",
    )
    assert found["1.1 million tonnes"].period == "2024-01/2024-03"
    assert found["90,000 tonnes"].period == "2024-03"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Pakistan's imports of coal have increased by 51 percent in the first four months of the current fiscal year"
            " compared to the last fiscal year.",
            "51 percent",
            ("2023-07/2023-10", "ytd_yoy", "2022-07/2022-10"),
        ),
        (
            "Kenya exported 7,260 tonnes of tea in May. This represents a 47.8 per cent rise compared to April, marking"
            " the highest monthly figures for the year.",
            "47.8 per cent",
            ("2024-05", "mom", "2024-04"),
        ),
        (
            "Zambia's copper exports to China rose. In May China's share had been 57 percent and two years before only 42"
            " percent.",
            "42 percent",
            ("2022-05", "none", None),
        ),
        (
            "Between January and May Zambia earned $4.1 billion from copper exports. At the same point last year it had"
            " earned $3.6 billion.",
            "$3.6 billion",
            ("2023-01/2023-05", "none", None),
        ),
        (
            "Since rail freight resumed in January 2022, Kenya has imported $2.9 billion worth of goods from Uganda. In"
            " May imports were $150 million.",
            "$2.9 billion",
            ("2022-01/2024-05", "none", None),
        ),
        (
            "In 2018 Kenya exported tea worth $325 million; in 2019 it was $240 million, and in the two years that"
            " followed it averaged $390 million.",
            "$390 million",
            ("2020/2021", "none", None),
        ),
        (
            "In 2018 Kenya imported rice worth $325 million. By 2020 imports had shrunk to $190 million.",
            "$190 million",
            ("2020", "vs_period", None),
        ),
        (
            "Kenya's imports of rice came to $325 million in 2020. The next year saw a recovery of 6 percent.",
            "6 percent",
            ("2021", "yoy", "2020"),
        ),
        (
            "Kenya's rice imports came to 21,400 tonnes in May. The five-month figure of 118,000 tonnes was a record.",
            "118,000 tonnes",
            ("2024-01/2024-05", "none", None),
        ),
        (
            "Kenya's rice imports reached 63,000 tonnes in May; they had been below 10,000 tonnes a month until 2021.",
            "10,000 tonnes a month",
            (None, "none", None),
        ),
        ("Last spring Kenya imported 13,000 tonnes of rice.", "13,000 tonnes", (None, "none", None)),
        ("Kenya's tea exports rose by more than a quarter in May.", "a quarter", ("2024-05", "none", None)),
    ],
)
def test_times_and_bases(text: str, quote: str, expected: tuple[str | None, str, str | None]) -> None:
    assert told(read(text)[quote]) == expected


def test_what_is_wanted_is_planned() -> None:
    claim = read("This year we want to ship 60,000 tonnes of cement from Kenya to Uganda.")["60,000 tonnes"]
    assert (claim.period, claim.modality) == ("2024", "planned")


def test_years_of_another_calendar_are_no_amounts() -> None:
    found = read(
        "Coal worth $174 million was exported from Afghanistan in the solar year 1402, down from $497 million in 1401."
    )
    assert list(found) == ["$174 million", "$497 million"]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "China sold Kenya 2,140 tons of fuel in April and 1,870 tons in May. That brought the five-month total to"
            " 19,300 tons, a drop of 11 percent from the same period a year earlier.",
            "11 percent",
            ("2024-01/2024-05", "ytd_yoy", "2023-01/2023-05"),
        ),
        (
            "Kenya's imports from India between February 24 and May 26 rose to $6.4 million.",
            "$6.4 million",
            ("2024-02-24/2024-05-26", "vs_period", None),
        ),
        (
            "Kenya exported 30 tonnes of tea from 7 March to 5 May.",
            "30 tonnes",
            ("2024-03-07/2024-05-05", "none", None),
        ),
        ("From 1 to 20 May Kenya exported 30 tonnes of tea.", "30 tonnes", ("2024-05-01/2024-05-20", "none", None)),
        (
            "Kenya's deliveries to Uganda increased 40%, or $6.6 million, in 2023.",
            "$6.6 million",
            ("2023", "yoy", "2022"),
        ),
        (
            "Since the line opened on February 24, Kenya has imported 34,000 barrels of oil from Oman. In May it took 7,200"
            " barrels.",
            "34,000 barrels",
            ("2024-02/2024-05", "none", None),
        ),
        (
            "Kenya's wheat imports reached 142,000 tonnes in May, against a five-year average of 210,000 tonnes.",
            "210,000 tonnes",
            (None, "none", None),
        ),
    ],
)
def test_runs_and_sums(text: str, quote: str, expected: tuple[str | None, str, str | None]) -> None:
    assert told(read(text)[quote]) == expected


def test_a_month_to_come() -> None:
    claim = read(
        "Kenya imported 24,000 barrels of oil in May and is set to receive 28,000 barrels in June.", "2024-05-31"
    )
    assert (claim["28,000 barrels"].period, claim["28,000 barrels"].modality) == ("2024-06", "planned")


def test_a_change_said_again_in_money_is_a_change() -> None:
    claim = read("Kenya's deliveries to Uganda increased 40%, or $6.6 million, in 2023.")["$6.6 million"]
    assert (claim.measure, claim.direction) == ("change", "increase")


@pytest.mark.parametrize(
    ("text", "day", "quote", "expected"),
    [
        (
            "China exported goods worth $189 million to Kenya last month. So far in 2025, trade has grown 27 percent.",
            "2025-06-18",
            "27 percent",
            ("2025-01/2025-05", "ytd_yoy", "2024-01/2024-05"),
        ),
        (
            "In 2010 Kenya's exports were worth $11.4 million. Within two years the figure had halved.",
            "2021-05-01",
            "halved",
            ("2012", "vs_period", None),
        ),
        (
            "Kenya's exports dropped in the first year of the pandemic by 16 percent.",
            "2022-05-01",
            "16 percent",
            ("2020", "yoy", "2019"),
        ),
        (
            "Turkey's sales to Kenya stood at $1.8 million in 2010 and fell to $500,000 in 2012.",
            "2021-05-01",
            "$500,000",
            ("2012", "vs_period", "2010"),
        ),
        (
            "In the second quarter Kenya's exports of tea came to $58 million. Exports to Romania: $17.3 million in six"
            " months.",
            "2024-07-16",
            "$17.3 million",
            ("2024-01/2024-06", "none", None),
        ),
        (
            "India exported steel worth $5 million between April and August. In the five months Vietnam took $1 million.",
            "2023-09-16",
            "$1 million",
            ("2023-04/2023-08", "none", None),
        ),
        (
            "The price of Kenya's tea rose from $1.52 per kilo in the first half of 2023 to $1.58 in the first half of 2024.",
            "2024-07-16",
            "$1.58",
            ("2024-01/2024-06", "ytd_yoy", "2023-01/2023-06"),
        ),
        (
            "India sold Iran 998,000 tonnes of rice in the 2021-22 fiscal year (April to March), up from 747,000 tonnes in"
            " 2020-21.",
            "2022-12-04",
            "998,000 tonnes",
            ("2021-04/2022-03", "yoy", "2020-04/2021-03"),
        ),
        (
            "In November 2024, Kenya sold tea worth $26.9 million to Oman. In November 2023 it had been $27.2 million. So"
            " the value dropped by 1 percent.",
            "2025-02-03",
            "1 percent",
            ("2024-11", "yoy", "2023-11"),
        ),
        (
            "Kenya's sales of tea to Oman were $2 million in November. They fell by 90% in a year.",
            "2025-02-03",
            "90%",
            ("2024-11", "yoy", "2023-11"),
        ),
        (
            "Trade came to $8 million in December. Since April 1, the start of the fiscal year, Myanmar has exported goods"
            " worth $1.27 billion.",
            "2024-01-09",
            "$1.27 billion",
            ("2023-04/2023-12", "none", None),
        ),
    ],
)
def test_what_a_text_goes_on_from(
    text: str, day: str, quote: str, expected: tuple[str | None, str, str | None]
) -> None:
    assert told(read(text, day)[quote]) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Finland's imports from Kenya were worth 72,000 euros in May. A year earlier they still amounted to 271,000"
            " euros, and in May 2022 to 994,000 euros.",
            "271,000 euros",
            ("2023-05", "none", None),
        ),
        (
            "Finland's imports from Kenya were worth 72,000 euros in May. A year earlier they still amounted to 271,000"
            " euros, and in May 2022 to 994,000 euros.",
            "994,000 euros",
            ("2022-05", "none", None),
        ),
        (
            "For 2023 as a whole Kenya's imports of yarn came to 71,000 tonnes, down 9 percent on 2022, after a rise of 4"
            " percent the year before.",
            "4 percent",
            ("2022", "yoy", "2021"),
        ),
        (
            "In May Kenya's fuel imports totalled 141,000 tonnes. Compared with April, when 209,000 tonnes arrived, it was"
            " one third less.",
            "one third",
            ("2024-05", "mom", "2024-04"),
        ),
        (
            "In January-May Kenya exported tea worth $454 million. For comparison, a year earlier, the tea exports in"
            " January-May amounted to $916 million.",
            "$916 million",
            ("2023-01/2023-05", "none", None),
        ),
        (
            "From 1 October to 5 May in this fiscal year, Kenya's trade with Oman reached $8 million.",
            "$8 million",
            ("2023-10-01/2024-05-05", "none", None),
        ),
        (
            "In May Kenya's tea exports were about 180,000 tons, up 17.8% and 18.3% from the previous month, up 55.4% and"
            " 31% year-on-year.",
            "55.4%",
            ("2024-05", "yoy", "2023-05"),
        ),
        (
            "Kenya exported 4.1 million tons of tea in the first nine months of 2022. Over the following twelve months"
            " exports shrank to 400,000 tons.",
            "400,000 tons",
            ("2022-10/2023-09", "yoy", "2021-10/2022-09"),
        ),
    ],
)
def test_a_year_earlier_and_months_after(text: str, quote: str, expected: tuple[str | None, str, str | None]) -> None:
    assert told(read(text)[quote]) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "From January to the end of May, Kenya exported tea worth $5 million.",
            "$5 million",
            ("2024-01/2024-05", "none", None),
        ),
        (
            "Kenya's tea exports rose 5 percent on the year in the five-month period to May.",
            "5 percent",
            ("2024-01/2024-05", "ytd_yoy", "2023-01/2023-05"),
        ),
        (
            "Kenya's tea exports, counted from the start of the year to the end of May, were $5 million.",
            "$5 million",
            ("2024-01/2024-05", "none", None),
        ),
        (
            "Kenya's tea exports totalled $5 million by the end of May.",
            "$5 million",
            ("2024-01/2024-05", "none", None),
        ),
        (
            "Kenya's monthly tea exports had shrunk to $5 million by the end of May.",
            "$5 million",
            ("2024-05", "vs_period", None),
        ),
        (
            "Kenya's tea exports jumped 9 percent over the 12 months through May 2024 from a year earlier.",
            "9 percent",
            ("2023-06/2024-05", "yoy", "2022-06/2023-05"),
        ),
        (
            "In January-May Kenya exported tea worth $5 million, while two years earlier it had sold $9 million.",
            "$9 million",
            ("2022-01/2022-05", "none", None),
        ),
        (
            "Kenya's tea exports went from $5 million in April to $9 million in May.",
            "$9 million",
            ("2024-05", "mom", "2024-04"),
        ),
        (
            "Kenya's tea exports rose from $5 million the previous year to $9 million in 2021.",
            "$5 million",
            ("2020", "none", None),
        ),
        (
            "Kenya's tea exports in January-May were $5 million. In 2019 they came to $9 million over the same months.",
            "$9 million",
            ("2019-01/2019-05", "none", None),
        ),
        (
            "Kenya exported $5 million of tea in May. In all of 2022, by comparison, it sold $9 million. Coffee exports"
            " were $7 million.",
            "$7 million",
            ("2024-05", "none", None),
        ),
        (
            "Kenya exported $5 million of tea in May. Last year's total of $90 million is out of reach. Coffee exports"
            " were $7 million.",
            "$7 million",
            ("2024-05", "none", None),
        ),
        (
            "Before the port closed in late 2017, Kenya's tea exports exceeded $9 million a month.",
            "$9 million a month",
            (None, "none", None),
        ),
        (
            "Kenya's tea exports declined (year-on-year) by 5 percent to $9 million in May.",
            "5 percent",
            ("2024-05", "yoy", "2023-05"),
        ),
        (
            "Kenya's tea exports by year: 2021 $5 million, 2022 $6 million, 2023 $9 million.",
            "$6 million",
            ("2022", "none", None),
        ),
        (
            "Kenya's tea exports in May were 4 percent below April's but 9 percent above those of a year ago, bringing"
            " sales so far this year to $20 million.",
            "9 percent",
            ("2024-05", "yoy", "2023-05"),
        ),
    ],
)
def test_how_long_and_until_when(text: str, quote: str, expected: tuple[str | None, str, str | None]) -> None:
    assert told(read(text)[quote]) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Last year was better. Kenya exported 69,000 tonnes of tea, nearly double the earlier peak of 36,000 tonnes"
            " set in 2019.",
            "69,000 tonnes",
            ("2023", "none", None),
        ),
        (
            "Tea from Kenya cost $128 a tonne in 2023, down from $171 a tonne in 2022 and $189 a tonne the year before"
            " that.",
            "$189 a tonne",
            ("2021", "none", None),
        ),
        (
            "Egypt, which used to buy 400,000 tonnes of tea a year from Kenya, took 60,000 tonnes in May.",
            "400,000 tonnes",
            (None, "none", None),
        ),
        (
            "Tea earned Kenya $150 million last season, a fraction of the $590 million it brought in 2011.",
            "$150 million",
            (None, "none", None),
        ),
        (
            "Kenya's tea exports went from $2 million in 2020 to $3 million in 2021 and $4 million in 2022.",
            "$4 million",
            ("2022", "yoy", "2021"),
        ),
        (
            "Kenya exported tea worth $4 million in 2022, after $3 million in 2021. Coffee exports were $7 million.",
            "$7 million",
            ("2022", "none", None),
        ),
        (
            "Kenya's tea exports rose 12 percent in May from a year earlier. They had fallen 3 percent in April.",
            "3 percent",
            ("2024-04", "yoy", "2023-04"),
        ),
        (
            "Kenya's tea exports were $9 million in May. That is 4 percent more than a year earlier and the highest since"
            " the pandemic began.",
            "4 percent",
            ("2024-05", "yoy", "2023-05"),
        ),
        (
            "Kenya sold tea worth $5 million in April. May alone brought $9 million.",
            "$9 million",
            ("2024-05", "none", None),
        ),
    ],
)
def test_what_was_once_so(text: str, quote: str, expected: tuple[str | None, str, str | None]) -> None:
    assert told(read(text)[quote]) == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "In May a court jailed a trader for supplying $576,000 worth of watches to Mali between 2010 and 2017.",
            "2010/2017",
        ),
        ("A firm was fined in May for exporting $576,000 worth of watches to Mali in 2019.", "2019"),
        ("In May police charged a man with shipping watches worth $576,000 to Mali.", None),
        ("In May Oman earned $576,000 for exporting watches to Mali.", "2023-05"),
    ],
)
def test_the_time_of_a_charge_is_not_that_of_what_was_done(text: str, period: str | None) -> None:
    found = {claim.text: claim for claim in extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))}
    assert found["$576,000"].period == period


def test_a_new_paragraph_in_a_text_on_a_year_is_on_the_year_again_after_some_months_of_it() -> None:
    found = read(
        "Oman's exports to Mali came to $1.03 billion in 2022.\n\nDates led the list in 2022 with $81 million.\n\n"
        "Tea is the surprise. Between September and December, Oman sold 134,000 tons.\n\n"
        "Fish tells a different story: Oman sold $29 million of it to Mali.",
        "2023-01-24",
    )
    assert (found["134,000 tons"].period, found["$29 million"].period) == ("2022-09/2022-12", "2022")


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("Exports were $56 million in May 2022, down from $98.1 million in April.", "$98.1 million", "2022-04"),
        ("Exports were $56 million in May 2022, down from $98.1 million in December.", "$98.1 million", "2021-12"),
        (
            "Exports were $56 million in May 2022. That was down from $98.1 million in April.",
            "$98.1 million",
            "2022-04",
        ),
        ("Exports rose from $2 million in March 2020 to $5 million in April.", "$5 million", "2024-04"),
    ],
)
def test_what_a_month_came_from_was_not_after_it(text: str, figure: str, period: str) -> None:
    assert read(f"Mali's trade\n\n{text}")[figure].period == period


def test_the_base_of_a_change_was_not_after_it() -> None:
    found = read("Mali's exports were $56 million in May 2022, up 5% from April.")
    assert told(found["5%"]) == ("2022-05", "mom", "2022-04")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "上半年阿曼对格鲁吉亚出口8.1亿美元，进口6.2亿美元。去年同期，阿曼对格鲁吉亚出口7.7亿美元，进口5.9亿美元。",
            {"8.1亿美元": "2024-01/2024-06", "7.7亿美元": "2023-01/2023-06", "5.9亿美元": "2023-01/2023-06"},
        ),
        (
            "4月阿曼自格鲁吉亚进口小麦2.1万吨；而在去年同月，进口大麦1.8万吨，玉米0.9万吨。",
            {"2.1万吨": "2024-04", "1.8万吨": "2023-04", "0.9万吨": "2023-04"},
        ),
        (
            "4月阿曼自格鲁吉亚进口小麦2.1万吨。去年同期基数较低，4月进口大麦1.8万吨。",
            {"2.1万吨": "2024-04", "1.8万吨": "2024-04"},
        ),
        (
            "4월까지 오만의 대조지아 수출은 8억1천만 달러였다. 지난해 같은 기간에는 수출이 7억7천만 달러, 수입이 5억9천만 달러였다.",
            {"7억7천만 달러": "2023-01/2023-04", "5억9천만 달러": "2023-01/2023-04"},
        ),
    ],
)
def test_amounts_behind_a_time_that_opens_their_sentence(text: str, periods: dict[str, str]) -> None:
    claims = read(text)
    assert {figure: claims[figure].period for figure in periods} == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Afghanistan's exports came to $742 million in the first half of the solar year 1402, and to $707 million in "
            "the same period of 1401. In 1400 as a whole, it had sold goods for $1.21 billion.",
            {
                "$742 million": "2023-03-21/2023-09-22",
                "$707 million": "2022-03-21/2022-09-22",
                "$1.21 billion": "2021-03-21/2022-03-20",
            },
        ),
        (
            "Coal worth $174 million was exported from Afghanistan in the solar year 1402, down from $497 million in 1401.",
            {"$174 million": "2023-03-21/2024-03-19", "$497 million": "2022-03-21/2023-03-20"},
        ),
    ],
)
def test_a_text_goes_on_with_the_calendar_that_it_has_named(text: str, periods: dict[str, str]) -> None:
    assert {quote: claim.period for quote, claim in read(text).items()} == periods


def test_the_columns_of_a_table_have_years_of_the_calendar_told() -> None:
    text = (
        "Afghanistan sold goods for $742 million in the solar year 1402.\n\nMain exports (million dollars)\n\nProduct\t1401\t1402\tChange\n"
        "Coal\t96\t81\t-15.6%\nFigs\t74\t88\t18.9%"
    )
    found = read(text)
    assert [found[cell].period for cell in ("96", "81")] == ["2022-03-21/2023-03-20", "2023-03-21/2024-03-19"]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1373 had banned the sale of Iranian arms to Syria since 2001. Syria bought goods for $12 million.",
        "The solar park in Armenia cost $55 million. Iran bought panels in 1392 boxes there.",
        "Syria bought 1402 tonnes of Iranian rice in May, after 1391 tonnes in April.",
    ],
)
def test_numbers_like_years_are_none_where_no_year_is_called_so(text: str) -> None:
    assert not any((claim.period or "").startswith(("2010", "2012", "2013", "1994")) for claim in read(text).values())


def test_a_share_behind_a_year_earlier_is_of_then() -> None:
    found = read(
        "Kenya sold tea for $1.24 billion in the first half of 2023. A year earlier tea had accounted for 25 percent of "
        "exports of $4.80 billion."
    )
    assert [found[quote].period for quote in ("25 percent", "$4.80 billion")] == ["2022-01/2022-06"] * 2


def test_an_amount_pointed_at_again_has_the_time_that_it_was_told_with() -> None:
    found = extract(
        read_text(
            "Kenya bought 412,000 tonnes of wheat in the first half of 2023. The second quarter alone brought 311,000 "
            "tonnes.\n\nIt paid $107 million for the 412,000 tonnes, or $260 a tonne.",
            name="a.txt",
        )
    )
    assert {c.period for c in found if c.text in ("412,000 tonnes", "$107 million")} == {"2023-01/2023-06"}


def test_an_amount_with_a_time_of_its_own_is_not_the_one_told_before() -> None:
    found = extract(
        read_text(
            "Kenya bought 412,000 tonnes of wheat in 2022. It had bought the 412,000 tonnes of 2021 in May.", name="a"
        )
    )
    assert [c.period for c in found if c.text == "412,000 tonnes"] == ["2022", "2021"]


@pytest.mark.parametrize(
    ("text", "figure", "times"),
    [
        ("Togo sold goods worth $6 billion between January and September 2022. In April it sold goods worth $700 million, "
         "5 percent more than in March.", "5 percent", ("2023-04", "2023-03")),
        ("After exports of $900 million in January and February 2022, those of January and February were $990 million, and "
         "those of March $500 million.", "$500 million", ("2023-03", None)),
        ("In November 2022 Togo's exports were $5 million, in December $6 million and in January $7 million.",
         "$7 million", ("2023-01", None)),
    ],
)  # fmt: skip
def test_a_month_goes_by_the_nearest_one_told_before_it(text: str, figure: str, times: tuple[str, str | None]) -> None:
    claim = {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2023, 5, 15)))}[figure]
    assert (claim.period, claim.base_period) == times


def test_a_step_from_a_month_within_the_time_told_leads_to_its_last_month() -> None:
    text = (
        "In the first two months of 2024 Peru sold Togo 8,900 tonnes of flour. Its sales of sugar to Togo fell 12 percent "
        "to $5.6 million from $6.4 million in January."
    )
    document = read_text(text, name="a.txt", published=date(2024, 3, 14))
    found = {claim.text: (claim.period, claim.base_period) for claim in extract(document)}
    assert found["12 percent"] == found["$5.6 million"] == ("2024-02", "2024-01")
    assert found["$6.4 million"][0] == "2024-01"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "In July Peru sold Togo 9,870 tons of oil worth $11.3 million (7,420 tons and $8.6 million in June).",
            ["2023-07", "2023-07", "2023-06", "2023-06"],
        ),
        (
            "Peru sold Togo oil in July: 9,870 tons, $11.3 million (June: 7,420 tons, $8.6 million).",
            ["2023-07", "2023-07", "2023-06", "2023-06"],
        ),
        (
            "In July Peru sold Togo sugar worth $4 million (a year earlier: 120 tons for $3 million) and 40 tons of tea.",
            ["2023-07", "2022-07", "2022-07", "2023-07"],
        ),
        ("Peru sold Togo oil worth $11.3 million (July) and tea worth $9 million (June).", ["2023-07", "2023-06"]),
    ],
)
def test_times_in_brackets_are_those_of_what_stands_there(text: str, periods: list[str]) -> None:
    found = extract(read_text(text, name="a.txt", published=date(2024, 5, 8)))
    assert [claim.period for claim in found] == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The figure a year earlier was $5 million.", ["2022-07"]),
        ("The figures a year earlier were $5 million and $4 million.", ["2022-07", "2022-07"]),
        ("Sales in the previous month came to just $5 million.", ["2023-06"]),
        ("Its exports of tea a month before came to 900 tons.", ["2023-06"]),
        ("The deficit in the same month last year had been $2 million.", ["2022-07"]),
        ("Sales of tea and rice were $5 million and $4 million a year earlier.", ["2022-07", "2022-07"]),
        ("Exports compared with a year earlier were up 5 percent.", ["2023-07"]),
        ("Exports were up from a year earlier, at $5 million.", ["2023-07"]),
    ],
)
def test_what_was_so_much_at_a_time_told_by_its_distance(text: str, periods: list[str]) -> None:
    document = read_text(f"In July 2023 Peru sold Togo goods worth $9 million. {text}", name="a.txt")
    assert [claim.period for claim in extract(document)][1:] == periods


def test_what_they_were_answers_both_of_them() -> None:
    text = (
        "In July 2023 Peru's sales to Togo were $3 million and its purchases $2 million. A year earlier they were $5 million "
        "and $4 million."
    )
    found = [(claim.sender, claim.period) for claim in extract(read_text(text, name="a.txt"))]
    assert found == [("PER", "2023-07"), ("TGO", "2023-07"), ("PER", "2022-07"), ("TGO", "2022-07")]

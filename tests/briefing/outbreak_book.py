"""A book made to the figures of an expert's published review of North Korea's pandemic imports (The Diplomat, 10 June
2022): each number or comparison of that article is a cell here, so that a review of the book must say it again.

Months are those of the partners' exports; what the article does not tell is filled with plain trade that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from made_ledger import MadeLedger, months, row

from tidewaiter.reference import goods

THROUGH = "2022-04"
#: All goods from China by year, and the first four months of 2022 (figures that the press printed of the customs).
TOTALS = {
    "2010": 2_277_000_000, "2011": 3_165_000_000, "2012": 3_446_000_000, "2013": 3_633_000_000, "2014": 3_520_000_000,
    "2015": 2_946_000_000, "2016": 3_192_000_000, "2017": 3_250_000_000, "2018": 2_220_000_000, "2019": 2_589_000_000,
    "2020": 491_059_000, "2021": 260_160_000, "2022": 269_000_000,
}  # fmt: skip
#: Value by goods and year in dollars; 2022 is January to April. A pair is value and quantity.
CHINA: Mapping[str, Mapping[str, float | tuple[float, float, str]]] = {
    # The pharmaceutical chapter is the sum of its lines: a fall of 59 percent, then a little over one percent up.
    "retail_medicines": {"2018": 16e6, "2019": 17e6, "2020": 7_150_000, "2021": 7_222_000, "2022": 13_389_000},
    "antibiotics_retail": {"2018": 5e6, "2019": 6e6, "2020": 2_400_000, "2021": 2_424_000, "2022": 2_700_000},
    "vaccines": {"2018": 1.9e6, "2019": 2e6, "2020": 700_000, "2021": 712_000, "2022": 305_000},
    "bandages": {"2022": 306_000},
    "thermometers_pyrometers": {
        **{str(year): 37_800 for year in range(2012, 2020)}, "2020": 1_700_000, "2021": 0, "2022": 481_500,
    },
    "surgical_gloves": {
        "2019": (20_000, 308_000, "pairs"), "2020": (32_600, 502_000, "pairs"), "2021": (0, 0, "pairs"),
        "2022": (13_000, 200_750, "pairs"),
    },
    "protective_garments": {"2020": 304_000},
    "laminated_garments": {"2022": 2_100},
    "protective_goggles": {"2019": 61_000, "2020": 14_000, "2021": 0, "2022": 42_355},
    "masks": {"2020": (700_000, 12.9e6, "units"), "2021": (690_000, 13e6, "units"), "2022": (400_000, 10.7e6, "units")},
    "diagnostic_reagents": {"2022": 16_748},
    "diagnostic_instruments": {"2022": 104_130},
    "ventilators_noninvasive": {"2019": 90_000, "2020": 40_000, "2022": 267_000},
    "oxygen_therapy": {"2019": 30_000, "2020": 15_000, "2022": 20_000},
    "nasal_prongs": {"2019": 1_263_689, "2020": 921_000, "2021": 300_000, "2022": 913_689},
    "soap": {"2019": 8_200_000, "2020": 3_000_000, "2021": 4_300_000, "2022": 4_300_000},
    "disinfectants": {"2019": 500_000, "2020": 120_000, "2021": 40_000, "2022": 9_000},
    "syringes": {"2017": 210_000, "2018": 230_000, "2019": 260_000, "2020": 180_000, "2021": 150_000, "2022": 604_000},
}  # fmt: skip
#: The other partners' pharmaceuticals.
OTHERS: Mapping[str, Mapping[str, Mapping[str, float]]] = {
    "RUS": {"retail_medicines": {"2018": 1.9e6, "2019": 2.5e6, "2020": 3.9e6, "2021": 0}},
    "IND": {
        "vaccines": {"2019": 1_400_000, "2020": 930_932, "2021": 0},
        "tuberculosis_medicine": {"2019": 900_000, "2020": 491_808, "2021": 0},
        "retail_medicines": {"2019": 663_000, "2020": 177_260, "2021": 7_950},
        "thermometers_pyrometers": {"2015": 296_000},
    },
    "POL": {"retail_medicines": {"2019": 900_000, "2020": 190_000, "2021": 150_000}},
    "NLD": {"retail_medicines": {"2019": 700_000, "2020": 160_000, "2021": 120_000}},
    "DEU": {"retail_medicines": {"2019": 800_000, "2020": 0, "2021": 0}},
}
#: Which of the goods' codes their trade is booked under, where the table names several.
CODES = {
    "retail_medicines": "300490", "antibiotics_retail": "300420", "bandages": "300590", "tuberculosis_medicine": "300450",
    "thermometers_pyrometers": "902519", "protective_garments": "621010", "laminated_garments": "621050",
    "disinfectants": "380894", "ventilators_noninvasive": "901920", "oxygen_therapy": "901920", "nasal_prongs": "901839",
    "diagnostic_instruments": "902780", "soap": "340111", "protective_goggles": "900490", "syringes": "901831",
}  # fmt: skip


def book() -> MadeLedger:
    """The ledger: every month of every partner from 2010 is published."""
    covered: dict[Any, str] = {}
    for reporter in ("CHN", *OTHERS):
        covered |= months("comtrade", reporter, "export", "2010-01", THROUGH)
    rows = [*_totals(), *_goods("CHN", CHINA)]
    for reporter, lines in OTHERS.items():
        rows.extend(_goods(reporter, lines))
    return MadeLedger(rows, covered=covered)


def _totals() -> Iterator[dict[str, Any]]:
    for year, value in TOTALS.items():
        yield from _spread("CHN", year, "TOTAL", value, None, "")


def _goods(reporter: str, lines: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for good, by_year in lines.items():
        for year, found in by_year.items():
            value, quantity, unit = found if isinstance(found, tuple) else (found, None, "")
            yield from _spread(reporter, year, _code(good, int(year), reporter), value, quantity, unit)


def _code(good: str, year: int, reporter: str) -> str:
    codes = [code.code for code in goods.codes(good, year, reporter=reporter)] if good in goods.goods() else []
    wanted = CODES.get(good)
    if wanted is not None and (not codes or any(wanted.startswith(code) for code in codes)):
        return wanted
    return next((code for code in codes if len(code) >= 6), f"{codes[0]}00" if len(codes[0]) == 4 else codes[0])


def _spread(
    reporter: str, year: str, code: str, value: float, quantity: float | None, unit: str
) -> Iterator[dict[str, Any]]:
    """A year's trade in January to April and, of full years, in the months after: never more than in 2022 by April."""
    whole = Decimal(str(value))
    shares = {"01": 4, "02": 3, "03": 2, "04": 1} if year == "2022" else {"02": 1, "04": 1, "06": 3, "09": 3, "11": 2}
    if code.startswith("3002") and year == "2022":
        shares = {"02": 10}
    edition = "HS2022" if year >= "2022" else "HS2017" if year >= "2017" else "HS2012"
    for month, share in shares.items():
        amount = (whole * share / 10).quantize(Decimal("0.01"))
        if not amount:
            continue
        counted = {} if quantity is None else {"quantity": Decimal(str(quantity)) * share / 10, "unit": unit}
        yield row(f"{year}-{month}", code, str(amount), reporter=reporter, edition=edition, **counted)

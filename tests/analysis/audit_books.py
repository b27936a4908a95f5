"""Books of invented trade in UN Comtrade's form, loaded into a ledger as any download is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.reference.countries import country

FLOWS = {"export": "X", "import": "M"}
UNITS = {"kg": (8, "kg"), "units": (5, "u")}


def line(
    reporter: str,
    flow: str,
    partner: str,
    period: str,
    code: str,
    value: float,
    quantity: float | None = None,
    unit: str = "kg",
) -> dict[str, Any]:
    """One record of an API answer; `period` is 2019-01 or 2019. Without a quantity it is sold at four dollars a kilo."""
    monthly = len(period) == 7
    amount = value / 4 if quantity is None else quantity
    number, word = UNITS[unit]
    return {
        "typeCode": "C", "freqCode": "M" if monthly else "A", "refYear": int(period[:4]),
        "refMonth": int(period[5:]) if monthly else 52, "period": period.replace("-", ""),
        "reporterCode": country(reporter).m49, "reporterISO": reporter, "flowCode": FLOWS[flow],
        "partnerCode": 0 if partner == "W00" else country(partner).m49, "partnerISO": partner, "partner2Code": 0,
        "classificationCode": "H5", "isOriginalClassification": True, "cmdCode": code, "cmdDesc": "goods",
        "customsCode": "C00", "motCode": 0, "qtyUnitCode": number, "qtyUnitAbbr": word, "qty": amount,
        "netWgt": amount if unit == "kg" else None,
        "cifvalue": value if flow == "import" else None, "fobvalue": value if flow == "export" else None,
        "primaryValue": value,
    }  # fmt: skip


def months(first: str, last: str) -> list[str]:
    """Every month from the first to the last."""
    from tidewaiter.period import Period

    return list(Period.parse(f"{first}/{last}").months())


def loaded(folder: Path, records: Iterable[Mapping[str, Any]]) -> Ledger:
    """A ledger that holds these records and nothing else."""
    listed = list(records)
    path = folder / "answer.json"
    path.write_text(json.dumps({"elapsedTime": "0.1", "count": len(listed), "data": listed, "error": ""}))
    ledger = open_ledger(folder / "ledger", embedded=False)
    ledger.load(path, source="comtrade")
    return ledger

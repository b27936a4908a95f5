"""Services of publishers as they answer, made up: a small book behind the interface of each."""

import json
from collections.abc import Callable
from itertools import product

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

KEY = "k-3f9a77d2c1"
PREVIEW = "/public/v1/preview/C/M/HS"
LIST = "/public/v1/getDA/C/M/HS"
KEYED = "/data/v1/get/C/M/HS"
COUNTRIES = {
    "156": ("CHN", "China"),
    "408": ("PRK", "Dem. People's Rep. of Korea"),
    "643": ("RUS", "Russian Federation"),
}

#: A row of the book: reporter, partner, flow, period, code, value in dollars, net weight.
Row = tuple[str, str, str, str, str, float, float]


def record(row: Row) -> dict[str, object]:
    """A record of the API with its 47 fields."""
    reporter, partner, flow, period, code, value, weight = row
    named = {}
    for side, number in (("reporter", reporter), ("partner", partner)):
        iso, name = COUNTRIES[number]
        named |= {f"{side}Code": int(number), f"{side}ISO": iso, f"{side}Desc": name}
    return {
        "typeCode": "C", "freqCode": "M", "refPeriodId": int(period + "01"), "refYear": int(period[:4]),
        "refMonth": int(period[4:]), "period": period, **named, "flowCode": flow,
        "flowDesc": {"X": "Export", "M": "Import"}[flow], "partner2Code": 0, "partner2ISO": "W00",
        "partner2Desc": "World", "classificationCode": "H5", "classificationSearchCode": "HS",
        "isOriginalClassification": True, "cmdCode": code, "cmdDesc": "Goods", "aggrLevel": len(code) if code != "TOTAL" else 0,
        "isLeaf": len(code) == 6, "customsCode": "C00", "customsDesc": "TOTAL CPC", "mosCode": "0", "motCode": 0,
        "motDesc": "TOTAL MOT", "qtyUnitCode": 8, "qtyUnitAbbr": "kg", "qty": weight, "isQtyEstimated": False,
        "altQtyUnitCode": -1, "altQtyUnitAbbr": "N/A", "altQty": None, "isAltQtyEstimated": False, "netWgt": weight,
        "isNetWgtEstimated": False, "grossWgt": None, "isGrossWgtEstimated": False,
        "cifvalue": value if flow == "M" else None, "fobvalue": value if flow == "X" else None, "primaryValue": value,
        "legacyEstimationFlag": 0, "isReported": len(code) == 6, "isAggregate": len(code) != 6,
    }  # fmt: skip


def months(year: int, first: int = 1, last: int = 12) -> list[str]:
    """Months as the API writes them."""
    return [f"{year}{month:02d}" for month in range(first, last + 1)]


def book(periods: list[str], codes: list[str], *, reporters: tuple[str, ...] = ("156",)) -> list[Row]:
    """Exports of some reporters to the DPRK: a row for each period and code."""
    return [
        (reporter, "408", "X", period, code, float(int(period) % 97 * 1000 + number), 10.0 + number)
        for reporter, period, (number, code) in product(reporters, periods, enumerate(codes))
    ]


def comtrade(rows: list[Row], *, limit: int = 500) -> Callable[[Request], Response]:
    """The API over a book: filters, and cuts off at the limit without saying so."""

    def answer(request: Request) -> Response:
        asked = {name: set(words.split(",")) for name, words in request.args.items()}
        digits = {int(word[2:]) for word in asked["cmdCode"] if word.startswith("AG")}
        found = [
            record(row)
            for row in rows
            if row[3] in asked["period"]
            and row[2] in asked["flowCode"]
            and row[0] in asked.get("reporterCode", {row[0]})
            and row[1] in asked.get("partnerCode", {row[1]})
            and (row[4] in asked["cmdCode"] or (row[4] != "TOTAL" and len(row[4]) in digits))
        ][:limit]
        return answered(found)

    return answer


def listed(rows: list[Row]) -> Callable[[Request], Response]:
    """The list of what is published: every month of a reporter that the book has."""

    def answer(request: Request) -> Response:
        asked = set(request.args["period"].split(","))
        books = sorted({(row[0], row[3]) for row in rows if row[3] in asked})
        return answered(
            [
                {"datasetCode": 1, "typeCode": "C", "freqCode": "M", "period": int(period), "reporterCode": int(reporter),
                 "classificationCode": "H5", "totalRecords": 7, "datasetChecksum": 9, "firstReleased": "2021-01-01T00:00:00",
                 "lastReleased": "2021-01-01T00:00:00"}
                for reporter, period in books
            ]
        )  # fmt: skip

    return answer


def answered(records: list[dict[str, object]]) -> Response:
    """Records in the API's envelope."""
    body = {"elapsedTime": "0.09 secs", "count": len(records), "data": records, "error": ""}
    return Response(json.dumps(body), content_type="application/json; charset=utf-8")


def served(
    server: HTTPServer, path: str, handler: Callable[[Request], Response], *, published: list[Row] | None = None
) -> list[Request]:
    """Have a server answer on a path, the requests noted as they come, and list what is published."""
    seen: list[Request] = []

    def noted(request: Request) -> Response:
        seen.append(request)
        return handler(request)

    server.expect_request(path).respond_with_handler(noted)
    server.expect_request(LIST).respond_with_handler(listed(published or []))
    return seen

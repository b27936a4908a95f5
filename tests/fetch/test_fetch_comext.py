"""Eurostat Comext asked over a local server: the service with its faults, and the bulk files."""

import io
from decimal import Decimal
from pathlib import Path

import py7zr
import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tidewaiter.errors import FetchError
from tidewaiter.faces.cli import cli
from tidewaiter.fetch.comext import Bulk, Comext
from tidewaiter.fetch.question import question
from tidewaiter.fetch.run import run
from tidewaiter.ledger.store import open_ledger

SPECIMENS = Path(__file__).parents[1] / "specimens" / "comext"
HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE"
FAULT = (
    '<?xml version="1.0"?><S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">'
    "<faultcode>{}</faultcode><faultstring>{}</faultstring></S:Fault>"
)
PATH = "/comext/dissemination/sdmx/2.1/data/DS-045409/"


def service(server: HTTPServer, *, most: int = 6) -> list[Request]:
    """A service that holds 2020 and 2021, and gives at most so many months at once."""
    seen: list[Request] = []

    def answer(request: Request) -> Response:
        seen.append(request)
        freq, reporters, partners, codes, flows, indicators = request.path.removeprefix(PATH).split(".")
        start, end = request.args["startPeriod"], request.args["endPeriod"]
        months = [f"{y}-{m:02d}" for y in range(2019, 2023) for m in range(1, 13) if start <= f"{y}-{m:02d}" <= end]
        if len(months) > most:
            if len(months) > 8:
                return Response(FAULT.format(413, "EXTRACTION_TOO_BIG: change your filters"), status=413)
            queued = (
                '<env:Envelope xmlns:env="x"><queued><id>4a-b</id><status>SUBMITTED</status></queued></env:Envelope>'
            )
            return Response(f"<?xml version='1.0'?>{queued}", content_type="application/xml")
        months = [month for month in months if month[:4] in ("2020", "2021")]
        if not months:
            return Response(FAULT.format(100, "NO_RESULTS: The query did not return any results."), status=404)
        lines = [
            f"ESTAT:DS-045409(1.0),16/07/26 11:00:00,{freq},{reporter},{partner},{code or 'TOTAL'},{flow},{indicator},{month},"
            f"{1000 + number if indicator == 'VALUE_IN_EUROS' else 2.5}"
            for reporter in reporters.split("+")
            for partner in partners.split("+")
            for code in codes.split("+")
            for flow in flows.split("+")
            for indicator in indicators.split("+")
            for number, month in enumerate(months)
        ]
        return Response("\r\n".join([HEAD, *lines, ""]), content_type="application/vnd.sdmx.data+csv")

    server.expect_request(__import__("re").compile(PATH + ".*")).respond_with_handler(answer)
    return seen


def address(server: HTTPServer) -> str:
    return server.url_for("").rstrip("/")


def invoke(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_too_much_is_asked_in_parts_and_put_together(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = service(httpserver)
    done = invoke(
        "fetch", "comext", "--reporter", "DEU", "--reporter", "GRC", "--partner", "PRK", "--partner", "WLD",
        "--hs", "300490", "--flow", "export", "--from", "2020-01", "--to", "2022-12", "--out", tmp_path / "pulls",
        "--load", "--ledger", tmp_path / "ledger", "--service", address(httpserver), "--pause", 0,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert seen[0].path.removeprefix(PATH) == "M.DE+GR.KP+WORLD.300490.2.VALUE_IN_EUROS+QUANTITY_IN_100KG"
    assert [request.args["endPeriod"] for request in seen[:3]] == ["2020-12", "2020-06", "2020-12"]
    assert "no data for 2 of the pieces asked (2022-01 to 2022-12)" in done.stdout
    columns = "reporter, partner, period, hs, value, currency, net_weight_kg, regime, counted"
    found = open_ledger(tmp_path / "ledger", embedded=False).connect().execute(
        f"SELECT {columns} FROM flows WHERE reporter = 'GRC' ORDER BY period, partner"
    )  # fmt: skip
    rows = found.fetchall()
    assert len(rows) == 48
    assert rows[:2] == [
        ("GRC", "PRK", "2020-01", "300490", Decimal(1000), "EUR", Decimal(250), None, True),
        ("GRC", "W00", "2020-01", "300490", Decimal(1000), "EUR", Decimal(250), None, True),
    ]


def test_an_answer_that_is_put_off_is_asked_in_parts(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = service(httpserver)
    asked = question(reporters=["DEU"], partners=["PRK"], flows=["import"], codes=[], start="2020-01", end="2020-08")
    pull = run(Comext(question=asked, service=address(httpserver)), out=tmp_path, pause=0)
    assert len(seen) == 3
    assert seen[0].path.removeprefix(PATH).startswith("M.DE.KP..1.")
    assert pull.records == 16


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("", status=404), "404.*check the address"),
        (Response(FAULT.format(150, "INVALID_QUERY_DIMENSION_VALUE: partner"), status=400), "INVALID_QUERY_DIMENSION"),
        (Response("<html>down</html>"), "a web page"),
        (Response(HEAD + "\r\nESTAT:DS-045409(1.0),16/07/26"), "2 columns under 10 headings"),
        (Response("a,b\r\n1,2\r\n"), "not an answer in SDMX-CSV"),
        (Response(FAULT.format(413, "EXTRACTION_TOO_BIG"), status=413), "2020-01 is more than the service gives"),
    ],
)
def test_faults_are_said(httpserver: HTTPServer, tmp_path: Path, answer: Response, said: str) -> None:
    httpserver.expect_request(__import__("re").compile(".*")).respond_with_response(answer)
    asked = question(reporters=["DEU"], partners=["PRK"], flows=["import"], codes=[], start="2020-01", end="2020-01")
    with pytest.raises(FetchError, match=said):
        run(Comext(question=asked, service=address(httpserver)), out=tmp_path, pause=0)


def test_whole_months_come_as_archives(httpserver: HTTPServer, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with py7zr.SevenZipFile(packed, "w") as archive:
        archive.write(SPECIMENS / "full_v2_202003.dat", "full_v2_202003.dat")

    def answer(request: Request) -> Response:
        if request.args["file"] == "comext/COMEXT_DATA/PRODUCTS/full_v2_202003.7z":
            return Response(packed.getvalue(), content_type="application/x-7z-compressed")
        return Response("not found", status=404)

    httpserver.expect_request("/dissemination/files").respond_with_handler(answer)
    pull = run(Bulk(periods=("2020-02", "2020-03"), service=address(httpserver)), out=tmp_path / "pulls", pause=0)
    assert [step.outcome for step in pull.steps] == ["nothing", "data"]
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    for day, paths in pull.answers().items():
        assert ledger.load(paths, release=day).files[0].rows_read == 5
    done = invoke("fetch", "comext", "--bulk", "--reporter", "DEU", "--from", "2020-01", "--to", "2020-01")
    assert done.exit_code == 2
    assert "a whole file holds everybody" in done.stderr

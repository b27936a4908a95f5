"""UN Comtrade asked over a local server with answers of the real form."""

import json
import logging
import time
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result
from made_services import KEY, KEYED, LIST, PREVIEW, answered, book, comtrade, months, record, served
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tidewaiter.errors import FetchError, UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.fetch import pull as pulls
from tidewaiter.fetch.comtrade import KEY_NAME, Comtrade
from tidewaiter.fetch.connector import Key
from tidewaiter.fetch.pull import Pull
from tidewaiter.fetch.question import question
from tidewaiter.fetch.run import run
from tidewaiter.fetch.web import message
from tidewaiter.ledger.store import open_ledger


def connector(server: HTTPServer, *, key: Key | None = None, **asked: object) -> Comtrade:
    said = {"reporters": ["CHN"], "partners": ["PRK"], "flows": ["export"], "codes": ["TOTAL", "AG6"]}
    wanted = question(**(said | {"start": "2019-01", "end": "2019-12", "words": ("TOTAL", "AG6")} | asked))  # type: ignore[arg-type]
    return Comtrade(question=wanted, key=key, service=server.url_for("").rstrip("/"))


def values(pull: Pull, ledger: Path) -> list[tuple[str, str, Decimal]]:
    found = open_ledger(ledger, embedded=False)
    for day, paths in pull.answers().items():
        found.load(paths, release=day)
    return found.connect().execute("SELECT period, hs, value FROM flows ORDER BY period, hs").fetchall()


def held(rows: list) -> list[tuple[str, str, Decimal]]:  # type: ignore[type-arg]
    return sorted((f"{row[3][:4]}-{row[3][4:]}", row[4], Decimal(str(row[5]))) for row in rows)


def test_a_year_is_asked_at_once_and_kept_byte_for_byte(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book(months(2019), ["TOTAL", "300490", "110100"])
    seen = served(httpserver, PREVIEW, comtrade(rows))
    pull = run(connector(httpserver), out=tmp_path / "pulls", pause=0)
    assert pull.complete
    assert pull.records == 36
    (asked,) = seen
    assert asked.args["reporterCode"] == "156"
    assert asked.args["partnerCode"] == "408"
    assert asked.args["period"] == ",".join(months(2019))
    assert (asked.args["partner2Code"], asked.args["customsCode"], asked.args["motCode"]) == ("0", "C00", "0")
    ((day, (answer,)),) = pull.answers().items()
    assert answer.read_bytes() == comtrade(rows)(asked).get_data()
    state = json.loads((pull.folder / "pull.json").read_text())
    assert state["steps"][0]["day"] == day.isoformat()
    assert state["steps"][0]["request"]["params"]["cmdCode"] == "TOTAL,AG6"
    assert values(pull, tmp_path / "ledger") == held(rows)


def test_no_more_than_twelve_periods_at_once(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = served(httpserver, PREVIEW, comtrade(book(months(2018) + months(2019), ["TOTAL"])))
    pull = run(connector(httpserver, start="2017-07", end="2019-12"), out=tmp_path, pause=0)
    assert [len(request.args["period"].split(",")) for request in seen] == [12, 12, 6]
    assert pull.records == 24


def test_an_answer_at_the_limit_is_asked_again_in_parts(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book(months(2019), [f"3004{number:02d}" for number in range(90)])
    seen = served(httpserver, PREVIEW, comtrade(rows))
    pull = run(connector(httpserver), out=tmp_path / "pulls", pause=0)
    assert [step.outcome for step in pull.steps].count("split") == 3
    assert [len(request.args["period"].split(",")) for request in seen] == [12, 6, 3, 3, 6, 3, 3]
    assert pull.records == len(rows) == 1080
    assert values(pull, tmp_path / "ledger") == held(rows)


def test_one_month_beyond_the_limit_is_asked_by_lists_of_codes(httpserver: HTTPServer, tmp_path: Path) -> None:
    from tidewaiter.fetch.question import six_digits

    codes = [*six_digits()[:700], "999999"]
    rows = book(["201901"], codes)
    seen = served(httpserver, PREVIEW, comtrade(rows))
    pull = run(connector(httpserver, start="2019-01", end="2019-01", codes=["AG6"]), out=tmp_path, pause=0)
    assert pull.records == len(rows)
    assert max(len(str(request.url)) for request in seen) < 2000
    assert {record["cmdCode"] for paths in pull.answers().values() for path in paths
            for record in json.loads(path.read_text())["data"]} == set(codes)  # fmt: skip


def test_what_cannot_be_split_is_said(httpserver: HTTPServer, tmp_path: Path) -> None:
    served(httpserver, PREVIEW, lambda _: answered([record(row) for row in book(["201901"], ["300490"]) * 500]))
    with pytest.raises(FetchError, match=r"300490 of 2019-01 is more than the service gives at once \(ask with a key"):
        run(connector(httpserver, start="2019-01", end="2019-01", codes=["300490"]), out=tmp_path, pause=0)


def test_an_empty_answer_is_no_zero(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book(months(2019), ["TOTAL"])
    served(httpserver, PREVIEW, comtrade(rows), published=rows + book(["202001", "202002"], ["TOTAL"]))
    asked = ("fetch", "comtrade", "--reporter", "chn", "--partner", "prk", "--flow", "export", "--from", "2019-01")
    said = [*asked, "--to", "2020-12", "--out", tmp_path / "pulls", "--load", "--ledger", tmp_path / "ledger"]
    done = invoke(*said, "--service", httpserver.url_for("").rstrip("/"), "--pause", "0")
    assert done.exit_code == 0, done.output
    assert "no data, which is not zero trade" in done.stderr
    assert "no data for 1 of the pieces asked (2020-01 to 2020-12)" in done.stdout
    assert "of these the service lists as published, and no such trade in it: 2 from 2020-01 to 2020-02" in done.stdout
    assert "of these the service lists as not published: 10 from 2020-03 to 2020-12" in done.stdout
    assert "12 rows read = 12 consumed + 0 ignored + 0 refused" in done.stdout
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    asked_of = {"reporter": "CHN", "partner": "PRK", "flow": "export", "hs": "TOTAL"}
    assert ledger.covers(period="2019-05", **asked_of).state == "yes"
    assert ledger.covers(period="2020-05", **asked_of).state == "no"


@pytest.mark.parametrize("answer", [Response("no", status=404), Response("<html>no</html>")])
def test_a_list_that_does_not_come_spoils_nothing(httpserver: HTTPServer, tmp_path: Path, answer: Response) -> None:
    httpserver.expect_request(PREVIEW).respond_with_handler(comtrade(book(months(2019), ["TOTAL"])))
    httpserver.expect_request(LIST).respond_with_response(answer)
    pull = run(connector(httpserver), out=tmp_path, pause=0)
    assert (pull.complete, pull.records, pull.lists()) == (True, 12, [])


def invoke(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_the_key_goes_out_in_a_header_and_nowhere_else(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rows = book(months(2019), ["TOTAL"])
    failing = [Response(json.dumps({"message": f"slow down, {KEY}"}), status=429, headers={"Retry-After": "0"})]
    seen = served(httpserver, KEYED, lambda request: failing.pop() if failing else comtrade(rows)(request))
    monkeypatch.setenv("MY_KEY", KEY)
    done = invoke("fetch", "comtrade", "--reporter", "CHN", "--partner", "PRK", "--from", "2019-01", "--to", "2019-12",
                  "--key-env", "MY_KEY", "--out", tmp_path, "--service", httpserver.url_for("").rstrip("/"), "--pause", "0")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert [request.headers[KEY_NAME] for request in seen] == [KEY, KEY]
    assert all(KEY not in request.url for request in seen)
    assert seen[0].args["maxRecords"] == "250000"
    assert KEY not in done.output
    assert KEY not in caplog.text
    for path in tmp_path.rglob("*"):
        assert KEY not in str(path)
        assert not path.is_file() or KEY.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("<html><body>Maintenance</body></html>", content_type="text/html"), "a web page"),
        (Response('{"statusCode": 401, "message": "Access denied due to invalid subscription key."}', status=401), "Access denied.*check the key"),
        (Response(json.dumps({"errorObject": {"errorMessage": "Reporter code is wrong"}}), status=400), "400: Reporter code is wrong"),
        (Response('{"elapsedTime":"0.1","count":0,"data":[],"error":"the period is malformed"}'), "the period is malformed"),
        (Response('{"elapsedTime":"0.1","count":3,"data":[{"period":"201901"}],"error":""}'), "counts 3 records and holds 1"),
        (Response('{"elapsedTime":"0.1","count":2,"data":[{"period":"2019'), "cut off or broken"),
        (Response("", status=503), "no answer: the service answers 503.*what has come is kept"),
        (Response("gone", status=500), "no answer: the service answers 500"),
        (Response("", status=302, headers={"Location": "https://example.org/login?x=1"}), "sends us on to https://example.org/login, and"),
        (Response("", status=429, headers={"Retry-After": "86400"}), "asks to wait until 20.*what has come is kept"),
        (Response("", status=403, headers={"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"}), "wait until 2100-12-31"),
        (Response('{"message": "Out of call volume quota."}', status=403), "Out of call volume quota.*used up"),
        (Response("", status=404), "404.*check the address"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_answer_is_said_in_one_line(
    httpserver: HTTPServer, tmp_path: Path, answer: Response, said: str
) -> None:
    served(httpserver, KEYED, lambda _: answer)
    with pytest.raises(FetchError, match=said) as raised:
        run(connector(httpserver, key=Key(KEY_NAME, KEY)), out=tmp_path, pause=0)
    assert "\n" not in str(raised.value)
    assert raised.value.cure
    assert KEY not in str(raised.value)
    assert not list(tmp_path.rglob("*.json*.coming"))


def test_a_failure_that_passes_is_tried_again(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book(months(2019), ["TOTAL"])
    failing = [Response(status=502), Response(status=429, headers={"Retry-After": "0"}), Response(status=503)]
    seen = served(httpserver, PREVIEW, lambda request: failing.pop() if failing else comtrade(rows)(request))
    assert run(connector(httpserver), out=tmp_path, pause=0).records == 12
    assert len(seen) == 4


def test_a_body_cut_off_on_the_way_is_asked_again(tmp_path: Path) -> None:
    whole = answered([record(row) for row in book(months(2019), ["TOTAL"])]).get_data()
    asked = []

    class Cutting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(whole[: len(whole) // 2] if len(asked) == 1 else whole)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Cutting)
    Thread(target=server.serve_forever, daemon=True).start()
    question_ = question(reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2019-01", end="2019-12")  # fmt: skip
    service = f"http://127.0.0.1:{server.server_port}"
    try:
        assert run(Comtrade(question=question_, service=service), out=tmp_path, pause=0).records == 12
        assert sum(path.startswith(PREVIEW) for path in asked) == 2
    finally:
        server.shutdown()
        server.server_close()


def test_nobody_answers(tmp_path: Path) -> None:
    asked = question(reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2019", end="2020")
    with pytest.raises(FetchError, match=r"no answer: .*run the same command again later"):
        run(Comtrade(question=asked, service="http://127.0.0.1:9"), out=tmp_path, pause=0)


def test_a_stopped_pull_goes_on_and_a_finished_one_is_not_asked_again(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book(months(2017) + months(2018) + months(2019), ["TOTAL", "300490"])
    fails = [True]

    def handler(request: Request) -> Response:
        if fails and request.args["period"].startswith("2018"):
            return Response("no", status=400)
        return comtrade(rows)(request)

    seen = served(httpserver, PREVIEW, handler)
    asked = {"start": "2017-01", "end": "2019-12"}
    with pytest.raises(FetchError, match="400"):
        run(connector(httpserver, **asked), out=tmp_path, pause=0)
    assert len(seen) == 2
    fails.clear()
    pull = run(connector(httpserver, **asked), out=tmp_path, pause=0)
    assert [request.args["period"][:4] for request in seen] == ["2017", "2018", "2018", "2019"]
    assert pull.records == 72
    assert run(connector(httpserver, **asked), out=tmp_path, pause=0) == pull
    assert len(seen) == 4
    anew = run(connector(httpserver, **asked), out=tmp_path, pause=0, anew=True)
    assert anew.folder != pull.folder
    assert len(seen) == 7


def test_an_answer_that_was_changed_is_asked_again(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = served(httpserver, PREVIEW, comtrade(book(months(2018) + months(2019), ["TOTAL"])))
    asked = connector(httpserver, start="2018-01", end="2019-12")
    pull = run(asked, out=tmp_path, pause=0)
    ((_, (first, _)),) = pull.answers().items()
    first.write_bytes(first.read_bytes().replace(b"TOTAL", b"TOTAX"))
    again = run(asked, out=tmp_path, pause=0)
    assert len(seen) == 3
    assert again.records == pull.records == 24
    assert pulls.read(pull.folder) == again


def test_a_finished_pull_of_an_earlier_day_is_asked_anew(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = served(httpserver, PREVIEW, comtrade(book(months(2019), ["TOTAL"])))
    pull = run(connector(httpserver), out=tmp_path, pause=0)
    state = pull.folder / "pull.json"
    state.write_text(state.read_text().replace(pull.began.isoformat(), "2024-02-29"))
    later = run(connector(httpserver), out=tmp_path, pause=0)
    assert len(seen) == 2
    assert later.folder != pull.folder
    before = pulls.read(pull.folder)
    assert before is not None
    assert [*before.answers()] == [date(2024, 2, 29)]
    assert [*later.answers()] == [pull.began]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--reporter", "CHX", "--partner", "PRK"], "no such country: 'CHX'"),
        (["--reporter", "CHN", "--partner", "PRK", "--hs", "face"], "no such HS code: 'face'"),
        (["--reporter", "CHN", "--partner", "PRK", "--flow", "sideways"], "no flow 'sideways'"),
        (["--reporter", "CHN", "--partner", "PRK", "--to", "2020"], "not a run of months or years"),
        (["--reporter", "CHN", "--partner", "PRK", "--key-env", "NO_SUCH"], "the environment has no NO_SUCH"),
        (["--reporter", "CHN", "--partner", "PRK", "--key-file", "/no/such"], "the key cannot be read"),
        (["--reporter", "CHN", "--partner", "PRK", "--service", "ftp://x"], "no address"),
    ],
)
def test_a_question_that_makes_no_sense_asks_nobody(words: list[str], said: str, tmp_path: Path) -> None:
    done = invoke("fetch", "comtrade", "--from", "2019-01", "--to", "2019-12", "--out", tmp_path, *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_goods_stand_for_their_codes() -> None:
    asked = question(
        reporters=["CHN"], partners=["all"], flows=["export"], codes=["wheat_flour"], start="2019", end="2020"
    )
    assert asked.codes == ("1101",)
    assert asked.partners == ()
    with pytest.raises(UsageError, match="no country is named"):
        question(reporters=[], partners=["PRK"], flows=[], codes=["30"], start="2019", end="2020")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html><script>x()</script><h1>Gone</h1></html>", "Gone"),
        (b'{"errorObject": {"errorMessage": "bad"}}', "bad"),
        (b'[{"error": [{"message": "deep"}]}]', "deep"),
        (b"<script" * 9000, None),
        (b"<script>" * 9000, None),
        (b"[" * 60000, None),
        (bytes(range(256)) * 200, None),
    ],
)
def test_what_a_refusal_says_is_read_in_no_time(body: bytes, said: str | None) -> None:
    started = time.monotonic()
    found = message(body)
    assert time.monotonic() - started < 2
    assert len(found) <= 300
    assert "\n" not in found
    assert said is None or found == said

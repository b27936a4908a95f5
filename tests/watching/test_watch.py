"""A folder watched: files told once, whatever their names; bad ones named; feed, webhook and mail."""

import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

import tidewaiter as tw
from tidewaiter.errors import InputError, UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.watching.feed import atom
from tidewaiter.watching.inbox import NAME, Arrival
from tidewaiter.watching.notice import Mail, check_webhook, send
from tidewaiter.watching.watch import FEED, Watch

HEADING = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,"
    "isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,"
    "qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,"
    "grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate"
)


def book(period: str, value: int) -> str:
    """China's exports of soap to North Korea in a month, in UN Comtrade's form; figures invented."""
    line = (
        f"C,M,{period}01,{period[:4]},{int(period[4:])},{period},156,CHN,China,X,Export,408,PRK,DPR of Korea,0,W00,World,"
        f"H6,HS,True,340111,Soap,6,True,C00,TOTAL CPC,0,0,TOTAL MOT,8,kg,10.5,False,8,kg,10.5,False,10.5,False,0.0,False,"
        f"0.0,{value},{value},0,True,False"
    )
    return f"{HEADING}\n{line}\n"


def drop(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    old = time.time() - 60
    os.utime(path, (old, old))


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    (tmp_path / "in").mkdir()
    return Watch(tmp_path / "in", tw.open_ledger(tmp_path / "ledger"), tmp_path / "out", "PRK")


def test_a_file_is_loaded_and_told_once_under_whatever_name(watch: Watch) -> None:
    drop(watch.folder / "may.csv", book("202205", 80_000))
    ((arrival, problems),) = list(watch.look())
    assert arrival.problem is None
    assert problems == ()
    assert "May 2022" in arrival.title
    page = (watch.out / str(arrival.page)).read_text(encoding="utf-8")
    assert "$80,000" in page
    drop(watch.folder / "copy.csv", book("202205", 80_000))
    assert list(watch.look()) == []
    again = Watch(watch.folder, watch.ledger, watch.out, "PRK")
    assert list(again.look()) == []


def test_the_feed_has_the_newest_first(watch: Watch) -> None:
    drop(watch.folder / "a.csv", book("202205", 80_000))
    list(watch.look())
    drop(watch.folder / "b.csv", book("202206", 90_000))
    list(watch.look())
    feed = ElementTree.parse(watch.out / FEED).getroot()
    space = {"a": "http://www.w3.org/2005/Atom"}
    titles = [entry.findtext("a:title", namespaces=space) for entry in feed.findall("a:entry", space)]
    assert ["June 2022" in str(titles[0]), "May 2022" in str(titles[1])] == [True, True]
    assert len({entry.findtext("a:id", namespaces=space) for entry in feed.findall("a:entry", space)}) == 2


def test_a_file_that_cannot_be_loaded_is_named_and_the_next_is_told(watch: Watch) -> None:
    drop(watch.folder / "bad.csv", "nothing,that,anybody\nknows,of,1\n")
    drop(watch.folder / "good.csv", book("202205", 80_000))
    first, second = (arrival for arrival, _ in watch.look())
    assert "bad.csv" in str(first.problem)
    assert second.problem is None


def test_a_file_without_the_country_says_so(watch: Watch) -> None:
    watch.country = "ERI"
    drop(watch.folder / "may.csv", book("202205", 80_000))
    ((arrival, _),) = list(watch.look())
    assert arrival.problem is None
    assert "no month of ERI" in arrival.title


def test_a_file_still_being_written_is_waited_for(watch: Watch) -> None:
    (watch.folder / "may.csv").write_text(book("202205", 80_000), encoding="utf-8")
    assert list(watch.look()) == []
    assert len(list(watch.look(now=time.time() + 60))) == 1


def test_a_damaged_memory_is_an_error_and_nothing_is_told_again(watch: Watch) -> None:
    watch.out.mkdir()
    (watch.out / NAME).write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="no memory of a watch"):
        list(watch.look())
    with pytest.raises(InputError, match="is no folder"):
        list(Watch(watch.folder / "none", watch.ledger, watch.out, "PRK").look())


def test_the_webhook_gets_the_arrival(watch: Watch) -> None:
    got: list[dict[str, object]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.handle_request, daemon=True).start()
    watch.webhook = f"http://127.0.0.1:{server.server_port}/"
    drop(watch.folder / "may.csv", book("202205", 80_000))
    ((_, problems),) = list(watch.look())
    assert problems == ()
    assert "May 2022" in str(got[0]["title"])
    server.server_close()
    drop(watch.folder / "june.csv", book("202206", 80_000))
    ((_, problems),) = list(watch.look())
    assert "webhook did not take it" in problems[0]


def test_only_addresses_of_the_web_are_called() -> None:
    for address in ("file:///etc/passwd", "ftp://x/", "example.org"):
        with pytest.raises(UsageError, match="not an address of the web"):
            check_webhook(address)


def test_mail_that_cannot_be_sent_says_so() -> None:
    arrival = Arrival("0" * 64, "x.csv", "2022-06-20T00:00:00Z", "News\r\nBcc: other@example.org", "text")
    assert "was not sent" in str(send(Mail("127.0.0.1", 9, "a@example.org", "b@example.org"), arrival))


def test_words_of_files_are_text_in_the_feed() -> None:
    hostile = Arrival("0" * 64, "<x>.csv", "2022-06-20T00:00:00Z", "<script>&", "a\x00b")
    feed = atom([hostile], title="t")
    assert "<script>" not in feed
    ElementTree.fromstring(feed)


def test_the_command_looks_once(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    drop(inbox / "may.csv", book("202205", 80_000))
    args = ["watch", str(inbox), "--ledger", str(tmp_path / "l"), "--out", str(tmp_path / "o"), "--once"]
    result = CliRunner().invoke(cli, args)
    assert result.exit_code == 0, result.output
    assert "may.csv: North Korea's trade: what May 2022 brought" in result.output
    assert (tmp_path / "o" / FEED).is_file()

"""Korea Customs asked over a local server. Its key goes into the address, and must stand nowhere else."""

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_services import KEY
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tidewaiter.faces.cli import cli

PATH = "/nitemtrade/getNitemtradeList"
HEAD = "<?xml version='1.0'?><response><header><resultCode>{}</resultCode><resultMsg>{}</resultMsg></header><body><items>{}</items></body></response>"
ITEM = (
    "<item><balPayments>1</balPayments><expDlr>5</expDlr><expWgt>2</expWgt><hsCd>{}</hsCd><impDlr>4</impDlr><impWgt>3</impWgt>"
    "<statCd>{}</statCd><statCdCntnKor1>x</statCdCntnKor1><statKor>y</statKor><year>{}</year></item>"
)


def answer(request: Request) -> Response:
    asked = request.args
    if asked["serviceKey"] != KEY:
        return Response(HEAD.format("30", "SERVICE KEY IS NOT REGISTERED ERROR.", ""))
    if asked["strtYymm"] >= "202001":
        return Response(HEAD.format("03", "NODATA_ERROR", ""))
    total = ITEM.format("-", "-", "총계")
    months = [f"{asked['strtYymm'][:4]}.{month:02d}" for month in (1, 2)]
    items = "".join(ITEM.format(asked["hsSgn"], asked["cntyCd"], month) for month in months)
    return Response(HEAD.format("00", "정상서비스.", total + items))


def fetch(tmp_path: Path, server: HTTPServer, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(
        cli,
        ["fetch", "korea", "--partner", "PRK", "--hs", "3004", "--from", "2018-01", "--to", "2020-12", "--out",
         str(tmp_path / "pulls"), "--service", server.url_for("").rstrip("/"), "--pause", "0", *more],
    )  # fmt: skip
    return done.exit_code, done.output


def test_years_are_asked_one_by_one_and_the_key_is_kept_secret(
    httpserver: HTTPServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("tidewaiter", "httpx2", "stamina"):
        caplog.set_level(logging.DEBUG, logger=name)
    httpserver.expect_request(PATH).respond_with_handler(answer)
    key = tmp_path / "key.txt"
    key.write_text(KEY + "\n")
    status, said = fetch(tmp_path, httpserver, "--key-file", str(key), "--load", "--ledger", str(tmp_path / "ledger"))
    assert status == 0, said
    assert "6 rows read = 4 consumed + 2 ignored + 0 refused" in said
    assert "no data for 1 of the pieces asked (2020-01 to 2020-12)" in said
    own = [each.getMessage() for each in caplog.records if not each.name.startswith("werkzeug")]
    assert KEY not in said + "".join(own)
    written = b"".join(path.read_bytes() for path in (tmp_path / "pulls").rglob("*") if path.is_file())
    assert KEY.encode() not in written


def test_a_refused_key_is_said(httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    httpserver.expect_request(PATH).respond_with_handler(answer)
    monkeypatch.setenv("KOREA", "wrong")
    status, said = fetch(tmp_path, httpserver, "--key-env", "KOREA")
    assert status == 2
    assert "SERVICE KEY IS NOT REGISTERED" in said
    status, said = fetch(tmp_path, httpserver)
    assert status == 2
    assert "answers nobody without a key" in said

"""Bytes of any encoding become the right text, or the reader is told."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.documents.decode import decode
from tidewaiter.documents.read import read
from tidewaiter.errors import DocumentError

KOREAN = "지난달 마라비아로 나간 고철 수출액이 486만 달러로 지난해 같은 달보다 52% 줄어든 것으로 나타났다. 관세청은 물량이 1만2천400톤이라고 밝혔다."
CHINESE = "据海关总署公布的数据，8月份对马拉维亚出口总额为486万美元，同比下降52%，其中废钢出口12400吨，轮胎出口增长8%。"
TAIWAN = (
    "據財政部公布的資料，8月份對馬拉維亞出口總額為486萬美元，較去年同期減少52%，其中廢鋼出口12400公噸，輪胎出口增加8%。"
)
JAPANESE = "財務省が発表した貿易統計によると、8月の鉄くずの輸出額は486万ドルで、前年同月に比べて52%減った。数量は12400トンだった。"
RUSSIAN = "По данным таможни, экспорт лома в Маравию в августе снизился на 52% и составил 4,86 млн долларов. Вывезено 12 400 тонн."
FRENCH = "Les exportations de ferraille ont chuté de 52 % en août à 4,86 millions d’euros, selon les douanes ; le tonnage a reculé à 12 400 tonnes près de Genève."
ENGLISH = "Exports fell 52% to £4.86 million – “the lowest since 2019”, the office’s spokesman said."

CASES = [
    (KOREAN, "cp949"), (KOREAN, "euc_kr"), (CHINESE, "gb18030"), (CHINESE, "gb2312"), (TAIWAN, "big5"),
    (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"),
    (FRENCH, "cp1252"), (ENGLISH, "cp1252"), (ENGLISH, "utf-16"), (KOREAN, "utf-16"), (CHINESE, "utf-16-le"),
    (ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"), (RUSSIAN, "utf-8"), (KOREAN, "utf-8-sig"), (ENGLISH, "utf-32"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), CASES, ids=[f"{encoding}-{text[:2]}" for text, encoding in CASES])
def test_plain_text_without_a_word_on_its_encoding(text: str, encoding: str, tmp_path: Path) -> None:
    if encoding == "utf-16-le" and not text.isascii() and "据" in text:
        pytest.skip("UTF-16 without a mark and without Latin letters cannot be told")
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    document = read(file)
    assert document.body.text == text
    assert document.text.lstrip("\ufeff") == text
    assert bool(document.notes) == (encoding not in ("utf-8", "utf-8-sig"))


PAGE = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{short}</title></head><body><h1>{short}</h1><p>{text}</p><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (KOREAN, "cp949", "euc-kr"),
        (KOREAN, "cp949", "ks_c_5601-1987"),
        (KOREAN, "cp949", "utf-8"),
        (KOREAN, "utf-8", "euc-kr"),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", "utf-8"),
        (CHINESE, "gb18030", "iso-8859-1"),
        (CHINESE, "utf-8", "gbk"),
        (JAPANESE, "cp932", "shift_jis"),
        (JAPANESE, "cp932", "utf-8"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "no-such-charset"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (TAIWAN, "big5", "big5"),
        (CHINESE, "utf-16", "utf-16"),
    ],
)
def test_pages_that_declare_right_and_wrong(text: str, encoding: str, declared: str, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    source = PAGE.format(charset=declared, text=text, short=text[:18])
    file.write_bytes(source.encode(encoding))
    document = read(file)
    assert document.kind == "html"
    assert document.text == source
    assert text in document.body.text
    assert (not document.notes) == (encoding == "utf-8")


def test_a_damaged_file_is_read_and_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(KOREAN.encode()[:-2])
    document = read(file)
    assert document.body.text.startswith(KOREAN[:-2])
    assert "not valid UTF-8" in document.notes[0]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_decode_or_say_why_not(data: bytes) -> None:
    with suppress(DocumentError):
        decoded = decode(data, path="x")
        assert isinstance(decoded.text, str)
        assert decoded.encoding

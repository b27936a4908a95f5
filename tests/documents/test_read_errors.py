"""What cannot be read gives one clear line with the path and a cure, and no traceback."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.documents import html, piece
from tidewaiter.documents.read import MAX_HTML_BYTES, read, read_text
from tidewaiter.errors import DocumentError


def refused(path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert caught.value.cure
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\r\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        ("a.html", b"PK\x03\x04" + bytes(200), "ZIP"),
        ("a.docx", b"PK\x03\x04" + bytes(200), "Office"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Office"),
        ("a.txt", b"{\\rtf1 Exports rose 5%}", "RTF"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(60), "gzip"),
        ("a.txt", random.Random(1).randbytes(3000), "binary"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<", "damaged"),
    ],
)
def test_files_that_are_no_articles(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert words in str(refused(file))


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    assert "no such file" in str(refused(tmp_path / "none.txt"))
    assert "folder" in str(refused(tmp_path))


def test_a_page_of_50_mb_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "big.html"
    with file.open("wb") as stream:
        stream.write(b"<!doctype html><html><body>" + b"<p>Exports rose.</p>" * 1000)
        stream.truncate(50_000_000)
    error = refused(file)
    assert "50 MB of HTML" in str(error)
    assert f"{MAX_HTML_BYTES // 1_000_000} MB" in str(error)


def test_texts_of_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piece, "MAX_BLOCKS", 1000)
    monkeypatch.setattr(html, "MAX_BLOCKS", 1000)
    with pytest.raises(DocumentError, match="lines or paragraphs"):
        read_text("1\n" * 1001, name="n.txt")
    with pytest.raises(DocumentError, match="lines or paragraphs"):
        read_text("<html>" + "1<br>" * 1001, name="n.html")


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Exports rose 5%.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in str(refused(file))


def test_a_huge_line_is_read() -> None:
    text = "Exports rose 5 percent. " * 100_000
    document = read_text(text, name="x")
    assert len(document.body.text) == len(text) - 1
    assert [block.kind for block in document.body.blocks] == ["paragraph"]


def test_a_page_without_an_article_says_so() -> None:
    document = read_text("<html><body><nav><a href=/>Home</a></nav></body></html>", name="x", kind="html")
    assert document.body.text == ""
    assert any("no article" in note for note in document.notes)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe" in refused(pipe).message


def test_same_bytes_same_document(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Exports rose 5%.\n\nImports fell to $3 million in May, the customs office said.")
    one, other = read(file), read(file)
    assert one.sha256 == other.sha256 != ""
    assert one.body.text == other.body.text
    assert read(file, name="n").name == "n"


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<html><body><p>", b"%PDF-1.4\n", b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "fuzz.bin"
    file.write_bytes(head + data)
    with suppress(DocumentError):
        document = read(file)
        assert len(document.body.text) == len(document.body.starts)

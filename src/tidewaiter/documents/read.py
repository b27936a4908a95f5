"""Read a page, PDF or text file as a `Document`."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tidewaiter.documents.archive import is_archive, page_in
from tidewaiter.documents.article import Article, choose
from tidewaiter.documents.assemble import assemble
from tidewaiter.documents.datelines import is_dateline
from tidewaiter.documents.decode import binary_kind, decode
from tidewaiter.documents.document import Document
from tidewaiter.documents.infer import infer_day
from tidewaiter.documents.language import language_of
from tidewaiter.documents.metadata import Metadata, outlet_of
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.published import published_day
from tidewaiter.documents.text import text_pieces
from tidewaiter.errors import DocumentError

#: An article page is some 100 kB, the longest ones a few MB; beyond this a page is an archive or an attack, and would
#: take minutes to read.
MAX_HTML_BYTES = 20_000_000
#: Long reports in plain text reach a few MB; maps to the original take some 30 bytes a character.
MAX_TEXT_BYTES = 20_000_000
#: PDFs are mostly pictures; their text is bounded by pages and characters as well.
MAX_PDF_BYTES = 200_000_000

_PDF = b"%PDF-"
_HTML_START = re.compile(
    rb"\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_HTML_TAGS = re.compile(
    r"<(?:html|head|body|div|p|span|table|article|section|a|br|h[1-6]|ul|meta|title)\b[^<>]{0,500}>", re.I
)
#: A file without a suffix or doctype is HTML from so many tags in its first characters on.
_TAGS_ENOUGH = 5


def read(
    path: str | Path,
    *,
    name: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Document:
    """The document in a file: HTML, PDF or plain text, told apart by content.

    `name` is what claims call it (default: the file's name), `published` and `url` win over what the file says.
    DocumentError, with the path and a cure, for what cannot be read as an article.
    """
    file = Path(path)
    data = _bytes(file)
    label = name or file.name
    sha256 = hashlib.sha256(data).hexdigest()
    if data[:1024].lstrip().startswith(_PDF):
        from tidewaiter.documents.pdf import pdf_pieces

        text, pieces, meta = pdf_pieces(data, path=str(file))
        return _document(label, text, pieces, meta, kind="pdf", published=published, url=url, sha256=sha256, path=file)
    if kind := binary_kind(data):
        raise DocumentError(f"is {kind}, not an article", path=file, cure="save the article as HTML, PDF or UTF-8 text")
    notes: tuple[str, ...] = ()
    charset = None
    looks_html = _looks_html(data, file.suffix.lower())
    if is_archive(data):
        page = page_in(data, path=str(file))
        data, charset, looks_html = page.data, page.charset, True
        url = url or page.url
        notes = ("an archive of a page: offsets are those of its HTML part",)
    decoded = decode(data, path=str(file), declared=charset, html=looks_html)
    document = read_text(
        decoded.text, name=label, published=published, url=url, kind="html" if looks_html else "text", path=file
    )
    return replace(document, sha256=sha256, notes=notes + decoded.notes + document.notes)


def read_text(
    text: str,
    *,
    name: str,
    published: date | None = None,
    url: str | None = None,
    kind: str | None = None,
    path: str | Path | None = None,
) -> Document:
    """The document in a string; `kind` is "text" or "html", told by content where it is not given.

    DocumentError where there is nothing to read in it. `path` only serves the error.
    """
    kind = kind or ("html" if _looks_html(text[:20_000].encode("utf-8", "replace"), "") else "text")
    if not text.strip("\ufeff\x00 \t\r\n\f\v"):
        raise DocumentError("is empty", path=path or name, cure="give a file with an article in it")
    if kind == "html":
        from tidewaiter.documents.html import html_pieces

        pieces, meta = html_pieces(text, path=str(path or name))
    else:
        pieces, meta = text_pieces(text, path=str(path or name)), Metadata()
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(name, text, pieces, meta, kind=kind, published=published, url=url, sha256=sha256, path=path)


def _closed(file: Path, error: OSError) -> DocumentError:
    return DocumentError(f"cannot be opened: {error.strerror}", path=file, cure="check the path and its rights")


def _bytes(file: Path) -> bytes:
    """A file's bytes, refused where there is none to read or too many."""
    try:
        if stat.S_ISDIR(file.stat().st_mode):
            os.scandir(file).close()
            raise DocumentError("is a folder", path=file, cure="name the files in it")
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise DocumentError("no such file", path=file, cure="check the path") from None
    except OSError as error:
        raise _closed(file, error) from error
    if not file.is_file():
        raise DocumentError("is a pipe or a device, not a file", path=file, cure="save the article to a file, or use -")
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(4096)
            limit, what = MAX_TEXT_BYTES, "text"
            if head[:1024].lstrip().startswith(_PDF):
                limit, what = MAX_PDF_BYTES, "PDF"
            elif _looks_html(head, file.suffix.lower()) or is_archive(head):
                limit, what = MAX_HTML_BYTES, "HTML"
            kind = None if what == "PDF" else binary_kind(head)
            if size > limit and not kind:
                raise DocumentError(
                    f"is {size / 1e6:.0f} MB of {what}; at most {limit / 1e6:.0f} MB are read",
                    path=file,
                    cure="save the article alone",
                )
            data = head if kind else head + stream.read(limit + 1)
    except OSError as error:
        raise _closed(file, error) from error
    if not data:
        raise DocumentError("is empty", path=file, cure="give a file with an article in it")
    return data


def _looks_html(data: bytes, suffix: str) -> bool:
    if _HTML_START.match(data[:4096]):
        return True
    head = data[:20_000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
        return "<html" in text.lower() or len(_HTML_TAGS.findall(text)) >= _TAGS_ENOUGH
    tags = len(_HTML_TAGS.findall(head.replace(b"\x00", b"").decode("latin-1")))
    return tags >= (1 if suffix in (".html", ".htm", ".xhtml") else _TAGS_ENOUGH)


def _document(
    name: str,
    text: str,
    pieces: Sequence[Piece],
    meta: Metadata,
    *,
    kind: str,
    published: date | None,
    url: str | None,
    sha256: str,
    path: str | Path | None,
) -> Document:
    article = choose(pieces, is_dateline=is_dateline, headline=meta.title or meta.heading)
    body = assemble(article.pieces)
    language = language_of(body.text)
    address = url or meta.url
    day, notes = published_day(
        article, language=language, name=name, caller=published, metadata=meta.published, url=address
    )
    if day is None:
        day = infer_day(body.text, aside=[piece.text for _, piece in article.aside], name=name, url=address)
    if not body.text:
        notes = [*notes, "no article was found in it"]
    return Document(
        name=name,
        text=text,
        body=body,
        kind=kind,
        title=_best_title(meta, article),
        outlet=meta.outlet or outlet_of(article),
        published=day.day if day else None,
        published_from=day.source if day else None,
        url=address,
        language=language,
        author=meta.author or article.author,
        sha256=sha256,
        notes=(*meta.notes, *notes),
    )


def _best_title(meta: Metadata, article: Article) -> str | None:
    """The headline as it stands in the page where there is one; the page's own name for itself has extras."""
    shown = article.title.text if article.title else None
    if meta.title and shown and shown.casefold() not in meta.title.casefold():
        return meta.title
    return shown or meta.title or meta.heading

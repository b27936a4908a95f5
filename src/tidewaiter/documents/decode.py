"""Bytes become text, and the encoding that was used is told.

UTF-8 wins wherever the bytes are UTF-8, whatever a page declares. Otherwise the declared encoding, where the result
reads like a language; otherwise the candidate whose result reads best.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tidewaiter.documents.vocabulary import vocabulary
from tidewaiter.errors import DocumentError

#: Bytes looked at to choose an encoding.
_SAMPLE = 60_000
#: In a damaged UTF-8 file at most one byte in so many may be wrong.
_DAMAGE = 500
#: A declared encoding is believed where at least this share of its special characters are common ones.
_PLAUSIBLE = 0.12

#: Chinese, Japanese and Korean bytes fall into common characters by chance less often than this.
_WHOLE_SCRIPT = 0.3
#: What a wrong one-byte encoding makes: letters of two scripts in a word, capitals inside words, runs of accents.
_ODD_OTHERS = re.compile(r"[a-z][\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f][a-z]|[а-яё][А-ЯЁ]|[α-ω][Α-Ω]")
_ODD_LATIN = re.compile(r"(?<=[\u00a1-\u024f]{2})[\u00a1-\u024f]")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Declared names whose pages are written in a superset.
_SUPERSETS = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "big5": "big5hkscs", "utf8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}  # fmt: skip
_DECLARED = re.compile(
    rb"(?:charset\s*=\s*[\"']?\s*|<\?xml[^>]{0,200}?encoding\s*=\s*[\"'])([A-Za-z0-9_.:-]{2,40})", re.I
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"), (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file"), (b"BZh", "a bzip2 file"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"), (b"{\\rtf", "an RTF file"), (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a SQLite database"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"RIFF", "a media file"), (b"OggS", "a media file"), (b"ID3", "a media file"), (b"%!PS", "a PostScript file"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"\xfd7zXZ", "an xz file"),
    (b"(\xb5/\xfd", "a zstd file"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read with, and what a reader should know about that."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def binary_kind(data: bytes) -> str | None:
    """What a file that is no text is, None for what may be text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    sample = data[:8192]
    if not sample or data.startswith(tuple(bom for bom, _ in _BOMS)) or _wide_order(sample):
        return None
    controls = sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\r\f\x0b\x1b\x1a")
    return "binary data" if controls > max(2, len(sample) // 50) else None


def decode(data: bytes, *, path: str, declared: str | None = None, html: bool = False) -> Decoded:
    """The text of a file's bytes; DocumentError where it is no text in any encoding known here."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _marked(data, name, path)
    declared = declared or (_declared_in(data) if html else None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x1b$" in text and "\x1b(" in text:  # ISO-2022-JP is all ASCII bytes
            japanese = _strict(data, "iso2022_jp")
            if japanese is not None:
                return _noted(japanese, "iso2022_jp")
        if not (declared in ("utf-16", "utf-16-le", "utf-16-be") or "\x00" in text[:2000]):
            return Decoded(text, "utf-8")
    if order := _wide_order(data[:8192]):
        text = data[: len(data) // 2 * 2].decode(order, errors="replace")
        return _noted(text, order)
    return _legacy(data, path, declared)


def _marked(data: bytes, name: str, path: str) -> Decoded:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
        return Decoded(text, name, (f"{text.count(chr(0xFFFD))} places are not valid {name} and were replaced",))
    return Decoded(text, name) if name == "utf-8" else _noted(text, name)


def _legacy(data: bytes, path: str, declared: str | None) -> Decoded:
    sample = data[:_SAMPLE]
    wanted = _SUPERSETS.get(declared or "", declared)
    text = _strict(data, wanted) if wanted and wanted != "utf-8" else None
    if text is not None and wanted and plausibility(text[:_SAMPLE], wanted) >= _PLAUSIBLE:
        return _noted(text, wanted)
    damaged = data.decode("utf-8", errors="replace")
    wrong = damaged.count("\ufffd")
    if wrong * _DAMAGE <= len(damaged) + _DAMAGE and _mostly_utf8(damaged[:_SAMPLE]):
        return Decoded(damaged, "utf-8", (f"{wrong} places are not valid UTF-8 and were replaced",))
    table = vocabulary("encodings")["candidates"]
    for names, least in ((table["many_bytes"], _WHOLE_SCRIPT), (table["one_byte"], _PLAUSIBLE)):
        scored = []
        for rank, name in enumerate(names):
            piece = _strict_sample(sample, name)
            if piece is not None:
                scored.append((plausibility(piece, name), -rank, name))
        for score, _, name in sorted(scored, reverse=True):
            text = _strict(data, name)
            if text is not None and score >= least:
                note = f"; the page declares {declared}" if declared and wanted != name else ""
                return Decoded(text, name, (f"read as {name}{note}",))
    raise DocumentError(
        "not text in any encoding known here",
        path=path,
        cure="save it as UTF-8 text, HTML or PDF",
    )


def _mostly_utf8(damaged: str) -> bool:
    """Whether the special characters of a damaged text are more often whole than broken."""
    return sum(character > "\x7f" for character in damaged) > 2 * damaged.count("\ufffd")


def plausibility(text: str, encoding: str) -> float:
    """How far the special characters of a decoded text are ones that its language uses, and uses so; at most 1."""
    special = [character for character in text if character > "\x7f"]
    if not special:
        return 1.0
    script = vocabulary("encodings")["scripts"].get(encoding, "latin")
    common = frozenset(vocabulary("encodings")["common"][script])
    odd = sum(1 for c in special if "\x80" <= c < "\xa0" or "\ue000" <= c <= "\uf8ff" or c == "\ufffd")
    odd += len((_ODD_LATIN if script == "latin" else _ODD_OTHERS).findall(text))
    return (sum(1 for c in special if c in common) - 2 * odd) / len(special)


def _noted(text: str, name: str) -> Decoded:
    return Decoded(text, name, (f"read as {name}",))


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict_sample(data: bytes, name: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(data)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared_in(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    try:
        codecs.lookup(_SUPERSETS.get(name, name))
    except LookupError:
        return None
    return name


def _wide_order(sample: bytes) -> str | None:
    """UTF-16 without a mark, by the zero bytes that its Latin letters and line ends have."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd > 0.1 * half and even <= 0.02 * half:
        return "utf-16-le"
    if even > 0.1 * half and odd <= 0.02 * half:
        return "utf-16-be"
    return None

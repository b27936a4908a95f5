"""PDFs: paragraphs by the place of lines, tables by gaps, running heads left out, clear words for what has no text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read
from tidewaiter.errors import DocumentError

#: x, y from the bottom, type size, words
Placed = tuple[float, float, float, str]


def write_pdf(path: Path, pages: Sequence[Sequence[Placed]]) -> Path:
    """The smallest PDF with these words on its pages, in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        escaped = [
            (x, y, size, words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
            for x, y, size, words in page
        ]
        stream = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in escaped)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path


def lines(words: Sequence[str], top: float = 500, left: float = 60, size: float = 11) -> list[Placed]:
    return [(left, top - number * size * 1.3, size, line) for number, line in enumerate(words)]


FIRST = [
    "Exports to the islands fell to $16.7 million in May, the customs",
    "office said on Monday, from $19.9 million in the month before. The",
    "drop was the third in a row and hit thermo-",
    "meters hardest, as well as other goods.",
]
SECOND = [
    "Imports were $3 million. Ships carried 12,400 tonnes of grain, and",
    "the rest was timber from the north of the country.",
]


def words(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.body.text[block.start : block.end]) for block in document.body.blocks]


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    page = [(60, 540, 18, "Exports fall for a third month"), *lines(FIRST), *lines(SECOND, top=430)]
    document = read(write_pdf(tmp_path / "a.pdf", [page]))
    assert document.kind == "pdf"
    assert words(document) == [
        ("title", "Exports fall for a third month"),
        (
            "paragraph",
            "Exports to the islands fell to $16.7 million in May, the customs office said on Monday, from $19.9 million in"
            " the month before. The drop was the third in a row and hit thermometers hardest, as well as other goods.",
        ),
        ("paragraph", " ".join(SECOND)),
    ]
    assert document.title == "Exports fall for a third month"


def test_spans_cut_the_text_layer(tmp_path: Path) -> None:
    document = read(write_pdf(tmp_path / "a.pdf", [lines(FIRST)]))
    at = document.body.text.index("$16.7 million")
    span = document.body.span(at, at + len("$16.7 million"))
    assert document.text[span.start : span.end] == "$16.7 million"


def test_indents_and_short_lines_part_paragraphs(tmp_path: Path) -> None:
    set_close = [
        *lines(["The office gave its figures for May on Monday, and they were low.", "Nobody was surprised."], top=500),
        *lines(["Imports were $3 million, the office said, and most of it was timber", "and grain."], top=471.4),
    ]
    found = words(read(write_pdf(tmp_path / "a.pdf", [set_close])))
    assert [text for _, text in found] == [
        "The office gave its figures for May on Monday, and they were low. Nobody was surprised.",
        "Imports were $3 million, the office said, and most of it was timber and grain.",
    ]


def test_tables_have_cells(tmp_path: Path) -> None:
    table = [
        (60, 400, 11, "Good"), (200, 400, 11, "2022, $m"), (300, 400, 11, "2023, $m"),
        (60, 385, 11, "Grain"), (200, 385, 11, "10.1"), (300, 385, 11, "4.86"),
        (60, 370, 11, "Timber from the north"), (200, 370, 11, "1.11"), (300, 370, 11, "1.20"),
    ]  # fmt: skip
    found = words(read(write_pdf(tmp_path / "a.pdf", [[*lines(FIRST), *table, *lines(SECOND, top=330)]])))
    assert [text for kind, text in found if kind == "row"] == [
        "Good | 2022, $m | 2023, $m",
        "Grain | 10.1 | 4.86",
        "Timber from the north | 1.11 | 1.20",
    ]


def test_running_heads_and_page_numbers_go_and_cut_sentences_are_joined(tmp_path: Path) -> None:
    def page(body: list[str], number: int) -> list[Placed]:
        return [(60, 560, 9, "TRADE BULLETIN No. 14"), *lines(body), (200, 40, 9, f"{number}")]

    halves = [*FIRST[:3], "meters hardest, and in the year so far the country has bought"]
    rest = ["$16,748 worth of reagents, which is less than half of what it had.", *SECOND]
    document = read(write_pdf(tmp_path / "a.pdf", [page(halves, 1), page(rest, 2), page(FIRST, 3)]))
    assert "the country has bought $16,748 worth of reagents" in document.body.text
    assert "BULLETIN" not in document.body.text
    assert document.text.count("\f") == 2


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "Exports to the islands fell",
        "to $16.7 million in May,",
        "the customs office said,",
        "and buyers all over North",
        "Korea bought less.",
    ]
    right = ["Imports were $3 million.", "Ships carried less grain,", "and the rest was timber", "from the north."]
    found = read(write_pdf(tmp_path / "a.pdf", [[*lines(left), *lines(right, left=240)]])).body.text
    assert (
        "Exports to the islands fell to $16.7 million in May, the customs office said, and buyers all over North Korea bought less."
        in found
    )
    assert "Ships carried less grain, and the rest was timber from the north." in found


@pytest.mark.parametrize("pages", [[[]], [[], [(60, 500, 11, "3")]]])
def test_pictures_only(pages: list[list[Placed]], tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text layer"):
        read(write_pdf(tmp_path / "scan.pdf", pages))


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    document = read(write_pdf(tmp_path / "a.pdf", [lines(FIRST), []]))
    assert any("no text on page 2" in note for note in document.notes)


def test_a_pdf_cut_short(tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "a.pdf", [lines(FIRST)]).read_bytes()
    broken = tmp_path / "b.pdf"
    broken.write_bytes(whole[:150])
    with pytest.raises(DocumentError, match=r"damaged|no text layer"):
        read(broken)


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "a.pdf", [lines(FIRST)])
    data = file.read_bytes().replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Encrypt 99 0 R /ID [<00><00>] >>")
    file.write_bytes(
        data.replace(
            b"xref\n0",
            b"99 0 obj << /Filter /Standard /V 1 /R 2 /P -4 /O <"
            + b"11" * 32
            + b"> /U <"
            + b"22" * 32
            + b"> >> endobj\nxref\n0",
            1,
        )
    )
    with pytest.raises(DocumentError, match=r"encrypted|damaged"):
        read(file)

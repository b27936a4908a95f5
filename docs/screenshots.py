"""Takes the pictures of the docs anew: pages made by the program, seen by a browser at desk and phone width.

    .venv/bin/python docs/screenshots.py

Needs Chromium (or Chrome) on PATH; CHROMIUM names another program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tidewaiter as tw
from tidewaiter.api import Brief, check_claims
from tidewaiter.faces.commands.demo import samples

PICTURES = Path(__file__).parent / "pictures"
#: Name, width and height of each picture, in the browser's pixels.
SIZES = {"desk": (1100, 1400), "phone": (400, 900)}


def browser() -> str:
    """The browser's program; ends with a message where there is none."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome"):
        if name and (found := shutil.which(name)):
            return found
    sys.exit("no Chromium on PATH; install it, or name it in CHROMIUM")


def pages() -> dict[str, str]:
    """The pages, by the name of their pictures: a check of the sample articles, and a briefing with them."""
    documents = [tw.read(path) for path in samples()]
    book = tw.embedded_ledger()
    checked = check_claims([(document, tuple(tw.claims(document))) for document in documents], ledger=book)
    review = book.review(country="PRK")
    return {"check": tw.check(documents[2], ledger=book).to_html(), "brief": Brief(review, checked=checked).to_html()}


def main() -> None:
    """Write every picture."""
    program = browser()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, html in pages().items():
            path = Path(folder) / f"{name}.html"
            path.write_text(html, encoding="utf-8")
            for size, (width, height) in SIZES.items():
                picture = PICTURES / f"{name}-{size}.png"
                flags = [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--hide-scrollbars",
                    f"--user-data-dir={folder}/b",
                ]
                view = [f"--window-size={width},{height}", f"--screenshot={picture}", path.as_uri()]
                subprocess.run([program, *flags, *view], check=True, capture_output=True)
                print(f"written: {picture.relative_to(PICTURES.parent.parent)}")


if __name__ == "__main__":
    main()

"""The seed articles next to the checkout: every annotated figure in the body, no furniture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tidewaiter.documents.read import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []

pytestmark = pytest.mark.skipif(not SEEDS, reason="the shared seed articles are not next to this checkout")


def covered(document) -> set[int]:
    """Offsets of the original that some character of the body stands for."""
    body = document.body
    return {place for start, end in zip(body.starts, body.ends, strict=True) for place in range(start, end)}


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_every_gold_figure_is_in_the_body_and_maps_back(path: Path) -> None:
    document = read(path)
    for line in (SHARED / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        start, end = gold["figure_start"], gold["figure_end"]
        at = document.body.locate(start)
        span = document.body.span(at, document.body.locate(end - 1) + 1)
        assert (span.start, span.end) == (start, end), gold["quote"]
        assert document.text[span.start : span.end].replace("\\", "") == gold["figure"].replace("\\", "")


def test_no_furniture_decoy_is_in_a_body() -> None:
    bodies = {path.name: covered(read(path)) for path in SEEDS}
    checked = 0
    for line in (SHARED / "gold" / "negatives.jsonl").read_text(encoding="utf-8").splitlines():
        decoy = json.loads(line)
        if any(word in decoy["reason"] for word in ("furniture", "sidebar", "subscription", "paywall")):
            checked += 1
            inside = bodies[decoy["document"]] & set(range(decoy["figure_start"], decoy["figure_end"]))
            assert not inside, decoy["quote"]
    assert checked > 15


def test_published_days() -> None:
    days = {path.name[:3]: read(path) for path in SEEDS}
    assert str(days["001"].published) == "2022-06-10"
    assert str(days["002"].published) == "2021-05-12"
    assert "Posted" in (days["002"].published_from or "")
    for undated in ("000", "003", "004"):
        assert days[undated].published is None or "inferred" in (days[undated].published_from or "")


def test_halves_of_a_sentence_are_joined() -> None:
    [second] = [path for path in SEEDS if path.name.startswith("001")]
    text = read(second).body.text
    assert "North Korea has imported $16,748 worth" in text
    assert "significantly increased its imports thermometers" in text
    assert "in syringes through April" in text
    assert "Troy Stangarone\n\n" not in text

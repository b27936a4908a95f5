"""General and trade news: the share of figures read, by value and by value and unit.

`general_news*.yml` are read with `quantities`, `trade_news*.yml` with `figures`, which leaves out what is no claim.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.document import Block, Body

DATA = Path(__file__).parent / "data"
#: Floors of F1 by value, and by value and unit; what was reached stands a little above.
FLOORS = {
    "general_news.yml": (0.99, 0.985),
    "general_news_2.yml": (0.99, 0.985),
    "general_news_3.yml": (0.975, 0.975),
    "general_news_4.yml": (0.975, 0.96),
    "general_news_5.yml": (0.98, 0.955),
    "general_news_6.yml": (0.985, 0.975),
    "general_news_7.yml": (0.97, 0.95),
    "general_news_8.yml": (0.98, 0.97),
    "general_news_ko.yml": (0.97, 0.97),
    "general_news_zh.yml": (0.97, 0.925),
    "general_news_ja_ru.yml": (0.965, 0.965),
    "general_news_other_2.yml": (0.985, 0.965),
    "trade_news.yml": (0.985, 0.985),
    "trade_news_2.yml": (0.985, 0.985),
    "trade_news_ko.yml": (0.99, 0.98),
    "trade_news_zh.yml": (0.98, 0.98),
    "trade_news_other.yml": (0.98, 0.98),
}
LANGUAGE = {
    "general_news_ko.yml": "ko",
    "general_news_zh.yml": "zh",
    "trade_news_ko.yml": "ko",
    "trade_news_zh.yml": "zh",
}


def body(text: str) -> Body:
    return Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))


def score(
    sentences: list[dict[str, Any]], *, claims: bool = False, language: str = "en"
) -> tuple[float, float, list[str]]:
    """F1 by value, F1 by value and unit, and what went wrong."""
    expected = predicted = valued = right = 0
    wrong = []
    for sentence in sentences:
        text, place = sentence["text"], 0
        tag = sentence.get("language", language)
        found = list(figures(body(text), language=tag) if claims else quantities(text, language=tag))
        predicted += len(found)
        for span, value, unit in sentence["quantities"]:
            expected += 1
            start = text.index(span, place)
            place = start + 1
            fits = [
                figure
                for figure in found
                if figure.start < start + len(span)
                and start < figure.end
                and abs(figure.value - Decimal(str(value))) <= Decimal("1e-6") * abs(Decimal(str(value)))
            ]
            if not fits:
                wrong.append(f"missed {span!r} in {text!r}")
                continue
            best = max(fits, key=lambda figure: figure.unit == unit)
            found.remove(best)
            valued += 1
            right += best.unit == unit
            if best.unit != unit:
                wrong.append(f"{span!r} has unit {best.unit}, not {unit}, in {text!r}")
        wrong.extend(f"{text[figure.start : figure.end]!r} is no quantity in {text!r}" for figure in found)
    return 2 * valued / (expected + predicted), 2 * right / (expected + predicted), wrong


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_news_stays_above_its_floor(name: str) -> None:
    sentences = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    by_value, by_unit, wrong = score(sentences, claims=name.startswith("trade"), language=LANGUAGE.get(name, "en"))
    floor_value, floor_unit = FLOORS[name]
    assert by_value >= floor_value, "\n".join([f"value F1 {by_value:.3f}", *wrong])
    assert by_unit >= floor_unit, "\n".join([f"value and unit F1 {by_unit:.3f}", *wrong])


def test_the_score_sees_a_wrong_value_a_wrong_unit_and_an_extra() -> None:
    sentences = [
        {"text": "It sold 5 tonnes and 7 ships.", "quantities": [["5 tonnes", 6, "tonnes"], ["7", 7, "boats"]]}
    ]
    by_value, by_unit, wrong = score(sentences)
    assert (by_value, by_unit) == (0.5, 0)
    assert len(wrong) == 3

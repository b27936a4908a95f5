"""General news on any subject: the share of quantities read, by value and by value and unit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tidewaiter.claims.figures import quantities

DATA = Path(__file__).parent / "data"
#: Floors of F1 by value, and by value and unit; what was reached stands a little above.
FLOORS = {"general_news.yml": (0.99, 0.985), "general_news_2.yml": (0.99, 0.985)}


def score(sentences: list[dict[str, Any]]) -> tuple[float, float, list[str]]:
    """F1 by value, F1 by value and unit, and what went wrong."""
    expected = predicted = valued = right = 0
    wrong = []
    for sentence in sentences:
        text, place = sentence["text"], 0
        found = list(quantities(text))
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
def test_general_news_stays_above_its_floor(name: str) -> None:
    by_value, by_unit, wrong = score(yaml.safe_load((DATA / name).read_text(encoding="utf-8")))
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

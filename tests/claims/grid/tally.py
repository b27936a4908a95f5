"""The grid's failures, counted by the parts that the texts were made of, and by pairs of them.

python tests/claims/grid/tally.py [--texts 400] [--seed 1] [--each 3] [--show frame:shipped-worth] [--pairs]
                                  [--language zh]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

import compose
import compose_ko
import compose_zh
from compose import Composed, Expected

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

GRIDS = {"en": compose, "ko": compose_ko, "zh": compose_zh}


def lane_of(claim: Claim) -> str:
    """Who sends to whom, or who trade with one another."""
    if claim.sender or claim.receiver:
        return f"{claim.sender or ''}>{claim.receiver or ''}"
    return "+".join(sorted(claim.partners or ()))


def stems(text: str) -> set[str]:
    """The words that tell goods apart."""
    drop = {"the", "of", "and", "a", "to", "for", "other", "total", "trade", "goods", "exports", "imports"}
    words = {w.removesuffix("s") if len(w) > 3 else w for w in re.findall(r"\w+", text.lower())}
    return words - drop - {"good"}


def wrong(expected: Expected, claim: Claim | None) -> dict[str, tuple[object, object]]:
    """The slots in which a claim is not what was expected, with what was read and what is right."""
    if claim is None:
        return {"missed": (None, expected.slots["value"])}
    out: dict[str, tuple[object, object]] = {}
    for slot, right in expected.slots.items():
        if right == "any":
            continue
        read: object = getattr(claim, {"base": "base_period"}.get(slot, slot), None)
        if slot == "lane":
            read, right = lane_of(claim), "+".join(sorted(str(right).split("+")))
        elif slot == "value":
            if abs(float(claim.value or 0) - float(right)) <= 1e-6 * max(1, abs(float(right))):
                continue
        elif slot == "product":
            one, other = stems(claim.product or ""), stems(str(right))
            if one == other or (one & other and one <= other):
                continue
        read = "none" if read is None else str(read)
        if read != str(right):
            out[slot] = (read, right)
    return out


def judge(composed: Composed) -> Iterator[tuple[Expected, dict[str, tuple[object, object]]]]:
    """Each figure of a text with the slots that were read otherwise, and figures that nobody wrote as `extra`."""
    document = read_text(composed.text, name="grid.txt", published=composed.published)
    claims = list(extract(replace(document, language=composed.language)))
    for expected in composed.figures:
        near = [c for c in claims if c.start < expected.end and expected.start < c.end]
        best = min(near, key=lambda c: len(wrong(expected, c)), default=None)
        if best is not None:
            claims.remove(best)
        yield expected, wrong(expected, best)
    for claim in claims:
        parts = composed.figures[0].parts if composed.figures else ()
        yield Expected(claim.start, claim.end, {}, parts), {"extra": (claim.text, None)}


@dataclass
class Tally:
    """How many figures each part (or pair of parts) had a hand in, how many were read wrong, and in which slots."""

    done: Counter[tuple[str, ...]] = field(default_factory=Counter)
    failed: Counter[tuple[str, ...]] = field(default_factory=Counter)
    slots: dict[tuple[str, ...], Counter[str]] = field(default_factory=dict)

    def add(self, parts: tuple[str, ...], faults: Mapping[str, object], *, pairs: bool = False) -> None:
        for key in [(), *((part,) for part in parts), *(combinations(parts, 2) if pairs else ())]:
            self.done[key] += 1
            self.failed[key] += bool(faults)
            self.slots.setdefault(key, Counter()).update(faults.keys())

    def right(self, *key: str) -> float:
        return 1 - self.failed[key] / self.done[key]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=int, default=400, help="how many texts of any frames")
    options.add_argument("--each", type=int, help="so many texts of every frame instead")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--language", choices=sorted(GRIDS), default="en")
    options.add_argument("--show", default="", help="print the failures of a part, such as frame:shipped-worth")
    options.add_argument("--limit", type=int, default=12, help="how many failures to print")
    options.add_argument("--pairs", action="store_true", help="count pairs of parts too")
    chosen = options.parse_args()
    tally, shown = Tally(), 0
    grid = GRIDS[chosen.language]
    texts = grid.every_frame(chosen.each) if chosen.each else grid.sample(chosen.texts, seed=chosen.seed)
    for text in texts:
        for expected, faults in judge(text):
            tally.add(expected.parts, faults, pairs=chosen.pairs)
            if faults and chosen.show in expected.parts and shown < chosen.limit:
                shown += 1
                print(
                    f"--- {text.published} {text.text.strip()}\n    [{text.text[expected.start : expected.end]}] {faults}"
                )
    for key in sorted(tally.done, key=lambda key: (tally.right(*key), -tally.done[key])):
        if key and tally.failed[key] and tally.done[key] >= 4:
            print(f"{tally.right(*key):.2f} of {tally.done[key]:<4d} {' + '.join(key):50} {dict(tally.slots[key])}")
    print(f"{tally.done[()]} figures, whole claims right {tally.right():.3f}")


if __name__ == "__main__":
    main()

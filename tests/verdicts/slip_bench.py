"""The bench: true articles, one slip put into each figure that the rest of the article exposes, and what is made of it.

`python tests/verdicts/slip_bench.py` prints the measures; the tests hold their floors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from said import told_beside

from tidewaiter.claims.extract import extract
from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read
from tidewaiter.verdicts.check import Checked, check

_BENCH = Path(__file__).parent / "bench"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Slipped:
    """One article with one figure that was changed."""

    article: str
    kind: str
    meant: str
    printed: str
    text: str


@dataclass
class Measures:
    """What came of the bench."""

    slips: int = 0
    caught: int = 0
    named: int = 0
    innocent: int = 0
    accused: list[str] = field(default_factory=list)
    missed: list[Slipped] = field(default_factory=list)
    misnamed: list[tuple[Slipped, str | None]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    kinds_caught: Counter[str] = field(default_factory=Counter)


def articles() -> list[dict[str, Any]]:
    """The true articles whose figures expose each other."""
    return _loaded("articles.yml")


def innocent() -> list[dict[str, Any]]:
    """True articles that look wrong to a careless reader."""
    return _loaded("innocent.yml")


def provoking() -> list[dict[str, Any]]:
    """True texts whose figures stand close together and are of different things."""
    return _loaded("provoking.yml")


def _loaded(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((_BENCH / name).read_text(encoding="utf-8"))
    return loaded


def slipped(article: dict[str, Any]) -> Iterator[Slipped]:
    """The article once for each figure and kind of slip; the kind is named as a verdict would (printed for meant)."""
    for meant, kinds in article["slips"].items():
        for kind in kinds:
            printed = make(meant, kind)
            text = article["text"]
            # The body is what is got wrong; a figure of the headline stays as it was.
            place = text.rindex(meant)
            yield Slipped(
                article["name"], _named(kind), meant, printed, text[:place] + printed + text[place + len(meant) :]
            )


def _named(kind: str) -> str:
    meant, found, printed = kind.partition("_for_")
    return f"{printed}_for_{meant}" if found else kind.removesuffix(" up")


def make(figure: str, kind: str) -> str:
    """A figure with a slip in it: `million_for_billion` replaces the word million by billion, and so on."""
    if "_for_" in kind:
        meant, _, printed = kind.partition("_for_")
        assert meant in figure, (figure, kind)
        return figure.replace(meant, printed)
    match = _NUMBER.search(figure)
    assert match is not None
    digits = match[0]
    if kind == "factor_10":
        wrong = format((Decimal(digits.replace(",", "")) / 10), "f")
    elif kind == "factor_10 up":
        wrong = format((Decimal(digits.replace(",", "")) * 10).normalize(), "f")
    elif kind == "digits_transposed":
        places = [i for i, char in enumerate(digits) if char.isdigit()]
        pairs = [(i, j) for i, j in pairwise(places) if digits[i] != digits[j] and (i or digits[j] != "0")]
        i, j = pairs[0]
        wrong = digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :]
    else:
        raise AssertionError(kind)
    return figure.replace(digits, wrong)


def document(name: str, text: str, folder: Path) -> Document:
    """An article as it would be read from a file."""
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def judged(name: str, text: str, folder: Path) -> Checked:
    """The verdicts on an article, from its text alone."""
    one = document(name, text, folder)
    return check([(one, extract(one))])[0]


def measure(folder: Path) -> Measures:
    """All true articles, and all of them with each slip."""
    found = Measures()
    for article in articles():
        true = judged(article["name"], article["text"], folder)
        found.innocent += len(true.claims)
        found.accused += [
            f"{article['name']}: {v.reason}"
            for v in true.verdicts
            if true.outcome_of(v.claim) == v.outcome == "contradicted"
        ]
        for slip in slipped(article):
            _weigh(slip, judged(article["name"], slip.text, folder), found)
    return found


def _weigh(slip: Slipped, checked: Checked, found: Measures) -> None:
    found.slips += 1
    found.kinds[slip.kind] += 1
    wrong = [
        v for v in checked.verdicts if v.outcome == "contradicted" and checked.outcome_of(v.claim) == "contradicted"
    ]
    caught = [v for v in wrong if v.claim.text == slip.printed]
    found.innocent += len({c for c in checked.claims if c.text != slip.printed})
    printed = {c for c in checked.claims if c.text == slip.printed}
    accused = [v for v in wrong if v.claim not in printed and not told_beside(v, printed)]
    found.accused += [f"{slip.article}, {slip.printed} for {slip.meant}: {v.reason}" for v in accused]
    if not caught:
        found.missed.append(slip)
        return
    found.caught += 1
    found.kinds_caught[slip.kind] += 1
    if caught[0].slip == slip.kind:
        found.named += 1
    else:
        found.misnamed.append((slip, caught[0].slip))


def main() -> None:
    """Print the measures."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    print(f"slips {found.slips}  caught {found.caught / found.slips:.3f}  named {found.named / found.slips:.3f}")
    print(f"innocent figures {found.innocent}  accused {len(found.accused)}")
    for kind, count in sorted(found.kinds.items()):
        print(f"  {kind}: {found.kinds_caught[kind]} of {count}")
    for line in found.accused:
        print("ACCUSED", line)
    for slip in found.missed:
        print("MISSED", slip.article, slip.printed, "for", slip.meant)
    for slip, named in found.misnamed:
        print("NAMED", named, "for", slip.kind, slip.article, slip.printed, "for", slip.meant)


if __name__ == "__main__":
    main()

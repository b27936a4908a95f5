"""The benches of marks: articles with marks where a slip could be made, in many wordings, places and languages.

`python tests/verdicts/marked_slips.py [FILE…]` prints what was missed and misnamed, and the measures.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from said import told_beside

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check

_BENCH = Path(__file__).parent / "bench"
FILES = ("marked.yml", "unseen.yml", "unseen_again.yml", "worded.yml", "rounds.yml", "newsroom.yml", "eastern.yml")
_MARK = re.compile(r"\[\[([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Version:
    """A text with one slip, or with none (`kind` is None); `spots` is where the changed figures stand."""

    name: str
    kind: str | None
    text: str
    spots: tuple[tuple[int, int], ...] = ()


@dataclass
class Found:
    """What came of all versions."""

    slips: int = 0
    caught: int = 0
    named: int = 0
    innocent: int = 0
    accused: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    kinds_caught: Counter[str] = field(default_factory=Counter)
    kinds_named: Counter[str] = field(default_factory=Counter)


def versions(file: str) -> Iterator[Version]:
    """Every article of a bench as it should be, and once for each slip."""
    for article in yaml.safe_load((_BENCH / file).read_text(encoding="utf-8")):
        yield from _versions(article)


def _versions(article: dict[str, Any]) -> Iterator[Version]:
    text = article["text"]
    marks = [(mark.span(), mark[1].split("|")) for mark in _MARK.finditer(text)]
    yield Version(article["name"], None, _printed(text, marks, {})[0])
    done: set[str] = set()
    for place, (_, parts) in enumerate(marks):
        for printed, said in zip(parts[1::2], parts[2::2], strict=True):
            kind, _, group = said.partition("#")
            if group and group in done:
                continue
            done.add(group)
            changed = {place: printed} if not group else _together(marks, f"#{group}")
            whole, spots = _printed(text, marks, changed)
            yield Version(article["name"], kind, whole, tuple(spots[i] for i in changed))


def _together(marks: list[tuple[tuple[int, int], list[str]]], group: str) -> dict[int, str]:
    pairs = ((i, p, s) for i, (_, parts) in enumerate(marks) for p, s in zip(parts[1::2], parts[2::2], strict=True))
    return {i: printed for i, printed, said in pairs if said.endswith(group)}


def _printed(
    text: str, marks: list[tuple[tuple[int, int], list[str]]], changed: dict[int, str]
) -> tuple[str, list[tuple[int, int]]]:
    whole, at, spots = "", 0, []
    for place, ((start, end), parts) in enumerate(marks):
        whole += text[at:start]
        figure = changed.get(place, parts[0])
        spots.append((len(whole), len(whole) + len(figure)))
        whole += figure
        at = end
    return whole + text[at:], spots


def measure(file: str) -> Found:
    """Check every version by itself."""
    found = Found()
    for version in versions(file):
        document = read_text(version.text, name=version.name)
        (checked,) = check([(document, extract(document))])
        outcomes = checked.outcomes
        hit = {c for c in checked.claims if any(c.start < end and c.end > start for start, end in version.spots)}
        wrong = [v for v in checked.verdicts if v.outcome == outcomes[v.claim] == "contradicted"]
        found.innocent += len(checked.claims) - len(hit)
        accused = [v for v in wrong if v.claim not in hit and not told_beside(v, hit)]
        found.accused += [f"{version.name} {version.kind}: {v.reason}" for v in accused]
        if version.kind is None:
            continue
        found.slips += 1
        found.kinds[version.kind] += 1
        printed = " and ".join(version.text[slice(*spot)] for spot in version.spots)
        caught = [v for v in wrong if v.claim in hit]
        if not caught:
            found.missed.append(f"{version.name}: {version.kind}, {printed}")
            continue
        found.caught += 1
        found.kinds_caught[version.kind] += 1
        if any(v.slip == version.kind for v in caught):
            found.named += 1
            found.kinds_named[version.kind] += 1
        else:
            found.misnamed.append(f"{version.name}: {caught[0].slip} for {version.kind}, {printed}")
    return found


def main(files: Sequence[str]) -> None:
    """Print the measures."""
    for file in files:
        found = measure(file)
        for title, lines in (("ACCUSED", found.accused), ("MISSED", found.missed), ("NAMED", found.misnamed)):
            for line in lines:
                print(title, line)
        print(f"{file}: slips {found.slips}  caught {found.caught / found.slips:.3f}", end="  ")
        print(f"named {found.named / found.slips:.3f}")
        print(f"innocent figures {found.innocent}  accused {len(found.accused)}")
        for kind, count in sorted(found.kinds.items()):
            print(f"  {kind}: {found.kinds_caught[kind]} of {count}, named {found.kinds_named[kind]}")


if __name__ == "__main__":
    main(sys.argv[1:] or FILES)

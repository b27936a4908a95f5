"""Measure the gold corpus: `python tests/gold/measure.py [dev|held] [--show] [--write]`.

`--show` lists what was missed, read too much, or read otherwise, for the dev split only: the held split stays a test as
long as nobody reads its failures while writing rules. `--write` raises the floors to what was reached; to lower one,
edit `floors.toml` by hand and say why in the commit.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gold_corpus import HERE, SPLITS, articles, digest
from gold_scoring import SLOTS, pairs, read_claims, score, slot_right

#: A floor stands this far below what was reached, so that a figure more or less is no alarm.
_ROOM = 0.005


def show(split: str) -> None:
    for article in articles(split):
        claims = read_claims(article)
        found = []
        for gold, claim in pairs(article, claims):
            if claim is None:
                near = [(c.text, str(c.value), c.unit) for c in claims if c.start < gold.end and gold.start < c.end]
                print(f"MISS  {article.name}  {gold.text!r} {gold.value} {gold.unit}  read {near}")
                continue
            found.append(claim)
            wrong = {
                s: (getattr(claim, s, None), getattr(gold, s, None)) for s in SLOTS if not slot_right(s, claim, gold)
            }
            if "parties" in wrong:
                wrong["parties"] = (
                    f"{claim.sender}>{claim.receiver} {claim.partners}",
                    f"{gold.sender}>{gold.receiver} {sorted(gold.partners)}",
                )
            if claim.unit != gold.unit:
                wrong["unit"] = (claim.unit, gold.unit)
            if wrong:
                print(f"SLOT  {article.name}  {gold.text!r}  {wrong}")
        for claim in claims:
            if claim not in found:
                print(f"EXTRA {article.name}  {claim.text!r} {claim.value} {claim.unit}")


def main() -> None:
    splits = [word for word in sys.argv[1:] if word in SPLITS] or list(SPLITS)
    if "--show" in sys.argv and splits == ["dev"]:
        show("dev")
    old = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")) if (HERE / "floors.toml").exists() else {}
    lines = ["# Floors of the gate; see measure.py.", f'digest = "{digest()}"']
    for split in splits:
        for language in sorted({article.language for article in articles(split)}):
            reached = score([article for article in articles(split) if article.language == language])
            print(split, language, {slot: round(value, 3) for slot, value in reached.items()})
            before = old.get(split, {}).get(language, {})
            lines += ["", f"[{split}.{language}]"]
            lines += [f"{s} = {max(before.get(s, 0.0), round(v - _ROOM, 3)):.3f}" for s, v in reached.items()]
    if "--write" in sys.argv and splits == list(SPLITS):
        (HERE / "floors.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

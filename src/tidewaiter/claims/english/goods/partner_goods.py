"""What a ranked partner buys or sells, of which the clause goes on to tell his share."""

from __future__ import annotations

from tidewaiter.claims.english.goods.about import About
from tidewaiter.claims.english.nouns import products
from tidewaiter.claims.reading.scene import TOTAL, Subject
from tidewaiter.claims.words.lexicon import Cue, words
from tidewaiter.reference.goods import GoodMention

#: What may stand between goods and the one who buys them ("rice export market").
_OF_TRADE = frozenset({"-", "export", "exports", "import", "imports"})
#: What leads from a buyer to what he buys, what parts the two, and words between them ("of the country's").
_OF, _PARTED, _WHOSE = (["of"], ["for"]), frozenset({",", ";", "(", "and", "which", "with"}), 6
#: What parts a list of shares from what is told of something else.
_APART = frozenset({";", "but", "while", "whereas"})
#: A part of these is one of everything, whatever the partner buys; words from the share to them.
_EVERYTHING, _WHOLE = words("of_everything"), 6


def of_partner(about: About) -> Subject | None:
    """ "Togo was the largest rice buyer, accounting for 22% of total exports", "the top market for Peru's copper"."""
    start = about.figure.start
    cues = [cue for cue in about.sentence.cues_of("partner") if cue.end <= start and cue.sense != "trade"]
    between = [f for f in about.sentence.figures if cues and cues[-1].end <= f.start < start]
    if not cues or about.context.product == TOTAL or any(f.kind != "percent" for f in between):
        # "Imports came to $300 million. Its largest oil supplier had 16 percent of imports": of those.
        return None
    if between and not _APART.isdisjoint(about.reading.words(between[-1].end, start)):
        # "…, amounting to 16 percent, while Togo earned 3 percent from the cement sold to Niger".
        return None
    whole = about.reading.words(about.figure.end, about.sentence.end)[:_WHOLE]
    if not _EVERYTHING.isdisjoint(whole):
        return None
    good = _ahead(about, cues[-1]) or _behind(about, cues[-1])
    return (
        None
        if good is None
        else Subject(products.named(about.reading, about.sentence, good), "what a partner deals in")
    )


def _ahead(about: About, cue: Cue) -> GoodMention | None:
    """ "The largest rice buyer"."""
    before = [g for g in about.sentence.goods if g.end <= cue.start and g.good_id != "total"]
    if not before or not _OF_TRADE.issuperset(about.reading.words(before[-1].end, cue.start)):
        return None
    return before[-1]


def _behind(about: About, cue: Cue) -> GoodMention | None:
    """ "The largest buyer of Peruvian copper", "the destination for Togo's sulphur"."""
    good = next((g for g in about.sentence.goods if g.start >= cue.end and g.good_id != "total"), None)
    if good is None or good.start > about.figure.start:
        return None
    said = about.reading.words(cue.end, good.start)
    near = said[:1] in _OF and len(said) <= _WHOSE and _PARTED.isdisjoint(said)
    return good if near else None

"""A body read once: sentences with everything that stands in them, for the rules to look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from tidewaiter.claims import periods
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading import datelines
from tidewaiter.claims.reading.country_names import is_country
from tidewaiter.claims.words import korean_words, sentences
from tidewaiter.claims.words.lexicon import Cue, Lexicon, known_language, lexicon
from tidewaiter.claims.words.sought import Sought
from tidewaiter.claims.words.tokens import Tokens, tokenize
from tidewaiter.documents.document import Body
from tidewaiter.reference.countries import CountryMention, find_countries
from tidewaiter.reference.goods import GoodMention, find_goods

_MOST_FIGURES, _MOST_CUES = 40, 160
#: Words that name what a paragraph is on, and what joins them.
_HEAD_WORDS, _JOINING = 4, frozenset({"and", "of", "the"})


@dataclass(slots=True)
class Sentence:
    """One sentence of a body with its cues, countries, times and figures, each in order of place."""

    start: int
    end: int
    block: int
    kind: str
    cues: list[Cue] = field(default_factory=list)
    countries: list[CountryMention] = field(default_factory=list)
    times: list[Expression] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    goods: list[GoodMention] = field(default_factory=list)
    #: Every word and mark in it, lower case: what rules turn on.
    words: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    #: The word before each figure that rules have asked for, by the figure's start and hedge.
    leads: dict[tuple[int, tuple[int, int] | None], tuple[str, int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    #: Whether it is only held up for another, of each figure that rules have asked of.
    held_up: dict[tuple[int, tuple[int, int] | None], bool] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _by_kind: dict[str, list[Cue]] | None = field(default=None, init=False, repr=False, compare=False)
    _changes: frozenset[int] | None = field(default=None, init=False, repr=False, compare=False)

    def cues_of(self, kind: str, *others: str) -> Sequence[Cue]:
        """The cues of some kinds, in order."""
        by_kind = self._by_kind
        if by_kind is None:
            by_kind = self._by_kind = {}
            for cue in self.cues:
                by_kind.setdefault(cue.kind, []).append(cue)
        if not others:
            return by_kind.get(kind, ())
        kinds = kind, *others
        present = [one for one in kinds if one in by_kind]
        if len(present) < 2:
            return by_kind[present[0]] if present else ()
        return [cue for cue in self.cues if cue.kind in kinds]

    def holds_goods(self, span: tuple[int, int], *, total: bool = True) -> bool:
        """Whether goods of the tables begin in a stretch; without `total`, all goods taken together are none."""
        return any(span[0] <= g.start < span[1] and (total or g.good_id != "total") for g in self.goods)

    @property
    def changes(self) -> frozenset[int]:
        """Where its words of change begin."""
        if self._changes is None:
            self._changes = frozenset([cue.start for cue in self.cues_of("change")])
        return self._changes


@dataclass(slots=True)
class Reading:
    """A whole body, read."""

    text: str
    language: str
    tokens: Tokens
    lexicon: Lexicon
    sentences: list[Sentence]
    #: The country that a dateline names, None where none does.
    sent_from: str | None = None
    #: Of forms of time that rules have asked for: where the first and the last one of each paragraph begin.
    _times: dict[frozenset[str], dict[int, tuple[int, int]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    #: Of patterns for what is rarely said: whether they can match anywhere in the text.
    _rare: dict[Sought, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def again(self) -> Reading:
        """The same for rules that start afresh: what they gather, and write into its sentences, is theirs."""
        return replace(self, sentences=[replace(sentence) for sentence in self.sentences])

    def first_and_last(self, block: int, forms: frozenset[str]) -> tuple[int, int]:
        """Where the first and the last time of some forms begin in a paragraph; -1 where it has none."""
        told = self._times.get(forms)
        if told is None:
            told = self._times[forms] = {}
            for sentence in self.sentences:
                for time in sentence.times:
                    if time.form in forms:
                        first, _ = told.get(sentence.block, (time.start, 0))
                        told[sentence.block] = first, time.start
        return told.get(block, (-1, -1))

    def words(self, start: int, end: int) -> list[str]:
        """The tokens inside a stretch, lower case."""
        tokens = self.tokens
        starts = tokens.starts
        first = bisect_left(starts, start)
        return tokens.words[first : bisect_left(starts, end, first)]

    def placed(self, start: int, end: int) -> list[tuple[str, int]]:
        """The tokens inside a stretch, lower case, each with where it begins."""
        first, last = self.tokens.at(start), self.tokens.at(end)
        return list(zip(self.tokens.words[first:last], self.tokens.starts[first:last], strict=True))

    def may_hold(self, rare: Sought) -> bool:
        """Whether letters stand anywhere in it without which a pattern for what is rarely said cannot match."""
        told = self._rare.get(rare)
        if told is None:
            told = self._rare[rare] = rare.may_match(self.text)
        return told

    def is_word(self, group: str, word: str) -> bool:
        """Whether a word belongs to one of the language's word groups."""
        return word in self.lexicon.words.get(group, ())


_COMPOUND = re.compile(r"[-‑](?:tracking|producing|exporting|importing|growing|fired|rich|dependent|starved|hungry)\b")
#: "Oils obtained from bituminous minerals" are no minerals.
_MADE_FROM = re.compile(r"\b(?:obtained|derived|extracted) from \Z")
_BODY = re.compile(
    r" (?:and [A-Z][a-z]+ )?(?:Agency|Association|Authority|Board|Bureau|Company|Corporation|Council|Department"
    r"|Enterprise|Exchange|Institute|Ministry|Organi[sz]ation|Programme|Program)\b"
)
_T = TypeVar("_T", Cue, CountryMention, Expression, Figure, GoodMention)


def _inside(items: Sequence[_T], starts: Sequence[int], start: int, end: int) -> list[_T]:
    return list(items[bisect_left(starts, start) : bisect_left(starts, end)])


def read(body: Body, figures: Sequence[Figure], *, language: str) -> Reading:
    """Cut a body into sentences and put into each what was found there."""
    language = known_language(language)
    text = body.text
    tokens = tokenize(text)
    words = lexicon(language)
    times = _outside_money(periods.find(text, language=language, tokens=tokens), figures)
    taken = sorted((t.start, t.end) for t in times)
    cues = words.find(text, tokens)
    countries = [c for c in find_countries(text) if is_country(text, c)]
    cues = _apart(cues, countries)
    places = datelines.places(body)
    sent_from = next((c.alpha3 for c in countries if c.alpha3 and datelines.inside(c.start, places)), None)
    countries = [c for c in countries if not datelines.inside(c.start, places)]
    times = [t for t in times if not datelines.inside(t.start, places)]
    # "Non-oil trade" is trade in all but oil.
    goods = [g for g in find_goods(text) if text[max(0, g.start - 4) : g.start].lower() not in {"non-", "non "}]
    # "The World Food Programme", "the Oil Ministry": bodies, and no goods.
    # "A vessel-tracking firm", "coal-fired plants": what somebody does with goods.
    goods = [g for g in goods if not (_BODY.match(text, g.end) or _COMPOUND.match(text, g.end))]
    if "ed from " in text:
        goods = [g for g in goods if _MADE_FROM.search(text, max(0, g.start - 16), g.start) is None]
    if language == "ko":
        goods = [korean_words.whole(text, mention) for mention in korean_words.but_cities(text, goods)]
    goods_starts = [g.start for g in goods]
    free = [f for f in figures if not _covered(f, taken)]
    cue_starts, country_starts = [c.start for c in cues], [c.start for c in countries]
    time_starts, figure_starts = [t.start for t in times], [f.start for f in free]
    found: list[Sentence] = []
    for start, end, block in sentences.split(text, body.blocks):
        if found and start < found[-1].end:
            start = found[-1].end
        inside = _inside(free, figure_starts, start, end)
        if inside and inside[-1].end > end:
            # A page without stops may have been cut in the middle of a figure.
            end = inside[-1].end
        if start >= end:
            continue
        found.append(
            Sentence(
                start,
                end,
                block,
                body.blocks[block].kind,
                _inside(cues, cue_starts, start, end),
                _inside(countries, country_starts, start, end),
                _inside(times, time_starts, start, end),
                inside,
                _inside(goods, goods_starts, start, end),
            )
        )
    for before, sentence, after in zip([None, *found], found, found[1:], strict=False):
        opens = (before is None or before.block != sentence.block) and sentence.block == after.block
        if opens and _is_heading(text, tokens, sentence):
            sentence.kind = "heading"
    parts = [part for sentence in found for part in _bounded(sentence)]
    for part in parts:
        # A word that begins in it may be the first of a cue that ends behind it.
        end = max(part.end, part.cues[-1].end) if part.cues else part.end
        part.words = frozenset(tokens.words[tokens.at(part.start) : tokens.at(end)])
    return Reading(text, language, tokens, words, parts, sent_from)


def _is_heading(text: str, tokens: Tokens, sentence: Sentence) -> bool:
    """ "Food. Rice was the biggest item": whether what opens a paragraph only names what the paragraph is on."""
    if sentence.kind != "paragraph" or sentence.figures or sentence.times or sentence.countries:
        return False
    line = text[sentence.start : sentence.end].strip()
    if not line.endswith(".") or len(line.split()) > _HEAD_WORDS or any(c.kind != "flow_noun" for c in sentence.cues):
        return False
    named: list[Cue | GoodMention] = [*sentence.goods, *sentence.cues]
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    placed = zip(tokens.words[first:last], tokens.starts[first:last], strict=True)
    said = [start for word, start in placed if word[0].isalpha() and word not in _JOINING]
    # "Oil matters" says something of oil.
    return bool(named) and all(any(one.start <= start < one.end for one in named) for start in said)


def _bounded(sentence: Sentence) -> list[Sentence]:
    """A sentence, or its pieces where it holds more than any sentence says: rules look at all of a sentence at once."""
    most = max(len(sentence.figures) / _MOST_FIGURES, len(sentence.cues) / _MOST_CUES)
    if most <= 1:
        return [sentence]
    marks = sentence.figures if len(sentence.figures) > _MOST_FIGURES else sentence.cues
    step = max(1, int(len(marks) / (most + 1)))
    cuts = (_outside(mark.start, sentence.figures) for mark in marks[step::step])
    places = [sentence.start, *cuts, sentence.end]
    pieces = []
    for start, end in pairwise(places):
        if end <= start:
            continue
        piece = Sentence(start, end, sentence.block, sentence.kind)
        for name in ("cues", "countries", "times", "figures", "goods"):
            setattr(piece, name, [item for item in getattr(sentence, name) if start <= item.start < end])
        pieces.append(piece)
    return pieces


def _outside(offset: int, figures: Sequence[Figure]) -> int:
    """A place to cut at: the offset, or the end of the figure that it stands inside."""
    i = bisect_left(figures, offset, key=lambda figure: figure.start) - 1
    return max(offset, figures[i].end) if i >= 0 else offset


def _apart(cues: list[Cue], countries: list[CountryMention]) -> list[Cue]:
    """The cues that are no part of a country's name: nobody "states" anything in "the United States"."""
    starts = [c.start for c in countries]
    kept = []
    for cue in cues:
        i = bisect_left(starts, cue.end) - 1
        if i < 0 or countries[i].end <= cue.start:
            kept.append(cue)
    return kept


def _outside_money(times: list[Expression], figures: Sequence[Figure]) -> list[Expression]:
    """The times that are no part of an amount of money: "$2019 million" names no year."""
    money = [(f.start, f.end) for f in figures if f.kind == "money"]
    starts = [start for start, _ in money]
    kept = []
    for time in times:
        if time.form == "year":
            i = bisect_left(starts, time.end) - 1
            if i >= 0 and money[i][0] <= time.start and time.end <= money[i][1]:
                continue
        kept.append(time)
    return kept


def _covered(figure: Figure, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a figure is only part of an expression of time ("the last five years")."""
    i = bisect_left(taken, (figure.start + 1, 0)) - 1
    return i >= 0 and taken[i][0] <= figure.start and figure.end <= taken[i][1]

"""The goods right before a figure: "soybeans ($2.97 million)", "petrol leading the imports at $30 million"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue, words

_SKIP = words("between_goods_and_figure")
#: Behind these stands what is told of the goods before them.
_LABELLING = frozenset({":", "-", "–", "—"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})
#: What says of a trade how it was.
_REMAINING = frozenset({"was", "were", "is", "are", "held", "remained", "stayed"})
_BOOKS = words("books_shown")
#: What a list of goods with their amounts stands behind.
_LISTING = words("listing_verbs")
_OPENERS = _LABELLING | {"("}
#: Words of a bracket behind goods.
_BRACKETED = 8
_LIKE_THIS = frozenset({"comparable", "different", "familiar", "identical", "opposite", "parallel", "same", "similar"})
_TOWARDS = frozenset({"by", "through", "to", "via", "with"})
_ORDINALS = words("ordinals")
#: Words of the first goods of a list ("arms, spare parts,").
_LISTED = 8
#: What an amount may be said to be, and words of "with a total value of".
_VALUES, _VALUE_WORDS = frozenset({"cost", "tune", "value", "worth"}), 5
#: "…, those through Aktau 8.3 million tonnes": a place, and no goods.
_BY_WAY = frozenset({"that", "those", "through", "via"})


def before(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods named right before a figure, or None."""
    tokens, seen = reading.tokens, list[str]()
    last = tokens.before(figure.begins)
    valued = _before_value(reading, last)
    i, seen = (tokens.before(figure.start), []) if valued == last else (valued, ["with"])
    while i >= 0 and tokens.starts[i] >= sentence.start and tokens.words[i] in _SKIP and len(seen) < 7:
        seen.append(tokens.words[i])
        i -= 1
    if (
        i > 2
        and tokens.words[i] in {"place", "spot"}
        and tokens.words[i - 1] in _ORDINALS
        and tokens.words[i - 2] == "in"
    ):
        # "With refined sugar in third place at $6.5 million".
        i -= 3
    if i > 1 and tokens.words[i] == ")" and seen:
        # "Rubber and tires (HS 40), worth $27 million".
        opened = next((j for j in range(i - 1, max(i - _BRACKETED, 0), -1) if tokens.words[j] == "("), 0)
        i = opened - 1 if opened and tokens.starts[opened] > sentence.start else i
    if i > 1 and tokens.words[i].endswith("ly") and tokens.words[i - 1] == "," and "," in seen:
        # "Plastic bags, oddly, $3.9 million."
        i -= 2
    if i < 0 or tokens.starts[i] < sentence.start or (figure.kind == "zero" and ":" in seen):
        return None
    led = _leading(reading, sentence, i)
    if led is not None:
        return products.clean(reading, led)
    if _is_listed(reading, sentence, figure, i):
        return products.clean(reading, no_flow(sentence, phrases.phrase_before(reading, sentence, tokens.ends[i])))
    known = any(g.start < tokens.ends[i] <= g.end for g in sentence.goods)
    listed = {"at", "with", "for"} & set(seen) and known
    if "(" in seen or "worth" in seen or {"amounting", "valued", "totaling", "totalling", ":"} & set(seen) or listed:
        while i >= 0 and tokens.words[i] in {"was", "were", "is", "are"}:
            i -= 1
        if "," in seen and _is_part(reading, sentence, tokens.ends[i]):
            return None
        span = _kept(reading, sentence, phrases.phrase_before(reading, sentence, tokens.ends[i]))
        if ":" in seen and (_only_says_how(reading, sentence, span) or _is_far_end(reading, sentence, span)):
            return None
        return products.clean(reading, _whole_list(reading, sentence, no_flow(sentence, span)))
    cue = next(
        (c for c in sentence.cues_of("share") if c.start <= tokens.starts[i] < c.end and c.end <= figure.start), None
    )
    if cue is not None and figure.kind != "percent":
        j = tokens.before(cue.start)
        while j >= 0 and tokens.words[j] in {"also", "alone", "which", ","}:
            j -= 1
        if j >= 0:
            return products.clean(reading, no_flow(sentence, phrases.head_before(reading, sentence, tokens.ends[j])))
    return None


def _before_value(reading: Reading, i: int) -> int:
    """Before "with a total value of", "to the tune of", behind which an amount stands; else where it began."""
    words = reading.tokens.words
    if i < _VALUE_WORDS or words[i] != "of" or words[i - 1] not in _VALUES:
        return i
    j = next((k for k in range(i - 2, i - _VALUE_WORDS, -1) if words[k] in {"a", "an", "the"}), 0)
    return j - 2 if j > 1 and words[j - 1] in {"at", "for", "to", "with"} else i


def _whole_list(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Imported arms, dual-use goods and raw materials worth $1 billion": all that stands behind the verb."""
    if span is None or not {"and", "or"} & set(reading.words(*span)):
        return span
    verb = next((c for c in reversed(sentence.cues_of("flow_verb")) if c.end <= span[0]), None)
    said = [] if verb is None else reading.words(verb.end, span[0])
    plain = said[-1:] == [","] and 1 < len(said) <= _LISTED and all(w == "," or w.isalpha() for w in said)
    named = not any(reading.is_word("stop", word) for word in said)
    marks = [c.start for c in sentence.countries] + [f.start for f in sentence.figures]
    if verb is None or not (plain and named) or any(verb.end <= mark < span[0] for mark in marks):
        return span
    return reading.tokens.starts[reading.tokens.at(verb.end)], span[1]


@turns_on(_OPENERS, otherwise=None)
def labelled(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "Plastics (down $3.4 million), textiles (down 18% to $14.9 million)", "Wigs: $3 million, up 20%": known goods
    that a bracket or what stands behind a label is about.

    None where goods or a trade of its own are named there before the figure.
    """
    bracket = reading.text.rfind("(", sentence.start, figure.start)
    if bracket >= 0 and reading.text.rfind(")", bracket, figure.start) < 0:
        named = next((g for g in reversed(sentence.goods) if g.good_id != "total" and g.end <= bracket), None)
        if named is None or reading.words(named.end, bracket) or _trades(sentence, bracket, figure.start):
            return _in_list(reading, sentence, figure, bracket)
        left_out = _kept(reading, sentence, (named.start, named.end)) != (named.start, named.end)
        return None if left_out else before(reading, sentence, figure) or products.named(reading, sentence, named)
    label = _label(reading, sentence, figure)
    if label is None or _trades(sentence, label[1], figure.start):
        return None
    return products.clean(reading, label)


def _in_list(reading: Reading, sentence: Sentence, figure: Figure, bracket: int) -> str | None:
    """ "Cereals and cereal preparations (28%); casings (7.6%)": what each bracket of a list behind a colon is about."""
    colon = reading.text.rfind(":", sentence.start, bracket)
    alone = not reading.text[bracket + 1 : figure.start].strip("+-−") and reading.text.startswith(")", figure.end)
    if colon < 0 or not alone or figure.kind != "percent":
        return None
    ends = [f.end for f in sentence.figures if colon < f.start and f.end <= bracket]
    start = max([colon, *ends])
    marks = [c.start for c in sentence.countries] + [t.start for t in sentence.times]
    if any(start < mark < bracket for mark in marks):
        return None
    span = phrases.phrase_before(reading, sentence, reading.tokens.ends[reading.tokens.before(bracket)])
    return None if span is None or span[0] <= start else products.clean(reading, span)


def _trades(sentence: Sentence, start: int, end: int) -> bool:
    """Whether goods or a word of trade stand in a stretch."""
    marks = [good.start for good in sentence.goods] + [cue.start for cue in sentence.cues_of("flow_noun", "flow_verb")]
    return any(start < mark < end for mark in marks)


def _label(reading: Reading, sentence: Sentence, figure: Figure) -> tuple[int, int] | None:
    """Known goods, and nothing else, that a sentence opens with before its colon or dash."""
    said = reading.placed(sentence.start, figure.start)
    said = said[1:] if said[:1] and said[0][0] in _BULLETS else said
    mark = next((place for word, place in said if word in _LABELLING), None)
    if mark is None or ";" in reading.text[mark : figure.start]:
        return None
    start = said[0][1]
    held = [f.start for f in sentence.figures] + [t.start for t in sentence.times]
    held += [c.start for c in sentence.countries] + [c.start for c in sentence.cues]
    known = any(
        start <= g.start and g.end <= mark and g.good_id != "total" and not reading.words(g.end, mark)
        for g in sentence.goods
    )
    return (start, mark) if known and not any(start <= place < mark for place in held) else None


def _only_says_how(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> bool:
    """ "Its exports were always modest: $3 million": what trade is said to be, and no goods."""
    if span is None or sentence.holds_goods(span):
        return False
    said = reading.words(max(sentence.start, span[0] - 48), span[0])
    one = reading.words(*span)
    if not _LIKE_THIS.isdisjoint(one[:1]) and said[-2:-1] == ["followed"]:
        # "Pumps followed a similar pattern: 1,450 in May and 82 in June".
        return True
    if len(one) == 1 and not one[0].endswith("s") and said and (said[-1] in _REMAINING or said[-2:-1] == ["followed"]):
        # "Sugar was steady: 4,310 tons", "trade followed the timetable: $5 million in May".
        return True
    if one[-1] in _BOOKS:
        # "Fuel is missing from these data: 3,500 barrels a day …".
        return True
    traded = any(span[0] - 48 <= c.start and c.end <= span[0] for c in sentence.cues_of("flow_noun"))
    return traded and bool(_REMAINING & set(said[-2:]))


def _is_far_end(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> bool:
    """ "New are exports to private shops: $59 million": to whom, and not what."""
    if span is None or sentence.holds_goods(span):
        return False
    return not _TOWARDS.isdisjoint(reading.words(max(sentence.start, span[0] - 8), span[0])[-1:])


def _leading(reading: Reading, sentence: Sentence, i: int) -> tuple[int, int] | None:
    """ "… with petrol leading the imports at N306 billion": the goods before "leading"."""
    tokens = reading.tokens
    for j in range(i, max(i - 4, -1), -1):
        if tokens.starts[j] < sentence.start:
            return None
        if tokens.words[j] in {"leading", "topping", "heading"}:
            return phrases.phrase_before(reading, sentence, tokens.ends[j - 1]) if j else None
    return None


def _kept(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Light crude, excluding gasoline ($810 million)": what is left out is not what the figure is of."""
    while span is not None:
        i, start = reading.tokens.before(span[0]), -1
        said = reading.words(max(sentence.start, span[0] - 24), span[0])
        if said[-1:] in (["excluding"], ["except"]):
            start = i
        elif said[-2:] in (["except", "for"], ["other", "than"], ["apart", "from"], ["obtained", "from"]):
            start = i - 1
        if start < 1:
            return span
        end = start - 1
        while end > 0 and reading.tokens.words[end] == ",":
            end -= 1
        span = phrases.phrase_before(reading, sentence, reading.tokens.ends[end])
    return None


def _is_part(reading: Reading, sentence: Sentence, end: int) -> bool:
    """ "Exports, including cod, were worth …": what is worth it is not the cod."""
    span = phrases.phrase_before(reading, sentence, end)
    return span is not None and reading.words(sentence.start, span[0])[-1:] == ["including"]


def _is_listed(reading: Reading, sentence: Sentence, figure: Figure, i: int) -> bool:
    """ "Sugar added $5.7 million, soybean meal $4.3 million and plastic bags $3.9 million": only a noun between.

    The first of a list stands behind a colon: "Exports: soybean oil $8.9 million; rice $5.4 million".
    """
    previous = [f for f in sentence.figures if f.end <= figure.start and figure.kind in {f.kind, "zero"}]
    if figure.kind not in {"money", "quantity", "zero"}:
        return False
    end = reading.tokens.ends[i]
    if not previous and i + 1 == reading.tokens.at(figure.begins) and _is_first(reading, sentence, end):
        return True
    opened = reading.text.rfind(":", sentence.start, end)
    if not previous and (opened < 0 or not any(opened < g.start < end for g in sentence.goods)):
        return False
    since = previous[-1].end if previous else opened
    start = max([since, *(s for w, s in reading.placed(since, end) if w in {",", ";"})])
    if any(start <= f.start < figure.start for f in sentence.figures):
        return False
    said = reading.words(start, end)
    if said[:1] == [","] and said[1:2] == ["and"]:
        said = said[1:]
    if not 2 <= len(said) <= 7:
        return False
    marks = [m.start for m in sentence.countries] + [m.start for m in sentence.times]
    marks += [m.start for m in sentence.cues]
    if any(start <= mark < end for mark in marks):
        return False
    placed = not _BY_WAY.isdisjoint(said)
    return said[0] in {",", "and", ";", ":"} and not placed and not any(reading.is_word("verbs", w) for w in said[1:])


def _is_first(reading: Reading, sentence: Sentence, end: int) -> bool:
    """ "Exports were led by gold bars $43 million, latex $32 million": known goods that such a list opens with."""
    known = any(g.end == end and g.good_id != "total" for g in sentence.goods)
    span = phrases.phrase_before(reading, sentence, end) if known else None
    return span is not None and not _LISTING.isdisjoint(reading.words(sentence.start, span[0])[-2:])


def no_flow(sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A phrase up to its word of trade: "coal exports" gives coal; None where nothing stands before it."""
    if span is None:
        return None
    for cue in sentence.cues_of("flow_noun"):
        if span[0] <= cue.start < span[1] and not names_goods(sentence, cue):
            return (span[0], cue.start) if cue.start > span[0] else None
    return span


def names_goods(sentence: Sentence, cue: Cue) -> bool:
    """ "Medical supplies": whether a word of trade is only part of the name of goods."""
    return any(g.start < cue.start and cue.end <= g.end for g in sentence.goods)

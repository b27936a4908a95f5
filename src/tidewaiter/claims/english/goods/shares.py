"""Whose part a share is, and what comes next in a ranking: the goods that a clause of shares names."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import goods_before, phrases, products
from tidewaiter.claims.english.nouns.appositions import before_apposition
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import SHARED_GOODS, Draft, Subject
from tidewaiter.claims.words.lexicon import words as group

_MERELY = group("merely") | {"(", "-", "–", "—"}
_ARRIVING = frozenset({"arrived", "came", "crossed", "entered", "left", "reached", "went"})
_BEING = frozenset({"was", "were", "is", "are"})
_SPENT = group("spent_on")
_REFERRING = frozenset({"that", "it", "this", "these", "them", "which", "those"})
#: Figures that tell the same of different goods: "cars 84 percent, beef 4.1-fold".
_RELATIVE = frozenset({"percent", "times"})
_NEXT = group("heading_a_list")
_OUT = frozenset({"out", "total"})
#: What a share in a text on trade is of.
_WHOLES, _TOLD_AMOUNTS = group("wholes"), group("told_amounts")
#: Characters from "of" to the end of whoever's goods they are ("the world's").
_OWNING, _OWNED = frozenset({"'s", "’s"}), 16
#: Between goods and what they are said to be a part of: "leather's share was".
_SKIPPED = frozenset({"also", "which", ",", "alone", "has", "have", "'s", "’s"})
#: Between an amount and the share that it is.
_MAKING_UP = group("being_a_share") | {",", "("}
#: What most of something is called, and words behind "made up" in which it is.
_BULK, _MOST = group("most_of"), 4
#: Words that goods at the head of a sentence take.
_HEAD = 4


def sharer(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that have a share: "natural gas accounted for 62 percent of the total"."""
    for cue in sentence.cues_of("share"):
        if cue.end <= figure.start and not any(cue.end <= f.start < figure.start for f in sentence.figures):
            if reading.words(cue.start, cue.end)[-1] == "of":
                # "The share of Belarusian potash in Brazilian imports reached 18 percent."
                product = products.clean(reading, phrases.phrase_after(reading, sentence, cue.end))
                return None if product is None else Subject(product, "goods that have the share", own=True)
            end = cue.start
            words = reading.words(sentence.start, end)
            tokens = reading.tokens
            i = tokens.before(end)
            while i >= 0 and words and tokens.words[i] in _SKIPPED:
                i -= 1
            comma = tokens.ends[i] + 1
            if (opened := before_apposition(reading, sentence, comma)) < comma:
                # "Elevator parts, the top item, accounted for".
                i = tokens.before(opened)
            i = _before_aside(reading, sentence, i)
            span = phrases.head_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
            if span is not None and _is_placed(reading, sentence, span):
                return None
            product = products.clean(reading, goods_before.no_flow(sentence, span))
            return None if product is None else Subject(product, "goods that have the share", own=True)
    return None


@turns_on(_BULK, otherwise=None)
def bulk(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Flour made up the bulk of the deliveries at 31,200 tons": the goods that have most of a trade."""
    cue = next((c for c in reversed(sentence.cues_of("share")) if c.end <= figure.start), None)
    said = [] if cue is None else reading.words(cue.end, figure.begins)
    most = said[:_MOST] if said[-1:] in (["at"], ["with"], [","], ["worth"]) else []
    return None if _BULK.isdisjoint(most) or "of" not in said else sharer(reading, sentence, figure)


def _before_aside(reading: Reading, sentence: Sentence, i: int) -> int:
    """ "Wheat, sourced mainly from France, makes up": the last word before what is said of the goods between commas."""
    words = reading.tokens.words
    if words[i + 1 : i + 2] != [","]:
        return i
    first = reading.tokens.at(sentence.start)
    opening = next((j for j in range(first, i) if words[j] == ","), None)
    if opening is None or opening - first > _HEAD or not words[opening + 1].endswith("ed"):
        return i
    return opening - 1


def _is_placed(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "In the reviewed period, making up …": the phrase says when or where, not what."""
    before = [w for w in reading.words(sentence.start, span[0])[-3:] if w not in {"the", "a", "this", "that"}]
    return before[-1:] in (["in"], ["during"], ["over"], ["at"], ["from"], ["to"])


@turns_on(_NEXT, otherwise=None)
def follower(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "…, followed by textiles with 12 percent", "…, led by fishing nets at $5 million"."""
    tokens = reading.tokens
    i = tokens.before(figure.start)
    if i < 3 or tokens.words[i] not in {"with", "at", "on"} or tokens.starts[i] < sentence.start:
        return None
    span = phrases.phrase_before(reading, sentence, tokens.ends[i - 1])
    said = [] if span is None else _without_quotes(reading.words(max(sentence.start, span[0] - 18), span[0]))
    if len(said) < 2 or said[-1] != "by" or said[-2] not in _NEXT:
        return None
    if span is not None and products.is_name(reading, sentence, *span):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that come next", own=True)


def _without_quotes(said: list[str]) -> list[str]:
    return [word for word in said if word[0].isalnum()]


@turns_on(_REFERRING | _BEING | {"of"}, otherwise=None)
def predicate(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Half of that was cement", "nearly all of it, $279 million, was frozen chicken"."""
    words = reading.words(figure.end, min(figure.end + 40, sentence.end))[:5]
    verb = next((n for n, word in enumerate(words) if word in _BEING), None)
    if words[:1] == ["of"] and " ".join(words[2:4]) in _SPENT:
        # "10 percent of it went on fuel".
        span = phrases.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end) + 3])
        spent = products.clean(reading, span)
        return None if spent is None else Subject(spent, "what the share is of", own=True)
    if words[:1] == ["of"] and words[1:2] and words[1] in _REFERRING and verb != 2:
        return _known_at(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end) + 1])
    if verb is None:
        return None
    opening = reading.words(sentence.start, sentence.start + 10)[:2]
    ahead = reading.words(sentence.start, figure.begins)
    if verb == 0 and (not ahead or ahead[-2:] == ["of", "which"]):
        # "Of which 30 percent was crab"; "A third was crab".
        return _known_at(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end)])
    if verb == 0 and opening[:1] == ["of"] and _REFERRING.isdisjoint(opening):
        # "Of the $31 million of fuel imported, 80% was diesel".
        return _known_at(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end)])
    referred = words[:1] == ["of"] and set(words[1:verb]) & _REFERRING
    before = reading.words(sentence.start, figure.start)[-8:]
    inserted = words[:1] == [","] and verb == 1 and "of" in before and bool(set(before) & _REFERRING)
    # "Of this, $1.2 million was spare parts".
    pointed = verb == 0 and opening[:1] == ["of"]
    if not (referred or inserted or pointed):
        return None
    span = phrases.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end) + verb])
    product = products.clean(reading, span)
    if span is None or product is None or products.only_says_how(reading, sentence, span):
        return None
    return Subject(product, "what the share is of", own=True)


def _known_at(reading: Reading, sentence: Sentence, start: int) -> Subject | None:
    """ "$41 million of food, 68 percent of it chicken": known goods right behind an offset."""
    span = phrases.phrase_after(reading, sentence, start)
    if span is None or reading.words(start, span[0]):
        return None
    known = sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known else None
    return None if product is None else Subject(product, "what the share is of", own=True)


def being(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "The leading import was fuel, at 22.8 percent": what something is said to be, and its share."""
    tokens = reading.tokens
    i = tokens.before(figure.start)
    if i < 3 or tokens.words[i] not in {"at", "with"} or tokens.words[i - 1] != ",":
        return None
    span = phrases.phrase_before(reading, sentence, tokens.ends[i - 2])
    known = span is not None and sentence.holds_goods(span, total=False)
    if span is None or not known or not _BEING & set(reading.words(max(sentence.start, span[0] - 12), span[0])[-2:]):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that have the share", own=True)


def part(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Wheat flour was two-thirds of what Egypt sold": what is said to be a part."""
    tokens = reading.tokens
    if reading.words(figure.end, figure.end + 4)[:1] != ["of"]:
        return None
    i = tokens.before(figure.begins)
    if i < 1 or tokens.words[i] not in _BEING or tokens.starts[i - 1] < sentence.start:
        return None
    span = goods_before.no_flow(sentence, phrases.phrase_before(reading, sentence, tokens.ends[i - 1]))
    if span is not None and reading.words(*span)[:2] in (["share", "of"], ["proportion", "of"]):
        span = (tokens.starts[tokens.at(span[0]) + 2], span[1])
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that have the share", own=True)


def of_amount(reading: Reading, earlier: list[Draft], figure: Figure) -> Subject | None:
    """ "Urea, with $81 million, or 1.2 percent of total exports": of what the amount right before it is of."""
    last = earlier[-1] if earlier else None
    if last is None or last.figure.kind not in {"money", "quantity"} or last.subject is None or not last.subject.own:
        return None
    said = reading.words(last.figure.end, figure.begins)
    return last.subject if said and _MAKING_UP.issuperset(said) else None


def bracketed(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Gold (30 percent), nickel ores and concentrates (13 percent)": the goods before the bracket."""
    i = reading.tokens.before(figure.start)
    if i < 1 or reading.tokens.words[i] != "(":
        return None
    span = phrases.phrase_before(reading, sentence, reading.tokens.ends[i - 1])
    known = span is not None and sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known else None
    return None if product is None else Subject(product, "goods before the figure", own=True)


def listed(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Diesel made up 21 percent of that, cement 6 percent and tea a mere 1.4 percent": the goods right before."""
    previous = [f for f in sentence.figures if f.end <= figure.start and f.kind in _RELATIVE]
    start = figure.begins
    if not previous or figure.kind not in _RELATIVE:
        return None
    known = [g for g in sentence.goods if g.good_id != "total" and previous[-1].end <= g.start and g.end <= start]
    between = reading.words(known[-1].end, start) if known else []
    if between[:1] == ["("] and ")" in between:
        # "Tools (HS 82) 97.4 percent".
        between = between[between.index(")") + 1 :]
    if not known or not set(between) <= _MERELY:
        return _next_named(reading, sentence, previous[-1], figure)
    # "… and unprocessed aluminium 70 percent".
    span = phrases.phrase_before(reading, sentence, known[0].end) if len(known) == 1 else None
    first = known[0].start if span is None else min(known[0].start, max(span[0], previous[-1].end))
    opening = reading.words(previous[-1].end, first)
    if (opening[-1:] if len(known) == 1 else opening) not in ([","], ["and"], [";"], [",", "and"]):
        return None
    return Subject(" ".join(reading.text[first : known[-1].end].split()), "goods before the figure", own=True)


def _next_named(reading: Reading, sentence: Sentence, last: Figure, figure: Figure) -> Subject | None:
    """ "… and fishing nets 5 percent": goods of no table between two shares, and nothing else."""
    span = phrases.phrase_before(reading, sentence, figure.begins)
    opening = [] if span is None or span[0] < last.end else reading.words(last.end, span[0])
    if span is None or opening not in ([","], ["and"], [";"], [",", "and"]) or reading.words(span[1], figure.begins):
        return None
    plain = products.looks_like_goods(reading, span)
    product = products.clean(reading, span) if plain else None
    return None if product is None else Subject(product, "goods before the figure", own=True)


def whole(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "A third of Qatar's food": known goods that the share is a part of, where no part is named."""
    following = reading.words(figure.end, figure.end + 4)[:1]
    if following != ["of"]:
        return None
    start = reading.tokens.ends[reading.tokens.at(figure.end)]
    owned = [s + len(word) for word, s in reading.placed(start, min(start + _OWNED, sentence.end)) if word in _OWNING]
    # "14% of the world's urea exports".
    span = phrases.phrase_after(reading, sentence, owned[0] if owned else start)
    if span is None or not sentence.holds_goods(span, total=False):
        return None
    product = products.clean(reading, goods_before.no_flow(sentence, span))
    return None if product is None else Subject(product, SHARED_GOODS, own=True)


@turns_on(_OUT, otherwise=False)
def out_of(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "$2.13 million out of $14.51 million", "$4.9 million of a total $61 million": the whole of an amount."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or before.unit != figure.unit:
        return False
    between = reading.words(before.end, figure.begins)
    return between in (
        ["out", "of"],
        ["of", "a", "total"],
        ["of", "a", "total", "of"],
        ["out", "of", "a", "total", "of"],
    )


def of_trade(reading: Reading, sentence: Sentence, figure: Figure, context: Context) -> bool:
    """Whether a share without a flow of its own is of the trade that the text speaks of."""
    if context.sense is None:
        return False
    words = reading.words(figure.end, min(figure.end + 40, sentence.end))
    behind = words[3:4] if _TOLD_AMOUNTS & set(words[2:3]) else words[2:3]
    ends = behind in ([], ["."], [","], [";"], ["and"]) or behind[0] in _ARRIVING or reading.is_word("verbs", *behind)
    pointed = words[1:2] in (["this"], ["that"], ["it"]) and ends
    return words[:1] != ["of"] or pointed or bool(set(words[1:5]) & _WHOLES)

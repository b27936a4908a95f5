"""Noun phrases: where one begins and ends, before a word ("pharmaceutical imports") and after one ("worth of soap")."""

from __future__ import annotations

from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_MAX_WORDS = 12
#: Letters of what goods are called for short ("RMG").
_SHORT_NAME = 5
_ARTICLES = words("articles")
_POINTING = frozenset({"this", "that", "these", "those"})
_QUOTES = frozenset({"”", '"', "’", "'", "»"})
_PARTICIPLES = words("participles")
#: Before "than" they belong to the figure behind it: "exports of tea more than doubled".
_COMPARING = frozenset({"more", "less", "fewer"})
#: Whose clothes: "men's suits".
_WEARERS = words("wearers")
_MADE = (["made"], ["built"], ["grown"], ["produced"], ["assembled"])
_USERS, _USES = frozenset({"human", "animal", "medical", "veterinary"}), frozenset({"use", "consumption", "purposes"})


def _is_stop(reading: Reading, word: str) -> bool:
    groups = reading.lexicon.words
    return word in groups["stop"] or word in groups["verbs"]


def phrase_after(
    reading: Reading, sentence: Sentence, offset: int, *, limit: int | None = None
) -> tuple[int, int] | None:
    """The noun phrase that begins at or after an offset; None where none does."""
    tokens, end = reading.tokens, min(sentence.end, limit or sentence.end)
    figures = {f.start for f in sentence.figures}
    changes = sentence.changes
    times, row = {t.start for t in sentence.times}, vocabulary("en").words["in_a_row"]
    countries = {c.start: c for c in sentence.countries}
    i = tokens.at(offset)
    begin = last = first = -1
    count = 0
    while i < len(tokens) and tokens.starts[i] < end and count < _MAX_WORDS:
        word, start = tokens.words[i], tokens.starts[i]
        if begin < 0 and (word in _ARTICLES or (word in _POINTING and _is_goods(reading, sentence, i + 1))):
            i += 1
            continue
        if start in figures or start in times or start in changes:
            break
        if start in countries:
            country = countries[start]
            if country.kind != "demonym" and begin >= 0:
                break
            i = tokens.at(country.end)
            if i < len(tokens) and tokens.words[i] in {"'s", "’s", "-", "–"}:
                # "Chinese-made panels".
                i += 2 if tokens.words[i + 1 : i + 2] in _MADE else 1
            if country.kind == "demonym" and begin < 0:
                continue
            if begin < 0:
                continue
            continue
        if word in {"and", "or", "nor", "&", ","}:
            if begin < 0 or not _list_goes_on(reading, sentence, i, end, of=tokens.words[first - 1] == "of"):
                break
            i += 1
            continue
        if word in {"'s", "’s"} and tokens.words[i - 1] in _WEARERS:
            i += 1
            continue
        if word in {"-", "–"} or (word == "/" and begin >= 0) or word in {"'", "’", "“", "‘", '"', "”"}:
            if word in {"”", '"'} and begin >= 0:
                break
            i += 1
            continue
        if word == "(" or (word in _COMPARING and tokens.words[i + 1 : i + 2] == ["than"]):
            break
        if word in {"of", "for"} and begin >= 0:
            if not _noun_follows(reading, i + 1, end):
                break
            i += 1
            continue
        if begin >= 0 and len(word) > 4 and word.endswith("ed") and _verb_like(reading, i, end):
            break
        if not word[0].isalnum() or (_is_stop(reading, word) and not (begin < 0 and _qualifies(reading, i, end))):
            break
        if begin < 0 and (word[0].isdigit() or not row.isdisjoint(tokens.words[i + 1 : i + 2])):
            # "For the second consecutive year".
            break
        if begin < 0:
            begin, first = start, tokens.at(start)
        last = tokens.ends[i]
        count += 1
        i += 1
    return (begin, last) if 0 <= begin < last else None


def _is_goods(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "Paid $3 million for this wheat": whether known goods begin at a word."""
    return i < len(reading.tokens) and any(g.start == reading.tokens.starts[i] for g in sentence.goods)


def _qualifies(reading: Reading, i: int, end: int) -> bool:
    """ "Exports of used cars": a participle that opens a phrase, and a noun right behind it."""
    word = reading.tokens.words[i]
    return word in _PARTICIPLES and _noun_follows(reading, i + 1, end)


def _verb_like(reading: Reading, i: int, end: int) -> bool:
    """ "Trucks crossed the bridge": a word in -ed behind a noun and before no other noun is a verb."""
    tokens = reading.tokens
    if i + 1 >= len(tokens) or tokens.starts[i + 1] >= end:
        return True
    following = tokens.words[i + 1]
    return following in _ARTICLES or not following[0].isalpha() or _is_stop(reading, following)


def _noun_follows(reading: Reading, i: int, end: int) -> bool:
    tokens = reading.tokens
    if i >= len(tokens) or tokens.starts[i] >= end:
        return False
    word = tokens.words[i]
    return word[0].isalpha() and not _is_stop(reading, word) and word not in {"the", "use", "each"}


def _list_goes_on(reading: Reading, sentence: Sentence, i: int, end: int, *, of: bool) -> bool:
    """Whether "," or "and" joins another thing of the same list, rather than another clause or figure.

    `of` says that the list hangs on "of": "imports of rice and flour came to" goes on up to its verb.
    """
    tokens = reading.tokens
    word = tokens.words[i]
    j = i + 1
    if word == "," and j < len(tokens) and tokens.words[j] in {"and", "or"}:
        j += 1
    if j >= len(tokens) or tokens.starts[j] >= end:
        return False
    if tokens.words[j] == "other" and j + 1 < len(tokens):
        j += 1
    start = tokens.starts[j]
    if any(f.start <= start < f.end for f in sentence.figures) or any(t.start == start for t in sentence.times):
        return False
    if any(c.start == start for c in sentence.countries):
        return False
    nxt = tokens.words[j]
    if not nxt[0].isalpha() or _is_stop(reading, nxt) or nxt in _ARTICLES or reading.is_word("bare", nxt):
        return False
    if (
        of
        and tokens.words[j - 1] in {"and", "or", "other"}
        and not any(c.start == start for c in sentence.cues_of("flow_noun"))
    ):
        return True
    # The words up to the next mark must not hold a verb: then it is a clause of its own.
    k, seen = j, 0
    while k < len(tokens) and tokens.starts[k] < end and seen < 8:
        w = tokens.words[k]
        if w in {",", ".", ";", ")", "and", "or"} or tokens.words[k] in {"from", "to", "in", "during", "this", "last"}:
            break
        if reading.is_word("verbs", w) or w in {"was", "were", "is", "are", "has", "have", "had"}:
            return False
        if any(f.start <= tokens.starts[k] < f.end for f in sentence.figures):
            return False
        k += 1
        seen += 1
    if word == ",":
        # A list needs its "and": a bare comma before one noun is an apposition.
        return _has_and_ahead(reading, sentence, j, end)
    return True


def _has_and_ahead(reading: Reading, sentence: Sentence, j: int, end: int) -> bool:
    tokens = reading.tokens
    if tokens.words[j - 1] in {"and", "or"}:
        return True
    for k in range(j, min(j + 30, len(tokens))):
        if tokens.starts[k] >= end or tokens.words[k] in {";", ".", "("}:
            return False
        if tokens.words[k] in {"and", "or"}:
            return True
        if any(f.start == tokens.starts[k] for f in sentence.figures) or reading.is_word("verbs", tokens.words[k]):
            return False
    return False


def phrase_before(reading: Reading, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """The noun phrase that ends at an offset, without articles and words that name no goods."""
    tokens = reading.tokens
    figures = sentence.figures
    changes = sentence.changes
    i = tokens.before(offset)
    last = begin = -1
    count = 0
    listed = False
    time_spans = [(t.start, t.end) for t in sentence.times]
    if _is_short_name(reading, i):
        i -= len(("(", "CPO", ")"))
    while i >= 0 and tokens.starts[i] >= sentence.start and count < _MAX_WORDS:
        word, start, end = tokens.words[i], tokens.starts[i], tokens.ends[i]
        if any(c.start < end and start < c.end for c in sentence.countries) or any(
            s <= start < e for s, e in time_spans
        ):
            break
        if start in changes or any(f.start <= start < f.end for f in figures):
            break
        if word in {"-", "–"} or (last < 0 and word in _QUOTES):
            i -= 1
            continue
        if word in {"'s", "’s"} and tokens.words[i - 1] in _WEARERS:
            i -= 1
            continue
        if word == "for" and count == 2 and is_use(tokens.words[i + 1 : i + 3]):
            i -= 1
            continue
        if word == "and":
            before = tokens.words[i - 1] if i else ""
            if begin < 0 or not before or not before[0].isalpha() or _is_stop(reading, before):
                break
            listed = True
            i -= 1
            continue
        if word == "," and listed and any(0 <= start - g.end <= 1 for g in sentence.goods):
            # "Rice, sugar and flour imports".
            i -= 1
            continue
        if word == "of" and begin >= 0:
            i -= 1
            continue
        if word == "other" and begin >= 0 and tokens.words[i - 1] == "and":
            # "Wigs and other hair products".
            i -= 1
            continue
        if not word[0].isalnum() or _is_stop(reading, word) or word in _ARTICLES or reading.is_word("bare", word):
            break
        if last < 0:
            last = end
        begin = start
        count += 1
        i -= 1
    return (begin, last) if 0 <= begin < last else None


def _is_short_name(reading: Reading, i: int) -> bool:
    """ "Crude palm oil (CPO) exports": what goods are called for short, in brackets that end at a token."""
    tokens = reading.tokens
    if i < 2 or tokens.words[i] != ")" or tokens.words[i - 2] != "(":
        return False
    name = reading.text[tokens.starts[i - 1] : tokens.ends[i - 1]]
    return 1 < len(name) <= _SHORT_NAME and name.isalpha() and name.isupper()


def head_before(reading: Reading, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """The phrase that ends at an offset, or what is said to come from it ("electricity from the Yalu dams")."""
    span = phrase_before(reading, sentence, offset)
    tokens = reading.tokens
    i = tokens.before(span[0] if span is not None else offset)
    if span is not None and i > 1 and tokens.words[i - 1 : i + 1] == ["such", "as"]:
        # "Mineral fuels such as crude oil".
        kind = phrase_before(reading, sentence, tokens.ends[i - 2])
        return span if kind is None else (kind[0], span[1])
    while i >= 0 and tokens.words[i] in _ARTICLES and tokens.starts[i] >= sentence.start:
        i -= 1
    if span is not None and i > 0 and tokens.words[i] == "for" and tokens.starts[i - 1] >= sentence.start:
        # "Chemicals for vinylon plants", where that is all the sentence opens with.
        kind = phrase_before(reading, sentence, tokens.ends[i - 1])
        return (kind[0], span[1]) if kind is not None and kind[0] == sentence.start else span
    if span is None or i < 1 or tokens.words[i] != "from" or tokens.starts[i - 1] < sentence.start:
        return span
    return phrase_before(reading, sentence, tokens.ends[i - 1]) or span


def is_use(said: list[str]) -> bool:
    """ "(Vaccines for) human use"."""
    return len(said) == 2 and said[0] in _USERS and said[1] in _USES

"""What goods a noun phrase names: a whole name, several joined, or nothing in particular."""

from __future__ import annotations

from tidewaiter.claims.english.nouns.phrases import is_use, phrase_before
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import GoodMention

_INITIALS = 6
_ROLES, _AT_LARGE = words("roles"), words("goods_at_large")
_COUNCILS = words("councils")
_CONSIGNED, _CONSIGNED_ONCE = words("consigned"), words("consigned_once")
#: Behind one of these any word has a capital letter.
_STOPS = frozenset({"", ".", "!", "?", ":", ";", "•", "-", "–", "—", "“", '"', "‘", "(", "|", "*"})
_SITES, _MEASURES = words("sites"), words("measures")
_EVERYTHING = (["goods", "and", "services"],)
#: "Imported rice", "global rice".
_BEFORE_GOODS = frozenset({"exported", "imported", "offered", "pledged", "promised"}) | words("worldwide")
#: Plurals that are no goods, and words that only look like plurals.
#: Lines in which anything may have a capital.
_APART = frozenset({"heading", "item", "row", "title"})
_NO_GOODS, _NO_PLURALS, _SHORT = words("no_goods"), ("ss", "us", "is", "ics"), 3
#: What parts goods of a list, and what stands before goods and says nothing of them.
_NO_MODIFIERS = frozenset({"and", "or", "nor", "of", ",", "-", "–"}) | words("no_modifiers")
#: Behind goods these belong to their name ("copper wire"), and adjectives before them.
_PARTS, _MODIFIERS = words("parts_of_goods"), 2
#: How much of something there is, in words ("large amounts of rice").
_SO_MUCH = words("so_much_of") | words("measures")
#: Those who trade with each other, behind one of these.
_TRADERS, _WITH = words("everybody") | {"allies", "nations", "sides"}, {"among", "between", "with"}
_TRAILING, _NUMERALS = words("trailing"), words("numerals")
#: "Exports of barely $11 million".
_HEDGING = words("before_figure")


def clean(reading: Reading, span: tuple[int, int] | None) -> str | None:
    """The goods named by a phrase, several joined by "|"; None where it names nothing in particular."""
    span = _trimmed(reading, span)
    if span is None:
        return None
    words = reading.words(*span)
    if words and (words[-1] in _ROLES or words[-1] in _COUNCILS):
        # "The dominant export market": who trades, not what.
        return None
    if all(_says_nothing(reading, w) for w in words) or words in _EVERYTHING:
        return None
    if words[-1] in _AT_LARGE and all(w in _ROLES or _says_nothing(reading, w) for w in words[:-1]):
        # "Sold its neighbour goods".
        return None
    if words[-1] in _CONSIGNED and _CONSIGNED_ONCE.issuperset(words[:-1]):
        # "A single consignment worth $40,000".
        return None
    text = " ".join(reading.text[span[0] : span[1]].split())
    if _is_initials(text) or _is_quality(text) or _is_proper(reading, span):
        return None
    parts = _split(text)
    return "|".join(parts) if parts else None


def named(reading: Reading, sentence: Sentence, mention: GoodMention) -> str:
    """Known goods with what belongs to their name: "dried mushrooms", "copper wire", "vaccines for human use"."""
    tokens = reading.tokens
    # Goods written into a word of another script begin no token.
    i = first = max(0, min(tokens.at(mention.start), tokens.before(mention.end)))
    span = phrase_before(reading, sentence, mention.end)
    while span is not None and i > 0 and tokens.starts[i - 1] >= span[0] and tokens.words[i - 1] not in _NO_MODIFIERS:
        i -= 1
    last = max(first, tokens.before(mention.end))
    while (
        tokens.words[last + 1 : last + 2] and tokens.words[last + 1] in _PARTS and tokens.ends[last + 1] <= sentence.end
    ):
        last += 1
    if tokens.words[last + 1 : last + 2] == ["for"] and is_use(tokens.words[last + 2 : last + 4]):
        last += 3
    if first - i > _MODIFIERS:
        i = first
    return " ".join(reading.text[tokens.starts[i] : tokens.ends[last]].split())


def is_name(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """ "Muse had the most, followed by Myawady with $7 million": a place inside a sentence, and no goods."""
    if sentence.kind in _APART or start == sentence.start:
        return False
    if any(start <= g.start < end for g in sentence.goods):
        return False
    said = reading.text[start:end].split()
    return bool(said) and all(word[:1].isupper() and word[1:].islower() for word in said)


def looks_like_goods(reading: Reading, span: tuple[int, int]) -> bool:
    """ "Fishing nets (came to $4.9 million)": things in the plural that no table knows, and that are nothing else."""
    last = reading.words(*span)[-1]
    return len(last) > _SHORT and last.endswith("s") and not last.endswith(_NO_PLURALS) and last not in _NO_GOODS


def only_says_how(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "Half of them were electric": one word that is no goods of the tables and no plural."""
    one = len(reading.words(*span)) == 1 and not looks_like_goods(reading, span)
    return one and not sentence.holds_goods(span)


def _trimmed(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A phrase without "imported" before and adverbs behind ("wheat flour alone"); None where nothing else is in it."""
    if span is None:
        return None
    i, first = reading.tokens.before(span[1]), reading.tokens.at(span[0])
    while i >= first and reading.tokens.words[i] in _TRAILING:
        i -= 1
    while first < i and reading.tokens.words[first] in _BEFORE_GOODS:
        first += 1
    said = reading.tokens.words[first:i]
    if "of" in said[1:] and said[said.index("of") - 1] in _SO_MUCH | _MEASURES:
        # "A record volume of diesel", "a bag of rice": the diesel, the rice.
        first += said.index("of") + 1
    led = reading.tokens.words[max(0, first - 4) : i]
    if i >= first and reading.tokens.words[i] in _TRADERS and _WITH & set(led) and not any(map(str.isdigit, led)):
        # "Trade between the two neighbours", "with all of its four neighbours"; "its 15 neighbours" are counted.
        return None
    return (reading.tokens.starts[first], reading.tokens.ends[i]) if i >= first else None


def _says_nothing(reading: Reading, word: str) -> bool:
    return (
        not word[0].isalpha()
        or word in _NUMERALS
        or word in _HEDGING
        or word in _BEFORE_GOODS
        or reading.is_word("generic", word)
        or reading.is_word("bare", word)
    )


def _is_initials(text: str) -> bool:
    """ "EAC", "H1": initials that are no goods of the tables ("LNG" is)."""
    if " " in text or not text.isupper() or not 2 <= len(text) <= _INITIALS:
        return False
    from tidewaiter.reference.goods import find_goods

    return not find_goods(text)


def _is_proper(reading: Reading, span: tuple[int, int]) -> bool:
    """ "Novorossiysk and Crimean ports": a name inside a sentence, in a phrase without goods of the tables."""
    text, start = reading.text, span[0]
    if _is_site_of(reading, span):
        return True
    before = text[:start].rstrip()[-1:]
    if not text[start].isupper() or text[start + 1 : start + 2].isupper() or before in _STOPS:
        return False
    i = reading.tokens.before(start)
    if i >= 0 and text[reading.tokens.starts[i]].isupper():
        # A headline in which every word has a capital letter.
        return False
    said = reading.words(*span)
    last = text[reading.tokens.starts[reading.tokens.before(span[1])]]
    if "\n" in text[max(0, start - 2) : start] or not (set(said) & _SITES or (len(said) > 1 and last.isupper())):
        # "Lada cars" are goods, by whatever name.
        return False
    from tidewaiter.reference.goods import find_goods

    return not find_goods(text[start : span[1]])


def _is_site_of(reading: Reading, span: tuple[int, int]) -> bool:
    """ "(Left by way of the Lithuanian) port of Klaipeda": where goods passed."""
    said = reading.words(*span)
    at = said.index("of") if "of" in said[1:-1] else 0
    named = reading.text[reading.tokens.starts[reading.tokens.at(span[0]) + at + 1]] if at else ""
    return at > 0 and said[at - 1] in _SITES and named.isupper()


def _is_quality(text: str) -> bool:
    """ "Missed (deliveries)", "massive", "reportedly": one word that says how, not what, unless the tables know it."""
    if " " in text or not text.endswith(("ed", "ive", "ous", "ful", "ible", "ing", "ly")):
        return False
    from tidewaiter.reference.goods import find_goods

    return not find_goods(text)


def _split(text: str) -> list[str]:
    """The members of a list; "thermometers and pyrometers", without a comma, is one thing."""
    for either in (" nor ", " or "):
        if either in text and "," not in text:
            return [part.strip() for part in text.split(either) if part.strip()]
    if "," not in text:
        return [text]
    parts = [part.strip() for part in text.split(",")]
    last = parts.pop()
    for lead in ("and ", "or ", "nor ", "& "):
        if last.startswith(lead):
            return [part for part in (*parts, last.removeprefix(lead).strip()) if part]
    for link in (" and ", " or ", " nor "):
        if link in last:
            parts += [part.strip() for part in last.split(link, 1)]
            break
    else:
        parts.append(last)
    return [part for part in parts if part]

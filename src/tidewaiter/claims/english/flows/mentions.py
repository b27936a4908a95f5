"""Words of trade in a sentence, one a place: is it noun or verb, does it name trade at all, whose does "those" mean."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.flows import courses, giving, partner_words
from tidewaiter.claims.english.flows.trade_words import TradeWord, meant, trade_word
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue, words

_QUALIFIED = words("qualified")
_BASE_VERB_LEADS = words("before_verb")
_THOSE_OF = (["those", "of"], ["those", "for"])
#: Characters from "those of" to goods ("those of plastic flooring").
_QUALIFIED_GOODS = 16
#: Words from a word of trade to the last of its goods ("of personal protective").
_OF_GOODS = 4
#: What goods are called in passing ("a key export item"), between which marks, and in how many words.
_CALLED, _CALLED_SO = words("called"), frozenset({"a", "an", "its", "one", "the", "their"})
_SET_APART, _CALLING = frozenset({",", "(", ")", "—", "–"}), 8
_AFTER_NOUN = words("after_noun")
#: Nouns and verbs alike; the plain ones are verbs behind a country, too.
_PLAIN = frozenset({"imports", "exports", "ships", "purchases", "supplies", "import", "export"})
_EITHER = _PLAIN | {"purchase", "ship"}
_VESSELS = frozenset({"ship", "ships"})
#: What trade may be called by one way or both, and what joins these.
_ONE_WAY, _TWO_WAYS = frozenset({"export", "import"}), frozenset({"and", "&", "-", "‑", "–", "/"})
#: Between an amount and the trade both ways that it is of, and what else is told of it as one.
_AMOUNT_OF, _TOTALS, _TOLD_REACH = frozenset({"in", "of", "total"}), frozenset({"total", "value", "volume"}), 24
#: What passes, and characters from "spent" to it.
_TIMES, _SPENT_REACH = words("spent_time"), 28
#: Before "to" or "from" a country these speak of the trade already spoken of.
_SAME_TRADE = words("same_trade")


def mentions(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """One cue a place: a word that can be noun or verb is what its neighbours make it."""
    chosen: dict[int, Cue] = {}
    for cue in sentence.cues_of("flow_noun", "flow_verb", giving.AID):
        asked = trade_word(reading, sentence, parties, cue)
        found = meant(asked)
        if found is not None and asked.word in _EITHER:
            found = _noun_or_verb(asked, found, chosen)
        if found is not None and found.sense == "spend" and _passes_time(reading, sentence, found):
            continue
        if found is None or _is_in_name(reading, sentence, found) or _is_called(reading, sentence, found):
            continue
        if found.sense == "balance" or not _is_modifier(reading, reading.tokens.at(found.end) - 1):
            chosen.setdefault(found.start, found)
    _join_both_ways(reading, sentence, chosen)
    partner_words.add(reading, sentence, parties, chosen)
    _add_anaphors(reading, sentence, chosen, context)
    _join(reading, chosen)
    if not chosen and (told := courses.course(reading, sentence, parties)) is not None:
        return [told]
    return [chosen[start] for start in sorted(chosen)]


def _passes_time(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "I spent the weekend with the trade tables": nothing is bought."""
    behind = reading.words(cue.end, min(cue.end + _SPENT_REACH, sentence.end))[:3]
    return not _TIMES.isdisjoint(behind) and not any(
        f.kind == "money" and cue.end <= f.start <= cue.end + _SPENT_REACH for f in sentence.figures
    )


def _noun_or_verb(asked: TradeWord, cue: Cue, chosen: dict[int, Cue]) -> Cue | None:
    """The cue as the noun or the verb that it is there; None where another cue is that already."""
    verb = _is_verb(asked)
    if not verb and asked.word in _VESSELS:
        # "A ship carrying 1,000 tons".
        return None
    if verb == (cue.kind == "flow_verb"):
        return cue
    others = asked.sentence.cues_of("flow_noun", "flow_verb")
    if cue.start in chosen or any(c.start == cue.start and c is not cue for c in others):
        return None
    return Cue(cue.start, cue.end, "flow_verb" if verb else "flow_noun", cue.sense)


def _is_verb(asked: TradeWord) -> bool:
    """ "To export", "which imports", "China ships tea"; "China's imports rose"."""
    before, number, tokens = asked.before, asked.number, asked.reading.tokens
    if before in _BASE_VERB_LEADS or before in {"it", "which", "they", "who"}:
        return True
    if before == "that" and not _is_said(asked.reading, asked.sentence, number):
        return True
    if asked.word not in _PLAIN or not number or number + 1 >= len(tokens):
        return False
    named = any(p.end == tokens.ends[number - 1] and not (p.owner or p.demonym) for p in asked.parties)
    if not named or tokens.words[number + 1] in _AFTER_NOUN:
        return False
    start = tokens.starts[number + 1]
    return not any(c.kind in {"change", "level", "share"} and c.start == start for c in asked.sentence.cues)


def _is_said(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "Officials said that exports to Iraq had risen": what is said, not a country that exports."""
    following = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    spoken = any(c.end <= reading.tokens.starts[i] for c in sentence.cues_of("speech"))
    return following == "of" or (spoken and following in _AFTER_NOUN)


@turns_on(_SAME_TRADE, otherwise=None)
def _add_anaphors(reading: Reading, sentence: Sentence, chosen: dict[int, Cue], context: Context) -> None:
    """ "Shipments to Vietnam rose; those to Laos fell": the same trade with another partner. "Cargoes from Laos"."""
    tokens = reading.tokens
    for i in range(tokens.at(sentence.start), tokens.at(sentence.end) - 1):
        of_goods = tokens.words[i : i + 2] in _THOSE_OF and _are_goods(reading, sentence, i)
        ends = tokens.words[i] in _SAME_TRADE and tokens.words[i + 1] in {"to", "from", "with"}
        if not ends and not of_goods:
            continue
        before = [start for start in chosen if start < tokens.starts[i]]
        pronoun = tokens.words[i] in {"those", "that"}
        if not pronoun and any(chosen[start].kind == "flow_verb" for start in before):
            # "Spain imported five cargoes from Nigeria."
            continue
        if not pronoun and before and _is_object(reading, chosen[max(before)], tokens.starts[i]):
            # "Imports of medical supplies from China".
            continue
        if before:
            sense = chosen[max(before)].sense
        elif context.sense in {"import", "export"} and (not pronoun or tokens.starts[i] == sentence.start):
            # "Those to Laos fell", in a sentence of its own.
            sense = context.sense
        else:
            continue
        if pronoun or any(c.start == tokens.starts[i + 2] for c in sentence.countries if i + 2 < len(tokens)):
            chosen.setdefault(tokens.starts[i], Cue(tokens.starts[i], tokens.ends[i], "flow_noun", sense))


def _are_goods(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "Exports of cars gained 16 percent. Those of handsets soared": goods, if only because nobody else is named."""
    behind = reading.tokens.ends[i + 1]
    if any(0 <= g.start - behind <= _QUALIFIED_GOODS for g in sentence.goods):
        return True
    opens = reading.tokens.starts[i] == sentence.start and reading.tokens.words[i + 1] == "of"
    return opens and not any(0 <= c.start - behind <= _QUALIFIED_GOODS for c in sentence.countries)


def _is_object(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether what stands there is what a word of trade is of."""
    said = reading.words(cue.end, start)
    return said[:1] == ["of"] and len(said) <= _OF_GOODS and {",", ";", "and", "from", "to"}.isdisjoint(said)


def _join(reading: Reading, chosen: dict[int, Cue]) -> None:
    """ "Foreign trade turnover" is one mention, whatever the words in it mean by themselves; so is "export trade"."""
    for start in sorted(chosen):
        cue = chosen.get(start)
        if cue is None:
            continue
        following = chosen.get(next((s for s in sorted(chosen) if s > start), -1))
        if following is not None and _qualifies(reading, cue, following):
            i = reading.tokens.before(start)
            both = reading.tokens.words[i] in _TWO_WAYS and reading.tokens.words[i - 1] in _ONE_WAY
            begins = reading.tokens.starts[i - 1] if both else start
            del chosen[following.start], chosen[start]
            chosen[begins] = Cue(begins, following.end, "flow_noun", "trade" if both else cue.sense)
            continue
        if cue.sense != "trade":
            continue
        if following is not None and following.sense == "trade" and not reading.words(cue.end, following.start):
            chosen[start] = Cue(start, following.end, cue.kind, "trade")
            del chosen[following.start]


def _join_both_ways(reading: Reading, sentence: Sentence, chosen: dict[int, Cue]) -> None:
    """ "4.8 million tonnes of imports and exports", "the value of exports and imports": both ways, told as one."""
    for first, second in pairwise([chosen[start] for start in sorted(chosen)]):
        ways = {first.sense, second.sense} == _ONE_WAY and first.kind == second.kind == "flow_noun"
        if not ways or reading.words(first.end, second.start) != ["and"]:
            continue
        figure = next((f for f in reversed(sentence.figures) if f.end <= first.start), None)
        amount = reading.words(figure.end, first.start) if figure is not None else []
        behind = next((f for f in sentence.figures if f.start >= second.end), None)
        if behind is not None and len(reading.words(second.end, behind.begins)) <= 1:
            # "6 billion of exports and imports of 15 billion".
            continue
        said = reading.words(max(sentence.start, first.start - _TOLD_REACH), first.start)
        if (amount and _AMOUNT_OF.issuperset(amount)) or (said[-1:] == ["of"] and not _TOTALS.isdisjoint(said[-2:])):
            del chosen[second.start]
            chosen[first.start] = Cue(first.start, second.end, "flow_noun", "trade")


def _qualifies(reading: Reading, cue: Cue, following: Cue) -> bool:
    """ "Its export trade fell", "the import and export trade"."""
    alone = reading.tokens.words[reading.tokens.at(cue.start)] in _ONE_WAY and cue.end - cue.start == len("import")
    return alone and following.sense == "trade" and not reading.words(cue.end, following.start)


def _is_in_name(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "The U.S.-Cuba Trade and Economic Council": a capital inside a sentence, another one right behind."""
    text, tokens = reading.text, reading.tokens
    if not text[cue.start].isupper() or cue.start == sentence.start or sentence.kind in {"title", "heading"}:
        return False
    i = tokens.before(cue.start)
    if i > 1 and tokens.words[i] in {"and", "&", "of"} and text[tokens.starts[i - 1]].isupper():
        # "The Ministry of Industry and Commerce".
        return True
    i = tokens.at(cue.end)
    if i < len(tokens) and tokens.words[i] in {"and", "&"}:
        i += 1
    return i < len(tokens) and tokens.starts[i] < sentence.end and text[tokens.starts[i]].isupper()


def _is_called(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Shipments of chips, a key export item, rose": what goods are called between two commas."""
    tokens = reading.tokens
    i = tokens.at(cue.end)
    if not 0 < i < len(tokens) - 1 or tokens.words[i] not in _CALLED or tokens.words[i + 1] not in _SET_APART:
        return False
    opened = next((j for j in range(i - 1, max(i - _CALLING, 0), -1) if tokens.words[j] in _SET_APART), None)
    return opened is not None and tokens.starts[opened] > sentence.start and tokens.words[opened + 1] in _CALLED_SO


def _is_modifier(reading: Reading, i: int) -> bool:
    """ "Trade data", "trade ministry", "trade war": the word only qualifies the next."""
    nxt = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    return nxt in _QUALIFIED

"""Whose trade it is: "China's coal imports", "Iran-Turkey trade", "its imports", "the turnover of Mali"."""

from __future__ import annotations

from tidewaiter.claims.english.clause_subjects import ranked_by, subject_of
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import words

_NATIONS = words("nations")
#: Between a country and its trade: "China's last delivery".
_LATEST = frozenset({"first", "last", "latest", "only"})
#: Characters between a country and "whose", and of "'s ".
_WHOSE = 3
#: What is no verb between an owner and his trade ("its growing imports", "Chad's top export").
_NO_VERBS = frozenset({"falling", "growing", "related", "rising"}) | words("superlatives")
_SPANS = frozenset({"day", "month", "quarter", "week", "year"})
_HAVING = frozenset({"also", "had", "has", "have"})
_HYPHENS = frozenset({"-", "‑", "–"})
_POSSESSIVE = (["'s"], ["’s"], ["'"], ["’"])
#: Words between "India's" and "Russian" ("India's discounted Russian oil"), and between an owner and the trade.
_QUALIFYING = 2
_STEPS = 7
#: Words between the holder of a share and whose trade it is of ("Kenyan black tea's share of"), and "all the".
_PART_REACH, _WHOLE = 6, frozenset({"all", "overall", "the", "total", "world"})
#: Senses of verbs by which somebody has a part in another's imports, and in another's exports.
_GIVING, _TAKING = frozenset({"export"}), frozenset({"import", "receive"})
_OWNING = frozenset({"'s", "’s", "'", "’", "its", "their"})


def _is_adjective(said: list[str], i: int) -> bool:
    """ "Eritrea's recorded sales", "its last reported imports": a participle right behind an owner."""
    behind = i - 2 if i > 1 and said[i - 1] in _LATEST else i - 1
    return said[i].endswith("ed") and behind >= 0 and said[behind] in _OWNING


def between_both(reading: Reading, flow: Flow) -> bool:
    """ "Trade between the nations", "between both countries"."""
    said = reading.words(flow.end, flow.end + 32)[:4]
    two = said[:3] == ["between", "the", "two"] and bool(said[3:]) and reading.is_word("verbs", said[3])
    return two or (said[:1] == ["between"] and bool(_NATIONS & set(said[2:])))


def owners(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, earlier: int, context: Context
) -> list[str]:
    """Whose imports they are: "China's coal imports", "Iran-Turkey trade", "its imports", "Russia coal exports"."""
    tokens = reading.tokens
    i = tokens.before(flow.start)
    while tokens.words[tokens.at(flow.start)] == "traded" and tokens.words[i] in _HAVING:
        i -= 1
    steps, far = 0, None
    amount = _amount_owned(reading, sentence, flow)
    floor = max(sentence.start, earlier) if amount is None else sentence.start
    said = [
        c
        for c in sentence.cues_of("anaphor")
        if c.sense in {"country", "epithet"} and reading.words(c.end, c.end + 2)[:1] in _POSSESSIVE
    ]
    while i >= 0 and tokens.starts[i] >= floor and steps < _STEPS:
        if tokens.words[i] == ")" and tokens.words[i - 2 : i - 1] == ["("]:
            # "The European Union's (EU) imports".
            i -= 3
            continue
        if amount is not None and amount.start <= tokens.starts[i] < amount.end:
            i = tokens.before(amount.start)
            continue
        word, end = tokens.words[i], tokens.ends[i]
        called = next((c for c in said if c.start <= tokens.starts[i] < c.end), None)
        if called is not None and context.subject:
            # "The country's total foreign trade".
            return [context.subject]
        if word == "whose":
            # "Ukraine, whose exports to Egypt …".
            return [p.code for p in parties if 0 <= tokens.starts[i] - p.end <= _WHOSE][-1:]
        party = next((p for p in parties if p.start < end and tokens.starts[i] < p.end), None)
        if party is not None:
            if party.role in {"from", "to", "with", "by", "than", "via"} and not party.owner:
                return []
            j = tokens.before(party.start)
            if _is_owned(reading, party, j):
                # "China's Iranian oil imports": China's, from Iran.
                far, i, steps = party.code, j, steps + 1
                continue
            pair = [party.code]
            if j >= 0 and tokens.words[j] in {"-", "–", "/", "and"}:
                left = next((p for p in parties if p.end == tokens.ends[j - 1] or p.end == tokens.starts[j]), None)
                if left is not None and (flow.sense == "trade" or tokens.words[j] == "-"):
                    pair.insert(0, left.code)
            if len(pair) == 2 and flow.sense != "trade":
                # "China-North Korea exports": from the first to the second.
                return pair[:1]
            return [*pair, far] if far is not None and flow.sense == "trade" else pair
        if word in _SPANS and i > 1 and tokens.words[i - 1] in _HYPHENS:
            # "Nigeria's 6-month import list".
            i -= 3
            continue
        if word in {"its", "their"}:
            whose = ranked_by(reading, sentence, parties, tokens.starts[i])
            if whose is not None:
                return [whose]
            subject = subject_of(reading, sentence, parties, flow.clause, tokens.starts[i], context)
            if subject and (other := _served(sentence, parties, flow, subject, context)) is not None:
                return [other]
            return [subject] if subject else []
        plain = word[0].isalnum() and not (reading.is_word("stop", word) and word not in _LATEST)
        if plain or word in {"'s", "’s", "'", "’", "-", "–"}:
            if reading.is_word("verbs", word) and word not in _NO_VERBS and not _is_adjective(tokens.words, i):
                return []
            i -= 1
            steps += 1
            continue
        break
    cue = next(
        (
            c
            for c in sentence.cues_of("anaphor")
            if c.sense in {"country", "epithet"} and c.end <= flow.start <= c.end + 3
        ),
        None,
    )
    return [context.subject] if cue and context.subject else []


def _amount_owned(reading: Reading, sentence: Sentence, flow: Flow) -> Figure | None:
    """ "North Korea's $1.59 billion external trade": how much it was, between an owner and his trade."""
    before = [f for f in sentence.figures if f.kind == "money" and f.end <= flow.start]
    if not before or flow.verb or len(reading.words(before[-1].end, flow.start)) > _QUALIFYING:
        return None
    ahead = reading.words(max(sentence.start, before[-1].begins - _WHOSE), before[-1].begins)
    return before[-1] if ahead[-1:] in _POSSESSIVE else None


def _is_owned(reading: Reading, party: Party, before: int) -> bool:
    """Whether a country only says where somebody's goods come from or go to ("its Iranian oil imports")."""
    if reading.words(party.end, party.end + 2)[:1] in _POSSESSIVE:
        return False
    tokens = reading.tokens.words
    for i in range(before, max(before - (_QUALIFYING if party.demonym else 0), 0) - 1, -1):
        if tokens[i] in _OWNING:
            return True
        if not tokens[i].isalpha() or tokens[i] == "of" or reading.is_word("stop", tokens[i]):
            return False
    return False


def far_end(reading: Reading, parties: list[Party], flow: Flow, owner: str | None) -> str | None:
    """The other end of "China's Iranian oil imports", "its Cuban exports": who stands between their owner and them."""
    before = [p for p in parties if p.end <= flow.start]
    if owner is not None and len(before) > 1 and before[-1].code == owner and _holds_part(reading, *before[-2:]):
        return before[-2].code or None
    if owner is None or not before or before[-1].code in {owner, ""}:
        return None
    party = before[-1]
    near = len(reading.words(party.end, flow.start)) <= _STEPS
    return party.code if near and _is_owned(reading, party, reading.tokens.before(party.start)) else None


def _holds_part(reading: Reading, holder: Party, owner: Party) -> bool:
    """ "Kenya's share of Egypt's tea imports", "Kenyan tea's share of total Egyptian imports": of another's trade."""
    said = [word for word in reading.words(holder.end, owner.start) if word not in _WHOLE]
    return holder.owner and owner.owner and said[-2:] == ["share", "of"] and len(said) <= _PART_REACH


def _served(sentence: Sentence, parties: list[Party], flow: Flow, subject: str, context: Context) -> str | None:
    """ "China supplied 12 percent of its imports", in a text on Togo: Togo's, not its own."""
    named = [p for p in parties if p.code == subject and p.end <= flow.start and not p.owner]
    if not named or not any(named[-1].end <= f.start and f.end <= flow.start for f in sentence.figures):
        return None
    verbs = _GIVING if flow.sense == "import" else _TAKING if flow.sense == "export" else frozenset()
    given = (c for c in sentence.cues_of("flow_verb") if named[-1].end <= c.start and c.end <= flow.start)
    if not any(c.sense in verbs for c in given):
        return None
    return next((code for code in (context.reporter, context.focus) if code and code != subject), None)


def is_origin(parties: list[Party], flow: Flow, owner: str, context: Context, *, arrived: bool = False) -> bool:
    """ "Russian naphtha imports", where Russia is known to sell: where the goods are from, not who buys."""
    named = [p for p in parties if p.end <= flow.start and p.code == owner]
    if arrived and named and named[-1].demonym:
        # "Russian crude arrivals".
        return True
    return bool(named) and named[-1].demonym and context.pair.sender == owner and flow.start - named[-1].end > 1

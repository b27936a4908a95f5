"""Words of trade in a sentence, one a place: is it noun or verb, does it name trade at all, whose does "those" mean."""

from __future__ import annotations

from tidewaiter.claims.english.flows import arrivals, courses, partner_words
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue, words

_QUALIFIED = words("qualified")
_MODALS = words("before_base_verb")
_BASE_VERB_LEADS = words("before_verb")
#: Characters from "took" to the country that something was taken from.
_FROM_THERE = 12
#: Characters from "those of" to goods ("those of plastic flooring").
_QUALIFIED_GOODS = 16
_HAVING, _TRADING = frozenset({"also", "had", "has", "have"}), words("actors") | {"allies", "neighbors", "sides"}
_DOING = frozenset({"did", "do", "does"})
_HYPHENS = frozenset({"-", "‑", "–"})
#: Behind "buying" that is a noun.
_BUYING = (["by"], ["from"], ["in"], ["of"], ["."], [","], ["rose"], ["fell"])
_BRINGING = (["brought"], ["brings"], ["bringing"])
#: "Brought in $5 million worth of foreign currency" bought nothing: characters and words of that.
_WORTH, _CURRENCY = 40, frozenset({"currency", "exchange"})
_GIVING = frozenset({"donated", "donating", "provide", "provided", "providing", "provides"})
_AID = frozenset({"aid", "assistance", "funding", "grant", "grants", "loan", "loans", "support"})
_AFTER_NOUN = words("after_noun")
#: Before "to" or "from" a country these speak of the trade already spoken of.
_SAME_TRADE = words("same_trade")


def mentions(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """One cue a place: a word that can be noun or verb is what its neighbours make it."""
    tokens = reading.tokens
    chosen: dict[int, Cue] = {}
    for cue in sentence.cues_of("flow_noun", "flow_verb"):
        i = tokens.at(cue.start)
        before = tokens.words[i - 1] if i else ""
        word = tokens.words[i]
        verb = cue.kind == "flow_verb"
        bare = cue.end - cue.start == len(word)
        if bare and word in {"supply", "deliver", "provide", "send", "donate"} and before not in _MODALS:
            if not (_DOING & sentence.words and _is_asked(reading, sentence)):
                continue
            cue = Cue(cue.start, cue.end, "flow_verb", cue.sense)
        if word == "supplies" and cue.end - cue.start == len(word) and not _supplies(reading, sentence, parties, cue):
            continue
        if word == "spending" and cue.kind == "flow_noun" and not _is_on_goods(reading, sentence, cue):
            continue
        if cue.sense == "arrive" and not arrivals.somewhere(reading, sentence, cue):
            continue
        if word == "left" and cue.end - cue.start == len("left") and not _leaves_port(reading, i):
            continue
        if word in {"paid", "pay", "pays", "paying"} and not _pays(reading, sentence, cue):
            continue
        if cue.sense == "earn" and not _pays_them(reading, sentence, parties, cue):
            continue
        if word in {"brought", "brings", "bringing"} and cue.sense == "earn" and _brings(reading, sentence, cue):
            cue = Cue(cue.start, cue.end, "flow_verb", "import")
        if reading.text[cue.end : cue.end + 1] in _HYPHENS and reading.text[cue.end + 1 : cue.end + 2].isalpha():
            # "Ship-tracking data", "export-oriented".
            continue
        if word in {"sold", "sell", "sells", "selling"} and tokens.words[i + 1 : i + 2] == ["at"]:
            # "Petrol sold at $2 a litre" on some market.
            continue
        if word in {"got", "get", "gets", "getting"} and not _gets_from(sentence, parties, cue):
            continue
        if word == "obtained" and any(
            f.kind == "money" and not reading.words(cue.end, f.start) for f in sentence.figures
        ):
            # "Exported 900 tonnes and obtained $3 million".
            cue = Cue(cue.start, cue.end, "flow_verb", "earn")
        if word == "received" and not _receives_goods(reading, sentence, cue):
            continue
        if word in _GIVING and _AID & set(reading.words(cue.end, min(cue.end + 48, sentence.end))):
            # "Provided $50 million in aid".
            continue
        if bare and word in {"took", "takes", "taking"} and not _takes_goods(reading.text, sentence, cue):
            continue
        if word == "contracted" and not _amount_of(reading, sentence, cue):
            # "The economy contracted 4 percent".
            continue
        if word == "traded" and not _they_trade(reading, parties, i):
            continue
        if word == "trade" and before in {"processing", "assembly", "contract"}:
            # "Processing trade in wigs": a way of working.
            continue
        if word in {"buying", "selling"} and before == "-":
            # "The food-buying agency", "its best-selling goods".
            continue
        if word == "buying" and cue.kind == "flow_noun" and tokens.words[i + 1 : i + 2] not in _BUYING:
            continue
        if word in {"import", "export", "purchase", "imports", "exports", "ship", "ships", "purchases"}:
            verb = before in _BASE_VERB_LEADS or before in {"it", "which", "they", "who"}
            verb = verb or (before == "that" and not _is_said(reading, sentence, i))
            if not verb and word in {"imports", "exports", "ships", "purchases", "import", "export"}:
                named = [p for p in parties if p.end == tokens.ends[i - 1] and not p.owner] if i else []
                after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
                verb = (
                    bool(named)
                    and after not in _AFTER_NOUN
                    and not any(
                        c.kind in {"change", "level", "share"} and c.start == tokens.starts[i + 1]
                        for c in sentence.cues
                    )
                    if i + 1 < len(tokens)
                    else False
                )
            if verb != (cue.kind == "flow_verb"):
                if cue.start in chosen or any(
                    c.start == cue.start and c is not cue for c in sentence.cues_of("flow_noun", "flow_verb")
                ):
                    continue
                cue = Cue(cue.start, cue.end, "flow_verb" if verb else "flow_noun", cue.sense)
        if (cue.sense != "balance" and _is_modifier(reading, tokens.at(cue.end) - 1)) or _is_in_name(
            reading, sentence, cue
        ):
            continue
        chosen.setdefault(cue.start, cue)
    partner_words.add(reading, sentence, parties, chosen)
    _add_anaphors(reading, sentence, chosen, context)
    _join(reading, chosen)
    if not chosen and (told := courses.course(reading, sentence, parties)) is not None:
        return [told]
    return [chosen[start] for start in sorted(chosen)]


def _amount_of(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Contracted 1.4 million tonnes of wheat": an amount of goods right behind."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    near = figure is not None and figure.kind in {"quantity", "count"} and not reading.words(cue.end, figure.begins)
    return figure is not None and near and reading.words(figure.end, figure.end + 4)[:1] == ["of"]


def _they_trade(reading: Reading, parties: list[Party], i: int) -> bool:
    """ "Iran and Iraq traded", "the two neighbours have traded"; not "the most traded goods"."""
    i -= 1
    while i > 0 and reading.tokens.words[i] in _HAVING:
        i -= 1
    return reading.tokens.words[i] in _TRADING or any(p.end == reading.tokens.ends[i] for p in parties)


def _is_asked(reading: Reading, sentence: Sentence) -> bool:
    """ "How much oil does Mexico send?"."""
    return reading.text[sentence.start : sentence.end].rstrip().endswith("?")


def _supplies(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Chinese supplies doubled", "increased supplies by 7%"; not "medical supplies"."""
    if any(0 <= cue.start - p.end <= 3 and (p.demonym or p.owner) for p in parties):
        return True
    before = reading.words(max(sentence.start, cue.start - 16), cue.start)[-1:]
    moved = any(c.kind == "change" and c.end + 1 == cue.start for c in sentence.cues)
    following = reading.words(cue.end, min(cue.end + 8, sentence.end))[:1]
    if following in (["to"], ["from"], ["by"]) and any(0 <= cue.start - g.end <= 1 for g in sentence.goods):
        # "Gas supplies to Europe", "a decrease in gold supplies by 17 percent".
        return True
    return (
        moved
        or (before in (["its"], ["their"], ["saw"], ["total"], ["these"]) and following != ["of"])
        or (not before and following in (["to"], ["from"]))
    )


def _is_said(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "Officials said that exports to Iraq had risen": what is said, not a country that exports."""
    following = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    spoken = any(c.end <= reading.tokens.starts[i] for c in sentence.cues_of("speech"))
    return following == "of" or (spoken and following in _AFTER_NOUN)


def _pays(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Paid $6 billion for it" buys; "paid $6 billion in taxes" does not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None or figure.kind != "money" or len(reading.words(cue.end, figure.start)) > 6:
        return False
    return reading.words(figure.end, min(figure.end + 24, sentence.end))[:1] == ["for"]


def _receives_goods(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Received 5,000 tonnes of rice", "rice received from China"; not "good rains received this year"."""
    ahead = [f.start for f in sentence.figures] + [g.start for g in sentence.goods]
    if any(cue.end <= start < cue.end + 60 for start in ahead):
        return True
    return reading.words(cue.end, min(cue.end + 12, sentence.end))[:1] in (["from"], ["by"], ["any"], ["no"])


def _is_on_goods(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Spending on soybean oil" buys it; "spending on defence" buys nothing abroad."""
    return any(g.start - cue.end > 0 and len(reading.words(cue.end, g.start)) <= 1 for g in sentence.goods)


def _pays_them(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Wigs brought Pyongyang $68 million", "brought it $12 million": whom a sale has paid stands right behind.

    "Brought 42 tons from abroad" says how much came in.
    """
    if reading.words(cue.start, cue.end) not in _BRINGING:
        return True
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is not None and figure.kind == "quantity" and not reading.words(cue.end, figure.start):
        return "from" in reading.words(figure.end, sentence.end)
    following = reading.words(cue.end, cue.end + 6)[:1]
    return following in (["it"], ["them"]) or any(0 < p.start - cue.end <= 1 and not p.owner for p in parties)


def _brings(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Brought in 1.9 million tonnes", "brought in $5 million worth of tea" imports; "brought in $5 million" earns."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None or figure.kind != "money":
        return figure is not None and figure.kind in {"quantity", "count"}
    said = reading.words(figure.end, min(figure.end + _WORTH, sentence.end))
    return said[:2] == ["worth", "of"] and _CURRENCY.isdisjoint(said)


def _gets_from(sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Gets most of its fuel from Kuwait": goods or an amount, and where they are from."""
    ahead = [f.start for f in sentence.figures] + [g.start for g in sentence.goods]
    return any(cue.end <= start < cue.end + 40 for start in ahead) and any(
        p.role == "from" and p.start >= cue.end for p in parties
    )


def _leaves_port(reading: Reading, i: int) -> bool:
    """ "Have left Ukrainian ports"."""
    return bool({"port", "ports", "harbour", "harbor"} & set(reading.tokens.words[i + 1 : i + 5]))


def _takes_goods(text: str, sentence: Sentence, cue: Cue) -> bool:
    """ "France took 11,000 tonnes" is an import; "took 42 percent", "took steps" are not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None or figure.kind not in {"quantity", "money", "count"}:
        return False
    if any(c.alpha3 and cue.end < c.start <= min(figure.start, cue.end + _FROM_THERE) for c in sentence.countries):
        # "What it took from the North came to $28 million".
        return " from " in text[cue.end : cue.end + _FROM_THERE]
    goods = any(0 < g.start - cue.end <= 10 and g.end <= figure.start for g in sentence.goods)
    return figure.start - cue.end <= (40 if goods else 16)


@turns_on(_SAME_TRADE, otherwise=None)
def _add_anaphors(reading: Reading, sentence: Sentence, chosen: dict[int, Cue], context: Context) -> None:
    """ "Shipments to Vietnam rose; those to Laos fell": the same trade with another partner. "Cargoes from Laos"."""
    tokens = reading.tokens
    for i in range(tokens.at(sentence.start), tokens.at(sentence.end) - 1):
        of_goods = tokens.words[i : i + 2] == ["those", "of"] and any(
            0 <= g.start - tokens.ends[i + 1] <= _QUALIFIED_GOODS for g in sentence.goods
        )
        ends = tokens.words[i] in _SAME_TRADE and tokens.words[i + 1] in {"to", "from", "with"}
        if not ends and not of_goods:
            continue
        before = [start for start in chosen if start < tokens.starts[i]]
        pronoun = tokens.words[i] in {"those", "that"}
        if not pronoun and any(chosen[start].kind == "flow_verb" for start in before):
            # "Spain imported five cargoes from Nigeria."
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


def _join(reading: Reading, chosen: dict[int, Cue]) -> None:
    """ "Foreign trade turnover" is one mention, whatever the words in it mean by themselves."""
    for start in sorted(chosen):
        cue = chosen.get(start)
        if cue is None or cue.sense != "trade":
            continue
        following = chosen.get(next((s for s in sorted(chosen) if s > start), -1))
        if following is not None and following.sense == "trade" and not reading.words(cue.end, following.start):
            chosen[start] = Cue(start, following.end, cue.kind, "trade")
            del chosen[following.start]


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


def _is_modifier(reading: Reading, i: int) -> bool:
    """ "Trade data", "trade ministry", "trade war": the word only qualifies the next."""
    nxt = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    return nxt in _QUALIFIED

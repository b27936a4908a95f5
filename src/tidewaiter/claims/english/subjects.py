"""What a figure is about: the goods its own words name, else its flow's, else what the text was speaking of."""

from __future__ import annotations

from tidewaiter.claims.context import Context
from tidewaiter.claims.english import products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Scene, Subject, clause_at

#: What a share in a text on trade is of.
_WHOLES = words("wholes")
_LEADS = frozenset({"of", "in", "on", "for"})
_OVERALL = words("overall")
#: What opens a breakdown of all that was traded.
_BY_PARTNER = frozenset(
    {("by", "destination"), ("by", "country"), ("by", "market"), ("by", "origin"), ("by", "region")}
)
_CASE_WORDS = words("case_words")
_SKIP = words("between_goods_and_figure")


def subject(reading: Reading, scene: Scene, draft: Draft, earlier: list[Draft], context: Context) -> Subject:
    """What a figure is about, by what it measures."""
    sentence, figure, flow = scene.sentence, draft.figure, draft.flow
    last = next((d for d in reversed(earlier) if d.measure in TRADE_MEASURES and d.subject is not None), None)
    if draft.measure in {"cases", "deaths"}:
        own = own_subject(reading, sentence, figure)
        before = next(
            (d.subject.product for d in reversed(earlier) if d.measure in {"cases", "deaths"} and d.subject), None
        )
        named = illness(own.product if own else None)
        return Subject(named or before or context.disease, "what is counted", own=named is not None)
    if figure.kind == "zero" and reading.text[figure.start : figure.end].lower() == "any":
        several = dict.fromkeys(d.subject.product for d in earlier if d.subject and d.subject.product and d.subject.own)
        if several and own_subject(reading, sentence, figure) is None:
            return Subject("|".join(several), "goods of the sentence")
    if flow is not None and flow.balance and draft.measure in {"other", "change"}:
        return Subject(_balance(reading, flow), "the trade balance")
    if sentence.kind == "row":
        cell = _cell(reading, sentence)
        if cell is not None and not sentence.goods:
            return Subject(cell, "the head of its row", own=True)
    if draft.measure in {"count", "rate", "other"} and flow is None:
        return own_subject(reading, sentence, figure) or _noun(reading, figure)
    if figure.kind == "count" and figure.noun is None and last is not None and last.subject is not None:
        return own_subject(reading, sentence, figure) or Subject(last.subject.product, "goods of the figure before")
    if draft.measure == "share":
        part = (
            _follower(reading, sentence, figure)
            or sharer(reading, sentence, figure)
            or _predicate(reading, sentence, figure)
        )
        if part is not None:
            return part
    if draft.measure in {"share", "ratio"} and flow is None and not of_trade(reading, sentence, figure, context):
        return own_subject(reading, sentence, figure) or Subject(context.product, "goods of the sentence before")
    headed = _clause_subject(reading, scene, figure, flow)
    if headed is not None:
        return headed
    near = last is not None and (
        flow is last.flow or flow is None or not flow.stated or set(flow.pair.everyone) == set(last.pair.everyone)
    )
    return subject_of(reading, sentence, figure, flow, last.subject if near and last else None, context, scene.flows)


def _balance(reading: Reading, flow: Flow) -> str:
    """ "Deficit" in a text on trade is the trade deficit."""
    said = reading.text[flow.start : flow.end].lower()
    return said if said.startswith("trade") else f"trade {said}"


def _cell(reading: Reading, sentence: Sentence) -> str | None:
    """The first cell of a row where it names goods: no figure, time or country stands in it."""
    end = reading.text.find(" | ", sentence.start, sentence.end)
    held = [m.start for m in sentence.figures] + [m.start for m in sentence.times]
    held += [m.start for m in sentence.countries]
    if end < 0 or any(start < end for start in held) or any(c.start < end for c in sentence.cues_of("flow_noun")):
        return None
    return products.clean(reading, (sentence.start, end))


def _clause_subject(reading: Reading, scene: Scene, figure: Figure, flow: Flow | None) -> Subject | None:
    """ "… while plastics rose to $5 million": the goods that head a clause with no word of trade in it."""
    sentence, clause = scene.sentence, clause_at(scene.clauses, figure.start)
    if (flow is not None and flow.clause is clause) or any(f.clause is clause for f in scene.flows):
        return None
    moving = [c for c in sentence.cues if c.kind in {"level", "change"} and clause.start <= c.start < figure.start]
    if not moving:
        return None
    verb = min(moving, key=lambda cue: cue.start)
    span = products.phrase_before(reading, sentence, verb.start)
    if span is None or span[0] < clause.start or any(clause.start <= f.start < verb.start for f in sentence.figures):
        return None
    ahead = reading.words(clause.start, span[0])
    known = any(span[0] <= g.start < span[1] and g.good_id != "total" for g in sentence.goods)
    if len(ahead) > 2 or not known:
        return None
    product = products.clean(reading, _no_flow(sentence, span))
    return None if product is None else Subject(product, "goods that head the clause", own=True)


def _noun(reading: Reading, figure: Figure) -> Subject:
    """What is counted, as the figure itself names it ("container trucks")."""
    if figure.noun is None:
        return Subject(None, "nothing named")
    return Subject(" ".join(reading.text[figure.noun[0] : figure.noun[1]].split()), "what is counted")


def of_trade(reading: Reading, sentence: Sentence, figure: Figure, context: Context) -> bool:
    """Whether a share without a flow of its own is of the trade that the text speaks of."""
    if context.sense is None:
        return False
    words = reading.words(figure.end, min(figure.end + 40, sentence.end))
    return words[:1] != ["of"] or bool(set(words[1:5]) & _WHOLES)


def own_subject(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that stand with a figure: "$2.6 million on sugar", "10.6 million masks", "soybeans ($2.97 million)"."""
    after = _after(reading, sentence, figure)
    if after is not None:
        return Subject(after, "goods after the figure", own=True)
    before = _before(reading, sentence, figure)
    if before is not None:
        return Subject(before, "goods before the figure", own=True)
    return None


def subject_of(
    reading: Reading, sentence: Sentence, figure: Figure, flow: Flow | None, earlier: Subject | None, context: Context,
    others: list[Flow],
) -> Subject:  # fmt: skip
    """What a figure is about."""
    if figure.kind not in {"percent", "percentage_points", "times"}:
        own = own_subject(reading, sentence, figure)
        if own is not None:
            return own
    if flow is not None:
        product = flow.goods
        if product is not None:
            return Subject(product, "goods of the flow")
        if _overall(reading, sentence, flow) or any(
            _overall(reading, sentence, o) for o in others if o.start > figure.end
        ):
            return Subject(TOTAL, "overall trade")
        if _definite(reading, flow) and context.product is not None:
            return Subject(context.product, "“the” trade spoken of before")
        before = _flow_before(reading, flow, others)
        if before is not None:
            return Subject(before, "goods earlier in the sentence")
        if earlier is not None and earlier.product and flow.sense != "trade":
            return Subject(earlier.product, "goods earlier in the sentence")
        if flow.sense == "trade":
            return Subject(TOTAL, "trade without goods named")
        return carried(reading, flow, figure, sentence, context)
    alone = [g for g in sentence.goods if g.end <= figure.start and g.good_id != "total"]
    if len({g.good_id for g in alone}) == 1 and not others:
        # "Cotton (chapter 52) alone was $550 million."
        return Subject(reading.text[alone[0].start : alone[0].end], "the goods of the sentence", own=True)
    if earlier is not None and earlier.product:
        return Subject(earlier.product, "goods earlier in the sentence")
    return Subject(context.product or TOTAL, "goods of the sentence before")


def sharer(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that have a share: "natural gas accounted for 62 percent of the total"."""
    for cue in sentence.cues_of("share"):
        if cue.end <= figure.start and not any(cue.end <= f.start < figure.start for f in sentence.figures):
            if reading.words(cue.start, cue.end)[-1] == "of":
                # "The share of Belarusian potash in Brazilian imports reached 18 percent."
                product = products.clean(reading, products.phrase_after(reading, sentence, cue.end))
                return None if product is None else Subject(product, "goods that have the share", own=True)
            end = cue.start
            words = reading.words(sentence.start, end)
            tokens = reading.tokens
            i = tokens.before(end)
            while i >= 0 and words and tokens.words[i] in {"also", "which", ",", "alone", "has", "have"}:
                i -= 1
            span = products.phrase_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
            product = products.clean(reading, _no_flow(sentence, span))
            return None if product is None else Subject(product, "goods that have the share", own=True)
    return None


def _follower(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "…, followed by textiles with 12 percent"."""
    tokens = reading.tokens
    i = tokens.before(figure.start)
    if i < 3 or tokens.words[i] not in {"with", "at", "on"} or tokens.starts[i] < sentence.start:
        return None
    span = products.phrase_before(reading, sentence, tokens.ends[i - 1])
    if span is None or reading.words(max(sentence.start, span[0] - 16), span[0])[-2:] != ["followed", "by"]:
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that come next", own=True)


def _predicate(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Half of that was cement"."""
    words = reading.words(figure.end, min(figure.end + 40, sentence.end))[:5]
    verb = next((n for n, word in enumerate(words) if word in {"was", "were", "is", "are"}), None)
    if (
        words[:1] != ["of"]
        or verb is None
        or not set(words[1:verb]) & {"that", "it", "this", "these", "them", "which", "those"}
    ):
        return None
    span = products.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end) + verb])
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "what the share is of", own=True)


def _home(context: Context) -> str | None:
    return context.pair.receiver if context.sense == "import" else context.pair.sender


def _flow_before(reading: Reading, flow: Flow, others: list[Flow]) -> str | None:
    """The goods of the flow before in the same sentence, for one that names none ("surged as it imported more")."""
    if flow.sense == "trade":
        return None
    for other in reversed([o for o in others if o.end <= flow.start and not o.compared]):
        product = other.goods
        if product is not None and other.sense == flow.sense:
            return product
    return None


def illness(phrase: str | None) -> str | None:
    """What the cases are of: "new fever cases" gives fever; None where only "cases" is said."""
    if phrase is None:
        return None
    kept = [w for w in phrase.split() if w.lower() not in _CASE_WORDS]
    return " ".join(kept) or None


def carried(reading: Reading, flow: Flow, figure: Figure, sentence: Sentence, context: Context) -> Subject:
    """What a flow without goods is of: what was spoken of, unless a new paragraph speaks of the same two again."""
    if context.product is None or context.product == TOTAL:
        return Subject(TOTAL, "no goods named")
    if tuple(reading.words(sentence.start, min(sentence.start + 24, sentence.end))[:2]) in _BY_PARTNER:
        return Subject(TOTAL, "a breakdown of all trade")
    if sentence.block == context.product_block:
        return Subject(context.product, "goods of the sentence before")
    if figure.kind == "quantity":
        return Subject(context.product, "a quantity of the goods spoken of")
    contrast = set(flow.pair.everyone) != set(context.pair.everyone) and bool(
        set(flow.pair.everyone) & set(context.pair.everyone)
    )
    if contrast and flow.stated:
        return Subject(context.product, "the same goods with another country")
    turned = {flow.sense, context.sense} == {"import", "export"} and flow.home == _home(context)
    if context.titled and context.product == context.lead_product and not turned:
        return Subject(context.lead_product, "the goods of the title")
    return Subject(TOTAL, "no goods named in a new paragraph")


def _overall(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    tokens = reading.tokens
    i = tokens.before(flow.start)
    words = [tokens.words[j] for j in range(max(i - 5, 0), i + 1) if tokens.starts[j] >= sentence.start]
    cue = reading.words(flow.start, flow.end)
    return bool(set(words) & _OVERALL) or bool(set(cue) & _OVERALL)


def _definite(reading: Reading, flow: Flow) -> bool:
    """ "Forty-two percent of the exports": those just spoken of."""
    i = reading.tokens.before(flow.start)
    return not flow.verb and i >= 0 and reading.tokens.words[i] in {"the", "these", "those", "such"}


def _after(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    tokens = reading.tokens
    counted = figure.kind in {"count", "quantity", "zero"}
    offset = figure.end
    if counted and figure.noun is not None:
        offset = figure.noun[0]
        if reading.words(*figure.noun)[:1] and figure.noun[0] < figure.end:
            offset = figure.end
    i = tokens.at(offset)
    if i < len(tokens) and tokens.words[i] == "+":
        i += 1
    word = tokens.words[i] if i < len(tokens) and tokens.starts[i] < sentence.end else ""
    if counted:
        verb = next((c for c in sentence.cues_of("flow_verb") if i < len(tokens) and c.start == tokens.starts[i]), None)
        if figure.kind == "zero" and verb is not None:
            # "Stopped importing soap".
            i = tokens.at(verb.end)
            word = tokens.words[i] if i < len(tokens) else ""
        if word == "of" or (figure.kind == "zero" and i + 1 < len(tokens) and tokens.words[i + 1] == "of"):
            i += 1 if word == "of" else 2
        start = tokens.starts[i] if i < len(tokens) else sentence.end
    else:
        if word == "worth":
            i += 1
            word = tokens.words[i] if i < len(tokens) else ""
        if word not in _LEADS:
            return None
        i += 1
        start = tokens.starts[i] if i < len(tokens) else sentence.end
    if start >= sentence.end or any(c.start <= start < c.end for c in sentence.times):
        return None
    span = products.phrase_after(reading, sentence, start)
    if span is not None and span[0] - start > 30:
        return None
    return products.clean(reading, _without_flow(reading, sentence, span))


def _without_flow(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "$5 million in exports" names a flow and no goods; "$5 million in coal exports" names coal."""
    if span is None:
        return None
    for cue in sentence.cues_of("flow_noun"):
        if span[0] <= cue.start < span[1]:
            after = products.phrase_after(reading, sentence, cue.end)
            if reading.words(cue.end, cue.end + 4)[:1] == ["of"] and after is not None:
                return after
            return (span[0], cue.start) if cue.start > span[0] else None
    return span


def _before(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    tokens = reading.tokens
    i = tokens.before(figure.start)
    seen: list[str] = []
    while i >= 0 and tokens.starts[i] >= sentence.start and tokens.words[i] in _SKIP and len(seen) < 7:
        seen.append(tokens.words[i])
        i -= 1
    if i < 0 or tokens.starts[i] < sentence.start:
        return None
    if _is_listed(reading, sentence, figure, i):
        return products.clean(reading, _no_flow(sentence, products.phrase_before(reading, sentence, tokens.ends[i])))
    known = any(g.start < tokens.ends[i] <= g.end for g in sentence.goods)
    listed = {"at", "with", "for"} & set(seen) and known
    if "(" in seen or "worth" in seen or "valued" in seen or ":" in seen or listed:
        while i >= 0 and tokens.words[i] in {"was", "were", "is", "are"}:
            i -= 1
        return products.clean(reading, _no_flow(sentence, products.phrase_before(reading, sentence, tokens.ends[i])))
    cue = next(
        (c for c in sentence.cues_of("share") if c.start <= tokens.starts[i] < c.end and c.end <= figure.start), None
    )
    if cue is not None and figure.kind != "percent":
        j = tokens.before(cue.start)
        while j >= 0 and tokens.words[j] in {"also", "alone", "which", ","}:
            j -= 1
        if j >= 0:
            return products.clean(
                reading, _no_flow(sentence, products.phrase_before(reading, sentence, tokens.ends[j]))
            )
    return None


def _is_listed(reading: Reading, sentence: Sentence, figure: Figure, i: int) -> bool:
    """ "Sugar added $5.7 million, soybean meal $4.3 million and plastic bags $3.9 million": only a noun between."""
    previous = [f for f in sentence.figures if f.end <= figure.start and f.kind == figure.kind]
    if not previous or figure.kind not in {"money", "quantity"}:
        return False
    start, end = previous[-1].end, reading.tokens.ends[i]
    if any(start <= f.start < figure.start for f in sentence.figures):
        return False
    said = reading.words(start, end)
    if not 2 <= len(said) <= 7:
        return False
    marks = [m.start for m in sentence.countries] + [m.start for m in sentence.times]
    marks += [m.start for m in sentence.cues]
    if any(start <= mark < figure.start for mark in marks):
        return False
    return said[0] in {",", "and", ";"} and not any(reading.is_word("verbs", w) for w in said[1:])


def _no_flow(sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    if span is None:
        return None
    for cue in sentence.cues_of("flow_noun"):
        if span[0] <= cue.start < span[1]:
            return (span[0], cue.start) if cue.start > span[0] else None
    return span

"""Sums and balances: what a total, or a surplus or a deficit, is of."""

from __future__ import annotations

from tidewaiter.claims.english.goods.about import BALANCE, About
from tidewaiter.claims.english.goods.carried_goods import LESS
from tidewaiter.claims.english.sentence_before import sums_up
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, Flow, Scene, Subject

_BALANCES = ("deficit", "surplus", "gap", "shortfall", "imbalance")
#: Characters that " imbalance" and "imbalance of " take.
_BESIDE = 14
_SUMS = (["total"], ["figure"], ["value"], ["volume"])
_SAID = (["was"], ["came"], ["reached"], ["stood"], ["amounted"], ["rose"], ["fell"])
#: Words of trade that counts out nothing.
_ALL = frozenset({"altogether", "foreign", "overall", "total"})
#: "Worth a combined", and characters that it takes.
_COMBINED, _TOGETHER = (["worth", "a", "combined"], ["worth", "a", "total"], ["in", "all", "worth"]), 24
_SEVERAL, _THEY = 2, frozenset({"they", "these", "two", "three", "four", "five"})
_JOINED = ([",", "or"], ["or"], ["("])


def balance(about: About) -> Subject | None:
    """A surplus or a deficit, which is no trade itself."""
    if about.figure.kind == "quantity" or about.flow is None or not about.flow.balance:
        return None
    if about.measure not in {"other", "change"}:
        return None
    beside = _beside(about.reading, about.figure)
    return Subject(f"trade {beside}" if beside else _balance(about.reading, about.flow), BALANCE)


def _beside(reading: Reading, figure: Figure) -> str | None:
    """ "The $2.5 billion gap compares with a $500 million surplus": what the word right beside an amount calls it."""
    said = [*reading.words(figure.end, figure.end + _BESIDE)[:1], *_of_it(reading, figure)]
    return next((word for word in said if word in _BALANCES), None)


def _of_it(reading: Reading, figure: Figure) -> list[str]:
    before = reading.words(max(0, figure.begins - _BESIDE), figure.begins)
    return before[-2:-1] if before[-1:] == ["of"] else []


def _balance(reading: Reading, flow: Flow) -> str:
    """ "Deficit" in a text on trade is the trade deficit."""
    said = reading.text[flow.start : flow.end].lower()
    if "balance" in said:
        return "trade balance"
    kind = next((word for word in _BALANCES if word in said), None)
    return said if said.startswith("trade") or kind is None else f"trade {kind}"


def less_some(about: About, found: Subject) -> Subject | None:
    """ "Iran's non-oil trade came to $9 billion. China took goods worth $2 billion": all goods but oil, still."""
    lead = about.context.lead_product
    if found.product != TOTAL or found.own or lead is None or not lead.lower().startswith(LESS):
        return None
    if not _goes_the_way(about):
        # "Non-oil exports came to $9 billion. Imports were $12 billion": of everything.
        return None
    said = about.reading.words(about.sentence.start, about.sentence.end)
    return Subject(lead, "what the text counts out") if _ALL.isdisjoint(said) else None


def _goes_the_way(about: About) -> bool:
    """Whether a figure's trade goes the way of what the text began with, as far as either is known."""
    way, flow = about.context.lead_way, about.flow
    if way is None or way[0] == "trade":
        return True
    if flow is None:
        return about.context.sense == way[0]
    told = flow.pair.sender if way[0] == "export" else flow.pair.receiver
    return flow.sense != "trade" and told in {None, way[1]} and (told is not None or flow.sense == way[0])


def together_worth(about: About) -> Subject | None:
    """ "89,000 tonnes of rice and 42,000 tonnes of corn, together worth $78 million": of both."""
    said = about.reading.words(max(about.sentence.start, about.figure.begins - _TOGETHER), about.figure.begins)
    joint = said[-2:] == ["together", "worth"] or said[-3:] in _COMBINED
    if about.figure.kind != "money" or not joint:
        return None
    listed: list[str] = []
    for draft in reversed(about.earlier):
        if draft.measure != "trade_quantity" or draft.subject is None or not draft.subject.own:
            break
        listed += [draft.subject.product] if draft.subject.product else []
    several = dict.fromkeys(reversed(listed))
    return Subject("|".join(several), "all that was listed", own=True) if len(several) > 1 else None


def several_summed(about: About) -> Subject | None:
    """ "It bought rice for $3 million and tea for $2 million. Together they were 9 percent of imports": of both."""
    if about.figure.kind not in {"money", "percent"} or about.measure == "change":
        return None
    if about.sentence.block != about.context.told_block or not sums_up(about.reading, about.sentence):
        return None
    said = about.reading.words(about.sentence.start, about.figure.begins)
    several = dict.fromkeys(told.product for told in about.context.amounts if told.product not in {None, TOTAL})
    alike = len({(told.pair.sender, told.pair.receiver) for told in about.context.amounts}) == 1
    # "In all, its imports came to $90 million": of everything.
    named = _THEY.isdisjoint(said) or any(
        not flow.verb and flow.start < about.figure.start for flow in about.scene.flows
    )
    if len(several) < _SEVERAL or not alike or named:
        return None
    return Subject("|".join(map(str, several)), "all that was told of")


def summed_up(about: About) -> Subject | None:
    """ "Wigs earned $23 million in May. Over five months the total was $137 million, or half of all exports"."""
    if not _sums_up(about.reading, about.scene, about):
        return None
    return Subject(about.context.product, "the total of what was spoken of")


@turns_on(frozenset({"figure", "total", "value", "volume"}), otherwise=False)
def _sums_up(reading: Reading, scene: Scene, about: About) -> bool:
    figure, flow, sentence, context = about.figure, about.flow, about.sentence, about.context
    if context.product in {None, TOTAL} or sentence.block != context.product_block or about.measure == "change":
        return False
    if figure.kind == "percent":
        before = [f for f in sentence.figures if f.end <= figure.start]
        joined = bool(before) and reading.words(before[-1].end, figure.start)[:2] in _JOINED
        return joined and about.measure == "share" and _is_sum(reading, scene, before[-1])
    of_goods = figure.kind in {"money", "quantity"} and (flow is None or flow.start >= figure.end)
    return of_goods and _is_sum(reading, scene, figure)


def _is_sum(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether "the total", with nothing said of what, is the subject of a figure."""
    start = max((t.end for t in scene.sentence.times if t.end <= figure.start), default=scene.sentence.start)
    said = [word for word in reading.words(start, figure.start) if word[0].isalpha()]
    return said[:1] == ["the"] and said[1:2] in _SUMS and said[2:3] in _SAID

"""Figures that are of no trade, and where they are counted."""

from __future__ import annotations

from tidewaiter.claims.english.goods import shares, topics
from tidewaiter.claims.english.parties.between import Between, Found
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import ACTING, MOVED_PRICE, Draft, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

_VEHICLES = words("vehicles")
_MOVING = words("under_way")
_PLACED = frozenset({"cases", "deaths", "rate"})
_LOOSE = frozenset({"count", "share", "other", "doses"})
#: What leads to whoever trades with a country.
_LEADING = (["to"], ["from"], ["with"], ["for"])
_MARKET = "a price of the market"


def left_trade(between: Between) -> Found | None:
    """A clause that has turned to something else than trade."""
    left = between.measure in topics.TOPICAL and topics.left_trade(
        between.reading, between.scene, between.draft.figure
    )  # fmt: skip
    return (Pair(), "no trade is spoken of") if left else None


def market_price(between: Between) -> Found | None:
    """Prices on a market, and how they changed."""
    reading, scene, draft, last = between.reading, between.scene, between.draft, between.last
    if between.measure == "price":
        of_money = draft.figure.unit.partition("_per_")[2].isupper()
        # "One dollar bought 1,370 rials": nobody bought goods.
        return (Pair(), _MARKET) if of_money or topics.of_market(reading, scene, draft) else None
    if between.measure != "change":
        return None
    if topics.of_prices(reading, scene, draft):
        return Pair(), MOVED_PRICE
    goes_on = last is not None and last.rules.get("parties") == _MARKET
    return (Pair(), _MARKET) if goes_on else None


def counted(between: Between) -> Found | None:
    """Cases, counts and shares without a trade of their own: where they are counted, if anybody is named."""
    placed, measure = between.measure in _PLACED, between.measure
    if not placed and not _is_loose(between):
        return None
    scene, figure = between.scene, between.draft.figure
    if not placed and measure != "doses" and figure.kind != "zero":
        clause = clause_at(scene.clauses, figure.start)
        named = any(p.role != "source" and clause.holds(p.start) for p in scene.parties)
        if not named and not _under_way(between.reading, scene, between.draft):
            return Pair(), "nobody is named"
        if not named and between.context.sense is not None:
            return between.spoken_of, "the flow of the sentence before"
    where = _place(scene, figure, between.context)
    return Pair(partners=(where,) if where else ()), "where it is counted"


def _is_loose(between: Between) -> bool:
    """Whether it is of no trade that the text speaks of."""
    draft, measure = between.draft, between.measure
    if draft.rules["measure"] == ACTING and between.flow is not None:
        # "134 Belarusian plants may sell to China": who trades is not traded; "sold to 14 countries" is of that trade.
        begins = draft.figure.begins
        return between.reading.words(max(0, begins - 6), begins)[-1:] not in _LEADING
    if measure not in _LOOSE or between.flow is not None or draft.rules.get("measure") == "a trade balance":
        return False
    sentence = between.scene.sentence
    return measure != "share" or not shares.of_trade(between.reading, sentence, draft.figure, between.context)


def _under_way(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "40 trucks crossed the bridge" carry the trade spoken of; "14 vessels were waiting" carry none."""
    figure = draft.figure
    if draft.measure != "count" or figure.unit not in _VEHICLES:
        return False
    following = reading.words(figure.end, min(figure.end + 40, scene.sentence.end))[:4]
    return bool(_MOVING & set(following))


def _place(scene: Scene, figure: Figure, context: Context) -> str | None:
    """Where something is counted: "in South Africa", else whose it is."""
    clause = clause_at(scene.clauses, figure.start)
    inside = [p for p in scene.parties if clause.holds(p.start) and not p.demonym]
    placed = [p for p in inside if p.role == "in"] or [p for p in inside if p.role == "subject" or p.owner]
    if placed:
        return placed[-1].code if placed[-1].start < figure.start else placed[0].code
    anywhere = [p for p in scene.parties if p.role in {"in", "subject"} and p.end <= figure.start]
    return anywhere[-1].code if anywhere else context.subject

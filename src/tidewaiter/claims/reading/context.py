"""What a text has said so far and a later sentence may leave out: who trades with whom, what, and when."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from tidewaiter.claims.periods import Anchor
from tidewaiter.period import Period

#: So many figures in a row with one partner, and the text is on the trade with that one.
_RUN = 2


@dataclass(slots=True)
class Pair:
    """Two ends of a flow as far as they are known; `partners` for two-way trade and for several at once.

    An end is None where nothing is said of it, and empty where it is said to be no country ("Europe", "the bloc").
    """

    sender: str | None = None
    receiver: str | None = None
    partners: tuple[str, ...] = ()

    @property
    def everyone(self) -> tuple[str, ...]:
        """Everybody named, in order, each once."""
        sender, receiver, partners = self.sender, self.receiver, self.partners
        if not (sender or receiver) and len(partners) < 2:
            return partners if partners != ("",) else ()
        if sender and receiver and sender != receiver and not partners:
            return sender, receiver
        everyone = dict.fromkeys((sender, receiver, *partners))
        return tuple([code for code in everyone if code])


@dataclass(slots=True)
class Told:
    """An amount that has been told: its kind, between whom, of what, when."""

    kind: str
    pair: Pair
    product: str | None
    period: Period | None


@dataclass(slots=True)
class Context:
    """The running context of one document, changed as sentences are read."""

    anchor: Anchor
    #: The country the document is mostly about, and the one it is mostly set against.
    focus: str | None = None
    opposite: str | None = None
    #: Whose trade it is where a text names nobody ("관세청은 … 수출이").
    home: str | None = None
    paired: bool = False
    #: Whether a sentence so far has named both.
    met: bool = False
    #: Whether the focus outweighs every other country by far, none of which stands out.
    starred: bool = False
    block_of_pair: int = -1
    #: The paragraph in which the text came to those two ends.
    pair_since: int = -1
    #: Whether the sentence before asks about a trade that it names ("What does Chad export?").
    asked: bool = False
    #: Whether a sentence without figures has named that pair.
    casual: bool = False
    #: Whom a sentence without figures has turned to, and in which paragraph ("Kazakhstan went the other way.").
    turned: str | None = None
    block_turned: int = -1
    #: Whom the text spoke of before it turned.
    left_off: str | None = None
    #: Whose trade with everybody the text speaks of, until it names a partner.
    alone: str | None = None
    #: Whose trade with nobody in particular the text began with.
    opened: str | None = None
    #: Whose trade with everybody, both ways, the text has told.
    at_large: str | None = None
    #: Whether it has told what its two countries trade with one another in goods of every kind.
    wholly: bool = False
    #: Of whose exports or imports of every kind it has told a partner's share, by sense.
    parted: dict[str, str] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    #: The first trade told with both its ends, and its sense: what a text comes back to.
    lead: tuple[Pair, str] | None = None
    #: Whose trade the title names without a partner, as one end of it ("Mali's fuel imports").
    headed: tuple[Pair, str] | None = None
    #: The one country that the title names.
    titled_country: str | None = None
    #: Whose trade, both ways, the title is on ("Mali's trade in May").
    titled_owner: str | None = None
    #: With whom each country has been said to trade.
    trading: dict[str, deque[str]] = field(default_factory=dict)
    #: Who has been told to import, and who to export.
    deeds: dict[str, set[str]] = field(default_factory=dict)
    #: Who kept the book of the last flow, the last flow's two ends, and its sense (import, export, trade).
    reporter: str | None = None
    #: Whether the text goes through several partners, each with a figure of its own.
    many: bool = False
    #: Whether the partner last told of was told in its place among others ("the UAE was the biggest supplier").
    placed: bool = False
    #: Whether the sentence before only called one of the two the other's source or market.
    called: bool = False
    #: Whether a group of countries ("the EU") kept it.
    grouped: bool = False
    #: Whose trade the text began with: what a new paragraph comes back to.
    book: str | None = None
    pair: Pair = field(default_factory=Pair)
    sense: str | None = None
    subject: str | None = None
    product: str | None = None
    product_block: int = -1
    lead_product: str | None = None
    #: Which way those went, and from or to whose country.
    lead_way: tuple[str, str | None] | None = None
    #: Goods that a sentence without figures has told of, and in which paragraph.
    aside: str | None = None
    aside_block: int = -1
    #: Whether that sentence was on them alone, with no word of trade.
    turned_to_aside: bool = False
    #: The goods that the last figures were of, be they only a part of what the text is on, and in which paragraph.
    part: str | None = None
    part_block: int = -1
    #: Goods of which a sentence has said that none were traded, and in which paragraph.
    unsold: str | None = None
    unsold_block: int = -1
    #: A word for a year that a bracket has explained, the days that it means, and who was named with it.
    year_explained: tuple[str, Period, frozenset[str]] | None = None
    #: Whether the title names the goods that the text then begins with.
    titled: bool = False
    #: The amounts that a sentence has told of last, in order: what those of the next may answer.
    amounts: tuple[Told, ...] = ()
    #: Every amount told so far, by value and unit; None for what was told of two things.
    sums: dict[tuple[Decimal, str], Told | None] = field(default_factory=dict)
    #: The only goods that the first sentence names.
    titled_goods: str | None = None
    #: The goods that a text is about as a whole, as it writes them; None where it is about several or none.
    theme: str | None = None
    #: Whether an amount has been told of all that was sold.
    total_told: bool = False
    #: The goods that the heading above names.
    section: str | None = None
    #: The countries of the sentence before that named any.
    recent: tuple[str, ...] = ()
    #: A stretch of time that something has been told of by its ends ("from 5 to 4 between May and June").
    run_told: Period | None = None
    #: The last months of a fiscal year so far that have been told, and how they were named.
    months_so_far: tuple[Period | None, str] = (None, "")
    #: The time that the text is on, and in which paragraph a figure was last told of it by name.
    period: Period | None = None
    period_block: int = -1
    #: Whether the section is on who gives money, and for what ("Funding").
    funding: bool = False
    #: The paragraph in which a figure was last told of anything.
    told_block: int = -1
    #: The months that that paragraph has told of, but for those that others are held against.
    passed: set[Period] = field(default_factory=set)
    #: The time that the text, or the part of it under a heading, began with.
    topic: Period | None = None
    #: The time that the text began with.
    news: Period | None = None
    #: The run of months that was told of last.
    run: Period | None = None
    case_period: Period | None = None
    #: The time of the last amount of trade told, and the two ends of it.
    level: Period | None = None
    level_pair: Pair | None = None
    #: The last month that a sentence named: what "that month" in the next one means.
    mentioned: Period | None = None
    #: The only year that the sentence before named: what "that year" means.
    mentioned_year: Period | None = None
    comparison: str = "none"
    base: Period | None = None
    comparison_block: int = -1
    compared_period: Period | None = None
    #: The longer time that the text is on, of which it has told of a part "alone".
    whole: Period | None = None
    #: The time that the text left when a new paragraph turned back to its topic; None where it goes on.
    left: Period | None = None
    #: Whether a bare change is from a year before, as the text has said of those so far.
    yearly: bool = False
    #: Whether the text speaks of a year of its own, fiscal or not, whose months are not known.
    lost: bool = False
    #: The time that a sentence without figures set for the rest of its paragraph.
    hint: Period | None = None
    hint_block: int = -1
    #: The time that a question named, for the answer.
    asked_time: Period | None = None
    asked_block: int = -1
    year_to_date: Period | None = None
    block: int = -1
    #: The person who spoke last ("he", "she") and the kind of source that is.
    person: tuple[str, str] | None = None
    speaker: str | None = None
    speaker_kind: str = "author"
    disease: str | None = None

    def traded(self, one: str, other: str) -> None:
        """Note that two countries trade with one another."""
        self.trading.setdefault(one, deque(maxlen=_RUN)).append(other)
        self.trading.setdefault(other, deque(maxlen=_RUN)).append(one)

    def has_many(self, code: str) -> bool:
        """Whether a text has just told of a country's trade with one and then with another."""
        return len(set(self.trading.get(code, ()))) > 1

    def keeps_to(self, code: str, other: str) -> bool:
        """Whether a text has told of a country's trade with another more than once, and last with nobody else."""
        told = self.trading.get(code, ())
        return len(told) > 1 and set(told) == {other}

    def home_among(self, codes: Collection[str]) -> str | None:
        """The one of some countries whose trade with everybody the text began with, else that it is about."""
        return next((code for code in (self.at_large, self.focus) if code and code in codes), None)

    def spoken_of(self, block: int) -> tuple[Pair, str | None]:
        """The trade (ends, sense) that a sentence without one goes on with.

        A new paragraph comes back to the lead's trade where the one before has turned it round, and no more than that.
        """
        if self.lead is not None and block != self.block_of_pair and self.pair_since == self.block_of_pair:
            first, sense = self.lead
            if (first.sender, first.receiver) == (self.pair.receiver, self.pair.sender):
                return first, sense
        return self.pair, self.sense

    @property
    def both(self) -> tuple[str, ...]:
        """The two countries of a text about a pair, once it has named both together; else nobody."""
        if self.paired and self.met and self.focus and self.opposite:
            return self.focus, self.opposite
        return ()

    def other_end(self, code: str | None) -> str | None:
        """Whom the context sets against a country; None where it names nobody or several."""
        if code is None:
            return None
        known = [c for c in self.pair.everyone if c != code]
        if len(known) == 1 and code in self.pair.everyone:
            return known[0]
        if not (self.paired and self.met):
            return None
        if code == self.focus:
            return self.opposite
        if code == self.opposite:
            return self.focus
        return None

"""The article around its claims: which words stand before, after and between figures, and in which paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.earlier import is_bracketed, is_earlier_level
from tidewaiter.verdicts.passages.flows import BOTH, kinds, sole_trade, without_words
from tidewaiter.verdicts.passages.links import (
    grounds,
    grounds_of,
    is_carried,
    is_of_each,
    labelled_balance,
    leads,
    leads_on,
    listed,
    of_others,
    own_tail,
    says,
)
from tidewaiter.verdicts.passages.once import Answers, once

#: Characters around a figure that belong to it, that its sentence is read in, and in which words behind make it a sum.
_REACH, _SENTENCE, _SUMMED = 60, 800, 20
#: "6 percent in quantity and 35 percent in value".
_IN_VALUE = re.compile(r"\s*(?:in|by) (?:value|terms of value)\b", re.IGNORECASE)
#: What may stand between a figure and the word that it leads to: "8천t 정도가 더", "3억 달러(11.5%)".
_BEHIND = re.compile(
    r"\A\s*(?:[(（][^()（）]{0,24}[)）])?\s*(?:이나|가량|정도|쯤|씩|만큼|남짓)?[이가을를]?\s*(?:더\s*)?"
)
#: Between two figures of a list that are of several things in turn.
_GOES_ON = re.compile(r"\s*(?:[,、，]\s*)?(?:(?:and|und|et|y)\b|[및와과]\s|[及和])?\s*(?:US)?[$€£¥₹₩]?", re.IGNORECASE)
#: "The $593 million of 2022, because the average price fell": the average is of the next figure.
_NEXT_CLAUSE = re.compile(r"(?<= … )([^,;]*)[,;] ?(?:because|as|since|so|while|but|and|whereas|though)\b.*", re.DOTALL)


class Passage(Answers):
    """A document's claims in the order of the text, and the words around them.

    Offsets of claims point into the original; the words come from the body, where links and escapes are undone.
    """

    def __init__(self, document: Document, claims: Iterable[Claim], *, mute: Iterable[Claim] = ()) -> None:
        super().__init__()
        self.document = document
        self.claims = sorted(claims, key=lambda claim: (claim.start, claim.end))
        #: Figures that stand there too, and prove nothing.
        self.mute = tuple(mute)
        self._block_starts = [block.start for block in document.body.blocks]

    @cached_property
    def _sole_trade(self) -> frozenset[str]:
        return sole_trade(self.document)

    @once
    def place(self, claim: Claim) -> tuple[int, int]:
        """Where the figure stands in the body."""
        body = self.document.body
        return body.locate(claim.start), body.locate(claim.end)

    @once
    def sentence_ends(self, claim: Claim) -> tuple[int, int]:
        """Where the sentence that holds it stands in the body."""
        body = self.document.body
        return body.locate(claim.sentence[0]), body.locate(claim.sentence[1])

    def sentence(self, claim: Claim) -> str:
        """The sentence that holds the figure, as far as it is near."""
        start, end = self.sentence_ends(claim)
        first, last = self.place(claim)
        return self.document.body.text[max(start, first - _SENTENCE) : min(end, last + _SENTENCE)]

    def lead(self, claim: Claim, *, reach: int | None = None) -> str:
        """What stands before the figure in its sentence."""
        if reach is None:
            return self._lead(claim)
        start, _ = self.place(claim)
        first = max(self.sentence_ends(claim)[0], start - reach)
        return self.document.body.text[first:start].rstrip(" $€£¥")

    @once
    def _lead(self, claim: Claim) -> str:
        return self.lead(claim, reach=_REACH)

    @once
    def own_lead(self, claim: Claim) -> str:
        """What stands before the figure, behind the one before it in its sentence."""
        earlier = [other for other in self.claims if other.sentence == claim.sentence and other.end <= claim.start]
        return self.between(earlier[-1], claim) if earlier else self.lead(claim)

    def tail(self, claim: Claim, *, reach: int | None = None) -> str:
        """What stands after the figure in its sentence."""
        if reach is None:
            return self._tail(claim)
        _, end = self.place(claim)
        return self.document.body.text[end : min(self.sentence_ends(claim)[1], end + reach)]

    @once
    def _tail(self, claim: Claim) -> str:
        return self.tail(claim, reach=_REACH)

    def between(self, first: Claim, second: Claim) -> str:
        """What stands between two figures, the earlier one first; empty where they overlap."""
        return self.document.body.text[self.place(first)[1] : self.place(second)[0]]

    @once
    def block(self, claim: Claim) -> int:
        """The number of the paragraph (heading, row …) that holds it."""
        return bisect_right(self._block_starts, self.place(claim)[0]) - 1

    def paragraph_start(self, claim: Claim) -> int:
        """Where the paragraph that holds it begins."""
        number = self.block(claim)
        return self._block_starts[number] if number >= 0 else 0

    def in_heading(self, claim: Claim) -> bool:
        """Whether it stands in the title or a heading."""
        return self._kind(claim) in ("title", "heading")

    def in_row(self, claim: Claim) -> bool:
        """Whether it stands in a row of a table."""
        return self._kind(claim) == "row"

    @once
    def _kind(self, claim: Claim) -> str | None:
        """What kind of paragraph holds it; None before the first."""
        number = self.block(claim)
        return self.document.body.blocks[number].kind if number >= 0 else None

    def same_sentence(self, a: Claim, b: Claim) -> bool:
        """Whether both stand in one sentence."""
        return a.sentence == b.sentence

    def adjoining(self, a: Claim, b: Claim) -> bool:
        """Whether both stand in one sentence or in two that follow each other."""
        first, second = sorted((self.sentence_ends(a), self.sentence_ends(b)))
        return first == second or not self.document.body.text[first[1] : second[0]].strip()

    def near(self, a: Claim, b: Claim) -> bool:
        """Whether they stand in the same paragraph or in neighbours."""
        return abs(self.block(a) - self.block(b)) <= 1

    def link(self, claims: Sequence[Claim], *, stated: bool = False) -> str:
        """How well the text ties some claims: stated, near or far.

        Claims whose time, goods or parties were carried over from another sentence are far from each other, however
        close they stand: what was carried may have been meant for somebody else.
        """
        if stated:
            return "stated"
        blocks = [self.block(claim) for claim in claims]
        if max(blocks) - min(blocks) > 1 or any(map(self.carried, claims)):
            return "far"
        return "far" if self.guessed(claims) else "near"

    def told_on_alike(self, claims: Sequence[Claim]) -> bool:
        """Whether only the time of some claims was carried over, and their paragraphs tell of no other time."""
        times, blocks = {claim.period for claim in claims}, [self.block(claim) for claim in claims]
        carried = (is_carried(claim, slot) for claim in claims for slot in ("product", "parties"))
        if len(times) > 1 or max(blocks) - min(blocks) > 1 or any(carried):
            return False
        told = (c for c in self.claims if min(blocks) <= self.block(c) <= max(blocks) and scope.is_amount(c))
        return all(c.period in times or self.came_from(c) for c in told)

    def told_on(self, first: Claim, second: Claim) -> bool:
        """Whether the second figure goes on with what the first one, in the same sentence or the one before, is of."""
        slots = ("period", "product", "parties")
        return (
            first.start < second.start
            and self.adjoining(first, second)
            and self.block(first) == self.block(second)
            and not self.carried(first)
            and not any(says("carried_far", second.rules.get(slot, "")) for slot in slots)
        )

    def guessed(self, claims: Iterable[Claim]) -> bool:
        """Whether a guess at the day of publication puts some of the figures, and not all, into their years."""
        return len({claim.guessed for claim in claims}) > 1

    @once
    def carried(self, claim: Claim) -> bool:
        """Whether a slot was read from another sentence than the figure's own, as far as the reader of it says so."""
        return any(is_carried(claim, slot) for slot in ("period", "product", "parties"))

    def led_by(self, kind: str, claim: Claim) -> bool:
        """Whether a linking word of a kind stands straight before the figure, hedges aside."""
        return leads(kind, self.lead(claim))

    def followed_by(self, kind: str, claim: Claim) -> bool:
        """Whether a linking word of a kind stands straight behind the figure."""
        return listed(kind).pattern.match(_BEHIND.sub("", self.tail(claim))) is not None

    @once
    def came_from(self, claim: Claim) -> bool:
        """Whether the text says that this is what it was before: "from $98 million", "较7月的2.6万吨、1880万美元"."""
        head = self._before(claim)
        if head is not None and head.unit != claim.unit and self.same_sentence(head, claim):
            listed_on = _GOES_ON.fullmatch(self.between(head, claim)) is not None
            return (listed_on and self._said_before(head)) or self._said_before(claim)
        return self._said_before(claim)

    @once
    def _said_before(self, claim: Claim) -> bool:
        if leads_on("from_after", self.tail(claim)) or self.led_by("from", claim):
            return True
        first, end = self.sentence_ends(claim)[0], self.place(claim)[0]
        return is_bracketed(self.lead(claim), self.tail(claim)) or is_earlier_level(
            self.document.body.text, max(first, end - _REACH), end
        )

    def came_to(self, claim: Claim) -> bool:
        """Whether the text says that this is what it became: "to $14.5 million"."""
        return leads_on("to_after", self.tail(claim)) or self.led_by("to", claim)

    def adds_up(self, claim: Claim) -> bool:
        """Whether words straight behind a figure make a sum of it: "$7.65 billion combined", "12,440 tonnes in all"."""
        return says("in_all", re.split(r"[,;:.，；。]|\band\b", self.tail(claim)[:_SUMMED])[0])

    @once
    def ground(self, claim: Claim) -> frozenset[str]:
        """On what ground a figure stands that is not plain money over the stated goods: volume, yuan terms …"""
        text, own = without_words(self.sentence(claim), self._sole_trade), self.beside(claim)
        # "… of the total; without gold, exports were …": what a semicolon sets apart is of other figures.
        lead, tail = self.lead(claim, reach=_SENTENCE), self.tail(claim, reach=_SENTENCE)
        near = f"{re.split(r'[;；]', lead)[-1]} … {re.split(r'[;；]', tail)[0]}"
        averaged, left_out = _NEXT_CLAUSE.sub(r"\1", own), without_words(near, self._sole_trade)
        beside = {"average": averaged, "volume": own, "net": own, "without": left_out}
        found = {name for name, words in beside.items() if grounds()[name].holds(words)}
        found |= grounds_of(text) - beside.keys()
        if _IN_VALUE.match(self.tail(claim)):
            found.discard("volume")
        if claim.product and of_others(text, claim.product):
            found.add("others")
        return frozenset(found)

    @once
    def beside(self, claim: Claim) -> str:
        """The words of a figure's sentence that stand between the figures next to it, the figure left out."""
        start, end = self.place(claim)
        first, last = self.sentence_ends(claim)
        for other in self._around(claim):
            one, two = self.place(other)
            first, last = (max(first, two), last) if two <= start else (first, min(last, one))
        text = self.document.body.text
        after = re.split(r"[，；。]|, an? ", text[end : min(max(end, last), end + _SENTENCE)], maxsplit=1)[0]
        return f"{text[max(first, start - _SENTENCE) : start]} … {after}"

    @once
    def _around(self, claim: Claim) -> list[Claim]:
        """The figures next to a figure, before and after, that do not overlap it."""
        place = bisect_left(self.claims, (claim.start, claim.end), key=lambda c: (c.start, c.end))
        near = self.claims[max(0, place - 3) : place + 4]
        return [c for c in near if c.end <= claim.start or c.start >= claim.end]

    def _before(self, claim: Claim) -> Claim | None:
        """The figure right before a figure."""
        return next((c for c in reversed(self._around(claim)) if c.end <= claim.start), None)

    def heads_list(self, claim: Claim) -> bool:
        """Whether a list goes on from it: "the three brought in $362 million, $302 million and $242 million"."""
        following = next((c for c in self.claims if c.start >= claim.end), None)
        if following is None or following.unit != claim.unit or not self.same_sentence(claim, following):
            return False
        return _GOES_ON.fullmatch(self.between(claim, following)) is not None

    @once
    def is_plain_amount(self, claim: Claim) -> bool:
        """Whether it is an amount above nothing and no balance: what may be a part, a whole or a term of a sum."""
        return scope.is_some(claim) and not self.is_balance(claim) and not self.is_of_each(claim)

    @once
    def is_of_each(self, claim: Claim) -> bool:
        """Whether it is one of many alike, as an average is, and what such a one is held against: no total."""
        if is_of_each(self.lead(claim), self.tail(claim)):
            return True
        before = self._before(claim)
        if before is None or before.unit != claim.unit or not self.same_sentence(before, claim):
            return False
        return self._said_before(claim) and is_of_each(self.lead(before), self.tail(before))

    @once
    def is_balance(self, claim: Claim) -> bool:
        """Whether the figure is a surplus or a deficit."""
        lead = re.split(r"[;:.]\s|[，；。、：]", self.lead(claim, reach=30))[-1]
        named = listed("balance").pattern.search(lead)
        if named is not None and BOTH in kinds(lead[named.end() :]):
            # "The deficit narrowed as total trade reached …": the figure is of the trade.
            return False
        return (
            named is not None
            or labelled_balance(self.lead(claim, reach=_SENTENCE))
            or any(says("balance", text) for text in (claim.product or "", own_tail(self.tail(claim, reach=30))))
        )

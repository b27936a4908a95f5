"""A Korean or Chinese expression of time whose role is asked after, with what stands about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tidewaiter.claims import periods
from tidewaiter.claims.asian.asked import OfText
from tidewaiter.claims.asian.times.ago_times import figure_at_once
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Expression, Grammar
from tidewaiter.claims.reading.reading import Sentence

#: How much behind an expression and before it tells its role.
_BEHIND, _BEFORE = 8, 3
#: "不到去年10月的1%": what ends like "until" and is something else.
_NO_UNTIL = ("不到", "达到", "達到")
#: "较疫情前的2019年", "不及创纪录的2013年": which year it is that something is held against.
_HELD_AGAINST = re.compile(
    r"(?:(?<![占佔同环環对對])比|较|較|不及|不如|[低高多少][于於]|超过|超過)[^，,。；;：\d]{2,10}的\Z"
)
_PART = re.compile(r" ?(?:[초말]|중순|하순|상순)(?=까지)|(?:[底初末中]|[上中下]旬)(?=以[来來]|起)")


@dataclass(frozen=True)
class AskedRole(OfText):
    """The words before and behind it are looked at once, however many rules ask for them."""

    sentence: Sentence
    expression: Expression

    @property
    def text(self) -> str:
        """The whole text."""
        return self.reading.text

    @property
    def form(self) -> str:
        """What kind of expression it is."""
        return self.expression.form

    @cached_property
    def grammar(self) -> Grammar:
        """The words of its language that lead to roles."""
        return periods.grammar(self.reading.language)

    @cached_property
    def behind(self) -> str:
        """What stands right behind it."""
        return self.text[self.expression.end : self.expression.end + _BEHIND].lstrip()

    @cached_property
    def behind_part(self) -> str:
        """What stands right behind it and the part of it that is meant: its beginning, its end."""
        return _PART.sub("", self.behind)

    @cached_property
    def before(self) -> str:
        """What stands right before it."""
        return self.text[max(self.expression.start - _BEFORE, 0) : self.expression.start].rstrip()

    @cached_property
    def following(self) -> Figure | None:
        """The next figure of the sentence."""
        return next((f for f in self.sentence.figures if f.start >= self.expression.end), None)

    @cached_property
    def at_once(self) -> bool:
        """Whether that figure stands right behind it, and is its own."""
        return figure_at_once(self.reading, self.expression, self.following)

    @property
    def compared(self) -> bool:
        """Whether a Chinese word before it makes it what something is held against."""
        if not self.chinese:
            return False
        if self.before.endswith(tuple(self.grammar.before.get("compared", ()))):
            return True
        return _HELD_AGAINST.search(self.text, self.sentence.start, self.expression.start) is not None

    @property
    def no_until(self) -> bool:
        """Whether what stands before it only ends like "until"."""
        return self.before.endswith(_NO_UNTIL)

    def opens(self, role: str, place: int) -> bool:
        """Whether a word behind a time that tells such a role stands at a place."""
        return self.text.startswith(self.grammar.after.get(role, ()), place)

"""A list of figures in Korean or Chinese that answers another list."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.asian.goods.told_goods import ToldGoods
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene


@dataclass(frozen=True, slots=True)
class AnsweringList:
    """Figures of one kind that answer a list of as many things; `home` is whose trade the text tells of.

    `before` are the figures before them, of which the last ends at `floor`, `levels` as many of those as have a trade,
    `flows` as many words of trade both ways, `partners` as many countries.
    """

    reading: Reading
    scene: Scene
    group: list[Draft]
    home: str | None
    before: list[Draft]
    floor: int
    levels: list[Draft]
    flows: list[Flow]
    partners: list[str] | None
    told: ToldGoods | None = None

    @property
    def both(self) -> set[str]:
        """The two of the trade, both ways, that was told of before."""
        return set(self.told.both) if self.told is not None else set()

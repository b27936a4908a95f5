"""Codes of several editions that hold the same goods: what one may put into one series over the years.

A code that only changed its number is joined with the new one. Where goods were split off or put together, all codes of
either edition that share any of them are taken together, until nothing is shared with a code outside: the group is
wider than what was asked for, and says so. What the tables do not know is said to be unknown, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from tidewaiter.reference import editions
from tidewaiter.reference.editions import Relation

_SUBHEADING = 6
#: A group of more codes than this is no longer the goods that were asked for.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Joint:
    """Codes by edition, none where they are not known, and in `notes` what was done.

    `kind`: same, renamed, widened, or unknown.
    """

    codes: Mapping[str, tuple[str, ...]]
    kind: str
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    """Subheadings by edition while they are gathered; `lost` are those of which a neighbouring edition is not known."""

    codes: dict[str, set[str]]
    lost: dict[str, set[str]] = field(default_factory=dict)
    sinks: set[str] = field(default_factory=set)

    def size(self) -> int:
        return sum(map(len, self.codes.values()))


@lru_cache(maxsize=1024)
def joint(asked: tuple[str, ...], wanted: tuple[str, ...]) -> Joint:
    """The codes that hold the goods of the `asked` ones in each of the `wanted` editions.

    Chapters and headings stay as they are. Of a national line only its subheading can be followed; it stays itself
    where the subheading does.
    """
    if any(len(code) < _SUBHEADING or not editions.is_code(code[:_SUBHEADING]) for code in asked):
        return Joint(dict.fromkeys(wanted, asked), "same")
    held = [edition for edition in editions.edition_names() if edition in editions.editions_held()]
    if not set(wanted) <= set(held):
        return Joint(dict.fromkeys(wanted, asked), "same")
    group = _Group({edition: set() for edition in _range(held, wanted, asked)})
    for code in {code[:_SUBHEADING] for code in asked}:
        for edition in _homes(code, wanted, list(group.codes)):
            group.codes[edition].add(code)
    _close(group)
    return _told(group, asked, wanted)


def _range(held: Sequence[str], wanted: Sequence[str], asked: Sequence[str]) -> list[str]:
    """The run of editions that must be walked: those wanted, and the nearest that has a code which they lack."""
    places = {held.index(edition) for edition in wanted}
    for code in asked:
        if not any(editions.exists(code, edition) for edition in wanted):
            homes = [place for place, edition in enumerate(held) if editions.exists(code, edition)]
            near = sorted(homes, key=lambda place: min(abs(place - each) for each in places))
            places |= set(near[:1])
    return list(held[min(places) : max(places) + 1])


def _homes(code: str, wanted: Sequence[str], walked: Sequence[str]) -> list[str]:
    """The first wanted edition that has a code, else the first one walked; another with the same number may differ."""
    found = [edition for edition in (*wanted, *walked) if editions.exists(code, edition)]
    return found[:1]


def _close(group: _Group) -> None:
    """Add all that shares goods with what is there, until nothing more comes."""
    names = list(group.codes)
    before = -1
    while before != group.size() and group.size() <= _MOST:
        before = group.size()
        for old, new in pairwise(names):
            for code in sorted(group.codes[old]):
                _take(group, new, code, [(each, each.new_code) for each in editions.relations(code, old, new)])
            for code in sorted(group.codes[new]):
                _take(group, old, code, [(each, each.old_code) for each in editions.relations(code, new, old)])


def _take(group: _Group, edition: str, code: str, found: Sequence[tuple[Relation, str]]) -> None:
    plain = {there for relation, there in found if not relation.sink}
    group.sinks |= {there for relation, there in found if relation.sink} - {code}
    if not plain and editions.exists(code, edition):
        plain = {code}
    if not plain:
        group.lost.setdefault(edition, set()).add(code)
    group.codes[edition] |= plain


def _told(group: _Group, asked: tuple[str, ...], wanted: tuple[str, ...]) -> Joint:
    subheadings = {code[:_SUBHEADING] for code in asked}
    if group.size() > _MOST:
        note = f"goods of {_list(subheadings)} moved among more than {_MOST} codes: the editions are not joined"
        return Joint(_alone(asked, wanted), "unknown", (note,))
    notes = [
        f"what {_list(codes)} became in {edition} is not known here"
        for edition, codes in group.lost.items()
        if edition in wanted
    ]
    if all(codes == subheadings for codes in group.codes.values()):
        return Joint(dict.fromkeys(wanted, asked), "same")
    codes = {edition: tuple(sorted(group.codes[edition])) for edition in wanted}
    if notes:
        return Joint(_alone(asked, wanted), "unknown", tuple(notes))
    if any(len(code) > _SUBHEADING for code in asked):
        notes.append(f"national lines cannot be followed over editions: {_list(asked)} is widened to its subheading")
    if len(subheadings) == max(map(len, group.codes.values())):
        kind = "renamed"
        notes += [
            f"{_list(subheadings)} is {_list(each)} in {name}" for name, each in codes.items() if {*each} != subheadings
        ]
    else:
        kind = "widened"
        told = "; ".join(f"{name} {_list(each)}" for name, each in group.codes.items())
        notes.append(f"wider than {_list(asked)}, since goods moved between these codes: {told}")
    if group.sinks:
        notes.append(f"catch-all codes that also took some of it are left out: {_list(group.sinks)}")
    return Joint(codes, kind, tuple(notes))


def _alone(asked: Sequence[str], wanted: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The codes as they were asked for, in the editions that have them all."""
    return {
        edition: tuple(asked) if all(editions.exists(code, edition) for code in asked) else () for edition in wanted
    }


def _list(codes: Sequence[str] | set[str]) -> str:
    return ", ".join(sorted(codes))

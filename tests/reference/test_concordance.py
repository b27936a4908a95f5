"""Codes over editions: joined where only the number changed, widened where goods moved, unknown where nobody says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.reference import editions
from tidewaiter.reference.concordance import joint

OLD, NEW = "HS2017", "HS2022"


def test_a_code_that_only_changed_its_number_is_joined() -> None:
    vaccines = joint(("300220",), (OLD, NEW))
    assert vaccines.kind == "renamed"
    assert vaccines.codes == {OLD: ("300220",), NEW: ("300241",)}
    assert vaccines.notes == ("300220 is 300241 in HS2022",)
    assert joint(("300241",), (OLD, NEW)).codes == vaccines.codes
    assert joint(("300220",), (NEW,)).codes == {NEW: ("300241",)}
    assert joint(("30022000",), (OLD, NEW)).codes == vaccines.codes


@pytest.mark.parametrize("asked", ["382200", "300215", "382219"])
def test_goods_that_moved_between_codes_are_taken_together(asked: str) -> None:
    kits = joint((asked,), (OLD, NEW))
    assert kits.kind == "widened"
    assert {"382200", "300215"} <= set(kits.codes[OLD])
    assert {"382211", "382212", "382219", "300215"} <= set(kits.codes[NEW])
    assert f"wider than {asked}" in kits.notes[0]


@pytest.mark.parametrize("asked", ["030339", "30", "3002", "63079010", "999999"])
def test_what_did_not_move_stays(asked: str) -> None:
    assert joint((asked,), (OLD, NEW)) == joint((asked,), (OLD, NEW))
    assert joint((asked,), (OLD, NEW)).kind == "same"
    assert joint((asked,), (OLD, NEW)).codes == {OLD: (asked,), NEW: (asked,)}


def test_what_nobody_says_is_unknown() -> None:
    gone = next(
        code
        for code in sorted(editions.subheadings("", OLD) - editions.subheadings("", NEW))
        if not editions.relations(code, OLD, NEW)
    )
    found = joint((gone,), (OLD, NEW))
    assert found.kind == "unknown"
    assert found.codes == {OLD: (gone,), NEW: ()}
    assert found.notes == (f"what {gone} became in HS2022 is not known here",)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_group_is_closed(data: st.DataObject) -> None:
    """No code outside shares goods with one inside, as far as the table of changes says, catch-alls apart."""
    code = data.draw(st.sampled_from(sorted(editions.subheadings("", OLD))))
    found = joint((code,), (OLD, NEW))
    if found.kind not in ("renamed", "widened"):
        return
    for old in found.codes[OLD]:
        for relation in editions.relations(old, OLD, NEW):
            assert relation.sink or relation.new_code in found.codes[NEW]
    for new in found.codes[NEW]:
        for relation in editions.relations(new, NEW, OLD):
            assert relation.sink or relation.old_code in found.codes[OLD]
    for member in (*found.codes[OLD], *found.codes[NEW]):
        if editions.exists(member, OLD) and editions.exists(member, NEW):
            continue
        assert joint((member,), (OLD, NEW)).codes == found.codes

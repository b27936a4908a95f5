"""Output: files whole or not at all, and text that cannot be encoded still goes out."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidewaiter.atomic import encoded, write_file
from tidewaiter.errors import InputError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    out.write_text("old")
    write_file(out, ["new ", "text"])
    assert out.read_text() == "new text"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_run_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    out = tmp_path / "a.html"
    out.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file(out, pieces())
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize("where", ["missing/a.html", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, where: str) -> None:
    with pytest.raises(InputError) as caught:
        write_file(tmp_path / where, ["x"])
    assert str(tmp_path) in str(caught.value)
    assert caught.value.cure


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("old")
    (tmp_path / "link").symlink_to(target)
    write_file(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path(os.devnull), ["x"])
    assert not Path(os.devnull).is_file()


def test_the_file_may_be_read_by_others_as_the_umask_says(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_file(tmp_path / "a", ["x"])
    finally:
        os.umask(mask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_half_a_surrogate_pair_in_json_stays_json() -> None:
    line = json.dumps({"text": "\ud800 물"}, ensure_ascii=False)
    assert json.loads(encoded(line)) == {"text": "\ud800 물"}

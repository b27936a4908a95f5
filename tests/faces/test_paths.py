"""Paths: files as named, folders by the articles below them, each file once."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidewaiter.errors import InputError
from tidewaiter.faces.cli import cli
from tidewaiter.faces.paths import STDIN, articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.HTML", "sub/c.pdf", "sub/d.md", "data.csv", "README.md", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_gives_its_articles_in_order(folder: Path) -> None:
    names = [str(path.relative_to(folder)) for path in articles([folder])]
    assert names == ["a.HTML", "b.txt", "sub/c.pdf", "sub/d.md"]


def test_a_named_file_is_taken_whatever_it_is_called_and_each_once(folder: Path) -> None:
    found = list(articles([folder / "data.csv", folder / "sub" / ".." / "b.txt", folder, STDIN, STDIN]))
    assert [path.name for path in found] == ["data.csv", "b.txt", "a.HTML", "c.pdf", "d.md", "-"]


def test_a_missing_file_is_left_for_the_reader_to_name(tmp_path: Path) -> None:
    assert list(articles([tmp_path / "none.txt"])) == [tmp_path / "none.txt"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article below"):
        list(articles([tmp_path]))


def test_links_between_folders_do_not_go_round(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    assert len(list(articles([folder]))) == 4


def test_a_link_to_an_article_of_the_same_folder_is_no_other_article(folder: Path) -> None:
    (folder / "0.txt").symlink_to(folder / "b.txt")
    (folder / "sub" / "z.txt").symlink_to(folder / "a.HTML")
    (folder / "data.txt").symlink_to(folder / "data.csv")
    names = [str(path.relative_to(folder)) for path in articles([folder])]
    assert names == ["a.HTML", "b.txt", "data.txt", "sub/c.pdf", "sub/d.md"]


def test_paths_are_found_as_they_are_asked_for(folder: Path) -> None:
    found = articles([folder])
    assert next(found).name == "a.HTML"
    (folder / "b.txt").unlink()
    (folder / "sub" / "e.txt").write_text("x")
    assert "e.txt" in {path.name for path in found}


@pytest.fixture
def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder below that cannot be looked into, whoever runs the test."""
    listing = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path) == folder / "sub":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", refusing)
    return folder / "sub"


def test_a_folder_that_cannot_be_looked_into_is_named(closed: Path) -> None:
    found = list(articles([closed.parent]))
    assert [path.name for path in found] == ["a.HTML", "b.txt", "sub"]
    assert list(articles([closed])) == [closed]


@pytest.mark.parametrize("command", ["check", "claims", "brief", "release"])
def test_reading_goes_on_and_ends_with_status_2(closed: Path, command: str) -> None:
    done = CliRunner().invoke(cli, [command, str(closed.parent)])
    assert done.exit_code == 2
    assert f"{closed}: cannot be opened: Permission denied (check the path and its rights)" in done.stderr

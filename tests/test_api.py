"""The public names, and that a package and a function can share one."""

import inspect
import pickle
from pathlib import Path

import pytest

import tidewaiter as tw


def test_public_names_are_sorted_there_and_documented_in_their_docstrings() -> None:
    assert tw.__all__ == sorted(tw.__all__)
    for name in tw.__all__:
        assert inspect.getdoc(getattr(tw, name)), name
    assert set(tw.__all__) <= set(dir(tw))


def test_public_functions_take_options_by_keyword_only() -> None:
    for name in tw.__all__:
        value = getattr(tw, name)
        if inspect.isfunction(value):
            positional = [p for p in inspect.signature(value).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
            assert len(positional) <= 1, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        tw.nonsense  # noqa: B018


def test_claims_is_a_package_and_a_function() -> None:
    import tidewaiter.claims.claim as module

    assert tw.claims is __import__("sys").modules["tidewaiter.claims"]
    assert callable(tw.claims)
    assert module.Claim is tw.Claim


def test_errors_keep_their_parts_through_another_process() -> None:
    error = tw.SourceError("bad", path="a.csv", place="line 3", cure="mend it")
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error) == "a.csv, line 3: bad (mend it)"
    assert (again.path, again.place, again.cure) == ("a.csv", "line 3", "mend it")


def test_there_is_one_tree_of_errors() -> None:
    names = [name for name in tw.__all__ if name.endswith("Error")]
    assert all(issubclass(getattr(tw, name), tw.TidewaiterError) for name in names)


def test_quantities_are_a_sequence_with_records(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The box weighs 12 kilograms and holds 30 eggs.")
    found = tw.quantities(tw.read(article))
    assert [(q.value, q.unit, q.noun) for q in found] == [(12, "kg", None), (30, "eggs", "eggs")]
    assert found.to_records()[0]["text"] == "12 kilograms"
    assert found[0:1] == (found[0],)
    with pytest.raises(tw.UsageError):
        tw.quantities("text")  # type: ignore[arg-type]

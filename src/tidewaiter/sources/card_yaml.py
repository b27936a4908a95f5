"""YAML as people write cards: a word is the word that stands there.

Plain YAML reads the heading `No` as false, the code `032` as 26, and the second of two like keys in place of the first.
"""

from __future__ import annotations

from typing import Any


def load(text: str) -> Any:
    """A YAML document with keys as written and `yes`, `no`, `on`, `off` as words; YAMLError, also for a key twice."""
    import yaml

    # A class of its own, over the parser in C where PyYAML has it: ten times as fast.
    Loader: Any = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})  # noqa: N806

    def mapping(loader: Any, node: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is no word", key.start_mark)
            if key.value in found:
                said = f"{key.value!r} stands there twice"
                raise yaml.constructor.ConstructorError(None, None, said, key.start_mark)
            found[key.value] = loader.construct_object(value, deep=True)
        return found

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    return yaml.load(text, Loader=Loader)  # a SafeLoader

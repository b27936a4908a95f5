"""Data flows one way: a module imports only from what stands to its left."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "tidewaiter"

BASE = {"errors", "atomic", "settings", "provenance", "period", "interval", "reference"}
LEFT_OF = {
    "errors": set(),
    "atomic": {"errors"},
    "provenance": {"errors"},
    "period": {"errors"},
    "interval": {"errors"},
    "settings": {"errors"},
    "reference": {"errors", "provenance", "period", "interval"},
    "sources": BASE,
    "ledger": BASE | {"sources"},
    "fetch": BASE | {"sources", "ledger"},
    "analysis": BASE | {"sources", "ledger"},
    "documents": BASE,
    "claims": BASE | {"documents"},
    "verdicts": BASE | {"sources", "ledger", "analysis", "documents", "claims"},
    "briefing": BASE | {"sources", "ledger", "analysis", "documents", "claims", "verdicts"},
    "api": BASE | {"sources", "ledger", "analysis", "documents", "claims", "verdicts", "briefing"},
    "__init__": BASE | {"sources", "ledger", "analysis", "documents", "claims", "verdicts", "briefing", "api"},
    "watching": BASE | {"sources", "ledger", "analysis", "documents", "claims", "verdicts", "briefing", "api", "__init__"},
    "faces": BASE | {
        "sources", "ledger", "fetch", "analysis", "documents", "claims", "verdicts", "briefing", "api", "__init__", "watching",
    },
    "__main__": {"faces"},
}  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))


def _in_order(*steps: str) -> dict[str, set[str]]:
    """Rooms from left to right: what stands in one step (words apart by blanks) may not import from one another."""
    left: dict[str, set[str]] = {}
    for step in steps:
        before = set(left)
        left.update({name: set(before) for name in step.split()})
    return left


#: Rooms within a package, and what stands to the left of each. Records and words that all of the verdicts use stand
#: outside their rooms.
WORDS = {"verdict", "intervals", "scope", "wording", "phrases", "tables", "wordlist", "caution"}
LEFT_WITHIN = {
    "verdicts": {
        **dict.fromkeys(WORDS, WORDS),
        "pen": WORDS,
        "passages": WORDS,
        "relations": WORDS | {"pen", "passages"},
        "worked": WORDS | {"pen", "passages", "relations"},
        "within": WORDS | {"pen", "passages", "relations", "worked"},
        "between": WORDS | {"pen", "passages"},
        "books": WORDS | {"pen", "passages"},
        "check": WORDS | {"within", "between", "books"},
    },
    "claims": _in_order(
        "cascade claim figure words",
        "numbers periods",
        "reading",
        "tables goods",
        "figures",
        "quantity changes dates",
        "columns decoys modality rules",
        "settle",
        "english asian",
        "learning",
        "interpret",
        "extract",
    ),
    "claims.english": _in_order(
        "sentence_before",
        "clauses clause_subjects echoes nones said_again speakers",
        "zeros nouns roles",
        "flows measures",
        "goods times",
        "parties",
        "rules",
    ),
    "claims.asian": _in_order(
        "asked brackets speakers zeros",
        "clauses nouns",
        "roles",
        "measures",
        "flows",
        "goods times",
        "outline parties",
        "answering",
        "korean_answers",
        "answers",
        "rules",
    ),
}
WITHIN = [
    (package, path)
    for package in LEFT_WITHIN
    for path in sorted((SOURCE / package.replace(".", "/")).rglob("*.py"))
    if path.parent != SOURCE / package.replace(".", "/") or path.stem != "__init__"
]


def room(path: Path) -> str:
    """The package of a module, or the module itself where it stands at the top."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports from, imports inside functions and for typing included."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where they lead"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "tidewaiter"
                else [node.module]
            )
        else:
            continue
        for name in names:
            parts = (name or "").split(".")
            if parts[0] == "tidewaiter":
                rooms.add(parts[1] if len(parts) > 1 else "__init__")
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_downhill(path: Path) -> None:
    here = room(path)
    assert here in LEFT_OF, f"{here} is a new room: say what stands to its left"
    uphill = imported_rooms(path) - LEFT_OF[here] - {here}
    assert not uphill, f"{path.relative_to(SOURCE)} imports uphill from {sorted(uphill)}"


def imported_within(package: str, path: Path) -> set[str]:
    """The rooms of a package that a module imports from."""
    prefix = f"tidewaiter.{package}"
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{prefix}."):
            inner = (node.module or "").removeprefix(prefix).split(".")[1:]
            rooms |= {inner[0]} if inner else {alias.name for alias in node.names}
    return rooms


@pytest.mark.parametrize(("package", "path"), WITHIN, ids=lambda p: p if isinstance(p, str) else p.stem)
def test_imports_go_downhill_within_a_package(package: str, path: Path) -> None:
    left = LEFT_WITHIN[package]
    here = path.relative_to(SOURCE / package.replace(".", "/")).parts[0].removesuffix(".py")
    assert here in left, f"{here} is a new room: say what stands to its left"
    uphill = imported_within(package, path) - left[here] - {here}
    assert not uphill, f"{path.relative_to(SOURCE)} imports uphill from {sorted(uphill)}"


def test_the_test_sees_an_uphill_import(tmp_path: Path) -> None:
    module = tmp_path / "m.py"
    module.write_text("def f():\n    from tidewaiter.faces import cli\n    import tidewaiter.verdicts.verdict\n")
    assert imported_rooms(module) == {"faces", "verdicts"}
    assert imported_within("verdicts", module) == set()
    module.write_text(
        "def f():\n    from tidewaiter.verdicts.books import bench\n    from tidewaiter.verdicts import scope\n"
    )
    assert imported_within("verdicts", module) == {"books", "scope"}
    module.write_text("from tidewaiter.claims.asian import rules\nfrom tidewaiter.claims.reading.scene import Scene\n")
    assert imported_within("claims", module) == {"asian", "reading"}
    assert imported_within("claims.asian", module) == {"rules"}

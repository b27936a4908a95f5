"""What is looked for only where its letters stand is found where the pattern itself finds it, and nowhere else."""

import random
import re

import pytest

from tidewaiter.claims.words.sought import Sought

PATTERNS = {
    r"\b(?:ferry|barge)s? (?:sank|capsized)\b": {"ferry", "barge"},
    r"(?:on|off) the (?:coast|shore)": {" the "},
    r"(?:\d+ )?(?:crate|bale)s?\Z|坏了|고장": {"crate", "bale", "坏了", "고장"},
    r"(?:masts?)+": {"mast"},
    # Nothing of these must stand there, or nothing that is told one by one.
    r"(?:tea )?": set(),
    r"rice|\d+": set(),
    r"[a-z]{3}": set(),
    r"(?<!no )(?=salt)": set(),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_signs_are_read_off_the_pattern(pattern: str) -> None:
    assert Sought(pattern, re.IGNORECASE).signs == PATTERNS[pattern]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_finds_what_the_pattern_finds(pattern: str, flags: int) -> None:
    rng = random.Random(pattern)
    words = [
        "Ferry",
        "ferries",
        "sank",
        "CAPSIZED",
        "off",
        "THE",
        "the",
        "coaſt",
        "shore",
        "12",
        "bales",
        "crate",
        "坏了",
    ]
    words += ["고장", "masts", "maſt", "tea", "rice", "salt", "no", "İce", "\u212aeel"]
    sought, plain = Sought(pattern, flags), re.compile(pattern, flags)
    for _ in range(300):
        text = " ".join(rng.choices(words, k=rng.randint(0, 6)))
        found, expected = sought.search(text), plain.search(text)
        assert (found and found.span()) == (expected and expected.span()), text


def test_letters_of_other_alphabets_close_nothing() -> None:
    assert Sought("task", re.IGNORECASE).search("taſ\u212a") is not None
    assert Sought("mist", re.IGNORECASE).search("MİST") is not None

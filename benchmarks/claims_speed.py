"""How many articles a second are read into claims on one core, beside quantulum3 on the same articles; and whether
the time grows in proportion to the length.

    python benchmarks/claims_speed.py [--articles 40] [--repeat 5] [--sizes 10000 100000 1000000]

Tidewaiter reads the document (language, day, sentences) and makes whole claims of its figures: what, from whom to whom,
when, compared with what, who says so. quantulum3 finds quantities with units, which `quantities` finds too: that row is
the same work done by both, on the bare text. All work on one thread and are warm: their tables are loaded before the
clock starts, which counts the time of the core, not that of the wall. quantulum3 comes with the extra `bench`; it runs
without its classifier (scikit-learn), which is its fastest way. Cycles of dead objects are looked for as seldom as the
command does, for both.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable, Iterable, Sequence

import articles
import measure

from tidewaiter.faces.collecting import collect_seldom


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Articles a second, and time in proportion to length.")
    parser.add_argument("--articles", type=int, default=40, help="how many articles (default: 40)")
    parser.add_argument("--repeat", type=int, default=5, help="rounds, of which the median counts (default: 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="characters")
    options = parser.parse_args(arguments)
    measure.one_core()
    collect_seldom()
    print(measure.machine())
    throughput(sample(options.articles), repeat=options.repeat)
    linearity(options.sizes, repeat=max(1, options.repeat // 2))


def sample(count: int) -> list[articles.Text]:
    """Half written by people, half generated, since the written ones are short."""
    written = list(articles.written())[: count // 2]
    return [*written, *articles.many(count - len(written))]


def throughput(texts: Sequence[articles.Text], *, repeat: int) -> None:
    """Print documents a second of both, and the median ratio over the rounds."""
    characters = sum(len(text.text) for text in texts)
    print(
        f"\n{len(texts)} articles, {characters / len(texts):,.0f} characters on average, medians of {repeat} rounds\n"
    )
    peer = _quantulum()
    works = [_over(_read, texts), _over(_quantities, texts), *([_over(peer, texts)] if peer else [])]
    for work in works:
        work()
    taken = measure.rounds(works, repeat=repeat)
    rows = []
    names = ("tidewaiter: claims", "tidewaiter: quantities", "quantulum3: quantities")
    for name, each in zip(names, taken, strict=False):
        middle = measure.median(each)
        rows.append((name, f"{len(texts) / middle:.1f}", f"{1000 * middle / len(texts):.1f}"))
    print(measure.table(("", "documents/s", "ms a document"), rows))
    if peer:
        whole, alike = (measure.ratio(taken[2], each) for each in taken[:2])
        print(f"\ntidewaiter finds quantities in {alike:.0f} times as many documents a second,")
        print(f"and makes whole claims of {whole:.0f} times as many")
    else:
        print("\nno ratio: quantulum3 is not installed (pip install 'tidewaiter[bench]')")


def linearity(sizes: Sequence[int], *, repeat: int) -> None:
    """Print seconds a million characters at growing lengths, and how far the longest is from proportion."""
    print("\nOne article of growing length: seconds for a million characters\n")
    rows = []
    for language in articles.LANGUAGES:
        texts = [articles.generated(size, language=language) for size in sizes]
        _read(texts[0].text)
        taken = measure.rounds([_over(_read, [text]) for text in texts], repeat=repeat)
        rates = [measure.median(each) / len(text.text) * 1e6 for each, text in zip(taken, texts, strict=True)]
        rows.append((language, *(f"{rate:.2f}" for rate in rates), f"{rates[-1] / rates[0]:.2f}"))
    print(measure.table(("language", *(f"{size:,}" for size in sizes), "last/first"), rows))


def _read(text: str) -> int:
    from tidewaiter.claims.extract import extract
    from tidewaiter.documents.read import read_text

    return len(extract(read_text(text, name="article")))


def _quantities(text: str) -> int:
    from tidewaiter.claims.figures import quantities

    return len(quantities(text))


def _quantulum() -> Callable[[str], object] | None:
    """quantulum3's reader, or None where it is not installed."""
    warnings.filterwarnings("ignore")
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return lambda text: parser.parse(text)


def _over(reader: Callable[[str], object], texts: Iterable[articles.Text]) -> Callable[[], None]:
    def work() -> None:
        for text in texts:
            reader(text.text)

    return work


if __name__ == "__main__":
    main()

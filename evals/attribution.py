"""Attribution against PolNeAR: token F1 of source, cue and content, and of source–content pairs that are linked.

    python -m evals.attribution PATH [--json]

PATH holds `text/*.txt` and `attributions/*.ann` (brat stand-off). One annotator counts: the first file by name. The
texts fall into two halves by a hash of their names: half 0 may be read and learned from, half 1 is only scored.
A token is a word or a mark. A token of a source–content pair is right when both sides are: pairs are matched one to one
by shared tokens, and precision and recall are over the tokens of both sides of all pairs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tidings.claims.attribution import Attribution, find_attributions
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document

TOKEN = re.compile(r"\w+|[^\w\s]")
FIELDS = ("source", "cue", "content", "linked")
Tokens = frozenset[int]


class Pair(NamedTuple):
    """One attribution as the tokens of its three parts."""

    source: Tokens
    cue: Tokens
    content: Tokens


class Tally:
    """Right, found and wanted tokens for each field."""

    def __init__(self) -> None:
        self.counts = {name: [0, 0, 0] for name in FIELDS}

    def add(self, name: str, right: int, found: int, wanted: int) -> None:
        for k, n in enumerate((right, found, wanted)):
            self.counts[name][k] += n

    def scores(self) -> dict[str, float]:
        return {name: _f1(*counts) for name, counts in self.counts.items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--json", action="store_true", help="only the last line, one JSON object")
    options = arguments.parse_args()
    tallies = score(options.path)
    if not options.json:
        for name, tally in tallies.items():
            print(f"{name:8}", *(f"{field} {value:5.1f}" for field, value in tally.scores().items()))
    print(json.dumps({field: round(value, 1) for field, value in tallies["all"].scores().items()}))


def score(path: Path) -> dict[str, Tally]:
    """Tallies for the open half, the half only scored, and both."""
    names, texts, gold = [], [], []
    for name, text, pairs in read_corpus(path):
        names.append(name)
        texts.append(text)
        gold.append(pairs)
    tallies = {"half 0": Tally(), "half 1": Tally(), "all": Tally()}
    for name, wanted, found in zip(names, gold, find_pairs(texts), strict=True):
        for part in (f"half {half_of(name)}", "all"):
            compare(tallies[part], wanted, found)
    return tallies


def half_of(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def read_corpus(path: Path) -> Iterator[tuple[str, str, list[Pair]]]:
    """Each annotated text with its name and the attributions of its first annotator."""
    for file in sorted((path / "text").glob("*.txt")):
        annotations = sorted((path / "attributions").glob(f"{file.stem}_*.ann"))
        if annotations:
            with file.open(encoding="utf-8", newline="") as opened:
                text = opened.read()
            yield file.name, text, read_annotations(annotations[0], text)


def read_annotations(file: Path, text: str) -> list[Pair]:
    """Attributions of one brat file: events over spans, a span being one stretch or several."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[tuple[str, str]]] = []
    for row in file.read_text(encoding="utf-8").splitlines():
        fields = row.split("\t")
        if row.startswith("T"):
            offsets = fields[1].split(" ", 1)[1]
            spans[fields[0]] = [(int(a), int(b)) for a, b in (part.split() for part in offsets.split(";"))]
        elif row.startswith("E"):
            events.append([(role.rstrip("0123456789"), key) for role, key in (r.split(":") for r in fields[1].split())])
    found = []
    for roles in events:
        parts = {
            role: _tokens(text, (span for name, key in roles if name == role for span in spans[key]))
            for role in ("Source", "Cue", "Content")
        }
        found.append(Pair(parts["Source"], parts["Cue"], parts["Content"]))
    return found


def find_pairs(texts: list[str]) -> Iterator[list[Pair]]:
    """What tidings finds in each text."""
    parser = SpacyParser()
    documents = [Document(id=str(k), work=str(k), own_id=str(k), text=text) for k, text in enumerate(texts)]
    for document, sentences in zip(documents, split_sentences(documents, parser), strict=True):
        yield [_pair(document.text, a) for a in find_attributions(sentences, document.text) if a.kind != "relay"]


def _pair(text: str, a: Attribution) -> Pair:
    source = [(a.source_start, a.source_end)] if a.source_start is not None and a.source_end is not None else []
    return Pair(_tokens(text, source), _tokens(text, [(a.cue_start, a.cue_end)]), _tokens(text, a.content))


def _tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    return frozenset(m.start() for a, b in spans for m in TOKEN.finditer(text, a, b))


def compare(tally: Tally, wanted: list[Pair], found: list[Pair]) -> None:
    """Add one text: each part over all its tokens, then the linked pairs."""
    for k, name in enumerate(FIELDS[:3]):
        gold, ours = (frozenset().union(*(pair[k] for pair in pairs)) for pairs in (wanted, found))
        tally.add(name, len(gold & ours), len(ours), len(gold))
    right = sum(_shared(g, f) for g, f in _match(wanted, found))
    tally.add("linked", right, sum(map(_size, found)), sum(map(_size, wanted)))


def _match(wanted: list[Pair], found: list[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Pairs matched one to one, those that share most first."""
    ranked = sorted(
        (
            (shared, g, f)
            for g, gold in enumerate(wanted)
            for f, ours in enumerate(found)
            if (shared := _shared(gold, ours))
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    gold_taken: set[int] = set()
    ours_taken: set[int] = set()
    for _, g, f in ranked:
        if g not in gold_taken and f not in ours_taken:
            gold_taken.add(g)
            ours_taken.add(f)
            yield wanted[g], found[f]


def _shared(gold: Pair, ours: Pair) -> int:
    """Tokens shared on both sides; none where either side is missed."""
    source, content = len(gold.source & ours.source), len(gold.content & ours.content)
    return source + content if source and content else 0


def _size(pair: Pair) -> int:
    return len(pair.source) + len(pair.content) if pair.source and pair.content else 0


def _f1(right: int, found: int, wanted: int) -> float:
    return 200.0 * right / (found + wanted) if found + wanted else 0.0


if __name__ == "__main__":
    main()

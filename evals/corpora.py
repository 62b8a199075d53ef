"""Other people's corpora that stand beside the project: where they are, and the scores on them that are held."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.floors import Check

Scores = Mapping[str, float]
# Of attribution each half of the texts has floors: half 0 may be learned from, half 1 tells whether it carries over.
ATTRIBUTION = tuple(f"{field}/{half}" for half in (0, 1) for field in ("source", "content", "linked"))


@dataclass(frozen=True)
class Corpus:
    """A corpus in a file or a folder, as an exam of the gate: how it is scored, which of its scores have floors."""

    name: str
    file: Path
    score: Callable[[Path], Scores]
    held: tuple[str, ...]

    def fingerprint(self) -> str:
        """A hash of the file, or of all files of the folder with their names, byte for byte."""
        if self.file.is_file():
            return hashlib.sha256(self.file.read_bytes()).hexdigest()
        files = sorted(path for path in self.file.rglob("*") if path.is_file())
        parts = (f"{path.relative_to(self.file)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def parts(self) -> dict[str, None]:
        return {self.name: None}


def find_corpora(folder: Path) -> list[Corpus]:
    """The corpora that stand in a folder, or in its folder `bench`."""
    place = folder / "bench" if (folder / "bench").is_dir() else folder
    known = (
        Corpus(
            "isaf", place / "isaf/releases.jsonl", _score_isaf, ("mean", "start_date", "min_killed", "min_captured")
        ),
        Corpus("attribution", place / "polnear/dev", _score_attribution, ATTRIBUTION),
        Corpus("plover", place / "plover/PLOVER_GSR_CAMEO.txt", _score_acts, ("found", "spurious_per_right")),
    )
    return [corpus for corpus in known if corpus.file.exists()]


def check_corpora(corpora: Iterable[Corpus], floors: Mapping[str, Any]) -> Iterator[Check]:
    """Each held score of each corpus beside its floor."""
    for corpus in corpora:
        scores = corpus.score(corpus.file)
        for name in corpus.held:
            yield Check(corpus.name, name, floors["scores"].get(corpus.name, {}).get(name), scores[name])


def _score_isaf(file: Path) -> Scores:
    from evals.isaf import score_file  # noqa: PLC0415 (loads the model: not for --help)

    return score_file(file)


def _score_acts(file: Path) -> Scores:
    from evals.acts import score_file  # noqa: PLC0415 (as above)

    return score_file(file)


def _score_attribution(folder: Path) -> Scores:
    from evals.attribution import score  # noqa: PLC0415 (as above)

    tallies = score(folder)
    return {f"{field}/{half}": value for half in (0, 1) for field, value in tallies[f"half {half}"].scores().items()}

"""Corpora of other people's that stand beside the project: where they are looked for, and their fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Exam:
    """A corpus in one file, by its path below the folder of corpora."""

    name: str
    path: Path

    def find(self, folder: Path) -> Path | None:
        """The file in a folder, or in its folder `bench`; None where it does not stand there."""
        places = (folder / "bench" / self.path, folder / self.path)
        return next((place for place in places if place.exists()), None)


@dataclass(frozen=True)
class FoundExam:
    """A corpus that was found, as an exam of the gate."""

    name: str
    file: Path

    def fingerprint(self) -> str:
        """A hash of the file, byte for byte."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def parts(self) -> dict[str, None]:
        return {self.name: None}

"""Cases as text: a heading, a report, and lines that say what is to be read from it. See docs/extending.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.cases.expectations import Expectation, find_unmet, parse_expectation
from tidings.records import Claim, Document, make_id

HEADER = re.compile(r"(published|publisher|title): (.+)")


@dataclass(frozen=True)
class Case:
    """One report with what is to be read from it."""

    name: str
    where: str
    text: str
    header: dict[str, str] = field(default_factory=dict)
    expectations: tuple[Expectation, ...] = ()

    def document(self) -> Document:
        """The case's report, as a reader would give it."""
        published = self.header.get("published")
        parts = (self.header.get("publisher"), self.name, self.text)
        return Document(
            id=make_id("doc", *parts),
            work=make_id("wrk", *parts[:2]),
            own_id=self.name,
            publisher=self.header.get("publisher"),
            title=self.header.get("title"),
            text=self.text,
            language="en",
            published=date.fromisoformat(published) if published else None,
            published_basis="given" if published else None,
        )

    def unmet(self, claims: Sequence[Claim]) -> list[str]:
        """What the claims lack or should not hold; nothing when the case is as it should be."""
        return find_unmet(self.expectations, claims, self.text)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file. What stands before the first `##` is for the reader of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _read_case(f"{path.name}:{start + 1}", lines[start][3:].strip(), lines[start + 1 : end])


def _read_case(where: str, name: str, lines: Sequence[str]) -> Case:
    header: dict[str, str] = {}
    told: list[str] = []
    expectations: list[Expectation] = []
    for line in lines:
        if line.startswith("=>"):
            expectations.append(parse_expectation(line, where))
        elif expectations and line.strip():
            raise ValueError(f"{where}: text after the first `=>` line; begin another case with `##`: {line!r}")
        elif not any(told) and (found := HEADER.fullmatch(line.strip())):
            header[found[1]] = found[2]
        else:
            told.append(line.strip())
    text = "\n\n".join(_paragraphs(told))
    if not text or not expectations:
        raise ValueError(f"{where}: a case needs a text and at least one `=>` line")
    return Case(name, where, text, header, tuple(expectations))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines joined where the file wraps them, parted at blank lines."""
    for block in "\n".join(lines).split("\n\n"):
        if block.strip():
            yield " ".join(block.split("\n")).strip()

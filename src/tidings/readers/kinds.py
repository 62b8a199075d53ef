"""Of what kind a report is: news, opinion, release, digest or transcript, where it says so; else nothing.

| kind | stated by |
|---|---|
| what metadata say | a `kind` or `genre` that is one of the five |
| opinion | "Opinion |", "Editorial:" in the title; an opinion section in banner or address; an opinion site |
| transcript | "Transcript" in the title; most paragraphs begin with a speaker's label, of which there are two or more |
| release | "For immediate release", "Statement No." in the head; "Statement by" in the title; a press office |
| digest | "Situation report", "Field bulletin", "FACTBOX" in title or head; a digest as publisher |
| news | a dateline with an agency |

In this order: the first that holds decides. The patterns stand in `lexicons/headers.toml`, each with its examples.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tidings.lines.rows import load_headers
from tidings.readers.headers import Stated
from tidings.records import Kind

ORDER: tuple[Kind, ...] = ("opinion", "transcript", "release", "digest", "news")
HEAD = 160  # characters in which a report calls itself a release
LABEL = re.compile(r"^(?:(?P<letter>Q|A)\s?[:.]|(?P<label>[A-Z][A-Z .'’-]{2,40})(?:\s?\([^)]{1,40}\))?:)\s")


def find_kind(text: str, title: str | None, url: str | None, publisher_kind: str | None, stated: Stated) -> Kind | None:
    """The kind that a report states, or that its publisher does; None where nothing does."""
    lines = [" ".join(text[line.start : line.end].split()) for line in stated.lines]
    searched = {
        "title": [title or stated.title or ""],
        "head": [*lines, " ".join(text[:HEAD].split())],
        "section": [line.parts["section"] for line in stated.lines if "section" in line.parts]
        + [line for line, header in zip(lines, stated.lines, strict=True) if header.kind == "banner"],
        "address": [url or ""],
        "publisher_kind": [publisher_kind or ""],
    }
    found: set[str] = {
        row.kind for row in load_headers().kind if any(row.regex.search(value) for value in searched[row.where])
    }
    if _is_transcript(text.splitlines()):
        found.add("transcript")
    if stated.agency:
        found.add("news")
    return next((kind for kind in ORDER if kind in found), None)


def _is_transcript(lines: Iterable[str]) -> bool:
    paragraphs = [line.strip() for line in lines if line.strip()]
    labels = [match["letter"] or match["label"] for line in paragraphs if (match := LABEL.match(line))]
    counts = Counter(labels)
    return len(labels) >= 4 and len(labels) * 2 > len(paragraphs) and len(counts) >= 2 and max(counts.values()) > 1

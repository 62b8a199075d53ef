"""Puts a real piece of the demonstration's brief into the README: `make docs`. A test compares the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README, BRIEF = ROOT / "README.md", ROOT / "out/brief.md"
THEME, DAY = "## Control of places", "### 6 August 2021"
BEGIN, END = "<!-- cut from out/brief.md by make docs -->\n", "<!-- end -->"
QUOTED = 3  # so many citations are shown with their evidence


def cut_piece(brief: str) -> str:
    """One day of one theme, and the evidence behind its first citations, as a quotation. Its citations count from 1."""
    told = brief.split(THEME)[1].split(DAY)[1].split("\n#", maxsplit=1)[0].strip().splitlines()
    cited = list(dict.fromkeys(re.findall(r"\[(c\d+)\]", "\n".join(told))))
    lines = [DAY.lstrip("# "), "", *told, "", *_find_evidence(brief, cited[:QUOTED])]
    piece = "".join(f"> {line}".rstrip() + "\n" for line in lines)
    return re.sub(r"\bc\d+\b", lambda name: f"c{cited.index(name[0]) + 1}" if name[0] in cited else name[0], piece)


def _find_evidence(brief: str, cited: list[str]) -> Iterator[str]:
    for name in cited:
        found = re.search(rf'^- <a id="{name}"></a>(.+)$', brief, re.MULTILINE)
        if found is None:
            raise ValueError(f"the brief cites {name} and holds no evidence for it")
        yield f"- {found[1]}"


def read_piece(readme: str) -> str:
    """What the README shows."""
    return readme.split(BEGIN)[1].split(END, maxsplit=1)[0]


def replace_piece(readme: str, piece: str) -> str:
    return readme.replace(read_piece(readme), piece)


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(replace_piece(text, cut_piece(BRIEF.read_text(encoding="utf-8"))), encoding="utf-8")
    print(f"wrote {README.name}")

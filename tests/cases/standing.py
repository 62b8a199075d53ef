"""Cases of standing as text: reports, who says what in each, and how it stands. See docs/extending.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.events.literal import claim, figure, report
from tidings.records import Claim, Document

REPORT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<outlet>[^:(]+?)(?: \(copies (?P<original>[^)]+)\))?: (?P<text>.+)")
CLAIM = re.compile(r"-> (?P<who>[^(]+?) \((?P<interest>\w+)(?:, (?P<runs>own|against))?\)(?P<rest>.*)")
PAIR = re.compile(r"(?:^|\s)([a-z_]+)=")
LISTS = (
    *("actor", "target", "place", "place_ids", "actor_ids", "target_ids", "speaker_ids"),
    *("destination", "destination_ids"),
)
COUNTED = ("killed", "injured", "casualties", "district", "displaced", "returned", "evacuated")
PLAIN = ("act", "stance", "certainty", "manner")
COUNT = re.compile(r"(\d+)?(\.\.)?(\d+)?(?: of (.+))?")


@dataclass
class StandingCase:
    """Reports with their claims, or without any where they are to be read, and the lines that say what stands."""

    name: str
    where: str
    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    expected: list[dict[str, str]] = field(default_factory=list)
    shared: dict[str, str] = field(default_factory=dict)

    @property
    def is_read(self) -> bool:
        """Whether the claims are to be read from the reports."""
        return not self.claims


def read_standing_cases(path: Path) -> Iterator[StandingCase]:
    """The cases of one file. What stands before the first `##` is for the reader of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _read_case(f"{path.name}:{start + 1}", lines[start][3:].strip(), lines[start + 1 : end])


def _read_case(where: str, name: str, lines: Sequence[str]) -> StandingCase:
    case = StandingCase(name, where)
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("all: "):
            case.shared = parse_pairs(line.removeprefix("all: "))
        elif line.startswith("=> "):
            standing, _, rest = line.removeprefix("=> ").partition(" ")
            case.expected.append({"standing": standing, **parse_pairs(rest)})
        elif line.startswith("-> "):
            case.claims.append(_read_claim(case, line))
        elif found := REPORT.fullmatch(line):
            own_id = f"{found['outlet'].lower()}-{len(case.documents)}"
            if found["original"]:
                case.copies.append((own_id, found["original"].lower()))
            case.documents.append(report(own_id, found["day"], found["text"], publisher=found["outlet"], language="en"))
        else:
            raise ValueError(f"{where}: neither a report, nor a claim `->`, nor an expectation `=>`: {line!r}")
    if not case.documents or not case.expected:
        raise ValueError(f"{where}: a case needs reports and at least one `=>` line")
    return case


def _read_claim(case: StandingCase, line: str) -> Claim:
    found = CLAIM.fullmatch(line)
    if found is None or not case.documents:
        raise ValueError(f"{case.where}: expected `-> WHO (INTEREST, own|against) key=value` after a report: {line!r}")
    given = {**case.shared, **parse_pairs(found["rest"])}
    fields: dict[str, Any] = {key: given[key] for key in PLAIN if key in given and given[key] != "-"}
    fields |= {key: tuple(given[key].split(" + ")) for key in LISTS if given.get(key, "-") != "-"}
    fields["counts"] = tuple(_count(key, given[key], given.get("basis")) for key in COUNTED if key in given)
    fields["interest"] = found["interest"]
    fields["against_interest"] = {"own": False, "against": True, None: None}[found["runs"]]
    fields["said_by"] = () if found["who"] == "-" else tuple(found["who"].split(" > "))
    day = given.get("day", "-")
    if "first" in given:
        fields |= {"first": date.fromisoformat(given["first"]), "last": date.fromisoformat(given["last"])}
        day = "-"
    act = fields.pop("act")
    if "words" in given:
        at = case.documents[-1].text.index(given["words"])
        fields |= {"start": at, "end": at + len(given["words"])}
    own_id = case.documents[-1].own_id
    return claim(own_id, act, None if day == "-" else day, at=len(case.claims) * 10, **fields)


def _count(what: str, value: str, basis: str | None = None) -> Any:
    told = COUNT.fullmatch(value)
    if told is None:
        raise ValueError(f"not a figure: {value!r}")
    low, dots, high, of = told.groups()
    return figure(
        what, float(low) if low else None, float(high or low) if high or not dots else None, of, text=value, basis=basis
    )


def parse_pairs(text: str) -> dict[str, str]:
    """`key=value` pairs; a value runs to the next key, so that names may hold spaces."""
    marks = list(PAIR.finditer(text))
    if text.strip() and (not marks or text[: marks[0].start()].strip()):
        raise ValueError(f"expected key=value, found {text!r}")
    ends = [mark.start() for mark in marks[1:]] + [len(text)] * bool(marks)
    return {mark[1]: text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)}

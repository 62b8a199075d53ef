"""Writes training/reports/{documents,claims}.jsonl out of its sources: python -m tools.make_reports.

A source holds reports one after another. A line `# id | publisher | day | title` opens one, its text follows, and below
a line `=>` stands one claim a line: `evidence => act flags a=actor t=target p=place d=destination w=when m=manner
k=counts b=speakers n=note`. training/reports/README.md tells the short forms. Evidence that is missing from the text,
or stands there twice, is an error.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

from tidings.records import Precision
from tools.report_rows import Row, find_faults

REPORTS = Path(__file__).parents[1] / "training/reports"
FLAGS = {
    "d": ("stance", "denies"),
    "u": ("stance", "doubts"),
    "o": ("certainty", "ongoing"),
    "p": ("certainty", "planned"),
    "m": ("certainty", "possible"),
    "h": ("hedged", True),
}
PASSED_ON = ("actor", "target", "place", "first", "last", "precision", "said_by")
FIELDS = {"a": "actor", "t": "target", "p": "place", "d": "destination", "m": "manner", "n": "note"}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STOCKS = ("force.present", "territory.hold", "harm.trap")  # a stock at a moment has no basis
CLAIM = re.compile(r"(?P<act>[a-z]+\.[a-z_]+)(?P<same> &)?(?P<flags>(?: [duopmh]{1,3})*)(?= [a-z]=|$)")
COUNT = re.compile(r"(?P<what>\S+) (?P<range>[~<]?[\d.]*-?[\d.]*)(?: (?P<rest>.*))?")

Value = str | list[str]


def make_all(folder: Path) -> tuple[list[Row], list[Row]]:
    """Documents and claims of all sources, in the order of their names."""
    documents: list[Row] = []
    claims: list[Row] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^(?=# )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            if part.strip():
                document, lines = read_report(part)
                documents.append(document)
                claims.extend(make_claims(document, lines, faults))
    if faults:
        raise SystemExit("\n".join(faults))
    return documents, claims


def read_report(part: str) -> tuple[Row, list[str]]:
    head, _, rest = part.partition("\n")
    name, publisher, day, title = head.removeprefix("# ").split(" | ")
    text, _, below = rest.partition("\n=>")
    document: Row = {"id": name, "publisher": publisher, "published": day, "title": title, "text": text.strip()}
    return document | {"language": "en", "licence": "own", "synthetic": True}, below.strip().splitlines()


def make_claims(document: Row, lines: list[str], faults: list[str]) -> Iterator[Row]:
    before: Row = dict.fromkeys(("act", "destination", *PASSED_ON))
    for line in lines:
        try:
            before = make_claim(document, line, before)
            faults.extend(f"{document['id']}: {fault}: {line}" for fault in find_faults(document, before))
            yield before
        except ValueError as error:
            faults.append(f"{document['id']}: {error}: {line}")


def make_claim(document: Row, line: str, before: Row) -> Row:
    evidence, arrow, tail = line.rpartition(" => ")
    found = CLAIM.match(tail)
    if not arrow or not found:
        raise ValueError("not of the form `evidence => act ...`")
    text, day = str(document["text"]), date.fromisoformat(str(document["published"]))
    start, end = find_evidence(text, evidence)
    row = dict.fromkeys("doc quote act actor target place destination first last precision manner".split())
    claim: Row = row | {"counts": [], "said_by": [], "stance": "asserts", "certainty": "happened", "hedged": False}
    claim |= {"doc": document["id"], "quote": text[start:end], "act": found["act"]}
    if found["same"]:
        claim |= {name: before[name] for name in PASSED_ON}
        if before["act"] == claim["act"]:
            claim["destination"] = before["destination"]
    claim |= dict(FLAGS[letter] for letter in found["flags"].replace(" ", ""))
    for sign, value in re.findall(r" ([a-z])=(.*?)(?= [a-z]=|$)", tail[found.end() :]):
        claim |= read_field(sign, value.strip(), str(found["act"]), day)
    return claim | {"start": start, "end": end}


def find_evidence(text: str, evidence: str) -> tuple[int, int]:
    """Offsets of `words`, or of `first words <> last words`."""
    first, _, last = evidence.partition(" <> ")
    if text.count(first) != 1:
        raise ValueError(f"evidence stands {text.count(first)} times in the text")
    start = text.index(first)
    if not last:
        return start, start + len(first)
    end = text.find(last, start + len(first))
    if end < 0:
        raise ValueError(f"{last!r} does not follow")
    return start, end + len(last)


def read_field(sign: str, value: str, act: str, day: date) -> Row:
    if sign == "w":
        return read_period(value, day)
    if sign == "k":
        return {"counts": [read_count(count, None if act in STOCKS else "incremental") for count in value.split("; ")]}
    if sign == "b":
        return {"said_by": [split_names(link) for link in value.split(" > ")] if value else []}
    if sign in "nm":
        return {FIELDS[sign]: value}
    return {FIELDS[sign]: split_names(value) if value else None}


def split_names(value: str) -> Value:
    names = value.split(" + ")
    return names[0] if len(names) == 1 else names


def read_count(text: str, basis: str | None) -> Row:
    """A figure: `killed 5 children`, `killed 20- civilians cum`, `vehicle 35 trucks /62`, `fighters ~150 nil`."""
    found = COUNT.fullmatch(text)
    if not found:
        raise ValueError(f"not a count: {text!r}")
    words = (found["rest"] or "").split()
    out_of = next((int(word[1:]) for word in words if word[0] == "/"), None)
    basis = "cumulative" if "cum" in words else None if "nil" in words else basis
    of = " ".join(word for word in words if word[0] != "/" and word not in ("cum", "nil", "~"))
    low, high = read_range(found["range"])
    about = found["range"][0] == "~" or "~" in words
    row: Row = {"what": found["what"], "low": low, "high": high, "of": of or None}
    return row | {"basis": basis, "about": about, "out_of": out_of}


def read_range(text: str) -> tuple[float | None, float | None]:
    """Low and high of `5`, `5-9`, `5-`, `-9`, `~400` (5 % about) and `<30` (nearly: 10 % below)."""
    if text[0] == "~":
        return math.ceil(round(float(text[1:]) * 0.95, 6)), math.floor(round(float(text[1:]) * 1.05, 6))
    if text[0] == "<":
        return math.ceil(round(float(text[1:]) * 0.9, 6)), int(text[1:])
    low, dash, high = text.partition("-")
    ends = [(float(end) if "." in end else int(end)) if end else None for end in (low, high if dash else low)]
    return ends[0], ends[1]


def read_period(value: str, day: date) -> Row:
    words, _, precision = value.partition(" ")
    if not words:
        return {"first": None, "last": None, "precision": None}
    if words == "night":
        words = "-1..0"
    if words == "lastweek":
        monday = day - timedelta(days=day.weekday() + 7)
        return _period(monday, monday + timedelta(days=6), "week")
    if ".." not in words:
        first, last, size = read_day(words, day)
        return _period(first, last, precision or size)
    begin, _, end = words.partition("..")
    first_day = read_day(begin, day)[0] if begin else None
    last_day = read_day(end, day)[1] if end else None
    return _period(first_day, last_day, precision or ("days" if begin and end else "open"))


def _period(first: date | None, last: date | None, precision: str) -> Row:
    if precision not in get_args(Precision):
        raise ValueError(f"no precision: {precision!r}")
    if first and last and first > last:
        raise ValueError(f"the period ends before it begins: {first}, {last}")
    return {"first": first and first.isoformat(), "last": last and last.isoformat(), "precision": precision}


def read_day(word: str, day: date) -> tuple[date, date, str]:
    """First and last day of a day, a month or a year: `0`, `-1`, `+3`, `mon`, `+mon`, `02-19`, `2016-02`, `2016`."""
    if word.lstrip("+") in DAYS:
        step = (DAYS.index(word.lstrip("+")) - day.weekday()) % 7
        found = day + timedelta(days=step or 7) if word[0] == "+" else day - timedelta(days=-step % 7)
        return found, found, "day"
    if re.fullmatch(r"0|[+-]\d{1,3}", word):
        found = day + timedelta(days=int(word))
        return found, found, "day"
    if re.fullmatch(r"\d{4}", word):
        return date(int(word), 1, 1), date(int(word), 12, 31), "year"
    if re.fullmatch(r"\d{4}-\d\d", word):
        first = date.fromisoformat(word + "-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), "month"
    found = date.fromisoformat(word if len(word) == 10 else f"{day.year}-{word}")
    return found, found, "day"


def write_rows(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    documents, claims = make_all(REPORTS / "sources")
    write_rows(REPORTS / "documents.jsonl", documents)
    write_rows(REPORTS / "claims.jsonl", claims)
    print(f"{len(documents)} reports, {len(claims)} claims", file=sys.stderr)


if __name__ == "__main__":
    main()

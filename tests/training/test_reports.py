"""The training reports: what is written is what the sources say, and every row keeps the rules of docs/claims.md."""

import json
from datetime import date
from pathlib import Path

import pytest

from tools.make_reports import REPORTS, find_evidence, make_all, read_count, read_period
from tools.report_rows import Row, find_faults

ROOT = Path(__file__).parents[2]


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


DOCUMENTS, CLAIMS = (read_rows(REPORTS / name) for name in ("documents.jsonl", "claims.jsonl"))
BY_ID = {document["id"]: document for document in DOCUMENTS}


def test_the_rows_are_made_from_the_sources() -> None:
    assert make_all(REPORTS / "sources") == (DOCUMENTS, CLAIMS)


def test_every_row_keeps_the_rules() -> None:
    assert [(claim["doc"], fault) for claim in CLAIMS for fault in find_faults(BY_ID[claim["doc"]], claim)] == []


def test_no_report_is_told_twice_nor_taken_from_the_exam() -> None:
    exam = read_rows(ROOT / "evals/wars/documents.jsonl") + read_rows(ROOT / "examples/reports.jsonl")
    assert len(BY_ID) == len(DOCUMENTS)
    assert not BY_ID.keys() & {document["id"] for document in exam}
    sentences = [sentence for document in DOCUMENTS for sentence in str(document["text"]).split(". ")]
    taken = {sentence for document in exam for sentence in str(document["text"]).split(". ")}
    assert {sentence for sentence in sentences if len(sentence) > 40} & taken == set()


def test_no_claim_is_written_twice() -> None:
    lines = [json.dumps(claim, sort_keys=True) for claim in CLAIMS]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("act", "harm.tickle"),
        ("stance", "believes"),
        ("certainty", "ended"),
        ("manner", "magic"),
        ("start", 0),
        ("end", 100_000),
        ("first", "yesterday"),
        ("first", "2999-01-01"),
        ("precision", None),
        ("actor", "Polisario Front d"),
        ("said_by", [None]),
        ("counts", [{"what": "killed"}]),
        ("colour", "red"),
    ],
)
def test_a_planted_fault_is_found(field: str, value: object) -> None:
    claim = next(claim for claim in CLAIMS if claim["first"] and claim["precision"] == "day" and claim["start"])
    assert list(find_faults(BY_ID[claim["doc"]], claim | {field: value}))


@pytest.mark.parametrize("evidence", ["the mill", "no such words", "The mill <> never"])
def test_evidence_must_stand_once(evidence: str) -> None:
    with pytest.raises(ValueError, match=r"evidence stands|does not follow"):
        find_evidence("The mill burned; the mill and the mill house fell.", evidence)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("killed 5", 5, 5), ("killed 71-", 71, None), ("killed -30", None, 30)]
)
def test_figures_are_ranges(text: str, low: int | None, high: int | None) -> None:
    count = read_count(text, "incremental")
    assert (count["low"], count["high"], count["about"]) == (low, high, False)


def test_about_is_five_in_a_hundred() -> None:
    count = read_count("vehicle ~60 buses /80 cum", "incremental")
    assert (count["low"], count["high"], count["about"]) == (57, 63, True)
    assert (count["of"], count["out_of"], count["basis"]) == ("buses", 80, "cumulative")


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("wed", "1997-10-15", "1997-10-15", "day"),
        ("+wed", "1997-10-22", "1997-10-22", "day"),
        ("night", "1997-10-14", "1997-10-15", "days"),
        ("lastweek", "1997-10-06", "1997-10-12", "week"),
        ("1997-02", "1997-02-01", "1997-02-28", "month"),
        ("..+sun", None, "1997-10-19", "open"),
        ("", None, None, None),
    ],
)
def test_words_for_days_are_read_from_the_day_of_the_report(
    words: str, first: str | None, last: str | None, precision: str | None
) -> None:
    assert read_period(words, date(1997, 10, 15)) == {"first": first, "last": last, "precision": precision}

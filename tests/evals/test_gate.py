"""The gate finds a fallen score and a changed exam, and floors only ever rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.claims import Part, list_differences, main, read_parts, score_together
from evals.floors import Check, check_part, raise_floors, read_floors, write_floors
from evals.gate import Result, format_result, run_gate, take_exam
from evals.pairing import Row
from evals.score import score_claims
from evals.sets import SHIPPED, GoldSet, find_sets, half_of, read_rows, take_half
from tests.evals.test_score import row

NO_FLOORS: dict[str, Any] = {"exams": {}, "scores": {}}
HALVES = {doc: half_of(doc) for doc in (f"report-{n}" for n in range(12))}
SHOWN = next(doc for doc, half in HALVES.items() if half == 0)
SEALED = next(doc for doc, half in HALVES.items() if half == 1)
GOLD = [
    *(row(SHOWN, "harm.kill", 200 * n) for n in range(20)),
    *(row(SHOWN, "harm.detain", 200 * n + 100, stance="denies") for n in range(20)),
    *(row(SEALED, "talk.meet", 200 * n) for n in range(20)),
]
FEW = 19


def write_rows(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold_set(tmp_path: Path) -> GoldSet:
    documents: list[Row] = [{"id": doc, "text": "A report."} for doc in (SHOWN, SEALED)]
    return GoldSet(
        "own",
        write_rows(tmp_path / "documents.jsonl", documents),
        write_rows(tmp_path / "claims.jsonl", GOLD),
    )


def read_all(_: Path, wanted: frozenset[str]) -> list[Row]:
    return [r for r in GOLD if r["doc"] in wanted]


def read_less(_: Path, wanted: frozenset[str]) -> list[Row]:
    return [r for r in GOLD[:1] if r["doc"] in wanted]


def read_denial_as_fact(_: Path, wanted: frozenset[str]) -> list[Row]:
    return [{**r, "stance": "asserts"} for r in GOLD if r["doc"] in wanted]


@pytest.fixture
def floors(gold_set: GoldSet) -> dict[str, Any]:
    known = take_exam([gold_set], NO_FLOORS)
    return raise_floors(known, run_gate([gold_set], read_all, known).checks)


def test_the_gate_holds_where_nothing_fell(gold_set: GoldSet, floors: dict[str, Any]) -> None:
    result = run_gate([gold_set], read_all, floors)
    assert result.holds
    assert {check.part for check in result.checks} == {"own/0", "own/1"}


def test_a_fallen_score_is_found(gold_set: GoldSet, floors: dict[str, Any]) -> None:
    result = run_gate([gold_set], read_less, floors)
    assert not result.holds
    assert {c.part for c in result.checks if not c.holds} == {"own/0", "own/1"}
    assert "FALLEN" in format_result(result, [gold_set])


def test_a_denial_stored_as_fact_is_found(gold_set: GoldSet, floors: dict[str, Any]) -> None:
    result = run_gate([gold_set], read_denial_as_fact, floors)
    assert "RISEN" in {c.verdict for c in result.checks if c.score == "found_as_happened"}


@pytest.mark.parametrize("which", ["documents", "claims"])
def test_a_changed_exam_is_found(gold_set: GoldSet, floors: dict[str, Any], which: str) -> None:
    path: Path = getattr(gold_set, which)
    path.write_text(path.read_text(encoding="utf-8").replace("report-", "report-", 1) + "\n", encoding="utf-8")
    result = run_gate([gold_set], read_all, floors)
    assert result.changed == ["own"]
    assert not result.holds
    assert "The exam changed" in format_result(result, [gold_set])


def test_a_renewed_exam_is_known_and_begins_without_floors(gold_set: GoldSet, floors: dict[str, Any]) -> None:
    write_rows(gold_set.claims, GOLD[:1])
    renewed = take_exam([gold_set], floors, renewed=["own"])
    assert run_gate([gold_set], read_all, renewed).changed == []
    assert renewed["scores"] == {}
    assert take_exam([gold_set], floors)["exams"] == floors["exams"]


def test_a_score_without_a_floor_does_not_pass(gold_set: GoldSet) -> None:
    result = run_gate([gold_set], read_all, NO_FLOORS)
    assert not result.holds
    assert not result.fell
    assert "no floor yet" in format_result(result, [gold_set])


def test_floors_rise_and_never_fall(gold_set: GoldSet, floors: dict[str, Any]) -> None:
    worse = run_gate([gold_set], read_less, floors).checks
    assert raise_floors(floors, worse) == floors
    low = raise_floors(NO_FLOORS, [Check("own/0", "found", None, 41.7), Check("own/0", "found_as_happened", None, 4.2)])
    assert low["scores"]["own/0"] == {"found": 41.5, "found_as_happened": 4.5}
    better = [Check("own/0", "found", 41.5, 43.0), Check("own/0", "found_as_happened", 4.5, 3.0)]
    assert raise_floors(low, better)["scores"]["own/0"] == {"found": 43.0, "found_as_happened": 3.0}


def test_every_score_stands_in_the_table() -> None:
    checks = list(check_part("own", score_claims(GOLD, GOLD), NO_FLOORS))
    assert [c.score for c in checks] == ["found", "exact_act", "whole_claim", "not_asserted", "found_as_happened"]
    assert {c.now for c in checks[:3]} == {100}
    assert all(c.score in format_result(Result(checks), []) for c in checks)


def test_a_score_that_rests_on_few_claims_is_not_held() -> None:
    assert list(check_part("own", score_claims(GOLD[:FEW], GOLD), NO_FLOORS)) == []
    denials = score_claims(GOLD[:39], GOLD)
    assert [c.score for c in check_part("own", denials, NO_FLOORS)] == ["found", "exact_act", "whole_claim"]


def test_floors_are_kept_as_written(tmp_path: Path, floors: dict[str, Any]) -> None:
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == NO_FLOORS


def test_shipped_floors_know_their_exams() -> None:
    floors = read_floors()
    for shipped in SHIPPED:
        assert floors["exams"][shipped.name] == shipped.fingerprint()
        assert set(shipped.parts()) <= set(floors["scores"])
    assert not any(word in json.dumps(floors) for word in ("second", '_s"', "_ms"))


def test_half_one_is_scored_and_never_shown(gold_set: GoldSet, capsys: pytest.CaptureFixture[str]) -> None:
    shown, sealed = read_parts([gold_set], read_less)
    assert (shown.name, sealed.name) == ("own/0", "own/1")
    assert next(list_differences(shown, 5)).startswith(f"missed  {SHOWN}  harm.kill 200-250")
    with pytest.raises(ValueError, match="never shown"):
        list(list_differences(sealed, 5))
    with pytest.raises(SystemExit):
        main(["--half", "1", "--show", "5"])
    assert "never shown" in capsys.readouterr().err


def test_differences_say_what_was_read_instead() -> None:
    predicted = [{**GOLD[0], "stance": "doubts"}, row(SHOWN, "say.warn", 300)]
    lines = list(list_differences(Part("own", None, GOLD[:1], predicted), 5))
    assert lines[0].startswith("differs ")
    assert "stance: asserts read as doubts" in lines[0]
    assert lines[1].startswith("false ")
    assert len(lines) == 2
    assert list(list_differences(Part("own", None, GOLD[:1], predicted), 0)) == []


def test_one_half_alone(gold_set: GoldSet) -> None:
    (part,) = read_parts([gold_set], read_all, half=1)
    assert (part.name, part.gold, part.predicted) == ("own/1", GOLD[40:], GOLD[40:])


def test_sets_are_found_by_pairs_of_files(tmp_path: Path) -> None:
    place = tmp_path / "gold"
    place.mkdir()
    for word in ("", "more_"):
        write_rows(place / f"{word}documents.jsonl", [{"id": f"{word}1", "text": ""}])
        write_rows(place / f"{word}claims.jsonl", [row(f"{word}1", "talk.meet", 0)])
    write_rows(place / "other_documents.jsonl", [])
    for shipped in SHIPPED[1:]:
        (place / "own_documents.jsonl").write_bytes(shipped.documents.read_bytes())
        (place / "own_claims.jsonl").write_bytes(shipped.claims.read_bytes())
    found = find_sets(tmp_path)
    assert [(s.name, s.is_split) for s in found] == [("gold", False), ("more", True)]
    assert find_sets(place) == found
    elsewhere = place.rename(tmp_path / "notes")
    assert [(s.name, s.is_split) for s in find_sets(elsewhere)] == [("notes", True), ("more", True)]


def test_halves_are_told_by_name_alone() -> None:
    assert half_of("r002") == half_of("r002")
    for shipped in SHIPPED:
        gold = shipped.read_gold()
        halves = [take_half(gold, half) for half in (0, 1)]
        assert sum(map(len, halves)) == len(take_half(gold, None)) == len(gold)
        assert min(map(len, halves)) > len(gold) / 3


def test_gold_points_into_its_reports() -> None:
    for shipped in SHIPPED:
        texts = {report["id"]: report["text"] for report in read_rows(shipped.documents)}
        for claim in shipped.read_gold():
            quote = texts[claim["doc"]][claim["start"] : claim["end"]]
            assert quote == claim["quote"]


def test_sets_together_keep_documents_of_one_name_apart() -> None:
    parts = [Part("own/0", 0, GOLD[:4], GOLD[:4]), Part("own/1", 1, GOLD[:4], []), Part("whole", None, GOLD[:4], [])]
    scores = dict(score_together(parts))
    assert [(name, told["gold"], told["found"]["recall"]) for name, told in scores.items()] == [
        ("together", 12, 33.3),
        ("together/0", 4, 100.0),
        ("together/1", 4, 0.0),
    ]
    assert scores["together"]["documents"] == 3
    assert set(scores["together"]["intervals"]) >= {"found", "stored_as_happened"}

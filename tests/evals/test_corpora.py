"""Corpora beside the project: found where they stand, held to their floors, known by their fingerprint."""

from __future__ import annotations

from pathlib import Path

from evals.corpora import Corpus, check_corpora, find_corpora
from evals.floors import raise_floors
from evals.gate import find_changed, take_exam


def make_corpus(folder: Path, spurious: float) -> Corpus:
    file = folder / "records.txt"
    file.write_text("[]", encoding="utf-8")
    return Corpus(
        "own", file, lambda _: {"found": 60.0, "spurious_per_right": spurious}, ("found", "spurious_per_right")
    )


def test_a_corpus_is_found_where_it_stands(tmp_path: Path) -> None:
    assert find_corpora(tmp_path) == []
    for place in (tmp_path, tmp_path / "bench"):
        (place / "isaf").mkdir(parents=True)
        (place / "isaf/releases.jsonl").touch()
        (found,) = find_corpora(tmp_path)
        assert (found.name, found.file) == ("isaf", place / "isaf/releases.jsonl")


def test_spurious_events_may_not_rise(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path, 0.4)
    known = take_exam([corpus], {"exams": {}, "scores": {}})
    floors = raise_floors(known, list(check_corpora([corpus], known)))
    assert all(check.holds for check in check_corpora([corpus], floors))
    verdicts = {check.score: check.verdict for check in check_corpora([make_corpus(tmp_path, 0.9)], floors)}
    assert verdicts == {"found": "holds", "spurious_per_right": "RISEN"}


def test_a_changed_corpus_is_told(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path, 0.4)
    known = take_exam([corpus], {"exams": {}, "scores": {}})
    assert find_changed([corpus], known) == []
    corpus.file.write_text("[{}]", encoding="utf-8")
    assert find_changed([corpus], known) == ["own"]


def test_a_folder_is_known_by_all_its_files_and_their_names(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text/a.txt").write_text("x", encoding="utf-8")
    corpus = Corpus("own", tmp_path, lambda _: {}, ())
    first = corpus.fingerprint()
    assert corpus.fingerprint() == first
    (tmp_path / "text/a.txt").rename(tmp_path / "text/b.txt")
    renamed = corpus.fingerprint()
    (tmp_path / "text/b.txt").write_text("y", encoding="utf-8")
    assert len({first, renamed, corpus.fingerprint()}) == 3

"""The attribution scorer: brat files as it reads them, and scores that one can work out by hand."""

from __future__ import annotations

from pathlib import Path

from evals.attribution import Pair, Tally, compare, half_of, read_corpus

TEXT = "The mayor said the mill burned."
ANNOTATED = """T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 18;19 30\tthe mill burned
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""


def write_corpus(folder: Path) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "mill.txt").write_text(TEXT, encoding="utf-8")
    (folder / "text" / "nobody.txt").write_text("Nobody annotated this.", encoding="utf-8")
    (folder / "attributions" / "mill_aa.ann").write_text(ANNOTATED, encoding="utf-8")
    (folder / "attributions" / "mill_bb.ann").write_text("", encoding="utf-8")
    return folder


def test_the_first_annotator_counts_and_texts_without_one_are_left_out(tmp_path: Path) -> None:
    ((name, text, pairs),) = read_corpus(write_corpus(tmp_path))
    assert (name, text) == ("mill.txt", TEXT)
    assert pairs == [Pair(frozenset({0, 4}), frozenset({10}), frozenset({15, 19, 24}))]


def scores(wanted: list[Pair], found: list[Pair]) -> dict[str, float]:
    tally = Tally()
    compare(tally, wanted, found)
    return tally.scores()


def pair(source: set[int], content: set[int]) -> Pair:
    return Pair(frozenset(source), frozenset({99}), frozenset(content))


def test_the_same_is_all_right() -> None:
    same = [pair({1, 2}, {5, 6, 7})]
    assert scores(same, same) == {"source": 100, "cue": 100, "content": 100, "linked": 100}


def test_half_the_content_found() -> None:
    found = scores([pair({1}, {5, 6, 7, 8})], [pair({1}, {5, 6})])
    assert found["content"] == 200 * 2 / 6
    assert found["linked"] == 200 * 3 / (3 + 5)


def test_a_right_content_with_a_wrong_speaker_is_not_linked() -> None:
    found = scores([pair({1}, {5, 6})], [pair({2}, {5, 6})])
    assert found["content"] == 100
    assert found["linked"] == 0


def test_one_found_answers_one_wanted() -> None:
    wanted = [pair({1}, {5}), pair({1}, {6})]
    assert scores(wanted, [pair({1}, {5, 6})])["linked"] == 200 * 2 / (3 + 4)


def test_nothing_found_is_nothing_scored() -> None:
    assert scores([pair({1}, {5})], [])["linked"] == 0
    assert scores([], [])["source"] == 0


def test_halves_hold_still() -> None:
    assert [half_of(name) for name in ("a.txt", "b.txt", "c.txt", "d.txt")] == [1, 1, 0, 0]

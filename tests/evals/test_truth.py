"""The simulated wars: the same by seed, without bias where none is meant, and hard on rules that are left out."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

import msgspec
import pytest

from evals.truth import linking
from evals.truth.__main__ import summarise
from evals.truth.answers import TIDINGS, Answers, answer_simply
from evals.truth.baselines import BASELINES
from evals.truth.linking import fill, open_empty
from evals.truth.regimes import NEUTRAL, load_regimes, load_setting
from evals.truth.reports import Report, make_records
from evals.truth.run import make_war, run_war
from evals.truth.scores import find_interval, is_number_right, score_answers
from evals.truth.telling import Telling, Topic
from evals.truth.world import World, make_world
from tidings.events import link_events

SETTING = load_setting()
STATE, LEAGUE = SETTING.side


@pytest.mark.parametrize("regime", load_regimes())
def test_the_same_seed_gives_the_same_war(regime: str) -> None:
    assert make_war(regime, 3) == make_war(regime, 3)
    assert make_war(regime, 3) != make_war(regime, 4)


def test_the_truth_is_the_same_in_every_regime() -> None:
    worlds = [make_war(regime, 5)[0] for regime in load_regimes()]
    assert all(world == make_world(SETTING, 5) for world in worlds)


def test_a_place_changes_hands_between_the_sides() -> None:
    world = make_world(SETTING, 1)
    assert len(world.changes) == SETTING.changes
    for change in world.changes:
        assert world.holder(change.place, change.day - 1) == SETTING.foe(change.gainer)
        assert world.holder(change.place, change.day) == change.gainer


def side_of(report: Report) -> str | None:
    """The side that speaks."""
    told = report.telling
    owners = [side.id for side in SETTING.side if told.speaker in side.speakers]
    voices = [side.id for side in SETTING.side if told.speaker is None and told.outlet in side.outlets]
    return next(iter([*owners, *voices]), None)


def test_neutral_is_without_bias_and_copies() -> None:
    off: dict[bool, list[float]] = {True: [], False: []}
    for seed in range(10):
        _, topics, reports = make_war(NEUTRAL, seed)
        by_number = {topic.number: topic for topic in topics}
        assert not any(report.is_copy for report in reports)
        told = [(by_number[r.telling.topic], r) for r in reports if r.telling.topic in by_number]
        # no side denies what it lost
        assert not any(topic.is_so and not r.telling.affirms and side_of(r) for topic, r in told)
        # and none counts otherwise of itself than of the other
        for topic, report in told:
            if topic.killed is not None and (speaker := side_of(report)):
                is_own = (speaker == topic.side.id) == (topic.of == "civilians")
                off[is_own].append((report.telling.killed or 0) / topic.killed)
    assert {is_own: fmean(found) for is_own, found in off.items()} == pytest.approx({True: 1, False: 1}, abs=0.05)


def test_partisan_boasts_denies_and_swells() -> None:
    _, topics, reports = make_war("partisan", 0)
    by_number = {topic.number: topic for topic in topics}
    told = [(by_number[r.telling.topic], r) for r in reports if r.telling.topic in by_number]
    assert any(not topic.is_so and r.telling.affirms and side_of(r) == topic.side.id for topic, r in told)
    assert any(topic.is_so and not r.telling.affirms and side_of(r) for topic, r in told)
    assert any((r.telling.killed or 0) > 1.4 * topic.killed for topic, r in told if topic.killed)
    assert any(report.is_copy for report in reports)


def report(number: int, topic: int, *, affirms: bool = True, killed: int | None = None) -> Report:
    of = "civilians" if killed else None
    telling = Telling(topic, "Arlen", LEAGUE, affirms, 12, 12 + number, "Evening Bell", "residents", of, killed)
    return Report(telling, "Evening Bell", 12 + number, number, ("A sentence.",))


def test_baselines_answer_as_they_are_named() -> None:
    topics = [
        Topic(0, "Arlen", 12, LEAGUE),
        Topic(1, "Arlen", 12, LEAGUE, of="civilians", killed=9),
    ]
    reports = [
        report(0, 0),
        *(report(number, 0, affirms=False) for number in (1, 2)),
        *(report(number, 1, killed=killed) for number, killed in ((0, 4), (1, 30), (2, 8))),
    ]
    world = World({"Arlen": STATE}, [], [])
    found = {name: answer_simply(name, topics, reports, world) for name in BASELINES}
    assert {name: (a.so[0], a.holds["Arlen"], a.killed[1]) for name, a in found.items()} == {
        "majority vote": (False, STATE.id, 8),
        "latest wins": (False, STATE.id, 8),
        "largest number": (True, LEAGUE.id, 30),
        "first report": (True, LEAGUE.id, 4),
    }


@pytest.mark.parametrize(
    ("killed", "between", "right"),
    [(10, None, True), (12, None, True), (13, None, False), (None, (8, 16), True), (None, (8, 17), False)],
)
def test_a_number_is_right_within_a_fifth_and_a_range_when_it_is_not_wide(
    killed: float | None, between: tuple[float, float] | None, right: bool
) -> None:
    topic = Topic(1, "Arlen", 12, LEAGUE, of="civilians", killed=10)
    answers = Answers(killed={} if killed is None else {1: killed}, ranges={} if between is None else {1: between})
    assert is_number_right(answers, topic) is right


def test_what_is_not_answered_is_not_right() -> None:
    world, topics, _ = make_war(NEUTRAL, 0)
    scores = score_answers(Answers(), topics, world, SETTING)
    false = [topic for topic in topics if topic.of is None and not topic.is_so]
    told = [topic for topic in topics if topic.of is None]
    assert (scores["holder"], scores["figure"]) == (0, 0)
    assert scores["change"] == pytest.approx(100 * len(false) / len(told))


def test_an_interval_holds_its_mean_and_narrows() -> None:
    few, many = [find_interval([40.0, 60.0] * times) for times in (3, 30)]
    assert few.low < few.mean == 50 < few.high
    assert many.high - many.low < few.high - few.low


def test_the_mark_is_met_only_where_intervals_are_apart() -> None:
    def war(ours: float, theirs: float) -> dict[str, dict[str, float]]:
        parts = ("score", "holder", "change", "figure")
        return {name: dict.fromkeys(parts, ours if name == TIDINGS else theirs) for name in (TIDINGS, *BASELINES)}

    assert summarise("partisan", [war(60, 50), war(64, 52)])["met"]
    assert not summarise("partisan", [war(60, 50), war(64, 62)])["met"]
    assert summarise(NEUTRAL, [war(60, 60.9)])["met"]
    assert not summarise(NEUTRAL, [war(60, 61.1)])["met"]


@pytest.fixture(scope="module")
def partisan() -> Iterator[dict[str, dict[str, float]]]:
    yield run_war("partisan", 1)


def test_a_war_goes_through_the_whole_of_linking(partisan: dict[str, dict[str, float]]) -> None:
    assert set(partisan) == {TIDINGS, *BASELINES}
    assert partisan[TIDINGS]["score"] > 50


def test_who_ignores_interest_does_worse_where_sides_boast(
    partisan: dict[str, dict[str, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve = linking.resolve
    monkeypatch.setattr(
        linking,
        "resolve",
        lambda document, claim: msgspec.structs.replace(
            resolve(document, claim), interest="unknown", against_interest=None
        ),
    )
    blind = run_war("partisan", 1)
    assert blind[TIDINGS]["score"] < partisan[TIDINGS]["score"] - 5


def test_reprints_are_found_by_their_text() -> None:
    _, _, reports = make_war("copying", 0)
    some = [r for r in reports if r.published < 30]
    store = open_empty()
    fill(store.connection, (make_records(r, SETTING) for r in some), SETTING)
    link_events(store.connection)
    found = {row[0] for row in store.connection.execute("SELECT document_id FROM copies").fetchall()}
    copies = {f"doc-{r.number:05}" for r in some if r.is_copy}
    # of two that came out on one day either may count as the original
    assert len(found & copies) > 0.8 * len(copies)
    assert len(found) <= len(copies)

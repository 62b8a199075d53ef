"""One war in one regime: made, told, linked, asked."""

from __future__ import annotations

from collections.abc import Callable

import duckdb

from evals.truth.answers import TIDINGS, Answers, answer_by_tidings, answer_simply
from evals.truth.baselines import BASELINES
from evals.truth.linking import link_reports
from evals.truth.regimes import Setting, load_regimes, load_setting
from evals.truth.reports import Report, print_reports
from evals.truth.scores import score_answers
from evals.truth.telling import Tellers, Topic
from evals.truth.world import World, make_world

Link = Callable[[list[Report], World, Setting], duckdb.DuckDBPyConnection]
Scores = dict[str, dict[str, float]]


def make_war(regime_name: str, seed: int) -> tuple[World, list[Topic], list[Report]]:
    """What is so, what it is asked of, and the reports."""
    setting, regime = load_setting(), load_regimes()[regime_name]
    world = make_world(setting, seed)
    tellers = Tellers(setting, regime, world, seed)
    tellings = tellers.tell()
    told = {telling.topic for telling in tellings if telling.affirms}
    topics = [topic for topic in tellers.topics if topic.number in told]
    return world, topics, print_reports(tellings, setting, regime, seed)


def run_war(regime_name: str, seed: int, link: Link = link_reports) -> Scores:
    """The scores of tidings and of each baseline."""
    setting = load_setting()
    world, topics, reports = make_war(regime_name, seed)
    answers: dict[str, Answers] = {name: answer_simply(name, topics, reports, world) for name in BASELINES}
    with link(reports, world, setting) as connection:
        answers[TIDINGS] = answer_by_tidings(connection, topics, setting)
    return {name: score_answers(found, topics, world, setting) for name, found in answers.items()}

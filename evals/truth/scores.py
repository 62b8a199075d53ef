"""How much of what is asked is answered rightly, and how sure that is over many seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

from evals.truth.answers import Answers
from evals.truth.regimes import Setting
from evals.truth.telling import Topic
from evals.truth.world import World

PARTS = ("holder", "change", "figure")  # the score is their mean
OFF = 0.2  # a number this far off, or by one, is right
WIDE = 2  # a range up to so many times its low is an answer
RESAMPLES = 2000
BOUNDS = (0.025, 0.975)


@dataclass(frozen=True)
class Interval:
    """A mean over seeds and the bounds of its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.1f} [{self.low:.1f}, {self.high:.1f}]"


def score_answers(answers: Answers, topics: Sequence[Topic], world: World, setting: Setting) -> dict[str, float]:
    """In percent: places whose holder is right, told changes judged rightly, numbers that are right, and their mean."""
    changes = [topic for topic in topics if topic.of is None]
    harms = [topic for topic in topics if topic.of is not None]
    held = [answers.holds.get(place) == world.holder(place, setting.asked).id for place in setting.places]
    scores = {
        "holder": 100 * fmean(held),
        "change": 100 * fmean(answers.so.get(topic.number, False) == topic.is_so for topic in changes),
        "figure": 100 * fmean(is_number_right(answers, topic) for topic in harms),
    }
    return {**scores, "score": fmean(scores.values())}


def is_number_right(answers: Answers, topic: Topic) -> bool:
    """A number near the truth; where none is given, a range around it that is not wide."""
    truth = topic.killed or 0
    if topic.number in answers.killed:
        return abs(answers.killed[topic.number] - truth) <= max(1, OFF * truth)
    if topic.number in answers.ranges:
        low, high = answers.ranges[topic.number]
        return low <= truth <= high <= WIDE * low
    return False


def find_interval(values: Sequence[float]) -> Interval:
    """The mean of one value a seed, and the bounds between which it lies when seeds are drawn anew."""
    random = Random(len(values))
    means = sorted(fmean(random.choices(values, k=len(values))) for _ in range(RESAMPLES))
    low, high = (means[round(bound * (RESAMPLES - 1))] for bound in BOUNDS)
    return Interval(fmean(values), low, high)


def compare(scores: Mapping[str, Sequence[float]], name: str) -> dict[str, Interval]:
    """By how much the one named is better than each other, seed by seed."""
    return {
        other: find_interval([ours - theirs for ours, theirs in zip(scores[name], values, strict=True)])
        for other, values in scores.items()
        if other != name
    }

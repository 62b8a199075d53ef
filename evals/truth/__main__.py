"""Score tidings and simple readers on simulated wars whose truth is known.

    .venv/bin/python -m evals.truth [--seeds N] [--first N] [--regime NAME ...] [--json]

Prints, for each regime, the share of what is asked that each answers rightly, over so many seeds (40), with 95 %
intervals, and by how much tidings is better. docs/theory/truth.md tells what is simulated and how it comes out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from typing import Any

from evals.truth.answers import TIDINGS
from evals.truth.baselines import BASELINES
from evals.truth.regimes import NEUTRAL, load_regimes
from evals.truth.run import Scores, run_war
from evals.truth.scores import PARTS, Interval, compare, find_interval

SEEDS = 40
WITHIN = 1.0  # points that tidings may be behind the best in the neutral regime
READERS = (TIDINGS, *BASELINES)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=SEEDS, metavar="N", help=f"how many wars a regime ({SEEDS})")
    parser.add_argument(
        "--first", type=int, default=0, metavar="N", help="the first seed (0); rules are worked on with others"
    )
    parser.add_argument("--regime", action="append", choices=list(load_regimes()), help="only this one")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args(arguments)
    seeds = range(asked.first, asked.first + asked.seeds)
    results = {}
    for regime in asked.regime or load_regimes():
        results[regime] = summarise(regime, [run_war(regime, seed) for seed in seeds])
        if not asked.json:
            print_regime(regime, results[regime])
    if asked.json:
        print(json.dumps(results))


def summarise(regime: str, wars: Sequence[Scores]) -> dict[str, Any]:
    """Means and intervals of each reader, of what tidings is ahead, and whether the mark is met."""
    by_part = {part: {name: [war[name][part] for war in wars] for name in READERS} for part in ("score", *PARTS)}
    ours = find_interval(by_part["score"][TIDINGS])
    others = {name: find_interval(by_part["score"][name]) for name in BASELINES}
    best = max(interval.mean for interval in others.values())
    is_met = ours.mean >= best - WITHIN if regime == NEUTRAL else all(ours.low > one.high for one in others.values())
    return {
        "seeds": len(wars),
        "met": is_met,
        **{
            part: {name: _listed(find_interval(values)) for name, values in scores.items()}
            for part, scores in by_part.items()
        },
        "ahead": {
            part: {name: _listed(found) for name, found in compare(scores, TIDINGS).items()}
            for part, scores in by_part.items()
        },
    }


def _listed(interval: Interval) -> list[float]:
    return [round(bound, 2) for bound in (interval.mean, interval.low, interval.high)]


def print_regime(regime: str, result: Mapping[str, Any]) -> None:
    """A table: a line for each reader."""
    print(f"{regime}: {load_regimes()[regime].meaning} (mark {'met' if result['met'] else 'NOT met'})")
    print(f"  {'':16}{'score':>22}{'tidings ahead by':>24}" + "".join(f"{part:>9}" for part in PARTS))
    for name in READERS:
        parts = "".join(f"{result[part][name][0]:>9.1f}" for part in PARTS)
        ahead = "" if name == TIDINGS else _told(result["ahead"]["score"][name], "+")
        print(f"  {name:16}{_told(result['score'][name]):>22}{ahead:>24}{parts}", flush=True)


def _told(listed: Sequence[float], sign: str = "") -> str:
    return "{:{s}.1f} [{:{s}.1f}, {:{s}.1f}]".format(*listed, s=sign)


if __name__ == "__main__":
    main()

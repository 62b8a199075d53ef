"""Scores of predicted claims against gold claims: recall, precision and F1 of finding them and of getting them right.

A prediction is paired with at most one gold claim, by act and span alone (evals/pairing.py). `found` counts pairs,
`exact_act` those with the same act, `whole_claim` those with everything right that makes a claim usable.
`not_asserted` and `not_happened` do the same for denials and doubts, and for planned and possible acts.
`stored_as_happened` is the error that does harm: the share of gold claims that are denied, doubted, planned or
possible, and that were read as having happened; `stored_not_found` beside it is the share that was not read at all,
and `found_as_happened` the share of those that were read at all, so that nothing is won by reading less.

Everything is counted document by document, so that the documents can be drawn again for an interval.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.pairing import FIELDS, Row, is_whole, pair_claims

PLAIN = {"not_asserted": ("stance", ("asserts",)), "not_happened": ("certainty", ("happened", "ongoing"))}
STATED = ("period", "figures", "speaker", "hedged")
SCORES = ("found", "exact_act", "whole_claim", "not_asserted", "not_happened")
DRAWS = 1000
SEED = 1848

Tally = Counter[str]


def score_claims(gold: Iterable[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """All scores over the documents that gold names; predictions on other documents are left out."""
    return add_up(tally_documents(gold, predicted).values())


def tally_documents(gold: Iterable[Row], predicted: Iterable[Row]) -> dict[str, Tally]:
    """What was right and wrong in each document, in order of their names."""
    gold_by_doc: defaultdict[str, list[Row]] = defaultdict(list)
    predicted_by_doc: defaultdict[str, list[Row]] = defaultdict(list)
    for row in gold:
        gold_by_doc[row["doc"]].append(row)
    for row in predicted:
        predicted_by_doc[row["doc"]].append(row)
    return {doc: tally_document(gold_by_doc[doc], predicted_by_doc[doc]) for doc in sorted(gold_by_doc)}


def tally_document(gold: Sequence[Row], predicted: Sequence[Row]) -> Tally:
    """The counts of one document."""
    pairs, repeats = pair_claims(gold, predicted)
    tally = Tally(documents=1, gold=len(gold), predicted=len(predicted), repeats=len(repeats), found=len(pairs))
    for i, j in pairs.items():
        tally.update(_tally_pair(gold[i], predicted[j]))
    for name in PLAIN:
        tally[f"{name}:gold"] = sum(_is_marked(row, name) for row in gold)
        tally[f"{name}:predicted"] = sum(_is_marked(row, name) for j, row in enumerate(predicted) if j not in repeats)
    tally["unreal"] = sum(_is_unreal(row) for row in gold)
    tally["unreal:unfound"] = sum(_is_unreal(row) for i, row in enumerate(gold) if i not in pairs)
    return tally


def _tally_pair(gold: Row, predicted: Row) -> Tally:
    right = {field for field, agrees in FIELDS.items() if agrees(gold, predicted)}
    tally = Tally({f"right:{field}": 1 for field in right})
    tally["exact_act"] = "act" in right
    tally["whole_claim"] = is_whole(gold, predicted)
    for field in STATED:
        if _states(gold, field):
            tally[f"stated:{field}"] = 1
            tally[f"recalled:{field}"] = field in right
    for name, (field, _) in PLAIN.items():
        tally[name] = _is_marked(gold, name) and gold[field] == predicted.get(field)
    tally["unreal:happened"] = _is_unreal(gold) and not _is_unreal(predicted)
    return tally


def _states(row: Row, field: str) -> bool:
    if field == "period":
        return bool(row.get("first") or row.get("last"))
    return bool(row.get({"figures": "counts", "speaker": "said_by"}.get(field, field)))


def _is_marked(row: Row, name: str) -> bool:
    field, plain = PLAIN[name]
    return row.get(field) not in plain


def _is_unreal(row: Row) -> bool:
    """Whether the row does not say that something is or was so: denied, doubted, planned or possible."""
    return any(_is_marked(row, name) for name in PLAIN)


def add_up(tallies: Iterable[Tally]) -> dict[str, Any]:
    """The scores, in percent, of documents taken together."""
    total = Tally()
    for tally in tallies:
        total.update(tally)
    size = {"gold": total["gold"], "predicted": total["predicted"] - total["repeats"]}
    return {
        **{key: total[key] for key in ("documents", "gold", "predicted", "repeats")},
        **{name: _f1(total[name], size["gold"], size["predicted"]) for name in ("found", "exact_act", "whole_claim")},
        "fields": {field: _percent(total[f"right:{field}"], total["found"]) for field in FIELDS},
        "where_stated": {field: _percent(total[f"recalled:{field}"], total[f"stated:{field}"]) for field in STATED},
        **{name: _f1(total[name], total[f"{name}:gold"], total[f"{name}:predicted"]) for name in PLAIN},
        "rests_on": {**{name: total[f"{name}:gold"] for name in PLAIN}, "found_as_happened": total["unreal"]},
        "stored_as_happened": _percent(total["unreal:happened"], total["unreal"]),
        "stored_not_found": _percent(total["unreal:unfound"], total["unreal"]),
        "found_as_happened": _percent(total["unreal:happened"], total["unreal"] - total["unreal:unfound"]),
    }


def _f1(right: int, gold: int, predicted: int) -> dict[str, float]:
    recall = right / gold if gold else 0.0
    precision = right / predicted if predicted else 0.0
    both = 2 * recall * precision / (recall + precision) if right else 0.0
    return {"recall": round(100 * recall, 1), "precision": round(100 * precision, 1), "f1": round(100 * both, 1)}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def draw_intervals(tallies: Mapping[str, Tally], draws: int = DRAWS) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each score when the documents are drawn again with replacement; the same on every run."""
    lottery = random.Random(SEED)
    documents = [_numerators(tally) for tally in tallies.values()]
    if not documents:
        return {}
    drawn: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(draws):
        scores = add_up(lottery.choices(documents, k=len(documents)))
        for name in SCORES:
            drawn[name].append(scores[name]["f1"])
        drawn["stored_as_happened"].append(scores["stored_as_happened"])
    return {name: _middle(values) for name, values in drawn.items()}


def _numerators(tally: Tally) -> Tally:
    """The tally without what no interval is drawn for."""
    return Tally({key: n for key, n in tally.items() if not key.startswith(("right:", "stated:", "recalled:"))})


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered))]

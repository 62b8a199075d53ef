"""Which predicted claim answers which gold claim, by act and span alone, and in which fields the two agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evals.names import names_agree

Row = Mapping[str, Any]
"""A claim as a row of JSON, with the keys of docs/claims.md and `doc`."""

LONGEST = 400  # a predicted span longer than this, in characters, is wrong
REPEATS = 2  # so often may a gold claim be said again without a false claim being counted
EXACT = 2.5

# Pairs of acts that count as the exact act: gold was written before the finer names.
SAME = frozenset(
    frozenset(pair.split())
    for pair in (
        "fight.airstrike fight.strike",
        "fight.shelling fight.strike",
        "fight.bombing fight.strike",
        "protest.hold fight.riot",
        "fight.clash fight.riot",
        "harm.abuse harm.trap",
        "displace.flee displace.expel",
        "aid.deliver aid.block",
        "talk.break talk.violate",
        "harm.detain law.charge",
        "say.accuse law.charge",
    )
)
# Pairs of acts of two families that may still answer each other.
ALIKE = frozenset(
    frozenset(pair.split())
    for pair in (
        "destroy.property fight.riot",
        "territory.withdraw force.withdraw",
    )
)


def act_score(gold: str, predicted: str) -> float:
    """3 for the act itself, 2.5 for one that counts as it, 1 for one of its family or alike, else 0."""
    if gold == predicted:
        return 3
    pair = frozenset((gold, predicted))
    if pair in SAME:
        return EXACT
    return 1 if _family(gold) == _family(predicted) or pair in ALIKE else 0


def _family(act: str) -> str:
    return act.partition(".")[0]


def pair_score(gold: Row, predicted: Row) -> float:
    """How well a prediction answers a gold claim; 0 where it cannot."""
    overlap = min(gold["end"], predicted["end"]) - max(gold["start"], predicted["start"])
    if overlap <= 0 or _length(predicted) > LONGEST:
        return 0
    shorter, longer = sorted((_length(gold), _length(predicted)))
    act = act_score(gold["act"], predicted["act"])
    if act == 0 or overlap < 0.5 * max(1, shorter):
        return 0
    return act + float(overlap / max(1, longer))


def _length(row: Row) -> int:
    return int(row["end"] - row["start"])


def pair_claims(gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[dict[int, int], set[int]]:
    """Best first: gold index -> predicted index, and the predictions that only say a paired one again."""
    options = _options(gold, predicted)
    predicted_by_gold: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in options:
        if i not in predicted_by_gold and j not in taken:
            predicted_by_gold[i] = j
            taken.add(j)
    repeats: set[int] = set()
    again: Counter[int] = Counter()
    for i, j in options:
        if j in taken or j in repeats or i not in predicted_by_gold or again[i] == REPEATS:
            continue
        if is_whole(predicted[predicted_by_gold[i]], predicted[j]):
            repeats.add(j)
            again[i] += 1
    return predicted_by_gold, repeats


def _options(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """All pairs that may answer each other, best first; of equals, the earlier gold claim, then prediction."""
    scored = ((pair_score(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    return [(-i, -j) for score, i, j in sorted(scored, reverse=True) if score > 0]


WHAT = {
    "person": "people",
    "fighter": "fighters",
    "soldiers": "people",
    "civilians": "people",
    "dead": "killed",
    "wounded": "injured",
}


def counts_agree(gold: Row, predicted: Row) -> bool:
    """The same figures, each with its kind, low and high; nothing missing, nothing extra."""
    return _figures(gold) == _figures(predicted)


def _figures(row: Row) -> Counter[tuple[str, Any, Any]]:
    figures: Counter[tuple[str, Any, Any]] = Counter()
    for count in row.get("counts") or []:
        what = str(count.get("what") or "").lower()
        figures[WHAT.get(what, what), count.get("low"), count.get("high")] += 1
    return figures


def chain_agrees(gold: Row, predicted: Row) -> bool:
    """The whole chain of speakers, link by link."""
    wanted, given = gold.get("said_by") or [], predicted.get("said_by") or []
    return len(wanted) == len(given) and all(map(names_agree, wanted, given))


def speaker_agrees(gold: Row, predicted: Row) -> bool:
    """The last speaker, who is the one who says it."""
    wanted, given = gold.get("said_by") or [], predicted.get("said_by") or []
    if not wanted or not given:
        return not wanted and not given
    return names_agree(wanted[-1], given[-1])


def _same_names(field: str) -> Callable[[Row, Row], bool]:
    return lambda gold, predicted: names_agree(gold.get(field), predicted.get(field))


FIELDS: dict[str, Callable[[Row, Row], bool]] = {
    "act": lambda gold, predicted: act_score(gold["act"], predicted["act"]) >= EXACT,
    "actor": _same_names("actor"),
    "target": _same_names("target"),
    "place": _same_names("place"),
    "period": lambda gold, predicted: (
        (gold.get("first"), gold.get("last")) == (predicted.get("first"), predicted.get("last"))
    ),
    "figures": counts_agree,
    "speaker": speaker_agrees,
    "chain": chain_agrees,
    "stance": lambda gold, predicted: gold["stance"] == predicted.get("stance"),
    "certainty": lambda gold, predicted: gold["certainty"] == predicted.get("certainty"),
    "hedged": lambda gold, predicted: bool(gold.get("hedged")) == bool(predicted.get("hedged")),
}
WHOLE = ("act", "actor", "place", "period", "figures", "speaker", "stance", "certainty")


def is_whole(gold: Row, predicted: Row) -> bool:
    """Whether all that makes a claim usable is right."""
    return all(FIELDS[field](gold, predicted) for field in WHOLE)


def wrong_fields(gold: Row, predicted: Row) -> Iterator[str]:
    return (field for field, agrees in FIELDS.items() if not agrees(gold, predicted))

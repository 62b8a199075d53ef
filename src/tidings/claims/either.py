"""Harm that one figure tells of in two ways and does not tell apart.

"300 people either lost their lives or were injured" are casualties, and so are "30 killed and wounded"; of "40 rebels
were killed or captured" up to 40 were killed and up to 40 captured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Parse

KILLED, INJURED, CASUALTIES = "harm.kill", "harm.injure", "harm.casualties"
COUNTED: Mapping[str, str] = {
    KILLED: "killed",
    INJURED: "injured",
    "harm.detain": "detained",
    "harm.abduct": "abducted",
    "force.surrender": "surrendered",
}
RULE = "figures.either"
SEVERAL = 3


def join_alternatives(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, with one of casualties in place of killing and injury that one figure is told of."""
    told = list(drafts)
    left_out: set[int] = set()
    for n, draft in enumerate(told):
        if n in left_out:
            continue
        parse = report.sentences[draft.at].parse
        other = next((k for k in range(len(told)) if k > n and _are_either(draft, told[k], parse)), None)
        if other is None:
            yield draft
            continue
        left_out.add(other)
        counts = tuple(replace(c, what="casualties") for c in draft.counts)
        row = replace(draft.row, act=CASUALTIES, key=f"{draft.row.key} or {told[other].row.key}")
        yield change(draft, row.made_by, RULE, row=row, counts=counts, end=max(draft.end, told[other].end))


def _are_either(one: Draft, other: Draft, parse: Parse) -> bool:
    if one.at != other.at or {one.act, other.act} != {KILLED, INJURED} or one.said_by != other.said_by:
        return False
    figures = _figures(one)
    return bool(figures) and figures == _figures(other) and not _is_vague(figures) and _are_joined(one, other, parse)


def share_figures(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, with no more than "up to" a figure for acts of which it is told together: "killed or captured"."""
    told = list(drafts)
    counted = [draft for draft in told if draft.act in COUNTED]
    for draft in told:
        parse = report.sentences[draft.at].parse
        rest = [other for other in counted if other.at == draft.at and _is_other_way(draft, other, parse)]
        yield _at_most(draft, rest) if rest else draft


def _at_most(draft: Draft, rest: Sequence[Draft]) -> Draft:
    counts = draft.counts or next((other.counts for other in rest if other.counts), ())
    shared = tuple(replace(c, what=COUNTED[draft.act], low=None) for c in counts if c.what in COUNTED.values())
    kept = tuple(c for c in draft.counts if c.what not in COUNTED.values())
    target = draft.target or next((other.target for other in rest if other.target), ())
    return change(draft, RULE, counts=(*shared, *kept), target=target)


def _is_other_way(one: Draft, other: Draft, parse: Parse) -> bool:
    """Whether two acts are told of the same people, this or that, and one figure stands for both."""
    if one.act == other.act or not {one.act, other.act} <= COUNTED.keys() or one.said_by != other.said_by:
        return False
    figures = _figures(one), _figures(other)
    if not any(figures) or not _are_joined(one, other, parse):
        return False
    if all(figures):
        return figures[0] == figures[1] and not _is_vague(figures[0])
    # "killed or captured 40 rebels": the first verb has neither object nor figure of its own
    bare, told = (one, figures[1]) if figures[1] else (other, figures[0])
    return not bare.target and bare.act != INJURED and not _is_vague(told)


def _figures(draft: Draft) -> set[tuple[float | None, float | None]]:
    """The bounds that are told of those harmed."""
    return {(c.low, c.high) for c in draft.counts if c.what in COUNTED.values()}


def _is_vague(figures: set[tuple[float | None, float | None]]) -> bool:
    """ "Several" and "civilians" may well have suffered each."""
    return any(high is None and (low or 0) <= SEVERAL for low, high in figures)


def _are_joined(one: Draft, other: Draft, parse: Parse) -> bool:
    """Whether two acts stand in one list that "or" closes, or "and" where nobody can suffer both and none is counted.

    "Killed, wounded or captured", "30 were killed and wounded"; but "ten were beaten and arrested", "5 were killed and
    5 wounded".
    """
    first, last = sorted((one, other), key=lambda draft: draft.head)
    top = _top(parse, first.head)
    if top != _top(parse, last.head):
        return False
    between = parse.words[first.head + 1 : last.head]
    joints = {w.lower for w in between if w.dependency == "cc" and _top(parse, w.head) == top}
    return "or" in joints or ("and" in joints and first.act == KILLED and not any(w.tag == "CD" for w in between))


def _top(parse: Parse, i: int) -> int:
    """The first word of the list that a word is joined to."""
    while parse.words[i].dependency == "conj":
        i = parse.words[i].head
    return i

"""Whom an act hurt, where the sentence says it beside another act.

"31 gunmen were killed and 12 wounded": the twelve are gunmen too. "Six policemen died in an ambush", "attacks that have
killed villagers": whom the attack hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Parse

# Acts that are told by whom they hurt; a clash hurts either side.
HURTING = (
    "fight.attack", "fight.airstrike", "fight.shelling", "fight.bombing", "fight.suicide_bombing", "fight.strike",
    "fight.chemical",
)  # fmt: skip
HURT = ("harm.kill", "harm.injure", "harm.casualties")
ALIKE = (*HURT, "harm.detain", "harm.abduct")
COORDINATED = frozenset({"conj", "acl", "dobj", "nsubjpass", "nsubj", "parataxis"})
SAME_KIND = frozenset({"other", "another", "more", "further"})  # "12 others": of those told before
BESIDE = ("in", "during", "by", "from", "subject")


def share_victims(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts with whom they hurt, where another act of the same sentence names them."""
    for at, beside in groupby(drafts, key=lambda draft: draft.at):
        parse = report.sentences[at].parse
        told: list[Draft] = []
        for draft in beside:
            told.append(_as_before(draft, told, parse))
        yield from (_whom_it_hurt(draft, told) for draft in told)


def _as_before(draft: Draft, told: list[Draft], parse: Parse) -> Draft:
    """The draft with the victims of the one coordinated before it, where it only counts its own."""
    if draft.target or not draft.act.startswith(ALIKE) or not _only_counts(draft, parse):
        return draft
    before = next((d for d in reversed(told) if d.act.startswith(ALIKE) and d.head < draft.head), None)
    if before is None or not before.target or not _is_coordinated(parse, before.head, draft.head):
        return draft
    return change(draft, "victims.as_before", target=before.target)


def _only_counts(draft: Draft, parse: Parse) -> bool:
    """Whether a number, alone or with "others", stands for those hurt."""
    hurt = [i for slot in draft.row.target for i in draft.arguments.get(slot, ())]
    words = [parse.words[i] for i in hurt]
    if not words:  # "12 wounded": the trigger is number and harm alone
        inside = [w for w in parse.words if draft.mention.start <= w.start and w.end <= draft.mention.end]
        return any(w.tag == "CD" for w in inside) and not any(w.pos in ("NOUN", "PROPN") for w in inside)
    return all(w.tag == "CD" or w.lemma in SAME_KIND for w in words)


def _is_coordinated(parse: Parse, first: int, second: int) -> bool:
    """Whether two acts stand side by side, with no full stop of a kind between them."""
    if any(word.text in (";", ":", "but", "while") for word in parse.words[first:second]):
        return False
    i = second
    while parse.words[i].dependency in COORDINATED and parse.words[i].head != i:
        i = parse.words[i].head
        if i == first:
            return True
    return False


def _whom_it_hurt(draft: Draft, told: list[Draft]) -> Draft:
    if draft.target or not draft.act.startswith(HURTING):
        return draft
    for harm in told:
        if not harm.act.startswith(HURT) or not harm.target or harm.certainty != draft.certainty:
            continue
        caused = any(draft.head in harm.arguments.get(slot, ()) for slot in BESIDE)
        if caused and not set(harm.target) & set(draft.actor):
            return change(draft, "victims.of_attack", target=harm.target)
    return draft

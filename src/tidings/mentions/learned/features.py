"""What the model is told of a word and of an act that it may tell, by name: `object:place`, `unmet:empty`, `before`.

Names keep the model readable: `weights.json` says by which of them its trees decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tidings.lexicons.act_rows import Condition
from tidings.lexicons.acts import ActLexicon
from tidings.lexicons.scope import scope_words
from tidings.mentions.learned.around import Around
from tidings.mentions.learned.near import Near, NearWord
from tidings.records import Parse, ParsedSentence, Word
from tidings.syntax import ancestors, subtree

SLOTS = ("subject", "object", "of", "governor")
ARTICLES = frozenset({"no", "the", "a", "an", "this", "that", "any"})
POINTING = frozenset({"PRP", "WP", "DT"})
NAMED = frozenset({"ORG", "NORP", "GPE", "PERSON"})
LONG = 40  # words of a long sentence
DEEP = 6

Features = dict[str, float]


def describe_word(parsed: ParsedSentence, near: NearWord, lexicon: ActLexicon) -> Features:
    """What is the same for all acts that a word may tell: its form, its slots, and what stands above it."""
    parse = parsed.parse
    found = dict.fromkeys(_form(parse, near.head), 1.0)
    found.update(dict.fromkeys(_in_slots(parse, near, lexicon), 1.0))
    found.update((f"own:{name}", 1.0) for name in lexicon.classes.of(parse, near.head))
    found.update(dict.fromkeys(_above(parse, near.head), 1.0))
    found[f"kind={parsed.sentence.kind}"] = 1.0
    found["length"] = len(parse.words) / LONG
    below = [parse.words[c] for c in subtree(parse, near.head)]
    found["numbers below"] = float(any(word.tag == "CD" for word in below))
    found["names below"] = float(any(word.entity in NAMED for word in below))
    return found


def describe_act(act: str, parse: Parse, near: NearWord, around: Around) -> Features:
    """What speaks for one act at a word: how near its row is, what the row asks in vain, what is told around."""
    row = near.by_act[act]
    distances = [other.nearness for other in near.by_act.values()]
    found: Features = {
        "nearness": row.nearness,
        "behind": row.nearness - max(distances),
        "share": row.nearness / (sum(n for n in distances if n > 0) or 1.0),
        "acts": float(len(near.by_act)),
        "rows": float(row.rows),
        "asked": float(len(row.row.when)),
        "unmet": float(len(row.unmet)),
        "shut": float(row.shut),
        "words": float(len(row.row.words)),
        "bits": row.row.weight[1],
        f"row={row.row.kind}": 1.0,
        f"family={act.partition('.')[0]}": 1.0,
    }
    found.update(dict.fromkeys(_in_vain(parse, near, row), 1.0))
    found.update((name, float(value)) for name, value in around.of(act).items())
    return found


def describe_place(
    at: int, parse: Parse, head: int, told: Counter[str], heads: frozenset[int], length: int
) -> Features:
    """Whether acts stand above or below a word, and how many its sentence and its report of `length` sentences tell."""
    return {
        "acts here": min(3, len(heads)) / 3,
        "act above": float(not heads.isdisjoint(ancestors(parse, head))),
        "act below": float(not heads.isdisjoint(subtree(parse, head))),
        "first": float(at == 0),
        "density": min(1.0, told.total() / max(1, length) / 2),
    }


def _form(parse: Parse, i: int) -> Iterator[str]:
    word = parse.words[i]
    yield from (f"pos={word.pos}", f"tag={word.tag}", f"dep={word.dependency}", f"head={parse.words[word.head].pos}")
    for c in parse.children[i]:
        below = parse.words[c]
        if below.dependency == "neg":
            yield "negated"
        elif below.tag == "MD":
            yield "modal"
        elif below.dependency == "det" and below.lower in ARTICLES:
            yield f"det={below.lower}"


def _in_slots(parse: Parse, near: NearWord, lexicon: ActLexicon) -> Iterator[str]:
    for slot in SLOTS:
        for j in near.trigger.arguments.get(slot, ()):
            word = parse.words[j]
            yield slot
            yield from (f"{slot}:{name}" for name in lexicon.classes.of(parse, j))
            if word.entity:
                yield f"{slot}:{word.entity}"
            if word.tag in POINTING:
                yield f"{slot}:pointing"


def _above(parse: Parse, i: int) -> Iterator[str]:
    """How deep a word stands, and words above it that deny, doubt or plan it."""
    way = list(ancestors(parse, i))
    yield f"depth={min(len(way), DEEP)}"
    for j in way:
        if effect := _effect(parse.words[j]):
            yield f"above={effect}"
        for c in parse.children[j]:
            if parse.words[c].dependency == "neg":
                yield "above=negation"
            elif parse.words[c].tag == "MD":
                yield "above=modal"


def _effect(word: Word) -> str | None:
    parts = (scope_words(part).get(word.lemma) for part in ("verbs", "nouns", "adjectives"))
    return next(filter(None, parts), None)


def _in_vain(parse: Parse, near: NearWord, row: Near) -> Iterator[str]:
    """Which slots hold not what the row asks for: nothing, a word that only points, or something else."""
    for condition in row.unmet:
        fillers = [parse.words[j] for slot in condition.slots for j in near.trigger.arguments.get(slot, ())]
        pointing = any(word.tag in POINTING for word in fillers)
        what = "pointing" if pointing else "other" if fillers else "empty"
        yield f"unmet:{what}"
        yield f"unmet:{_slot(condition)}:{what}"
        if any(word.entity for word in fillers):
            yield "unmet:name"


def _slot(condition: Condition) -> str:
    first = condition.slots[0]
    return first if first in ("subject", "object", "of") else "beside"

"""Where a sentence gives a figure: the grammar of counts, docs/claims.md.

One walk over the words; at each that may begin a figure the readers of readers.py are tried, and the first that answers
has the words for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from tidings.lexicons.quantities import Quantities, load_quantities
from tidings.mentions.counts.figures import Figure
from tidings.mentions.counts.nouns import Counted
from tidings.mentions.counts.readers import READERS, Finding
from tidings.mentions.counts.units import NEVER, PEOPLE
from tidings.mentions.counts.words import Words, lower_at, phrase_at, printed, visible_words
from tidings.records import Count, Mention, Parse, Word

KNOWN, GUESSED = 1.0, 0.5
# what a figure's own text takes in beyond the numeral and its bounds
WITH_UNIT = frozenset({"percent", "change_percent", "one in", "money"})


def find_counts(parse: Parse, quantities: Quantities | None = None) -> list[Mention]:
    """The figures of a sentence, in order.

    `head` is the counted noun, or the numeral where it stands alone; `start`, `end` take in quantifier, numeral and
    noun, so that a word between them ("hundreds" in "hundreds of people") leads to the same figure. `candidates` say
    how it stands to others: `part` (of a figure told before: not to be added), `more` (on top of one), `definite` ("the
    two": told before), `alone` (no noun), `respectively`. `made_by` names the rule. A score of 0.5: no known unit.
    """
    q = quantities or load_quantities()
    words = visible_words(parse)
    mentions: list[Mention] = []
    for finding in _walk(words, q):
        mention = _make_mention(words, finding, q)
        if mentions and _goes_on(words, mentions[-1], mention):
            mention = replace(mention, candidates=("part", *mention.candidates))
        mentions.append(mention)
    return mentions


def _goes_on(words: Words, before: Mention, mention: Mention) -> bool:
    """Whether a list of parts goes on: "including 12 children and three nuns"."""
    if "part" not in before.candidates or "alone" in before.candidates or "part" in mention.candidates:
        return False
    between = [word.lower for word in words if before.end <= word.start < mention.start]
    return between in (["and"], [","], [",", "and"])


def _walk(words: Words, q: Quantities) -> Iterator[Finding]:
    p = 0
    while p < len(words):
        finding = _read(words, p, q) if _may_begin(words[p], q) else None
        if finding is None:
            p += 1
            continue
        if finding.counted.unit.what != NEVER:
            yield finding
        p = max(finding.figure.last, p if _shares_noun(words, finding) else finding.counted.last, p) + 1


def _shares_noun(words: Words, finding: Finding) -> bool:
    """Whether the next figure of a list shares the noun: "three and five people in Bo and Kenema respectively"."""
    return bool(_lists(words, finding.figure)) and lower_at(words, finding.figure.last + 1) in ("and", ",", "&")


def _may_begin(word: Word, q: Quantities) -> bool:
    text = word.text
    return text[0].isdigit() or text[0] == "." or text.lower() in q.starters


def _read(words: Words, p: int, q: Quantities) -> Finding | None:
    return next((found for reader in READERS if (found := reader(words, p, q)) is not None), None)


def _make_mention(words: Words, finding: Finding, q: Quantities) -> Mention:
    figure, counted = finding.figure, finding.counted
    first, standing = _standing(words, figure, q)
    what, last = _rate(words, counted, max(counted.last, figure.last), q)
    noun = counted.noun if counted.noun is not None else figure.last_number
    text_last = counted.last if finding.rule in WITH_UNIT else figure.last
    count = Count(
        what=what,
        low=finding.low,
        high=finding.high,
        of=counted.unit.of,
        about=figure.about,
        out_of=finding.out_of,
        text=printed(words, figure.first, text_last),
    )
    is_told_before = "definite" in standing and counted.is_alone
    own = () if is_told_before else counted.flags  # "the two were brothers" is no part
    flags = (*finding.flags, *own, *standing, *_lists(words, figure), *_alone(counted))
    return Mention(
        kind="count",
        start=words[first].start,
        end=words[last].end,
        head=words[noun].index,
        means=count,
        candidates=tuple(dict.fromkeys(flags)),
        score=KNOWN if counted.unit.is_known else GUESSED,
        made_by=f"counts.{finding.rule.replace(' ', '_')}",
    )


def _alone(counted: Counted) -> tuple[str, ...]:
    """ "Killed 12": a figure without a noun, which the act has to tell what it counts."""
    is_alone = counted.is_alone and counted.unit.what == PEOPLE and not counted.unit.is_state
    return ("alone",) if is_alone else ()


def _standing(words: Words, figure: Figure, q: Quantities) -> tuple[int, tuple[str, ...]]:
    """Where the figure's phrase begins, and how the words before it set it beside other figures."""
    standing, first, flags = q.table.standing, figure.first, []
    while first > 0:
        before = lower_at(words, first - 1)
        if before in standing["more"]:
            flags.append("more")
        elif before in standing["definite"]:
            flags.append("definite")
        elif before not in ("a", "an"):
            break
        first -= 1
    for length in (2, 1):
        if first >= length and " ".join(phrase_at(words, first - length, length)) in standing["part"]:
            flags.append("part")
            break
    if "more" in flags and "definite" in flags:
        flags.remove("definite")
    return first, tuple(flags)


def _lists(words: Words, figure: Figure) -> tuple[str, ...]:
    """`respectively` for figures that such a list hands out in turn."""
    if not any(word.lower == "respectively" for word in words[figure.last :]):
        return ()
    near = (lower_at(words, figure.last_number + 1), lower_at(words, figure.first - 1))
    linked = words[figure.last_number].dependency == "conj" or any(word in ("and", ",", "&") for word in near)
    return ("respectively",) if linked else ()


def _rate(words: Words, counted: Counted, last: int, q: Quantities) -> tuple[str, int]:
    """ "20 deaths a day" is `killed_per_day`: never to be added up with the rest."""
    what, at = counted.unit.what, last + 1
    if lower_at(words, at) in ("a", "per", "each", "every") and lower_at(words, at + 1) in q.table.rates["words"]:
        return f"{what}_per_{lower_at(words, at + 1)}", at + 1
    return (f"{what}_per_day", at) if lower_at(words, at) == "daily" else (what, last)

"""Claims that answer another: "a charge rejected by the group", "the ministry denied it", "he confirms both".

The words themselves name no act; they take up what was told just before. The answer repeats that proposition with its
own speaker and stance (docs/claims.md: a denial is a claim with the same proposition).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tidings.claims.attribution import Attribution
from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.scope import scope_words
from tidings.records import Stance

TAKES_UP = re.compile(
    r"(?:that|this|it|both|these|those|them|so|(?:the|a|an|this|that|these|those|such|both|all|any|its|their|his|her)?\s*"
    r"(?:\w+\s)?(?:charge|claim|report|allegation|accusation|account|version|statement|assertion|rumou?r|story|suggestion|"
    r"figure|number|toll|count|loss|news|incident|attack|killing)s?)",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:both|them|these|those|figures|numbers|reports|claims|allegations|charges|accusations)\b", re.I
)
REACH = 2  # sentences back


def add_answers(drafts: Iterable[Draft], attributions: Sequence[Attribution], report: Report) -> list[Draft]:
    """The drafts, and a copy of each that somebody later denies, doubts or confirms without naming it again."""
    told = sorted(drafts, key=lambda draft: (draft.at, draft.mention.start))
    answers = []
    for attribution in attributions:
        stance = _answering_stance(attribution, report.text)
        if stance is not None:
            answers.extend(_answer(attribution, stance, told, report))
    answers.extend(_answer_in_own_voice(told, report))
    return [*told, *answers]


def _answer_in_own_voice(told: Sequence[Draft], report: Report) -> Iterator[Draft]:
    """ "It had not." "They did not.": a sentence that takes back what the one before it told."""
    for at, parsed in enumerate(report.sentences):
        words = [word for word in parsed.parse.words if word.pos != "PUNCT"]
        if not 2 <= len(words) <= 4 or not any(word.dependency == "neg" for word in words):
            continue
        if any(word.pos not in ("PRON", "AUX", "PART", "DET") for word in words):
            continue
        before = [d for d in told if d.at == at - 1 and not d.is_speech and d.stance == "asserts"]
        for draft in before[-1:]:
            sentence = parsed.sentence
            yield change(
                draft, "answers.own_voice", at=at, start=sentence.start, end=sentence.end, stance="denies", said_by=(),
                hedged=False, counts=(),
            )  # fmt: skip


def _answering_stance(attribution: Attribution, text: str) -> Stance | None:
    """What the words do with what was told before, or None where they take up nothing."""
    if not attribution.names or len(attribution.content) != 1:
        return None
    start, end = attribution.content[0]
    content = text[start:end].strip(" \"'“”‘’.,;")
    if attribution.kind in ("direct", "mixed") or content[:1] in '"“':
        return "denies" if _is_dismissal(content) else None
    if not TAKES_UP.fullmatch(content):
        return None
    if attribution.stance != "asserts":
        return attribution.stance
    return "asserts" if attribution.cue_class in ("confirm", "admit") else None


def _is_dismissal(words: str) -> bool:
    """ "Baseless." "A lie." "Not true": a quotation that does nothing but deny."""
    said = words.lower().split()
    if not 0 < len(said) <= 4:
        return False
    return any(
        scope_words(part).get(word.strip(".,!")) == "untrue" for part in ("adjectives", "nouns") for word in said
    )


def _answer(attribution: Attribution, stance: Stance, told: Sequence[Draft], report: Report) -> list[Draft]:
    span = _evidence(attribution)
    before = [d for d in told if d.mention.start < attribution.cue_start and not d.is_speech and d.stance == "asserts"]
    before = [d for d in before if attribution.sentence - d.at <= REACH and d.certainty in ("happened", "ongoing")]
    if not before or attribution.speaker is None:
        return []
    last = [d for d in before if d.at == before[-1].at]
    content = report.text[attribution.content[0][0] : attribution.content[0][1]]
    meant = last if SEVERAL.search(content) else last[:1]
    return [
        change(
            draft, f"answers.{attribution.cue_class}", at=attribution.sentence, start=span[0], end=span[1],
            stance=stance, said_by=(attribution.speaker,), hedged=False, counts=(),
        )
        for draft in meant
        if draft.said_by[-1:] != (attribution.speaker,)
    ]  # fmt: skip


def _evidence(attribution: Attribution) -> tuple[int, int]:
    places = [attribution.cue_start, attribution.cue_end, *attribution.content[0]]
    places += [p for p in (attribution.source_start, attribution.source_end) if p is not None]
    return min(places), max(places)

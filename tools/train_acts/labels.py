"""Which word of a report tells which gold claim that the lexicon missed.

Gold marks the evidence, not the word. Of the words inside it at which a row of the claim's act nearly fits, the one
whose row fits best tells it, verbs first.
"""

from __future__ import annotations

from collections.abc import Sequence

from evals.pairing import EXACT, Row, act_score
from tidings.claims.evidence import evidence_span
from tidings.mentions.learned.find import Choice
from tidings.records import Mention
from tools.train_acts.reports import ReportRead

VERB = 0.1  # what a verb has over a noun whose row fits as well


def label_choices(report: ReportRead, choices: Sequence[Choice]) -> list[bool]:
    """For each choice whether its word tells its act; each missed claim has one word at most, each word one act."""
    options: list[tuple[float, int, int]] = []
    for k, choice in enumerate(choices):
        span = choice_span(report, choice)
        for m, row in enumerate(report.missed):
            if act_score(row["act"], choice.act) >= EXACT and _answers(report, choice, span, row):
                options.append((_fit(report, choice), -m, -k))
    told = [False] * len(choices)
    claims: set[int] = set()
    words: set[tuple[int, int]] = set()
    for _, m, k in sorted(options, reverse=True):
        word = (choices[-k].sentence, choices[-k].head)
        if m not in claims and word not in words:
            claims.add(m)
            words.add(word)
            told[-k] = True
    return told


def choice_span(report: ReportRead, choice: Choice) -> tuple[int, int]:
    """The evidence of the claim that a choice would make."""
    parse = report.sentences[choice.sentence].parse
    word = parse.words[choice.head]
    mention = Mention(kind="act", start=word.start, end=word.end, head=choice.head, means="", made_by="")
    heads = {mention.head for mention, _ in report.told[choice.sentence]}
    return evidence_span(parse, mention, frozenset(heads | {choice.head}))


def _fit(report: ReportRead, choice: Choice) -> float:
    word = report.sentences[choice.sentence].parse.words[choice.head]
    return choice.near.nearness + VERB * (word.pos == "VERB")


def _answers(report: ReportRead, choice: Choice, span: tuple[int, int], row: Row) -> bool:
    """Whether a claim made of the choice would answer the gold claim, and its word stands in the evidence."""
    word = report.sentences[choice.sentence].parse.words[choice.head]
    if not (row["start"] <= word.start and word.end <= row["end"]):
        return False
    overlap = min(row["end"], span[1]) - max(row["start"], span[0])
    shorter = min(row["end"] - row["start"], span[1] - span[0])
    return bool(overlap >= 0.5 * max(1, shorter))

"""Tellings as reports: a text with one claim each, and what others reprint of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from evals.truth.regimes import Regime, Setting, Side
from evals.truth.telling import Telling
from tidings.records import Claim, Count, Document, Sentence

PARTIAL = 0.3  # the chance that a reprint is cut
KEPT = 4  # sentences that a cut reprint keeps
SENTENCES, WORDS = 6, 9  # of what a report is filled with


@dataclass(frozen=True)
class Report:
    """A telling as an outlet prints it, the number that orders the reports of a day, and whether it is a reprint."""

    telling: Telling
    outlet: str
    published: int
    number: int
    sentences: tuple[str, ...]
    is_copy: bool = False

    @property
    def order(self) -> tuple[int, int]:
        return self.published, self.number


def print_reports(tellings: Iterable[Telling], setting: Setting, regime: Regime, seed: int) -> list[Report]:
    """Every report in the order in which it came out; which of a day was first is left to chance."""
    random = Random(f"reports {seed} {regime.meaning}")
    filler = setting.words["filler"].split()
    owners = {outlet: side.kind for side in setting.side for outlet in side.outlets}
    printed: list[Report] = []
    for telling in tellings:
        sentences = [say(telling, setting), *_fill(random, filler, SENTENCES)]
        original = Report(telling, telling.outlet, telling.published, 0, tuple(sentences))
        printed.append(original)
        if random.random() < regime.copies[owners.get(telling.outlet, "none")]:
            printed += _reprint(original, setting, regime, random)
    random.shuffle(printed)
    return [
        Report(report.telling, report.outlet, report.published, number, report.sentences, report.is_copy)
        for number, report in enumerate(sorted(printed, key=lambda report: report.published))
    ]


def _reprint(report: Report, setting: Setting, regime: Regime, random: Random) -> Iterator[Report]:
    others = [outlet for outlet in setting.press["outlets"] if outlet != report.outlet]
    for outlet in random.sample(others, random.randint(1, regime.most_copies)):
        sentences = report.sentences[:KEPT] if random.random() < PARTIAL else report.sentences
        yield Report(report.telling, outlet, report.published + random.randint(0, 2), 0, sentences, is_copy=True)


def _fill(random: Random, words: list[str], number: int) -> Iterator[str]:
    for _ in range(number):
        sentence = " ".join(random.choices(words, k=WORDS))
        yield f"{sentence.capitalize()}."


def say(telling: Telling, setting: Setting) -> str:
    """The sentence that holds the claim."""
    loser = setting.foe(telling.side)
    who = telling.speaker[0].upper() + telling.speaker[1:] if telling.speaker else None
    if telling.of:
        what = f"the {telling.side.forces} killed {telling.killed} {_victims(telling, loser)} in {telling.place}"
    elif telling.affirms:
        what = f"the {telling.side.name} took {telling.place} from the {loser.name}"
    else:
        what = f"the {telling.side.name} took {telling.place}"
    if telling.affirms:
        return f"{who} said that {what}." if who else f"{what[0].upper()}{what[1:]}."
    return f"{who} denied that {what}." if who else f"It is not true that {what}."


def make_records(report: Report, setting: Setting) -> tuple[Document, list[Sentence], Claim]:
    """The rows that linking takes."""
    telling = report.telling
    document_id = f"doc-{report.number:05}"
    sentences, at = [], 0
    for index, sentence in enumerate(report.sentences):
        sentences.append(
            Sentence(document_id=document_id, index=index, paragraph=index, start=at, end=at + len(sentence))
        )
        at += len(sentence) + 2
    document = Document(
        id=document_id,
        work=f"wrk-{report.number:05}",
        own_id=f"{report.outlet}-{report.number}",
        publisher=report.outlet,
        text="\n\n".join(report.sentences),
        published=_day(setting, report.published),
    )
    on = None if telling.day is None else _day(setting, telling.day)
    claim = Claim(
        id=f"clm-{report.number:05}",
        document_id=document_id,
        sentence_id=sentences[0].id,
        place=(telling.place,),
        place_ids=(place_id(telling.place),),
        first=on,
        last=on,
        precision=None if on is None else "day",
        said_by=() if telling.speaker is None else (telling.speaker,),
        stance="asserts" if telling.affirms else "denies",
        start=0,
        end=len(report.sentences[0]),
        **_act(telling, setting.foe(telling.side)),
    )
    return document, sentences, claim


def _act(telling: Telling, loser: Side) -> dict[str, Any]:
    if telling.of is None:
        return {"act": "territory.capture", "actor": (telling.side.name,), "target": (loser.name,)}
    killed = Count(
        what="killed",
        low=telling.killed,
        high=telling.killed,
        of=telling.of,
        basis="incremental",
        text=str(telling.killed),
    )
    return {
        "act": "harm.kill",
        "actor": (telling.side.forces,),
        "target": (_victims(telling, loser),),
        "counts": (killed,),
    }


def _victims(telling: Telling, loser: Side) -> str:
    """Fighters by their side, civilians by no side."""
    return loser.losses if telling.of == loser.victims else "civilians"


def place_id(place: str) -> str:
    return f"zz:{place.lower()}"


def _day(setting: Setting, day: int) -> date:
    return setting.first_day + timedelta(days=day)

"""What one report says about who is who: its country, the names it writes out, the group it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from tidings.actors.actor import Actor
from tidings.actors.names import is_acronym, key, role_words, without_titles
from tidings.actors.table import ActorTable
from tidings.records import Document

WORD = r"(?:(?:[A-Z]\.){1,4}|[^\W\d_a-z][\w’'-]*)"
RUN = re.compile(rf"{WORD}(?:[ \n](?:(?:of|the|for|and|de|del|la|al|el|bin|ibn|von|van|ul|e|i)[ \n])?{WORD})*")
LETTERS = re.compile(r"\(([A-Z][A-Za-z-]{1,7})\)")  # "Union of Weavers (UW)"
WHERE = re.compile(
    r"\b(?:in|across|inside|within|throughout|northern|southern|eastern|western|central|north-?\w*|south-?\w*) "
    r"([A-Z]\w+(?: [A-Z]\w+)?)"
)
HAPPENS = 3  # "in Mali" says more of what a report is about than "Malian" does
LONGEST = 7  # words of a name
BESIDE = 90  # characters in which a name is described
SHARE = 0.4  # of all mentions of countries; below it a report is about several
CERTAIN = 0.68


class ReportNames:
    """The names of one report, read once and asked often."""

    def __init__(self, document: Document, table: ActorTable, lands: Sequence[str] = ()) -> None:
        self.document_id = document.id
        self.text = document.text
        self.publisher = document.publisher
        self.on: date | None = document.published
        self.table = table
        runs = [" ".join(found[0].split()) for found in RUN.finditer(document.text)]
        self.words = frozenset(re.findall(r"[\w-]+", document.text))
        self.shouted = sum(map(str.isupper, document.text)) > sum(map(str.islower, document.text))
        self.actors = Counter(self._known(runs))
        self.code = self._country(runs, lands)
        self.country = table.states.actors[self.code].name if self.code else None
        self.full_names = _full_names(runs)
        self.written_out = dict(_written_out(document.text))
        self.main_group = self._main_group()

    def _known(self, runs: list[str]) -> Iterator[str]:
        """The actors of the table that the text names, once each time."""
        for run in runs:
            parts = run.split()
            at = 0
            while at < len(parts):
                for to in range(min(len(parts), at + LONGEST), at, -1):
                    name = " ".join(parts[at:to])
                    if self.table.knows(name) and (found := self.best(name)) is not None:
                        yield found.id
                        at = to - 1
                        break
                at += 1

    def best(self, name: str, country: str | None = None) -> Actor | None:
        """The one actor that a name means here, or None where there is none or may be several."""
        if self.shouted and " " not in name and is_acronym(name) and len(name) < 5 and name.lower() in COMMON:
            return None
        found = self.table.find(name, self.on, country)
        if not found or found[0].score < CERTAIN:
            return None
        return found[0].actor if len(found) == 1 or found[0].score > found[1].score else None

    def _country(self, runs: list[str], lands: Sequence[str]) -> str | None:
        """The state that most of a report's names of countries, peoples and groups at home in one speak of.

        `lands` are the states in which its claims have their places. They weigh where the text names them too; alone
        they say nothing, for armies act abroad, and a report that names only another country than those is about none.
        """
        votes: Counter[str] = Counter()
        for name, times in Counter(_pieces(runs)).items():
            if code := self.table.states.code_of(name):
                votes[code] += times
        for name, times in Counter(WHERE.findall(self.text)).items():
            if code := self.table.states.code_of(name):
                votes[code] += HAPPENS * times
        for actor_id, times in self.actors.items():
            actor = self.table.get(actor_id)
            if actor and actor.kind not in ("media", "state", "person") and len(actor.countries) == 1:
                votes[self.table.states.codes[actor.countries[0]]] += times
        votes += Counter({code: HAPPENS * times for code, times in Counter(lands).items() if code in votes})
        if not votes:
            return None
        code, most = votes.most_common(1)[0]
        return code if most >= SHARE * votes.total() and (not lands or code in lands) else None

    def _main_group(self) -> str | None:
        """The armed group that a report calls rebels, militants, guerrillas without a name."""
        told: Counter[str] = Counter()
        for actor_id, times in self.actors.items():
            actor = self.table.get(actor_id)
            if actor is not None and self.table.kind(actor).against == "state":
                told[actor_id] += times
        if not told:
            return None
        (name, most), *others = told.most_common(2)
        return name if not others or most >= 2 * others[0][1] else None


COMMON = frozenset("who care time air map aid app care acf mag goal plan fn na aa aim ran rt ap us it is".split())

# words that open a sentence in capitals and belong to no name
OPENERS = frozenset(
    "a an the in on at but and as for from by to of with after before when while if he she it they we i this that "
    "these those there his her their our its also however then now meanwhile since although though because another "
    "one two".split()
)


def _pieces(runs: list[str]) -> Iterator[str]:
    """Every word of the runs, and every two and three together."""
    for run in runs:
        parts = run.split()
        for at in range(len(parts)):
            for to in range(at + 1, min(len(parts), at + 3) + 1):
                yield " ".join(parts[at:to])


def _full_names(runs: list[str]) -> dict[str, str]:
    """A last name, and the one full name that the report has for it."""
    found: dict[str, set[str]] = {}
    for run in runs:
        parts = without_titles(run).split()
        while parts and parts[0].lower() in OPENERS:
            parts = parts[1:]
        if 2 <= len(parts) <= 4 and not run.isupper():
            found.setdefault(key(parts[-1]), set()).add(" ".join(parts))
    full = {}
    for last, names in found.items():
        longest = max(names, key=lambda name: (len(name), name))
        if all(set(key(name).split()) <= set(key(longest).split()) for name in names):
            full[last] = longest
    return full


def _written_out(text: str) -> Iterator[tuple[str, str]]:
    """Letters in brackets, and the words before them whose first letters they are."""
    for found in LETTERS.finditer(text):
        short = found[1]
        parts = text[max(0, found.start() - 120) : found.start()].split()
        for length in range(2, min(len(parts), 2 * len(short)) + 1):
            words = parts[-length:]
            initials = "".join(piece[0] for word in words if word[0].isupper() for piece in word.split("-") if piece)
            if words[0][0].isupper() and initials.upper() == short.upper():
                yield short, " ".join(words)
                break


def described(text: str, name: str) -> str:
    """What a report says of a name beside it: "army officer Abdul Karim", "Abdul Karim, a local police chief"."""
    role = role_words()
    for found in re.finditer(re.escape(name), text):
        after = re.match(
            r",? (?:an?|the|who is an?)? ?([\w'’ -]{3,70}?)(?=[,.;:)]| (?:said|told|says|who|in|on|at)\b)",
            text[found.end() : found.end() + BESIDE],
        )
        if after and text[found.end() : found.end() + 1] == ",":
            words = after[1].strip()
            if any(word.lower() in role["voices"] or _is_role(word) for word in words.split()):
                return words
        before = re.search(r"((?:[\w'’-]+ ){1,5})$", text[max(0, found.start() - BESIDE) : found.start()])
        if before:
            words = _title_before(before[1].split())
            if words:
                return words
    return ""


def _title_before(parts: list[str]) -> str:
    """The words of a title just before a name: "Afghan army officer", "Police spokesman"."""
    if not parts or not (_is_role(parts[-1]) or parts[-1].lower() in role_words()["voices"]):
        return ""
    at = len(parts) - 1
    while at > 0 and (parts[at - 1][:1].isupper() or _is_role(parts[at - 1]) or parts[at - 1].lower() in SIDE_WORDS):
        at -= 1
    return " ".join(parts[at:])


SIDE_WORDS = frozenset(
    "army police military security rebel local provincial district government senior intelligence".split()
)


def _is_role(word: str) -> bool:
    low = word.lower()
    return any(low in words for name, words in role_words().items() if name not in ("ranks", "followers", "voices"))

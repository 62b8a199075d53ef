"""Whom "he", "the spokesman", "the group" or a bare surname stands for: somebody named before who speaks or acts."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import Naming, name_speakers

HE = frozenset("he she".split())
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
THEY = frozenset("they others some many most both".split())
PARTS = frozenset("one another many most some others several".split())
DEFINITE = frozenset("the this that these those".split())
REACH = 8  # sentences that a pronoun looks back
GROUPS = frozenset("group organisation organization monitor movement outlet watchdog militia body".split())


@dataclass(slots=True)
class Spoken:
    """A speaker already met: where, and how named."""

    sentence: int
    head: int
    naming: Naming


@dataclass(slots=True)
class Memory:
    """Speakers in the order in which they spoke."""

    page: Page
    spoken: list[Spoken] = field(default_factory=list)

    def resolve(self, draft: Draft) -> tuple[Naming, tuple[int, int] | None]:
        """The draft's speaker by name, and the (sentence, word) of the named one where its own words only point there."""
        if draft.naming is not None and draft.source is None:
            return draft.naming, None
        if draft.source is None:
            return self._unsaid(draft)
        line, head = draft.line, draft.source
        naming = draft.naming or name_speakers(self.page, line, head)
        known = self._known(line, head, naming, draft.head)
        if known is not None:
            return known.naming, (known.sentence, known.head)
        naming = self._in_full(naming)
        if naming.names:
            self.spoken.append(Spoken(line.index, head, naming))
        return naming, None

    def _unsaid(self, draft: Draft) -> tuple[Naming, tuple[int, int] | None]:
        """ "Denied that …" at the head of a sentence, as in a telegram: the one who spoke last."""
        word = draft.line.words[draft.head]
        if (
            draft.cue[0] == 0
            and word.tag in ("VBD", "VBZ")
            and self.spoken
            and draft.line.index - self.spoken[-1].sentence <= 1
        ):
            last = self.spoken[-1]
            return last.naming, (last.sentence, last.head)
        return Naming(()), None

    def _known(self, line: Line, head: int, naming: Naming, v: int) -> Spoken | None:
        word = line.words[head]
        lower = OWNERS.get(word.lower, word.lower) if word.tag == "PRP$" else word.lower
        if lower in HE:
            return self._person(line, head)
        if lower in THEY and word.pos in ("PRON", "ADJ"):
            known = self._plural_subject(line) or self._last(line, plural=True)
            generic = line.words[v].tag == "VBP" and head < 2 and (known is None or line.index - known.sentence > 1)
            return None if generic else known
        if lower == "it" and (head < v or word.tag == "PRP$"):
            return self._body(line, head)
        if (
            word.lower in PARTS
            and (word.pos in ("PRON", "NUM", "ADJ", "NOUN") or word.tag == "CD")
            and not naming.names
        ):
            return self._last(line, plural=True)
        return self._described(line, head, naming) if naming.names else None

    def _person(self, line: Line, head: int) -> Spoken | None:
        """The nearest one human being: the subject of this sentence, else the last speaker or subject before it."""
        for back in range(min(line.index, REACH) + 1):
            earlier = self.page.lines[line.index - back]
            limit = head if back == 0 else len(earlier.words)
            spoken = [s for s in self.spoken if s.sentence == earlier.index and s.head < limit and s.naming.person]
            if spoken:
                return spoken[-1]
            for word in earlier.words[:limit]:
                if word.entity == "PERSON" and word.dependency in ("nsubj", "nsubjpass"):
                    return Spoken(
                        earlier.index, word.index, self._in_full(name_speakers(self.page, earlier, word.index))
                    )
        for back in range(min(line.index, 2) + 1):
            earlier = self.page.lines[line.index - back]
            for word in earlier.words[: head if back == 0 else len(earlier.words)]:
                if word.entity == "PERSON" and word.dependency in ("pobj", "dobj", "appos", "attr"):
                    return Spoken(
                        earlier.index, word.index, self._in_full(name_speakers(self.page, earlier, word.index))
                    )
        return None

    def _plural_subject(self, line: Line) -> Spoken | None:
        """ "They": the people who are the subject of the sentence before, if nobody spoke in it."""
        if not line.index or any(s.sentence == line.index - 1 for s in self.spoken):
            return None
        earlier = self.page.lines[line.index - 1]
        for word in earlier.words:
            if word.tag == "NNS" and word.dependency == "nsubj" and word.lemma in self.page.speech.words["persons"]:
                return Spoken(earlier.index, word.index, name_speakers(self.page, earlier, word.index))
        return None

    def _last(self, line: Line, plural: bool) -> Spoken | None:
        for spoken in reversed(self.spoken):
            if line.index - spoken.sentence > REACH:
                return None
            if spoken.naming.plural == plural or (plural and not spoken.naming.person):
                return spoken
        return None

    def _body(self, line: Line, head: int) -> Spoken | None:
        """ "It": the body or the paper that is the subject so far in this sentence, else the last one that spoke."""
        documents = self.page.speech.words["documents"]
        for earlier, limit in (
            ((line, head), (self.page.lines[line.index - 1], None)) if line.index else ((line, head),)
        ):
            for word in earlier.words[:limit]:
                if word.lemma in documents and word.dependency == "nsubj":
                    return Spoken(earlier.index, word.index, name_speakers(self.page, earlier, word.index))
        for word in line.words[:head]:
            if word.entity in ("ORG", "GPE", "NORP") and word.dependency in ("nsubj", "nsubjpass"):
                return Spoken(line.index, word.index, name_speakers(self.page, line, word.index))
        for spoken in reversed(self.spoken):
            if line.index - spoken.sentence > REACH:
                return None
            if not spoken.naming.person and not spoken.naming.plural:
                return spoken
        return None

    def _described(self, line: Line, head: int, naming: Naming) -> Spoken | None:
        """ "The spokesman": the last speaker so described; "the group": the last body that spoke or acted."""
        words = line.words
        word = words[head]
        if (
            not any(words[c].lower in DEFINITE for c in line.parse.children[head])
            or naming.affiliation
            or len(naming.names) != 1
        ):
            return None
        own = {w.lower() for w in naming.names[0].split()} - {"same"}
        if word.pos != "NOUN" and not own <= self.page.speech.words["titles"]:
            return None
        for spoken in reversed(self.spoken):
            if any(own < _words_of(name) and word.lower in _heads_of(name) for name in spoken.naming.names):
                return spoken
            if own <= _words_of(spoken.naming.affiliation or ""):
                return spoken
        if word.lemma in GROUPS and len(own) == 1:
            return self._organisation(line)
        if own & self.page.speech.words["documents"]:
            return self._issued(line, head)
        if word.lemma == "source" or any(words[c].lower == "same" for c in line.parse.children[head]):
            return self.spoken[-1] if self.spoken and line.index - self.spoken[-1].sentence <= REACH else None
        if len(own) == 1 and word.lemma in self.page.speech.words["bodies"]:
            return self._fuller(line, word.lemma)
        if len(own) <= 2 and own <= self.page.speech.words["titles"] | self.page.speech.words["persons"]:
            return self._titled(line, own)
        return None

    def _fuller(self, line: Line, lemma: str) -> Spoken | None:
        """ "The army": the last one that the text named with its country or its own name ("the Iraqi army")."""
        for earlier in reversed(self.page.lines[: line.index]):
            for word in earlier.words:
                if word.lemma != lemma or word.pos not in ("NOUN", "PROPN"):
                    continue
                for c in earlier.parse.children[word.index]:
                    below = earlier.words[c]
                    if below.dependency in ("compound", "amod", "poss", "nmod") and below.entity in (
                        "NORP",
                        "GPE",
                        "ORG",
                    ):
                        return Spoken(earlier.index, word.index, name_speakers(self.page, earlier, word.index))
        return None

    def _issued(self, line: Line, head: int) -> Spoken | None:
        """ "The report": whose report it was when the text first spoke of it."""
        lemma = line.words[head].lemma
        for back in range(1, min(line.index, REACH) + 1):
            earlier = self.page.lines[line.index - back]
            for word in earlier.words:
                if word.lemma == lemma and word.pos == "NOUN":
                    naming = name_speakers(self.page, earlier, word.index)
                    if naming.names and lemma not in naming.names[0].lower().split():
                        return Spoken(earlier.index, word.index, naming)
        return None

    def _titled(self, line: Line, own: set[str]) -> Spoken | None:
        """ "The minister": the last person whom the text gave that title."""
        for back in range(1, line.index + 1):
            earlier = self.page.lines[line.index - back]
            for word in earlier.words:
                if word.entity != "PERSON" or not word.entity_starts or word.tag == "POS":
                    continue
                last = word.index
                while (
                    last + 1 < len(earlier.words)
                    and earlier.words[last + 1].entity == "PERSON"
                    and not earlier.words[last + 1].entity_starts
                ):
                    last += 1
                around = earlier.words[max(0, word.index - 8) : word.index] + earlier.words[last + 1 : last + 8]
                if own <= {w.lower for w in around}:
                    return Spoken(earlier.index, last, self._in_full(name_speakers(self.page, earlier, last)))
        return None

    def _organisation(self, line: Line) -> Spoken | None:
        for back in range(min(line.index, 3) + 1):
            earlier = self.page.lines[line.index - back]
            for word in earlier.words:
                if word.entity == "ORG" and word.dependency in ("nsubj", "nsubjpass", "pobj", "poss"):
                    return Spoken(earlier.index, word.index, name_speakers(self.page, earlier, word.index))
        return None

    def _in_full(self, naming: Naming) -> Naming:
        """A surname as the full name that the text gave before."""
        if not naming.person or len(naming.names) != 1 or " " in naming.names[0]:
            return naming
        full = self.page.full_names.get(naming.names[0])
        if full is None:
            return naming
        titles = self.page.speech.words["titles"]
        full = " ".join(w for w in full.split() if w.lower() not in titles) or full
        return Naming((full,), naming.affiliation, naming.person, naming.plural)


def _words_of(name: str) -> set[str]:
    return {w.lower() for w in name.split()}


def _heads_of(name: str) -> set[str]:
    """The words that may be the head of a name: the last one, or the one before "of" or "for"."""
    words = name.lower().split()
    return {w for w, after in zip(words, [*words[1:], "of"], strict=True) if after in ("of", "for", "in", "at", "from")}

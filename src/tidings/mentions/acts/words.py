"""The words at which a row of the act lexicon fits, before its conditions are asked."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.lexicons.act_rows import GAP, ActRow, Words
from tidings.lexicons.acts import ActLexicon
from tidings.records import Parse, Word
from tidings.syntax import child, is_noun, is_verb

# A word inside such a name tells no act: "Liberation Army", "Journal of Withdrawal Studies".
NAMES = frozenset({"ORG", "PERSON", "NORP", "FAC", "LOC", "GPE", "WORK_OF_ART", "PRODUCT", "LAW"})
PREDICATES = frozenset({"acomp", "attr", "oprd", "ROOT", "ccomp", "advcl", "appos", "dep", "relcl", "acl", "conj"})
BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
HYPHENS = frozenset({"-", "–", "‑"})
PREFIXES = frozenset({"co", "non", "pre", "post"})
ROOM = 3  # words that a `*` may pass over


def find_words(parse: Parse, i: int, row: ActRow, lexicon: ActLexicon) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The head and the words at which a row fits from word i on, before its conditions are asked."""
    if row.kind == "phrase":
        for words in _follow(parse, i, row.words, lexicon):
            if not _helps_another(parse, words):
                yield words[_position(row)], words
        return
    words = {"verb": _verb_words, "noun": _noun_words, "adjective": _adjective_words}[row.kind](parse, i, row, lexicon)
    if words:
        yield i, words


def _helps_another(parse: Parse, words: tuple[int, ...]) -> bool:
    """Whether a word of a phrase only helps a verb outside it: "has seized full control of" is no having."""
    helping = (parse.words[i] for i in words if parse.words[i].lemma == "have")
    return any(w.dependency == "aux" and w.head not in words for w in helping)


def _position(row: ActRow) -> int:
    """The index of a phrase's head among its words, gaps left out."""
    return sum(1 for word in row.words[: row.head] if word != GAP)


def _verb_words(parse: Parse, i: int, row: ActRow, lexicon: ActLexicon) -> tuple[int, ...]:
    word = parse.words[i]
    if not is_verb(word) or _stands_as_noun(parse, word) or word.dependency == "compound":
        return ()
    if word.dependency == "amod" and not row.attributive:
        return ()
    words = _words_before(parse, i, row.words[: row.head])
    if words is None:
        return ()
    particles = row.words[row.head + 1 :]
    if not particles and child(parse, i, "prt") is not None:
        return ()  # "took off", "held up": another verb altogether
    at = i
    for part in particles:
        found = _particle(parse, i, at, part)
        if found is None:
            return ()
        words.append(found)
        at = found
    return tuple(sorted({*words, i}))


def _stands_as_noun(parse: Parse, word: Word) -> bool:
    """Whether a participle or adjective is used as a noun: "the displaced", "a counteroffensive"."""
    return word.dependency in NOMINAL and (word.pos == "ADJ" or word.tag == "VBN") and _has_determiner(parse, word)


def _has_determiner(parse: Parse, word: Word) -> bool:
    return child(parse, word.index, "det", "poss", "nummod", "amod") is not None


def _particle(parse: Parse, verb: int, before: int, part: tuple[str, ...]) -> int | None:
    """The particle, preposition or complement of a verb ("take over", "pull out of", "shoot dead")."""
    for head in dict.fromkeys((verb, before)):
        for c in parse.children[head]:
            word = parse.words[c]
            if c > verb and word.lower in part and (c == before + 1 or _goes_with(word)):
                return c
    return None


def _goes_with(word: Word) -> bool:
    """Whether a word may belong to its verb from afar: "drove them out", not "went off in their shirts"."""
    return word.dependency != "prep" or word.lower in ("out", "away", "back", "off", "over")


def _words_before(parse: Parse, i: int, parts: Words) -> list[int] | None:
    """The words that stand right before word i and fit the parts, hyphens passed over, or None."""
    words: list[int] = []
    at = i
    for part in reversed(parts):
        at -= 1
        if at >= 0 and parse.words[at].lower in HYPHENS:
            at -= 1
        if at < 0 or not _is_one_of(parse.words[at], part):
            return None
        words.insert(0, at)
    return words


def _noun_words(parse: Parse, i: int, row: ActRow, lexicon: ActLexicon) -> tuple[int, ...]:
    word = parse.words[i]
    if not is_noun(word) and not _stands_as_noun(parse, word):
        return ()
    if _is_part_of_name(parse, word) or _only_modifies(parse, word, lexicon) or _is_half_a_word(parse, i):
        return ()
    words = _words_before(parse, i, row.words[:-1])
    return () if words is None else (*words, i)


def _is_half_a_word(parse: Parse, i: int) -> bool:
    """Whether a word is what a prefix stands before: the "operation" of co-operation."""
    return i > 1 and parse.words[i - 1].lower in HYPHENS and parse.words[i - 2].lower in PREFIXES


def _is_part_of_name(parse: Parse, word: Word) -> bool:
    """Whether a word belongs to a name; the first word of a sentence is often taken for one wrongly."""
    if word.tag == "NNP" and word.entity in ("DATE", "TIME"):
        return True  # March
    if word.pos != "PROPN" or word.entity not in NAMES:
        return False
    if word.index:
        return True
    return len(parse.words) > 1 and parse.words[1].entity == word.entity and not parse.words[1].entity_starts


def _only_modifies(parse: Parse, word: Word, lexicon: ActLexicon) -> bool:
    """Whether a noun only says what kind of thing another is: an attack helicopter, but not an attack attempt."""
    if word.dependency not in BEFORE_NOUN or word.head <= word.index:
        return False
    return not lexicon.classes.has("carrier", parse.words[word.head].lemma)


def _adjective_words(parse: Parse, i: int, row: ActRow, lexicon: ActLexicon) -> tuple[int, ...]:
    word = parse.words[i]
    if is_noun(word) or word.pos == "ADP" or (word.pos == "VERB" and word.tag != "VBN"):
        return ()
    if _stands_as_noun(parse, word):
        return ()
    if word.dependency == "advmod" and parse.words[word.head].lemma == "be":
        return (i,)  # "the internet is off"
    if word.dependency == "amod" and word.head < i:
        return (i,)  # "two policemen dead in Kupwara"
    if word.dependency in PREDICATES or (row.attributive and word.dependency in BEFORE_NOUN):
        return (i,)
    return ()


def _follow(parse: Parse, i: int, parts: Words, lexicon: ActLexicon) -> Iterator[tuple[int, ...]]:
    """All ways in which a run of parts fits from word i on."""
    if not parts:
        yield ()
        return
    if parts[0] == GAP:
        for skip in range(ROOM + 1):
            if i + skip < len(parse.words):
                yield from _follow(parse, i + skip, parts[1:], lexicon)
        return
    if i < len(parse.words) and parse.words[i].lower in HYPHENS:
        i += 1
    if i >= len(parse.words) or not _fits(parse, i, parts[0], lexicon):
        return
    for rest in _follow(parse, i + 1, parts[1:], lexicon):
        yield (i, *rest)


def _fits(parse: Parse, i: int, part: tuple[str, ...], lexicon: ActLexicon) -> bool:
    if _is_one_of(parse.words[i], part):
        return True
    named = [name[1:-1] for name in part if name.startswith("<")]
    return bool(named) and not lexicon.classes.of(parse, i).isdisjoint(named)


def _is_one_of(word: Word, part: tuple[str, ...]) -> bool:
    return word.lemma in part or word.lower in part

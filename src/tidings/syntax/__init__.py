"""Questions one may ask a Parse: what is its subject, what hangs on it, how far does it reach.

Everything here speaks of word indexes into `Parse.words`. `arguments` is the one door through which the rest of the
reading half sees grammar: it undoes passives, relative clauses, participles, coordination and control, so that a
lexicon row can say `actor = "subject"` and mean it.
"""

from tidings.syntax.passives import is_passive
from tidings.syntax.prepositions import prepositions
from tidings.syntax.shared import SHORT_VERBS, subjects_too
from tidings.syntax.slots import Arguments, arguments
from tidings.syntax.tree import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    ancestors,
    child,
    children,
    clause_span,
    conjuncts,
    entity_spans,
    first_conjunct,
    is_noun,
    is_verb,
    subtree,
)

__all__ = [
    "OBJECTS",
    "PASSIVE_SUBJECTS",
    "SHORT_VERBS",
    "SUBJECTS",
    "Arguments",
    "ancestors",
    "arguments",
    "child",
    "children",
    "clause_span",
    "conjuncts",
    "entity_spans",
    "first_conjunct",
    "is_noun",
    "is_passive",
    "is_verb",
    "prepositions",
    "subjects_too",
    "subtree",
]

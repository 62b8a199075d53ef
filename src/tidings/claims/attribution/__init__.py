"""Who says what: speakers, cues and what is said, as spans, and the chain of speakers over any stretch of text."""

from tidings.claims.attribution.chains import Voice, chain_at, voices_at
from tidings.claims.attribution.finding import find_attributions
from tidings.claims.attribution.record import Attribution

__all__ = ["Attribution", "Voice", "chain_at", "find_attributions", "voices_at"]

"""Events: claims that speak of the same thing, as SQL over the store."""

from tidings.events.link import STEPS, link_events, run_step

__all__ = ["STEPS", "link_events", "run_step"]

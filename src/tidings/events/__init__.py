"""Events: claims that speak of the same thing, as SQL over the store."""

from tidings.events.link import STEPS, find_steps, forget_other_rules, link_events, make_linking_id, run_step

__all__ = ["STEPS", "find_steps", "forget_other_rules", "link_events", "make_linking_id", "run_step"]

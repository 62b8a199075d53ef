"""How well tidings reads: scores against gold, floors under them, and the gate that holds both."""

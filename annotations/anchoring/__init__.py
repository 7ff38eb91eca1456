"""Anchors: a passage described by its words, and found again in another text by them. Pure; code points.

Attached only with a clear lead, else orphaned. tests/benchmarks/anchoring_rates.py, 4,000 generated cases (seed 7)
with refrains and near-twin leads: whole and said once 100 % right; edited within a fifth 94.1 % right, 5.9 %
orphaned, 0 % wrong; gone 98.2 % orphaned, 1.7 % still on its own remains, 0.05 % wrong; gone with twins left 4 % on a
twin that had come to stand in its place.
"""

from annotations.anchoring.passages import CONTEXT, Anchor, Candidate, Selector, carry, describe, find, only, tolerated

__all__ = ["CONTEXT", "Anchor", "Candidate", "Selector", "carry", "describe", "find", "only", "tolerated"]

"""Anchors: a passage described by its words, and found again in another text by them."""

from annotations.anchoring.passages import CONTEXT, Anchor, Candidate, Selector, carry, describe, find, tolerated

__all__ = ["CONTEXT", "Anchor", "Candidate", "Selector", "carry", "describe", "find", "tolerated"]

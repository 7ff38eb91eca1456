"""Loaded where children are forked from: what reading loads and compiles at first is there for all of them."""

from pathlib import Path

from reader.extraction import extract, grouping

SAMPLE = Path(__file__).resolve().parents[1] / "samples"

for page in SAMPLE.iterdir():
    grouping.trace_of(extract(page.read_bytes()), page.name, "")

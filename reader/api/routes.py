"""The API with all of its routes; those of the annotations app are named, for it is not imported here."""

from reader.api.errors import api

__all__ = ["api"]

ROUTERS = (
    *("reader.api.articles", "reader.api.people"),
    *("annotations.api.desk", "annotations.api.marks", "annotations.api.themes"),
    *("annotations.api.exports", "annotations.api.memos", "annotations.api.search", "annotations.api.suggestions"),
)
for module in ROUTERS:
    api.add_router("/", f"{module}.router")
